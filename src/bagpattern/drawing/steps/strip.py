"""A strip folded along its length and topstitched: sections at true widths, the strip from above, then its ring."""

from __future__ import annotations

from bagpattern.drawing.steps.canvas import WIDTH, Canvas, rectangle
from bagpattern.drawing.steps.ends import ring_on
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import arc, bar, bend, broken, d_ring, dimension, seam, times
from bagpattern.geometry.points import Point, point
from bagpattern.making.joints import sheet_of
from bagpattern.model.marks import LineKind
from bagpattern.model.operation import Sheet, Verb
from bagpattern.model.panel import Panel
from bagpattern.model.seam import SeamKind

_WIDE, _LONG, _HIGH = 56.0, 58.0, 9.0
"""mm of paper: of the flat strip in section, and of the strip from above."""
_ROW = 14.0


def strip(scene: Scene) -> Drawn | None:
    """Both long edges to the middle, or in four."""
    if scene.seam.kind is not SeamKind.TOPSTITCHED:
        return None
    sheet = sheet_of(scene.seam.a[0])
    panel = scene.hand.panel(sheet)
    folds = long_folds(panel)
    if len(folds) not in (2, 3):
        return None
    canvas = _Folded(scene.hand, sheet, folds).drawn()
    own = {seam.id for _, seam in scene.sewing(SeamKind.TOPSTITCHED) if seam.a[0].panel == panel.id}
    threads = {each.id for each in scene.hand.pattern.notions if each.threads == panel.id and each.kind == "ring"}
    alike = scene.of_seams(own)
    rings = (each for each in scene.left if each.do is Verb.THREAD and set(each.notions) & threads)
    return Drawn("strip", canvas, (*alike, *rings))


def long_folds(panel: Panel) -> list[float]:
    """Where a strip is folded along its length: mm across it."""
    lines = [each.path for each in panel.lines if each.kind is LineKind.FOLD]
    left, bottom, right, top = panel.stitching_line.bounds
    upright = top - bottom >= right - left
    spread = [
        each for each in lines if abs((each.end - each.start).real if upright else (each.end - each.start).imag) < 0.01
    ]
    return sorted(each.start.real - left if upright else each.start.imag - bottom for each in spread)


class _Folded:
    def __init__(self, hand: Hand, sheet: Sheet, folds: list[float]) -> None:
        self.hand, self.sheet, self.folds, self.canvas = hand, sheet, folds, Canvas()
        left, bottom, right, top = hand.net(sheet).bounds
        self.wide, self.long = sorted((right - left, top - bottom))
        self.scale, self.tone = _WIDE / self.wide, hand.tone(sheet)
        self.middle, self.row = WIDTH / 2, 0

    def drawn(self) -> Canvas:
        self._flat()
        self._to_the_middle()
        if len(self.folds) == 3:
            self._in_four()
        self._from_above()
        times(self.canvas, self.hand.panel(self.sheet).count, point(WIDTH - 5, self._y + _ROW))
        return self.canvas

    @property
    def _y(self) -> float:
        return 54.0 - self.row * _ROW

    def _frame(self) -> None:
        self.row += 1
        self.canvas.text(point(3.2, self._y + _ROW), str(self.row), 3.4, bold=True)

    def _flat(self) -> None:
        y, half = self._y, _WIDE / 2
        bar(self.canvas, [point(self.middle - half, y), point(self.middle + half, y)], self.tone, False)
        for fold in self.folds:
            x = self.middle - half + fold * self.scale
            self.canvas.line("fold", point(x, y - 2.6), point(x, y + 2.6))
        for side in (-1, 1):
            start, end = point(self.middle + side * (half - 1), y + 1.4), point(self.middle + side * 2, y + 1.8)
            bend(self.canvas, start, end, side * 0.2)
        self._width(half, y - 4, self.wide)
        self._frame()

    def _width(self, half: float, y: float, mm: float) -> None:
        dimension(self.canvas, point(self.middle - half, y), point(self.middle + half, y), self.hand.told(mm))

    def _to_the_middle(self) -> None:
        y, half, m = self._y, self.wide / 4 * self.scale, self.middle
        over = [point(m - 0.5, y + 1.2), *arc(point(m - half + 1, y + 0.2), 1.0, 90, 270)]
        under = [*arc(point(m + half - 1, y + 0.2), 1.0, -90, 90), point(m + 0.5, y + 1.2)]
        bar(self.canvas, [*over, *under], self.tone, False)
        self._width(half, y - 4.4, self.wide / 2)
        if len(self.folds) == 3:
            bend(self.canvas, point(m + half - 1, y + 3), point(m - half + 3, y + 3), 0.22)
        self._frame()

    def _in_four(self) -> None:
        y, half, m = self._y, self.wide / 8 * self.scale, self.middle
        low, high = m - half, m + half
        turn = [*arc(point(high - 0.9, y + 1.9), 0.9, -90, 90)]
        outer = arc(point(low + 2.8, y), 2.8, 90, 270)
        back = arc(point(high - 0.9, y - 1.9), 0.9, -90, 90)
        bar(
            self.canvas, [point(low + 4, y + 1.0), *turn, *outer, *back, point(low + 4, y - 1.0)], self.tone, False, 1.0
        )
        self._width(half, y - 5.4, self.wide / 4)
        self._frame()

    def _from_above(self) -> None:
        wide = self.wide / (4 if len(self.folds) == 3 else 2)
        ring = ring_on(self.hand, self.sheet)
        scale = min(self.scale, _HIGH / wide, 34 / self.long if ring else 9e9)
        high, long = max(wide * scale, 5.0), min(self.long * scale, _LONG)
        middle = point(self.middle - (12 if ring else 0), self._y - 1)
        self._piece(middle, long, high, self.long * scale > _LONG)
        self.canvas.disc(middle - (long / 4 if ring else 0), self.hand.number(self.sheet))
        if ring:
            self._round_the_ring(middle, long, high)
        self._frame()

    def _piece(self, middle: Point, long: float, high: float, cut: bool) -> None:
        half, tall = point(long / 2, 0), point(0, high / 2)
        low, up = middle - half - tall, middle + half + tall
        self.canvas.cloth(rectangle(low.real, low.imag, up.real, up.imag), self.tone, True)
        for side in (-1, 1):
            y = side * (tall - 1.2j)
            seam(self.canvas, [middle - half + y, middle + half + y], stops=False, arrow=False)
        if cut:
            at = middle + half - 9
            broken(self.canvas, at - tall, at + tall)

    def _round_the_ring(self, middle: Point, long: float, high: float) -> None:
        tall = point(0, high / 2)
        self.canvas.line("fold", middle - tall * 1.25, middle + tall * 1.25)
        bend(self.canvas, middle + long / 2 - 1 + tall, middle - long / 2 + 1 + tall, 0.25)
        start = middle + long / 2 + 10
        d_ring(self.canvas, start + long / 2 - 0.6, 1 + 0j, high + 1)
        low, up = start - tall, start + long / 2 + tall
        self.canvas.cloth(rectangle(low.real, low.imag, up.real, up.imag), self.tone, True)
        for side in (-1, 1):
            y = side * (tall - 1.2j)
            self.canvas.line("before", start + y, start + long / 2 + y)
        seam(self.canvas, [start + 1.4 - tall * 0.85, start + 1.4 + tall * 0.85], stops=False, arrow=False)
