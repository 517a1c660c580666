"""Room on a panel: whether something fits inside the panel's seams and beside what is there already.

Sizes that a preset leaves open are found here: the first of some candidates, in order of preference, that has room.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from bagpattern.geometry import areas
from bagpattern.geometry.path import Path
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.panel import Panel

STEP = 5.0
"""mm: sizes that a rule chooses are multiples of this, which a maker can remember."""
BESIDE = 8.0
"""mm between two parts on one panel, so that the presser foot passes between their topstitching [K]."""

T = TypeVar("T")


def obstacle(panel: Panel, outline: Path, clear: float) -> str | None:
    """What keeps *outline* off the panel: ``seams`` nearer than *clear* mm, or the name of a part that lies there.

    None when there is room.
    """
    if not areas.contains(panel.stitching_line, outline, clear):
        return "seams"
    return next((line.name for line in filter(_is_taken, panel.lines) if areas.gap(line.path, outline) < BESIDE), None)


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
