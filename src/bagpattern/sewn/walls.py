"""Which vertices of a mesh are which wall of the bag, as its panels' facets say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.geometry.nearness import inside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bagpattern.model.wall import Facet, Wall
    from bagpattern.sewn.bag import Flags, Floats, Whole
    from bagpattern.sewn.weld import Glued


def places_of(mesh: Glued, wall: Wall) -> Whole:
    """k: the vertices of what is that wall, each once."""
    numbers = [own[on] for own, _, on, _ in facets_of(mesh, wall)]
    return np.unique(np.concatenate(numbers)) if numbers else np.zeros(0, np.int64)


def up_the_side(mesh: Glued, wall: Wall) -> float:
    """mm from the lowest to the highest place of a wall along its cloth, laid flat; 0 where there is none."""
    heights = [np.ptp(flat[on] @ [facet.up.real, facet.up.imag]) for _, flat, on, facet in facets_of(mesh, wall)]
    return float(max(heights, default=0.0))


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
