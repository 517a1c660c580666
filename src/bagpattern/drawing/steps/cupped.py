"""Darts that are sewn by then: the panel is a cup, and drawn with them closed, its outline straight across each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from bagpattern.drawing.steps.hand import Hand
from bagpattern.geometry.cloths import Area, area_of, beside, overlapping, together
from bagpattern.geometry.placement import Placement
from bagpattern.geometry.points import Point
from bagpattern.making.joints import sheet_of
from bagpattern.model.darts import is_dart
from bagpattern.model.operation import Sheet
from bagpattern.model.seam import Seam

_NEAR = 0.5
"""mm within which two lines meet."""


class Sewn(NamedTuple):
    """A dart that is sewn: its tip, and the two ends of its mouth on the stitching line."""

    tip: Point
    mouth: tuple[Point, Point]

    def closed(self, area: Area, out: float) -> Area:
        """A panel with the dart filled, and the allowance, *out* mm on the side of the mouth where no panel is."""
        across = list(self.mouth)
        away = (self.mouth[0] - self.tip) / (self.mouth[1] - self.mouth[0])
        filling = area_of([self.tip, *across]), beside(across, out if away.imag > 0 else -out)
        return together((area, *map(overlapping, filling)))


def sewn_darts(hand: Hand, places: Mapping[Sheet, Placement]) -> list[Sewn]:
    """The darts of what lies there that are sewn by then."""
    darts = (seam for seam in hand.before if is_dart(hand.draft, seam) and sheet_of(seam.a[0]) in places)
    return [_sewn(hand, seam, places[sheet_of(seam.a[0])]) for seam in darts]


def _sewn(hand: Hand, seam: Seam, place: Placement) -> Sewn:
    one, other = ([place(p) for p in hand.run(run)] for run in (seam.a[0], seam.b[0]))
    ends = [(abs(one[p] - other[q]), one[p], (one[-1 - p], other[-1 - q])) for p in (0, -1) for q in (0, -1)]
    _, tip, mouth = min(ends, key=lambda each: each[0])
    return Sewn(tip, mouth)


def gone_on(lines: Iterable[Sequence[Point]], darts: Iterable[Sewn]) -> list[list[Point]]:
    """Lines along edges, those on either side of a dart as one."""
    found = [list(line) for line in lines]
    for dart in darts:
        for start, end in (dart.mouth, dart.mouth[::-1]):
            before = next((each for each in found if abs(each[-1] - start) < _NEAR), None)
            after = next((each for each in found if abs(each[0] - end) < _NEAR), None)
            if before and after and before is not after:
                found = [each for each in found if each is not before and each is not after] + [[*before, *after]]
    return found
