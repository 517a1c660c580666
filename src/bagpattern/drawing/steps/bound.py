"""An edge or the allowances of a seam bound in tape: which edges, and the section there at true widths."""

from __future__ import annotations

from bagpattern.drawing.steps.canvas import WIDTH
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.looks import SMALL, Tone
from bagpattern.drawing.steps.on_edge import OnEdge, edges_on, parts_on, sheet_on
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import arc, bar, dimension, needle
from bagpattern.geometry.cloths import Area, area_of
from bagpattern.geometry.placement import IDENTITY
from bagpattern.geometry.points import Point, point
from bagpattern.making.joints import sheet_of
from bagpattern.model.operation import Operation, Sheet, Verb
from bagpattern.model.seam import Meet, SeamKind

_LEFT, _ROW = 58.0, 30.0
_SCALE = 0.8
"""mm of paper for a mm of tape in the section."""
_STITCH = 1.2
"""mm of paper from the tape's edge to the stitching that holds it."""


def bound(scene: Scene) -> Drawn | None:
    """Tape folded over raw edges; what is bound on the same piece is shown with it."""
    hand, first = scene.hand, scene.first
    sheet = sheet_on(hand, first)
    width = max((hand.pattern.notions[each].width or 0.0 for each in first.notions), default=0.0)
    if sheet is None or not width:
        return None
    alike = [each for each in scene.left if each.do is Verb.BIND and each.notions == first.notions]
    folded = _folded(scene, sheet)
    if folded is not None:
        return Drawn("bound", _Folded(hand, first, sheet, folded, width).drawn(), (first,))
    parts = parts_on(hand, sheet)
    mine = [each for each in alike if any(edges_on(hand, each, part) for part in parts)]
    shown = [each for each in mine if bool(each.seams) == bool(first.seams)]
    then = hand.when(shown)
    lines = [line for each in shown for part in parts for line in edges_on(then, each, part)]
    return Drawn("bound", _Bound(then, first, sheet, lines, width).drawn(), tuple(shown)) if lines else None


def _folded(scene: Scene, sheet: Sheet) -> Area | None:
    """What a piece covers on which it is sewn later, where it is folded to and fro in this step."""
    pleated = (each for each in scene.every if each.do in (Verb.PRESS, Verb.FOLD) and len(each.on) > 1)
    if not any(where.panel == sheet.panel for each in pleated for where in each.on):
        return None
    places = (of.a for _, of in scene.sewing(SeamKind.PLACEMENT) if sheet_of(of.b[0]) == sheet)
    lines = (scene.hand.chain(runs, {sheet_of(runs[0]): IDENTITY}) for runs in places)
    return next((area_of(line) for line in lines if len(line) > 2), None)


class _Bound(OnEdge):
    def __init__(self, hand: Hand, of: Operation, sheet: Sheet, lines: list[list[Point]], width: float) -> None:
        super().__init__(hand, of, sheet, lines)
        self.width = width

    def _layers(self) -> list[tuple[Sheet, bool]]:
        """From above, with whether their right side is up."""
        if self.seam is None and self.of.on:
            return [(self.sheet, True), *((each, False) for each in self.behind)]
        if self.seam is None:
            sheets = [Sheet(each.panel, max(each.copy, 1)) for each in self.of.pieces]
            return [(each, number == 0) for number, each in enumerate(sheets[:2])]
        inside = self.seam.meet is Meet.RIGHT_SIDES
        return [(sheet_of(self.seam.a[0]), not inside), (sheet_of(self.seam.b[0]), inside)]

    def section(self) -> None:
        """The layers with their raw edges even, the tape folded over them and stitched close to its edge."""
        layers, half = self._layers(), self.width / 2 * _SCALE
        high = 1.7 * (len(layers) - 1)
        for number, (sheet, right_up) in enumerate(layers):
            y = _ROW + high / 2 - 1.7 * number
            bar(self.canvas, [point(_LEFT, y), point(WIDTH - 3, y)], self.hand.tone(sheet), right_up, 1.3)
            side = 1 if number == 0 else -1
            if sheet in [other for other, _ in layers[:number]]:
                continue
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


class _Folded(_Bound):
    """A piece folded to and fro, bound at both sides through all of its folds."""

    def __init__(self, hand: Hand, of: Operation, sheet: Sheet, area: Area, width: float) -> None:
        left, low, right, high = area.bounds
        super().__init__(hand, of, sheet, [[point(x, low), point(x, high)] for x in (left, right)], width)
        self.area = area

    @property
    def outlines(self) -> dict[Sheet, Area]:
        return {self.sheet: self.area}

    def _layers(self) -> list[tuple[Sheet, bool]]:
        """Some of its folds stand for all of them."""
        return [(self.sheet, True), (self.sheet, False), (self.sheet, True)]
