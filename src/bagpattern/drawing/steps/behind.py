"""A layer on the wrong side of a panel: a lining or a backing basted there, a stiffening fused."""

from __future__ import annotations

from typing import NamedTuple

from bagpattern.drawing.steps.canvas import HEIGHT, WIDTH, Canvas
from bagpattern.drawing.steps.hand import Hand, onto
from bagpattern.drawing.steps.lays import net_of
from bagpattern.drawing.steps.peeled import peeled
from bagpattern.drawing.steps.scale import scaled
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import seam as stitched
from bagpattern.drawing.steps.signs import stack, times
from bagpattern.drawing.steps.view import View
from bagpattern.geometry.cloths import Area, centre_of, grown_by, less, long, mapped, placed, rings, together
from bagpattern.geometry.placement import IDENTITY, MIRROR, Placement
from bagpattern.geometry.points import point
from bagpattern.making.joints import sheet_of
from bagpattern.model.operation import Operation, Sheet, Side, Verb
from bagpattern.model.panel import Role
from bagpattern.model.seam import Run

_SAME = 0.1
"""The share by which the areas of a stiffening and its panel may overlap less and still lie as they are drafted [K]."""


def behind(scene: Scene) -> Drawn | None:
    """One layer on one panel, or on several that lie flat together."""
    first, hand = scene.first, scene.hand
    if len(first.pieces) != 1:
        return None
    layer = Sheet(first.pieces[0].panel, max(first.pieces[0].copy, 1))
    found = _stiffened(hand, layer) or _laid(hand, first, layer)
    if found is None:
        return None
    alike = tuple(each for each in scene.left if each.do is first.do and _panels(each) == _panels(first))
    return Drawn("behind", _behind(hand, layer, *found, heat=first.do is Verb.FUSE), alike)


def _panels(operation: Operation) -> set[str]:
    return {each.panel for each in operation.pieces}


class _Under(NamedTuple):
    """What a layer lies on: ``main`` is counted, all of ``places`` is seen."""

    main: Sheet
    places: dict[Sheet, Placement]


def _stiffened(hand: Hand, layer: Sheet) -> tuple[_Under, Placement] | None:
    """A stiffening is drafted where it lies on its panel, and cut with the same side up."""
    panel = hand.panel(layer)
    if panel.role is not Role.STIFFENING or not panel.stiffens:
        return None
    host = Sheet(panel.stiffens, 1)
    off = centre_of(hand.net(host)) - centre_of(hand.net(layer))
    return _Under(host, {host: IDENTITY}), Placement(off)


def _laid(hand: Hand, operation: Operation, layer: Sheet) -> tuple[_Under, Placement] | None:
    """What a seam is to hold lies there by its run and the host's."""
    hosts = list(dict.fromkeys(Sheet(each.panel, each.copy) for each in operation.on))
    if operation.side is not Side.WRONG or not hosts or not operation.goal:
        return None
    host, places = hosts[0], hand.group(hosts[0]) if len(hosts) > 1 else {hosts[0]: IDENTITY}
    if not set(hosts) <= set(places):
        return None
    goal = hand.pattern.seams[operation.goal]
    mine = [run for caught in goal.caught for run in caught.runs if sheet_of(run) == layer]
    its = [run for run in (*goal.a, *goal.b) if sheet_of(run) == host]
    return _matched(hand, _Under(host, {each: places[each] for each in hosts}), its, layer, mine)


def _matched(
    hand: Hand, under: _Under, its: list[Run], layer: Sheet, mine: list[Run]
) -> tuple[_Under, Placement] | None:
    for run in its:
        for own in mine:
            a, b = hand.run(run), hand.run(own)
            if abs(long(a) - long(b)) < 1 and abs(a[-1] - a[0]) > 1:
                places = [onto(a, b[::step], over) for step in (1, -1) for over in (False, True)]
                best = max(places, key=lambda place: _shared(hand, under, layer, place))
                return (under, best) if _shared(hand, under, layer, best) > 1 - _SAME else None
    return None


def _shared(hand: Hand, under: _Under, layer: Sheet, place: Placement) -> float:
    area = placed(hand.net(layer), place)
    return float(area.intersection(net_of(hand, under.places)).area / area.area)


def _behind(hand: Hand, layer: Sheet, below: _Under, place: Placement, heat: bool) -> Canvas:
    """The panels with their wrong side up, the layer on them, a corner of it folded back."""
    canvas, host = Canvas(), below.main
    flat = hand.layers(below.places)
    under = together(placed(each.area, MIRROR) for each in flat)
    over = placed(placed(hand.outline(layer), place), MIRROR)
    view = View([under, over], (9, 13, WIDTH - 9, HEIGHT - 3))
    for each in flat:
        area = view.area(placed(each.area, MIRROR))
        if each.sheet is None:
            canvas.area("zip-wrong", area)
        else:
            canvas.cloth(area, hand.tone(each.sheet), False)
    (rest,), (_, flap) = peeled([over], [], view)
    right_up = hand.panel(layer).role is not Role.LINING or place.mirrored
    tone, up = hand.tone(layer), right_up
    canvas.cloth(view.area(rest), tone, up)
    if not heat:
        for line in _inside(view.area(rest)):
            stitched(canvas, line, stops=False, arrow=False)
    canvas.cloth(view.area(flap), tone, not up)
    canvas.busy.append(view.area(flap))
    canvas.number(grown_by(view.area(rest), -2), hand.number(layer))
    for each in flat:
        if each.sheet is not None:
            seen = less(view.area(placed(each.area, MIRROR)), view.area(rest), view.area(flap))
            canvas.number(seen, hand.number(each.sheet))
    floor = view.area(under).bounds[1]
    rows = [(tone, up, hand.number(layer)), (hand.tone(host), False, hand.number(host))]
    stack(canvas, point(WIDTH - 25, floor - 6.5), rows)
    times(canvas, hand.panel(host).count)
    scaled(canvas, hand.pattern, view.scale, point(2, floor - 6.5))
    return canvas


def _inside(area: Area) -> list[list[complex]]:
    return [[*each] for each in rings(mapped(grown_by(area, -1.2), lambda p: p))[:1]]
