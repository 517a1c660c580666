"""Bags of two faces sewn on each other: filled, their cloth bends everywhere, and no solid of theirs is exact.

What such a bag holds is the paper bag problem, which nobody has solved (A. C. Robin, 2004); a frame's curves, darts and
drawn rims make it no simpler. So what it is said to hold lies between two solids that are known: the largest box that
can be folded of a rectangle on its faces, with corners boxed and left on, and a ball of as much cloth as both have.
"""

from __future__ import annotations

import math

from bagpattern.geometry import areas
from bagpattern.geometry.path import Path
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Panel, Role
from bagpattern.model.pattern import Pattern
from bagpattern.model.wall import Wall
from bagpattern.sewn.apart import hanging

LEVELS, DEEP = 24, 40
"""Levels of a face at which a rectangle on it may begin and end; depths of a box that are tried."""


def flat_bag_agrees(pattern: Pattern, within: float) -> bool:
    """Whether its sizes are those of its face, and it holds no less than the box and no more than the ball.

    What is one sheet holds nothing, and hangs over itself by what closes it.
    """
    draft, finished = hanging(pattern).draft, pattern.finished
    faces = [each for panel in draft.panels if panel.role is Role.BODY for each in _faces(panel)]
    left, low, right, high = faces[0].bounds
    over = 0.0 if len(faces) == 2 else sum(each.over for each in draft.closings)
    wide = (right - left, _base(draft))
    sized = any(abs(finished.width - each) <= within * each for each in wide)
    sized = sized and abs(finished.height - (high - low - over)) <= within * finished.height
    if len(faces) == 1:
        return sized and finished.volume == 0.0
    ball = sum(map(areas.area, faces)) ** 1.5 / (6 * math.sqrt(math.pi))
    return sized and _largest_box(faces[0]) <= finished.volume * 1e6 <= ball


def _faces(panel: Panel) -> list[Path]:
    """The outlines of a panel's faces."""
    faces = (each for each in panel.facets if each.wall in (Wall.FRONT, Wall.BACK))
    return [each.outline or panel.stitching_line for each in faces]


def _base(draft: Draft) -> float:
    """mm along the base, where that is shorter than the rim."""
    edges = (edge for panel in draft.panels if panel.role is Role.BODY for edge in panel.edges)
    return max((edge.length for edge in edges if edge.name == "bottom"), default=0.0)


def _largest_box(face: Path) -> float:
    """mm3 of the largest box of which boxed corners are folded: (w - d) (h - d) d."""
    return max(
        (wide - deep) * (high - deep) * deep
        for wide, high in _rectangles(face)
        for deep in (min(wide, high) * n / DEEP for n in range(1, DEEP))
    )


def _rectangles(face: Path) -> list[tuple[float, float]]:
    """mm across and up of the widest upright rectangles about the middle of a face, between any two of its levels."""
    left, low, right, high = face.bounds
    step, middle = (high - low) / LEVELS, (left + right) / 2
    widths = [2 * _beside(face, complex(middle, low + (n + 0.5) * step)) for n in range(LEVELS)]
    pairs = ((first, last) for first in range(LEVELS) for last in range(first, LEVELS))
    return [(min(widths[first : last + 1]), (last - first) * step) for first, last in pairs]


def _beside(face: Path, place: complex) -> float:
    """mm from a place to the nearest edge on its level, 0 outside: above a rim that hangs down in its middle."""
    found = [(face.point_at(at) - place).real for at in face.crossings(place, 1 + 0j)]
    return min(map(abs, found)) if sum(each > 0 for each in found) % 2 else 0.0
