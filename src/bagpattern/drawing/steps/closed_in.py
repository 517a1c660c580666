"""A seam that closes its raw edges in: which edges, and in section its first row and what becomes of it."""

from __future__ import annotations

from bagpattern.drawing.steps.canvas import WIDTH
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.looks import SMALL
from bagpattern.drawing.steps.on_edge import OnEdge, edges_on, parts_on, sheet_on
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import arc, bar, dimension, needle
from bagpattern.geometry.points import Point, point
from bagpattern.making.joints import sheet_of
from bagpattern.model.operation import Operation, Sheet, Verb
from bagpattern.model.seam import Enclosed, Encloses, Seam

_LEFT, _RIGHT = 54.0, WIDTH - 3
_FIRST, _THEN = 44.0, 20.0
"""mm of paper: the two rows of the section."""
_SCALE = 1.0
"""mm of paper for a mm of cloth along the section."""
_APART = 1.6
"""mm of paper from one layer to the next."""


def closed_in(scene: Scene) -> Drawn | None:
    """Seams that close their raw edges in; what is closed in alike on the same piece is shown with it."""
    hand, first = scene.hand, scene.first
    sheet, seam = sheet_on(hand, first), hand.pattern.seams[first.seams[0]]
    if sheet is None or seam.enclosed is None:
        return None
    parts, left = parts_on(hand, sheet), [each for each in scene.left if each.do is Verb.FELL]
    felled = [each for each in left if any(edges_on(hand, each, part) for part in parts)]
    shown = [each for each in felled if hand.pattern.seams[each.seams[0]].enclosed == seam.enclosed]
    then = hand.when(shown)
    lines = [line for each in shown for part in parts for line in edges_on(then, each, part)]
    kind = _French if seam.enclosed.how is Encloses.FRENCH else _Felled
    return Drawn("closed in", kind(then, first, sheet, lines, seam, seam.enclosed).drawn(), tuple(shown))


class _ClosedIn(OnEdge):
    def __init__(
        self, hand: Hand, of: Operation, sheet: Sheet, lines: list[list[Point]], seam: Seam, kept: Enclosed
    ) -> None:
        super().__init__(hand, of, sheet, lines)
        self.kept, self.a, self.b = kept, sheet_of(seam.a[0]), sheet_of(seam.b[0])

    def _layer(self, sheet: Sheet, points: list[Point], right_on_left: bool, told: Point) -> None:
        bar(self.canvas, points, self.hand.tone(sheet), right_on_left, 1.2)
        self.canvas.text(told, self.hand.number(sheet), SMALL, bold=True)

    def _flat(self, y: float, raw: tuple[float, float], wrong: bool) -> None:
        """Both layers on each other, side a above; their wrong sides together, or their right sides."""
        for sheet, end, up in ((self.a, raw[0], 1), (self.b, raw[1], -1)):
            points = [point(end, y + up * _APART / 2), point(_RIGHT, y + up * _APART / 2)]
            self._layer(sheet, points, (up > 0) is wrong, point(_RIGHT - 2, y + up * (_APART / 2 + 3.0)))


class _French(_ClosedIn):
    def section(self) -> None:
        """The first row, wrong sides together; then the cloth turned round it, and where the second row goes."""
        first, rest = self.kept.first * _SCALE, self.kept.rest * _SCALE
        self._flat(_FIRST, (_LEFT, _LEFT), wrong=True)
        needle(self.canvas, _LEFT + first, _FIRST - 3, _FIRST + 3)
        told = self.hand.told(self.kept.first)
        dimension(self.canvas, point(_LEFT, _FIRST - 1), point(_LEFT + first, _FIRST - 1), told, -5j)
        for sheet, up in ((self.a, 1), (self.b, -1)):
            self._layer(sheet, self._turned(up), up > 0, point(_RIGHT - 2, _THEN + up * (1.5 * _APART + 3.4)))
        self.canvas.line("before", point(_LEFT + 1.4, _THEN - _APART), point(_LEFT + 1.4, _THEN + _APART))
        self.canvas.line("before", point(_LEFT + rest, _THEN - 5), point(_LEFT + rest, _THEN + 5))
        low = _THEN - 1.5 * _APART
        dimension(self.canvas, point(_LEFT, low), point(_LEFT + rest, low), self.hand.told(self.kept.rest), -6j)

    def _turned(self, up: int) -> list[Point]:
        """One layer from the right to the first row, and back over itself to its trimmed edge."""
        inner, outer = up * _APART / 2, up * 1.5 * _APART
        bow = arc(point(_LEFT + _APART / 2, _THEN + up * _APART), _APART / 2, up * 90, up * 270)
        return [point(_RIGHT, _THEN + outer), *bow, point(_LEFT + 3.5, _THEN + inner)]


class _Felled(_ClosedIn):
    def section(self) -> None:
        """The seam, its allowances unequal; then both laid over side a, the wider one round the edge of the other."""
        under, wide = self.kept.first * _SCALE, self.kept.rest * _SCALE
        at = _LEFT + wide
        self._flat(_FIRST, (at - under, at - wide), wrong=False)
        needle(self.canvas, at, _FIRST - 3, _FIRST + 3)
        low, high = _FIRST - _APART, _FIRST + _APART
        dimension(self.canvas, point(at - under, high), point(at, high), self.hand.told(self.kept.first), 5j)
        dimension(self.canvas, point(at - wide, low), point(at, low), self.hand.told(self.kept.rest), -5j)
        self._layer(self.a, self._narrow(at, under), False, point(_LEFT + 1, _THEN - 4))
        self._layer(self.b, self._wide(at, wide), True, point(_RIGHT - 2, _THEN - 4))
        needle(self.canvas, at - wide / 2 + 1.2, _THEN - 2.5, _THEN + 3 * _APART + 2.5)

    def _narrow(self, at: float, under: float) -> list[Point]:
        """Side a from the left to the seam, and its allowance back over it, two layers higher."""
        bow = arc(point(at - _APART, _THEN + _APART), _APART, -90, 90)
        return [point(_LEFT - 2, _THEN), *bow, point(at - under, _THEN + 2 * _APART)]

    def _wide(self, at: float, wide: float) -> list[Point]:
        """Side b from the right to the seam, its allowance over all, round the edge and back under it."""
        rise = [point(_RIGHT, _THEN), point(at + 1.6, _THEN), point(at + 1.0, _THEN + 3 * _APART)]
        bow = arc(point(at - wide / 2 + _APART, _THEN + 2 * _APART), _APART, 90, 270)
        return [*rise, *bow, point(at - 2 * _APART - 1, _THEN + _APART)]
