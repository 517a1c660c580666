"""How often closed paths go round what lies inside them: what the rules of filling, nonzero and even-odd, ask."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import shapely

from bagpattern.geometry.path import Path, coordinates
from bagpattern.geometry.points import Point, point

Line = npt.NDArray[np.complex128]
_SLIVER = 1e-6
"""The share of all that is too small to be seen: flattened curves that touch leave such areas between them."""


def rules_differ(paths: Iterable[Path]) -> bool:
    """Whether even-odd leaves open what nonzero fills: what some paths, each closed by a line, go round twice."""
    rings = [np.array([*path.flat, path.start]) for path in paths]
    lines = shapely.union_all([shapely.linestrings(coordinates(ring.tolist())) for ring in rings])
    faces = shapely.polygonize([lines]).geoms
    least = _SLIVER * sum(face.area for face in faces)
    starts, ends = (np.concatenate([ring[part] for ring in rings]) for part in (np.s_[:-1], np.s_[1:]))
    inner = (face.representative_point() for face in faces if face.area > least)
    turns = (_turns(starts, ends, point(each.x, each.y)) for each in inner)
    return any(each and each % 2 == 0 for each in turns)


def _turns(starts: Line, ends: Line, about: Point) -> int:
    """What crosses a ray from the point to the right: upwards less downwards."""
    rises = (starts.imag <= about.imag).astype(int) - (ends.imag <= about.imag).astype(int)
    left = ((ends - starts).conj() * (about - starts)).imag
    return int(rises[rises * left > 0].sum())
