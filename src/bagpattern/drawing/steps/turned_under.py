"""The ends of webbing or a strap turned under, in section, before they are laid on their marks."""

from __future__ import annotations

from bagpattern.drawing.steps.canvas import WIDTH, Canvas
from bagpattern.drawing.steps.looks import Tone
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import arc, bar, bend, times
from bagpattern.geometry.points import point
from bagpattern.model.operation import LAYING, Operation, Sheet

_FLAT, _TURNED, _LEFT, _DEEP = 20.0, 8.0, 16.0, 14.0
"""mm of paper: both rows, where the webbing begins, and how much of it is turned under."""


def turned_under(scene: Scene) -> Drawn | None:
    """One webbing, or a strap whose ends are sewn on to marks of their own, done to nothing else."""
    first = scene.first
    if first.on or first.around or first.goal or first.seams:
        return None
    bought = [each for each in scene.hand.pattern.notions if each.id in first.notions and each.kind == "webbing"]
    if len(bought) == len(first.notions) == 1 and not first.pieces:
        return Drawn("turned under", _drawn(bought[0].count, Tone.TAPE), (first,))
    straps = {each.panel for each in first.pieces}
    if first.notions or len(straps) != 1 or not any(_is_sewn_on(scene, each, straps) for each in scene.left):
        return None
    sheet = Sheet(first.pieces[0].panel, 1)
    return Drawn("turned under", _drawn(scene.hand.panel(sheet).count, scene.hand.tone(sheet)), (first,))


def _is_sewn_on(scene: Scene, operation: Operation, straps: set[str]) -> bool:
    """Whether an end of a strap is laid on a mark of its own."""
    on = {(each.panel, each.on) for each in operation.on} if operation.do in LAYING else set()
    lines = ((panel, line) for panel in scene.hand.draft.panels for line in panel.lines if line.end)
    return any((panel.id, line.name) in on and line.end and line.end.of in straps for panel, line in lines)


def _drawn(count: int, tone: Tone) -> Canvas:
    """Flat with its fold, then turned."""
    canvas, end, fold = Canvas(), WIDTH - 16, _LEFT + _DEEP
    bar(canvas, [point(_LEFT, _FLAT), point(end, _FLAT)], tone, True)
    canvas.line("fold", point(fold, _FLAT - 3), point(fold, _FLAT + 3))
    bend(canvas, point(_LEFT + 1, _FLAT - 2), point(_LEFT + 2 * _DEEP - 2, _FLAT - 2.2), 0.3)
    bow = arc(point(fold + 1.2, _TURNED - 1.2), 1.2, 90, 270)
    bar(canvas, [point(end, _TURNED), *bow, point(fold + _DEEP, _TURNED - 2.4)], tone, False)
    times(canvas, count, point(WIDTH - 6, _FLAT + 3))
    return canvas
