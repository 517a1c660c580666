"""Stitching along lines of a panel: the divisions of a pocket, a channel; how far from the edge and from each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bagpattern.drawing.lettering import text_width
from bagpattern.drawing.steps.canvas import HEIGHT, WIDTH, Canvas
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.looks import SIZE
from bagpattern.drawing.steps.scale import scaled
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import dimension, stack, times
from bagpattern.drawing.steps.signs import seam as stitched
from bagpattern.drawing.steps.view import View
from bagpattern.geometry.cloths import line_in, rings
from bagpattern.geometry.placement import IDENTITY
from bagpattern.geometry.points import Point, dot, unit
from bagpattern.making.joints import sheet_of
from bagpattern.model.operation import Operation, Sheet, Verb, Where
from bagpattern.model.seam import SeamKind

_FAR, _BESIDE = 9e3, 3.0
"""mm: farther than any piece is long; mm of paper that a distance takes beside its number."""
_STRAIGHT = 2
Line = list[Point]


def lined(scene: Scene) -> Drawn | None:
    """All straight lines that are stitched in this step on one panel."""
    first = next(_lines(scene.hand, scene.first), None)
    if first is None:
        return None
    of = [(each, line) for each in scene.left for sheet, line in _lines(scene.hand, each) if sheet == first[0]]
    names = {each.id for each, _ in of}
    figure = _Lined(scene.hand, first[0], [line for _, line in of])
    canvas = figure.drawn(_others(scene.first, first[0]))
    figure.beside_edge([each for each, _ in of])
    return Drawn("lined", canvas, tuple(each for each in scene.left if each.id in names))


def _lines(hand: Hand, operation: Operation) -> Iterator[tuple[Sheet, Line]]:
    """Lines inside of panels; an edge is no such line."""
    for where in _places(hand, operation):
        panel, sheet = hand.draft[where.panel], Sheet(where.panel, max(where.copy, 1))
        if where.on and not panel.has_edge(where.on):
            points = hand.own_line(sheet, panel.along(where.on).path.flat)
            if len(points) == _STRAIGHT:
                yield sheet, points


def _places(hand: Hand, operation: Operation) -> tuple[Where, ...]:
    if operation.do is Verb.TOPSTITCH and not operation.notions and not operation.seams:
        return tuple(each for each in operation.on if any(x.name == each.on for x in hand.draft[each.panel].lines))
    seams = [hand.pattern.seams[each] for each in operation.seams] if operation.do is Verb.SEW else []
    return tuple(Where(r.panel, r.copy, r.on) for s in seams if s.kind is SeamKind.PLACEMENT for r in s.a)


def _others(first: Operation, shown: Sheet) -> list[str]:
    """Further panels that are stitched in the same way."""
    return [each for each in dict.fromkeys(where.panel for where in first.on) if each != shown.panel]


class _Lined:
    def __init__(self, hand: Hand, sheet: Sheet, lines: Sequence[Line]) -> None:
        self.hand, self.sheet, self.canvas = hand, sheet, Canvas()
        self.outline, self.net = hand.outline(sheet), hand.net(sheet)
        self.view = View([self.outline], (12, 9, WIDTH - 12, HEIGHT - 4))
        across = 1j * unit(lines[0][-1] - lines[0][0])
        self.lines = sorted(lines, key=lambda line: dot(line[0], across))

    def drawn(self, others: Sequence[str]) -> Canvas:
        area = self.view.area(self.outline)
        self.canvas.cloth(area, self.hand.tone(self.sheet), True)
        for ring in rings(self.net):
            self.canvas.ring("guide", self.view.points(ring))
        for line in self.hand.patches({self.sheet: IDENTITY}):
            self.canvas.line("before", *self.view.points(line))
        for line in self.lines:
            stitched(self.canvas, self.view.points(line))
        self._distances()
        for number in (self.hand.number(self.sheet), *(self.hand.number(Sheet(each, 1)) for each in others)):
            self.canvas.number(area, number)
        times(self.canvas, self.hand.panel(self.sheet).count)
        scaled(self.canvas, self.hand.pattern, self.view.scale, 2 + 1j * (area.bounds[1] - 5))
        return self.canvas

    def beside_edge(self, shown: Sequence[Operation]) -> None:
        """In section, how far from its edge what is sewn on there is stitched."""
        found = ((each.beside, self.hand.pattern.seams[name]) for each in shown if each.beside for name in each.seams)
        far, seam = next(found, (0.0, None))
        if seam is not None:
            layers = [
                (self.hand.tone(each), True, self.hand.number(each)) for each in (sheet_of(seam.b[0]), self.sheet)
            ]
            low = self.view.area(self.outline).bounds[1]
            stack(self.canvas, WIDTH / 2 + 1j * (low - 11), layers, beside=self.hand.told(far))

    def _distances(self) -> None:
        """From the nearer edge beside the outer line, and from each line to the next."""
        across, middle = 1j * unit(self.lines[0][-1] - self.lines[0][0]), sum(self.lines[0]) / 2
        ends = [end for part in line_in([middle - across * _FAR, middle + across * _FAR], self.net) for end in part]
        edge = min(ends, key=lambda end: min(distance_to(end, line) for line in self.lines))
        rows = self.lines if dot(edge - middle, across) <= 0 else self.lines[::-1]
        at, before = edge, ""
        for line in rows:
            foot = at + across * dot(line[0] - at, across)
            told = self.hand.told(abs(foot - at))
            crowded = abs(self.view(foot) - self.view(at)) < text_width(told, SIZE) + _BESIDE
            if abs(foot - at) > 1 and not (crowded and told == before):
                aside = (self.view(line[-1]) - self.view(line[0])) * 0.5 if crowded else 0j
                dimension(self.canvas, self.view(at), self.view(foot), told, aside)
            at, before = foot, told


def distance_to(at: Point, line: Line) -> float:
    """mm across from a place to a line drawn out."""
    return abs(dot(at - line[0], 1j * unit(line[-1] - line[0])))
