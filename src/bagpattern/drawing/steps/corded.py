"""A cord drawn round the rim: in at one outlet, out at the other, both ends through the lock and knotted; a chain's
link, opened sideways, with what hangs in it.
"""

from __future__ import annotations

import math

from bagpattern.drawing.steps.canvas import WIDTH, Canvas, rectangle
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import head, move, times
from bagpattern.drawing.steps.tub import Cloth, Tub, size_of
from bagpattern.drawing.strokes import circle
from bagpattern.geometry.cloths import area_of, at_length, disc_area, long, rounded_along
from bagpattern.geometry.points import Point, point, unit
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
    if "cord" not in kinds:
        return None
    if not first.on:
        return _through_eyelets(scene, "cord-lock" in kinds)
    if len(first.on) != 1:
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
    rim = [p - 1j * _DOWN for p in (tub.near if tub.is_round else tub.rim[:2])]
    apart = min(_APART, long(rim) / 4)  # of a bag that is high and slim
    first, last = (at_length(rim, long(rim) / 2 + side * apart)[0] for side in (-1, 1))
    canvas.line("seam", first, *_round_the_back(tub, apart), last)
    for start, end in ((first, rim[0]), (rim[-1], last)):
        head(canvas, start + (end - start) * 0.5, unit(end - start), "seam-head", 1.2)
    _ends(canvas, first, last, locked)
    face = rectangle(rim[0].real + 1, _FOOT + 1, rim[-1].real - 1, first.imag - 4)
    canvas.number(face, hand.number(Sheet(panel, 1)))
    return canvas


def _round_the_back(tub: Tub, apart: float) -> list[Point]:
    """From the outlets, so far *apart*, to the left, round behind, and back to them from the right."""
    if not tub.is_round:
        left, right, behind, back = tub.rim
        return [p - 1j * _DOWN for p in (left, back, behind, right)]
    middle = tub.foot.real + tub.wide / 2
    bow = [p - 1j * _DOWN for p in tub.around[:-1]]
    start = min(range(len(bow)), key=lambda n: (bow[n].imag, abs(bow[n].real - middle)))
    turned = [*bow[start:], *bow[:start]]
    return [p for p in turned[::-1] if abs(p.real - middle) > apart or p.imag > bow[start].imag + 1]


def _through_eyelets(scene: Scene, locked: bool) -> Drawn | None:
    """A cord in and out through eyelets all round; the front pair, where it ends, is the one that is nearest."""
    hand, first = scene.hand, scene.first
    closing = next((each for each in hand.draft.closings if set(first.notions) & set(each.held_by)), None)
    rings = set(closing.held_by) - set(first.notions) if closing else set()
    holed = [each for each in hand.draft.panels if any(hole.holds in rings for hole in each.holes)]
    if not holed:
        return None
    panel = holed[0]
    left, _, right, _ = panel.stitching_line.bounds
    places = sorted((hole.at.real - left) / (right - left) for hole in panel.holes if hole.holds in rings)
    return Drawn("laced", _laced(hand, panel.id, places, locked), (first,))


def _laced(hand: Hand, panel: str, places: list[float], locked: bool) -> Canvas:
    """The front with its eyelets; from the middle pair to either side the cord is inside, then outside, by turns."""
    canvas, size, tone = Canvas(), size_of(hand.pattern, 56.0, 40.0), hand.tone(Sheet(panel, 1))
    tub = size.tub(point(_MIDDLE, _FOOT))
    tub.draw(canvas, Cloth(tone, True), Cloth(tone, False))
    rim = [p - 1j * _DOWN for p in (tub.near if tub.is_round else tub.rim[:2])]
    start, end = rim[0], rim[-1]
    holes = [at_length(rim, long(rim) * share)[0] for share in places]
    pair = min(range(len(holes) - 1), key=lambda n: abs(places[n] + places[n + 1] - 1))
    for n in [each for each in range(len(holes) - 1) if each != pair]:
        inside = (pair - n) % 2 == 1
        canvas.line("casing", holes[n], holes[n + 1])
        canvas.line("seam" if inside else "slit", holes[n], holes[n + 1])
    for hole in holes:
        canvas.put("block", circle(hole, 1.1))
    _ends(canvas, holes[pair], holes[pair + 1], locked)
    face = rectangle(start.real + 1, _FOOT + 1, end.real - 1, min(p.imag for p in holes) - 4)
    canvas.number(face, hand.number(Sheet(panel, 1)))
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
