"""The ends of a zip before it is sewn: sliders going on to a tape by the metre, a tab folded over each end."""

from __future__ import annotations

from collections.abc import Iterable

from bagpattern.drawing.steps.canvas import WIDTH, Canvas, rectangle
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import bend, broken, dimension, head, move, seam, teeth, times
from bagpattern.geometry.cloths import area_of
from bagpattern.geometry.points import Point, point
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Operation, Sheet, Verb
from bagpattern.model.seam import Seam

_TAPE = 30.0
"""mm: the width of a tape that does not say its own [K]."""
_ROW, _TALL, _END = 48.0, 7.0, 17.0
"""mm of paper: the middle of the tape by the metre, its width, from the figure's side to its ends."""
_TAB, _HIGH, _MOST = 22.0, 17.0, 0.6
"""mm of paper: the middle of the tab, its height, and of paper for a mm of cloth at most."""


def ended(scene: Scene) -> Drawn | None:
    """All that is done to the ends of one zip."""
    mine = [each for each in scene.left if each.task == scene.first.task]
    bought = {each.id: each for each in scene.hand.pattern.notions}
    sliders = [each for each in mine if each.do is Verb.INSERT and _kinds(bought, each) == {"zip", "zip-slider"}]
    tabs = [each for each in mine if each.do is Verb.BASTE and each.pieces and _kinds(bought, each) == {"zip"}]
    panels = {sheet.panel for each in tabs for sheet in each.pieces}
    folds = [each for each in mine if each.do is Verb.FOLD and {sheet.panel for sheet in each.pieces} == panels]
    shown = (*sliders, *(folds if panels else ()), *tabs)
    if scene.first not in shown:
        return None
    drawing = _Ends(scene.hand)
    for each in sliders[:1]:
        drawing.sliders([bought[name] for name in each.notions])
    for each in tabs[:1]:
        drawing.tab(each, scene.hand.pattern.seams[each.goal], bought[each.notions[0]])
    return Drawn("ended", drawing.canvas, shown)


def _kinds(bought: dict[str, Notion], operation: Operation) -> set[str]:
    return {bought[each].kind for each in operation.notions if each in bought}


class _Ends:
    def __init__(self, hand: Hand) -> None:
        self.hand, self.canvas = hand, Canvas()

    # sliders ----------------------------------------------------------------------------------------------------------

    def sliders(self, notions: Iterable[Notion]) -> None:
        """The tape with its true length, a slider before an end or before both, their heads to the middle."""
        tape, slider = sorted(notions, key=lambda each: each.kind)
        a, b, tall = point(_END, _ROW), point(WIDTH - _END, _ROW), point(0, _TALL / 2)
        self._tape(a - tall, b + tall)
        teeth(self.canvas, [a, b])
        broken(self.canvas, (a + b) / 2 - tall, (a + b) / 2 + tall)
        for end, way in ((a, 1), (b, -1))[: slider.count]:
            self._slider(end - way * 9, way)
            move(self.canvas, end - way * 11 + 6j, end - way * 1 + 6j)
        if tape.length:
            dimension(self.canvas, a - tall, b - tall, self.hand.told(tape.length), -4j)

    def _tape(self, low: Point, high: Point) -> None:
        area = rectangle(low.real, low.imag, high.real, high.imag)
        self.canvas.area("zip-right", area)
        self.canvas.area_edge("edge", area)

    def _slider(self, at: Point, way: int) -> None:
        """Seen from above: two mouths at its head, one at its back, the puller hanging from the back."""
        body = [(-2.2, 1.1), (0.5, 1.6), (2.6, 2.6), (3.4, 2.0), (2.2, 0.0), (3.4, -2.0), (2.6, -2.6), (0.5, -1.6)]
        self.canvas.ring("puller", [at + way * complex(x, y) for x, y in [*body, (-2.2, -1.1)]])
        pull = [(-5.4, 0.9), (0.4, 0.7), (0.4, -0.7), (-5.4, -0.9)]
        self.canvas.ring("block", [at + way * complex(x, y) for x, y in pull])

    # a tab ------------------------------------------------------------------------------------------------------------

    def tab(self, laid: Operation, of: Seam, tape: Notion) -> None:
        """The tab flat with its fold, then over the end of the tape as deep as the seam leaves it."""
        sheet = Sheet(laid.pieces[0].panel, 1)
        spans = [(each.start, each.end) for each in laid.on if each.start is not None and each.end is not None]
        deep = min(end - start for start, end in spans)
        side = sum(self.hand.draft.run_length(run) for run in of.a)
        free = max((side - (tape.length or side)) / 2, 0.0)
        wide = self.hand.net(sheet).area / (2 * deep)
        scale = min(_HIGH / wide, _MOST)
        self._flat(sheet, wide * scale, deep * scale, deep)
        self._over(sheet, wide * scale, deep * scale, free * scale, (tape.width or _TAPE) * scale)
        start = point(WIDTH / 2 - 2, _TAB - wide * scale / 2)
        dimension(self.canvas, start, start + deep * scale, self.hand.told(deep), -3.2j)
        top = point(WIDTH / 2 - 2, _TAB + wide * scale / 2)
        if deep - free > 0:
            dimension(self.canvas, top + free * scale, top + deep * scale, self.hand.told(deep - free), 3.2j)
        if laid.beside:
            fold = start + deep * scale
            dimension(self.canvas, fold - 1.2, fold, self.hand.told(laid.beside), -8j)
        times(self.canvas, len(spans), point(WIDTH - 5, _TAB + 9))

    def _flat(self, sheet: Sheet, wide: float, deep: float, mm: float) -> None:
        middle, half = point(18, _TAB), point(0, wide / 2)
        area = rectangle(middle.real - deep, _TAB - wide / 2, middle.real + deep, _TAB + wide / 2)
        self.canvas.cloth(area, self.hand.tone(sheet), False)
        self.canvas.line("fold", middle - half * 1.15, middle + half * 1.15)
        bend(self.canvas, middle - deep + 1 + half * 1.1, middle + deep - 1 + half * 1.1, -0.3)
        self.canvas.number(area, self.hand.number(sheet))
        dimension(self.canvas, middle - half - deep, middle - half + deep, self.hand.told(2 * mm), -3.2j)

    def _over(self, sheet: Sheet, wide: float, deep: float, free: float, tape: float) -> None:
        """The tape goes under the fold; its end is dashed, and the needle goes beside the fold."""
        left, half = WIDTH / 2 - 2, point(0, wide / 2)
        start, fold, end = point(left + free, _TAB), point(left + deep, _TAB), point(WIDTH - 12, _TAB)
        self._tape(start - point(0, tape / 2), end + point(0, tape / 2))
        teeth(self.canvas, [start, end])
        broken(self.canvas, end - point(0, tape / 2), end + point(0, tape / 2))
        area = area_of([point(left, _TAB) - half, fold - half, fold + half, point(left, _TAB) + half])
        self.canvas.cloth(area, self.hand.tone(sheet), True)
        self.canvas.line("guide", start - point(0, tape / 2), start + point(0, tape / 2))
        self.canvas.line("shaft", fold - half, fold + half)
        stitches = [fold - 1.2 - half, fold - 1.2 + half]
        seam(self.canvas, stitches, stops=False, arrow=False)
        head(self.canvas, point(left - 3, _TAB), 1 + 0j, size=1.2)
        self.canvas.line("shaft", point(left - 8, _TAB), point(left - 4, _TAB))
        self.canvas.number(area, self.hand.number(sheet))
