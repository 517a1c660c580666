"""Lines round pieces and notions on the sewn bag: a ring round what is small on paper, the outline of what is large."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.drawing.strokes import circle
from bagpattern.drawing.views.regions import Borders
from bagpattern.geometry.cloths import covered, grown_by, rings
from bagpattern.geometry.path import line_path
from bagpattern.geometry.thinned import thinned

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bagpattern.drawing.views.flat import Seen
    from bagpattern.geometry.path import Path
    from bagpattern.sewn.bag import Floats, SewnBag, Surface, Whole

_LARGE = 9.0
"""mm of paper: a ring that is larger says nothing."""
_ROOM = 2.0
"""mm of paper from what is small to the ring round it."""


def rounds(bag: SewnBag, seen: Seen, scale: float, of: set[str]) -> Iterator[Path]:
    """Round what is seen of pieces and notions."""
    numbers = [number for number, each in enumerate(bag.surfaces) if (each.piece or each.notion) in of]
    surfaces = seen.samples.scene.surfaces

    def inside(_: Floats, triangles: Whole) -> Whole:
        found: Whole = np.where(triangles < 0, -1, np.where(np.isin(surfaces[triangles], numbers), 1, 0))
        return found

    borders = Borders.of(seen.samples, inside)
    loops = [each * scale for each in borders.around(borders.colours == 1)]
    yield from _ringed([each for each in loops if _is_outer(each) and _half(each) < _LARGE])
    large = [np.vstack([each, each[:1]]) for each in loops if _half(each) >= _LARGE]
    yield from thinned(large, 0.05, True)


def hidden(bag: SewnBag, axes: Floats, scale: float, of: set[str]) -> Iterator[Path]:
    """Round all of them, where nothing of them is seen; *axes* are 2 x 3."""
    small: list[Floats] = []
    for each in _surfaces(bag, of):
        points = each.points @ axes.T * scale
        if _half(points) < _LARGE:
            small.append(points)
            continue
        area = grown_by(grown_by(covered(points[each.triangles]), 0.4), -0.4).simplify(0.1)
        yield from (line_path(*ring) for ring in rings(area))
    yield from _ringed(small)


def _surfaces(bag: SewnBag, of: set[str]) -> Iterator[Surface]:
    return (each for each in bag.surfaces if len(each.points) and (each.piece or each.notion) in of)


def _half(points: Floats) -> float:
    """Half the diagonal of the box round points."""
    return float(np.linalg.norm(points.max(axis=0) - points.min(axis=0))) / 2


def _is_outer(loop: Floats) -> bool:
    """Whether a border has what it bounds on its left: that of a hole has not."""
    x, y = loop.T
    return float(x @ np.roll(y, -1) - y @ np.roll(x, -1)) > 0


def _ringed(groups: Sequence[Floats]) -> Iterator[Path]:
    """A ring round each group of points, one for those whose rings would meet; outlines, where that would be large."""
    for near in _apart(groups):
        points = np.vstack(near)
        low, high = points.min(axis=0), points.max(axis=0)
        if len(near) > 1 and _half(points) > _LARGE:
            yield from thinned([np.vstack([each, each[:1]]) for each in near], 0.05, True)
        else:
            yield circle(complex(*((low + high) / 2)), _half(points) + _ROOM)


def _apart(groups: Iterable[Floats]) -> list[list[Floats]]:
    """The groups, those together that are near each other."""
    found: list[list[Floats]] = []
    for each in groups:
        near = [other for other in found if any(_meet(each, one) for one in other)]
        found = [other for other in found if not any(other is one for one in near)]
        found.append([each, *(one for other in near for one in other)])
    return found


def _meet(one: Floats, other: Floats) -> bool:
    a, b = ((each.min(axis=0) + each.max(axis=0)) / 2 for each in (one, other))
    return float(np.linalg.norm(a - b)) < _half(one) + _half(other) + 2 * _ROOM
