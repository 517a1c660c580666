"""Where the needle goes: an outline whose zip edges are sewn beside the zip's centre line, split again edge by edge."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import shapely

from bagpattern.geometry import areas
from bagpattern.geometry.outline import Corner, Side, cutting_path
from bagpattern.geometry.path import Path, coordinates
from bagpattern.geometry.points import SAME, Point

_SNAP = 0.05  # mm: a split nearer than this to a joint is that joint


def needle_line(paths: Sequence[Path], inside: Sequence[float]) -> Path:
    """The closed stitching line: each edge of a counter-clockwise outline moved *inside* by so many mm."""
    sides = [Side(path, -distance, Corner.MITRE) for path, distance in zip(paths, inside, strict=True)]
    return cutting_path(sides) or areas.grown(sides)


def split_near(path: Path, places: Sequence[Point]) -> list[Path] | None:
    """A closed path cut at the points nearest to *places*, which follow each other along it; None where they do not."""
    at = shapely.points(coordinates(places))
    shares = shapely.line_locate_point(areas.line_string(path), at, normalized=True).tolist()
    cuts = [_snapped(path, share * path.length) for share in shares]
    first = cuts.index(min(cuts))
    ordered = cuts[first:] + cuts[:first]
    if any(after - before <= SAME for before, after in pairwise(ordered)):
        return None
    parts = [path.part(a, b) for a, b in pairwise(ordered)]
    parts.append(_round_the_start(path, ordered[-1], ordered[0]))
    return parts[-first:] + parts[:-first] if first else parts


def _snapped(path: Path, at: float) -> float:
    near = [joint for joint in (0.0, *path.joints, path.length) if abs(joint - at) <= _SNAP]
    return (near[0] if near else at) % path.length


def _round_the_start(path: Path, low: float, high: float) -> Path:
    """The stretch that runs through the closed path's start."""
    tail = path.part(low, path.length)
    return Path(tail.segments + path.part(0.0, high).segments) if high > SAME else tail
