"""The ends of webbing turned under, in section, before they are laid on their marks."""

from __future__ import annotations

from bagpattern.drawing.steps.canvas import WIDTH, Canvas
from bagpattern.drawing.steps.looks import Tone
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import arc, bar, bend, times
from bagpattern.geometry.points import point

_FLAT, _TURNED, _LEFT, _DEEP = 20.0, 8.0, 16.0, 14.0
"""mm of paper: both rows, where the webbing begins, and how much of it is turned under."""


def turned_under(scene: Scene) -> Drawn | None:
    """One webbing, done to nothing else."""
    first = scene.first
    if first.on or first.around or first.goal or first.seams or first.pieces:
        return None
    bought = [each for each in scene.hand.pattern.notions if each.id in first.notions and each.kind == "webbing"]
    if len(bought) != 1 or len(first.notions) != 1:
        return None
    return Drawn("turned under", _drawn(bought[0].count), (first,))


def _drawn(count: int) -> Canvas:
    """Flat with its fold, then turned."""
    canvas, end, fold = Canvas(), WIDTH - 16, _LEFT + _DEEP
    bar(canvas, [point(_LEFT, _FLAT), point(end, _FLAT)], Tone.TAPE, True)
    canvas.line("fold", point(fold, _FLAT - 3), point(fold, _FLAT + 3))
    bend(canvas, point(_LEFT + 1, _FLAT - 2), point(_LEFT + 2 * _DEEP - 2, _FLAT - 2.2), 0.3)
    bow = arc(point(fold + 1.2, _TURNED - 1.2), 1.2, 90, 270)
    bar(canvas, [point(end, _TURNED), *bow, point(fold + _DEEP, _TURNED - 2.4)], Tone.TAPE, False)
    times(canvas, count, point(WIDTH - 6, _FLAT + 3))
    return canvas
