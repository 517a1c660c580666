"""A hem: the edge that is turned, its fold, and in section how far it is turned and where it is stitched."""

from __future__ import annotations

from bagpattern.drawing.steps.canvas import HEIGHT, Canvas
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.looks import SMALL, Tone
from bagpattern.drawing.steps.scale import scaled
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import arc, bar, bend, dimension, needle, seam, times
from bagpattern.drawing.steps.view import View
from bagpattern.geometry.cloths import Area, beside, grown_by, less, longer, placed
from bagpattern.geometry.placement import MIRROR
from bagpattern.geometry.points import Point, point, unit
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.operation import Operation, Sheet, Verb
from bagpattern.parts.workshop import BY_MATERIAL

_WIDE = 48.0
"""mm of paper for the piece; the section stands beside it."""
_LEFT, _LONG = 55.0, 26.0
_FLAT, _TURNED = 38.0, 18.0
"""mm of paper: where the section begins, how long its cloth is, and its two rows."""
_DEEP, _LEAST = 12.0, 4.5
"""mm of paper that a hem has in section, and the least that one of its turns has."""
_STITCH = 2.2
"""mm of paper from the raw edge to the stitching that holds it."""


def hemmed(scene: Scene) -> Drawn | None:
    """The hems of one piece; the same on others is shown with it."""
    hand, first = scene.hand, scene.first
    if not first.pieces:
        return None
    sheet = _sheet(first)
    edges = _edges(hand, first, sheet)
    if not edges:
        return None
    alike = tuple(each for each in scene.left if each.do is Verb.HEM and each.pieces == first.pieces)
    return Drawn("hemmed", _Hem(hand, first, sheet, edges).drawn(), alike)


def _sheet(operation: Operation) -> Sheet:
    first = operation.pieces[0]
    return Sheet(first.panel, max(first.copy, 1))


def _edges(hand: Hand, operation: Operation, sheet: Sheet) -> list[Edge]:
    """Those of a piece that are hemmed now: those that are named, else all that are hemmed."""
    named = {each.on for each in operation.on if each.panel == sheet.panel}
    every = (each for each in hand.panel(sheet).edges if each.finish is Finish.HEM)
    return [each for each in every if not named or each.name in named]


class _Hem:
    def __init__(self, hand: Hand, of: Operation, sheet: Sheet, edges: list[Edge]) -> None:
        self.hand, self.of, self.sheet, self.edges, self.canvas = hand, of, sheet, edges, Canvas()
        self.deep = hand.pattern[sheet.panel].allowances[edges[0].name]
        self.turns = of.turns or (self.deep,)
        self.twice = len(self.turns) > 1 if of.turns else _is_twice(hand, sheet)
        outline = placed(hand.own(sheet, hand.pattern[sheet.panel].cutting_line), MIRROR)
        self.net = placed(hand.net(sheet), MIRROR)
        self.outline = less(outline, *(less(beside(self._drawn_out(each), -self.deep - 1), self.net) for each in edges))
        self.view = View([self.outline], (4, 9, _WIDE, HEIGHT - 4))

    def drawn(self) -> Canvas:
        area = self.view.area(self.outline)
        self.canvas.cloth(area, self.hand.tone(self.sheet), False)
        laps = [self._turned(each) for each in self.edges]
        for name in dict.fromkeys(each.panel for each in self.of.pieces):
            self.canvas.number(less(grown_by(area, -1), *laps), self.hand.number(Sheet(name, 1)))
        self._section()
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
        inward = 1j * unit(points[-1] - points[0]) * max(self.deep - 2.0, self.deep * 0.7)
        seam(self.canvas, self.view.points([p + inward for p in points]), stops=False)
        return area

    def _section(self) -> None:
        """Flat with its folds, its right side down; then turned, stitched beside its inner edge."""
        bar(self.canvas, [point(_LEFT, _FLAT), point(_LEFT + _LONG, _FLAT)], self.hand.tone(self.sheet), False)
        start = _LEFT
        for place, (turn, wide) in enumerate(zip(self.turns, self._widths(), strict=True)):
            fold = start + wide
            self.canvas.line("fold", point(fold, _FLAT - 2.6), point(fold, _FLAT + 2.6))
            bend(self.canvas, point(start + 1, _FLAT + 1.4), point(fold + wide * 0.66, _FLAT + 1.6), -0.3)
            low = point(0, -5 - 5 * place)
            dimension(self.canvas, point(start, _FLAT), point(fold, _FLAT), self.hand.told(turn), low)
            start = fold
        self._folded(point(start, _TURNED))

    def _widths(self) -> list[float]:
        """mm of paper of each turn, by its share, but none too narrow to be seen."""
        whole = sum(self.turns)
        return [max(_DEEP * each / whole, _LEAST) for each in self.turns]

    def _folded(self, fold: Point) -> None:
        tone, end = self.hand.tone(self.sheet), fold + _DEEP
        filled = bool(self.of.notions)
        high = 1.9 if filled else 1.6 if self.twice else 0.9
        bow = arc(fold + high + 1j * 0, high, 90, 270)
        if filled:
            bar(self.canvas, [fold + high + 0.8, end - _STITCH - 2.0], Tone.TAPE, True, 1.2)
        tucked = [end - 5 + 1j * (high - 1.6), *arc(end - 0.8 + 1j * (high - 0.8), 0.8, -90, 90)] if self.twice else []
        chain = [*tucked, *([] if tucked else [end + 1j * high]), *bow, point(_LEFT + _LONG, fold.imag - high)]
        bar(self.canvas, chain, tone, False)
        needle(self.canvas, (end - _STITCH).real, fold.imag - high - 3, fold.imag + high + 3)
        if not self.twice:
            dimension(self.canvas, fold + 1j * high, end + 1j * high, self.hand.told(self.deep), 4j)
        number = point(_LEFT + _LONG + 2.5, fold.imag - high)
        self.canvas.text(number, self.hand.number(self.sheet), SMALL, bold=True)


def _is_twice(hand: Hand, sheet: Sheet) -> bool:
    """Whether the raw edge is tucked in: as the maker wants hems, or as the material wants them."""
    wanted = hand.pattern.settings["finishing"]["hem"]
    own = {each.id: each.hem for each in hand.pattern.materials}
    return (own.get(hand.panel(sheet).material, "") if wanted == BY_MATERIAL else wanted) == "double"


def _shared(one: Area, other: Area) -> float:
    return float(one.intersection(other).area)
