"""Webbing or a made strap on a panel: along its line or with its ends on their marks, where it is stitched, how far
from the edges.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bagpattern.drawing.steps.canvas import HEIGHT, WIDTH, Canvas
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.looks import Tone
from bagpattern.drawing.steps.scale import scaled
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import dimension, seam, times
from bagpattern.drawing.steps.view import View
from bagpattern.geometry.cloths import (
    Area,
    along,
    area_of,
    box_area,
    centre_of,
    distance,
    grown_by,
    less,
    line_in,
    mapped,
    rings,
    rounded_along,
    together,
)
from bagpattern.geometry.place import Box
from bagpattern.geometry.points import Point, point, unit
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.notion import Notion
from bagpattern.model.operation import LAYING, Operation, Sheet, Side, Verb, Where
from bagpattern.model.seam import SeamKind

_ON_PAPER = 2
"""Panels that are shown beside each other at most."""
_APART = 1.12
"""How far from the start of one panel the next one starts, as a share of its width."""
_EDGE = 3.0
"""mm from the edge of webbing to its stitching [K]."""
_SHORT, _BESIDE = 9.0, -5.0 + 0j
"""mm of paper: a shorter distance is told beside the panel, and how far beside."""
_ON_IT = 0.5
"""mm from an edge within which a mark begins on it."""
_BOTH = 2
"""Lines across webbing that is loose between them."""
_KINDS = ("webbing", "hook-and-loop")


class Laid(NamedTuple):
    """Webbing of some ``width`` on a sheet: the mark that it is laid by, its points there, and what it covers."""

    sheet: Sheet
    mark: Line
    points: list[Point]
    area: Area
    width: float


class _Made(NamedTuple):
    """A strap of cloth, as what is bought: it has no ``length`` but that of its pieces."""

    id: str
    width: float
    length: None = None


def webbing(scene: Scene) -> Drawn | None:
    """What is laid, basted or stitched in place of one webbing, tape or strap."""
    first = scene.first
    of = None if first.side is Side.WRONG else _made(scene) or _bought(scene)
    if of is None:
        return None
    own = isinstance(of, _Made)
    alike = tuple(each for each in scene.left if (_is_of(scene, each, of.id) if own else _is_alike(each, first)))
    every = [each for one in (alike if own else (first,)) for where in one.on for each in laid(scene.hand, where, of)]
    strips = [each for each in every if len(each.points) > 2] or every
    if not strips:
        return None
    stitched = any(each.do in (Verb.TOPSTITCH, Verb.SEW) for each in alike)
    kind, made = ("ends on marks", of.id) if own else ("webbing", "")
    return Drawn(kind, _Webbing(scene.hand, strips, stitched, made).drawn(), alike)


def _bought(scene: Scene) -> Notion | None:
    bought = {each.id: each for each in scene.hand.pattern.notions}
    mine = (bought[each] for each in scene.first.notions if each in bought and bought[each].kind in _KINDS)
    return next(mine, None)


def _made(scene: Scene) -> _Made | None:
    """A strap whose ends are laid on marks of their own."""
    first, draft = scene.first, scene.hand.draft
    strap = draft[first.pieces[0].panel].strap if first.pieces and first.do in LAYING else None
    marks = [_mark(scene.hand, where) for where in first.on]
    if not strap or not marks or not all(each and each.end and each.end.of == first.pieces[0].panel for each in marks):
        return None
    return _Made(first.pieces[0].panel, strap.width)


def _mark(hand: Hand, where: Where) -> Line | None:
    return next((each for each in hand.draft[where.panel].lines if each.name == where.on), None)


def _is_of(scene: Scene, operation: Operation, strap: str) -> bool:
    """Whether the ends of a strap are laid on their marks, sewn there, and stitched through in the same task."""
    if operation.do is Verb.SEW:
        of = scene.hand.pattern.seams[operation.seams[0]]
        return of.kind is SeamKind.PLACEMENT and {run.panel for run in of.b} == {strap}
    mine = {each.panel for each in operation.pieces} == {strap}
    last = operation.do is Verb.TOPSTITCH and operation.task == scene.left[-1].task and not operation.on
    return mine and (last or (operation.do in LAYING and operation.side is Side.RIGHT))


def _is_alike(operation: Operation, first: Operation) -> bool:
    """Whether the same webbing is laid or stitched on the same panels."""
    there = {each.panel for each in operation.on} <= {each.panel for each in first.on}
    placed = operation.do in (*LAYING, Verb.TOPSTITCH) and bool(operation.on)
    return placed and there and operation.notions == first.notions


def laid(hand: Hand, where: Where, of: Notion | _Made) -> Iterator[Laid]:
    """A mark goes round three sides of webbing, is its middle line, or begins it on the edge that catches its end."""
    sheet, width = Sheet(where.panel, max(where.copy, 1)), of.width or 0.0
    for mark in hand.draft[where.panel].lines:
        if mark.name == where.on and mark.kind in (LineKind.PLACEMENT, LineKind.STITCH) and not mark.closed:
            points = hand.own_line(sheet, mark.path.flat)
            if len(points) > 2:
                yield Laid(sheet, mark, points, area_of(points), width)
            elif mark.holds and width:
                yield Laid(sheet, mark, points, along(points, width / 2), width)
            elif mark.end and mark.end.of == of.id and of.length and _begins_on_an_edge(hand, sheet, points):
                yield _caught(hand, sheet, mark, points, of)


def _begins_on_an_edge(hand: Hand, sheet: Sheet, points: Sequence[Point]) -> bool:
    """Whether a mark leads inward from the stitching line: one across the webbing tells only where that ends."""
    return distance(hand.net(sheet).boundary, points[0]) < _ON_IT


def _caught(hand: Hand, sheet: Sheet, mark: Line, points: list[Point], of: Notion) -> Laid:
    """From the raw edge inward, all of it: its mark tells the middle of its end and the way."""
    width, inward = of.width or 0.0, unit(points[-1] - points[0])
    out = min(hand.pattern[sheet.panel].allowances.values())
    middle = [points[0] - inward * out, points[0] + inward * ((of.length or 0.0) - out)]
    across = 1j * inward * width / 2
    return Laid(sheet, mark, [points[0] + across, points[0] - across], along(middle, width / 2), width)


class _Webbing:
    def __init__(self, hand: Hand, laid: Sequence[Laid], stitched: bool, made: str) -> None:
        self.hand, self.stitched, self.made, self.canvas = hand, stitched, made, Canvas()
        self.sheets = list(dict.fromkeys(each.sheet for each in laid))[:_ON_PAPER]
        self.laid = [each for each in laid if each.sheet in self.sheets]
        self.shifts = dict(zip(self.sheets, self._beside(), strict=True))
        self.shapes = {sheet: self._moved(hand.outline(sheet), sheet) for sheet in self.sheets}
        self.loops = [self._loop(*pair) for pair in self._pairs()]
        self.view = View([*self.shapes.values(), *self.loops], (11, 10, WIDTH - 11, HEIGHT - 4))
        self.floor = self.view.area(together(self.shapes.values())).bounds[1]

    def _beside(self) -> Iterator[Point]:
        at = 0.0
        for each in self.sheets:
            left, low, right, _ = self.hand.outline(each).bounds
            yield point(at - left, -low)
            at += (right - left) * _APART

    def _moved(self, area: Area, sheet: Sheet) -> Area:
        return mapped(area, lambda p: p + self.shifts[sheet])

    def drawn(self) -> Canvas:
        for sheet in self.sheets:
            self.canvas.cloth(self.view.area(self.shapes[sheet]), self.hand.tone(sheet), True)
            for ring in rings(self._moved(self.hand.net(sheet), sheet)):
                self.canvas.ring("guide", self.view.points(ring))
        covered = [self._strip(each) for each in (*(self._moved(x.area, x.sheet) for x in self.laid), *self.loops)]
        for each in self.laid:
            self._needle(each)
        for area in [*covered[len(self.laid) :], *covered][:1] if self.made else ():
            self.canvas.number(area, self.hand.number(Sheet(self.made, 1)))
        for sheet in self.sheets:
            self._distances(sheet)
            seen = less(self.view.area(self.shapes[sheet]), *covered)
            self.canvas.number(seen, self.hand.number(sheet))
        times(self.canvas, self.hand.panel(self.sheets[0]).count if len(self.sheets) == 1 else 1)
        scaled(self.canvas, self.hand.pattern, self.view.scale, point(2, self.floor - 8))
        return self.canvas

    def _strip(self, of: Area) -> Area:
        area = self.view.area(of)
        self.canvas.cloth(area, self.hand.tone(Sheet(self.made, 1)) if self.made else Tone.TAPE, True)
        return area

    # handles ----------------------------------------------------------------------------------------------------------

    def _pairs(self) -> Iterator[tuple[Laid, Laid]]:
        """Both ends of one piece on one panel."""
        for one in self.laid:
            for other in self.laid:
                a, b = one.mark.end, other.mark.end
                if a and b and one.sheet == other.sheet and (a.of, a.copy) == (b.of, b.copy) and a.edge < b.edge:
                    yield one, other

    def _loop(self, one: Laid, other: Laid) -> Area:
        """The handle hangs into the panel, or stands up from it where its ends are stitched; how far is not true."""
        p, q = (centre_of(self._moved(each.area, each.sheet)) for each in (one, other))
        way, half = unit(q - p), one.width / 2
        down, wide = self._inward(one, p, way), abs(q - p) / 2
        deep = min(wide * 1.1, 0.6 * self._room(one, p, down))
        down = -down if self.stitched else down
        bow = [(p + q) / 2 - way * wide * (1 - n / 8) + down * deep * (1 - (1 - n / 8) ** 4) ** 0.5 for n in range(17)]
        return rounded_along(bow, half)

    def _inward(self, each: Laid, at: Point, way: complex) -> complex:
        net = self._moved(self.hand.net(each.sheet), each.sheet)
        return min((1j * way, -1j * way), key=lambda side: distance(net, at + side * 80))

    def _room(self, each: Laid, at: Point, down: complex) -> float:
        net = self._moved(self.hand.net(each.sheet), each.sheet)
        return max((abs(line[-1] - line[0]) for line in line_in([at, at + down * 9e3], net)), default=40.0)

    # stitches and distances -------------------------------------------------------------------------------------------

    def _needle(self, each: Laid) -> None:
        """Along its edges where it is stitched in place; across its end where it is basted."""
        points = [p + self.shifts[each.sheet] for p in each.points]
        if self.stitched:
            for side in self._sides(each, points):
                seam(self.canvas, self.view.points(side), stops=False)
        elif each.mark.end:
            inner = unit(centre_of(self._moved(each.area, each.sheet)) - (points[0] + points[-1]) / 2)
            ends = [self.view(p) + self.view.way(inner) * 1.2 for p in (points[0], points[-1])]
            seam(self.canvas, ends, stops=False, arrow=False)

    def _sides(self, each: Laid, points: list[Point]) -> Iterator[list[Point]]:
        if len(points) > 2:
            yield from rings(grown_by(self._moved(each.area, each.sheet), -_EDGE))[:1]
            return
        across = 1j * unit(points[-1] - points[0]) * (each.width / 2 - _EDGE)
        stops = self._stops(each, points[0], points[-1])
        for start, end in zip(stops[::2], stops[1::2], strict=True):
            if len(stops) > 2:  # loose between its ends: a box at each
                yield [start + across, end + across, end - across, start - across, start + across]
            else:
                yield from ([start + side, end + side] for side in (across, -across))

    def _stops(self, each: Laid, start: Point, end: Point) -> list[Point]:
        """Where the stitching of webbing begins and ends, along its middle: at its ends, and at lines across it."""
        way, panel = unit(end - start), self.hand.draft[each.sheet.panel]
        lines = [mark.path for mark in panel.lines if mark.kind is LineKind.TOPSTITCH]
        areas = [self._moved(along(self.hand.own_line(each.sheet, path.flat), 1.0), each.sheet) for path in lines]
        places = [(centre_of(area) - start) / way for area in areas]
        across = sorted(at.real for at in places if abs(at.imag) < 1 and 0 < at.real < abs(end - start))
        if len(across) != _BOTH:
            return [start, end]
        return [start + way * _EDGE, *(start + way * at for at in across), end - way * _EDGE]

    def _distances(self, sheet: Sheet) -> None:
        """From the edge beside the first one, and from there to the next; else from the edge above or below it."""
        pair = next((pair for pair in self._pairs() if pair[0].sheet == sheet), None)
        alone = [each for each in self.laid if each.sheet == sheet]
        mine = sorted(pair or alone, key=lambda each: float(each.area.bounds[0]))
        net, first = self._moved(self.hand.net(sheet), sheet), self._moved(mine[0].area, sheet)
        left, low, right, high = first.bounds
        y, x = (low + high) / 2, (left + right) / 2
        outer = net.intersection(box_area(left - 9e3, y - 0.5, left, y + 0.5)).bounds
        across = bool(mine[0].mark.end) and right - left > high - low
        if outer and left - outer[0] > 1 and not across:
            self._told(point(outer[0], y), point(left, y))
            others = [self._moved(each.area, sheet).bounds for each in mine[1:]]
            beside_it = [each for each in others if each[0] > right]
            if beside_it:
                self._told(point(right, y), point(beside_it[0][0], y))
            elif others:
                self._down(net, [first.bounds, *others])
            return
        above = net.intersection(box_area(x - 0.5, high, x + 0.5, high + 9e3)).bounds
        if above and above[3] - high > 1:
            beside = (above[3] - high) * self.view.scale < _SHORT
            x, away = (left, _BESIDE) if beside else (x, 0j)
            self._told(point(x, high), point(x, above[3]), away)

    def _down(self, net: Area, strips: Sequence[Box]) -> None:
        """From the edge above strips that lie below each other to the uppermost, and from there to the next."""
        upper, lower = sorted(strips, key=lambda each: -each[3])[:2]
        x = upper[0] + (upper[2] - upper[0]) * 0.75
        above = net.intersection(box_area(x - 0.5, upper[3], x + 0.5, upper[3] + 9e3)).bounds
        for start, end in ((above[3], upper[3]), (upper[1], lower[3])):
            short = abs(start - end) * self.view.scale < _SHORT
            away = self.view.scale * (upper[2] - x) + 4.0 if short else 0.0
            self._told(point(x, start), point(x, end), complex(away))

    def _told(self, start: Point, end: Point, away: complex = 0j) -> None:
        if abs(end - start) > 1:
            dimension(self.canvas, self.view(start), self.view(end), self.hand.told(abs(end - start)), away)
