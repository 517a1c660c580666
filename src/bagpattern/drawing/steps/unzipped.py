"""A zip that is opened: closed, its slider at one end; then run to the other end, the edges apart behind it.

Both are seen from the right side, where the slider is. What lies beside a zip in a curve is drawn straight.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from bagpattern.drawing.steps.canvas import Canvas, rectangle
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import dimension, move, teeth
from bagpattern.geometry.points import Point, point
from bagpattern.making.joints import sheet_of
from bagpattern.model.operation import Operation
from bagpattern.model.seam import Seam, SeamKind

_LEFT, _LONG = 9.0, 66.0
"""mm of paper: where a zip begins, and how long the longest is drawn."""
_TAPE, _CLOTH = 2.2, 6.5
"""mm of paper from a zip's middle to the cloth beside it, and of that cloth."""
_ROW, _TOP, _MOST = 21.0, 48.0, 3
"""mm of paper from one row to the next, the middle of the first, and the most rows that there is room for."""
_CLOSED, _OPEN = 0.03, 0.86
"""The share of its length at which the slider of a closed zip stands, and of an open one."""
_APART = 2.6
"""mm of paper between the open edges, to either side of their middle."""


def unzipped(scene: Scene) -> Drawn | None:
    """One zip before and after; of several only how they are then."""
    zips = [*_zips(scene.hand, scene.first)]
    if not zips or len(zips) > _MOST:
        return None
    return Drawn("unzipped", _Zips(scene.hand, zips).drawn(), (scene.first,))


def _zips(hand: Hand, operation: Operation) -> Iterator[Seam]:
    """The seams in which the zips are that are opened."""
    for name in operation.notions:
        yield from [each for each in hand.before if each.kind is SeamKind.ZIP and each.zip == name][:1]


class _Zips:
    def __init__(self, hand: Hand, zips: list[Seam]) -> None:
        self.hand, self.zips, self.canvas = hand, zips, Canvas()
        self.longest = max(map(self._long, zips))

    def drawn(self) -> Canvas:
        rows = [(each, True) for each in self.zips]
        if len(rows) == 1:
            rows = [(self.zips[0], False), *rows]
            self.canvas.text(point(3, _TOP), "1", 3.4, bold=True)
            self.canvas.text(point(3, _TOP - _ROW), "2", 3.4, bold=True)
        for row, (zip_seam, is_open) in enumerate(rows):
            self._row(zip_seam, is_open, _TOP - row * _ROW)
        self._measured()
        return self.canvas

    def _long(self, of: Seam) -> float:
        """mm that can be open: told of the zip, else all of its seam."""
        told = self.hand.pattern.notions[of.zip].opening if of.zip else None
        return told or sum(self.hand.draft.run_length(run) for run in of.a)

    def _row(self, of: Seam, is_open: bool, y: float) -> None:
        end = _LEFT + _LONG * self._long(of) / self.longest
        for side, runs in ((1, of.a), (-1, of.b)):
            sheet, low = sheet_of(runs[0]), y + side * _TAPE
            cloth = rectangle(_LEFT - 4, low, end + 4, y + side * (_TAPE + _CLOTH))
            self.canvas.cloth(cloth, self.hand.tone(sheet), True)
            self.canvas.number(cloth, self.hand.number(sheet))
        self.canvas.area("zip-right", rectangle(_LEFT - 4, y - _TAPE, end + 4, y + _TAPE))
        self._opened(y, end) if is_open else self._closed(y, end)

    def _closed(self, y: float, end: float) -> None:
        """Its slider before it, and the way that it takes."""
        teeth(self.canvas, [point(_LEFT, y), point(end, y)], _CLOSED)
        move(self.canvas, point(_LEFT + 6, y), point(_LEFT + 20, y))

    def _opened(self, y: float, end: float) -> None:
        """Both edges apart up to the slider, together behind it; between them one sees what lies below."""
        slider = _LEFT + (end - _LEFT) * _OPEN
        edges = [[*self._bowed(y, slider, side)] for side in (1, -1)]
        self.canvas.ring("plate", [*edges[0], *edges[1][::-1]])
        for edge in edges:
            teeth(self.canvas, edge)
        teeth(self.canvas, [point(slider, y), point(end, y)], 0.15)

    @staticmethod
    def _bowed(y: float, slider: float, side: int) -> Iterator[Point]:
        """An edge from the beginning of the zip to its slider."""
        for n in range(21):
            s = n / 20
            yield point(_LEFT + (slider - _LEFT) * s, y + side * _APART * math.sin(math.pi * s) ** 0.6)

    def _measured(self) -> None:
        """How far it opens, where there is one."""
        if len(self.zips) == 1:
            y = _TOP - _ROW - _TAPE - _CLOTH - 3
            told = self.hand.told(self._long(self.zips[0]))
            dimension(self.canvas, point(_LEFT, y), point(_LEFT + _LONG, y), told)
