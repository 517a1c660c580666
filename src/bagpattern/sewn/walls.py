"""Which vertices of a mesh are which wall of the bag, as its panels' facets say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.geometry.nearness import inside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bagpattern.model.wall import Facet, Wall
    from bagpattern.sewn.bag import Flags, Floats, Whole
    from bagpattern.sewn.weld import Cut, Glued

    _Part = Floats

_LEVELS = 60
"""Levels at which a wall is measured from side to side."""
_ABOVE = np.array([0.5, 0.9])
"""Shares of its height, above its round corners, at which its sides are looked at to run them on to its base."""


def places_of(mesh: Glued, wall: Wall) -> Whole:
    """k: the vertices of what is that wall, each once."""
    numbers = [cut.vertices[on] for cut, on, _ in facets_of(mesh, wall)]
    return np.unique(np.concatenate(numbers)) if numbers else np.zeros(0, np.int64)


def up_the_side(mesh: Glued, wall: Wall) -> float:
    """mm from the lowest to the highest place of a wall along its cloth, laid flat, its parts as they were before a
    style line divided it; 0 where there is none.
    """
    low, high = _reach([*_parts(mesh, wall)])
    return high - low


def across_the_cloth(mesh: Glued, wall: Wall) -> float:
    """mm from side to side of a wall along its cloth, by a tape that is laid level, where that is most."""
    parts = list(_parts(mesh, wall))
    low, high = _reach(parts)
    return max(_across(parts, level) for level in np.linspace(low, high, _LEVELS + 2)[1:-1])


def across_at_the_base(mesh: Glued, wall: Wall) -> float:
    """mm from side to side of a wall at its lowest, its sides run on to there where its corners are round; 0 where
    there is none.
    """
    parts = list(_parts(mesh, wall))
    low, high = _reach(parts)
    middle, upper = low + _ABOVE * (high - low)
    if middle == upper:
        return 0.0
    wide, wider = (_across(parts, level) for level in (middle, upper))
    return wide - (wider - wide) * float((middle - low) / (upper - middle))


def _parts(mesh: Glued, wall: Wall) -> Iterator[_Part]:
    """What is that wall, laid flat, level lines along x."""
    for cut, on, facet in facets_of(mesh, wall):
        yield upright(cut, facet)[cut.triangles[on[cut.triangles].all(axis=1)]]


def upright(cut: Cut, facet: Facet) -> Floats:
    """k x 2: the places of a sheet laid flat, y where its wall is up."""
    up = facet.up
    return np.stack([cut.flat @ [up.imag, -up.real], cut.flat @ [up.real, up.imag]], axis=1)


def _reach(parts: list[_Part]) -> tuple[float, float]:
    """mm: the lowest and the highest place; twice 0 where there is none."""
    heights = np.concatenate([np.zeros(0), *(each[:, :, 1].ravel() for each in parts)])
    return (float(heights.min()), float(heights.max())) if len(heights) else (0.0, 0.0)


def _across(parts: list[_Part], level: float) -> float:
    return sum(_chord(each, level) for each in parts)


def _chord(part: _Part, level: float) -> float:
    """mm of triangles along a level line: each has two places on that, or none; of two at its sides one."""
    found = 0.0
    turned = part - [0.0, level]
    for corners in turned[(turned[:, :, 1].min(axis=1) < 0.0) & (turned[:, :, 1].max(axis=1) >= 0.0)]:
        nexts = np.roll(corners, -1, axis=0)
        crossing = (corners[:, 1] < 0.0) != (nexts[:, 1] < 0.0)
        share = corners[crossing, 1] / (corners[crossing, 1] - nexts[crossing, 1])
        found += float(np.ptp(corners[crossing, 0] + share * (nexts[crossing, 0] - corners[crossing, 0])))
    return found


def facets_of(mesh: Glued, wall: Wall) -> Iterator[tuple[Cut, Flags, Facet]]:
    """Of each stretch that is a wall: its sheet, which of this one's vertices are on it, and itself."""
    for cut in mesh.sheets:
        for facet in cut.panel.facets:
            if facet.wall is wall and facet.copy in (0, cut.copy):
                on = np.ones(len(cut.flat), bool) if facet.outline is None else _on(facet, cut.flat)
                if on.any():
                    yield cut, on, facet


def _on(facet: Facet, flat: Floats) -> Flags:
    """Which places lie in a facet or on its outline."""
    assert facet.outline is not None
    outline = np.array([[each.start.real, each.start.imag] for each in facet.outline.segments])
    middle = (outline.min(axis=0) + outline.max(axis=0)) / 2
    found: Flags = inside(facet.outline, middle + (flat - middle) * 0.999)
    return found
