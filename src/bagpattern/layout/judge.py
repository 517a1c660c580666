"""The judge of every plan, whoever made it: inside the cloth, no overlap, allowed turns, every copy exactly once."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import shapely

from bagpattern.layout.blanks import Blank, Spot, polygon
from bagpattern.layout.cloth import Cloth

INSIDE = 0.02
"""mm that a piece may lie beyond the cloth's edge: the error of flattened curves, far below a blade's width."""
_LEAST_AREA = 1.0  # mm2: less is no piece, but a slip
OVERLAP = 0.05
"""mm by which two pieces may come nearer than the gap; the engines count in 32 bits."""


def unusable(blanks: Sequence[Blank], cloth: Cloth) -> list[str]:
    """Why these pieces cannot be laid on this cloth by any engine: they end in panics, or answer without a word."""
    found = [
        f"the {name} of {length:g} mm is no length"
        for name, length in (("gap", cloth.gap), ("selvedge", cloth.selvedge), ("table", cloth.table))
        if not 0 <= length < math.inf
    ]
    if not 0 < cloth.usable < math.inf:
        found.append(f"nothing can be used of a width of {cloth.width:g} mm")
    return [*found, *(f"{blank.piece}: {why}" for blank in blanks for why in _wrong_with(blank))]


def _wrong_with(blank: Blank) -> Iterator[str]:
    points = blank.points
    if len(points) < 3 or not np.isfinite(points).all():
        yield "its outline is none: it needs three corners, and finite ones"
    elif not shapely.is_valid(polygon(points)):
        yield "its outline crosses itself"
    elif blank.area < _LEAST_AREA:
        yield "it has no area"
    elif abs(complex(points.real.min(), points.imag.min())) > 1e-6:
        yield "its corner is not at the origin, where engines count exactly"


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
    found = [*_copies(blanks, spots), *_turns(cloth, spots), *_outside(cloth, areas), *_overlaps(cloth, areas)]
    if cloth.table and length_of(blanks, spots) > cloth.table + INSIDE:
        found.append(f"the plan is longer than the table of {cloth.table:.0f} mm")
    return found


def _copies(blanks: Sequence[Blank], spots: Sequence[Spot]) -> Iterator[str]:
    for index, blank in enumerate(blanks):
        laid = sum(spot.blank == index for spot in spots)
        if laid != len(blank.copies):
            yield f"{blank.piece}: {laid} copies of {len(blank.copies)} are laid"


def _turns(cloth: Cloth, spots: Sequence[Spot]) -> Iterator[str]:
    yield from (f"turned by {s.degrees}, against the grain" for s in spots if not cloth.allows(s.degrees))


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
