"""Two layers that are sewn together, turned right side out and stitched along their free edges: a flap, a wall.

Beside it in section: what is trimmed, how the allowances lie inside, how far from the edge the needle goes.
"""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.drawing.steps.canvas import HEIGHT, WIDTH, Canvas
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.looks import SMALL
from bagpattern.drawing.steps.scale import scaled
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import arc, bar, bend, dimension, needle, scissors
from bagpattern.drawing.steps.signs import seam as stitched
from bagpattern.drawing.steps.view import View
from bagpattern.geometry.cloths import centre_of, grown_by
from bagpattern.geometry.points import Point, point, unit
from bagpattern.making.joints import sheet_of
from bagpattern.model.operation import Operation, Sheet, Verb
from bagpattern.model.seam import Run, Seam, SeamKind
from bagpattern.units import ExactLength

_WIDE = 50.0
"""mm of paper for the layers; the section stands beside them."""
_X, _HIGH, _LOW = 58.0, 38.0, 16.0
"""mm of paper: the edge in section, the middles of both sections."""
_DONE = (Verb.TRIM, Verb.FOLD, Verb.PRESS, Verb.TURN, Verb.TOPSTITCH)


def layered(scene: Scene) -> Drawn | None:
    """A part of two layers, both of one shape, joined along some of their edges."""
    hand, first = scene.hand, scene.first
    if first.around or first.notions or not _within(first):
        return None
    seams = [each for each in hand.before if each.kind is SeamKind.PLAIN and _joins(each, first)]
    if not seams:
        return None
    sheets = sheet_of(seams[0].a[0]), sheet_of(seams[0].b[0])
    shown = tuple(each for each in scene.left if _is_of(each, sheets, seams))
    return Drawn("layered", _Layers(hand, sheets, seams, shown).drawn(), shown)


def _within(operation: Operation) -> bool:
    """Whether it is done on no other piece than those in hand."""
    return {each.panel for each in operation.on} <= {each.panel for each in operation.pieces}


def _joins(seam: Seam, first: Operation) -> bool:
    """Whether a seam joins just two sheets, both of which the operation has in hand, or is what is trimmed."""
    one, other = ({sheet_of(run) for run in side} for side in (seam.a, seam.b))
    if len(one) != 1 or len(other) != 1 or one == other:
        return False
    names = {each.panel for each in (*one, *other)}
    return seam.id in first.seams or (len(first.pieces) > 1 and names == {each.panel for each in first.pieces})


def _is_of(operation: Operation, sheets: tuple[Sheet, Sheet], seams: list[Seam]) -> bool:
    """What is done to both layers after their seam."""
    if operation.do not in _DONE or operation.notions or operation.around or not _within(operation):
        return False
    names = {each.panel for each in operation.pieces}
    of_seam = operation.do is Verb.TRIM and set(operation.seams) <= {each.id for each in seams}
    return of_seam or (bool(names) and names <= {each.panel for each in sheets} and not operation.seams)


class _Layers:
    def __init__(
        self, hand: Hand, sheets: tuple[Sheet, Sheet], seams: list[Seam], shown: tuple[Operation, ...]
    ) -> None:
        self.hand, self.seams, self.shown, self.canvas = hand, seams, shown, Canvas()
        self.sheets = sheets
        self.net = hand.net(sheets[0])
        self.view = View([self.net], (4, 12, _WIDE, HEIGHT - 6))
        self.area = self.view.area(self.net)

    def drawn(self) -> Canvas:
        self.canvas.cloth(self.area, self.hand.tone(self.sheets[0]), True)
        if self._does(Verb.TOPSTITCH):
            for line in self._edges():
                inside = [p + unit(centre_of(self.area) - p) * 1.4 for p in self.view.points(line)]
                stitched(self.canvas, inside, stops=False)
        self.canvas.number(grown_by(self.area, -3), self._number(0))
        scaled(self.canvas, self.hand.pattern, self.view.scale, point(3, self.area.bounds[1] - 5))
        self._section()
        return self.canvas

    def _does(self, *verbs: Verb) -> bool:
        return any(each.do in verbs for each in self.shown)

    def _number(self, layer: int) -> str:
        return self.hand.number(self.sheets[layer])

    def _edges(self) -> Iterator[list[Point]]:
        """The edges that are named, else the sewn ones one after the other, as far as they follow each other."""
        named = {each.on for operation in self.shown for each in operation.on} - {""}
        line: list[Point] = []
        for run in (run for seam in self.seams for run in self._side(seam) if not named or run.on in named):
            new = self.hand.run(run)
            if line and abs(line[-1] - new[0]) > 1:
                yield line
                line = []
            line += new
        yield line

    def _side(self, seam: Seam) -> tuple[Run, ...]:
        return seam.a if sheet_of(seam.a[0]) == self.sheets[0] else seam.b

    # in section -------------------------------------------------------------------------------------------------------

    def _section(self) -> None:
        """Sewn with the right sides inside; then turned, the allowances between the layers."""
        self._sewn()
        bend(self.canvas, point(_X + 10, _HIGH - 6), point(_X + 10, _LOW + 7), 0.2)
        self._turned()

    def _sewn(self) -> None:
        for layer, side in enumerate((1, -1)):
            y = _HIGH + side * 1.2
            bar(self.canvas, [point(_X - 3, y), point(WIDTH - 9, y)], self.hand.tone(self.sheets[layer]), side < 0)
            self.canvas.text(point(WIDTH - 4, _HIGH + side * 2.4), self._number(layer), SMALL, bold=True)
        self.canvas.line("before", point(_X + 5, _HIGH - 4), point(_X + 5, _HIGH + 4))
        if self._does(Verb.TRIM):
            self.canvas.line("slit", point(_X + 1, _HIGH - 4), point(_X + 1, _HIGH + 4))
            scissors(self.canvas, point(_X + 1, _HIGH + 6.5))

    def _turned(self) -> None:
        for layer, side in enumerate((1, -1)):
            y = _LOW + side * 2.0
            bow = arc(point(_X + 1.2, y - side * 0.8), 0.8, 90 * side, 270 * side)
            inner = [point(_X + 6, y - side * 1.6)]
            chain = [point(WIDTH - 9, y), *bow, *inner]
            bar(self.canvas, chain, self.hand.tone(self.sheets[layer]), side < 0, 0.9)
            self.canvas.text(point(WIDTH - 4, _LOW + side * 2.4), self._number(layer), SMALL, bold=True)
        if self._does(Verb.TOPSTITCH):
            needle(self.canvas, _X + 3.4, _LOW - 5, _LOW + 5)
            self._distance(self.hand.pattern.settings["finishing"]["topstitch"])

    def _distance(self, beside: object) -> None:
        """How far from the edge the maker wants topstitching."""
        if isinstance(beside, ExactLength):
            start, end = point(_X, _LOW - 3), point(_X + 3.4, _LOW - 3)
            dimension(self.canvas, start, end, self.hand.told(beside.mm), -4j)
