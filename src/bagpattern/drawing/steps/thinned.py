"""Edges that are skived: the wrong side with the bands along them, and in section how thin they get."""

from __future__ import annotations

from bagpattern.drawing.steps.canvas import HEIGHT, Canvas
from bagpattern.drawing.steps.scale import scaled
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import bend, broken, dimension, times
from bagpattern.drawing.steps.view import View
from bagpattern.geometry.cloths import Area, area_of, beside, grown_by, less, longer, placed
from bagpattern.geometry.placement import MIRROR
from bagpattern.geometry.points import Point, point
from bagpattern.model.operation import Sheet

_WIDE, _LEFT, _RIGHT, _ROW = 48.0, 55.0, 82.0, 30.0
"""mm of paper: how wide the piece may be; from where to where the section goes, and its right side."""
_THICK, _BAND = 5.0, 14.0
"""mm of paper: the leather in section, and how long its thinned band is there."""


def thinned(scene: Scene) -> Drawn | None:
    """The edges of one piece that are skived as wide as each other."""
    first, hand = scene.first, scene.hand
    sheet, wide, canvas = Sheet(first.pieces[0].panel, 1), first.turns[0], Canvas()
    outline = placed(hand.cut(sheet), MIRROR)
    view, area = View([outline], (4, 9, _WIDE, HEIGHT - 4)), outline
    canvas.cloth(view.area(outline), hand.tone(sheet), False)
    for where in first.on:
        band = _band(scene, sheet, where.on, wide, outline)
        canvas.area("block", view.area(band))
        area = less(area, band)
    canvas.number(grown_by(view.area(area), -1), hand.number(sheet))
    _section(canvas, scene, sheet, wide)
    times(canvas, hand.panel(sheet).count)
    scaled(canvas, hand.pattern, view.scale, point(3, view.area(outline).bounds[1] - 4))
    return Drawn("thinned", canvas, (first,))


def _band(scene: Scene, sheet: Sheet, edge: str, wide: float, outline: Area) -> Area:
    """From the line to the edge that is cut: what lies outward of the line, *wide* less the allowance inside."""
    hand, piece = scene.hand, scene.hand.pattern[sheet.panel]
    path = piece.panel.edge(edge).path
    points = [MIRROR(p) for p in longer(hand.own_line(sheet, path.flat), piece.allowances[edge])]
    deep, inside = piece.allowances[edge], wide - piece.allowances[edge]
    both = beside(points, inside).union(beside(points, -inside))
    return both.union(_outward(points, outline, deep)).intersection(outline)


def _outward(points: list[Point], outline: Area, deep: float) -> Area:
    """The side of an edge on which less of the piece lies."""
    sides = [beside(points, deep), beside(points, -deep)]
    far = [float(beside(points, 10 * each).intersection(outline).area) for each in (deep, -deep)]
    return sides[far.index(min(far))]


def _section(canvas: Canvas, scene: Scene, sheet: Sheet, wide: float) -> None:
    """Its right side down, as it lies; half as thick at the edge as where the band begins."""
    start = _LEFT + _BAND
    corners = [(_LEFT, 0.0), (_RIGHT, 0.0), (_RIGHT, _THICK), (start, _THICK), (_LEFT, _THICK / 2)]
    canvas.cloth(area_of([point(x, _ROW + y) for x, y in corners]), scene.hand.tone(sheet), False)
    canvas.ring("seam", [point(_LEFT, _ROW + _THICK / 2), point(start, _ROW + _THICK), point(_LEFT, _ROW + _THICK)])
    broken(canvas, point(_RIGHT, _ROW), point(_RIGHT, _ROW + _THICK))
    bend(canvas, point(start + 2, _ROW + _THICK + 3), point(_LEFT + 1, _ROW + _THICK), -0.25)
    dimension(canvas, point(_LEFT, _ROW), point(start, _ROW), scene.hand.told(wide), -5j)
