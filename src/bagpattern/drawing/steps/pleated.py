"""A strip folded to and fro at its fold lines, like an accordion: flat with its folds, then folded, from the side."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bagpattern.drawing.steps.canvas import Canvas, rectangle
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.looks import SMALL
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import arc, bar, dimension, move
from bagpattern.geometry.path import Path
from bagpattern.geometry.points import Point, point, unit
from bagpattern.model.marks import LineKind
from bagpattern.model.operation import Operation, Sheet

_FOOT, _HIGH, _WIDE = 4.0, 50.0, 22.0
"""mm of paper: the foot of both pictures, how high they are, and how wide the flat strip is at most."""
_LEFT, _SIDE, _APART = 14.0, 58.0, 2.6
"""mm of paper: where the strip begins, where the folded one stands, and from layer to layer of that."""
_TOLD = 9.0
"""mm of paper: shorter stretches are not told."""


def pleated(scene: Scene) -> Drawn | None:
    """What is done at several folds that lie across a piece one after the other, or alike across several pieces."""
    first, hand = scene.first, scene.hand
    sheets = [Sheet(name, 1) for name in dict.fromkeys(each.panel for each in first.pieces)]
    folds = [_folds(hand, first, each) for each in sheets]
    if not folds or len(folds[0]) < 2 or any(len(each) != len(folds[0]) for each in folds):
        return None
    lines = [hand.own_line(sheets[0], path.flat) for path in folds[0]]
    way = 1j * unit(lines[0][-1] - lines[0][0])
    return Drawn(
        "pleated", _Pleats(hand, sheets, way, [(x[0] / way).real for x in lines], not first.on).drawn(), (first,)
    )


def _folds(hand: Hand, first: Operation, sheet: Sheet) -> list[Path]:
    """Those that are told; where none are, those that stay in the finished bag."""
    lines = [line for line in hand.panel(sheet).lines if line.kind is LineKind.FOLD]
    if not first.on:
        return [line.path for line in lines if line.crease]
    named = {each.on for each in first.on if each.panel == sheet.panel}
    found = [line.path for line in lines if line.name in named]
    return found if len(found) == len(first.on) else []


class _Pleats:
    """``stops`` are mm along the strip: its beginning, its folds, its end; the first fold goes ``inward`` in a bag."""

    def __init__(self, hand: Hand, sheets: Sequence[Sheet], way: complex, folds: Sequence[float], inward: bool) -> None:
        self.hand, self.sheet, self.others, self.inward = hand, sheets[0], sheets[1:], inward
        self.canvas = Canvas()
        turned = [corner / way for ring in _rings(hand, self.sheet) for corner in ring]
        low, high = min(p.real for p in turned), max(p.real for p in turned)
        self.wide = max(p.imag for p in turned) - min(p.imag for p in turned)
        self.stops = [0.0, *(each - low for each in sorted(folds)), high - low]
        self.scale = _HIGH / self.stops[-1]

    def drawn(self) -> Canvas:
        self._flat()
        move(self.canvas, point(_LEFT + _WIDE + 6, _FOOT + 25), point(_LEFT + _WIDE + 13, _FOOT + 25))
        self._folded()
        return self.canvas

    def _flat(self) -> None:
        """Right side up: where it is folded forward the line is drawn out, where it is folded back it is dashed."""
        wide = min(self.wide * self.scale, _WIDE)
        area = rectangle(_LEFT, _FOOT, _LEFT + wide, _FOOT + _HIGH)
        self.canvas.cloth(area, self.hand.tone(self.sheet), True)
        for number, stop in enumerate(self.stops[1:-1]):
            y = _FOOT + stop * self.scale
            self.canvas.line(
                "shaft" if number % 2 == 0 else "fold", point(_LEFT - 1.5, y), point(_LEFT + wide + 1.5, y)
            )
        told = set[str]()
        for start, end in pairwise(self.stops):
            words = self.hand.told(end - start)
            if (end - start) * self.scale >= _TOLD or words not in told:
                at, to = (point(_LEFT, _FOOT + each * self.scale) for each in (start, end))
                dimension(self.canvas, at, to, words, -5.5 + 0j)
            told.add(words)
        for each in (self.sheet, *self.others):
            self.canvas.number(area, self.hand.number(each))

    def _folded(self) -> None:
        """From the side, its front to the left: up, down behind, up behind that, as far as each stretch is long."""
        levels = [0.0]
        for number, (start, end) in enumerate(pairwise(self.stops)):
            levels.append(levels[-1] + (end - start) * (-1 if number % 2 else 1))
        scale = min(_HIGH / max(levels), 1.0)
        chain, x = [point(_SIDE, _FOOT)], _SIDE
        for number, level in enumerate(levels[1:]):
            y = _FOOT + level * scale
            if number == len(levels) - 2:
                chain.append(point(x, y))
                break
            chain += _turn(point(x, y), up=number % 2 == 0)
            x += _APART
        bar(self.canvas, chain, self.hand.tone(self.sheet), not self.inward, 0.9)
        self.canvas.text(point(x + 4, _FOOT + levels[-1] * scale - 1), self.hand.number(self.sheet), SMALL, bold=True)
        self._step(levels, scale)

    def _step(self, levels: Sequence[float], scale: float) -> None:
        """How much higher the second edge is than the first, if it is."""
        edges = levels[1:-1:2]
        if len(edges) > 1 and edges[1] - edges[0] > 1:
            low, high = (_FOOT + each * scale for each in edges[:2])
            told = self.hand.told(edges[1] - edges[0])
            dimension(self.canvas, point(_SIDE, low), point(_SIDE, high), told, -4.5 + 0j)


def _turn(at: Point, up: bool) -> list[Point]:
    """A fold between two layers, its highest place or its lowest at that level."""
    middle = at + _APART / 2 - (0.5j if up else -0.5j) * _APART
    return arc(middle, _APART / 2, 180, 0) if up else arc(middle, _APART / 2, 180, 360)


def _rings(hand: Hand, sheet: Sheet) -> list[list[Point]]:
    return [[complex(x, y) for x, y in hand.net(sheet).exterior.coords]]
