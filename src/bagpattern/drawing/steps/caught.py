"""Tabs, straps and handles on the edge that is to hold them: raw ends even, the rest inward, between their marks."""

from __future__ import annotations

from collections.abc import Sequence

from bagpattern.drawing.steps.canvas import HEIGHT, WIDTH, Canvas
from bagpattern.drawing.steps.ends import End, draw_end, ends_of
from bagpattern.drawing.steps.lays import is_left, net_of
from bagpattern.drawing.steps.scale import scaled
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import dimension, seam
from bagpattern.drawing.steps.view import View
from bagpattern.geometry.cloths import Area, at_length, less, long, stretch, together
from bagpattern.geometry.placement import Placement
from bagpattern.geometry.points import Point, point, unit
from bagpattern.making.joints import sheet_of
from bagpattern.model.operation import LAYING, Operation, Sheet, Side
from bagpattern.model.seam import Seam, SeamKind

_HELD = {SeamKind.PLAIN, SeamKind.BOUND, SeamKind.ZIP}


class _Held:
    """An end, the seam that is to hold it, and the line on which it lies."""

    def __init__(self, end: End, of: Seam, line: list[Point], inward: float) -> None:
        self.end, self.seam, self.line, self.inward = end, of, line, inward


def caught(scene: Scene) -> Drawn | None:
    """Ends that are basted on the right side of a panel until a seam holds them."""
    first = scene.first
    if not first.goal or first.side is not Side.RIGHT or not first.on:
        return None
    pattern = scene.hand.pattern
    if pattern.seams[first.goal].kind not in _HELD:
        return None
    group = scene.hand.group(sheet_of(pattern.seams[first.goal].a[0]))
    alike = [each for each in scene.left if each.do in LAYING and each.goal and each.side is Side.RIGHT]
    held = [(each, found) for each in alike for found in _held(scene, each, group)]
    return _Laid(scene, group, held).drawn() if held and held[0][0].id == first.id else None


def _held(scene: Scene, operation: Operation, group: dict[Sheet, Placement]) -> list[_Held]:
    of = scene.hand.pattern.seams[operation.goal]
    line = scene.hand.chain(of.a, group) if of.kind in _HELD else []
    if not line:
        return []
    mine = set(operation.pieces)
    inward = 1.0 if is_left(line, net_of(scene.hand, group)) else -1.0
    return [_Held(each, of, line, inward) for each in ends_of(scene.hand, of) if each.sheet in mine]


class _Laid:
    def __init__(self, scene: Scene, group: dict[Sheet, Placement], held: Sequence[tuple[Operation, _Held]]) -> None:
        self.hand, self.scene, self.held, self.canvas = scene.hand, scene, held, Canvas()
        self.layers = scene.hand.layers(group)
        every = together(each.area for each in self.layers)
        left, bottom, right, top = every.bounds
        turn = 1j if top - bottom > 1.6 * (right - left) else 1 + 0j
        self.view = View([every], (9, 12, WIDTH - 9, HEIGHT - 9), turn)
        self.floor, self.group = self.view.area(every).bounds[1], group

    def drawn(self) -> Drawn:
        for each in self.layers:
            area = self.view.area(each.area)
            if each.sheet is None:
                self.canvas.area("zip-right", area)
            else:
                self.canvas.cloth(area, self.hand.tone(each.sheet), True)
        for line in self.hand.patches(self.group):
            self.canvas.line("before", *self.view.points(line))
        for _, held in self.held:
            self.canvas.line("guide", *self.view.points(held.line))
        painted = [self._end(each) for _, each in self.held]
        self._numbers(painted)
        self._distance(self.held[0][1])
        scaled(self.canvas, self.hand.pattern, self.view.scale, point(2, self.floor - 8))
        names = {each.id for each, _ in self.held}
        return Drawn("caught", self.canvas, tuple(each for each in self.scene.left if each.id in names))

    def _allowance(self, held: _Held) -> float:
        run = held.seam.a[0]
        return self.hand.pattern[run.panel].allowances.get(run.on, 10.0)

    def _end(self, held: _Held) -> Area:
        allowance = self._allowance(held)
        area = draw_end(self.canvas, self.hand, held.end, held.line, self.view, allowance, held.inward)
        edge = stretch(held.line, held.end.low, held.end.high)
        across = 1j * unit(edge[-1] - edge[0]) * held.inward
        stitches = [self.view(p - across * allowance * 0.45) for p in (edge[0], edge[-1])]
        seam(self.canvas, stitches, stops=False, arrow=False)
        for p in (edge[0], edge[-1]):
            self.canvas.line(
                "notch",
                self.view(p - across * allowance * 0.5),
                self.view(p - across * allowance) - self.view.way(across) * 1.2,
            )
        return area

    def _numbers(self, painted: Sequence[Area]) -> None:
        for (_, held), area in zip(self.held, painted, strict=True):
            self.canvas.number(area, self.hand.number(held.end.sheet))
        for each in self.layers:
            if each.sheet is not None:
                self.canvas.number(less(self.view.area(each.area), *painted), self.hand.number(each.sheet))

    def _distance(self, held: _Held) -> None:
        """From where its edge begins, where that is straight: along a curve only the marks tell the place."""
        start = max((low for _, low, _ in self.hand.spans(held.seam.a) if low <= held.end.low + 0.1), default=0.0)
        p, q = at_length(held.line, start)[0], at_length(held.line, held.end.low)[0]
        far = held.end.low - start
        if far > 1 and abs(abs(q - p) - long(stretch(held.line, start, held.end.low))) < 0.05:
            away = self.view.way(-1j * unit(q - p) * held.inward) * (self._allowance(held) * self.view.scale + 3.5)
            dimension(self.canvas, self.view(p), self.view(q), self.hand.told(far), away)
