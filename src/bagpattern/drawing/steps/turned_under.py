"""The ends of a strap or of webbing turned under, in section, before they are laid on their marks."""

from __future__ import annotations

from bagpattern.drawing.steps.canvas import WIDTH, Canvas
from bagpattern.drawing.steps.looks import SMALL, Tone
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import arc, bar, bend, times
from bagpattern.geometry.points import point
from bagpattern.model.operation import Sheet
from bagpattern.model.panel import Role

_FLAT, _TURNED, _LEFT, _DEEP = 20.0, 8.0, 16.0, 14.0
"""mm of paper: both rows, where the strap begins, and how much of it is turned under."""


def turned_under(scene: Scene) -> Drawn | None:
    """One strap of cloth or one webbing, done to nothing else."""
    first, hand = scene.first, scene.hand
    if first.on or first.around or first.goal or first.seams or len(first.pieces) + len(first.notions) != 1:
        return None
    bought = [each for each in hand.pattern.notions if each.id in first.notions]
    sheets = [Sheet(each.panel, 1) for each in first.pieces]
    if any(each.kind != "webbing" for each in bought) or any(hand.panel(x).role is not Role.STRAP for x in sheets):
        return None
    tone = hand.tone(sheets[0]) if sheets else Tone.TAPE
    count = hand.panel(sheets[0]).count if sheets else bought[0].count
    return Drawn("turned under", _drawn(tone, hand.number(sheets[0]) if sheets else "", count), (first,))


def _drawn(tone: Tone, told: str, count: int) -> Canvas:
    canvas = Canvas()
    bar(canvas, [point(_LEFT, _FLAT), point(WIDTH - 16, _FLAT)], tone, True)
    canvas.line("fold", point(_LEFT + _DEEP, _FLAT - 3), point(_LEFT + _DEEP, _FLAT + 3))
    bend(canvas, point(_LEFT + 1, _FLAT - 2), point(_LEFT + 2 * _DEEP - 2, _FLAT - 2.2), 0.3)
    fold = _LEFT + _DEEP
    bow = arc(point(fold + 1.2, _TURNED - 1.2), 1.2, 90, 270)
    bar(canvas, [point(WIDTH - 16, _TURNED), *bow, point(fold + _DEEP, _TURNED - 2.4)], tone, False)
    canvas.text(point(WIDTH - 11, _TURNED), told, SMALL, bold=True)
    times(canvas, count, point(WIDTH - 6, _FLAT + 3))
    return canvas
