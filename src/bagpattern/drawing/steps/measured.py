"""Two lengths that are to agree: the stitching line round a face, and the loop that is to go round it, unrolled."""

from __future__ import annotations

from bagpattern.drawing.steps.canvas import HEIGHT, WIDTH, Canvas, rectangle
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import dimension, seam
from bagpattern.drawing.steps.view import View
from bagpattern.geometry.cloths import less, placed, together
from bagpattern.geometry.points import point
from bagpattern.making.joints import sheet_of
from bagpattern.model.operation import Verb
from bagpattern.model.seam import Run

_LOW, _HIGH, _LEFT, _RIGHT, _FACE = 10.0, 17.0, 6.0, WIDTH - 6.0, 21.0
"""mm of paper: the loop unrolled, and the foot of the face."""


def measured(scene: Scene) -> Drawn | None:
    """What is told of seams that are sewn later: both of their sides are as long as each other."""
    seams = [scene.hand.pattern.seams[each] for each in scene.first.seams]
    if not seams:
        return None
    face, loop = [run for each in seams for run in each.a], [run for each in seams for run in each.b]
    places = scene.hand.group(sheet_of(face[0]))
    if scene.first.do is not Verb.TELL or not {sheet_of(run) for run in face} <= set(places):
        return None
    return Drawn("measured", _drawn(scene.hand, face, loop), (scene.first,))


def _drawn(hand: Hand, face: list[Run], loop: list[Run]) -> Canvas:
    """The face above, the loop below; each with its own length."""
    canvas, places = Canvas(), hand.group(sheet_of(face[0]))
    shapes = {each: placed(hand.outline(each), place) for each, place in places.items()}
    view = View(shapes.values(), (_LEFT, _FACE, _RIGHT, HEIGHT - 2))
    for sheet, area in shapes.items():
        canvas.cloth(view.area(area), hand.tone(sheet), True)
    lines = [view.points([places[sheet_of(run)](p) for p in hand.run(run)]) for run in face]
    for line in lines:
        seam(canvas, line, stops=False)
    long_face, long_loop = (sum(hand.draft.run_length(run) for run in side) for side in (face, loop))
    inside = view.area(together(shapes.values()))
    left, low, right, high = inside.bounds
    canvas.text(point((left + right) / 2, (low + high) / 2 - 6), hand.told(long_face))
    for sheet, area in shapes.items():
        canvas.number(less(view.area(area), *canvas.busy), hand.number(sheet))
    _loop(canvas, hand, loop, long_loop)
    return canvas


def _loop(canvas: Canvas, hand: Hand, loop: list[Run], whole: float) -> None:
    """Each part of the loop at its share of the length."""
    x = _LEFT
    for run in loop:
        end = x + (_RIGHT - _LEFT) * hand.draft.run_length(run) / whole
        area = rectangle(x, _LOW, end, _HIGH)
        canvas.cloth(area, *hand.face(sheet_of(run), False))
        canvas.number(area, hand.number(sheet_of(run)))
        x = end
    seam(canvas, [point(_LEFT, _LOW + 1), point(_RIGHT, _LOW + 1)], stops=False, arrow=False)
    dimension(canvas, point(_LEFT, _LOW), point(_RIGHT, _LOW), hand.told(whole), -4j)
