"""A strap led through the ring in a tab, half of it on either side; the tab above, the ring in its fold."""

from __future__ import annotations

from bagpattern.drawing.steps.canvas import Canvas, rectangle
from bagpattern.drawing.steps.looks import Tone
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import bend, broken, d_ring
from bagpattern.geometry.cloths import area_of
from bagpattern.geometry.points import point, unit
from bagpattern.making.led import leads
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Sheet

_X, _HALF = 42.5, 5.0
"""mm of paper: the middle, and half of the width of tab and strap."""
_TOP, _RING, _BOW, _END = 56.0, 45.0, 39.5, 12.0
"""mm of paper up: where the tab is broken off, its fold, the bow of the ring, where the strap is broken off."""
_SPREAD = 24.0
"""mm of paper from the middle to either end of the strap."""


def led_through(scene: Scene) -> Drawn | None:
    """What is threaded is a strap through a ring that hangs on the bag."""
    mine = (each for each in scene.hand.pattern.notions if each.id in scene.first.notions)
    ring = next((each for each in mine if leads(scene.hand.draft, scene.first, each)), None)
    if ring is None:
        return None
    canvas = Canvas()
    _side(canvas, scene, -1)  # it comes up behind the bow, and goes down before it
    _tab(canvas, scene, ring)
    _side(canvas, scene, 1)
    bend(canvas, point(_X - 8, _END + 8), point(_X + 8, _END + 8), -0.7)
    return Drawn("led through", canvas, (scene.first,))


def _tab(canvas: Canvas, scene: Scene, ring: Notion) -> None:
    d_ring(canvas, point(_X, _RING + 1.2), -1j, 2 * _HALF + 2)
    sheet = Sheet(ring.threads, 1)
    canvas.cloth(rectangle(_X - _HALF, _RING, _X + _HALF, _TOP), scene.hand.tone(sheet), True)
    broken(canvas, point(_X - _HALF, _TOP), point(_X + _HALF, _TOP))
    canvas.number(rectangle(_X - _HALF, _RING + 2, _X + _HALF, _TOP - 2), scene.hand.number(sheet))


def _side(canvas: Canvas, scene: Scene, side: int) -> None:
    """Half of the strap, from the bow of the ring down to one side; webbing has no number."""
    bow, end = point(_X, _BOW + 1), point(_X + side * _SPREAD, _END)
    across = unit(end - bow) * 1j * _HALF
    sheet = next(iter(scene.first.pieces), None)
    tone = scene.hand.tone(sheet) if sheet else Tone.TAPE
    canvas.cloth(area_of([bow - _HALF, bow + _HALF, end + across, end - across]), tone, side > 0)
    broken(canvas, end - across, end + across)
    if sheet and side > 0:
        middle = (bow + end) / 2
        canvas.number(
            area_of([middle - 3 - 4j, middle + 3 - 4j, middle + 3 + 4j, middle - 3 + 4j]), scene.hand.number(sheet)
        )
