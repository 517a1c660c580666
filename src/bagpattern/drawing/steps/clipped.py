"""A swivel hook on its way into a ring: the tab with the ring, the hook, and the end of the strap that it holds."""

from __future__ import annotations

from bagpattern.drawing.steps.canvas import WIDTH, Canvas, rectangle
from bagpattern.drawing.steps.looks import Tone
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import broken, d_ring, move, times
from bagpattern.drawing.strokes import circle
from bagpattern.geometry.points import Point, point
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Sheet

_Y, _HALF = 13.0, 5.0
"""mm of paper: the middle of tab and strap, and half of their width."""
_RING, _EYE, _END = 26.0, 55.5, 85.0
"""mm of paper: the fold of the tab, the eye of the hook, and where the strap is broken off."""


def clipped_on(scene: Scene) -> Drawn | None:
    """What is put is a hook and the ring that it names."""
    bought = {each.id: each for each in scene.hand.pattern.notions}
    mine = [bought[each] for each in scene.first.notions if each in bought]
    hook = next((each for each in mine if each.hooks in scene.first.notions), None)
    if hook is None:
        return None
    canvas = Canvas()
    _strap(canvas, scene, hook)
    _tab(canvas, scene, bought[hook.hooks])
    _hook(canvas, point(_EYE, _Y))
    move(canvas, point(52, _Y + 9.5), point(40, _Y + 9.5))
    times(canvas, hook.count, point(WIDTH - 5, _Y + 10))
    return Drawn("clipped on", canvas, (scene.first,))


def _tab(canvas: Canvas, scene: Scene, ring: Notion) -> None:
    """The tab, its ring in its fold; the bow is to the right."""
    d_ring(canvas, point(_RING - 1.2, _Y), 1 + 0j, 2 * _HALF + 2)
    sheet = Sheet(ring.threads, 1)
    canvas.cloth(rectangle(4, _Y - _HALF, _RING, _Y + _HALF), scene.hand.tone(sheet), True)
    broken(canvas, point(4, _Y - _HALF), point(4, _Y + _HALF))
    canvas.number(rectangle(6, _Y - _HALF, _RING - 2, _Y + _HALF), scene.hand.number(sheet))


def _strap(canvas: Canvas, scene: Scene, hook: Notion) -> None:
    """The end of the strap, folded round the bar of the hook's eye; a chain or webbing has no number."""
    area = rectangle(_EYE, _Y - _HALF, _END, _Y + _HALF)
    if hook.threads in scene.hand.draft:
        sheet = Sheet(hook.threads, 1)
        canvas.cloth(area, scene.hand.tone(sheet), True)
        canvas.number(rectangle(_EYE + 4, _Y - _HALF, _END - 4, _Y + _HALF), scene.hand.number(sheet))
    else:
        canvas.cloth(area, Tone.TAPE, True)
    broken(canvas, point(_END, _Y - _HALF), point(_END, _Y + _HALF))


def _hook(canvas: Canvas, eye: Point) -> None:
    """Its eye to the right, with the bar in the strap's fold; its hook to the left, round the ring's bow."""
    for kind in ("metal", "metal-light"):
        canvas.line(kind, eye - 1j * _HALF, eye - 4 - 1j * _HALF, eye - 4 + 1j * _HALF, eye + 1j * _HALF)
        canvas.put(kind, circle(eye - 20.5, 5.5))
        canvas.line(kind, eye - 15, eye - 4)
