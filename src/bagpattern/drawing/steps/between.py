"""A wall that is caught between two strips: where its edges meet the strip; in section, before and after the seam."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bagpattern.drawing.steps.canvas import WIDTH, Canvas
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.lays import is_left
from bagpattern.drawing.steps.looks import SMALL
from bagpattern.drawing.steps.scale import scaled
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import arc, bar, bend, seam, stack
from bagpattern.drawing.steps.view import View
from bagpattern.geometry.cloths import at_length, grown_by, long, mapped
from bagpattern.geometry.points import Point, point, unit
from bagpattern.making.joints import sheet_of
from bagpattern.model.operation import Operation, Sheet, Side, Verb
from bagpattern.model.seam import Seam, SeamKind, Stands

_LETTERS = "abcde"
_GAP = 16.0
"""mm of cloth between the wall and the strip that it comes to lie on."""
_X, _Y = 42.0, 22.0


def between(scene: Scene) -> Drawn | None:
    """What is basted along an edge that it turns round: its layers' runs are those that the seam catches."""
    first, hand = scene.first, scene.hand
    told = [each for each in first.on if each.start is not None and each.end is not None]
    if len(told) != 1 or first.side is not Side.RIGHT or not first.goal or not first.pieces:
        return None
    goal, host = hand.pattern.seams[first.goal], Sheet(told[0].panel, max(told[0].copy, 1))
    layers = [Sheet(each.panel, max(each.copy, 1)) for each in first.pieces]
    line = _caught_line(hand, goal, layers[0])
    if len(line) < 3 or not hand.draft[host.panel].has_edge(told[0].on):
        return None
    path = hand.draft[host.panel].edge(told[0].on).path
    edge = hand.own_line(host, path.part(told[0].start or 0.0, told[0].end or 0.0).flat)
    return Drawn("between", _basted(hand, host, edge, layers, line), (first,))


def _caught_line(hand: Hand, goal: Seam, layer: Sheet) -> list[Point]:
    """The edges of a layer that a seam catches, one after the other."""
    own = sorted((each for each in goal.caught if sheet_of(each.runs[0]) == layer), key=lambda each: each.at)
    points: list[Point] = []
    for each in own:
        for run in each.runs:
            points += hand.run(run)
    return points


def _basted(hand: Hand, host: Sheet, edge: list[Point], layers: Sequence[Sheet], line: list[Point]) -> Canvas:
    """The strip, its edge up; over it the wall, with letters where both meet; the layers in section."""
    canvas, way = Canvas(), unit(edge[-1] - edge[0])
    turn = -1 / way if is_left(edge, hand.net(host)) else 1 / way
    strip, own = mapped(hand.outline(host), lambda p: p * turn), [p * turn for p in edge]
    wall = hand.outline(layers[0])
    (left, _, right, top), (low_x, low_y, high_x, _) = strip.bounds, wall.bounds
    by = point((left + right - low_x - high_x) / 2, top - low_y + _GAP)
    above, seamed = mapped(wall, lambda p: p + by), [p + by for p in line]
    view = View([strip, above], (5, 26, WIDTH - 5, 58))
    for area, sheet in ((above, layers[0]), (strip, host)):
        canvas.cloth(view.area(area), hand.tone(sheet), True)
    ordered = own if own[0].real < own[-1].real else own[::-1]
    _marked(canvas, view, ordered, seamed if seamed[0].real < seamed[-1].real else seamed[::-1])
    seam(canvas, [p - 0.8j for p in view.points(ordered)])
    for area, sheet in ((above, layers[0]), (strip, host)):
        canvas.number(grown_by(view.area(area), -1), hand.number(sheet))
    _layers(canvas, hand, host, layers)
    scaled(canvas, hand.pattern, view.scale, point(2, 20))
    return canvas


def _marked(canvas: Canvas, view: View, edge: Sequence[Point], wall: Sequence[Point]) -> None:
    """A letter at either end, in the middle and at each corner of the wall, and the same on the strip."""
    whole = long(wall)
    for letter, share in zip(_LETTERS, sorted({0.0, 0.5, 1.0, *_corners(wall)}), strict=False):
        for line, out in ((wall, 3.0j), (edge, -3.6j)):
            at = view(at_length(line, share * (whole if line is wall else long(line)))[0])
            canvas.line("notch", at, at + out * 0.5)
            canvas.text(at + out, letter, SMALL, bold=True)


def _corners(line: Sequence[Point]) -> Iterator[float]:
    """Where a chain turns sharply, as shares of its length."""
    at, whole = 0.0, long(line)
    for p, q, r in zip(line, line[1:], line[2:], strict=False):
        at += abs(q - p)
        if abs(q - p) > 1 and abs(r - q) > 1 and abs(unit(q - p) - unit(r - q)) > 0.5:
            yield round(at / whole, 4)


def _layers(canvas: Canvas, hand: Hand, host: Sheet, layers: Sequence[Sheet]) -> None:
    """The wall on the strip: its layers with their wrong sides together."""
    rows = [(hand.tone(sheet), place == 0, hand.number(sheet)) for place, sheet in enumerate(layers)]
    stack(canvas, point(WIDTH - 28, 19), [*rows, (hand.tone(host), True, hand.number(host))])


# folded apart ---------------------------------------------------------------------------------------------------------


def spread(scene: Scene) -> Drawn | None:
    """What a plain seam joins, folded apart, with what it caught between standing up."""
    first, hand = scene.first, scene.hand
    goal = hand.pattern.seams[first.seams[0]] if len(first.seams) == 1 else None
    if goal is None or goal.kind is not SeamKind.PLAIN or goal not in hand.before:
        return None
    caught = (sheet_of(each.runs[0]) for each in goal.caught if each.stands is Stands.BETWEEN)
    walls = [each for each in dict.fromkeys(caught) if each.panel in {piece.panel for piece in first.pieces}]
    if not walls:
        return None
    return Drawn("spread", _spread(hand, goal, walls), tuple(each for each in scene.left if _is_fold(each, first)))


def _is_fold(operation: Operation, first: Operation) -> bool:
    return operation.do in (Verb.FOLD, Verb.PRESS) and operation.seams == first.seams


def _spread(hand: Hand, goal: Seam, walls: Sequence[Sheet]) -> Canvas:
    """The allowances below the seam, the strips to either side, the wall up."""
    canvas = Canvas()
    for run, side in ((goal.a[0], -1), (goal.b[0], 1)):
        x, sheet = _X + side * 0.9, sheet_of(run)
        bow = arc(point(x + side * 2.2, _Y - 2.2), 2.2, 180 if side > 0 else 0, 90)
        bar(canvas, [point(x, _Y - 10), *bow, point(x + side * 24, _Y)], hand.tone(sheet), side < 0, 1.0)
        canvas.text(point(x + side * 28, _Y), hand.number(sheet), SMALL, bold=True)
        bend(canvas, point(_X + side * 6, _Y + 12), point(_X + side * 16, _Y + 3), 0.3 * -side)
    for place, wall in enumerate(walls[:2]):
        x = _X + (place - 0.5) * 1.0
        bar(canvas, [point(x, _Y - 9), point(x, _Y + 18)], hand.tone(wall), place == 0, 0.9)
        canvas.text(point(_X + (place - 0.5) * 9, _Y + 21), hand.number(wall), SMALL, bold=True)
    needle_y = _Y - 5.0
    canvas.line("before", point(_X - 4, needle_y), point(_X + 4, needle_y))
    return canvas
