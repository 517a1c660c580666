"""A hem in section: flat with its folds, then turned and stitched."""

from __future__ import annotations

from bagpattern.drawing.steps.canvas import Canvas
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.looks import SMALL, Tone
from bagpattern.drawing.steps.signs import arc, bar, bend, dimension, needle
from bagpattern.geometry.points import Point, point
from bagpattern.model.edge import Edge
from bagpattern.model.operation import Operation, Sheet
from bagpattern.parts.workshop import BY_MATERIAL

ASIDE = 48.0
"""mm of paper for what is hemmed; the section stands beside it."""
_LEFT, _LONG = 55.0, 26.0
_FLAT, _TURNED = 38.0, 18.0
"""mm of paper: where the section begins, how long its cloth is, and its two rows."""
_DEEP, _LEAST = 12.0, 4.5
"""mm of paper that a hem has in section, and the least that one of its turns has."""
_STITCH = 2.2
"""mm of paper from the raw edge to the stitching that holds it."""


class HemSection:
    """The hem that an operation turns along an edge of a sheet, at the right of a figure."""

    def __init__(self, canvas: Canvas, hand: Hand, of: Operation, sheet: Sheet, edge: Edge) -> None:
        self.canvas, self.hand, self.of, self.sheet = canvas, hand, of, sheet
        self.deep = hand.pattern[sheet.panel].allowances[edge.name]
        self.turns = of.turns or (self.deep,)
        self.twice = len(self.turns) > 1 if of.turns else _is_twice(hand, sheet)

    def draw(self) -> None:
        """Flat with its folds, its right side down; then turned, stitched beside its inner edge."""
        bar(self.canvas, [point(_LEFT, _FLAT), point(_LEFT + _LONG, _FLAT)], self.hand.tone(self.sheet), False)
        start = _LEFT
        for place, (turn, wide) in enumerate(zip(self.turns, self._widths(), strict=True)):
            fold = start + wide
            self.canvas.line("fold", point(fold, _FLAT - 2.6), point(fold, _FLAT + 2.6))
            bend(self.canvas, point(start + 1, _FLAT + 1.4), point(fold + wide * 0.66, _FLAT + 1.6), -0.3)
            low = point(0, -5 - 5 * place)
            dimension(self.canvas, point(start, _FLAT), point(fold, _FLAT), self.hand.told(turn), low)
            start = fold
        self._folded(point(start, _TURNED))

    def _widths(self) -> list[float]:
        """mm of paper of each turn, by its share, but none too narrow to be seen."""
        whole = sum(self.turns)
        return [max(_DEEP * each / whole, _LEAST) for each in self.turns]

    def _folded(self, fold: Point) -> None:
        tone, end = self.hand.tone(self.sheet), fold + _DEEP
        filled = bool(self.of.notions)
        high = 1.9 if filled else 1.6 if self.twice else 0.9
        bow = arc(fold + high + 1j * 0, high, 90, 270)
        if filled:
            bar(self.canvas, [fold + high + 0.8, end - _STITCH - 2.0], Tone.TAPE, True, 1.2)
        tucked = [end - 5 + 1j * (high - 1.6), *arc(end - 0.8 + 1j * (high - 0.8), 0.8, -90, 90)] if self.twice else []
        chain = [*tucked, *([] if tucked else [end + 1j * high]), *bow, point(_LEFT + _LONG, fold.imag - high)]
        bar(self.canvas, chain, tone, False)
        needle(self.canvas, (end - _STITCH).real, fold.imag - high - 3, fold.imag + high + 3)
        if not self.twice:
            dimension(self.canvas, fold + 1j * high, end + 1j * high, self.hand.told(sum(self.turns)), 4j)
        number = point(_LEFT + _LONG + 2.5, fold.imag - high)
        self.canvas.text(number, self.hand.number(self.sheet), SMALL, bold=True)


def _is_twice(hand: Hand, sheet: Sheet) -> bool:
    """Whether the raw edge is tucked in: as the maker wants hems, or as the material wants them."""
    wanted = hand.pattern.settings["finishing"]["hem"]
    own = {each.id: each.hem for each in hand.pattern.materials}
    return (own.get(hand.panel(sheet).material, "") if wanted == BY_MATERIAL else wanted) == "double"
