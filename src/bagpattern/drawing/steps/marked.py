"""Hardware set at its marks: the panels with every mark in its place, the first one's distances to two edges."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bagpattern.drawing.lettering import TIMES
from bagpattern.drawing.steps.canvas import HEIGHT, WIDTH, Canvas
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.scale import scaled
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import dimension, times
from bagpattern.drawing.steps.view import View
from bagpattern.drawing.strokes import circle
from bagpattern.geometry.cloths import Area, area_of, box_area, centre_of, disc_area, line_in, mapped, rings, together
from bagpattern.geometry.points import Point, point
from bagpattern.model.operation import LAYING, Operation, Sheet, Side, Verb, Where

_APART = 1.6
"""How far from the start of one panel the next one starts, as a share of its width."""
_ON_PAPER = 3
"""Panels that are shown beside each other at most."""
_SHORT = 9.0
"""mm of paper: a shorter distance is told beside the mark."""
_MARK = 1.1
"""mm of paper: the least radius of a mark."""
_BARE = 2.6
"""mm of paper: what lies at a mark and reaches no farther up leaves a line that leads to its middle readable."""
Sides = tuple[float, ...]


class _Marked(NamedTuple):
    """A sheet, the middles of its marks with their diameters, the outlines of what is cut out there, and those of what
    is sewn on there later.
    """

    sheet: Sheet
    holes: tuple[tuple[Point, float], ...]
    cuts: tuple[list[Point], ...]
    ends: tuple[list[Point], ...]

    @property
    def points(self) -> list[Point]:
        """Where the marks are."""
        middles = [sum(each[:-1]) / (len(each) - 1) for each in self.cuts]
        return [at for at, _ in self.holes] or middles or [sum(each) / len(each) for each in self.ends]


def marked(scene: Scene) -> Drawn | None:
    """What is set, or cut for it, at the marks of one panel or two."""
    patches, setting = _patched(scene)
    places = [where for where in setting.on if Sheet(where.panel) not in patches]
    found = _together([each for where in places if (each := _found(scene.hand, where))])
    panels = {(where.panel, where.copy) for where in places}
    if not 0 < len(found) <= _ON_PAPER or len(found) != len(panels):
        return None
    alike = tuple(each for each in scene.left if each.do in (Verb.INSERT, Verb.CUT) and each.on == setting.on)
    shown = (scene.first, *alike) if patches else alike
    return Drawn("marked", _Marks(scene.hand, found, patches, _backing(scene.hand, (setting, *alike))).drawn(), shown)


def _patched(scene: Scene) -> tuple[tuple[Sheet, ...], Operation]:
    """The patches that are laid behind marks first, if any, and what is set there."""
    first, after = scene.first, scene.left[scene.left.index(scene.first) + 1 :]
    if first.do not in LAYING or first.side is not Side.WRONG:
        return (), first
    return first.pieces, after[0] if after and after[0].do is Verb.INSERT else first


def _backing(hand: Hand, setting: Sequence[Operation]) -> Sides:
    """mm of the interfacing that is bought for behind the marks, across and up; none where there is none."""
    ids = {name for each in setting for name in each.notions}
    bought = [each for each in hand.pattern.notions if each.id in ids and each.kind == "patch"]
    return bought[0].sides if bought else ()


def _found(hand: Hand, where: Where) -> _Marked | None:
    sheet, panel = Sheet(where.panel, max(where.copy, 1)), hand.draft[where.panel]
    mine = (each for each in panel.holes if str(each.label) == where.on)
    holes = tuple((hand.own_point(sheet, each.at), each.diameter) for each in mine)
    cuts = tuple(hand.own_line(sheet, each.path.flat) for each in panel.lines if each.name == where.on and each.closed)
    ends = tuple(hand.own_line(sheet, each.path.flat) for each in panel.lines if each.name == where.on and each.end)
    return _Marked(sheet, holes, cuts, ends) if holes or cuts or ends else None


class _Marks:
    def __init__(self, hand: Hand, found: Sequence[_Marked], patches: Sequence[Sheet], backing: Sides) -> None:
        self.hand, self.found, self.canvas, self.backing = hand, found, Canvas(), backing
        self.reach = complex(_MARK, _MARK)
        self.patches = [Sheet(each.panel, 1) for each in patches]
        self.behind: dict[Sheet, Area] = {}
        self.shifts = list(self._beside())
        shapes = [self._moved(hand.outline(each.sheet), by) for each, by in zip(found, self.shifts, strict=True)]
        self.shapes = shapes
        self.view = View(shapes, (12, 12, WIDTH - 10, HEIGHT - 3))
        self.floor = self.view.area(together(shapes)).bounds[1]

    def _beside(self) -> Iterator[Point]:
        """The panels one beside the other."""
        at = 0.0
        for each in self.found:
            left, low, right, _ = self.hand.outline(each.sheet).bounds
            yield point(at - left, -low)
            at += (right - left) * _APART

    @staticmethod
    def _moved(area: Area, by: Point) -> Area:
        return mapped(area, lambda p: p + by)

    def drawn(self) -> Canvas:
        for each, shape, by in zip(self.found, self.shapes, self.shifts, strict=True):
            area = self.view.area(shape)
            self.canvas.cloth(area, self.hand.tone(each.sheet), True)
            net = self._moved(self.hand.net(each.sheet), by)
            for ring in rings(net):
                self.canvas.ring("guide", self.view.points(ring))
            self._set(each, by)
            lowest = min(round(p.imag) for p in each.points)
            row = [p + by for p in each.points if round(p.imag) == lowest]
            first = min(row, key=lambda p: (round(abs(self._beside_it(p, net)[0] - p)), p.real))
            if each is self.found[0] or each.points != self.found[0].points:
                self._distances(first, row, net)
        self._backed()
        for each, shape in zip(self.found, self.shapes, strict=True):
            self.canvas.number(self.view.area(shape), self.hand.number(each.sheet))
        for sheet, area in self.behind.items():
            self.canvas.number(area, self.hand.number(sheet))
        times(self.canvas, self.hand.panel(self.found[0].sheet).count if len(self.found) == 1 else 1)
        scaled(self.canvas, self.hand.pattern, self.view.scale, point(2, self.floor - 8))
        return self.canvas

    def _behind(self, at: Point) -> None:
        """The patch on the wrong side, its own mark at the mark."""
        for sheet in self.patches:
            mark = next((hole.at for hole in self.hand.panel(sheet).holes), centre_of(self.hand.net(sheet)))
            area = self.view.area(self._moved(self.hand.outline(sheet), at - mark))
            self.canvas.area_edge("guide", area)
            self.behind.setdefault(sheet, area)
            self._reaches(area)
        if self.backing:
            wide, high = self.backing
            area = self.view.area(box_area(*_box(at, wide, high)))
            self.canvas.area_edge("guide", area)
            self._reaches(area)

    def _reaches(self, area: Area) -> None:
        """What lies at a mark is kept free of the lines that tell its place."""
        left, low, right, high = area.bounds
        self.reach = complex(max(self.reach.real, (right - left) / 2), max(self.reach.imag, (high - low) / 2))

    def _backed(self) -> None:
        """How large the interfacing is, beside that behind the last mark, towards the middle of the panel."""
        holes = [
            (at + by, net)
            for each, by, net in zip(self.found, self.shifts, self.shapes, strict=True)
            for at, _ in each.holes
        ]
        if self.backing and holes:
            at, shape = holes[-1]
            corner = self.view(centre_of(shape)) - self.view(at)
            way = complex(math.copysign(1, corner.real), math.copysign(1, corner.imag))
            start = self.view(at) + complex(way.real * self.reach.real, way.imag * self.reach.imag)
            told = f" {TIMES} ".join(map(self.hand.told, self.backing))
            self.canvas.line("thin", start, start + way * 3.0)
            self.canvas.text(start + way * 3.0 + point(way.real * 5.0, way.imag * 1.6), told)

    def _set(self, each: _Marked, by: Point) -> None:
        for at, diameter in each.holes:
            self._behind(at + by)
            middle, radius = self.view(at + by), max(diameter / 2 * self.view.scale, _MARK)
            self.canvas.put("block", circle(middle, radius))
            self._reaches(disc_area(middle, radius))
            for way in (1, 1j):
                self.canvas.line("box", middle - way * (radius + 1.2), middle + way * (radius + 1.2))
            self.canvas.busy.append(disc_area(middle, radius + 1.4))
        for end in each.ends:
            self._behind(sum(end) / len(end) + by)
            self.canvas.line("thin", *self.view.points([p + by for p in end]))
        for cut in each.cuts:
            points = self.view.points([p + by for p in cut])
            self.canvas.line("slit", *points)
            self._reaches(area_of(points))
            self.canvas.busy.append(disc_area(sum(points) / len(points), 3))

    @staticmethod
    def _beside_it(at: Point, net: Area, way: complex = 1 + 0j) -> list[Point]:
        """The places on the edges on a level with a mark, or right above and below it, the nearest first."""
        ends = [end for line in line_in([at - 9e3 * way, at + 9e3 * way], net) for end in (line[0], line[-1])]
        return sorted(ends, key=lambda end: abs(end - at))

    def _distances(self, at: Point, row: Sequence[Point], net: Area) -> None:
        """From the nearer edge beside the mark, and from the nearer one above or below it: where what lies at the marks
        would be crossed, beside all of that, and on the sides away from those edges; outside of a near one.
        """
        beside, over = (next(iter(self._beside_it(at, net, way)), at) for way in (1 + 0j, 1j))
        side, up = (math.copysign(1, value) for value in ((at - beside).real, (at - over).imag))
        last = max(side * (self.view(each) - self.view(at)).real for each in row)
        covered = self.reach.imag > _BARE
        near = abs(self.view(beside) - self.view(at))
        out_beside = -near - 4.5 if near < _SHORT else last + self.reach.real + 4.0
        away = 1j * up * (self.reach.imag + 3.0), complex(side * out_beside)
        for end, out in zip((beside, over), away, strict=True):
            a, b = self.view(end), self.view(at)
            if abs(end - at) > 1:
                dimension(
                    self.canvas, a, b, self.hand.told(abs(end - at)), out if covered or abs(b - a) < _SHORT else 0j
                )


def _box(at: Point, wide: float, high: float) -> tuple[float, float, float, float]:
    """So much across and up round a place."""
    return at.real - wide / 2, at.imag - high / 2, at.real + wide / 2, at.imag + high / 2


def _together(found: list[_Marked]) -> list[_Marked]:
    """All marks of a sheet in one."""
    sheets = dict.fromkeys(each.sheet for each in found)
    own = {sheet: [each for each in found if each.sheet == sheet] for sheet in sheets}
    return [
        _Marked(
            sheet,
            tuple(hole for each in marks for hole in each.holes),
            tuple(cut for each in marks for cut in each.cuts),
            tuple(end for each in marks for end in each.ends),
        )
        for sheet, marks in own.items()
    ]
