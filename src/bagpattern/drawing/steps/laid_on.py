"""A part that one edge holds on a line of a panel: that edge turned under, or the part folded down over its seam."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bagpattern.attached.lying import alike
from bagpattern.drawing.steps.canvas import HEIGHT, Canvas
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.looks import SMALL
from bagpattern.drawing.steps.scale import scaled
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import arc, bar, bend, dimension, needle, scissors
from bagpattern.drawing.steps.signs import seam as stitched
from bagpattern.drawing.steps.view import View
from bagpattern.geometry.cloths import Area, area_of, box_area, grown_by, less, placed, rings
from bagpattern.geometry.placement import Placement, onto
from bagpattern.geometry.points import Point, point, unit
from bagpattern.making.joints import sheet_of
from bagpattern.model.operation import Operation, Verb
from bagpattern.model.seam import Seam, SeamKind

_WIDE, _FAR = 48.0, 1e4
_LEFT, _RIGHT, _MIDDLE = 54.0, 82.0, 26.0
"""mm of paper: the ends of a section, and how high one alone stands."""
_SEWN, _FOLDED = 42.0, 16.0
_AFTER = frozenset({Verb.TRIM, Verb.FOLD, Verb.PRESS, Verb.TOPSTITCH})


class _Doing(NamedTuple):
    """What is done to the part before its seam, the seam, and what is done to it after that."""

    before: tuple[Operation, ...]
    sewing: Operation
    after: tuple[Operation, ...]

    def does(self, verb: Verb) -> bool:
        """Whether it is done after the seam."""
        return any(each.do is verb for each in self.after)

    def beside(self, verb: Verb) -> float:
        """How many mm beside the seam or the fold; 0 where nothing tells."""
        return max((each.beside for each in self.after if each.do is verb), default=0.0)


def laid_on(scene: Scene) -> Drawn | None:
    """One straight edge sewn to a line, and what makes its allowance lie flat."""
    for sewing, of in scene.sewing(SeamKind.PLACEMENT):
        if _is_by_an_edge(scene.hand, of):
            doing = _doing(scene, sewing, of)
            shown = (*doing.before, sewing, *doing.after)
            if scene.first in shown and (doing.before or doing.after):
                return Drawn("laid on", _LaidOn(scene.hand, of, doing).drawn(), shown)
    return None


def _is_by_an_edge(hand: Hand, of: Seam) -> bool:
    one = len(of.a) == len(of.b) == len(alike(hand.draft, of)) == 1
    straight = one and not of.zip and hand.is_straight((*of.a, *of.b))
    return straight and of.a[0].panel != of.b[0].panel and hand.draft[of.b[0].panel].has_edge(of.b[0].on)


def _doing(scene: Scene, sewing: Operation, of: Seam) -> _Doing:
    at = scene.left.index(sewing)
    mine = [n for n, each in enumerate(scene.left) if _is_to(each, of.b[0].panel) and each.task == sewing.task]
    before = tuple(scene.left[n] for n in mine if n < at and scene.left[n].do in (Verb.PRESS, Verb.FOLD))
    return _Doing(before, sewing, tuple(scene.left[n] for n in mine if n > at and scene.left[n].do in _AFTER))


def _is_to(operation: Operation, panel: str) -> bool:
    only = {each.panel for each in operation.pieces} == {panel}
    return only and not operation.on and not operation.seams and not operation.notions


class _LaidOn:
    def __init__(self, hand: Hand, of: Seam, doing: _Doing) -> None:
        self.hand, self.doing, self.canvas = hand, doing, Canvas()
        self.host, self.part = sheet_of(of.a[0]), sheet_of(of.b[0])
        self.line, own = hand.run(of.a[0]), hand.run(of.b[0])
        self.outline = hand.outline(self.host)
        ways = [onto(self.line, own[::step], False) for step in (1, -1)]
        self.place = max(ways, key=lambda place: self._on_it(place))
        self.lying = placed(hand.outline(self.part), self.place)
        self.over = self._turned_over(own)
        self.view = View([self.outline, *([self.over] if doing.after else [])], (9, 10, _WIDE, HEIGHT - 4))

    def _on_it(self, place: Placement) -> float:
        return float(placed(self.hand.net(self.part), place).intersection(self.outline).area)

    def _turned_over(self, own: Sequence[Point]) -> Area:
        """The part with its wrong side up, on the other side of its line."""
        ways = [onto(self.line, own[::step], True) for step in (1, -1)]
        areas = [placed(self.hand.outline(self.part), way) for way in ways]
        return min(areas, key=lambda area: area.intersection(self.lying).area)

    def drawn(self) -> Canvas:
        host = self.view.area(self.outline)
        self.canvas.cloth(host, self.hand.tone(self.host), True)
        for ring in rings(self.hand.net(self.host)):
            self.canvas.ring("guide", self.view.points(ring))
        part = self._upright() if self.doing.after else self._flat()
        self._distance()
        self.canvas.number(grown_by(part, -0.5), self.hand.number(self.part))
        self.canvas.number(less(host, part), self.hand.number(self.host))
        scaled(self.canvas, self.hand.pattern, self.view.scale, point(2, host.bounds[1] - 6))
        if self.doing.after:
            self._sewn()
            bend(self.canvas, point(_LEFT + 9, _SEWN - 5), point(_LEFT + 9, _FOLDED + 8), 0.2)
            self._folded()
        else:
            self._tucked()
        return self.canvas

    def _side(self) -> Area:
        """All on the side of the line on which the part lies in the end."""
        start, end = self.line[0], self.line[-1]
        way = unit(end - start)
        box = area_of([p + q for p, q in zip((start, end, end, start), _corners(way), strict=True)])
        other = area_of([p - q for p, q in zip((end, start, start, end), _corners(way), strict=True)])
        return max((box, other), key=lambda side: side.intersection(self.lying).area)

    def _flat(self) -> Area:
        """Right side up, its edge under."""
        area = self.view.area(self.lying.intersection(self._side()).intersection(self.outline))
        self.canvas.cloth(area, self.hand.tone(self.part), True)
        inward = self._inward() * 1.3
        stitched(self.canvas, [p + inward for p in self.view.points([self.line[0], self.line[-1]])])
        return area

    def _upright(self) -> Area:
        """Wrong side up, beyond its line; where it comes to lie is dashed."""
        area = self.view.area(self.over)
        self.canvas.cloth(area, self.hand.tone(self.part), False)
        self.canvas.area_edge("guide", self.view.area(self.lying.intersection(self._side())))
        stitched(self.canvas, self.view.points([self.line[0], self.line[-1]]))
        right, way = area.bounds[2] + 2.5, self._inward()
        middle = self.view(self.line[0]).imag
        bend(self.canvas, complex(right, middle - way.imag * 5), complex(right, middle + way.imag * 6), -0.5 * way.imag)
        return area

    def _inward(self) -> complex:
        side = self._side()
        middle, across = (self.line[0] + self.line[-1]) / 2, 1j * unit(self.line[-1] - self.line[0])
        return across if side.contains(box_area(*_spot(middle + across))) else -across

    def _distance(self) -> None:
        """From the line to the edge on the side where the part comes to lie."""
        at = self.line[0] + (self.line[-1] - self.line[0]) * 0.2
        low = self.hand.net(self.host).bounds[1 if self._inward().imag < 0 else 3]
        mm = abs(low - at.imag)
        dimension(self.canvas, self.view(at), self.view(complex(at.real, low)), self.hand.told(mm))

    # in section -------------------------------------------------------------------------------------------------------

    def _bar(self, points: list[Point], part: bool, right_on_left: bool) -> None:
        sheet = self.part if part else self.host
        bar(self.canvas, points, self.hand.tone(sheet), right_on_left, 1.0)

    def _numbers(self, y: float, high: float) -> None:
        self.canvas.text(point(_RIGHT - 1, y - 3.4), self.hand.number(self.host), SMALL, bold=True)
        self.canvas.text(point(_RIGHT - 1, y + high), self.hand.number(self.part), SMALL, bold=True)

    def _tucked(self) -> None:
        """Its edge turned under, the needle close to the fold."""
        y = _MIDDLE
        self._bar([point(_LEFT, y), point(_RIGHT, y)], False, True)
        bow = arc(point(_LEFT + 6, y + 2.4), 0.8, 270, 90)
        self._bar([point(_LEFT + 13, y + 1.6), *bow, point(_RIGHT, y + 3.2)], True, False)
        needle(self.canvas, _LEFT + 7.6, y - 3, y + 6)
        self._numbers(y, 6.4)

    def _sewn(self) -> None:
        """Right sides together, the raw edge where the part comes to lie."""
        y, raw = _SEWN, _LEFT + 15
        self._bar([point(_LEFT, y), point(_RIGHT, y)], False, True)
        self._bar([point(_LEFT, y + 1.6), point(raw, y + 1.6)], True, False)
        needle(self.canvas, _LEFT + 9, y - 3, y + 4.5)
        if self.doing.does(Verb.TRIM):
            self.canvas.line("slit", point(raw - 3, y + 0.8), point(raw - 3, y + 4.5))
            scissors(self.canvas, point(raw - 3, y + 6.5))
            self._beside(Verb.TRIM, point(_LEFT + 9, y - 1), point(raw - 3, y - 1))
        self._numbers(y, 4.8 if not self.doing.does(Verb.TRIM) else -7.6)

    def _beside(self, do: Verb, start: Point, end: Point) -> None:
        """How far from the seam or the fold that is done, where it is told."""
        mm = self.doing.beside(do)
        if mm:
            dimension(self.canvas, start, end, self.hand.told(mm), -3.5j)

    def _folded(self) -> None:
        """Folded down over its allowance, and stitched beyond that where it is."""
        y = _FOLDED
        self._bar([point(_LEFT, y), point(_RIGHT, y)], False, True)
        bow = arc(point(_LEFT + 8.4, y + 2.4), 0.8, 270, 90)
        self._bar([point(_LEFT + 12, y + 1.6), *bow, point(_RIGHT, y + 3.2)], True, False)
        self.canvas.line("before", point(_LEFT + 9, y - 2), point(_LEFT + 9, y + 2))
        if self.doing.does(Verb.TOPSTITCH):
            needle(self.canvas, _LEFT + 14.5, y - 3, y + 6)
            self._beside(Verb.TOPSTITCH, point(_LEFT + 7.6, y - 1), point(_LEFT + 14.5, y - 1))
        self._numbers(y, 6.4)


def _corners(way: complex) -> tuple[complex, ...]:
    across = 1j * way
    return -way * _FAR, way * _FAR, (way + across) * _FAR, (across - way) * _FAR


def _spot(at: Point) -> tuple[float, float, float, float]:
    return at.real - 0.01, at.imag - 0.01, at.real + 0.01, at.imag + 0.01
