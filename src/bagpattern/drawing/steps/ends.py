"""The ends of tabs, straps and handles that a seam catches, as they lie on an edge while it is sewn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bagpattern.drawing.steps.canvas import Canvas
from bagpattern.drawing.steps.hand import Hand, area_beside
from bagpattern.drawing.steps.signs import d_ring
from bagpattern.drawing.steps.view import View
from bagpattern.geometry.cloths import Area, area_of, at_length, stretch
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
    """An end from ``low`` to ``high`` mm along side a of a seam: all of its layers together."""

    sheet: Sheet
    on: str
    low: float
    high: float


def ends_of(hand: Hand, seam: Seam) -> list[End]:
    """The ends that a seam catches, one for each place."""
    found: list[End] = []
    for each in seam.caught:
        sheet = sheet_of(each.runs[0])
        if each.stands is Stands.BETWEEN and hand.panel(sheet).role in MADE:
            end = End(sheet, each.runs[0].on, each.at, each.at + hand.draft.side_length(each.runs))
            same = next(
                (old for old in found if old.sheet == sheet and old.low < end.high and end.low < old.high), None
            )
            if same:
                found.remove(same)
                end = End(sheet, end.on, min(same.low, end.low), max(same.high, end.high))
            found.append(end)
    return found


def deep(hand: Hand, sheet: Sheet) -> float:
    """mm from the seam to where a part ends or is folded, or as much of it as is shown."""
    left, bottom, right, top = hand.net(sheet).bounds
    strap = hand.panel(sheet).strap
    folded = strap is not None and strap.mode is Mode.TAB
    return float(min(max(right - left, top - bottom) / (2 if folded else 1), _SHOWN))


def ring_on(hand: Hand, sheet: Sheet) -> bool:
    """Whether a ring hangs in the fold of a part."""
    return any(each.threads == sheet.panel and each.kind == "ring" for each in hand.pattern.notions)


def flap(hand: Hand, end: End, line: Sequence[Point], allowance: float, inward: float) -> Area:
    """What is seen of an end on a panel: from the raw edge inward, which is to the left for a positive *inward*."""
    edge = stretch(line, end.low, end.high)
    inner = area_beside(edge, inward * deep(hand, end.sheet))
    return area_of([*_apart(edge, -inward * allowance), *_apart(edge, inward * deep(hand, end.sheet))[::-1]]) or inner


def _apart(edge: Sequence[Point], by: float) -> list[Point]:
    across = 1j * unit(edge[-1] - edge[0]) * by
    return [edge[0] + across, edge[-1] + across]


def draw_end(
    canvas: Canvas, hand: Hand, end: End, line: Sequence[Point], view: View, allowance: float, inward: float
) -> Area:
    """Paint an end with its ring; its area on paper."""
    area = view.area(flap(hand, end, line, allowance, inward))
    p, q = at_length(line, end.low)[0], at_length(line, end.high)[0]
    across = 1j * unit(q - p) * inward
    if ring_on(hand, end.sheet):
        far = view((p + q) / 2 + across * (deep(hand, end.sheet) - 1))
        d_ring(canvas, far, view.way(across), abs(q - p) * view.scale + 0.8)
    canvas.cloth(area, hand.tone(end.sheet), True)
    return area


def seams_of(hand: Hand, seams: Sequence[Seam]) -> Iterator[tuple[Seam, End]]:
    """The ends of several seams."""
    for seam in seams:
        for end in ends_of(hand, seam):
            yield seam, end
