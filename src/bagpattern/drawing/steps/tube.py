"""The ends of a tube that lies flat, its zip in the middle of what is on top: a seam across each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bagpattern.drawing.steps.canvas import HEIGHT, WIDTH, Canvas
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.lays import net_of
from bagpattern.drawing.steps.scale import scaled
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import dimension, stack
from bagpattern.drawing.steps.signs import seam as stitched
from bagpattern.drawing.steps.view import View
from bagpattern.geometry.cloths import Area, area_of, grown_by, long, mapped, placed, rings, together
from bagpattern.geometry.placement import IDENTITY, MIRROR, Placement
from bagpattern.geometry.points import Point, dot, point, unit
from bagpattern.making.joints import sheet_of
from bagpattern.model.operation import Sheet
from bagpattern.model.seam import Run, Seam, SeamKind

_NEAR, _FAR = 2.0, 1e4
_BELOW = point(1.2, -1.2)
"""mm of paper by which the layer below shows."""


def tube(scene: Scene) -> Drawn | None:
    """Seams between the halves of the same panels: those that their zip joins, on those that another seam joins."""
    hand, of = scene.hand, scene.seam
    if not _is_end(of):
        return None
    top = _zipped(hand, of)
    if top is None:
        return None
    ends = [
        (each.id, line)
        for _, each in scene.sewing(SeamKind.PLAIN)
        if _is_end(each)
        for line in _across(hand, each, top)
    ]
    return Drawn("tube", _tube(hand, top, [line for _, line in ends]), scene.of_seams({name for name, _ in ends}))


def _is_end(of: Seam) -> bool:
    a, b = ({sheet_of(run) for run in side} for side in (of.a, of.b))
    return of.kind is SeamKind.PLAIN and a == b and len(a) > 1


def _zipped(hand: Hand, of: Seam) -> dict[Sheet, Placement] | None:
    """The panels as their zip joins them, along one of the sides of the seam."""
    zips = [each for each in hand.before if each.kind is SeamKind.ZIP]
    for side in (of.b, of.a):
        places = _meeting(hand, side)
        for one, other in (pair for each in zips for pair in hand.sides(each)) if places else ():
            a, b = hand.chain(one, places or {}), hand.chain(other, places or {})
            if a and b and min(abs(a[0] - b[0]), abs(a[0] - b[-1])) < _NEAR:
                return places
    return None


def _meeting(hand: Hand, runs: Sequence[Run]) -> dict[Sheet, Placement] | None:
    """Panels laid by the seams between them so that each run begins where the one before ends."""
    places = {sheet_of(runs[0]): IDENTITY}
    for before, run in pairwise(runs):
        last, end = sheet_of(before), places[sheet_of(before)](hand.run(before)[-1])
        found = (at for new, at in hand.joined(last, places) if new == sheet_of(run))
        place = next((at for at in found if abs(at(hand.run(run)[0]) - end) < _NEAR), None)
        if place is None:
            return None
        places[sheet_of(run)] = place
    return places


def _across(hand: Hand, of: Seam, top: dict[Sheet, Placement]) -> list[list[Point]]:
    return [line for side in (of.b, of.a) if (line := hand.chain(side, top))][:1]


def _tube(hand: Hand, top: dict[Sheet, Placement], lines: Sequence[list[Point]]) -> Canvas:
    """What is on top with its wrong side up: half of the way round, the seams in its middle."""
    canvas, half = Canvas(), _half(hand, top, lines[0])
    flat = [(each.sheet, placed(each.area.intersection(half), MIRROR)) for each in hand.layers(top)]
    view = View([area for _, area in flat], (12, 15, WIDTH - 12, HEIGHT - 6))
    under = mapped(view.area(together(area for _, area in flat)), lambda p: p + _BELOW)
    canvas.cloth(under, hand.tone(flat[0][0] or next(iter(top))), True)
    for sheet, area in flat:
        if sheet is None:
            canvas.area("zip-wrong", view.area(area))
        else:
            canvas.cloth(view.area(area), *hand.face(sheet, False))
    ends = [view.points([MIRROR(p) for p in line]) for line in lines]
    for line in ends:
        stitched(canvas, line)
    outer = 5.0 if ends[0][0].real > WIDTH / 2 else -5.0
    dimension(canvas, ends[0][0], ends[0][-1], hand.told(long(lines[0])), outer + 0j)
    for sheet, area in flat:
        if sheet is not None:
            canvas.number(grown_by(view.area(area), -0.5), hand.number(sheet))
    rows = [(hand.tone(sheet), up, hand.number(sheet)) for sheet, up in zip(top, (False, True), strict=False)]
    stack(canvas, point(WIDTH - 25, under.bounds[1] - 6.0), rows)
    scaled(canvas, hand.pattern, view.scale, point(2, under.bounds[1] - 6.0))
    return canvas


def _half(hand: Hand, top: dict[Sheet, Placement], line: Sequence[Point]) -> Area:
    """Half of the way round, its folds across the seam's line."""
    way, middle = unit(line[-1] - line[0]), (line[0] + line[-1]) / 2
    along = [dot(p, way) for ring in rings(net_of(hand, top)) for p in ring]
    far = way * (max(along) - min(along)) / 4
    side = 1j * way * _FAR
    return area_of([middle - far - side, middle + far - side, middle + far + side, middle - far + side])
