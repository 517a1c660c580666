"""Where an allowance is clipped: on the side that has to open along the curve, or round the corner, of the other.

A band goes round a curved face: the face's edge bends outward, the band is straight, and its raw edge has to spread. Of
two pieces that bend alike nothing spreads; of a hollow edge sewn to a bulging one the hollow one does [construction
2.14].
"""

from __future__ import annotations

import cmath
import math
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from bagpattern.model.draft import Draft
from bagpattern.model.operation import Sheet
from bagpattern.model.seam import Run, Seam, Stands

CORNER = math.radians(30)
"""A sharper bend in one place is a corner, which takes one clip [K]."""
LEAST = math.radians(20)
"""A seam whose sides bend less than that unlike each other lies down without clips [K]."""


class Bends(NamedTuple):
    """Radians by which a side bends outward, in smooth curves and at corners."""

    smooth: float
    corners: float


class Clip(NamedTuple):
    """The sheets to clip, and whether where the seam curves, at its corners, or both."""

    sheets: tuple[Sheet, ...]
    curves: bool
    corners: bool


def clip_of(draft: Draft, seam: Seam) -> Clip | None:
    """What is clipped before a seam is sewn; None where it lies down as it is."""
    wall = next((each.runs for each in seam.caught if each.stands is Stands.INSIDE), None)
    if wall is not None:
        return _beside_wall(draft, seam, _bends(draft, wall))
    a, b = _bends(draft, seam.a), _bends(draft, seam.b)
    side = seam.b if a.smooth + a.corners > b.smooth + b.corners else seam.a
    curves, corners = abs(a.smooth - b.smooth) > LEAST, abs(a.corners - b.corners) > LEAST
    if not curves and not corners:
        return None
    return Clip(tuple(dict.fromkeys(Sheet(run.panel, run.copy) for run in side)), curves, corners)


def _beside_wall(draft: Draft, seam: Seam, wall: Bends) -> Clip | None:
    """Both sides of a seam go round the wall that it holds."""
    bends = [_bends(draft, side) for side in (seam.a, seam.b)]
    curves = any(abs(abs(wall.smooth) - abs(each.smooth)) > LEAST for each in bends)
    corners = any(abs(abs(wall.corners) - abs(each.corners)) > LEAST for each in bends)
    sheets = tuple(dict.fromkeys(Sheet(run.panel, run.copy) for run in (*seam.a, *seam.b)))
    return Clip(sheets, curves, corners) if curves or corners else None


def _bends(draft: Draft, runs: Iterable[Run]) -> Bends:
    smooth = corners = 0.0
    before: tuple[Sheet, complex] | None = None
    for run in runs:
        sheet, sign = Sheet(run.panel, run.copy), -1.0 if run.reversed else 1.0
        directions = _directions(draft, run)
        if before and before[0] == sheet:
            directions.insert(0, before[1])
        for one, other in pairwise(directions):
            turn = sign * cmath.phase(other / one)
            smooth, corners = (smooth, corners + turn) if abs(turn) > CORNER else (smooth + turn, corners)
        before = sheet, directions[-1]
    return Bends(smooth, corners)


def _directions(draft: Draft, run: Run) -> list[complex]:
    """The directions of a run's stretches, flattened, in the order in which it is sewn."""
    path = draft[run.panel].along(run.on).path.part(*draft.span(run))
    points = path.flattened()
    points = points[::-1] if run.reversed else points
    return [other - one for one, other in pairwise(points) if other != one]
