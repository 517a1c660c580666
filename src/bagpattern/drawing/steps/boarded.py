"""A board in its cover: how large it is cut, how it is slipped into the turned cover, and that it goes into the bag."""

from __future__ import annotations

from bagpattern.drawing.steps.canvas import Canvas, rectangle
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import dimension, move
from bagpattern.drawing.steps.tub import Cloth, size_of
from bagpattern.geometry.points import point
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Operation, Sheet, Verb

_WIDE, _HIGH = 40.0, 26.0
"""mm of paper that the cover takes at most."""
_OUT = 0.4
"""The share of the board that is not in its cover yet."""
_LEFT, _FLOOR, _BAG = 4.0, 12.0, 74.0


def boarded(scene: Scene) -> Drawn | None:
    """The board is cut, the cover turned, the board slipped in, all of it laid on the base."""
    bought = (each for each in scene.hand.pattern.notions if each.id in scene.first.notions and len(each.sides) == 2)
    board = next(bought, None)
    if board is None or len(scene.first.pieces) != 1:
        return None
    cover = Sheet(scene.first.pieces[0].panel, 1)
    shown = tuple(each for each in scene.left if _is_of(each, board.id, cover.panel))
    beside = max(each.beside for each in shown)
    return Drawn("boarded", _boarded(scene.hand, cover, board, beside), shown)


def _is_of(operation: Operation, board: str, cover: str) -> bool:
    if operation.do in (Verb.CUT, Verb.INSERT):
        return board in operation.notions
    return operation.do in (Verb.TURN, Verb.PUT) and {each.panel for each in operation.pieces} == {cover}


def _boarded(hand: Hand, cover: Sheet, board: Notion, beside: float) -> Canvas:
    """The end of the cover that is open is to the right; the board is drawn through where it is inside, and how far
    *beside* its stitching.
    """
    canvas, (long, deep) = Canvas(), sorted(board.sides, reverse=True)
    left, low, right, high = hand.net(cover).bounds
    wide, tall = sorted((right - left, high - low), reverse=True)
    scale = min(_WIDE / wide, _HIGH / tall)
    x = _LEFT + (wide - long) / 2 * scale + long * scale * _OUT
    y = _FLOOR + (tall - deep) / 2 * scale
    end, top = x + long * scale, y + deep * scale
    canvas.cloth(rectangle(x, y, end, top), hand.tone(cover), False, "")
    canvas.area("foam-right", rectangle(x, y, end, top))
    canvas.area_edge("edge", rectangle(x, y, end, top))
    shape = rectangle(_LEFT, _FLOOR, _LEFT + wide * scale, _FLOOR + tall * scale)
    canvas.cloth(shape, hand.tone(cover), True)
    canvas.line("before", point(_LEFT + wide * scale, y), point(x, y), point(x, top), point(_LEFT + wide * scale, top))
    dimension(canvas, point(x, y), point(end, y), hand.told(long), -6j)
    dimension(canvas, point(end, y), point(end, top), hand.told(deep), 4 + 0j)
    if beside:
        dimension(canvas, point(x + 6, top), point(x + 6, _FLOOR + tall * scale), hand.told(beside), 4 + 0j)
    move(canvas, point(end - 1, top + 5), point(end - 9, top + 5))
    canvas.number(rectangle(_LEFT, _FLOOR, x, _FLOOR + tall * scale), hand.number(cover))
    _into_the_bag(canvas, hand)
    return canvas


def _into_the_bag(canvas: Canvas, hand: Hand) -> None:
    bag = size_of(hand.pattern, 15.0, 16.0).tub(point(_BAG + 1, 6))
    body = next(each for each in hand.pattern.pieces if each.panel.stiffens == "")
    tone = hand.tone(Sheet(body.id, 1))
    bag.draw(canvas, Cloth(tone, True), Cloth(tone, False))
    top = bag.rim[2].imag
    move(canvas, point(_BAG, top + 10), point(_BAG, top + 1))
