"""Rotary-cutter strips: rectangles of one height, cut side by side from strips across the width, as quilters do."""

from __future__ import annotations

import math
from typing import NamedTuple

import shapely

from bagpattern.layout.blanks import Blank, polygon
from bagpattern.layout.lay import Lay
from bagpattern.said import Length, Said
from bagpattern.words import counted, series, words

_SAME = 0.05  # mm: heights that a ruler cannot tell apart
_RECTANGLE = 1.0  # mm2
_HIGHEST = 305.0
"""mm: a quilter's rulers end at 12 in, so higher strips are cut piece by piece [K]."""


class Strip(NamedTuple):
    """``times`` strips of ``height`` mm across the cloth, and what is cut from them."""

    height: float
    times: int
    pieces: tuple[Said, ...]

    @property
    def said(self) -> Said:
        """'2 strips of 70 mm across the width, for 2x 14 Side tab'."""
        return words(
            "{strips} of {height} across the width, for {pieces}",
            strips=counted("{count} strip", "{count} strips", self.times),
            height=Length(self.height),
            pieces=series(self.pieces, ", "),
        )


def strips(plan: Lay) -> list[Strip]:
    """Heights that at least two rectangles share; each strip is filled from the widest piece on."""
    groups: dict[int, list[Blank]] = {}
    for blank in plan.blanks:
        size = blank.size()
        covered = abs(shapely.area(polygon(blank.points)) - size.along * size.across) < _RECTANGLE
        if covered and size.along <= _HIGHEST and size.across <= plan.cloth.usable:
            groups.setdefault(round(size.along / _SAME), []).append(blank)
    shared = (group for group in groups.values() if sum(len(blank.copies) for blank in group) > 1)
    return [_strip(group, plan.cloth.usable, plan.cloth.gap) for group in shared]


def _strip(group: list[Blank], usable: float, gap: float) -> Strip:
    """One-dimensional first fit, the widest first."""
    left: list[float] = []
    for width in sorted((blank.size().across for blank in group for _ in blank.copies), reverse=True):
        place = next((index for index, room in enumerate(left) if room + 1e-6 >= width), None)
        if place is None:
            place = len(left)
            left.append(usable)
        left[place] -= width + gap
    names = tuple(
        words("{count}x {number} {title}", count=len(blank.copies), number=blank.number, title=blank.title)
        for blank in group
    )
    return Strip(math.ceil(max(blank.size().along for blank in group) * 10 - 1e-6) / 10, len(left), names)
