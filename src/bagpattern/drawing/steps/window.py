"""A zip in a window of a panel, in four frames: sewn round, slit with forks, turned, the zip topstitched behind it.

The first frame is the whole panel; the others are one end of the window, with its slit to the left.
"""

from __future__ import annotations

from collections.abc import Sequence

from bagpattern.drawing.steps.canvas import Canvas, rectangle
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.looks import Tone
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import bend, dimension, move, scissors, seam, teeth
from bagpattern.drawing.steps.view import View
from bagpattern.geometry.cloths import Area, area_of, centre_of, grown_by, less, line_in, placed, rings
from bagpattern.geometry.placement import Placement, onto
from bagpattern.geometry.points import Point, point, unit
from bagpattern.making.joints import sheet_of
from bagpattern.model.marks import LineKind
from bagpattern.model.operation import Operation, Verb
from bagpattern.model.seam import Seam, SeamKind

_WIDE, _HIGH, _GAP = 41.5, 27.0, 2.0
"""mm of paper: one frame, and what is left between two."""
_LEFT, _SEEN = 8.0, 33.0
"""mm of paper from a frame to the end of the window, and of the window that is seen."""
_SHARE, _LEAST, _MOST = 0.55, 0.45, 11.0
"""The share of the window that is seen, mm of paper for a mm of cloth at least, mm of paper across it at most."""
_RIM, _BESIDE = 0.7, 1.6
"""mm of paper, schematic: what is seen of the cloth that was turned, and from the edge to the topstitching."""


def window(scene: Scene) -> Drawn | None:
    """A window that is sewn round and turned through; one that is cut out on its line has no such frames."""
    of = scene.seam
    if of.kind is not SeamKind.PLACEMENT or not of.zip:
        return None
    hand, bag = scene.hand, sheet_of(of.b[0])
    slits = [each.path for each in hand.panel(bag).lines if each.kind is LineKind.SLIT]
    if len(slits) < 3:
        return None
    shown = tuple(each for each in scene.left if each.task == scene.first.task)
    return Drawn("window", _Window(hand, of, [hand.own_line(bag, each.flat) for each in slits], shown).drawn(), shown)


def over(own: Sequence[Point], other: Sequence[Point]) -> Placement:
    """Where a sheet lies, turned over, the window on it on one's own."""
    middle, its = centre_of(area_of(own)), centre_of(area_of(other))
    return min((onto(own[:2], ends, True) for ends in (other[1::-1], other[:2])), key=lambda at: abs(at(its) - middle))


class _Window:
    def __init__(self, hand: Hand, of: Seam, slits: Sequence[Sequence[Point]], shown: Sequence[Operation]) -> None:
        self.hand, self.seam, self.canvas = hand, of, Canvas()
        self.host, self.bag = sheet_of(of.a[0]), sheet_of(of.b[0])
        self.beside = {each.do: each.beside for each in shown if each.beside}
        self.line, self.slits = hand.run(of.a[0]), slits
        self.way = unit(self.line[1] - self.line[0])
        self.long, self.high = abs(self.line[1] - self.line[0]), abs(self.line[2] - self.line[1])
        self.scale = min(max(_SEEN / (_SHARE * self.long), _LEAST), _MOST / self.high)
        caught = [sheet_of(run) for each in of.caught for run in each.runs]
        self.rim = hand.tone(caught[0] if caught else self.bag)

    def drawn(self) -> Canvas:
        self._laid()
        self._slit()
        self._turned()
        self._zip()
        return self.canvas

    # the whole panel --------------------------------------------------------------------------------------------------

    def _laid(self) -> None:
        under, bag = (
            self.hand.outline(self.host),
            placed(self.hand.outline(self.bag), over(self.line, self.hand.run(self.seam.b[0]))),
        )
        view = View([under, bag], (3, 31, _WIDE - 3, 57), self.way.conjugate())
        self._number("1", 0, 0)
        self.canvas.cloth(view.area(under), self.hand.tone(self.host), True)
        self.canvas.cloth(view.area(bag), self.hand.tone(self.bag), False)
        middle = (self.line[0] + self.line[1]) / 2
        ring = [view(p) for p in (middle, *self.line[1:4], self.line[0], middle)]
        seam(self.canvas, ring, arrow=False)
        self.canvas.number(view.area(bag), self.hand.number(self.bag))
        self.canvas.number(less(view.area(under), view.area(bag)), self.hand.number(self.host))

    # one end of the window --------------------------------------------------------------------------------------------

    def _frame(self, column: int, row: int, cloth: Tone, right: bool) -> Area:
        """The cloth round the window's left end, torn off to the right."""
        left, top = column * (_WIDE + _GAP), 58.0 - row * (_HIGH + _GAP)
        torn = [point(left + _WIDE - (1.2 if n % 2 else 0), top - _HIGH * n / 14) for n in range(15)]
        area = area_of([point(left, top), *torn, point(left, top - _HIGH)])
        self.canvas.cloth(area, cloth, right, "")
        self._number(str(2 * row + column + 1), column, row)
        return area

    def _number(self, told: str, column: int, row: int) -> None:
        self.canvas.text(point(column * (_WIDE + _GAP) + 2.2, 55.5 - row * (_HIGH + _GAP)), told, 3.4, bold=True)

    def _corner(self, column: int, row: int) -> Point:
        """The middle of the window's end on paper."""
        return point(column * (_WIDE + _GAP) + _LEFT, 58.0 - row * (_HIGH + _GAP) - _HIGH / 2)

    def _hole(self, corner: Point, by: float = 0.0) -> Area:
        """The window, by so many mm of paper wider all round."""
        half = self.high / 2 * self.scale + by
        return rectangle(corner.real - by, corner.imag - half, corner.real + self.long * self.scale, corner.imag + half)

    def _slit(self) -> None:
        area, corner = self._frame(1, 0, self.hand.tone(self.bag), False), self._corner(1, 0)
        for each in self._seen(self._hole(corner), area):
            self.canvas.line("before", *each)
        other = self.hand.run(self.seam.b[0])
        end, way = (other[0] + other[3]) / 2, unit(other[1] - other[0])
        for line in self.slits:
            for each in line_in([corner + (p - end) / way * self.scale for p in line], area):
                self.canvas.line("slit", *each)
        fork = min(((p - end) / way).real for line in self.slits if len(line) == 2 for p in line)
        scissors(self.canvas, corner + fork * self.scale + 9)
        self._sizes(corner, fork)

    def _sizes(self, corner: Point, fork: float) -> None:
        half, told = point(0, self.high / 2 * self.scale), self.hand.told
        dimension(self.canvas, corner - half, corner + half, told(self.high), -3 + 0j)
        dimension(self.canvas, corner - half, corner - half + fork * self.scale, told(fork), -3j)
        short = self.beside.get(Verb.SLIT, 0.0)
        if short:
            dimension(self.canvas, corner + half, corner + half - 1j * short * self.scale, told(short), 6 + 0j)

    def _seen(self, hole: Area, area: Area) -> list[list[Point]]:
        return [part for ring in rings(hole) for part in line_in([*ring, ring[0]], grown_by(area, -0.05))]

    def _turned(self) -> None:
        area, corner = self._frame(0, 1, self.hand.tone(self.host), True), self._corner(0, 1)
        self._opening(area, corner)
        self.canvas.area("plate", self._hole(corner).intersection(area))
        self._border(area, corner)
        half = self.high / 2 * self.scale + _RIM
        bend(self.canvas, corner + point(12, half + 6), corner + point(13, 0), -0.3)
        for side in (1, -1):
            move(self.canvas, corner + point(22, side * (half + 5)), corner + point(22, side * half))

    def _opening(self, area: Area, corner: Point) -> None:
        """What was turned through shows as a rim."""
        self.canvas.cloth(self._hole(corner, _RIM).intersection(area), self.rim, True, "")

    def _border(self, area: Area, corner: Point) -> None:
        for by in (0.0, _RIM):
            for each in self._seen(self._hole(corner, by), area):
                self.canvas.line("edge", *each)

    def _zip(self) -> None:
        area, corner = self._frame(1, 1, self.hand.tone(self.host), True), self._corner(1, 1)
        self._opening(area, corner)
        self.canvas.area("zip-right", self._hole(corner).intersection(area))
        for each in line_in([corner + 0.8, corner + self.long * self.scale], area):
            teeth(self.canvas, each, 0.2)
        self._border(area, corner)
        for each in self._seen(self._hole(corner, _RIM + _BESIDE), area):
            seam(self.canvas, each, stops=False, arrow=False)
        beside = self.beside.get(Verb.TOPSTITCH, 0.0)
        if beside:
            edge = corner - 1j * (self.high / 2 * self.scale + _RIM) + 4
            dimension(self.canvas, edge, edge - 1j * _BESIDE, self.hand.told(beside), -1.0 + 0j)
        self.canvas.number(less(area, self._hole(corner, _RIM + _BESIDE + 1)), self.hand.number(self.host))
