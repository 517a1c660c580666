"""The judge of every plan, whoever made it: inside the cloth, no overlap, allowed turns, every copy exactly once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import shapely

from bagpattern.layout.blanks import Blank, Spot, polygon
from bagpattern.layout.cloth import Cloth

INSIDE = 0.02
"""mm that a piece may lie beyond the cloth's edge: the error of flattened curves, far below a blade's width."""
OVERLAP = 0.05
"""mm by which two pieces may come nearer than the gap; the engines count in 32 bits."""


def outlines(blanks: Sequence[Blank], spots: Sequence[Spot]) -> list[Any]:
    """The area that each spot covers."""
    return [polygon(blanks[spot.blank].turned(spot.degrees) + spot.move) for spot in spots]


def length_of(blanks: Sequence[Blank], spots: Sequence[Spot]) -> float:
    """mm from the cloth's cut end to the end of the last piece."""
    ends = (float(blanks[s.blank].turned(s.degrees).real.max()) + s.move.real for s in spots)
    return max(ends, default=0.0)


def faults(blanks: Sequence[Blank], cloth: Cloth, spots: Sequence[Spot]) -> list[str]:
    """Everything that is wrong with a plan, in words; empty when nothing is."""
    areas = np.array(outlines(blanks, spots), dtype=object)
    return [*_copies(blanks, spots), *_turns(cloth, spots), *_outside(cloth, areas), *_overlaps(cloth, areas)]


def _copies(blanks: Sequence[Blank], spots: Sequence[Spot]) -> Iterator[str]:
    for index, blank in enumerate(blanks):
        laid = sum(spot.blank == index for spot in spots)
        if laid != len(blank.copies):
            yield f"{blank.piece}: {laid} copies of {len(blank.copies)} are laid"


def _turns(cloth: Cloth, spots: Sequence[Spot]) -> Iterator[str]:
    yield from (f"turned by {s.degrees}, against the grain" for s in spots if s.degrees not in cloth.turns)


def _outside(cloth: Cloth, areas: Any) -> Iterator[str]:
    for left, bottom, _, top in shapely.bounds(areas).tolist():
        low, high = cloth.selvedge, cloth.width - cloth.selvedge
        if left < -INSIDE or bottom < low - INSIDE or top > high + INSIDE:
            yield f"a piece lies outside the cloth: from {bottom:.2f} to {top:.2f} of {low:.2f} to {high:.2f}"


def _overlaps(cloth: Cloth, areas: Any) -> Iterator[str]:
    """Pieces nearer to each other than the gap; where there is none, pieces that cover each other."""
    tree = shapely.STRtree(areas)
    for one, other in tree.query(areas, predicate="dwithin", distance=max(cloth.gap - OVERLAP, 0.0)).T.tolist():
        if one < other and (cloth.gap > OVERLAP or _covers(areas[one], areas[other])):
            yield f"pieces {one} and {other} overlap, or lie nearer than {cloth.gap:.2f} mm"


def _covers(one: Any, other: Any) -> bool:
    """Whether two areas share more than a line as thick as the tolerance."""
    shared = shapely.intersection(one, other)
    return bool(shapely.area(shared) > 0.4 and not shapely.is_empty(shapely.buffer(shared, -OVERLAP)))
