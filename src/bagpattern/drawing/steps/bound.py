"""An edge or the allowances of a seam bound in tape: which edges, and the section there at true widths."""

from __future__ import annotations

from bagpattern.drawing.steps.canvas import HEIGHT, WIDTH, Canvas
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.looks import SMALL, Tone
from bagpattern.drawing.steps.scale import scaled
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import arc, bar, dimension, needle
from bagpattern.drawing.steps.signs import seam as stitched
from bagpattern.drawing.steps.view import View
from bagpattern.geometry.cloths import grown_by, placed
from bagpattern.geometry.placement import IDENTITY, MIRROR
from bagpattern.geometry.points import Point, point
from bagpattern.making.joints import sheet_of
from bagpattern.model.edge import Finish
from bagpattern.model.operation import Operation, Sheet, Side, Verb
from bagpattern.model.seam import Meet, Run

_LEFT, _ROW = 58.0, 30.0
_SCALE = 0.8
"""mm of paper for a mm of tape in the section."""
_STITCH = 1.2
"""mm of paper from the tape's edge to the stitching that holds it."""


def bound(scene: Scene) -> Drawn | None:
    """Tape folded over raw edges; what is bound on the same piece is shown with it."""
    hand, first = scene.hand, scene.first
    sheet = _sheet(hand, first)
    width = max((hand.pattern.notions[each].width or 0.0 for each in first.notions), default=0.0)
    if sheet is None or not width:
        return None
    alike = [each for each in scene.left if each.do is Verb.BIND and each.notions == first.notions]
    shown = [each for each in alike if _edges(hand, each, sheet) and bool(each.seams) == bool(first.seams)]
    lines = [line for each in shown for line in _edges(hand, each, sheet)]
    return Drawn("bound", _Bound(hand, first, sheet, lines, width).drawn(), tuple(shown)) if lines else None


def _sheet(hand: Hand, first: Operation) -> Sheet | None:
    """The piece on whose edge it is: the first one with such an edge."""
    if first.on:
        return Sheet(first.on[0].panel, max(first.on[0].copy, 1))
    return next((Sheet(each.panel, max(each.copy, 1)) for each in first.pieces if _edges(hand, first, each)), None)


def _edges(hand: Hand, operation: Operation, sheet: Sheet) -> list[list[Point]]:
    """The stretches of a piece's edges that an operation binds."""
    if operation.seams:
        seams = (hand.pattern.seams[each] for each in operation.seams)
        return [hand.run(run) for each in seams for run in (*each.a, *each.b) if sheet_of(run) == sheet]
    if sheet.panel not in {each.panel for each in operation.pieces}:
        return []
    edges = (each for each in hand.panel(sheet).edges if each.finish is Finish.BOUND)
    return [hand.run(Run(sheet.panel, each.name, copy=max(sheet.copy, 1))) for each in edges]


class _Bound:
    def __init__(self, hand: Hand, of: Operation, sheet: Sheet, lines: list[list[Point]], width: float) -> None:
        self.hand, self.of, self.sheet, self.lines, self.width = hand, of, sheet, lines, width
        self.seam = hand.pattern.seams[of.seams[0]] if of.seams else None
        self.canvas = Canvas()

    def drawn(self) -> Canvas:
        right_up = self.of.side is not Side.WRONG
        over = IDENTITY if right_up else MIRROR
        outline = self.hand.own(self.sheet, self.hand.pattern[self.sheet.panel].cutting_line)
        view = View([placed(outline, over)], (4, 8, 48, HEIGHT - 4))
        area = view.area(placed(outline, over))
        self.canvas.cloth(area, self.hand.tone(self.sheet), right_up)
        for line in self.lines:
            stitched(self.canvas, view.points([over(p) for p in line]), stops=False)
        self.canvas.number(grown_by(area, -2), self.hand.number(self.sheet))
        self._section()
        scaled(self.canvas, self.hand.pattern, view.scale, point(4, area.bounds[1] - 4))
        return self.canvas

    def _layers(self) -> list[tuple[Sheet, bool]]:
        """From above, with whether their right side is up."""
        if self.seam is None:
            sheets = [Sheet(each.panel, max(each.copy, 1)) for each in self.of.pieces]
            return [(each, number == 0) for number, each in enumerate(sheets[:2])]
        inside = self.seam.meet is Meet.RIGHT_SIDES
        return [(sheet_of(self.seam.a[0]), not inside), (sheet_of(self.seam.b[0]), inside)]

    def _section(self) -> None:
        """The layers with their raw edges even, the tape folded over them and stitched close to its edge."""
        layers, half = self._layers(), self.width / 2 * _SCALE
        high = 1.7 * (len(layers) - 1)
        for number, (sheet, right_up) in enumerate(layers):
            y = _ROW + high / 2 - 1.7 * number
            bar(self.canvas, [point(_LEFT, y), point(WIDTH - 3, y)], self.hand.tone(sheet), right_up, 1.3)
            side = 1 if number == 0 else -1
            self.canvas.text(point(WIDTH - 5, y + side * 3.2), self.hand.number(sheet), SMALL, bold=True)
        reach = high / 2 + 1.5
        fold = arc(point(_LEFT - 0.6, _ROW), reach, 90, 270)
        end = _LEFT - 0.6 + half - reach
        bar(self.canvas, [point(end, _ROW + reach), *fold, point(end, _ROW - reach)], Tone.TAPE, False, 1.1)
        needle(self.canvas, end - _STITCH, _ROW - reach - 3, _ROW + reach + 3)
        left = _LEFT - 0.6 - reach
        dimension(self.canvas, point(left, _ROW - reach), point(end, _ROW - reach), self.hand.told(self.width / 2), -5j)
        if self.seam is not None:
            allowance = self.hand.pattern[self.sheet.panel].allowances.get(self._on(), 10.0) * _SCALE
            x = _LEFT + allowance
            self.canvas.line("casing", point(x, _ROW - 3), point(x, _ROW + 3))
            self.canvas.line("before", point(x, _ROW - 4), point(x, _ROW + 4))

    def _on(self) -> str:
        runs = (*self.seam.a, *self.seam.b) if self.seam else ()
        return next(run.on for run in runs if sheet_of(run) == self.sheet)
