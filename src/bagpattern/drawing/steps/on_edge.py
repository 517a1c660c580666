"""A piece with the edges at which something is done to raw cloth, and beside it a section there."""

from __future__ import annotations

from bagpattern.drawing.steps.canvas import HEIGHT, Canvas
from bagpattern.drawing.steps.cupped import gone_on
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.scale import scaled
from bagpattern.drawing.steps.signs import seam as stitched
from bagpattern.drawing.steps.view import View
from bagpattern.geometry.cloths import Area, grown_by, less, placed, together
from bagpattern.geometry.placement import IDENTITY, MIRROR
from bagpattern.geometry.points import Point, point
from bagpattern.making.joints import sheet_of
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.operation import Operation, Sheet, Side
from bagpattern.model.seam import Run


def sheet_on(hand: Hand, first: Operation) -> Sheet | None:
    """The piece on whose edge it is: the first one with such an edge."""
    if first.on:
        return Sheet(first.on[0].panel, max(first.on[0].copy, 1))
    return next((Sheet(each.panel, max(each.copy, 1)) for each in first.pieces if edges_on(hand, first, each)), None)


def edges_on(hand: Hand, operation: Operation, sheet: Sheet) -> list[list[Point]]:
    """The stretches of a piece's edges that an operation is done at."""
    if operation.seams:
        seams = (hand.pattern.seams[each] for each in operation.seams)
        return [hand.run(run) for each in seams for run in (*each.a, *each.b) if sheet_of(run) == sheet]
    if sheet.panel not in {each.panel for each in operation.pieces}:
        return []
    edges = (each for each in hand.panel(sheet).edges if each.finish is Finish.BOUND)
    return [hand.run(Run(sheet.panel, each.name, copy=max(sheet.copy, 1))) for each in edges]


def parts_on(hand: Hand, sheet: Sheet) -> list[Sheet]:
    """A sheet, and what its panel was divided into besides, as far as that is sewn to it by then."""
    origin = hand.panel(sheet).origin
    return [sheet, *(each for each in hand.group(sheet) if each != sheet and hand.panel(each).origin == origin)]


class OnEdge:
    """What is done at the edges *lines* of a piece; a kind of figure draws its ``section``."""

    def __init__(self, hand: Hand, of: Operation, sheet: Sheet, lines: list[list[Point]]) -> None:
        self.hand, self.of, self.sheet, self.lines = hand, of, sheet, lines
        self.seam = hand.pattern.seams[of.seams[0]] if of.seams else None
        self.canvas = Canvas()

    @property
    def outlines(self) -> dict[Sheet, Area]:
        """The piece, its right side up, each part that it was divided into by itself."""
        parts = parts_on(self.hand, self.sheet)
        return {each: less(self.hand.cut(each), *(self.hand.net(x) for x in parts if x != each)) for each in parts}

    @property
    def alike(self) -> list[Sheet]:
        """The pieces for which it stands: along a rim all but what lies behind another."""
        return list(dict.fromkeys(each for each, edge in self._named() if edge.behind is None)) or [self.sheet]

    @property
    def behind(self) -> list[Sheet]:
        """What lies behind the piece along a rim."""
        return [each for each, edge in self._named() if edge.behind and edge.behind[0] == self.sheet.panel]

    def _named(self) -> list[tuple[Sheet, Edge]]:
        """The edges of a rim with their pieces."""
        of = () if self.of.seams else self.of.on
        sheets = [Sheet(each.panel, max(each.copy, 1)) for each in of]
        return [(sheet, self.hand.panel(sheet).edge(each.on)) for sheet, each in zip(sheets, of, strict=True)]

    def drawn(self) -> Canvas:
        """The whole figure."""
        right_up = self.of.side is not Side.WRONG
        over = IDENTITY if right_up else MIRROR
        outlines = {sheet: placed(area, over) for sheet, area in self.outlines.items()}
        view = View(outlines.values(), (4, 8, 48, HEIGHT - 4))
        for sheet, area in outlines.items():
            self.canvas.cloth(view.area(area), *self.hand.face(sheet, right_up))
        for line in gone_on(self.lines, self.hand.mouths(dict.fromkeys(outlines, IDENTITY))):
            stitched(self.canvas, view.points([over(p) for p in line]), stops=False)
        for each in dict.fromkeys((*self.alike, *outlines)):
            self.canvas.number(
                grown_by(view.area(outlines.get(each, outlines[self.sheet])), -2), self.hand.number(each)
            )
        self.section()
        floor = view.area(together(outlines.values())).bounds[1]
        scaled(self.canvas, self.hand.pattern, view.scale, point(4, floor - 4))
        return self.canvas

    def section(self) -> None:
        """The layers at the edge, beside the piece."""
        raise NotImplementedError
