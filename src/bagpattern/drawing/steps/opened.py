"""A pocket behind a zip in section: both panels at the zip, what lines it, the backing, and the way in.

The front is to the left. Cloths are thicker than they are, and their heights are as their own.
"""

from __future__ import annotations

from collections.abc import Iterable

from bagpattern.drawing.steps.canvas import WIDTH, Canvas, rectangle
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import arc, bar, bend, dimension, seam, slider
from bagpattern.geometry.cloths import disc_area
from bagpattern.geometry.points import Point, point
from bagpattern.making.joints import sheet_of
from bagpattern.model.operation import Operation, Sheet, Side
from bagpattern.model.seam import Run, Seam, SeamKind

_X, _MIDDLE, _BACK = WIDTH / 2 - 8, 30.0, 13.0
"""mm of paper: where the front is, where the zip is, how far behind the backing hangs."""
_TALL, _LEAST = 46.0, 13.0
"""mm of paper: both panels together, and one at least."""
_LAP, _COIL = 5.0, 2.6
"""mm of paper: of cloth along the tape, and from the coil to a fold."""


def opened(scene: Scene) -> Drawn | None:
    """A backing laid behind two panels that a zip joins."""
    first = scene.first
    on = {Sheet(each.panel, each.copy) for each in first.on}
    zips = (each for each in scene.hand.before if each.kind is SeamKind.ZIP)
    of = next((each for each in zips if {sheet_of(run) for run in (*each.a, *each.b)} == on), None)
    if of is None or first.side is not Side.WRONG or len(first.pieces) != 1 or len(on) != 2:
        return None
    return Drawn("opened", _Section(scene.hand, of, first).drawn(), (first,))


class _Section:
    def __init__(self, hand: Hand, of: Seam, laid: Operation) -> None:
        self.hand, self.canvas = hand, Canvas()
        self.backing = Sheet(laid.pieces[0].panel, max(laid.pieces[0].copy, 1))
        behind = [runs[0] for runs in hand.linings(of)]
        self.upper, self.lower = self._sides(of)
        self.linings = {run: self._of(run, behind) for run in (self.upper, self.lower)}
        high, low = (self._height(run) for run in (self.upper, self.lower))
        self.top = _MIDDLE + max(_TALL * high / (high + low), _LEAST) - _TALL / 4
        self.floor = _MIDDLE - max(_TALL * low / (high + low), _LEAST) - _TALL / 4
        self.zip = _MIDDLE - _TALL / 4

    def _sides(self, of: Seam) -> tuple[Run, Run]:
        """The side of the zip that is above, then that below, as the panels stand."""
        one, other = of.a[0], of.b[0]
        y = [self._above(run) for run in (one, other)]
        return (one, other) if y[0] <= y[1] else (other, one)

    def _above(self, run: Run) -> float:
        """How far the zip lies above the middle of a panel."""
        _, low, _, high = self.hand.net(sheet_of(run)).bounds
        return float(sum(p.imag for p in self.hand.run(run)) / len(self.hand.run(run)) - (low + high) / 2)

    def _height(self, run: Run) -> float:
        _, low, _, high = self.hand.net(sheet_of(run)).bounds
        return float(high - low)

    def _of(self, run: Run, behind: Iterable[Run]) -> Run | None:
        """The lining that goes with a side is the one that runs as it does."""
        return next((each for each in behind if each.reversed == run.reversed), None)

    def drawn(self) -> Canvas:
        self.canvas.area("tape-right", rectangle(_X + 2.4, self.zip - _COIL - _LAP, _X + 3.4, self.zip + _COIL + _LAP))
        slider(self.canvas, point(_X + 2.4, self.zip))
        self._side(self.upper, 1, self.top)
        self._side(self.lower, -1, self.floor)
        x = _X + _BACK
        bar(self.canvas, [point(x, self.top), point(x, self.floor)], self.hand.tone(self.backing), False)
        for y in (self.top - 2, self.floor + 2):
            seam(self.canvas, [point(_X - 3, y), point(x + 3, y)], stops=False, arrow=False)
        deep = 0.55 * (self.zip - self.floor)
        bend(self.canvas, point(_X - 14, self.zip + 2), point(_X + 9.6, self.zip - deep), -0.28)
        self._number(point(x, self.zip + 3), self.backing, 12)
        low = self._height(self.lower)
        dimension(self.canvas, point(_X, self.zip), point(_X, self.floor + 2), self.hand.told(low), -20 + 0j)
        return self.canvas

    def _side(self, run: Run, way: int, end: float) -> None:
        """A panel down to its end, and round the fold beside the coil; its lining behind the tape."""
        fold, tone = self.zip + way * _COIL, self.hand.tone(sheet_of(run))
        bar(self.canvas, self._round(_X, fold, way, end, 1), tone, way < 0)
        lining = self.linings[run]
        if lining:
            turned = self._round(_X + 5.8, fold, way, end, -1)
            bar(self.canvas, turned, self.hand.tone(sheet_of(lining)), way > 0)
            self._number(point(_X + 5.8, fold + way * 9), sheet_of(lining), 20)
        y = fold + way * 3.2
        seam(self.canvas, [point(_X - 2, y), point(_X + (8 if lining else 5), y)], stops=False, arrow=False)
        self._number(point(_X, (fold + end) / 2 + way * 2), sheet_of(run), -9)

    def _round(self, x: float, fold: float, way: int, end: float, side: int) -> list[Point]:
        """From the end to the fold, and back between it and the tape."""
        start, stop = (180, 360) if side > 0 else (360, 180)
        bow = arc(point(x + side * 0.75, fold + way * 0.75), 0.75, start, stop)
        bow = bow if way > 0 else [p.conjugate() + 2j * (fold + way * 0.75) for p in bow]
        return [point(x, end), *bow, point(x + side * 1.5, fold + way * _LAP)]

    def _number(self, at: Point, sheet: Sheet, away: float) -> None:
        self.canvas.line("thin", at, at + away)
        self.canvas.disc(at + away, self.hand.number(sheet))
        self.canvas.busy.append(disc_area(at + away, 3))
