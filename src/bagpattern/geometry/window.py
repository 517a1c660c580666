"""What a window shows of a path: exact where the path lies inside, flattened and cut where it crosses the frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from bagpattern.geometry import areas
from bagpattern.geometry.path import Path, line_path
from bagpattern.geometry.place import Box, Points
from bagpattern.geometry.points import SAME, Point, point


def reach(path: Path) -> Box:
    """The bounds of a path, flattened at 0.02 mm."""
    return areas.bounds([path])


def inside(box: Box, window: Box) -> bool:
    """Whether *box* lies in *window*."""
    return box[0] >= window[0] and box[1] >= window[1] and box[2] <= window[2] and box[3] <= window[3]


def apart(box: Box, window: Box) -> bool:
    """Whether two boxes have nothing in common."""
    return box[2] < window[0] or box[0] > window[2] or box[3] < window[1] or box[1] > window[3]


def seen(path: Path, box: Box, window: Box, filled: bool = False) -> Iterator[Path]:
    """The parts of *path*, whose bounds are *box*, in *window*; a *filled* path is cut as an area."""
    if apart(box, window):
        return
    if inside(box, window):
        yield path
        return
    what = areas.polygon(path) if filled else areas.line_string(path)
    yield from _paths(shapely.intersection(what, shapely.box(*window)))


def around(chains: Sequence[Points], boxes: Sequence[Box], error: float = 0.05) -> Iterator[Path]:
    """What is left of some chains of points where boxes hide them, simplified within *error* mm."""
    lines = shapely.simplify(_lines_of(chains), error)
    hidden = shapely.union_all([shapely.box(*each) for each in boxes])
    for line in shapely.difference(lines, hidden):
        yield from _paths(line)


def _lines_of(chains: Iterable[Points]) -> Any:
    """Chains of points as shapely LineStrings; chains of one point are left out."""
    kept = [np.asarray(chain, dtype=complex) for chain in chains if len(chain) > 1]
    if not kept:
        return np.array([], dtype=object)
    joined = np.concatenate(kept)
    indices = np.repeat(np.arange(len(kept)), [len(chain) for chain in kept])
    return shapely.linestrings(joined.real, joined.imag, indices=indices)


def _paths(found: BaseGeometry) -> Iterator[Path]:
    if found.geom_type == "MultiLineString":
        found = shapely.line_merge(found)
    for part in getattr(found, "geoms", [found]):
        ring = part.exterior if part.geom_type == "Polygon" else part
        if part.geom_type in ("Polygon", "LineString", "LinearRing") and not part.is_empty:
            points = _distinct([point(x, y) for x, y in ring.coords])
            if len(points) > 1:
                yield line_path(*points)


def _distinct(points: Sequence[Point]) -> list[Point]:
    """Without steps that have no length."""
    kept = [points[0]]
    kept.extend(each for each in points[1:] if abs(each - kept[-1]) > SAME * 10)
    return kept
