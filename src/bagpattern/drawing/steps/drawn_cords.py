"""Two cords that close a bag and carry it: each all round the rim, out where it went in, and down to its ring.

The first is in the accent, the second dark; where a cord runs behind, in the back, it is dashed.
"""

from __future__ import annotations

from collections.abc import Sequence

from bagpattern.drawing.steps.canvas import HEIGHT, WIDTH, Canvas, rectangle
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import d_ring, head
from bagpattern.drawing.steps.tub import size_of
from bagpattern.geometry.points import Point, point
from bagpattern.model.closing import Closes
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Sheet, Verb
from bagpattern.model.panel import Role
from bagpattern.model.strap import Mode

_FOOT, _OUT = 6.0, 5.0
"""mm of paper below the bag, and from its side to the cords beside it."""
_CHANNEL = 8.0
_PAIR = 2
"""Cords that go all round."""


def drawn_cords(scene: Scene) -> Drawn | None:
    """What is drawn in and tied of cords that serve as straps."""
    bought = {each.id: each for each in scene.hand.pattern.notions}
    cord = next((bought[each] for each in scene.first.notions if each in bought), None)
    if cord is None or cord.strap is None or cord.strap.mode is not Mode.CORD or cord.count != _PAIR:
        return None
    front = _front(scene.hand, cord)
    if front is None:
        return None
    alike = (each for each in scene.left if each.do is Verb.THREAD and each.notions == scene.first.notions)
    return Drawn("drawn cords", _drawn(scene.hand, front), tuple(alike))


def _front(hand: Hand, cord: Notion) -> Sheet | None:
    """The first of the panels, where the cords close the bag."""
    closes = any(each.kind is Closes.DRAWSTRING and cord.id in each.held_by for each in hand.draft.closings)
    return next((Sheet(each.id, 1) for each in hand.draft.panels if closes and each.role is Role.BODY), None)


def _drawn(hand: Hand, front: Sheet) -> Canvas:
    canvas, size = Canvas(), size_of(hand.pattern, 46.0, HEIGHT - 14)
    left, right, top = (WIDTH - size.wide) / 2, (WIDTH + size.wide) / 2, _FOOT + size.high
    canvas.cloth(rectangle(left, _FOOT, right, top), hand.tone(front), True)
    canvas.cloth(rectangle(left, top - _CHANNEL, right, top), hand.tone(front), True)
    for side, looks in ((-1, ("shaft", "fold")), (1, ("slit", "seam"))):
        _cord(canvas, side, looks, (left, right, top))
    canvas.number(rectangle(left, _FOOT, right, top - _CHANNEL), hand.number(front))
    return canvas


def _cord(canvas: Canvas, side: int, looks: tuple[str, str], box: tuple[float, float, float]) -> None:
    """In at its side, through the front to the other, through the back, and out where it went in."""
    left, right, top = box
    near, far = (right, left) if side > 0 else (left, right)
    before, behind = looks
    y = top - _CHANNEL / 2 + side * 1.8
    ring = point(near + side * 2.0, _FOOT + 5)
    d_ring(canvas, ring, complex(side, 0), 5.0)
    for x, level in ((near + side * _OUT, y - 0.5), (near + side * (_OUT + 2.5), y + 0.5)):
        line = [ring + side * 2.5, point(x, _FOOT + 12), point(x, level - 3), point(near, level)]
        _line(canvas, before, line if level > y else [*line, point(far, level)])
    _line(canvas, behind, [point(far, y + 0.5), point(near, y + 0.5)])
    head(canvas, point((near + far) / 2 + side * 6, y - 0.5), complex(-side, 0), size=1.1)
    head(canvas, point(near + side * (_OUT + 2.5), (y + _FOOT) / 2), -1j, size=1.1)


def _line(canvas: Canvas, kind: str, points: Sequence[Point]) -> None:
    canvas.line("casing", *points)
    canvas.line(kind, *points)
