"""Darts that are sewn by then: the panel is a cup, and lies in a figure with them closed, straight across each.

What lies between its legs is filled: each leg comes to lie on the middle line, and the cloth goes on to there, be the
panel whole or divided across the dart.
"""

from __future__ import annotations

from cmath import phase
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise, product
from typing import NamedTuple

from bagpattern.geometry.cloths import Area, along, area_of, less, long, overlapping, together
from bagpattern.geometry.points import Point, unit
from bagpattern.making.joints import sheet_of
from bagpattern.model.darts import NARROW
from bagpattern.model.draft import Draft
from bagpattern.model.operation import Sheet
from bagpattern.model.panel import Panel
from bagpattern.model.pattern import Pattern
from bagpattern.model.seam import Run, Seam
from bagpattern.values import kept

Side = list[tuple[Run, list[Point]]]

_NEAR = 0.5
"""mm within which two lines meet."""
_BEYOND = 60.0
"""mm beyond a mouth, between its legs drawn out, where there is no cloth but allowances."""
_HAIR = 0.05
"""mm: half of what its seam leaves open, so that it is drawn as a line."""


class Leg(NamedTuple):
    """A run of a leg: its ``points`` as drafted, toward the tip, and the stretch of the middle ``line`` on which it
    comes to lie; where it begins at the mouth, the ``edge`` of its panel that goes on there, and that edge's ``way``.
    """

    run: Run
    points: list[Point]
    line: list[Point]
    edge: str = ""
    way: complex = 0j

    def sewn(self, drafted: Sequence[Point]) -> list[Point]:
        """Where it lies when it is sewn, in the direction in which it was drafted."""
        tip = self.points[-1]
        return self.line[:: 1 if abs(drafted[-1] - tip) < abs(drafted[0] - tip) else -1]

    @property
    def filling(self) -> Area:
        """What lies between it and the middle line."""
        return overlapping(area_of([*self.points, *self.line[::-1]]))

    def beyond(self, wide: float) -> Area:
        """The same beyond the mouth, until it is so many mm from the edge that goes on there."""
        out, axis = unit(self.points[0] - self.points[-1]), unit(self.line[0] - self.line[-1])
        far = wide / abs((out / self.way).imag)
        corners = self.points[0] + far * out, self.line[0] + far * (out / axis).real * axis
        return overlapping(area_of([self.points[0], *corners, self.line[0]]))


class Dart(NamedTuple):
    """A dart that is cut out of a panel or drawn on it: its ``seam`` and the runs of its ``legs``, from each end of the
    ``mouth`` to the tip.
    """

    seam: Seam
    legs: tuple[tuple[Leg, ...], tuple[Leg, ...]]

    @property
    def mouth(self) -> tuple[Point, Point]:
        """Its ends on the stitching line."""
        return self.legs[0][0].points[0], self.legs[1][0].points[0]

    def of(self, sheet: Sheet) -> list[Leg]:
        """What of its legs lies on a sheet."""
        return [each for leg in self.legs for each in leg if sheet_of(each.run) == sheet]

    @property
    def line(self) -> list[Point]:
        """Where both legs lie when it is sewn, from the mouth to the tip."""
        return [self.legs[0][0].line[0], self.legs[0][-1].line[-1]]

    def closed(self, cloth: Area, sheet: Sheet, allowances: Mapping[str, float]) -> Area:
        """The *cloth* of a sheet with the dart closed: the allowances of the edges beside it go on across its mouth,
        and its seam shows.
        """
        every, mine = [each for leg in self.legs for each in leg], self.of(sheet)
        rest = less(cloth, *(each.filling for each in every), *(each.beyond(_BEYOND) for each in every if each.edge))
        on = (each.beyond(allowances[each.edge]) for each in mine if each.edge and allowances[each.edge])
        whole = together([rest, *(each.filling for each in mine), *on])
        middle, tip = self.line
        return less(whole, along([middle + _BEYOND * unit(middle - tip), tip], _HAIR))


class Cups:
    """Pieces as drafted, with those of their darts closed that are among the seams sewn *before*."""

    def __init__(self, pattern: Pattern, before: Iterable[Seam]) -> None:
        self._pattern, self._every = pattern, _darts(pattern.draft)
        self._sewn = {seam.id for seam in before} if self._every else set[str]()

    def darts(self, sheet: Sheet) -> list[Dart]:
        """Those of a sheet."""
        return [each for each in self._every.get(sheet, ()) if each.seam.id in self._sewn]

    def legs(self, sheet: Sheet) -> list[Leg]:
        """What of their legs lies on it."""
        return [leg for dart in self.darts(sheet) for leg in dart.of(sheet)]

    def net(self, sheet: Sheet) -> Area:
        """What its stitching line bounds, across them."""
        flat, legs = self._pattern[sheet.panel].stitching_line, self.legs(sheet)
        return together([flat, *(each.filling for each in legs)]) if legs else flat

    def cut(self, sheet: Sheet) -> Area:
        """The same with its allowances."""
        piece, area = self._pattern[sheet.panel], self._pattern[sheet.panel].cutting_line
        for dart in self.darts(sheet):
            area = dart.closed(area, sheet, piece.allowances)
        return area


@kept
def _darts(draft: Draft) -> Mapping[Sheet, list[Dart]]:
    """The darts on each sheet."""
    found: dict[Sheet, list[Dart]] = {}
    for seam in draft.seams:
        if dart := dart_of(draft, seam):
            for sheet in {sheet_of(run) for run in (*seam.a, *seam.b)}:
                found.setdefault(sheet, []).append(dart)
    return found


def dart_of(draft: Draft, seam: Seam) -> Dart | None:
    """That of a seam whose sides, on one panel or on what it was divided into, meet in a point."""
    if len({(draft[run.panel].origin, run.copy) for run in (*seam.a, *seam.b)}) > 1:
        return None
    sides = [[(run, _drafted(draft, run)) for run in side] for side in (seam.a, seam.b)]
    if not all(abs(one[-1] - other[0]) < 2 * _NEAR for side in sides for (_, one), (_, other) in pairwise(side)):
        return None
    for one, other in product(*((side, _turned(side)) for side in sides)):
        ends, tips = (one[0][1][0], other[0][1][0]), (one[-1][1][-1], other[-1][1][-1])
        apart = abs(ends[0] - ends[1]) > _NEAR > abs(tips[0] - tips[1])
        if apart and abs(phase((ends[0] - tips[0]) / (ends[1] - tips[1]))) < NARROW:
            return Dart(seam, (_leg(draft, one, ends[1]), _leg(draft, other, ends[0])))
    return None


def _drafted(draft: Draft, run: Run) -> list[Point]:
    points = [*draft[run.panel].along(run.on).path.part(*draft.span(run)).flat]
    return points[::-1] if run.reversed else points


def _turned(side: Side) -> Side:
    return [(run, points[::-1]) for run, points in side[::-1]]


def _leg(draft: Draft, side: Side, other: Point) -> tuple[Leg, ...]:
    """A leg from the mouth to the tip; *other* is the other end of the mouth."""
    start, tip = side[0][1][0], side[-1][1][-1]
    middle, whole, at, found = (start + other) / 2, sum(long(points) for _, points in side), 0.0, list[Leg]()
    for run, points in side:
        ends = [middle + (tip - middle) * far / whole for far in (at, at + long(points))]
        found.append(Leg(run, points, ends))
        at += long(points)
    edge, way = _beside(draft[side[0][0].panel], side[0][0].on, start, other)
    return found[0]._replace(edge=edge, way=way), *found[1:]


def _beside(panel: Panel, leg: str, start: Point, other: Point) -> tuple[str, complex]:
    """The edge that goes on where a leg starts, away from the *other* end of the mouth."""
    lines = [(each.name, each.path.flat) for each in panel.edges if each.name != leg]
    ways = [
        (name, unit(way[1] - way[0]))
        for name, points in lines
        for way in (list(points), list(points)[::-1])
        if abs(way[0] - start) < _NEAR
    ]
    return min(ways, key=lambda each: (each[1] / (other - start)).real)


def gone_on(lines: Iterable[Sequence[Point]], mouths: Iterable[tuple[Point, Point]]) -> list[list[Point]]:
    """Lines along edges, those on either side of the mouth of a dart as one."""
    found = [list(line) for line in lines]
    for mouth in mouths:
        for start, end in (mouth, mouth[::-1]):
            before = next((each for each in found if abs(each[-1] - start) < _NEAR), None)
            after = next((each for each in found if abs(each[0] - end) < _NEAR), None)
            if before and after and before is not after:
                found = [each for each in found if each is not before and each is not after] + [[*before, *after]]
    return found
