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
    if not first.pieces or (len(first.pieces) != 1 and first.side is not Side.RIGHT):
        return None
    layer = Sheet(first.pieces[0].panel, max(first.pieces[0].copy, 1))
    found = _stiffened(hand, layer) or _laid(hand, first, layer)
    if found is None:
        return None
    alike = tuple(each for each in scene.left if _is_alike(each, first))
    laid = _Laid(hand, layer, *found, first.side is Side.RIGHT)
    sewn = first.do is not Verb.FUSE
    return Drawn("on" if laid.outside else "behind", _drawn(laid, sewn, _others(first, layer)), alike)


def _is_alike(operation: Operation, first: Operation) -> bool:
    """The same layer, or a second one like it; a stiffening is stitched through as well."""
    return operation.do in (first.do, Verb.QUILT) and _panels(operation) == _panels(first)


def _others(operation: Operation, layer: Sheet) -> list[str]:
    """Further layers that lie under it."""
    return [each.panel for each in operation.pieces if each.panel != layer.panel]


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
    if not operation.side or not hosts or not operation.goal:
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


class _Laid(NamedTuple):
    """A layer and what it lies on; ``outside`` on its right side."""

    hand: Hand
    layer: Sheet
    below: _Under
    place: Placement
    outside: bool

    @property
    def over(self) -> Placement:
        """From the cloth with its right side up to how it lies here."""
        return IDENTITY if self.outside else MIRROR

    @property
    def right_up(self) -> bool:
        """Whether the layer's own right side is up."""
        turned = self.place.mirrored is not self.outside
        return turned or (not self.outside and self.hand.panel(self.layer).role is not Role.LINING)


def _drawn(laid: _Laid, sewn: bool, others: list[str]) -> Canvas:
    """The panels with that side up, the layer on them, a corner of it folded back."""
    canvas, hand, layer = Canvas(), laid.hand, laid.layer
    flat = hand.layers(laid.below.places)
    under = together(placed(each.area, laid.over) for each in flat)
    over = placed(placed(hand.outline(layer), laid.place), laid.over)
    view = View([under, over], (9, 13, WIDTH - 9, HEIGHT - 3))
    for each in flat:
        area = view.area(placed(each.area, laid.over))
        if each.sheet is None:
            canvas.area("zip-right" if laid.outside else "zip-wrong", area)
        else:
            canvas.cloth(area, hand.tone(each.sheet), laid.outside)
    (rest,), (_, flap) = peeled([over], [], view)
    tone, up = hand.tone(layer), laid.right_up
    canvas.cloth(view.area(rest), tone, up)
    for line in _inside(view.area(rest)) if sewn else ():
        stitched(canvas, line, stops=False, arrow=False)
    canvas.cloth(view.area(flap), tone, not up)
    canvas.busy.append(view.area(flap))
    canvas.number(grown_by(view.area(rest), -2), hand.number(layer))
    for each in flat:
        if each.sheet is not None:
            seen = less(view.area(placed(each.area, laid.over)), view.area(rest), view.area(flap))
            canvas.number(seen, hand.number(each.sheet))
    _beside(canvas, laid, view.area(under).bounds[1], view, others, sewn)
    return canvas


def _beside(canvas: Canvas, laid: _Laid, floor: float, view: View, others: list[str], sewn: bool) -> None:
    """The layers in section, their number, the scale."""
    hand, host = laid.hand, laid.below.main
    rows = [(hand.tone(laid.layer), laid.right_up, hand.number(laid.layer))]
    rows += [(hand.tone(Sheet(each, 1)), not laid.right_up, hand.number(Sheet(each, 1))) for each in others]
    rows.append((hand.tone(host), laid.outside, hand.number(host)))
    stack(canvas, point(WIDTH - 25, floor - 6.5), rows, sewn)
    times(canvas, hand.panel(host).count)
    scaled(canvas, hand.pattern, view.scale, point(2, floor - 6.5))


def _inside(area: Area) -> list[list[complex]]:
    return [[*each] for each in rings(mapped(grown_by(area, -1.2), lambda p: p))[:1]]
