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

_LEVELS = 60
"""Levels at which a wall is measured from side to side."""


def places_of(mesh: Glued, wall: Wall) -> Whole:
    """k: the vertices of what is that wall, each once."""
    numbers = [own[on] for own, _, on, _ in facets_of(mesh, wall)]
    return np.unique(np.concatenate(numbers)) if numbers else np.zeros(0, np.int64)


def up_the_side(mesh: Glued, wall: Wall) -> float:
    """mm from the lowest to the highest place of a wall along its cloth, laid flat; 0 where there is none."""
    heights = [np.ptp(flat[on] @ [facet.up.real, facet.up.imag]) for _, flat, on, facet in facets_of(mesh, wall)]
    return float(max(heights, default=0.0))


def across_the_cloth(mesh: Glued, wall: Wall) -> float:
    """mm from side to side of a wall along its cloth, by a tape that is laid level, where that is most."""
    sheets = [(flat, facet, cut) for cut, flat, facet in _whole(mesh, wall)]
    if not sheets:
        return 0.0
    heights = np.concatenate([flat @ [facet.up.real, facet.up.imag] for flat, facet, _ in sheets])
    levels = np.linspace(heights.min(), heights.max(), _LEVELS + 2)[1:-1]
    return max(sum(_chord(flat, cut.triangles, facet.up, level) for flat, facet, cut in sheets) for level in levels)


def _whole(mesh: Glued, wall: Wall) -> Iterator[tuple[Cut, Floats, Facet]]:
    """The sheets that are that wall, and nothing else."""
    for cut in mesh.sheets:
        for facet in cut.panel.facets:
            if facet.wall is wall and facet.copy in (0, cut.copy) and facet.outline is None:
                yield cut, cut.flat, facet


def _chord(flat: Floats, triangles: Whole, up: complex, level: float) -> float:
    """mm of a sheet along a line across it: each triangle has two places on that, or none."""
    turned = np.stack([flat @ [up.imag, -up.real], flat @ [up.real, up.imag] - level], axis=1)[triangles]
    found = 0.0
    for corners in turned[(turned[:, :, 1].min(axis=1) < 0.0) & (turned[:, :, 1].max(axis=1) > 0.0)]:
        nexts = np.roll(corners, -1, axis=0)
        crossing = (corners[:, 1] < 0.0) != (nexts[:, 1] < 0.0)
        share = corners[crossing, 1] / (corners[crossing, 1] - nexts[crossing, 1])
        found += float(np.ptp(corners[crossing, 0] + share * (nexts[crossing, 0] - corners[crossing, 0])))
    return found


def facets_of(mesh: Glued, wall: Wall) -> Iterator[tuple[Whole, Floats, Flags, Facet]]:
    """Of each stretch that is a wall: its sheet's vertices, where these are on the panel, which it has, and itself."""
    for cut in mesh.sheets:
        for facet in cut.panel.facets:
            if facet.wall is wall and facet.copy in (0, cut.copy):
                on = np.ones(len(cut.flat), bool) if facet.outline is None else _on(facet, cut.flat)
                if on.any():
                    yield cut.vertices, cut.flat, on, facet


def _on(facet: Facet, flat: Floats) -> Flags:
    """Which places lie in a facet or on its outline."""
    assert facet.outline is not None
    outline = np.array([[each.start.real, each.start.imag] for each in facet.outline.segments])
    middle = (outline.min(axis=0) + outline.max(axis=0)) / 2
    found: Flags = inside(facet.outline, middle + (flat - middle) * 0.999)
    return found
