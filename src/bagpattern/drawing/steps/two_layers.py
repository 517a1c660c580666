"""Two layers in section: sewn with the right sides inside, then turned, the allowances between them."""

from __future__ import annotations

from collections.abc import Collection

from bagpattern.drawing.steps.canvas import WIDTH, Canvas
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.looks import SMALL
from bagpattern.drawing.steps.signs import arc, bar, bend, dimension, needle, scissors
from bagpattern.geometry.points import point
from bagpattern.model.operation import Sheet, Verb
from bagpattern.units import ExactLength

_X, _HIGH, _LOW = 58.0, 38.0, 16.0
"""mm of paper: the edge in section, the middles of both sections."""
Sheets = tuple[Sheet, Sheet]


def section(canvas: Canvas, hand: Hand, sheets: Sheets, does: Collection[Verb], left: float = 0.0) -> None:
    """Both sections, at the right of a figure, with what is done to them: the upper layer first. *left* are mm of
    allowance that the trimming leaves.
    """
    _sewn(canvas, hand, sheets, does)
    if left:
        dimension(canvas, point(_X + 1, _HIGH - 2), point(_X + 5, _HIGH - 2), hand.told(left), -3.4j)
    bend(canvas, point(_X + 10, _HIGH - 6), point(_X + 10, _LOW + 7), 0.2)
    _turned(canvas, hand, sheets, Verb.TOPSTITCH in does)


def _sewn(canvas: Canvas, hand: Hand, sheets: Sheets, does: Collection[Verb]) -> None:
    for sheet, side in zip(sheets, (1, -1), strict=True):
        y = _HIGH + side * 1.2
        bar(canvas, [point(_X - 3, y), point(WIDTH - 9, y)], hand.tone(sheet), side < 0)
        canvas.text(point(WIDTH - 4, _HIGH + side * 2.4), hand.number(sheet), SMALL, bold=True)
    canvas.line("before", point(_X + 5, _HIGH - 4), point(_X + 5, _HIGH + 4))
    if Verb.TRIM in does:
        canvas.line("slit", point(_X + 1, _HIGH - 4), point(_X + 1, _HIGH + 4))
        scissors(canvas, point(_X + 1, _HIGH + 6.5))
    if Verb.OVERCAST in does:
        canvas.line("seam", *(point(_X + 1.4 + number % 2 * 2.0, _HIGH + 2.4 - 0.8 * number) for number in range(7)))


def _turned(canvas: Canvas, hand: Hand, sheets: Sheets, topstitched: bool) -> None:
    for sheet, side in zip(sheets, (1, -1), strict=True):
        y = _LOW + side * 2.0
        bow = arc(point(_X + 1.2, y - side * 0.8), 0.8, 90 * side, 270 * side)
        chain = [point(WIDTH - 9, y), *bow, point(_X + 6, y - side * 1.6)]
        bar(canvas, chain, hand.tone(sheet), side < 0, 0.9)
        canvas.text(point(WIDTH - 4, _LOW + side * 2.4), hand.number(sheet), SMALL, bold=True)
    if topstitched:
        needle(canvas, _X + 3.4, _LOW - 5, _LOW + 5)
        _distance(canvas, hand)


def _distance(canvas: Canvas, hand: Hand) -> None:
    """How far from the edge the maker wants topstitching."""
    beside = hand.pattern.settings["finishing"]["topstitch"]
    if isinstance(beside, ExactLength):
        start, end = point(_X, _LOW - 3), point(_X + 3.4, _LOW - 3)
        dimension(canvas, start, end, hand.told(beside.mm), -4j)
