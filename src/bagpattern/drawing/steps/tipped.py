"""Webbing basted on the tip of a piece, that comes out of it when two are sewn together and turned."""

from __future__ import annotations

from bagpattern.drawing.steps.canvas import HEIGHT, WIDTH, Canvas
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.looks import Tone
from bagpattern.drawing.steps.scale import scaled
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import broken, dimension, seam
from bagpattern.drawing.steps.view import View
from bagpattern.geometry.cloths import area_of, less, rings
from bagpattern.geometry.points import Point, point, unit
from bagpattern.model.marks import Line
from bagpattern.model.operation import Sheet, Side, Where

_OUT, _NEEDLE = 26.0, 1.6
"""mm of webbing that are shown beyond the other end of the piece; mm of paper from the stitching line to the needle."""


def tipped(scene: Scene) -> Drawn | None:
    """One webbing on an edge of a piece in which its end comes to lie up to a mark."""
    first, hand = scene.first, scene.hand
    if first.side is not Side.RIGHT or not first.on or not first.notions:
        return None
    where = first.on[0]
    panel = hand.draft[where.panel]
    mark = next((each for each in panel.lines if each.end and each.end.of in first.notions), None)
    if mark is None or not panel.has_edge(where.on):
        return None
    return Drawn("tipped", _Tipped(hand, where, mark).drawn(), (first,))


class _Tipped:
    def __init__(self, hand: Hand, where: Where, mark: Line) -> None:
        self.hand, self.canvas, self.sheet = hand, Canvas(), Sheet(where.panel, max(where.copy, 1))
        edge = hand.own_line(self.sheet, hand.draft[where.panel].edge(where.on).path.flat)
        a, b = hand.own_line(self.sheet, (mark.path.start, mark.path.end))
        self.tip, self.across = (edge[0] + edge[-1]) / 2, (b - a) / 2
        inside = (a + b) / 2 - self.tip
        self.deep, self.way = abs(inside), unit(inside)
        self.outline = hand.outline(self.sheet)
        self.far = max(abs(p - self.tip) for ring in rings(self.outline) for p in ring) + _OUT
        self.strip = self._strip(-self.deep, self.far)
        self.view = View([self.outline, area_of(self.strip)], (6, 10, WIDTH - 6, HEIGHT - 8))

    def _strip(self, start: float, end: float) -> list[Point]:
        """Webbing from so far from the tip to so far, inward."""
        a, b = self.tip + self.way * start, self.tip + self.way * end
        return [a - self.across, b - self.across, b + self.across, a + self.across]

    def drawn(self) -> Canvas:
        area, strip = self.view.area(self.outline), self.view.points(self.strip)
        self.canvas.cloth(area, self.hand.tone(self.sheet), True)
        for ring in rings(self.hand.net(self.sheet)):
            self.canvas.ring("guide", self.view.points(ring))
        self.canvas.cloth(area_of(strip), Tone.TAPE, True)
        broken(self.canvas, strip[1], strip[2])
        out = self.view.way(self.way) * -_NEEDLE
        ends = [self.view(self.tip - self.across) + out, self.view(self.tip + self.across) + out]
        seam(self.canvas, ends, stops=False, arrow=False)
        aside = self.view.way(unit(self.across)) * (abs(self.view(self.across) - self.view(0j)) + 6)
        tip, end = self.view(self.tip), self.view(self.tip - self.way * self.deep)
        dimension(self.canvas, end + aside, tip + aside, self.hand.told(self.deep))
        self.canvas.number(less(area, area_of(strip)), self.hand.number(self.sheet))
        scaled(self.canvas, self.hand.pattern, self.view.scale, point(2, area.bounds[1] - 8))
        return self.canvas
