"""Two layers that are sewn together, turned right side out and stitched along their free edges: a flap, a wall.

Beside it in section: what is trimmed, how the allowances lie inside, how far from the edge the needle goes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bagpattern.drawing.steps.canvas import HEIGHT, Canvas
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.looks import Tone
from bagpattern.drawing.steps.scale import scaled
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import seam as stitched
from bagpattern.drawing.steps.two_layers import section
from bagpattern.drawing.steps.view import View
from bagpattern.geometry.cloths import Area, area_of, centre_of, grown_by, line_in
from bagpattern.geometry.points import Point, point, unit
from bagpattern.making.joints import sheet_of
from bagpattern.model.marks import Line
from bagpattern.model.operation import Operation, Sheet, Verb
from bagpattern.model.seam import Run, Seam, SeamKind

_WIDE = 50.0
"""mm of paper for the layers; the section stands beside them."""
_OUT, _FAR = 60.0, 1e3
"""mm of webbing that are shown beyond the edge that it leaves, and more than any piece is long."""
_DONE = (Verb.TRIM, Verb.OVERCAST, Verb.FOLD, Verb.PRESS, Verb.TURN, Verb.TOPSTITCH)


def layered(scene: Scene) -> Drawn | None:
    """A part of two layers, both of one shape, joined along some of their edges."""
    hand, first = scene.hand, scene.first
    if first.around or not _webbing_alone(hand, first) or not _within(first):
        return None
    seams = [each for each in hand.before if each.kind is SeamKind.PLAIN and _joins(each, first)]
    if not seams:
        return None
    sheets = sheet_of(seams[0].a[0]), sheet_of(seams[0].b[0])
    shown = tuple(each for each in scene.left if _is_of(each, sheets, seams) and _webbing_alone(hand, each))
    return Drawn("layered", _Layers(hand, sheets, seams, shown).drawn(), shown)


def _webbing_alone(hand: Hand, operation: Operation) -> bool:
    """Whether no bought thing is in hand but webbing whose end lies between the layers."""
    return all(_mark(hand, each.panel, name) for name in operation.notions for each in operation.pieces)


def _mark(hand: Hand, panel: str, of: str) -> Line | None:
    """The line across the end of a webbing inside of a piece."""
    return next((each for each in hand.draft[panel].lines if each.end and each.end.of == of), None)


def _within(operation: Operation) -> bool:
    """Whether it is done on no other piece than those in hand."""
    return {each.panel for each in operation.on} <= {each.panel for each in operation.pieces}


def _joins(seam: Seam, first: Operation) -> bool:
    """Whether a seam joins just two sheets, both of which the operation has in hand, or is what is trimmed."""
    one, other = ({sheet_of(run) for run in side} for side in (seam.a, seam.b))
    if len(one) != 1 or len(other) != 1 or one == other:
        return False
    names = {each.panel for each in (*one, *other)}
    several = len(first.pieces) > 1 or len(names) == 1
    return seam.id in first.seams or (several and names == {each.panel for each in first.pieces})


def _is_of(operation: Operation, sheets: tuple[Sheet, Sheet], seams: list[Seam]) -> bool:
    """What is done to both layers after their seam."""
    if operation.do not in _DONE or operation.around or not _within(operation):
        return False
    names = {each.panel for each in operation.pieces}
    of_seam = bool(operation.seams) and operation.do in (Verb.TRIM, Verb.OVERCAST, Verb.TOPSTITCH)
    of_seam = of_seam and set(operation.seams) <= {each.id for each in seams}
    return of_seam or (bool(names) and names <= {each.panel for each in sheets} and not operation.seams)


class _End(NamedTuple):
    """What an end of webbing covers, and the corners of the part of it that lies between the layers."""

    area: Area
    box: list[Point]


class _Layers:
    def __init__(
        self, hand: Hand, sheets: tuple[Sheet, Sheet], seams: list[Seam], shown: tuple[Operation, ...]
    ) -> None:
        self.hand, self.seams, self.shown, self.canvas = hand, seams, shown, Canvas()
        self.sheets = sheets
        self.net = hand.net(sheets[0])
        self.webbing = [*self._webbings()]
        self.view = View([self.net, *(each.area for each in self.webbing)], (4, 12, _WIDE, HEIGHT - 6))
        self.area = self.view.area(self.net)

    def drawn(self) -> Canvas:
        for each in self.webbing:
            self.canvas.cloth(self.view.area(each.area), Tone.TAPE, True)
        self.canvas.cloth(self.area, self.hand.tone(self.sheets[0]), True)
        for each in self.webbing:
            self._boxed(self.view.points(each.box))
        if self._does(Verb.TOPSTITCH):
            for line in self._edges():
                inside = [p + unit(centre_of(self.area) - p) * 1.4 for p in self.view.points(line)]
                stitched(self.canvas, inside, stops=False)
        self.canvas.number(grown_by(self.area, -3), self._number(0))
        scaled(self.canvas, self.hand.pattern, self.view.scale, point(3, self.area.bounds[1] - 5))
        left = max((each.beside for each in self.shown if each.do is Verb.TRIM), default=0.0)
        section(self.canvas, self.hand, self.sheets, {each.do for each in self.shown}, left)
        return self.canvas

    def _webbings(self) -> Iterator[_End]:
        """The ends of webbing between the layers, and how each leaves them."""
        names = {name for each in self.shown for name in each.notions}
        for name in sorted(names):
            mark = _mark(self.hand, self.sheets[0].panel, name)
            if mark is None:
                continue
            a, b = self.hand.own_line(self.sheets[0], (mark.path.start, mark.path.end))
            way = 1j * unit(b - a)
            way = way if ((centre_of(self.net) - (a + b) / 2) * way.conjugate()).real < 0 else -way
            (inside, *_) = line_in([(a + b) / 2, (a + b) / 2 + way * _FAR], self.net)
            deep = abs(inside[-1] - inside[0])
            far, near = way * (deep + _OUT), way * deep
            yield _End(area_of([a, b, b + far, a + far]), [a, b, b + near, a + near])

    def _boxed(self, corners: list[Point]) -> None:
        """A box with a cross, a little inside of the end of the webbing."""
        middle = sum(corners) / len(corners)
        a, b, c, d = (p + unit(middle - p) * 1.4 for p in corners)
        for line in ([a, b, c, d, a, c], [b, d]):
            stitched(self.canvas, line, stops=False)

    def _does(self, *verbs: Verb) -> bool:
        return any(each.do in verbs for each in self.shown)

    def _number(self, layer: int) -> str:
        return self.hand.number(self.sheets[layer])

    def _edges(self) -> Iterator[list[Point]]:
        """The edges that are named, else the sewn ones one after the other, as far as they follow each other."""
        panel = self.hand.draft[self.sheets[0].panel]
        on = {each.on for operation in self.shown for each in operation.on}
        named = {each for each in on if each and panel.has_edge(each)}
        line: list[Point] = []
        seams = [each for each in self.seams if {sheet_of(each.a[0]), sheet_of(each.b[0])} == {*self.sheets}]
        for run in (run for seam in seams for run in self._side(seam) if not named or run.on in named):
            new = self.hand.run(run)
            if line and abs(line[-1] - new[0]) > 1:
                yield line
                line = []
            line += new
        yield line

    def _side(self, seam: Seam) -> tuple[Run, ...]:
        return seam.a if sheet_of(seam.a[0]) == self.sheets[0] else seam.b
