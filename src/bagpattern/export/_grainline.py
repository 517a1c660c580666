"""The grainline of a piece, as other programs draw it."""

from __future__ import annotations

from itertools import pairwise

from bagpattern.geometry import areas
from bagpattern.geometry.points import Point, dot
from bagpattern.model.panel import Panel

_SHARE = 0.8
"""Of the way through the panel."""


def grainline(panel: Panel) -> list[Point]:
    """The two ends of the grainline: through the panel's middle, within its outline."""
    outline = panel.stitching_line
    flat = outline.flat
    middle = complex(
        (min(p.real for p in flat) + max(p.real for p in flat)) / 2,
        (min(p.imag for p in flat) + max(p.imag for p in flat)) / 2,
    )
    crossed = sorted(dot(outline.point_at(at) - middle, panel.grain) for at in outline.crossings(middle, panel.grain))
    area = areas.polygon(outline)
    inside = [each for each in pairwise(crossed) if areas.holds(area, middle + panel.grain * sum(each) / 2)]
    low, high = max(inside, key=lambda ends: ends[1] - ends[0], default=(0.0, 0.0))
    spare = (high - low) * (1 - _SHARE) / 2
    return [middle + panel.grain * at for at in (low + spare, high - spare)]
