"""Stiffenings behind their panels: each panel with its wrong side up and what goes on it, all in one scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bagpattern.drawing.steps.canvas import WIDTH, Canvas
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.looks import SMALL
from bagpattern.drawing.steps.scale import scaled
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import seam, stack
from bagpattern.geometry.cloths import Area, centre_of, grown_by, hatched, mapped, placed, rings
from bagpattern.geometry.placement import MIRROR
from bagpattern.geometry.points import Point, point
from bagpattern.model.operation import FIXING, Operation, Sheet, Verb
from bagpattern.model.panel import Role

_TOP, _HIGH, _GAP, _FOOT = 58.0, 44.0, 3.0, 5.0
"""mm of paper: where the first row begins, all rows together, between pieces, under each for its numbers."""
_NARROW = 14.0
"""mm of paper that the numbers under a piece take."""
_MOST, _LESS = 0.5, 0.93
"""mm of paper for a mm of cloth that are tried first, and how much less is tried next."""

_LINES = 50.0
"""mm of cloth from one line of a quilt to the next, as the words have it."""


class _Pair(NamedTuple):
    """A stiffening and its panel, both with the wrong side up."""

    layer: Sheet
    host: Sheet
    area: Area
    under: Area


def backed(scene: Scene) -> Drawn | None:
    """Several stiffenings that are fixed behind their panels."""
    pairs = [found for each in scene.first.pieces if (found := _pair(scene.hand, each.panel))]
    if len(pairs) < 2 or len(pairs) != len(scene.first.pieces):
        return None
    alike = tuple(each for each in scene.left if _is_alike(each, scene.first))
    stitched = any(each.do is Verb.QUILT for each in alike)
    beside = max(each.beside for each in alike)
    return Drawn("backed", _Backed(scene.hand, pairs, stitched, beside).drawn(), alike)


def _is_alike(operation: Operation, first: Operation) -> bool:
    return operation.do in (*FIXING, Verb.QUILT) and operation.pieces == first.pieces


def _pair(hand: Hand, name: str) -> _Pair | None:
    """A stiffening lies in the middle of its panel, and is cut with the same side up."""
    layer = Sheet(name, 1)
    panel = hand.panel(layer)
    if panel.role is not Role.STIFFENING or not panel.stiffens:
        return None
    host = Sheet(panel.stiffens, 1)
    off = centre_of(hand.net(host)) - centre_of(hand.net(layer))
    lying = mapped(hand.outline(layer), lambda p: p + off)
    cut = grown_by(hand.outline(host), hand.panel(host).quilted)
    return _Pair(layer, host, placed(lying, MIRROR), placed(cut, MIRROR))


class _Backed:
    def __init__(self, hand: Hand, pairs: Sequence[_Pair], stitched: bool, beside: float) -> None:
        self.hand, self.pairs, self.stitched, self.beside, self.canvas = hand, pairs, stitched, beside, Canvas()
        self.scale = _MOST
        while _TOP - self._rows()[-1][0] > _HIGH:
            self.scale *= _LESS

    def _rows(self) -> list[tuple[float, list[tuple[_Pair, float]]]]:
        """Rows from above: the lower end of each, and its pieces with where each begins."""
        rows: list[tuple[float, list[tuple[_Pair, float]]]] = []
        x, foot, row = _GAP, _TOP, list[tuple[_Pair, float]]()
        for each in self.pairs:
            wide, high = self._size(each)
            if row and x + wide > WIDTH - _GAP:
                rows.append((foot, row))
                x, row = _GAP, []
                top = rows[-1][0]
                foot = top
            foot = min(foot, (rows[-1][0] if rows else _TOP) - high - _FOOT - _GAP)
            row.append((each, x))
            x += wide + _GAP
        return [*rows, (foot, row)]

    def _size(self, each: _Pair) -> tuple[float, float]:
        left, low, right, high = (side * self.scale for side in each.under.bounds)
        return max(right - left, _NARROW), high - low

    def drawn(self) -> Canvas:
        for foot, row in self._rows():
            for each, x in row:
                self._piece(each, point(x, foot + _FOOT + _GAP))
        floor, first = self._rows()[-1][0], self.pairs[0]
        layers = [(self.hand.tone(first.layer), False, self._number(first.layer))]
        layers.append((self.hand.tone(first.host), False, self._number(first.host)))
        beside = self.hand.told(self.beside) if self.beside else ""
        stack(self.canvas, point(WIDTH - 28, floor - (8 if beside else 4)), layers, self.stitched, beside)
        scaled(self.canvas, self.hand.pattern, self.scale, point(_GAP, floor - 6))
        return self.canvas

    def _piece(self, each: _Pair, corner: Point) -> None:
        """Its lower left corner is there; under it the numbers of both."""
        left, low, right, _ = each.under.bounds
        wide = (right - left) * self.scale
        by = corner + max((_NARROW - wide) / 2, 0) - point(left, low) * self.scale
        under, area = (mapped(a, lambda p: p * self.scale + by) for a in (each.under, each.area))
        self.canvas.cloth(under, self.hand.tone(each.host), False)
        self.canvas.cloth(area, self.hand.tone(each.layer), False)
        for line in self._stitches(each, area):
            seam(self.canvas, line, stops=False, arrow=False)
        told = f"{self._number(each.layer)} + {self._number(each.host)}"
        self.canvas.text(corner + max(wide, _NARROW) / 2 - 3j, told, SMALL, bold=True)

    def _stitches(self, each: _Pair, area: Area) -> Iterator[list[Point]]:
        """All round, or the lines of a quilt."""
        if self.hand.panel(each.host).quilted:
            yield from hatched(area, 1j, _LINES * self.scale)
        elif self.stitched:
            yield from rings(grown_by(area, -1.4))[:1]

    def _number(self, sheet: Sheet) -> str:
        return self.hand.number(sheet)
