"""A strip folded along its length and topstitched: sections at true widths, the strip from above, then its ring."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bagpattern.drawing.steps.canvas import WIDTH, Canvas, rectangle
from bagpattern.drawing.steps.ends import ring_on
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import arc, bar, bend, broken, d_ring, dimension, needle, seam, times
from bagpattern.drawing.steps.tabbed import webbing_on
from bagpattern.drawing.strokes import circle
from bagpattern.geometry.points import Point, point, unit
from bagpattern.making.joints import sheet_of
from bagpattern.model.marks import LineKind
from bagpattern.model.operation import Operation, Sheet, Verb
from bagpattern.model.seam import Run, SeamKind
from bagpattern.units import ExactLength

_WIDE, _LONG, _HIGH = 56.0, 58.0, 9.0
"""mm of paper: of the flat strip in section, and of the strip from above."""
_ROW = 12.5
_BESIDE = 1.6
"""mm of paper from a fold to its stitching, at least."""
_PARALLEL = 0.01
"""The sine of the angle at which two lines still run alike."""


def strip(scene: Scene) -> Drawn | None:
    """In half, both long edges to the middle, or in four."""
    if scene.seam.kind is not SeamKind.TOPSTITCHED:
        return None
    run = scene.seam.a[0]
    panel, folds = scene.hand.panel(sheet_of(run)), long_folds(scene.hand, run)
    if len(folds) not in (1, 2, 3):
        return None
    own = {seam.id for _, seam in scene.sewing(SeamKind.TOPSTITCHED) if seam.a[0].panel == panel.id}
    turned = tuple(each for each in scene.left if each.do is Verb.TURN and each.through in own)
    rings, cords = (_threads(scene, panel.id, kinds) for kinds in (("ring",), ("cord",)))
    names, last = {name for each in rings for name in each.notions}, webbing_on(scene, (Sheet(panel.id),))
    strip_folds = (each for each in scene.left if _is_fold(each, panel.id, names) and each not in last)
    across = _across(scene, panel.id, cords)
    edges = _edges(scene.hand, run)
    canvas = _Folded(scene.hand, sheet_of(run), edges, folds, bool(turned), bool(cords)).drawn(scene.first.beside)
    return Drawn("strip", canvas, (*scene.of_seams(own), *strip_folds, *rings, *turned, *cords, *across))


def raw_strip(scene: Scene) -> Drawn | None:
    """A strip that is not folded along its length: its edges are left raw, and stitched beside."""
    if len(scene.first.pieces) != 1 or scene.first.on or scene.first.notions:
        return None
    sheet = Sheet(scene.first.pieces[0].panel, max(scene.first.pieces[0].copy, 1))
    panel, rings = scene.hand.panel(sheet), _threads(scene, sheet.panel, ("ring",))
    if panel.strap is None or any(each.kind is LineKind.FOLD and not rings for each in panel.lines):
        return None
    folds = (each for each in scene.left if _is_fold(each, panel.id, {name for o in rings for name in o.notions}))
    left, bottom, right, top = scene.hand.net(sheet).bounds
    edges = _Edges(min(right - left, top - bottom), max(right - left, top - bottom), 0.0)
    return Drawn(
        "strip",
        _Folded(scene.hand, sheet, edges, [], False, False).drawn(scene.first.beside),
        (scene.first, *rings, *folds),
    )


def creased(scene: Scene) -> Drawn | None:
    """Strips that are pressed or creased in two along their length, and at most stitched along the fold, in section."""
    first, hand = scene.first, scene.hand
    sheets = [Sheet(each.panel, max(each.copy, 1)) for each in first.pieces]
    if not sheets or first.around or first.notions or first.on or first.seams:
        return None
    if {sheet_of(seam.a[0]).panel for _, seam in scene.sewing(SeamKind.TOPSTITCHED)} & {each.panel for each in sheets}:
        return None  # it is folded once more in the figure of its seam
    found = [_one_fold(hand, each) for each in sheets]
    if found[0] is None or found.count(found[0]) != len(found):
        return None
    edges, fold = found[0]
    drawing = _Folded(hand, sheets[0], edges, [fold], False, False)
    along = tuple(each for each in scene.left if each.do is Verb.TOPSTITCH and _same_alone(each, first))
    return Drawn("creased", drawing.in_two([hand.number(each) for each in sheets], bool(along)), (first, *along))


def _same_alone(one: Operation, other: Operation) -> bool:
    """Whether nothing but the same pieces is in hand."""
    return one.pieces == other.pieces and not one.on and not one.seams


def _one_fold(hand: Hand, sheet: Sheet) -> tuple[_Edges, float] | None:
    """The only fold of a strip along its middle."""
    panel, (left, low, right, top) = hand.panel(sheet), hand.net(sheet).bounds
    folds = [each.path for each in panel.lines if each.kind is LineKind.FOLD]
    wide, long = min(right - left, top - low), max(right - left, top - low)
    if len(folds) != 1 or abs(folds[0].length - long) > 1:
        return None
    return _Edges(wide, long, min(hand.pattern[sheet.panel].allowances.values())), wide / 2


def _threads(scene: Scene, panel: str, kinds: tuple[str, ...]) -> tuple[Operation, ...]:
    """What brings rings on the strip, or a cord into it."""
    bought = {each.id for each in scene.hand.pattern.notions if each.kind in kinds}
    return tuple(
        each
        for each in scene.left
        if each.do is Verb.THREAD and _is_of(each, panel) and each.notions and set(each.notions) <= bought
    )


def _is_of(operation: Operation, panel: str) -> bool:
    return {each.panel for each in operation.pieces} == {panel}


def _is_fold(operation: Operation, panel: str, rings: set[str]) -> bool:
    """Whether it folds or presses the strip along its length, or folds it round the ring that is threaded on it."""
    return operation.do in (Verb.FOLD, Verb.PRESS) and _is_of(operation, panel) and operation.around in {"", *rings}


def _across(scene: Scene, panel: str, cords: tuple[Operation, ...]) -> tuple[Operation, ...]:
    """What holds the ends of a cord in it."""
    found = (each for each in scene.left if each.do is Verb.TOPSTITCH and _is_of(each, panel) and not each.on)
    return tuple(found) if cords else ()


def long_folds(hand: Hand, run: Run) -> list[float]:
    """Where a strip is folded along the edge that is sewn: mm across it."""
    panel, path = hand.draft[run.panel], hand.draft[run.panel].along(run.on).path
    way = unit(path.end - path.start)
    lines = (each.path for each in panel.lines if each.kind is LineKind.FOLD)
    parallel = [each for each in lines if abs((unit(each.end - each.start) * way.conjugate()).imag) < _PARALLEL]
    return sorted(abs(((each.start - path.start) * way.conjugate()).imag) for each in parallel)


class _Edges(NamedTuple):
    """mm between the long edges of a strip, along them, and of the allowance on each."""

    wide: float
    long: float
    allowance: float


def _edges(hand: Hand, run: Run) -> _Edges:
    left, bottom, right, top = hand.net(sheet_of(run)).bounds
    path = hand.draft[run.panel].along(run.on).path
    upright = abs((path.end - path.start).imag) > abs((path.end - path.start).real)
    wide, long = (right - left, top - bottom) if upright else (top - bottom, right - left)
    return _Edges(wide, long, hand.pattern[run.panel].allowances.get(run.on, 0.0))


class _Folded:
    def __init__(self, hand: Hand, sheet: Sheet, edges: _Edges, folds: list[float], turned: bool, corded: bool) -> None:
        self.hand, self.sheet, self.folds, self.canvas = hand, sheet, folds, Canvas()
        self.turned, self.corded = turned, corded
        self.wide, self.long, self.allowance = edges
        self.scale, self.tone = _WIDE / (self.wide + 2 * self.allowance), hand.tone(sheet)
        self.middle, self.row = WIDTH / 2, 0

    def drawn(self, beside: float) -> Canvas:
        """All frames; the last one with its stitches so many mm from the edges."""
        self.beside = beside
        if self.folds:
            self._flat()
        if len(self.folds) == 1:
            self._in_half()
        if len(self.folds) > 1:
            self._to_the_middle()
        if len(self.folds) == 3:
            self._in_four()
        self._from_above()
        times(self.canvas, self.hand.panel(self.sheet).count, point(5.5, self._y + _ROW - 5.5))
        return self.canvas

    def in_two(self, numbers: Sequence[str], stitched: bool) -> Canvas:
        """Only as it is folded, and *stitched* along that."""
        self._flat()
        self._in_half()
        beside = self.hand.pattern.settings["finishing"]["topstitch"]
        if stitched and isinstance(beside, ExactLength):
            fold, y = self.middle + _WIDE / 4, self._y + _ROW
            x = fold - max(beside.mm * self.scale, _BESIDE)
            needle(self.canvas, x, y - 4, y + 4)
            dimension(self.canvas, point(x, y), point(fold, y), self.hand.told(beside.mm), 5j)
        y = self._y + _ROW
        self.canvas.text(point(self.middle + _WIDE / 2 + 6, y), " + ".join(numbers), bold=True)
        return self.canvas

    @property
    def _y(self) -> float:
        return 54.0 - self.row * _ROW

    def _frame(self) -> None:
        self.row += 1
        self.canvas.text(point(3.2, self._y + _ROW), str(self.row), 3.4, bold=True)

    def _flat(self) -> None:
        y, half = self._y, _WIDE / 2
        low, high = point(self.middle - half, y), point(self.middle + half, y)
        bar(self.canvas, [low, high], self.tone, self.turned)
        for fold in self.folds:
            x = self.middle - half + (self.allowance + fold) * self.scale
            self.canvas.line("fold", point(x, y - 2.6), point(x, y + 2.6))
        if len(self.folds) == 1:
            bend(self.canvas, high + point(-1, 1.4), low + point(1, 1.8), 0.13)
        for side in (-1, 1) if len(self.folds) > 1 else ():
            start, end = point(self.middle + side * (half - 1), y + 1.4), point(self.middle + side * 2, y + 1.8)
            bend(self.canvas, start, end, side * 0.2)
        self._width(half, y - 4, self.wide + 2 * self.allowance)
        self._frame()

    def _in_half(self) -> None:
        """One half on the other; what is turned is sewn along its raw edges first, and is a tube then."""
        y, m, half = self._y, self.middle, _WIDE / 4
        bow = arc(point(m + half - 1.2, y), 1.2, 90, -90)
        bar(self.canvas, [point(m - half, y + 1.2), *bow, point(m - half, y - 1.2)], self.tone, not self.turned)
        if self.turned:
            x = m - half + self.allowance * self.scale
            needle(self.canvas, x, y - 4, y + 4)
            dimension(self.canvas, point(m - half, y), point(x, y), self.hand.told(self.allowance), 5j)
        else:
            self._width(half, y - 5, (self.wide + 2 * self.allowance) / 2)
        self._frame()
        if self.turned:
            self._tube()

    def _tube(self) -> None:
        y, m, half = self._y, self.middle, self.wide / 4 * self.scale
        high = 2.4 if self.corded else 1.2
        bows = [*arc(point(m + half - high, y), high, 90, -90), *arc(point(m - half + high, y), high, 270, 90)]
        bar(self.canvas, [*bows, bows[0] - 0.05], self.tone, True, 1.0)
        if self.corded:
            self.canvas.put("block", circle(point(m, y), high - 0.7))
        self._width(half, y - high - 3.6, self.wide / 2)
        self._frame()

    def _width(self, half: float, y: float, mm: float) -> None:
        dimension(self.canvas, point(self.middle - half, y), point(self.middle + half, y), self.hand.told(mm))

    def _to_the_middle(self) -> None:
        y, half, m = self._y, self.wide / 4 * self.scale, self.middle
        over = [point(m - 0.5, y + 1.2), *arc(point(m - half + 1, y + 0.2), 1.0, 90, 270)]
        under = [*arc(point(m + half - 1, y + 0.2), 1.0, -90, 90), point(m + 0.5, y + 1.2)]
        bar(self.canvas, [*over, *under], self.tone, False)
        self._width(half, y - 4.4, self.wide / 2)
        if len(self.folds) == 3:
            bend(self.canvas, point(m + half - 1, y + 3), point(m - half + 3, y + 3), 0.22)
        self._frame()

    def _in_four(self) -> None:
        y, half, m = self._y, self.wide / 8 * self.scale, self.middle
        low, high = m - half, m + half
        turn = [*arc(point(high - 0.9, y + 1.9), 0.9, -90, 90)]
        outer = arc(point(low + 2.8, y), 2.8, 90, 270)
        back = arc(point(high - 0.9, y - 1.9), 0.9, -90, 90)
        bar(
            self.canvas, [point(low + 4, y + 1.0), *turn, *outer, *back, point(low + 4, y - 1.0)], self.tone, False, 1.0
        )
        self._width(half, y - 5.4, self.wide / 4)
        self._frame()

    def _from_above(self) -> None:
        wide = self.wide / (1, 2, 2, 4)[len(self.folds)]
        ring = ring_on(self.hand, self.sheet)
        scale = min(self.scale, _HIGH / wide, 34 / self.long if ring else 9e9)
        high, long = max(wide * scale, 5.0), min(self.long * scale, _LONG)
        middle = point(self.middle - (12 if ring else 0), self._y - 1)
        self._piece(middle, long, high, self.long * scale > _LONG)
        self.canvas.disc(middle - (long / 4 if ring else 0), self.hand.number(self.sheet))
        if ring:
            self._round_the_ring(middle, long, high)
        self._frame()

    def _piece(self, middle: Point, long: float, high: float, cut: bool) -> None:
        half, tall = point(long / 2, 0), point(0, high / 2)
        low, up = middle - half - tall, middle + half + tall
        self.canvas.cloth(rectangle(low.real, low.imag, up.real, up.imag), self.tone, True)
        if self.corded:
            for at in (middle - half + 3, middle + half - 3):
                seam(self.canvas, [at - tall, at + tall], stops=False, arrow=False)
        for side in () if self.turned else (-1, 1):
            y = side * (tall - 1.2j)
            seam(self.canvas, [middle - half + y, middle + half + y], stops=False, arrow=False)
        if self.beside and not self.turned:
            edge = middle - half + tall
            dimension(self.canvas, edge, edge - 1.2j, self.hand.told(self.beside), -3.5 + 0j)
        if cut:
            at = middle + half - 9
            broken(self.canvas, at - tall, at + tall)

    def _round_the_ring(self, middle: Point, long: float, high: float) -> None:
        tall = point(0, high / 2)
        self.canvas.line("fold", middle - tall * 1.25, middle + tall * 1.25)
        bend(self.canvas, middle + long / 2 - 1 + tall, middle - long / 2 + 1 + tall, 0.25)
        start = middle + long / 2 + 10
        d_ring(self.canvas, start + long / 2 - 0.6, 1 + 0j, high + 1)
        low, up = start - tall, start + long / 2 + tall
        self.canvas.cloth(rectangle(low.real, low.imag, up.real, up.imag), self.tone, True)
        for side in (-1, 1):
            y = side * (tall - 1.2j)
            self.canvas.line("before", start + y, start + long / 2 + y)
        seam(self.canvas, [start + 1.4 - tall * 0.85, start + 1.4 + tall * 0.85], stops=False, arrow=False)
