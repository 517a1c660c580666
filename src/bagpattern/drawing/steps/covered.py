"""A wall between two compartments: laid over the open side of one part, which then goes into the other one."""

from __future__ import annotations

from bagpattern.drawing.steps.canvas import Canvas
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import move
from bagpattern.drawing.steps.signs import seam as stitched
from bagpattern.drawing.steps.tub import Cloth, Tub
from bagpattern.geometry.cloths import area_of
from bagpattern.geometry.points import point
from bagpattern.making.joints import sheet_of
from bagpattern.model.operation import LAYING, Operation, Sheet, Verb
from bagpattern.model.seam import Seam, Stands

_WIDE, _HIGH, _BACK = 25.0, 10.0, point(6.5, 12.0)
"""mm of paper: a part that lies on its face, its open side up."""
_FOOT = 4.0


def covered(scene: Scene) -> Drawn | None:
    """What a seam holds between two parts, and the putting together after it."""
    goal = scene.hand.pattern.seams[scene.first.goal] if scene.first.goal else None
    walls = [run for each in goal.caught if each.stands is Stands.INSIDE for run in each.runs] if goal else []
    if goal is None or not walls or scene.first.do not in LAYING:
        return None
    put = tuple(each for each in scene.left if _puts(each, scene.first))
    return Drawn("covered", _drawn(scene.hand, goal, sheet_of(walls[0]), bool(put)), (scene.first, *put))


def _puts(operation: Operation, after: Operation) -> bool:
    same = operation.do is Verb.PUT and operation.task == after.task
    return same and not operation.pieces and not operation.notions


def _drawn(hand: Hand, of: Seam, wall: Sheet, put: bool) -> Canvas:
    """The part that is right side out under its wall; then in the other part, which is wrong side out."""
    canvas, (inner, outer) = Canvas(), (sheet_of(side[0]) for side in (of.b, of.a))
    left = 20.0 if put else 42.0
    low = Tub(point(left - _WIDE / 2, _FOOT), _WIDE, _HIGH, _BACK)
    low.draw(canvas, Cloth(hand.tone(inner), True), Cloth(hand.tone(inner), False))
    _number(canvas, hand, low, inner)
    stitched(canvas, low.around, stops=False, arrow=False)
    lid = [p + 15j for p in low.rim]
    canvas.cloth(area_of(lid), hand.tone(wall), True)
    canvas.number(area_of(lid), hand.number(wall))
    move(canvas, lid[0] - 3 + 0j, low.rim[0] - 3 + 1.0)
    if put:
        _put(canvas, hand, inner, outer, wall)
    return canvas


def _put(canvas: Canvas, hand: Hand, inner: Sheet, outer: Sheet, wall: Sheet) -> None:
    """The closed part over the open one, the wall up."""
    below = Tub(point(50, _FOOT), _WIDE, _HIGH, _BACK)
    below.draw(canvas, Cloth(hand.tone(outer), False), Cloth(hand.tone(outer), True))
    _number(canvas, hand, below, outer)
    above = Tub(below.foot + point(1, _HIGH + _BACK.imag + 5), _WIDE - 2, _HIGH, _BACK * 0.92)
    above.draw(canvas, Cloth(hand.tone(inner), True), Cloth(hand.tone(wall), True))
    _number(canvas, hand, above, inner)
    canvas.number(area_of(above.rim), hand.number(wall))
    move(canvas, above.foot - 4 + 6j, below.rim[0] - 3 + 1.0)


def _number(canvas: Canvas, hand: Hand, tub: Tub, sheet: Sheet) -> None:
    canvas.number(tub.front, hand.number(sheet))
