"""A frame put on: a rim pushed into the groove of a purse frame, in its order and in section; the two sprung strips of
a flex frame pushed through their channels.
"""

from __future__ import annotations

from bagpattern.drawing.steps.canvas import HEIGHT, Canvas, rectangle
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.looks import SMALL
from bagpattern.drawing.steps.scale import scaled
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import bar, dimension, head, move
from bagpattern.drawing.steps.signs import seam as stitched
from bagpattern.drawing.steps.view import View
from bagpattern.drawing.strokes import circle
from bagpattern.geometry.cloths import at_length, disc_area, grown_by, long, rounded_along
from bagpattern.geometry.path import Path
from bagpattern.geometry.points import Point, point
from bagpattern.model.operation import Sheet, Where
from bagpattern.model.panel import Role

_WIDE = 52.0
"""mm of paper for the panel; the section stands beside it."""
_X, _Y = 68.0, 30.0
"""mm of paper: the groove in section."""
_PLACES = ((0.5, "1"), (0.0, "2"), (1.0, "2"), (0.25, "3"), (0.75, "3"))
"""Shares of the frame's way round the rim, in the order in which that is pushed in."""
_ROWS, _LEFT, _RIGHT, _TALL = (34.0, 16.0), 26.0, 74.0, 8.0
"""mm of paper: both channels, their ends, and how high each is drawn."""


def framed(scene: Scene) -> Drawn | None:
    """What holds the rim all round, or from inside of two channels."""
    first, hand = scene.first, scene.hand
    kinds = {each.kind for each in hand.pattern.notions if each.id in first.notions}
    if kinds in ({"purse-frame"}, {"sew-in-frame"}) and first.on:
        return Drawn("framed", _InItsGroove(hand, first.on[0], "sew-in-frame" in kinds).drawn(), (first,))
    if kinds == {"flex-frame"} and len(first.on) == len(_ROWS):
        return Drawn("pushed in", _pushed_in(hand, first.on), (first,))
    return None


def _line(hand: Hand, where: Where) -> Path:
    return hand.draft[where.panel].along(where.on).path


class _InItsGroove:
    def __init__(self, hand: Hand, where: Where, sewn: bool) -> None:
        self.hand, self.canvas, self.sheet, self.sewn = hand, Canvas(), Sheet(where.panel, 1), sewn
        self.points = hand.own_line(self.sheet, _line(hand, where).flat)
        self.view = View([hand.net(self.sheet)], (5, 10, _WIDE, HEIGHT - 8))

    def drawn(self) -> Canvas:
        area = self.view.area(self.hand.net(self.sheet))
        self.canvas.cloth(area, self.hand.tone(self.sheet), True)
        line = self.view.points(self.points)
        for kind in ("metal", "metal-light"):
            self.canvas.area_edge(kind, rounded_along(line, 1.2))
        for share, told in _PLACES:
            self._pushed(line, share, told)
        self.canvas.number(grown_by(area, -2), self.hand.number(self.sheet))
        if not self.sewn:
            self._pinched(line)
        scaled(self.canvas, self.hand.pattern, self.view.scale, point(2, area.bounds[1] - 6))
        self._section()
        return self.canvas

    def _pushed(self, line: list[Point], share: float, told: str) -> None:
        """A number outside of the frame, and the way in."""
        at, way = at_length(line, long(line) * share)
        middle = sum(line) / len(line)
        out = 1j * way if ((at - middle) * (1j * way).conjugate()).real > 0 else -1j * way
        self.canvas.disc(at + out * 6.0, told, accent=True)
        head(self.canvas, at + out * 1.4, -out)

    def _pinched(self, line: list[Point]) -> None:
        """Both ends of the arms are pinched from their two sides."""
        for end in (line[0], line[-1]):
            for side in (1, -1):
                head(self.canvas, end + side * 1.6, complex(-side, 0))
            self.canvas.busy.append(disc_area(end, 4))

    def _section(self) -> None:
        """The groove, the rim pushed up: glue in it and paper cord pressed in from inside, or sewn through holes."""
        canvas, x, y = self.canvas, _X, _Y
        groove = [point(x - 4, y), point(x - 4, y + 12), point(x + 4, y + 12), point(x + 4, y)]
        canvas.area("metal-light", rounded_along(groove, 0.9))
        canvas.area_edge("edge", rounded_along(groove, 0.9))
        lining = next((Sheet(each.id, 1) for each in self.hand.draft.panels if each.role is Role.LINING), None)
        for at, sheet in ((x - 1.6, self.sheet), (x, lining)):
            if sheet:
                bar(canvas, [point(at, y - 14), point(at, y + 9)], self.hand.tone(sheet), sheet is self.sheet, 1.2)
        if self.sewn:
            stitched(canvas, [point(x - 7, y + 4), point(x + 7, y + 4)], stops=False, arrow=False)
        else:
            canvas.line("slit", point(x - 2.4, y + 10.6), point(x + 2.4, y + 10.6))
            canvas.put("block", circle(point(x + 2.1, y + 5), 1.3))
            move(canvas, point(x + 2.2, y - 9), point(x + 2.2, y + 2.4))
        move(canvas, point(x - 6.5, y - 14), point(x - 6.5, y - 3))
        canvas.text(point(x - 1.6, y - 17), self.hand.number(self.sheet), SMALL, bold=True)
        if lining:
            canvas.text(point(x + 2.5, y - 17), self.hand.number(lining), SMALL, bold=True)


# a flex frame ---------------------------------------------------------------------------------------------------------


def _pushed_in(hand: Hand, places: tuple[Where, ...]) -> Canvas:
    """Each strip from the same side through its channel; the closed hinge is far away, the other gets its pin."""
    canvas = Canvas()
    for where, y in zip(places, _ROWS, strict=True):
        sheet = Sheet(where.panel, 1)
        area = rectangle(_LEFT, y - _TALL / 2, _RIGHT, y + _TALL / 2)
        canvas.cloth(area, hand.tone(sheet), True)
        strip = [point(4, y), point(_RIGHT - 12, y)]
        canvas.area("metal-light", rounded_along([strip[0], point(_LEFT, y)], 1.3))
        canvas.area_edge("edge", rounded_along([strip[0], point(_LEFT, y)], 1.3))
        canvas.area_edge("guide", rounded_along([point(_LEFT, y), strip[1]], 1.3))
        move(canvas, point(_LEFT - 13, y + 4.5), point(_LEFT - 3, y + 4.5))
        canvas.number(rectangle(_RIGHT - 10, y - _TALL / 2, _RIGHT, y + _TALL / 2), hand.number(sheet))
    high, low = _ROWS
    canvas.line("shaft", point(4, low), point(4, high))
    for y in _ROWS:
        canvas.put("block", circle(point(4, y), 1.8))
    _pin(canvas, point(_RIGHT + 7, (high + low) / 2))
    long_of = abs(_line(hand, places[0]).end - _line(hand, places[0]).start)
    foot = point(0, low - _TALL / 2)
    share = (_RIGHT - _LEFT) * (1 - long_of / hand.draft[places[0].panel].edge("outer").length) / 2
    dimension(canvas, _LEFT + share + foot, _RIGHT - share + foot, hand.told(long_of), -3.5j)
    return canvas


def _pin(canvas: Canvas, at: Point) -> None:
    """The halves of the open hinge, its pin going down through them."""
    for y in (5.0, -5.0):
        canvas.put("block", circle(at + 1j * y, 1.8))
    canvas.area("metal-light", rounded_along([at + 11j, at + 16j], 0.6))
    canvas.area_edge("edge", rounded_along([at + 11j, at + 16j], 0.6))
    head(canvas, at + 7.6j, -1j)
    canvas.area("tape-wrong", rounded_along([at - 5j, at + 5j], 0.2))
