"""One layer that is stitched along its free edges: the piece with its stitching, how far that is from the edge."""

from __future__ import annotations

from bagpattern.drawing.steps.canvas import HEIGHT, WIDTH, Canvas
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.scale import scaled
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import dimension, times
from bagpattern.drawing.steps.signs import seam as stitched
from bagpattern.drawing.steps.view import View
from bagpattern.geometry.cloths import Area, centre_of, grown_by, line_in
from bagpattern.geometry.points import Point, point, unit
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.operation import Sheet
from bagpattern.units import ExactLength

_BESIDE = 1.6
"""mm of paper from the edge to its stitching, at least."""


def edged(scene: Scene) -> Drawn | None:
    """A single piece whose free edges are left raw."""
    first, hand = scene.first, scene.hand
    if len(first.pieces) != 1 or first.on or first.notions or first.seams:
        return None
    sheet = Sheet(first.pieces[0].panel, max(first.pieces[0].copy, 1))
    free = [each for each in hand.panel(sheet).edges if each.finish is Finish.RAW]
    beside = hand.pattern.settings["finishing"]["topstitch"]
    if not free or not isinstance(beside, ExactLength):
        return None
    return Drawn("edged", _drawn(hand, sheet, free, beside.mm), (first,))


def _drawn(hand: Hand, sheet: Sheet, free: list[Edge], beside: float) -> Canvas:
    canvas, outline = Canvas(), hand.outline(sheet)
    view = View([outline], (10, 10, WIDTH - 10, HEIGHT - 6))
    area = view.area(outline)
    canvas.cloth(area, hand.tone(sheet), True)
    inner = grown_by(area, -max(beside * view.scale, _BESIDE))
    for each in free:
        for line in line_in(_inward(view.points(hand.own_line(sheet, each.path.flat)), area, view, beside), area):
            stitched(canvas, line, stops=False)
    canvas.number(inner, hand.number(sheet))
    _distance(canvas, hand, view, sheet, free[0], beside)
    times(canvas, hand.panel(sheet).count)
    scaled(canvas, hand.pattern, view.scale, point(3, area.bounds[1] - 8))
    return canvas


def _inward(line: list[Point], area: Area, view: View, beside: float) -> list[Point]:
    """A line so far inside of an edge, no nearer to it than can be seen."""
    by = max(beside * view.scale, _BESIDE)
    across = 1j * unit(line[-1] - line[0]) * by
    middle = (line[0] + line[-1]) / 2
    inside = centre_of(area) - middle
    across = across if (inside * across.conjugate()).real > 0 else -across
    return [p + across for p in line]


def _distance(canvas: Canvas, hand: Hand, view: View, sheet: Sheet, edge: Edge, beside: float) -> None:
    """From the middle of an edge to its stitching."""
    line = view.points(hand.own_line(sheet, edge.path.flat))
    inner = _inward(line, view.area(hand.net(sheet)), view, beside)
    middle, other = (line[0] + line[-1]) / 2, (inner[0] + inner[-1]) / 2
    dimension(canvas, middle, other, hand.told(beside))
