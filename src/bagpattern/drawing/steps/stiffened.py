"""Webbing that stiffens a rim: flat on the wrong side along an edge, in its middle, stitched on both sides."""

from __future__ import annotations

from bagpattern.drawing.steps.canvas import HEIGHT, WIDTH, Canvas
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.looks import Tone
from bagpattern.drawing.steps.scale import scaled
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import dimension, seam
from bagpattern.drawing.steps.view import View
from bagpattern.geometry.cloths import area_of, less, placed, rings
from bagpattern.geometry.placement import MIRROR
from bagpattern.geometry.points import Point, point, unit
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Sheet, Side, Where

_NEAR, _STITCH = 2.0, 1.1
"""mm of cloth from the stitching line to the webbing, mm of paper from its edges to its stitching."""


def stiffened(scene: Scene) -> Drawn | None:
    """One webbing on the wrong side, along an edge that is longer than it."""
    first, hand = scene.first, scene.hand
    bought = [each for each in hand.pattern.notions if each.id in first.notions and each.kind == "webbing"]
    edges = [each for each in first.on if hand.draft[each.panel].has_edge(each.on)]
    if first.side is not Side.WRONG or len(bought) != 1 or len(edges) != 1 or not bought[0].length:
        return None
    return Drawn("stiffened", _drawn(hand, edges[0], bought[0]), (first,))


def _drawn(hand: Hand, where: Where, of: Notion) -> Canvas:
    canvas, sheet = Canvas(), Sheet(where.panel, max(where.copy, 1))
    outline = placed(hand.outline(sheet), MIRROR)
    view = View([outline], (9, 10, WIDTH - 9, HEIGHT - 8))
    area = view.area(outline)
    canvas.cloth(area, hand.tone(sheet), False)
    for ring in rings(placed(hand.net(sheet), MIRROR)):
        canvas.ring("guide", view.points(ring))
    strip = view.points(_strip(hand, sheet, where, of))
    canvas.cloth(area_of(strip), Tone.TAPE, True)
    _stitched(canvas, strip)
    dimension(canvas, strip[0], strip[1], hand.told(of.length or 0.0), 1j * (area.bounds[3] - strip[0].imag + 3.5))
    canvas.number(less(area, area_of(strip)), hand.number(sheet))
    scaled(canvas, hand.pattern, view.scale, point(2, area.bounds[1] - 5))
    return canvas


def _strip(hand: Hand, sheet: Sheet, where: Where, of: Notion) -> list[Point]:
    """The corners of the webbing as the wrong side shows them, the two beside the edge first, from left to right."""
    line = [MIRROR(p) for p in hand.own_line(sheet, hand.draft[where.panel].edge(where.on).path.flat)]
    start, end = sorted((line[0], line[-1]), key=lambda p: p.real)
    way, middle = unit(end - start), (start + end) / 2
    half, inward = way * (of.length or 0.0) / 2, -1j * way
    near, far = inward * _NEAR, inward * (_NEAR + (of.width or 0.0))
    return [middle - half + near, middle + half + near, middle + half + far, middle - half + far]


def _stitched(canvas: Canvas, strip: list[Point]) -> None:
    across = unit(strip[3] - strip[0]) * min(_STITCH, abs(strip[3] - strip[0]) * 0.3)
    for start, end, inside in ((strip[0], strip[1], across), (strip[3], strip[2], -across)):
        seam(canvas, [start + inside, end + inside], stops=False)
