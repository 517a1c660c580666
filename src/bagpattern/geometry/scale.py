"""The same shape larger or smaller: only for outputs that count in something else than mm."""

from __future__ import annotations

from bagpattern.geometry.path import Path
from bagpattern.geometry.segments import Arc, Cubic, Segment, Straight


def scaled(path: Path, factor: float) -> Path:
    """*path* seen from the origin, *factor* times as large."""
    return Path(tuple(_scaled(segment, factor) for segment in path.segments))


def _scaled(segment: Segment, factor: float) -> Segment:
    start, end = segment.start * factor, segment.end * factor
    if isinstance(segment, Straight):
        return Straight(start, end)
    if isinstance(segment, Arc):
        return Arc(start, end, segment.sweep)
    return Cubic(start, segment.first * factor, segment.second * factor, end)
