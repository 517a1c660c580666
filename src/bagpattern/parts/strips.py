"""Strips folded in four: straps, handles and tabs [construction 5.7]."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bagpattern.catalog.notions import HARDWARE_WIDTHS, nearest_widths
from bagpattern.errors import InputError
from bagpattern.geometry.path import line_path
from bagpattern.geometry.shapes import rectangle
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Edge, Finish, Line, LineKind, Panel, Role
from bagpattern.model.seam import Caught, Run, Seam, SeamKind
from bagpattern.parts.part import refusal
from bagpattern.units import millimetres

LAYERS = 4


@dataclass(frozen=True)
class Strip:
    """A strip that finishes ``width`` mm wide and ``length`` mm long between the stitching lines of its two ends.

    ``bulk`` is one layer's thickness: each fold takes it, so the strip is cut that much wider [construction 8].
    """

    id: str
    title: str
    width: float
    length: float
    bulk: float
    count: int = 1
    crosslines: tuple[tuple[str, float, LineKind], ...] = ()
    """Lines across the strip: name, mm from its start, kind."""

    @property
    def layer(self) -> float:
        """mm across one of the four layers."""
        return self.width + self.bulk

    def draft(self) -> Draft:
        """The strip, and the stitching that closes each copy along its open long edge."""
        sides = rectangle(LAYERS * self.layer, self.length)
        edges = (
            Edge("start", sides.bottom),
            Edge("right", sides.right, Finish.RAW),
            Edge("end", sides.top),
            Edge("left", sides.left, Finish.RAW),
        )
        panel = Panel(
            self.id, self.title, "shell", Role.STRAP, edges, tuple(self._lines()), count=self.count, layers=LAYERS
        )
        return Draft((panel,), tuple(self._closing(copy) for copy in range(1, self.count + 1)))

    def _lines(self) -> Iterator[Line]:
        for name, y, kind in self.crosslines:
            yield Line(name, line_path(complex(0, y), complex(LAYERS * self.layer, y)), kind)
        for number in range(1, LAYERS):
            x = number * self.layer
            yield Line(f"fold {number}", line_path(complex(x, 0), complex(x, self.length)), LineKind.FOLD)

    def _closing(self, copy: int) -> Seam:
        a, b = (Run(self.id, side, copy=copy, reversed=side == "right") for side in ("left", "right"))
        return Seam(self.closing_id(copy), (a,), (b,), SeamKind.TOPSTITCHED)

    def closing_id(self, copy: int) -> str:
        """The id of the seam that closes one copy."""
        return f"{self.id} {copy} long edge" if self.count > 1 else f"{self.id} long edge"

    @property
    def closing_ids(self) -> tuple[str, ...]:
        """The ids of the seams that close all copies."""
        return tuple(self.closing_id(copy) for copy in range(1, self.count + 1))

    def end_caught(self, edge: str, at: float, copy: int = 1) -> tuple[Caught, ...]:
        """One end held in a seam: its four layers on top of each other, from *at* mm along the seam."""
        return tuple(
            Caught((Run(self.id, edge, layer * self.layer, (layer + 1) * self.layer, copy=copy),), at)
            for layer in range(LAYERS)
        )


def check_hardware(width: float, key: str = "width") -> Iterator[InputError]:
    """The problem, if any, that rings and sliders are not sold in *width*: geometry bends to what can be bought."""
    if width not in HARDWARE_WIDTHS:
        sold = " or ".join(millimetres(stock) for stock in nearest_widths(width))
        yield refusal(key, f"rings and sliders are not sold {millimetres(width)} wide: choose {sold}")


def raise_together(errors: Iterable[InputError]) -> None:
    """Raise all problems as one InputError; nothing when there is none."""
    problems = [problem for error in errors for problem in error.problems]
    if problems:
        raise InputError(problems)
