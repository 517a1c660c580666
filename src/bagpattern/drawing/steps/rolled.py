"""How a rim is closed: laid flat, then rolled or folded down to its line, as often as its closing says; in section."""

from __future__ import annotations

from bagpattern.drawing.steps.canvas import WIDTH, Canvas, rectangle
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.looks import Tone
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import arc, bar, bend, dimension
from bagpattern.drawing.steps.tub import Cloth, Size, size_of
from bagpattern.geometry.points import Point, point
from bagpattern.model.closing import Closes, Closing
from bagpattern.model.operation import Sheet, Verb

_WIDE, _HIGH, _FOOT = 23.0, 46.0, 5.0
"""mm of paper for a bag, and below it."""
_ROLL, _FLAT, _SIDE = 1.7, 7.0, 28.0
"""mm of paper from one layer of a roll to the next, of a turn between its bends, and from the foot to the roll."""


def rolled(scene: Scene) -> Drawn | None:
    """The last thing that is told of a bag whose rim is rolled or folded down."""
    steps = scene.hand.pattern.steps
    last = steps[-1].step.operations if steps else ()
    closing = next((each for each in scene.hand.draft.closings if each.kind is Closes.ROLL and each.turns), None)
    if scene.first.do is not Verb.TELL or closing is None or scene.first not in last:
        return None
    deep = _deep(scene.hand)
    if not deep:
        return None
    return Drawn("rolled", _drawn(scene.hand, closing, *deep), (scene.first,))


def _deep(hand: Hand) -> tuple[Sheet, float] | None:
    """The panel whose line tells how far the rim comes down, and mm from the rim to that line."""
    for panel in hand.draft.panels:
        for line in panel.lines:
            if line.closes is Closes.ROLL:
                return Sheet(panel.id, 1), panel.stitching_line.bounds[3] - line.path.start.imag
    return None


def _drawn(hand: Hand, closing: Closing, sheet: Sheet, deep: float) -> Canvas:
    """The bag with its rim flat, then with what is rolled; between them the roll from the side."""
    canvas, size = Canvas(), size_of(hand.pattern, _WIDE, _HIGH)
    _flat(canvas, hand, size, sheet, deep)
    _section(canvas, hand.tone(sheet), closing.turns)
    _closed(canvas, hand, size, sheet, deep / closing.turns)
    top = _FOOT + max(min(size.high + deep * size.scale, _HIGH), _SIDE + _ROLL * (closing.turns + 2)) + 4
    for number in range(3):
        canvas.text(point(WIDTH / 3 * number + 2.5, top), str(number + 1), 3.4, bold=True)
    return canvas


def _middle(number: int) -> float:
    return WIDTH / 3 * (number + 0.5)


def _flat(canvas: Canvas, hand: Hand, size: Size, sheet: Sheet, deep: float) -> None:
    """The rim laid flat, its line across the front; the finished height is that of the closed bag."""
    left, high = _middle(0) - size.wide / 2, size.high + deep * size.scale
    squeeze = min(1.0, _HIGH / high)
    top, line = _FOOT + high * squeeze, _FOOT + (high - deep * size.scale) * squeeze
    canvas.cloth(rectangle(left, _FOOT, left + size.wide, top), hand.tone(sheet), True)
    canvas.line("fold", point(left, line), point(left + size.wide, line))
    edge = left + size.wide
    dimension(canvas, point(edge, line), point(edge, top), hand.told(deep), 3 + 0j)
    canvas.number(rectangle(left, _FOOT, edge, line), hand.number(sheet))


def _section(canvas: Canvas, tone: Tone, turns: int) -> None:
    """Both layers as one line from the foot up, over and down to the front, so often."""
    x, top = _middle(1) + 3, _FOOT + _SIDE
    chain = [point(x, _FOOT + 4), point(x, top), *_spiral(point(x, top), turns)]
    bar(canvas, chain, tone, False, 0.9)
    bend(canvas, point(x - 2, top + _ROLL * turns + 3.5), point(x - 6 - _ROLL * turns, top - 2), -0.35)


def _spiral(start: Point, turns: int) -> list[Point]:
    """Flat turns, each down or up on the inside of the one before; one alone is a fold."""
    if turns == 1:
        return [*arc(start - 1.2, 1.2, 0, 180), start - 2.4 - 12j]
    points, at, way = list[Point](), start, 1
    for turn in range(turns):
        radius = _ROLL * (turns - turn) / 2
        bow = arc(at - way * radius, radius, 0 if way > 0 else 180, 180 if way > 0 else 360)
        points += bow
        at, way = bow[-1] - 1j * way * _FLAT, -way
        points.append(at)
    return points


def _closed(canvas: Canvas, hand: Hand, size: Size, sheet: Sheet, turn: float) -> None:
    """The bag with its roll across the top."""
    tub = size.tub(point(_middle(2), _FOOT))
    tub.draw(canvas, Cloth(hand.tone(sheet), True), Cloth(hand.tone(sheet), True))
    left, right = tub.rim[:2]
    high = max(turn * size.scale, 2.5)
    roll = rectangle(left.real - 0.6, left.imag - high, right.real + 0.6, right.imag + 0.8)
    canvas.cloth(roll, hand.tone(sheet), True)
