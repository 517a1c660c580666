"""A layer on the wrong side of a panel: a lining or a backing basted there, a stiffening fused."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

from bagpattern.drawing.steps.canvas import HEIGHT, WIDTH, Canvas
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.lays import is_left, net_of
from bagpattern.drawing.steps.peeled import peeled
from bagpattern.drawing.steps.scale import scaled
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import seam as stitched
from bagpattern.drawing.steps.signs import stack, times
from bagpattern.drawing.steps.view import View
from bagpattern.geometry.cloths import (
    Area,
    centre_of,
    distance,
    grown_by,
    less,
    line_in,
    long,
    mapped,
    placed,
    rings,
    together,
)
from bagpattern.geometry.placement import IDENTITY, MIRROR, Placement, onto
from bagpattern.geometry.points import Point, point, unit
from bagpattern.making.joints import sheet_of
from bagpattern.model.operation import Operation, Sheet, Side, Verb, Where
from bagpattern.model.panel import Role

_SAME = 0.1
"""The share by which the areas of a stiffening and its panel may overlap less and still lie as they are drafted [K]."""
_IN = 1.3
"""mm of paper from an edge to the basting inside its allowance."""
_OUT = 0.6
"""mm of paper from a stitching line to the basting outside of it."""
Lines = Sequence[list[Point]]


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
    laid = _Laid(hand, layer, *found, first.side is Side.RIGHT, _others(first, layer))
    kind = ("hung" if laid.hung else "on") if laid.outside else "behind"
    beside = max(each.beside for each in alike)
    return Drawn(kind, _drawn(laid, first.do is not Verb.FUSE, hand.told(beside) if beside else ""), alike)


def _is_alike(operation: Operation, first: Operation) -> bool:
    """The same layer, or a second one like it; a stiffening is stitched through as well."""
    on = {each.panel for each in operation.on} in (set(), {each.panel for each in first.on})
    return operation.do in (first.do, Verb.QUILT) and _panels(operation) == _panels(first) and on


def _others(operation: Operation, layer: Sheet) -> tuple[Sheet, ...]:
    """Further layers that lie under it, or that it hangs with."""
    return tuple(Sheet(each.panel, max(each.copy, 1)) for each in operation.pieces if each.panel != layer.panel)


def _panels(operation: Operation) -> set[str]:
    return {each.panel for each in operation.pieces}


class _Under(NamedTuple):
    """What a layer lies on: ``main`` is counted, all of ``places`` is seen."""

    main: Sheet
    places: dict[Sheet, Placement]


class _Place(NamedTuple):
    """Where a layer lies on what is under it; ``hung`` by one edge, that lies on this line, and so by ``sides`` of it;
    held ``along`` some lines only, where not all round.
    """

    under: _Under
    place: Placement
    hung: tuple[Point, ...] = ()
    along: tuple[tuple[Point, ...], ...] = ()
    sides: int = 1


def _stiffened(hand: Hand, layer: Sheet) -> _Place | None:
    """A stiffening is drafted where it lies on its panel, and cut with the same side up."""
    panel = hand.panel(layer)
    if panel.role is not Role.STIFFENING or not panel.stiffens:
        return None
    host = Sheet(panel.stiffens, 1)
    off = centre_of(hand.net(host)) - centre_of(hand.net(layer))
    return _Place(_Under(host, {host: IDENTITY}), Placement(off))


def _laid(hand: Hand, operation: Operation, layer: Sheet) -> _Place | None:
    """What a seam is to hold lies there by its run and the host's, or by the stretch that is told of its edge."""
    hosts = list(dict.fromkeys(Sheet(each.panel, max(each.copy, 1)) for each in operation.on))
    if not operation.side or not hosts or not operation.goal:
        return None
    host, places = hosts[0], hand.group(hosts[0]) if len(hosts) > 1 else {hosts[0]: IDENTITY}
    if not set(hosts) <= set(places):
        return None
    goal = hand.pattern.seams[operation.goal]
    under = _Under(host, {each: places[each] for each in hosts})
    mine = [hand.run(run) for caught in goal.caught for run in caught.runs if sheet_of(run) == layer]
    its = [hand.run(run) for run in (*goal.a, *goal.b) if sheet_of(run) == host]
    found = _matched(hand, under, its, layer, mine) or _even(hand, under, operation, layer)
    return found or _hung(hand, under, operation, layer, mine)


def _matched(hand: Hand, under: _Under, its: Lines, layer: Sheet, mine: Lines) -> _Place | None:
    for a, b in product(its, mine):
        if abs(long(a) - long(b)) < 1 and abs(a[-1] - a[0]) > 1:
            places = [onto(a, b[::step], over) for step in (1, -1) for over in (False, True)]
            best = max(places, key=lambda place: _shared(hand, under, layer, place))
            return _Place(under, best) if _shared(hand, under, layer, best) > 1 - _SAME else None
    return None


def _even(hand: Hand, under: _Under, operation: Operation, layer: Sheet) -> _Place | None:
    """A part whose edges are even with several stretches that are told of its host's: a pocket as wide as its panel."""
    told = [each for each in operation.on if each.panel == under.main.panel and each.start is not None]
    if len(told) < 2:
        return None
    paths = (hand.draft[each.panel].along(each.on).path.part(each.start or 0.0, each.end or 0.0) for each in told)
    lines = sorted((hand.own_line(under.main, path.flat) for path in paths), key=long)
    edges = (hand.own_line(layer, each.path.flat) for each in hand.panel(layer).edges)
    alike = [each[::step] for each in edges if abs(long(each) - long(lines[-1])) < 1 for step in (1, -1)]
    places = [onto(lines[-1], each, False) for each in alike]
    off = [max(_off(hand, layer, place, line) for line in lines) for place in places]
    best = min(zip(off, places, strict=True), key=lambda each: each[0], default=None)
    return _Place(under, best[1], along=tuple(map(tuple, lines))) if best and best[0] < 1 else None


def _off(hand: Hand, layer: Sheet, place: Placement, line: Sequence[Point]) -> float:
    """mm from a stretch to the border of a layer, at most."""
    border = placed(hand.net(layer), place).boundary
    return max(distance(border, p) for p in line)


def _hung(hand: Hand, under: _Under, operation: Operation, layer: Sheet, mine: Lines) -> _Place | None:
    """A part whose edge lies on a stretch of the host's, right sides together: a flap, the strip of a zip.

    Of one that is narrower than its host, and hangs by several edges, that which is held first is drawn.
    """
    told = [each for each in operation.on if each.start is not None and each.end is not None and each.end > each.start]
    first = told[0] if len(told) == 1 else _first_of(hand, operation, told)
    if first is None or operation.side is not Side.RIGHT or under.main.panel != first.panel:
        return None
    path = hand.draft[first.panel].along(first.on).path
    line = hand.own_line(under.main, path.part(first.start or 0.0, first.end or 0.0).flat)
    for own in mine:
        if abs(long(own) - long(line)) < 1 and abs(line[-1] - line[0]) > 1:
            best = max(
                (onto(line, own[::step], True) for step in (1, -1)), key=lambda p: _shared(hand, under, layer, p)
            )
            return _Place(under, best, tuple(line), sides=len(told))
    return None


def _first_of(hand: Hand, operation: Operation, told: Sequence[Where]) -> Where | None:
    """Of several stretches the one that lies in the seam which is sewn first."""
    goal = hand.pattern.seams[operation.goal]
    edges = {(run.panel, run.on) for run in (*goal.a, *goal.b)}
    return next((each for each in told if (each.panel, each.on) in edges), None)


def _shared(hand: Hand, under: _Under, layer: Sheet, place: Placement) -> float:
    area = placed(hand.net(layer), place)
    return float(area.intersection(net_of(hand, under.places)).area / area.area)


class _Laid(NamedTuple):
    """A layer and what it lies on; ``outside`` on its right side; ``others`` are sewn to it or lie under it."""

    hand: Hand
    layer: Sheet
    below: _Under
    place: Placement
    hung: tuple[Point, ...]
    along: tuple[tuple[Point, ...], ...]
    sides: int
    outside: bool
    others: tuple[Sheet, ...]

    @property
    def over(self) -> Placement:
        """From the cloth with its right side up to how it lies here."""
        return IDENTITY if self.outside else MIRROR

    @property
    def rows(self) -> list[tuple[Sheet, bool]]:
        """The sheets from top to table, and whether the right side of each is up; the lining of a part that hangs is
        on top of it.
        """
        turned = self.place.mirrored is not self.outside
        up = turned or (not self.outside and self.hand.panel(self.layer).role is not Role.LINING)
        own, more = (self.layer, up), [(each, not up) for each in self.others]
        return [*(more[::-1] if self.hung else ()), own, *(() if self.hung else more), (self.below.main, self.outside)]


def _drawn(laid: _Laid, sewn: bool, beside: str) -> Canvas:
    """The panels with that side up, the layer on them, a corner of it folded back."""
    canvas, hand = Canvas(), laid.hand
    flat = hand.layers(laid.below.places)
    under = together(placed(each.area, laid.over) for each in flat)
    over = placed(placed(hand.outline(laid.layer), laid.place), laid.over)
    view = View([under, over], (9, 13, WIDTH - 9, HEIGHT - 3))
    for each in flat:
        area = view.area(placed(each.area, laid.over))
        if each.sheet is None:
            canvas.area("zip-right" if laid.outside else "zip-wrong", area)
        else:
            canvas.cloth(area, hand.tone(each.sheet), laid.outside)
    cover = _upper(canvas, laid, view, over, sewn)
    for each in flat:
        if each.sheet is not None:
            canvas.number(less(view.area(placed(each.area, laid.over)), *cover), hand.number(each.sheet))
    _beside(canvas, laid, view.area(together([under, over])).bounds[1], view, sewn, beside)
    return canvas


def _upper(canvas: Canvas, laid: _Laid, view: View, over: Area, sewn: bool) -> tuple[Area, Area]:
    """The layer on paper, without its corner, and the corner."""
    (rest,), (_, flap) = peeled([over], [laid.hung] if laid.hung else [], view)
    rest, flap, (top, up) = view.area(rest), view.area(flap), laid.rows[0]
    below, below_up = laid.rows[1] if laid.hung and laid.others else (top, up)
    canvas.cloth(rest, laid.hand.tone(top), up)
    _notches(canvas, laid, view)
    if sewn:
        _stitched(canvas, laid, view, rest)
    canvas.cloth(flap, laid.hand.tone(below), not below_up)
    canvas.busy.append(flap)
    canvas.number(grown_by(rest, -2), laid.hand.number(top))
    return rest, flap


def _notches(canvas: Canvas, laid: _Laid, view: View) -> None:
    """The notches below between which it is caught."""
    for sheet, place in laid.below.places.items():
        piece = laid.hand.pattern[sheet.panel]
        for each in piece.panel.notches:
            if each.holds and each.holds[0] == laid.layer.panel and piece.panel.has_edge(each.on):
                path = piece.panel.edge(each.on).path
                at, out = path.point_at(each.at), -1j * path.tangent_at(each.at) * piece.allowances[each.on]
                ends = (place(laid.hand.own_point(sheet, at + out * share)) for share in (1.0, 0.45))
                canvas.line("notch", *(view(laid.over(p)) for p in ends))


def _stitched(canvas: Canvas, laid: _Laid, view: View, rest: Area) -> None:
    """Along the edge that it hangs by, else round it."""
    if laid.hung:
        inward = 1j if is_left(laid.hung, placed(laid.hand.net(laid.layer), laid.place)) else -1j
        out = view.way(unit(laid.hung[-1] - laid.hung[0])) * inward * _IN
        stitched(canvas, [view(p) - out for p in laid.hung])
        return
    held = [
        part for each in laid.along for part in line_in(_set_out(view.points([laid.over(p) for p in each]), rest), rest)
    ]
    for line in held or _inside(rest):
        stitched(canvas, line, stops=False, arrow=False)


def _beside(canvas: Canvas, laid: _Laid, floor: float, view: View, sewn: bool, told: str) -> None:
    """The layers in section, their number, the scale."""
    hand = laid.hand
    rows = [(hand.tone(sheet), up, hand.number(sheet)) for sheet, up in laid.rows]
    stack(canvas, point(WIDTH - 25, floor - (9.5 if told else 6.5)), rows, sewn, told)
    times(canvas, hand.panel(laid.below.main).count * laid.sides)
    scaled(canvas, hand.pattern, view.scale, point(2, floor - 6.5))


def _set_out(line: Sequence[Point], area: Area) -> list[Point]:
    """A stretch of the stitching line, moved into the allowance."""
    across, middle = 1j * unit(line[-1] - line[0]) * _OUT, (line[0] + line[-1]) / 2
    outward = max((across, -across), key=lambda way: abs(middle + way - centre_of(area)))
    return [p + outward for p in line]


def _inside(area: Area) -> list[list[complex]]:
    return [[*each] for each in rings(mapped(grown_by(area, -1.2), lambda p: p))[:1]]
