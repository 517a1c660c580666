"""Notches at the rim of a bag that stands: those of its front, each at its share of the width."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from bagpattern.drawing.steps.canvas import Canvas
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.tub import Tub
from bagpattern.geometry.cloths import at_length, long
from bagpattern.geometry.points import Point
from bagpattern.model.operation import Sheet

_DEEP, _EDGE = 2.2j, 0.02
"""mm of paper from the rim down; the share of the width that is the corner."""


def notch_rim(canvas: Canvas, hand: Hand, tub: Tub, sheet: Sheet, seams: Collection[str], right: bool = True) -> None:
    """The notches that some seams put on a panel, whose upper edge is the front of the rim, its *right* side out."""
    for share in _shares(hand, sheet, seams):
        if not _EDGE < share.real < 1 - _EDGE:
            continue  # a corner of the bag is mark enough
        share = share if right else complex(1 - share.real, share.imag)
        front = tub.near if tub.is_round else tub.rim[:2]
        at = tub.at(share) if tub.has_face else at_length(front, long(front) * share.real)[0]
        canvas.line("notch", at, at - _DEEP)


def _shares(hand: Hand, sheet: Sheet, seams: Collection[str]) -> Iterator[Point]:
    """Where they are in the box of the panel."""
    panel, (left, low, right, high) = hand.pattern[sheet.panel].panel, hand.net(sheet).bounds
    for each in panel.notches:
        if each.seam in seams and panel.has_edge(each.on):
            at = hand.own_point(sheet, panel.edge(each.on).path.point_at(each.at))
            yield complex((at.real - left) / (right - left), (at.imag - low) / (high - low))
