"""The ends of tabs, straps and handles that a seam catches, as they lie on an edge while it is sewn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bagpattern.drawing.steps.canvas import Canvas
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.signs import d_ring
from bagpattern.drawing.steps.view import View
from bagpattern.geometry.cloths import Area, at_length, bent, beside, reach, stretch, together
from bagpattern.geometry.points import Point, unit
from bagpattern.making.joints import sheet_of
from bagpattern.model.operation import Sheet
from bagpattern.model.panel import Role
from bagpattern.model.seam import Seam, Stands
from bagpattern.model.strap import Mode

MADE = {Role.STRAP, Role.CLOSURE}
_SHOWN = 60.0
"""mm of a long strap that are shown."""


class End(NamedTuple):
    """An end from ``low`` to ``high`` mm along side a of a seam: all of its layers together.

    It is held along the edge ``on`` of its sheet, if one is told, and along another one as well where it is ``folded``.
    """

    sheet: Sheet
    on: str
    low: float
    high: float
    folded: bool = False


def ends_of(hand: Hand, seam: Seam, stands: Stands = Stands.BETWEEN) -> list[End]:
    """The ends that a seam catches, one for each place: between its sides, or where else they are asked for."""
    found: list[End] = []
    for each in seam.caught:
        sheet = sheet_of(each.runs[0])
        if each.stands is stands and hand.panel(sheet).role in MADE:
            long = hand.draft.side_length(each.runs) - each.ease
            end = End(sheet, each.runs[0].on, each.at, each.at + long)
            same = next(
                (old for old in found if old.sheet == sheet and old.low < end.high and end.low < old.high), None
            )
            if same:
                found.remove(same)
                end = End(sheet, end.on, min(same.low, end.low), max(same.high, end.high), folded=True)
            found.append(end)
    return found


def deep(hand: Hand, end: End) -> float:
    """mm from the seam to where a part ends or is folded, or as much of it as is shown."""
    strap = hand.panel(end.sheet).strap
    folded = end.folded or (strap is not None and strap.mode is Mode.TAB)
    net, held = hand.net(end.sheet), _held(hand, end)
    left, bottom, right, top = net.bounds
    far = reach(held, net) if held else max(right - left, top - bottom)
    return float(min(far / (2 if folded else 1), _SHOWN))


def follows(hand: Hand, end: End) -> bool:
    """Whether it was cut along a curve, and lies along that; what is straight itself stands straight on one."""
    held = _held(hand, end)
    return bool(held) and bent(held)


def _held(hand: Hand, end: End) -> list[Point]:
    """The line of the part itself along which it is held; nothing where that is not told."""
    return hand.own_line(end.sheet, hand.panel(end.sheet).along(end.on).path.flat) if end.on else []


def ring_on(hand: Hand, sheet: Sheet) -> bool:
    """Whether a ring hangs in the fold of a part."""
    return any(each.threads == sheet.panel and each.kind == "ring" for each in hand.pattern.notions)


def flap(hand: Hand, end: End, line: Sequence[Point], allowance: float, inward: float) -> Area:
    """What is seen of an end on a panel: from the raw edge inward, which is to the left for a positive *inward*."""
    edge = stretch(line, end.low, end.high)
    edge = edge if follows(hand, end) else [edge[0], edge[-1]]
    return together((beside(edge, -inward * allowance), beside(edge, inward * deep(hand, end))))


def draw_end(
    canvas: Canvas, hand: Hand, end: End, line: Sequence[Point], view: View, allowance: float, inward: float
) -> Area:
    """Paint an end with its ring; its area on paper."""
    area = view.area(flap(hand, end, line, allowance, inward))
    p, q = at_length(line, end.low)[0], at_length(line, end.high)[0]
    across = 1j * unit(q - p) * inward
    if ring_on(hand, end.sheet):
        far = view((p + q) / 2 + across * (deep(hand, end) - 1))
        d_ring(canvas, far, view.way(across), abs(q - p) * view.scale + 0.8)
    canvas.cloth(area, hand.tone(end.sheet), True)
    return area
