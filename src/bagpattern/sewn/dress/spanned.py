"""Walls within the bag: dividers, and whatever else hangs in the seams that hold its edges and lies on nothing.

Or that is sewn on to two panels across from each other, as a wall between the folds of two sides is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.model.panel import Role
from bagpattern.model.seam import SeamKind, Stands
from bagpattern.sewn.bag import Stroke, StrokeKind
from bagpattern.sewn.dress.flats import around, flat_of, grain_uv, vertex_normals
from bagpattern.sewn.dress.ground import Cloth
from bagpattern.sewn.dress.mesh import Mesh, surface

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bagpattern.model.panel import Panel
    from bagpattern.sewn.bag import Floats, Surface, Whole
    from bagpattern.sewn.dress.flats import Flat
    from bagpattern.sewn.dress.ground import Ground

_STEP = 5.0
_WALLS = {Role.POCKET: (Stands.BETWEEN, Stands.INSIDE), Role.OTHER: (Stands.INSIDE,)}
"""How a wall is caught in its seams; what else is caught between two sides lies along them, as piping does."""
_NEAR = 6.0
"""mm from a place of the outline to the nearest sewn one: farther off it is free."""
_OFF = 0.8
"""mm by which either layer of a wall stands off its middle."""


def spanned(ground: Ground) -> tuple[Ground, list[Surface], list[Stroke]]:
    """The ground with all panels that are held by seams on opposite sides, and these."""
    surfaces: list[Surface] = []
    strokes: list[Stroke] = []
    for panel in ground.draft.panels:
        if panel.role in (Role.POCKET, Role.OTHER) and not ground.has(panel.id):
            flat, (places, points) = flat_of(panel), _held(ground, panel)
            if len(places) > 2 and _holds(places):
                cloth = _cloth(flat, places, points)
                ground = ground.laying((panel.id, 1), cloth)
                mesh = Mesh(cloth.points, cloth.normals, grain_uv(panel, flat.places), flat.triangles)
                surfaces.append(surface(panel.id, panel.material, mesh, piece=panel.id))
                rim = slice(0, flat.rim)
                strokes.append(Stroke(StrokeKind.EDGE, around(cloth.points[rim]), around(cloth.normals[rim]), panel.id))
    return ground, surfaces, strokes


def _held(ground: Ground, panel: Panel) -> tuple[Floats, Floats]:
    """The places of a panel that are caught in seams of what can be seen, k x 2, and where they are, k x 3."""
    found = [*_caught(ground, panel), *_across(ground, panel)]
    places = np.array([each for each, _ in found]).reshape(-1, 2)
    return places, np.array([each for _, each in found]).reshape(-1, 3)


def _caught(ground: Ground, panel: Panel) -> Iterator[tuple[tuple[float, float], Floats]]:
    draft = ground.draft
    for seam in draft.seams:
        for caught in (each for each in seam.caught if each.stands in _WALLS[panel.role]):
            before, share = 0.0, 1.0 - caught.ease / max(draft.side_length(caught.runs), 1e-9)
            for run in caught.runs:
                length = draft.run_length(run)
                for at in np.linspace(0.0, length, max(2, round(length / _STEP))) if run.panel == panel.id else ():
                    met, place = ground.met(seam, caught.at + (before + at) * share), draft.point_along(run, float(at))
                    if met is not None:
                        yield (place.real, place.imag), met.at
                before += length


def _across(ground: Ground, panel: Panel) -> Iterator[tuple[tuple[float, float], Floats]]:
    """What of it is sewn on to lines of several panels, all of which can be seen."""
    seams = [each for each in ground.draft.seams if each.kind is SeamKind.PLACEMENT and each.b[0].panel == panel.id]
    hosts = {each.a[0].panel for each in seams}
    for seam in seams if len(hosts) > 1 and all(map(ground.has, hosts)) else ():
        host, own = seam.a[0], seam.b[0]
        ats = np.linspace(0.0, ground.draft.run_length(own), max(2, round(ground.draft.run_length(own) / _STEP)))
        spots = ground.along(host.panel, host.copy, host.on, list(map(float, ats)))
        for at, point in zip(ats, spots.points, strict=True):
            place = ground.draft.point_along(own, float(at))
            yield (place.real, place.imag), point


def _holds(places: Floats) -> bool:
    """Whether what is held there hangs in one way alone: not by a straight line."""
    spread = np.linalg.svd(places - places.mean(axis=0), compute_uv=False)
    return bool(len(spread) > 1 and spread[1] > 0.05 * spread[0])


def _cloth(flat: Flat, places: Floats, points: Floats) -> Cloth:
    """The panel as it hangs: held at those places, between them as even as cloth may be."""
    near = np.linalg.norm(flat.places[: flat.rim, None] - places[None], axis=2)
    best, fixed = near.argmin(axis=1), np.flatnonzero(near.min(axis=1) < _NEAR)
    plain = np.column_stack([places, np.ones(len(places))])
    whole = np.linalg.lstsq(plain, points, rcond=None)[0]
    found = np.column_stack([flat.places, np.ones(len(flat.places))]) @ whole
    off = points[best[fixed]] - found[fixed]
    found = found + _smooth(len(found), flat, fixed, off)
    normals = vertex_normals(found, flat.triangles)
    return Cloth(flat.places, flat.triangles, found + _OFF * normals, normals)


def _smooth(count: int, flat: Flat, fixed: Whole, values: Floats) -> Floats:
    """Values at all places that are those given at the fixed ones, and between them the mean of their neighbours'."""
    ends = np.concatenate([flat.triangles[:, each] for each in ([0, 1], [1, 2], [2, 0])])
    matrix = np.zeros((count, count))
    matrix[ends[:, 0], ends[:, 1]] = matrix[ends[:, 1], ends[:, 0]] = -1.0
    np.fill_diagonal(matrix, -matrix.sum(axis=1))
    right = np.zeros((count, 3))
    matrix[fixed], matrix[fixed, fixed], right[fixed] = 0.0, 1.0, values
    found: Floats = np.asarray(np.linalg.solve(matrix, right), float)
    return found
