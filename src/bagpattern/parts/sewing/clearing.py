"""Room on a panel: whether something fits inside the panel's seams and beside what is there already.

Sizes that a preset leaves open are found here: the first of some candidates, in order of preference, that has room.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from bagpattern.geometry import areas
from bagpattern.geometry.path import Path
from bagpattern.geometry.points import SAME
from bagpattern.lengths import over, under
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.panel import Panel, Role
from bagpattern.model.wall import Wall
from bagpattern.values import kept

STEP = 5.0
"""mm: sizes that a rule chooses are multiples of this, which a maker can remember."""
BESIDE = 8.0
"""mm between two parts on one panel, so that the presser foot passes between their topstitching [K]."""

T = TypeVar("T")


@kept
def upright(panel: Panel) -> tuple[float, float]:
    """From where to where, in mm on its y axis, a panel stands in the finished bag.

    A front or a back that is cut in one with a part of the base, as boxed corners have it, begins above that; with a
    part of the top it ends below that. Of any other it is all.
    """
    _, bottom, _, top = areas.bounds([panel.stitching_line])
    standing = [each.outline for each in panel.facets if each.wall in _STANDING and abs(each.up - 1j) < SAME]
    if panel.role is Role.CLOSURE or not any(panel.is_on(wall) for wall in (Wall.BASE, Wall.TOP)):
        return bottom, top
    spans = [areas.bounds([outline]) for outline in standing if outline is not None]
    return min((low for _, low, _, _ in spans), default=bottom), max((high for *_, high in spans), default=top)


_STANDING = Wall.FRONT, Wall.BACK


def obstacle(panel: Panel, outline: Path, clear: float) -> str | None:
    """What keeps *outline* off the panel: ``seams`` nearer than *clear* mm, or the name of a part that lies there.

    So do the folds to base and top, if they are cut in one with it; of what is caught in seams all of it is in the way,
    not only its top. None when there is room.
    """
    if not areas.contains(panel.stitching_line, outline, clear) or not _stands(panel, outline, clear):
        return "seams"
    taken = filter(_is_taken, panel.lines)
    return next((line.name for line in taken if areas.gap(line.covers or line.path, outline) < BESIDE), None)


def _stands(panel: Panel, outline: Path, clear: float) -> bool:
    """Whether all of *outline* is *clear* mm from the folds above which a panel stands, and below which."""
    _, bottom, _, top = areas.bounds([panel.stitching_line])
    low, high = upright(panel)
    _, base, _, rim = areas.bounds([outline])
    return (low == bottom or not under(base, low + clear)) and (high == top or not over(rim, high - clear))


def _is_taken(line: Line) -> bool:
    """Whether something is sewn there, or all layers are stitched through where they are folded."""
    return line.kind in (LineKind.PLACEMENT, LineKind.STITCH) or (line.kind is LineKind.TOPSTITCH and line.crease)


def first_that(fits: Callable[[T], bool], candidates: Iterable[T]) -> T | None:
    """The first candidate that fits; None when none does."""
    return next((each for each in candidates if fits(each)), None)


def down_from(start: float, least: float) -> Iterator[float]:
    """Multiples of 5 mm from *start* down to *least*."""
    value = math.floor(start / STEP + 1e-9) * STEP
    while value >= least:
        yield value
        value -= STEP


def up_from(start: float, most: float) -> Iterator[float]:
    """Multiples of 5 mm from *start* up to *most*."""
    value = math.ceil(start / STEP - 1e-9) * STEP
    while value <= most:
        yield value
        value += STEP
