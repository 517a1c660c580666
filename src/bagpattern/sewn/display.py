"""The body as it is shown: its sheets divided once more, smooth across smooth seams, crisp at the edges of the bag."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.sewn.body import Body, Sheet
from bagpattern.sewn.creases import creases
from bagpattern.sewn.drawn import gather_of
from bagpattern.sewn.folded import folded
from bagpattern.sewn.folds import folds_once, is_rolled
from bagpattern.sewn.framed import stiffened
from bagpattern.sewn.gathers import calm, gathered
from bagpattern.sewn.rolled import rolled
from bagpattern.sewn.standing import standing
from bagpattern.sewn.subdivide import Normals, halved, middles, normals, quartered
from bagpattern.sewn.tops import Top, is_sheet
from bagpattern.sewn.wound import wound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bagpattern.model.pattern import Pattern
    from bagpattern.sewn.bag import Floats, Whole
    from bagpattern.sewn.shape import Shape
    from bagpattern.sewn.weld import Cut


def displayed(pattern: Pattern, shape: Shape) -> Body:
    """The body of a shape, for whoever looks at it or lays things on it."""
    shape = shape._replace(points=standing(shape.mesh, shape.points))
    surface = shape.surface
    sharp = sharp_edges(shape)
    points = np.concatenate([shape.points, middles(surface, shape.points, sharp)])
    faces = quartered(surface.faces, surface.count + surface.corners)
    if shape.top is Top.DRAWN:
        points = gathered(
            surface, points, faces, gather_of(pattern, shape.mesh, surface), calm(pattern.draft, shape.mesh)
        )
    if is_sheet(pattern) and shape.top is Top.SHUT:
        points = wound(points)
    if is_rolled(pattern) and surface.rims and shape.top is not Top.OPEN:
        points = folded(shape, points) if folds_once(pattern.draft) else rolled(shape, points, pattern.finished.height)
    if shape.top is Top.OPEN:
        points = stiffened(pattern.draft, shape.mesh, points, faces)
    halves = np.stack([surface.edges[sharp], np.repeat(surface.count + sharp[:, None], 2, axis=1)], axis=2)
    shared = normals(points, faces, halves.reshape(-1, 2))
    return Body(
        pattern,
        points,
        tuple(_sheets(shape, faces, shared)),
        {seam: halved(chain, surface) for seam, chain in shape.mesh.seams.items()},
        tuple(halved(np.append(rim, rim[0]), surface)[:-1] for rim in surface.rims),
        shape.smooth,
        tuple(halved(fold, surface) for fold in creases(shape.mesh, surface, shape.smooth).folds),
    )


def sharp_edges(shape: Shape) -> Whole:
    """The numbers of the edges that are creases or rims, each once."""
    surface = shape.surface
    found = creases(shape.mesh, surface, shape.smooth)
    chains = [surface.numbers_of(chain) for chain in (*found.seams, *found.folds)]
    return np.unique(np.concatenate([*chains, np.flatnonzero(surface.uses != 2)]))


def _sheets(shape: Shape, faces: Whole, shared: Normals) -> Iterator[Sheet]:
    first = 0
    for cut in shape.mesh.sheets:
        last = first + 4 * len(cut.triangles)
        yield _sheet(cut, faces[first:last], shared.of[first:last], shared.units)
        first = last


def _sheet(cut: Cut, faces: Whole, of: Whole, units: Floats) -> Sheet:
    """A sheet's finer mesh; a vertex on a crease is there once for either side."""
    ends = np.sort(np.stack([cut.triangles, np.roll(cut.triangles, -1, axis=1)], axis=2).reshape(-1, 2), axis=1)
    edges, numbers = np.unique(ends, axis=0, return_inverse=True)
    flat = np.concatenate([cut.flat, cut.flat[edges].mean(axis=1)])
    own = quartered(cut.triangles, len(cut.flat) + numbers.reshape(-1, 3))
    _, kept, triangles = np.unique(of.ravel() * len(flat) + own.ravel(), return_index=True, return_inverse=True)
    return Sheet(
        cut.panel,
        cut.copy,
        cut.mirrored,
        flat[own.ravel()[kept]],
        faces.ravel()[kept],
        triangles.reshape(-1, 3),
        units[of.ravel()[kept]],
    )
