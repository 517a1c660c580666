"""Strips of cloth, folded along their length: straps, handles, tabs; what is bought for them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any, NamedTuple

from bagpattern.catalog.notions import STRAP_HARDWARE, nearest, sold_in_all, stock
from bagpattern.errors import Problem
from bagpattern.geometry.path import line_path
from bagpattern.geometry.shapes import rectangle
from bagpattern.lengths import between
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Operation, Verb
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Caught, Run, Seam, SeamKind, Stands
from bagpattern.model.strap import Strap
from bagpattern.parameters import whole
from bagpattern.parts.part import refusal
from bagpattern.parts.sewing.folds import FOLDS, Fold
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import NOTHING_DOES, limits
from bagpattern.said import NOTHING, Length, Said, Words
from bagpattern.values import replace, value
from bagpattern.words import form, series, trade, words


class Crossline(NamedTuple):
    """A line across a strip, ``at`` mm from its start; ``holds`` is the notion that sits there."""

    name: str
    at: float
    kind: LineKind
    holds: str = ""


@value
class Strip:
    """A strip that finishes ``width`` mm wide and ``length`` mm long between the stitching lines of its two ends.

    ``bulk`` is one layer's thickness: each fold takes it, so the strip is cut that much wider [construction 8].
    ``under`` is the mm of it that lie under what is sewn over an end, by edge; other ends have the usual allowance.
    ``joints`` is how often it is joined; None: as often as its cloth or hide needs.
    """

    id: str
    title: Said
    width: float
    length: float
    bulk: float
    count: int = 1
    crosslines: tuple[Crossline, ...] = ()
    fold: Fold = FOLDS["four"]
    strap: Strap | None = None
    under: Mapping[str, float] = field(default_factory=dict)
    joints: int | None = None

    @property
    def layer(self) -> float:
        """mm across the folded strip."""
        return self.width if self.fold.open else self.width + self.bulk

    @property
    def across(self) -> float:
        """mm across the strip before it is folded."""
        return self.fold.layers * self.layer

    def draft(self) -> Draft:
        """The strip, and the stitching that closes each copy along its open long edge."""
        sides, long = rectangle(self.across, self.length), Finish.SEAM if self.fold.sewn else Finish.RAW
        edges = (
            Edge("start", sides.bottom, allowance=self.under.get("start")),
            Edge("right", sides.right, long),
            Edge("end", sides.top, allowance=self.under.get("end")),
            Edge("left", sides.left, long),
        )
        lines, layers = tuple(self._lines()), self.fold.layers
        panel = Panel(self.id, self.title, "shell", Role.STRAP, edges, lines, count=self.count, layers=layers)
        panel = replace(panel, strap=self.strap, joints=self.joints)
        copies = () if self.fold.open else range(1, self.count + 1)
        return Draft((panel,), tuple(self._closing(copy) for copy in copies))

    def making(self, shop: Workshop) -> tuple[Operation, ...]:
        """How it is made: folded, and closed along its long edges."""
        what = words("each strip") if self.count > 1 else words("the strip")
        return tuple(self.fold.making(self.id, self.closing_ids, what, shop))

    def _lines(self) -> Iterator[Line]:
        for each in self.crosslines:
            path = line_path(complex(0, each.at), complex(self.across, each.at))
            yield Line(each.name, path, each.kind, holds=each.holds)
        folds = sorted({low for low, _, _ in self.fold.spans if low > 0})
        for number, at in enumerate(folds, start=1):
            x = at * self.layer
            path, title = line_path(complex(x, 0), complex(x, self.length)), words("fold {number}", number=number)
            yield Line(f"fold {number}", path, LineKind.FOLD, title, back=self.fold.sewn)

    def _closing(self, copy: int) -> Seam:
        a, b = (Run(self.id, side, copy=copy, reversed=side == "right") for side in ("left", "right"))
        return Seam(self.closing_id(copy), (a,), (b,), SeamKind.TOPSTITCHED)

    def closing_id(self, copy: int) -> str:
        """The id of the seam that closes one copy."""
        return f"{self.id} {copy} long edge" if self.count > 1 else f"{self.id} long edge"

    @property
    def closing_ids(self) -> tuple[str, ...]:
        """The ids of the seams that close all copies."""
        return () if self.fold.open else tuple(self.closing_id(copy) for copy in range(1, self.count + 1))

    def end_caught(self, edge: str, at: float, copy: int = 1, stands: Stands = Stands.BETWEEN) -> tuple[Caught, ...]:
        """One end held in a seam: its layers on top of each other, from *at* mm along the seam."""
        return tuple(
            Caught(
                (Run(self.id, edge, low * self.layer, high * self.layer, copy=copy),),
                at + place * self.layer,
                stands=stands,
            )
            for low, high, place in self.fold.spans
        )


def joins() -> Any:
    """Declares how many joints each strap of cloth has."""
    return whole(
        0, MOST_JOINTS, "joints in each strap of cloth, aslant; left out: as many as its cloth or hide is too short for"
    )


MOST_JOINTS = 8
"""In one strip: more lengths than nine are scraps [K]."""
_THE_SAME = 0.1
"""mm: 19 mm is 3/4 in [K]."""


def check_hardware(
    width: float,
    key: str = "width",
    kinds: tuple[str, ...] = STRAP_HARDWARE,
    of: object = None,
    *,
    least: float = -math.inf,
    most: float = math.inf,
) -> Iterator[Problem]:
    """The problem, if any, that hardware of these *kinds* is not sold in *width*: geometry bends to what is sold.

    What is sold beyond the limits of the parameter *key* of a part, if it is given, is not proposed, nor what is less
    than *least* or more than *most*.
    """
    if not any(between(width, size - _THE_SAME, size + _THE_SAME) for size in sold_in_all(kinds)):
        what = [stock(kind) for kind in kinds]
        names = [Words(each.title).lower() for each in what]
        one, many = form("{names} is not sold {width} {measure}"), form("{names} are not sold {width} {measure}")
        fault = words(
            many if what[1:] or what[0].one else one,
            names=series((series(names[:-1], ", "), names[-1]), " and ").capitalize(),
            width=Length(width),
            measure=Words(what[0].measure),
        )
        low, high = limits(of, key)
        yield refusal(key, choose_sold(fault, width, kinds, max(least, low), min(most, high)))


def choose_sold(
    fault: Said, width: float, kinds: tuple[str, ...], least: float, most: float, otherwise: Said = NOTHING_DOES
) -> Said:
    """What is wrong with what is bought in a *width*, and the nearest sizes that are sold; *otherwise* where none is.

    They lie from *least* to *most*, in mm.
    """
    may_be = {size: text for size, text in sold_in_all(kinds).items() if between(size, least, most)}
    found = nearest(width, may_be)
    if not found:
        return words("{fault}: {otherwise}", fault=fault, otherwise=otherwise)
    return words("{fault}: choose {sizes}", fault=fault, sizes=series(found, " or "))


def swivel_id(name: str) -> str:
    """The id of the swivel hooks whose id begins with *name*."""
    return f"{name} swivel"


def swivel_hook(name: str, width: float, threads: str, count: int = 1, note: Said = NOTHING, hooks: str = "") -> Notion:
    """Swivel hooks for the strap *threads*, *width* mm inside; *name* begins their id, *hooks* is their ring's."""
    title, size = words("Swivel hook"), trade(width)
    bought = Notion(swivel_id(name), "swivel", title, size, width=width, count=count, note=note)
    return replace(bought, threads=threads, hooks=hooks)


def hung(name: str, ring: str) -> Operation:
    """The swivel hooks whose id begins with *name* in their rings, when the bag is finished."""
    return Operation(Verb.PUT, notions=(swivel_id(name), ring))
