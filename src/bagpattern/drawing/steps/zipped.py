"""A zip between edges: panel, zip and lining lifted apart, then in section as they are sewn and turned."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from bagpattern.drawing.steps.canvas import WIDTH, Canvas, rectangle
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.looks import SMALL
from bagpattern.drawing.steps.scale import scaled
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import arc, bar, bend, dimension, move, needle, slider, teeth
from bagpattern.drawing.steps.signs import seam as stitched
from bagpattern.geometry.cloths import Area, box_area, centre_of, long, mapped
from bagpattern.geometry.points import Point, point, unit
from bagpattern.making.joints import sheet_of
from bagpattern.model.edge import Edge
from bagpattern.model.marks import LineKind
from bagpattern.model.operation import LAYING, Operation, Verb
from bagpattern.model.seam import Run, Seam, SeamKind

_LONG, _DEEP, _GAP, _TALL = 41.0, 70.0, 14.0, 8.0
"""mm of paper that a layer is long, mm of cloth shown of it, mm of paper from layer to layer and across one."""
_LEAN, _BEYOND = 0.5, 0.06
"""mm of paper to the side for one into the cloth; how much of a cloth is shown that goes on, as a share of the seam."""
_SECTION, _SCALE = 60.0, 0.55
_TAPE = 30.0
"""mm: the width of a zip that does not say its own [K]."""


def zipped(scene: Scene) -> Drawn | None:
    """The sandwich of a zip's first side; the other is sewn likewise."""
    of = _seam(scene)
    side = _side(scene.hand, of) if of else None
    if of is None or side is None or not scene.hand.draft[side.run.panel].has_edge(side.run.on):
        return None
    shown = tuple(each for each in scene.left if _is_of(scene.hand, each, of))
    beside = max(each.beside for each in shown) if shown else 0.0
    return Drawn("zip", _Sandwich(scene.hand, of, side, beside).drawn(), shown)


def _seam(scene: Scene) -> Seam | None:
    first, seams = scene.first, scene.hand.pattern.seams
    names = [each for each in (first.goal, *first.seams) if each]
    zips = [seams[each] for each in names if seams[each].kind is SeamKind.ZIP]
    return zips[0] if zips else None


def _is_of(hand: Hand, operation: Operation, of: Seam) -> bool:
    if operation.do is Verb.TOPSTITCH:
        return {each.panel for each in operation.on} <= {run.panel for run in (*of.a, *of.b)}
    linings = {run.panel for runs in hand.linings(of) for run in runs}
    return of.id in operation.seams or (
        operation.do in LAYING and operation.goal == of.id and {each.panel for each in operation.pieces} <= linings
    )


class _Side(NamedTuple):
    """A run on the zip, and that of the lining behind it, if there is one."""

    run: Run
    twin: Run | None


def _side(hand: Hand, of: Seam) -> _Side | None:
    """The side that is shown: the longest straight one, of those the one on which the first lining lies."""
    behind = [runs[0] for runs in hand.linings(of)]
    sides = [_Side(run, _behind(run, behind)) for run in (of.a[0], of.b[0])]
    straight = [each for each in sides if hand.is_straight((each.run,))]
    return max(
        straight, key=lambda each: (round(hand.draft.run_length(each.run)), each.twin in behind[:1]), default=None
    )


def _behind(run: Run, behind: Sequence[Run]) -> Run | None:
    """The lining that lies on a side runs as it does."""
    return next((each for each in behind if each.reversed == run.reversed), None)


class _Sandwich:
    def __init__(self, hand: Hand, of: Seam, side: _Side, beside: float) -> None:
        (run, self.lining), self.beside = side, beside
        self.free = self.lining is not None and sheet_of(self.lining) in hand.draft.basted
        self.twin = None if self.free else self.lining
        self.hand, self.seam, self.run, self.canvas = hand, of, run, Canvas()
        self.sheet, panel = sheet_of(run), hand.draft[run.panel]
        self.edge: Edge = panel.edge(run.on)
        notion = hand.pattern.notions[of.zip] if of.zip else None
        self.long = long(hand.run(run))
        self.tape = (notion.width if notion else None) or _TAPE
        self.zip = (notion.length if notion else None) or self.long
        self.opening = (notion.opening if notion else None) or self.zip
        self.allowance = hand.pattern[run.panel].allowances[run.on]
        self.deep = float(min(-self._laid(run).bounds[1], _DEEP))
        self.scale = min(_LONG / max(self.long + 2 * self.allowance, self.zip), 1.0)

    def drawn(self) -> Canvas:
        self._layers()
        self._needles()
        self._sewn(46.0)
        bend(self.canvas, point(_SECTION + 16, 39), point(_SECTION + 16, 32), 0.3)
        self._turned(22.0)
        scaled(self.canvas, self.hand.pattern, self.scale, point(2, 2.5))
        return self.canvas

    # lifted apart -----------------------------------------------------------------------------------------------------

    def _at(self, level: int) -> Callable[[Point], Point]:
        """From a place along the seam (x) and into the cloth (y, downward) to a level of the stack."""
        left = (_LONG - self.scale * self.long) / 2 + 8
        y = 17.0 + _GAP * level

        def paper(at: Point) -> Point:
            down = max(min(at.imag, 0), -_DEEP) * min(_TALL / self.deep, 1.0) + max(at.imag, 0) * self.scale
            return point(left + self.scale * at.real + down * _LEAN, y + down)

        return paper

    def _laid(self, run: Run) -> Area:
        """A piece with its seam along x from 0, all of it below."""
        points, area = self.hand.run(run), self.hand.outline(sheet_of(run))
        way = unit(points[-1] - points[0])
        over = ((centre_of(area) - points[0]) / way).imag > 0
        return mapped(area, lambda p: ((p - points[0]) / way).conjugate() if over else (p - points[0]) / way)

    def _layers(self) -> None:
        beyond = max(self.allowance, (self.zip - self.long) / 2) + _BEYOND * self.long
        frame = box_area(-beyond, -_DEEP, self.long + beyond, 1e4)
        for level, run in self._cloths():
            area = mapped(self._laid(run).intersection(frame).segmentize(5), self._at(level))
            self.canvas.cloth(area, self.hand.tone(sheet_of(run)), level == 0)
            self.canvas.number(area, self.hand.number(sheet_of(run)))
        self._zip()

    def _cloths(self) -> Iterator[tuple[int, Run]]:
        yield 0, self.run
        if self.twin:
            yield 2, self.twin

    def _zip(self) -> None:
        start, end = (self.long - self.zip) / 2, (self.long + self.zip) / 2
        a, b = self._at(1)(start + 0j), self._at(1)(end + 0j)
        lean = point(-_TALL * _LEAN, -_TALL)
        self.canvas.ring("zip-wrong", [a, b, b + lean, a + lean])
        self.canvas.ring("edge", [a, b, b + lean, a + lean])
        stop = (self.zip - self.opening) / 2 * self.scale
        teeth(self.canvas, [a + lean / 2 + stop, b + lean / 2 - stop], 0.06)

    def _needles(self) -> None:
        top = 2 if self.twin else 1
        for x in (0.0, self.long):
            self.canvas.line("guide", self._at(0)(x + 0j), self._at(top)(x + 0j))
        for level in range(top + 1):
            ends = [self._at(level)(x + 0j) + point(-0.6, -1.2) for x in (0.0, self.long)]
            stitched(self.canvas, ends, arrow=level == top)
        low, end = (self._at(0)(complex(x, -self.deep)) for x in (0.0, self.long))
        dimension(self.canvas, low, end, self.hand.told(self.long), -3j)
        if self.twin:
            move(self.canvas, point(_SECTION, 58), point(_SECTION, 52))

    # sections ---------------------------------------------------------------------------------------------------------

    def _sewn(self, y: float) -> None:
        """Edges even, the zip face down; the needle goes beside the coil."""
        x, deep = _SECTION, self.tape / 2 - self.edge.zip / 2
        tone = self.hand.tone(self.sheet)
        bar(self.canvas, [point(x, y), point(x + 22, y)], tone, True)
        self._tape(x, y + 1.5)
        if self.twin:
            bar(self.canvas, [point(x, y + 3.4), point(x + 22, y + 3.4)], self.hand.tone(sheet_of(self.twin)), False)
            self.canvas.text(point(x + 20, y + 6.2), self.hand.number(sheet_of(self.twin)), SMALL, bold=True)
        if self.lining and self.free:
            bar(
                self.canvas,
                [point(x + 11, y - 2.2), point(x + 22, y - 2.2)],
                self.hand.tone(sheet_of(self.lining)),
                True,
            )
            self.canvas.text(point(x + 20, y - 5.6), self.hand.number(sheet_of(self.lining)), SMALL, bold=True)
        number = point(x + 20, y + 2.6 if self.free else y - 3.4)
        self.canvas.text(number, self.hand.number(self.sheet), SMALL, bold=True)
        needle(self.canvas, x + deep * _SCALE, y - 2, y + 6)
        dimension(self.canvas, point(x, y - 1.6), point(x + deep * _SCALE, y - 1.6), self.hand.told(deep), -2.6j)

    def _tape(self, x: float, y: float) -> None:
        end = x + self.tape / 2 * _SCALE
        self.canvas.area("tape-wrong", rectangle(x, y - 0.4, end, y + 0.4))
        slider(self.canvas, point(end, y))

    def _turned(self, y: float) -> None:
        """Both cloths folded away from the coil, and topstitched beside the fold."""
        coil, tone = _SECTION + 3, self.hand.tone(self.sheet)
        fold = coil + max(self.edge.zip / 2 * _SCALE, 2.4)
        far = fold + max((self.tape / 2 - self.edge.zip / 2 - 1) * _SCALE, 3.0)
        self.canvas.area("tape-right", rectangle(coil, y - 0.4, coil + self.tape / 2 * _SCALE, y + 0.4))
        slider(self.canvas, point(coil, y))
        over = [point(far, y + 1.2), *arc(point(fold + 0.9, y + 2.1), 0.9, 270, 90), point(WIDTH - 2, y + 3.0)]
        bar(self.canvas, over, tone, True)
        if self.lining:
            under = [point(far, y - 1.2), *arc(point(fold + 0.9, y - 2.1), 0.9, 90, 270), point(WIDTH - 2, y - 3.0)]
            bar(self.canvas, under, self.hand.tone(sheet_of(self.lining)), False)
        beside = self._topstitching()
        if beside:
            needle(self.canvas, fold + beside * _SCALE + 0.6, y - 6, y + 6)
            x = fold + beside * _SCALE + 0.6
            dimension(self.canvas, point(fold, y + 4), point(x, y + 4), self.hand.told(beside), 3j)
        dimension(self.canvas, point(coil, y - 4), point(fold, y - 4), self.hand.told(self.edge.zip / 2), -3j)

    def _topstitching(self) -> float:
        """mm from the fold to the topstitching beside it; 0 where there is none."""
        points = list(self.edge.path.flat)
        way = unit(points[-1] - points[0])
        lines = [
            each
            for each in self.hand.draft[self.run.panel].lines
            if each.kind is LineKind.TOPSTITCH and each.along == self.edge.name
        ]
        far = [abs(((each.path.start - points[0]) / way).imag) - self.edge.zip / 2 for each in lines]
        return min((each for each in far if each > 0), default=self.beside)
