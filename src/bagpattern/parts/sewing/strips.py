"""Strips of cloth: straps, handles, tabs; folded in four, in two, to the middle, or not at all [construction 5.7]."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from bagpattern.catalog.notions import STRAP_HARDWARE, nearest, sold_in_all, stock
from bagpattern.errors import Problem
from bagpattern.geometry.path import line_path
from bagpattern.geometry.shapes import rectangle
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.notion import Notion
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Caught, Run, Seam, SeamKind
from bagpattern.model.strap import Strap
from bagpattern.parameters import choice
from bagpattern.parts.part import refusal
from bagpattern.parts.workshop import BY_MATERIAL, Workshop
from bagpattern.proposals import limits
from bagpattern.said import NOTHING, Length, Name, Said
from bagpattern.values import replace, value
from bagpattern.words import english, form, series, words


@value
class Fold:
    """How a strip is folded along its length; everything in finished widths.

    ``layers`` is how many widths it is cut, and how often the cloth lies on itself. ``spans`` are the stretches of its
    end, from and to, each with the place where it lies once folded. ``how`` is the form that says what to do, with a
    gap for the ``strip``; an ``open`` fold leaves both long edges raw, with nothing to close; ``sewn`` ones are joined
    with an allowance.
    """

    layers: int
    spans: tuple[tuple[float, float, float], ...]
    how: str
    open: bool = False
    sewn: bool = False


FOLDS = {
    # cloth that frays: no raw edge is left [S: uhoh]
    "four": Fold(
        4,
        ((0, 1, 0), (1, 2, 0), (2, 3, 0), (3, 4, 0)),
        form("Press {strip} in four along its length and topstitch both long edges."),
    ),
    # thick cloth that does not fray: half the layers, the wrong side inside [K]
    "two": Fold(
        2,
        ((0, 1, 0), (1, 2, 0)),
        form("Fold {strip} in two along its length, right side out, and topstitch both long edges."),
    ),
    # no raw edge in two layers, for thin cloth and for what has a cord in it: 2 w + 2 s [construction 5.7]
    "tube": Fold(
        2,
        ((0, 1, 0), (1, 2, 0)),
        form(
            "Fold {strip} in two along its length, right side in; sew the long edges together, press the seam open, "
            "turn."
        ),
        sewn=True,
    ),
    # both long edges turned in until they meet: for a tab, which hides them when it is folded round its ring [K]
    "middle": Fold(
        2,
        ((0.5, 1.5, 0), (0, 0.5, 0), (1.5, 2, 0.5)),
        form("Fold both long edges of {strip} to its middle, wrong side inside, and topstitch close to both folds."),
    ),
    # leather, and what is as good on both sides [construction 7.12]
    "single": Fold(
        1, ((0, 1, 0),), form("Leave the long edges of {strip} raw and topstitch close to them."), open=True
    ),
}
"""The ways to fold a strip, by name."""

_TAB_FOLDS = {"four": "middle", "two": "single", "tube": "middle", "single": "single"}
"""A tab shows one side only and its ends are caught twice: it is made with half as many layers as a strap [K]."""


def fold_choice() -> Any:
    """Declares how strips of cloth are folded."""
    folds = (BY_MATERIAL, "four", "two", "tube", "single")
    return choice(
        BY_MATERIAL,
        folds,
        "its cloth is folded in four (frays), in two (thick, does not fray), sewn to a tube and turned (thin), or "
        "single (leather)",
    )


def fold_of(shop: Workshop, chosen: str) -> Fold:
    """The *chosen* fold, or the one that suits the shell's material."""
    return FOLDS[shop.materials["shell"].strap if chosen == BY_MATERIAL else chosen]


def tab_fold(shop: Workshop) -> Fold:
    """How tabs of the shell's material are folded."""
    return FOLDS[_TAB_FOLDS[shop.materials["shell"].strap]]


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
            Edge("start", sides.bottom),
            Edge("right", sides.right, long),
            Edge("end", sides.top),
            Edge("left", sides.left, long),
        )
        lines, layers = tuple(self._lines()), self.fold.layers
        panel = Panel(self.id, self.title, "shell", Role.STRAP, edges, lines, count=self.count, layers=layers)
        panel = replace(panel, strap=self.strap)
        copies = () if self.fold.open else range(1, self.count + 1)
        return Draft((panel,), tuple(self._closing(copy) for copy in copies))

    def making(self, what: Said) -> Said:
        """How to make it, as a sentence in which *what* names it: 'each strap'."""
        return words(self.fold.how, strip=what)

    def _lines(self) -> Iterator[Line]:
        for each in self.crosslines:
            path = line_path(complex(0, each.at), complex(self.across, each.at))
            yield Line(each.name, path, each.kind, holds=each.holds)
        folds = sorted({low for low, _, _ in self.fold.spans if low > 0})
        for number, at in enumerate(folds, start=1):
            x = at * self.layer
            path, title = line_path(complex(x, 0), complex(x, self.length)), words("fold {number}", number=number)
            yield Line(f"fold {number}", path, LineKind.FOLD, title)

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

    def end_caught(self, edge: str, at: float, copy: int = 1) -> tuple[Caught, ...]:
        """One end held in a seam: its layers on top of each other, from *at* mm along the seam."""
        return tuple(
            Caught((Run(self.id, edge, low * self.layer, high * self.layer, copy=copy),), at + place * self.layer)
            for low, high, place in self.fold.spans
        )


def check_hardware(
    width: float, key: str = "width", kinds: tuple[str, ...] = STRAP_HARDWARE, of: object = None
) -> Iterator[Problem]:
    """The problem, if any, that hardware of these *kinds* is not sold in *width*: geometry bends to what is sold.

    What is sold beyond the limits of the parameter *key* of a part, if it is given, is not proposed.
    """
    sold = sold_in_all(kinds)
    if width not in sold:
        what = [stock(kind) for kind in kinds]
        least, most = limits(of, key)
        may_be = {size: text for size, text in sold.items() if least <= size <= most}
        names = [Name(each.title.lower()) for each in what]
        fault = english(
            "{names} {verb} not sold {width} {measure}",
            names=series((series(names[:-1], ", "), names[-1]), " and ").capitalize(),
            verb="are" if what[1:] or what[0].one else "is",
            width=Length(width),
            measure=what[0].measure,
        )
        sizes = series(nearest(width, may_be), " or ")
        yield refusal(key, english("{fault}: choose {sizes}", fault=fault, sizes=sizes))


def swivel_id(name: str) -> str:
    """The id of the swivel hooks whose id begins with *name*."""
    return f"{name} swivel"


def swivel_hook(name: str, width: float, threads: str, count: int = 1, note: Said = NOTHING, hooks: str = "") -> Notion:
    """Swivel hooks for the strap *threads*, *width* mm inside; *name* begins their id, *hooks* is their ring's."""
    title, size = words("Swivel hook"), Length(width)
    bought = Notion(swivel_id(name), "swivel", title, size, width=width, count=count, note=note)
    return replace(bought, threads=threads, hooks=hooks)
