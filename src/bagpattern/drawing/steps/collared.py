"""A tube put over the rim of another, right sides together, and in section how they are sewn and turned up."""

from __future__ import annotations

from typing import NamedTuple

from bagpattern.drawing.steps.canvas import Canvas
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.looks import SMALL
from bagpattern.drawing.steps.rim_notches import notch_rim
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import bar, bend, dimension, move, needle
from bagpattern.drawing.steps.signs import seam as stitched
from bagpattern.drawing.steps.tub import Cloth, Tub, size_of
from bagpattern.geometry.cloths import grown_by
from bagpattern.geometry.points import point
from bagpattern.making.joints import sheet_of
from bagpattern.model.operation import Sheet
from bagpattern.model.seam import Run, Seam, SeamKind

_LEFT, _MIDDLE = 64.0, 27.0
_APART, _DOWN = 3.6, 5.0
"""mm of paper from layer to layer of the section, and from the raw edges down to the needle."""
_SEWN, _TURNED = 50.0, 17.0
_LOW, _HIGH = 0.6, 0.3
"""Shares of the bag's height that are shown of the lower tube and of the upper one."""


class _Sides(NamedTuple):
    """The run below that is longest, and the one of the tube that comes over it."""

    lower: Run
    upper: Run


def collared(scene: Scene) -> Drawn | None:
    """Several seams that sew a tube, each panel of it by one, to the rim of another."""
    hand = scene.hand
    uppers = {each.id: _upper(each) for _, each in scene.sewing(SeamKind.PLAIN)}
    mine = uppers.get(scene.seam.id)
    if mine is None:
        return None
    tube = {sheet_of(each) for each in uppers.values() if each and _joints(hand, sheet_of(each), sheet_of(mine)) > 1}
    if len(tube) < 1:
        return None
    own = {name for name, each in uppers.items() if each and sheet_of(each) in {*tube, sheet_of(mine)}}
    lower = max((run for run in _lower(scene.seam)), key=hand.draft.run_length)
    return Drawn("collared", _Collared(hand, _Sides(lower, mine), own).drawn(), scene.of_seams(own))


def _upper(of: Seam) -> Run | None:
    """The side of one piece that several are sewn to."""
    return next((one[0] for one, other in ((of.a, of.b), (of.b, of.a)) if len(one) == 1 < len(other)), None)


def _lower(of: Seam) -> tuple[Run, ...]:
    return of.a if len(of.a) > 1 else of.b


def _joints(hand: Hand, one: Sheet, other: Sheet) -> int:
    """By how many seams two sheets hang together."""
    sheets = ({sheet_of(run) for run in (*each.a, *each.b)} for each in hand.before)
    return sum(each == {one, other} for each in sheets)


class _Collared:
    def __init__(self, hand: Hand, sides: _Sides, seams: set[str]) -> None:
        self.hand, self.canvas, self.seams = hand, Canvas(), seams
        self.lower, self.upper = sheet_of(sides.lower), sheet_of(sides.upper)
        self.allowance = hand.pattern[sides.lower.panel].allowances[sides.lower.on]
        self.tones = hand.tone(self.lower), hand.tone(self.upper)

    def drawn(self) -> Canvas:
        self._tubes()
        self._section()
        bend(self.canvas, point(_LEFT - 5, 34), point(_LEFT - 5, 24), 0.35)
        self._turned()
        return self.canvas

    def _tubes(self) -> None:
        """The lower one with its right side out, the upper one, upside down, with its wrong side out."""
        size = size_of(self.hand.pattern, 38.0, 36.0)
        low = size.tub(point(_MIDDLE, 2), _LOW)
        low.draw(self.canvas, Cloth(self.tones[0], True), Cloth(self.tones[0], False))
        stitched(self.canvas, low.around, stops=False, arrow=False)
        up = size.tub(point(_MIDDLE, low.rim[2].imag + 3), _HIGH)
        up.draw(self.canvas, Cloth(self.tones[1], False), Cloth(self.tones[1], True))
        for tub, sheet in ((low, self.lower), (up, self.upper)):
            notch_rim(self.canvas, self.hand, tub, self.lower, self.seams)
            self._number(tub, sheet)
        x = up.foot.real - 4
        move(self.canvas, point(x, up.foot.imag + up.high), point(x, low.rim[0].imag - 1))
        self.canvas.line("thin", low.rim[2], point(_LEFT - 4, _SEWN - _DOWN))

    def _number(self, tub: Tub, sheet: Sheet) -> None:
        self.canvas.number(grown_by(tub.front, -1), self.hand.number(sheet))

    def _section(self) -> None:
        """Raw edges even, the outside of the lower tube to the right."""
        for number, (sheet, right) in enumerate(((self.lower, True), (self.upper, False))):
            x = _LEFT + _APART * number
            bar(self.canvas, [point(x, _SEWN), point(x, _SEWN - 17)], self.hand.tone(sheet), right, 1.4)
            self.canvas.text(point(x + number * 2 - 1, _SEWN + 3), self.hand.number(sheet), SMALL, bold=True)
        y, last = _SEWN - _DOWN, _LEFT + _APART
        stitched(self.canvas, [point(_LEFT - 3, y), point(last + 3, y)], stops=False, arrow=False)
        told = self.hand.told(self.allowance)
        dimension(self.canvas, point(last + 1, _SEWN), point(last + 1, y), told, 4 + 0j)

    def _turned(self) -> None:
        """The upper one turned up, the allowances inside."""
        x, y = _LEFT + 3, _TURNED
        lower = [point(x, y - 12), point(x, y - 0.9), point(x - 4.5, y - 0.9)]
        upper = [point(x, y + 12), point(x, y + 0.9), point(x - 4.5, y + 0.9)]
        bar(self.canvas, lower, self.tones[0], False)
        bar(self.canvas, upper, self.tones[1], True)
        needle(self.canvas, x - 1.7, y - 3.5, y + 3.5)
        for sheet, at in ((self.lower, -9), (self.upper, 9)):
            self.canvas.text(point(x + 4, y + at), self.hand.number(sheet), SMALL, bold=True)
