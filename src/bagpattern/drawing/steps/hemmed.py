"""A hem: the edge that is turned, its fold, and in section how far it is turned and where it is stitched."""

from __future__ import annotations

from bagpattern.drawing.steps.canvas import HEIGHT, Canvas
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.hem_section import ASIDE, HemSection
from bagpattern.drawing.steps.scale import scaled
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import dimension, seam, times
from bagpattern.drawing.steps.view import View
from bagpattern.geometry.cloths import Area, at_length, bent, beside, grown_by, less, long, longer, placed
from bagpattern.geometry.placement import MIRROR
from bagpattern.geometry.points import Point, point, unit
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.operation import Operation, Sheet, Verb


def hemmed(scene: Scene) -> Drawn | None:
    """The hems of one piece; the same on others is shown with it."""
    hand, first = scene.hand, scene.first
    if not first.pieces:
        return None
    sheet = next((each for each in _sheets(first) if _edges(hand, first, each)), None)
    if sheet is None:
        return None
    edges = _edges(hand, first, sheet)
    alike = tuple(each for each in scene.left if each.do is Verb.HEM and each.pieces == first.pieces)
    return Drawn("hemmed", _Hem(hand, first, sheet, edges).drawn(), alike)


def _sheets(operation: Operation) -> list[Sheet]:
    """The pieces on which hems are named, or all that are in hand: of a divided panel also the other parts are."""
    named = {each.panel for each in operation.on}
    found = (Sheet(each.panel, max(each.copy, 1)) for each in operation.pieces if not named or each.panel in named)
    return list(dict.fromkeys(found))


def _edges(hand: Hand, operation: Operation, sheet: Sheet) -> list[Edge]:
    """Those of a piece that are hemmed now: those that are named, else all that are hemmed."""
    named = {each.on for each in operation.on if each.panel == sheet.panel}
    every = (each for each in hand.panel(sheet).edges if each.finish is Finish.HEM)
    return [each for each in every if not named or each.name in named]


class _Hem:
    def __init__(self, hand: Hand, of: Operation, sheet: Sheet, edges: list[Edge]) -> None:
        self.hand, self.of, self.sheet, self.edges, self.canvas = hand, of, sheet, edges, Canvas()
        self.deep = hand.pattern[sheet.panel].allowances[edges[0].name]
        outline = placed(hand.cut(sheet), MIRROR)
        self.net = placed(hand.net(sheet), MIRROR)
        self.outline = less(outline, *(less(beside(self._drawn_out(each), -self.deep - 1), self.net) for each in edges))
        self.view = View([self.outline], (4, 9, ASIDE, HEIGHT - 4))

    def drawn(self) -> Canvas:
        area = self.view.area(self.outline)
        self.canvas.cloth(area, *self.hand.face(self.sheet, False))
        laps = [self._turned(each) for each in self.edges]
        for name in dict.fromkeys(each.panel for each in _sheets(self.of)):
            self.canvas.number(less(grown_by(area, -1), *laps), self.hand.number(Sheet(name, 1)))
        HemSection(self.canvas, self.hand, self.of, self.sheet, self.edges[0]).draw()
        times(self.canvas, self.hand.panel(self.sheet).count)
        scaled(self.canvas, self.hand.pattern, self.view.scale, point(3, area.bounds[1] - 4))
        return self.canvas

    def _line(self, edge: Edge) -> list[Point]:
        """An edge as it lies with the wrong side up, the piece on its left."""
        points = [MIRROR(p) for p in self.hand.own_line(self.sheet, edge.path.flat)]
        return points if _shared(beside(points, 5), self.net) > _shared(beside(points, -5), self.net) else points[::-1]

    def _drawn_out(self, edge: Edge) -> list[Point]:
        """Past its ends, where the allowances of the sides are turned with it."""
        return longer(self._line(edge), self.deep)

    def _turned(self, edge: Edge) -> Area:
        """The hem as it lies on the wrong side, its right side up, stitched along its inner edge."""
        points = self._line(edge)
        area = self.view.area(beside(self._drawn_out(edge), self.deep).intersection(self.outline))
        self.canvas.cloth(area, self.hand.tone(self.sheet), True)
        self._filled(points)
        inward = 1j * unit(points[-1] - points[0]) * max(self.deep - 2.0, self.deep * 0.7)
        seam(self.canvas, self.view.points([p + inward for p in points]), stops=False)
        return area

    def _filled(self, points: list[Point]) -> None:
        """How long what lies in the hem is, in its middle."""
        notions = (self.hand.pattern.notions[each] for each in self.of.notions)
        for length in (each.length for each in notions if each.length and not bent(points)):
            middle, way = at_length(points, long(points) / 2)
            start, end = self.view.points([middle - way * length / 2, middle + way * length / 2])
            dimension(self.canvas, start, end, self.hand.told(length), -3j * unit(end - start))


def _shared(one: Area, other: Area) -> float:
    return float(one.intersection(other).area)
