"""Darts that are sewn by then: the panel is a cup, and lies in a figure with them closed, straight across each."""

from __future__ import annotations

from cmath import phase
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from bagpattern.geometry.cloths import Area, along, area_of, less, overlapping, together
from bagpattern.geometry.points import Point, unit
from bagpattern.making.joints import sheet_of
from bagpattern.model.darts import NARROW
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge
from bagpattern.model.operation import Sheet
from bagpattern.model.panel import Panel
from bagpattern.model.seam import Run, Seam
from bagpattern.values import kept

Legs = tuple[tuple[str, list[Point]], tuple[str, list[Point]]]

_NEAR = 0.5
"""mm within which two lines meet."""
_BEYOND = 60.0
"""mm beyond a mouth, between its legs drawn out, where there is no cloth but allowances."""
_HAIR = 0.05
"""mm: half of what its seam leaves open, so that it is drawn as a line."""


class Dart(NamedTuple):
    """A dart of a panel as it was drafted: its ``seam``; its ``legs``, edges or lines, the one that comes first round
    the panel first, each with its points from the mouth to the tip; and the edges ``beside`` its mouth, likewise.
    """

    seam: Seam
    legs: Legs
    beside: tuple[Edge, Edge]

    @property
    def mouth(self) -> tuple[Point, Point]:
        """Its ends on the stitching line."""
        return self.legs[0][1][0], self.legs[1][1][0]

    @property
    def names(self) -> set[str]:
        """Those of both legs."""
        return {name for name, _ in self.legs}

    @property
    def line(self) -> list[Point]:
        """Its seam, from the mouth to the tip."""
        return [(self.mouth[0] + self.mouth[1]) / 2, self.legs[0][1][-1]]

    def sewn(self, leg: Sequence[Point]) -> list[Point]:
        """Where a leg lies when it is sewn, in its own direction."""
        return self.line if abs(leg[-1] - self.line[1]) < _NEAR else self.line[::-1]

    @property
    def filling(self) -> Area:
        """What is taken out of the panel by it."""
        return overlapping(area_of([*self.legs[0][1], *self.legs[1][1][::-1]]))

    def closed(self, cloth: Area, allowances: tuple[float, float]) -> Area:
        """A *cloth* with the dart closed: the *allowances* beside its mouth, in mm, go on across that, and its seam
        shows.
        """
        out, far = self._beyond(allowances), self._beyond((_BEYOND, _BEYOND))
        first, last = self.mouth
        band = overlapping(area_of([first, *out, last]))
        whole = together([less(cloth, area_of([first, *far, last])), self.filling, band])
        return less(whole, along([(out[0] + out[1]) / 2, *self.line], _HAIR))

    def _beyond(self, wide: tuple[float, float]) -> list[Point]:
        """The legs drawn out past the mouth, until they are so many mm from the edges beside it."""
        tangents, found = (self.beside[0].path.arriving, self.beside[1].path.leaving), []
        for end, tangent, mm in zip(self.mouth, tangents, wide, strict=True):
            way = unit(end - self.line[1])
            found.append(end + mm / (way / (-1j * tangent)).real * way)
        return found


@kept
def _darts(draft: Draft) -> Mapping[str, tuple[Dart, ...]]:
    """The darts of each panel, be they cut out of it or drawn on it."""
    found: dict[str, tuple[Dart, ...]] = {}
    for seam in draft.seams:
        if len(seam.a) == len(seam.b) == 1 and _between_two(seam.a[0], seam.b[0]):
            panel = draft[seam.a[0].panel]
            found[panel.id] = (*found.get(panel.id, ()), *_dart(panel, seam))
    return found


def _between_two(one: Run, other: Run) -> bool:
    """Whether two runs lie on two edges or lines of one sheet."""
    return sheet_of(one) == sheet_of(other) and one.on != other.on


def _dart(panel: Panel, seam: Seam) -> Iterator[Dart]:
    """That of a seam, if its sides meet in a point."""
    names = seam.a[0].on, seam.b[0].on
    for p, q in product((1, -1), repeat=2):
        one, other = ([*panel.along(name).path.flat][::way] for name, way in zip(names, (p, q), strict=True))
        if abs(one[-1] - other[-1]) < _NEAR and abs(phase((one[-2] - one[-1]) / (other[-2] - other[-1]))) < NARROW:
            legs = (names[0], one), (names[1], other)
            first_is_a = ((one[-1] - one[0]) / (other[0] - one[0])).imag > 0
            yield from _of(panel, seam, legs if first_is_a else legs[::-1])


def _of(panel: Panel, seam: Seam, legs: Legs) -> Iterator[Dart]:
    """That of two legs, between the edges that end and begin at its mouth."""
    (name, one), (twin, other) = legs
    edges = [each for each in panel.edges if each.name not in (name, twin)]
    before = [each for each in edges if abs(each.path.end - one[0]) < _NEAR]
    after = [each for each in edges if abs(each.path.start - other[0]) < _NEAR]
    if before and after:
        yield Dart(seam, legs, (before[0], after[0]))


def sewn_darts(draft: Draft, sheet: Sheet, before: Iterable[Seam]) -> tuple[Dart, ...]:
    """The darts of a sheet that are among the seams sewn *before*."""
    darts = [each for each in _darts(draft).get(sheet.panel, ()) if each.seam.a[0].copy == sheet.copy]
    sewn = {seam.id for seam in before} if darts else set[str]()
    return tuple(each for each in darts if each.seam.id in sewn)


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
