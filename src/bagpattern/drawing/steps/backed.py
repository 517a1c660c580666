"""Stiffenings or linings behind panels: each panel with its wrong side up and what goes on it, all in one scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bagpattern.drawing.steps.canvas import WIDTH, Canvas
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.looks import SMALL
from bagpattern.drawing.steps.scale import scaled
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import seam, stack
from bagpattern.geometry.cloths import (
    Area,
    centre_of,
    grown_by,
    hatched,
    line_out,
    mapped,
    placed,
    rings,
    rounded_along,
    together,
)
from bagpattern.geometry.placement import IDENTITY, MIRROR
from bagpattern.geometry.points import Point, point
from bagpattern.model.operation import FIXING, Operation, Sheet, Verb, Where
from bagpattern.model.panel import Role

_TOP, _HIGH, _GAP, _FOOT = 58.0, 44.0, 3.0, 5.0
"""mm of paper: where the first row begins, all rows together, between pieces, under each for its numbers."""
_NARROW = 14.0
"""mm of paper that the numbers under a piece take."""
_MOST, _LESS = 0.5, 0.93
"""mm of paper for a mm of cloth that are tried first, and how much less is tried next."""

_SAME, _IN = 0.02, 1.4
"""The share by which a lining and its panel may differ and still be cut alike [K]; mm of paper from an edge to the
stitches inside it.
"""
_LINES = 50.0
"""mm of cloth from one line of a quilt to the next, as the words have it."""


class _Part(NamedTuple):
    """A sheet with its wrong side up."""

    sheet: Sheet
    area: Area


class _Pair(NamedTuple):
    """A stiffening or a lining and its panel, each whole or in parts; no stitch is made near what is ``free``."""

    over: tuple[_Part, ...]
    under: tuple[_Part, ...]
    free: Area | None = None

    @property
    def layer(self) -> Area:
        """All of what lies on top."""
        return together(each.area for each in self.over)

    @property
    def host(self) -> Area:
        """All that is below."""
        return together(each.area for each in self.under)


def backed(scene: Scene) -> Drawn | None:
    """Several stiffenings that are fixed behind their panels, or linings that are basted there."""
    return _linings(scene) or _stiffenings(scene)


def _linings(scene: Scene) -> Drawn | None:
    """Linings that are cut like the panels on which they lie."""
    hand, wholes = scene.hand, list[list[Operation]]()
    for each in scene.left:
        if each.do is scene.first.do and set(each.pieces) & hand.draft.basted:
            mine = next((whole for whole in wholes if each.pieces[0] in hand.group(whole[0].pieces[0])), None)
            if mine is None:
                wholes.append(mine := [])
            mine.append(each)
    found = [(each, pair) for each in wholes if (pair := _lined(hand, each))]
    done = tuple(each for whole, _ in found for each in whole)
    if len(done) < 2:
        return None
    return Drawn("backed", _Backed(hand, [pair for _, pair in found], True, 0.0).drawn(), done)


def _lined(hand: Hand, basting: Sequence[Operation]) -> _Pair | None:
    """A lining, with all that is sewn to it by then, on the panel that it is cut like, if that is one piece by then.

    One of its parts lies where it was drafted, as its panel does.
    """
    layers = list(dict.fromkeys(each.pieces[0] for each in basting))
    on = [where for each in basting for where in each.on]
    hosts = list(dict.fromkeys(Sheet(each.panel, max(each.copy, 1)) for each in on))
    under = _turned_over(hand, hosts, hosts[0]) if hosts else ()
    for main in layers if len(under) == len(hosts) > 0 else ():
        pair = _Pair(_turned_over(hand, layers, main), under, _free(hand, hosts, on))
        if pair.layer.symmetric_difference(pair.host).area <= _SAME * pair.host.area:
            return pair
    return None


def _turned_over(hand: Hand, sheets: Sequence[Sheet], main: Sheet) -> tuple[_Part, ...]:
    """Sheets as they are sewn to one of them."""
    places = {main: IDENTITY} if len(sheets) == 1 else hand.group(main)
    found = ((each, places[each]) for each in sheets if each in places)
    return tuple(_Part(each, placed(placed(hand.outline(each), place), MIRROR)) for each, place in found)


def _free(hand: Hand, hosts: Sequence[Sheet], on: Sequence[Where]) -> Area:
    """What a lining is not basted to: where a zip is sewn on."""
    held = {(each.panel, each.on) for each in on}
    edges = ((host, edge) for host in hosts for edge in hand.panel(host).edges if not hand.is_sewn(host, edge.name))
    beside = (
        rounded_along(
            hand.own_line(host, edge.path.flat), max(edge.zip / 2, hand.pattern[host.panel].allowances[edge.name])
        )
        for host, edge in edges
        if (host.panel, edge.name) not in held
    )
    return placed(together(beside), MIRROR)


def _stiffenings(scene: Scene) -> Drawn | None:
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
    return _Pair((_Part(layer, placed(lying, MIRROR)),), (_Part(host, placed(cut, MIRROR)),))


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
        left, low, right, high = (side * self.scale for side in each.host.bounds)
        return max(right - left, _NARROW), high - low

    def drawn(self) -> Canvas:
        for foot, row in self._rows():
            for each, x in row:
                self._piece(each, point(x, foot + _FOOT + _GAP))
        floor, first = self._rows()[-1][0], self.pairs[0]
        sheets = first.over[0].sheet, first.under[0].sheet
        layers = [(self.hand.tone(each), False, self.hand.number(each)) for each in sheets]
        beside = self.hand.told(self.beside) if self.beside else ""
        stack(self.canvas, point(WIDTH - 28, floor - (8 if beside else 4)), layers, self.stitched, beside)
        scaled(self.canvas, self.hand.pattern, self.scale, point(_GAP, floor - 6))
        return self.canvas

    def _piece(self, each: _Pair, corner: Point) -> None:
        """Its lower left corner is there; under it the numbers of both."""
        left, low, right, _ = each.host.bounds
        wide = (right - left) * self.scale
        by = corner + max((_NARROW - wide) / 2, 0) - point(left, low) * self.scale

        def on_paper(area: Area) -> Area:
            return mapped(area, lambda p: p * self.scale + by)

        for part in (*each.under, *each.over):
            self.canvas.cloth(on_paper(part.area), self.hand.tone(part.sheet), False)
        free = grown_by(on_paper(each.free), _IN + 0.2) if each.free else None
        for line in self._stitches(each, on_paper(each.layer), free):
            seam(self.canvas, line, stops=False, arrow=False)
        told = f"{self._numbers(each.over)} + {self._numbers(each.under)}"
        self.canvas.text(corner + max(wide, _NARROW) / 2 - 3j, told, SMALL, bold=True)

    def _stitches(self, each: _Pair, area: Area, free: Area | None) -> Iterator[list[Point]]:
        """All round but along what is *free*, or the lines of a quilt."""
        layer, host = (self.hand.panel(each[0].sheet) for each in (each.over, each.under))
        if host.quilted and layer.role is Role.STIFFENING:
            yield from hatched(area, 1j, _LINES * self.scale)
        elif self.stitched:
            for ring in rings(grown_by(area, -_IN))[:1]:
                yield from line_out(ring, free) if free else [ring]

    def _numbers(self, parts: Sequence[_Part]) -> str:
        return ", ".join(self.hand.number(each.sheet) for each in parts)
