"""A cord drawn round the rim: in at one outlet, out at the other, both ends through the lock and knotted; a chain's
link, opened sideways, with what hangs in it.
"""

from __future__ import annotations

import math

from bagpattern.drawing.steps.canvas import WIDTH, Canvas, rectangle
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import head, move, times
from bagpattern.drawing.steps.tub import Cloth, size_of
from bagpattern.drawing.strokes import circle
from bagpattern.geometry.cloths import area_of, disc_area, rounded_along
from bagpattern.geometry.points import Point, point
from bagpattern.model.operation import Sheet

_MIDDLE, _FOOT = WIDTH / 2, 4.0
_DOWN, _ENDS = 4.5, 13.0
"""mm of paper from the rim to the outlets, and from there to the lock."""
_LINK = 9.0
_OUTLETS, _APART = 2, 4.0
"""Outlets of a cord, and mm of paper from the middle to each."""


def corded(scene: Scene) -> Drawn | None:
    """What is threaded is a cord that leaves through outlets which are marked on a panel."""
    first, hand = scene.first, scene.hand
    kinds = {each.kind for each in hand.pattern.notions if each.id in first.notions}
    if "cord" not in kinds or len(first.on) != 1:
        return None
    where = first.on[0]
    panel = hand.panel(Sheet(where.panel, 1))
    if len([each for each in panel.holes if str(each.label) == where.on]) != _OUTLETS:
        return None
    return Drawn("corded", _drawn(hand, where.panel, "cord-lock" in kinds), (first,))


def _drawn(hand: Hand, panel: str, locked: bool) -> Canvas:
    """The bag, its outlets to the front; the cord is dashed where it is inside the rim."""
    canvas, size, tone = Canvas(), size_of(hand.pattern, 46.0, 40.0), hand.tone(Sheet(panel, 1))
    tub = size.tub(point(_MIDDLE, _FOOT))
    tub.draw(canvas, Cloth(tone, True), Cloth(hand.tone(Sheet(panel, 1)), False))
    left, right, behind, back = (p - 1j * _DOWN for p in tub.rim)
    first, last = ((left + right) / 2 + side * _APART for side in (-1, 1))
    canvas.line("seam", first, left, back, behind, right, last)
    head(canvas, (first + left) / 2, -1 + 0j, "seam-head", 1.2)
    head(canvas, (last + right) / 2, -1 + 0j, "seam-head", 1.2)
    _ends(canvas, first, last, locked)
    canvas.number(rectangle(left.real + 1, _FOOT + 1, right.real - 1, left.imag - 4), hand.number(Sheet(panel, 1)))
    return canvas


def _ends(canvas: Canvas, first: Point, last: Point, locked: bool) -> None:
    """From the outlets down through the lock to the knot."""
    lock = (first + last) / 2 - 1j * _ENDS
    for hole, side in ((first, -1), (last, 1)):
        for kind in ("metal", "metal-light"):
            canvas.line(kind, hole, lock + side * 0.9, lock + side * 0.6 - 6j)
        canvas.put("block", circle(hole, 1.3))
    if locked:
        canvas.area("dark", rectangle(lock.real - 2.6, lock.imag - 2.0, lock.real + 2.6, lock.imag + 2.0))
    canvas.put("dark", circle(lock - 7j, 1.5))
    canvas.busy.append(disc_area(lock - 3j, 7.5))


def linked(scene: Scene) -> Drawn | None:
    """A chain's last link, open, and the eye of what is hung in it."""
    bought = {each.id: each for each in scene.hand.pattern.notions}
    mine = [bought[each] for each in scene.first.notions if each in bought]
    chain = next((each for each in mine if each.kind == "chain"), None)
    hung = next((each for each in mine if each.kind == "swivel"), None)
    if chain is None or hung is None:
        return None
    canvas = Canvas()
    for n in range(3):
        _link(canvas, point(10 + n * _LINK, 14), n == 2)
    _swivel(canvas, point(10 + 3.9 * _LINK, 14))
    move(canvas, point(10 + 3.1 * _LINK, 23), point(10 + 2.4 * _LINK, 18.5))
    times(canvas, hung.count, point(WIDTH - 5, 24))
    return Drawn("linked", canvas, (scene.first,))


def _link(canvas: Canvas, at: Point, opened: bool) -> None:
    """A ring of wire; one end of the one that is opened lies nearer than the other: it is twisted, not widened."""
    first, last = (2, 22) if opened else (0, 24)
    turns = [math.tau * n / 24 for n in range(first, last + 1)]
    twist = 1.6 / len(turns) if opened else 0.0
    points = [
        at + complex(_LINK * 0.62 * math.cos(a), 3.4 * math.sin(a) + twist * place) for place, a in enumerate(turns)
    ]
    for kind in ("metal", "metal-light"):
        canvas.line(kind, *points)


def _swivel(canvas: Canvas, at: Point) -> None:
    """Its eye to the left, its hook to the right."""
    canvas.area("metal-light", rounded_along([at - 3, at + 3], 1.5))
    for middle, radius in ((at - 5.5, 3.4), (at + 8.5, 5.5)):
        for kind in ("metal", "metal-light"):
            canvas.put(kind, circle(middle, radius))
    canvas.busy.append(area_of([at - 9 - 6j, at + 14 - 6j, at + 14 + 6j, at - 9 + 6j]))
