"""A pocket as wide as its panel: its base sewn on a line there, both sides basted on the panel's edges."""

from __future__ import annotations

from typing import NamedTuple

from bagpattern.drawing.steps.canvas import HEIGHT, WIDTH, Canvas
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.scale import scaled
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import dimension, times
from bagpattern.drawing.steps.signs import seam as stitched
from bagpattern.drawing.steps.view import View
from bagpattern.geometry.cloths import Area, area_of, centre_of, less, line_in, long, rings
from bagpattern.geometry.points import Point, dot, unit
from bagpattern.making.joints import sheet_of
from bagpattern.model.operation import LAYING, Operation, Sheet, Side
from bagpattern.model.seam import Seam, SeamKind

_FAR = 9e3
"""mm: farther than any piece is long."""
_OUT, _IN = 0.6, 0.9
"""mm of paper from a stitching line to the basting outside of it, and from a fold to what is stitched close to it."""
_SIDES, _STRAIGHT = 2, 2
Line = list[Point]


class _Spanning(NamedTuple):
    """The ``host`` and what lies on it: the line of its ``base``, its ``sides`` along edges of the host."""

    host: Sheet
    part: Sheet
    base: Line
    sides: tuple[Line, Line]

    @property
    def area(self) -> Area:
        """What it covers, from side to side."""
        one, other = self.sides
        return area_of([*one, *other]).convex_hull


def spanning(scene: Scene) -> Drawn | None:
    """What is sewn on along its base, and basted along both sides in the same step."""
    if scene.seam.kind is not SeamKind.PLACEMENT:
        return None
    for each in scene.left:
        found = _found(scene.hand, scene.seam, each)
        if found:
            return Drawn("spanning", _drawn(scene.hand, found, scene.first.beside), (scene.first, each))
    return None


def _found(hand: Hand, of: Seam, basting: Operation) -> _Spanning | None:
    part, host = sheet_of(of.b[0]), sheet_of(of.a[0])
    mine = {each.panel for each in basting.pieces} == {part.panel} and basting.side is Side.RIGHT
    panel = hand.panel(host)
    edges = [each for each in basting.on if each.panel == host.panel and panel.has_edge(each.on)]
    base = hand.run(of.a[0])
    if basting.do not in LAYING or not mine or len(edges) != _SIDES or len(base) != _STRAIGHT:
        return None
    paths = (panel.edge(each.on).path.part(each.start or 0.0, each.end or 0.0) for each in edges)
    one, other = (hand.own_line(host, path.flat) for path in paths)
    return _Spanning(host, part, base, (one, other))


def _drawn(hand: Hand, of: _Spanning, beside: float) -> Canvas:
    canvas, outline, net = Canvas(), hand.outline(of.host), hand.net(of.host)
    view = View([outline], (12, 9, WIDTH - 12, HEIGHT - 4))
    under, over = view.area(outline), view.area(of.area)
    canvas.cloth(under, hand.tone(of.host), True)
    for ring in rings(net):
        canvas.ring("guide", view.points(ring))
    canvas.cloth(over, hand.tone(of.part), True)
    middle = centre_of(over)
    stitched(canvas, _moved(view.points(of.base), middle, max(beside * view.scale, _IN)))
    for side in of.sides:
        stitched(canvas, _moved(view.points(side), middle, -_OUT), stops=False, arrow=False)
    _distance(canvas, hand, of, view)
    canvas.number(over, hand.number(of.part))
    canvas.number(less(under, over), hand.number(of.host))
    times(canvas, hand.panel(of.host).count)
    scaled(canvas, hand.pattern, view.scale, 2 + 1j * (under.bounds[1] - 5))
    return canvas


def _moved(line: Line, inside: Point, by: float) -> Line:
    """A line so far toward a place, or away from it."""
    across = 1j * unit(line[-1] - line[0])
    way = across if dot(inside - line[0], across) > 0 else -across
    return [p + by * way for p in line]


def _distance(canvas: Canvas, hand: Hand, of: _Spanning, view: View) -> None:
    """How far its base is from the end of the panel that it is turned to."""
    middle = (of.base[0] + of.base[-1]) / 2
    out = middle - _moved([of.base[0], middle], centre_of(of.area), 1.0)[1]
    far = max((long(part) for part in line_in([middle, middle + out * _FAR], hand.net(of.host))), default=0.0)
    if far > 1:
        dimension(canvas, view(middle), view(middle + out * far), hand.told(far))
