"""One loop of webbing round a bag: the wrap unrolled, with the way that it goes; in detail how it is sewn on."""

from __future__ import annotations

from collections.abc import Sequence

from bagpattern.drawing.steps.canvas import HEIGHT, Canvas, rectangle
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.looks import Tone
from bagpattern.drawing.steps.scale import scaled
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import broken, dimension, head, seam
from bagpattern.drawing.steps.view import View
from bagpattern.drawing.steps.webbing import Laid, laid
from bagpattern.drawing.strokes import circle
from bagpattern.geometry.cloths import Area, centre_of, less, line_in, placed, rounded_along, together
from bagpattern.geometry.points import Point, point, unit
from bagpattern.model.operation import LAYING, Operation, Verb
from bagpattern.model.strap import Mode

_WIDE, _STRIPS = 60.0, 4
"""mm of paper for the wrap; two strips on each of two walls."""
_LEFT, _RIGHT, _MIDDLE, _HALF = 66.0, 83.0, 34.0, 6.0
"""mm of paper: the detail beside it, and half of the webbing's width there."""
_BOX, _EDGE = 9.0, 1.6
"""mm of paper: the box where a handle begins, and how far in the detail is stitched inside the edges."""
_FAR = 1e4
"""mm: farther than any piece is long."""
_BOW = 0.45
"""How far a handle stands off, as a share of what is between its ends; it is not true."""


def wrapped(scene: Scene) -> Drawn | None:
    """Webbing that goes up and down two walls that hang together by now, and leaves a handle free at either."""
    first, hand = scene.first, scene.hand
    webbing = next((each for each in hand.pattern.notions if each.id in first.notions and each.strap), None)
    if webbing is None or webbing.strap is None or webbing.strap.mode is not Mode.HANDLE:
        return None
    strips = [each for where in first.on for each in laid(hand, where, webbing) if len(each.points) > 2]
    sheets = dict.fromkeys(each.sheet for each in strips)
    group = hand.group(strips[0].sheet) if strips else {}
    walls = {hand.panel(each).origin for each in sheets}
    if len(strips) != _STRIPS or len(walls) != len("ab") or not set(sheets) <= set(group):
        return None
    done = tuple(x for x in scene.left if x.notions == first.notions and x.do in (*LAYING, Verb.TOPSTITCH))
    return Drawn("wrapped", _Wrapped(hand, strips, done).drawn(), done)


class _Wrapped:
    def __init__(self, hand: Hand, strips: Sequence[Laid], shown: Sequence[Operation]) -> None:
        self.hand, self.canvas, self.shown = hand, Canvas(), shown
        self.places = hand.group(strips[0].sheet)
        areas = [placed(each.area, self.places[each.sheet]) for each in strips]
        one, other = areas[0], min(areas[2:], key=lambda each: abs((centre_of(each) - centre_of(areas[0])).real))
        self.ends = [one, areas[1], next(each for each in areas[2:] if each is not other), other]
        self.bands = [together([self.ends[n], self.ends[3 - n]]).convex_hull for n in (0, 1)]
        self.shapes = {sheet: placed(hand.outline(sheet), place) for sheet, place in self.places.items()}
        self.out = 1j if centre_of(one).imag > centre_of(other).imag else -1j
        self.wide = strips[0].width
        self.loops = [
            self._loop(self.ends[0], self.ends[1], self.out),
            self._loop(self.ends[2], self.ends[3], -self.out),
        ]
        self.view = View([*self.shapes.values(), *self.loops], (8, 9, _WIDE, HEIGHT - 4), 1j)

    def drawn(self) -> Canvas:
        seen = {sheet: self.view.area(area) for sheet, area in self.shapes.items()}
        for sheet, area in seen.items():
            self.canvas.cloth(area, self.hand.tone(sheet), True)
        tape = [self.view.area(each) for each in (*self.bands, *self.loops)]
        for area in tape:
            self.canvas.cloth(area, Tone.TAPE, True)
        self._way()
        self._distances()
        for sheet, area in seen.items():
            self.canvas.number(less(area, *tape), self.hand.number(sheet))
        floor = self.view.area(together(self.shapes.values())).bounds[1]
        scaled(self.canvas, self.hand.pattern, self.view.scale, point(2, floor - 8))
        self._detail()
        return self.canvas

    def _tip(self, end: Area, out: complex) -> Point:
        """The middle of a strip's end at the handle."""
        left, low, right, high = end.bounds
        return point((left + right) / 2, high if out.imag > 0 else low)

    def _loop(self, one: Area, other: Area, out: complex) -> Area:
        p, q = self._tip(one, out), self._tip(other, out)
        middle, half = (p + q) / 2, (q - p) / 2
        shares = [n / 8 - 1 for n in range(17)]
        bow = [middle + half * each + out * 2 * _BOW * abs(half) * (1 - each**4) ** 0.5 for each in shares]
        return rounded_along(bow, self.wide / 2)

    def _way(self) -> None:
        """A dot where it begins, heads along all of it, and how far its end laps over its beginning."""
        middle = centre_of(self.bands[0])
        start = self.view(middle)
        for n, end in enumerate(self.ends):
            out = self.out if n < len("ab") else -self.out
            way = self.view.way(out if n % 2 == 0 else -out)
            head(self.canvas, self.view(centre_of(end)) + way, way, "seam-head", 1.2)
            self._box(self._tip(end, out), out)
        self.canvas.put("dot", circle(start, 1.0))
        far = sum(turn for each in self.shown for turn in each.turns)
        if far:
            side = self.view.way(point(-self.wide / 2, 0)) * self.view.scale
            away = unit(side) * (abs(side) + 3.5)
            dimension(self.canvas, start, self.view(middle + self.out * far), self.hand.told(far), away)

    def _box(self, tip: Point, out: complex) -> None:
        """Where a handle begins: the box with its cross, as small as it is there."""
        across, half = self.wide / 2, self.wide
        a, b, c, d = self.view.points(
            [tip - across, tip + across, tip + across - out * half, tip - across - out * half]
        )
        self.canvas.line("casing", a, b, c, d, a, c)
        self.canvas.line("box", a, b, c, d, a, c)
        self.canvas.line("box", b, d)

    def _distances(self) -> None:
        """From an end of the wall to the first band, and from there to the other."""
        first, other = sorted((each.bounds for each in self.ends[:2]), key=lambda box: box[0])
        y = first[1] + 0.62 * (first[3] - first[1])
        net = self.hand.net(next(iter(self.places)))
        left = line_in([point(first[0] - _FAR, y), point(first[0], y)], net)[0][0].real
        for start, end in ((left, first[0]), (first[2], other[0])):
            dimension(self.canvas, self.view(point(start, y)), self.view(point(end, y)), self.hand.told(end - start))

    def _detail(self) -> None:
        """The end of a strip where the handle goes on: both edges stitched, the box with its cross."""
        canvas = self.canvas
        canvas.line("thin", self.view(self._tip(self.ends[2], -self.out)), point(_LEFT, _MIDDLE))
        canvas.cloth(rectangle(_LEFT, _MIDDLE - _HALF, _RIGHT, _MIDDLE + _HALF), Tone.TAPE, True)
        broken(canvas, point(_LEFT + 1, _MIDDLE - _HALF), point(_LEFT + 1, _MIDDLE + _HALF))
        low, high, end = _MIDDLE - _HALF + _EDGE, _MIDDLE + _HALF - _EDGE, _RIGHT - 2.5
        a, b, c, d = point(end - _BOX, low), point(end, low), point(end, high), point(end - _BOX, high)
        for y in (low, high):
            seam(canvas, [point(_LEFT + 3, y), point(end - _BOX, y)], stops=False, arrow=False)
        seam(canvas, [a, b, c, d, a, c], stops=False, arrow=False)
        seam(canvas, [b, d], stops=False, arrow=False)
        beside = max((each.beside for each in self.shown), default=0.0)
        if beside:
            edge = point(_LEFT + 6, _MIDDLE + _HALF)
            dimension(canvas, edge, edge - 1j * _EDGE, self.hand.told(beside), -6 + 0j)
