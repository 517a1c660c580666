"""How a style line lies on its panel: how it bows, which corners it makes, how narrow it leaves the parts."""

from __future__ import annotations

import math

from bagpattern.geometry import areas
from bagpattern.geometry.path import Path
from bagpattern.geometry.points import unit
from bagpattern.model.panel import Panel
from bagpattern.parts.sewing.cuts import Meeting


def within(panel: Panel, line: Path) -> bool:
    """Whether a line stays on the panel between its ends."""
    return areas.contains(panel.stitching_line, line.part(1.0, line.length - 1.0))


def sweep(bow: float, chord: float) -> float:
    """Radians of the arc that rises *bow* mm over its chord."""
    return 4 * math.atan(2 * bow / chord)


def angle(path: Path, end: Meeting) -> float:
    """Radians between a line and the edge that it ends on."""
    first = abs(path.start - end.point) < abs(path.end - end.point)
    along = path.tangent_at(0.0 if first else path.length)
    edge = end.edge.path.tangent_at(end.at)
    return math.asin(min(1.0, abs((unit(along) * unit(edge).conjugate()).imag)))


def narrowest(panel: Panel) -> float:
    left, bottom, right, top = areas.bounds([panel.stitching_line])
    return min(right - left, top - bottom)
