"""A lid: flat over the rim of a box, its lips down along the walls; opened, it stands up behind its hinge."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bagpattern.geometry.triangles import spread, triangulated
from bagpattern.model.wall import Wall
from bagpattern.sewn.bag import Stroke, StrokeKind, Surface
from bagpattern.sewn.dress.flats import grain_uv, wall
from bagpattern.sewn.dress.ground import UP, Cloth, Ground, evenly_along, places
from bagpattern.sewn.dress.mesh import Mesh, surface, unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bagpattern.geometry.path import Path
    from bagpattern.model.panel import Panel
    from bagpattern.model.seam import Run, Seam
    from bagpattern.sewn.bag import Floats, Whole

_MESH = 10.0
_OFF = 2.5
"""mm by which it keeps off the box: its own thickness, and the seams under it."""
_THICK = 1.8
_BACK = math.radians(105.0)
"""How far it is turned back when it is open: it leans a little behind its hinge [K]."""
_EDGE = 4.0
"""mm from its free edges to their topstitching."""


class _Placed(NamedTuple):
    """How a lid is placed: its middle on the hinge, as drawn and in space, and what its directions became.

    ``low`` and ``high`` are the corners of its top as drawn; ``down`` is where its lips hang to, ``grown`` by how much
    it is drawn wider, and deeper, because the box bulges.
    """

    drawn: Floats
    at: Floats
    across: Floats
    forward: Floats
    down: Floats
    low: Floats
    high: Floats
    grown: Floats

    def __call__(self, xy: Floats) -> Floats:
        """Where places on the lid are: what lies beside its top hangs down from the nearest place of that."""
        foot = np.clip(xy, self.low, self.high)
        on = (foot - self.drawn) * self.grown
        hung = np.linalg.norm(xy - foot, axis=1)
        found: Floats = (
            self.at
            + np.outer(on[:, 0], self.across)
            - np.outer(on[:, 1], self.forward)
            + np.outer(hung, self.down)
            - _OFF * self.down
        )
        return found


def laid_over(
    ground: Ground, seam: Seam, hinge: Run, at: float, lining: Panel, opened: bool
) -> tuple[Ground, list[Surface], list[Stroke]]:
    """The ground with the lid that hangs by its *hinge* from a seam, *at* mm along that; its cloth and its lines."""
    panel = ground.draft[hinge.panel]
    placed = _placed(ground, seam, hinge, at, opened)
    cloth = _cloth(panel, placed)
    ground = ground.laying((panel.id, 1), cloth)
    top = Mesh(cloth.points, cloth.normals, grain_uv(panel, cloth.flat), cloth.triangles)
    under = Mesh(cloth.points - _THICK * cloth.normals, -cloth.normals, top.uv, cloth.triangles[:, ::-1])
    rim = np.concatenate([_along(edge.path)[:-1] for edge in panel.edges])
    spots = cloth.on(rim, 0.0)
    sides = wall(placed(rim), placed(rim) - _THICK * spots.normals)
    outer = surface(panel.id, panel.material, top, sides, piece=panel.id)
    inner = surface(lining.id, lining.material, under, piece=lining.id)
    return ground, [outer, inner], list(_lines(panel, placed, cloth, _free(ground, panel, lining)))


def _placed(ground: Ground, seam: Seam, hinge: Run, at: float, opened: bool) -> _Placed:
    panel, length = ground.draft[hinge.panel], ground.draft.run_length(hinge)
    ends = [ground.met(seam, at + (length - each if hinge.reversed else each)) for each in (0.0, length)]
    start, end = (each for each in ends if each is not None)
    across, middle = unit(start.at - end.at), (start.at + end.at) / 2
    forward = unit(np.cross(across, UP))
    forward = -forward if forward @ start.normal > 0 else forward
    low, high = _top(panel)
    drawn = np.array([(low[0] + high[0]) / 2, high[1]])
    grown = _grown(ground, middle, across, forward, panel, (high - low) * (0.5, 1.0))
    turn = _BACK if opened else 0.0
    ahead = math.cos(turn) * forward + math.sin(turn) * UP
    down = math.sin(turn) * forward - math.cos(turn) * UP
    return _Placed(drawn, middle, across, ahead, down, low, high, grown)


def _top(panel: Panel) -> tuple[Floats, Floats]:
    """The lower left and the upper right corner of its top, as drawn."""
    outline = next(facet.outline for facet in panel.facets if facet.wall is Wall.TOP)
    assert outline is not None
    corners = np.array([(each.real, each.imag) for each in outline.flat])
    return corners.min(axis=0), corners.max(axis=0)


def _grown(ground: Ground, middle: Floats, across: Floats, forward: Floats, panel: Panel, half: Floats) -> Floats:
    """By how much a top, *half* as wide and as deep as that, has to be larger for its lips to pass the walls."""
    lip = max(float(each) for each in _reach(panel))
    near = ground.body.points[ground.body.points[:, 1] > middle[1] - lip] - middle
    needed = np.array([np.abs(near @ across).max(), (near @ forward).max()]) + _OFF
    found: Floats = np.maximum(needed / half, 1.0)
    return found


def _reach(panel: Panel) -> Floats:
    """mm that it reaches beyond its top, to the left and below."""
    low, _ = _top(panel)
    outline = np.array([(each.real, each.imag) for each in panel.stitching_line.flat])
    found: Floats = low - outline.min(axis=0)
    return found


def _cloth(panel: Panel, placed: _Placed) -> Cloth:
    """Its top and its lips, each a flat mesh of its own, so that the folds between them are crisp."""
    flats, points, normals, triangles, count = [], [], [], [], 0
    for facet in panel.facets:
        assert facet.outline is not None
        ring = _along(facet.outline)[:-1]
        inside = spread(ring, _MESH, [])
        flat, corners = np.concatenate([ring, inside]), triangulated(ring, inside)
        at = placed(flat)
        flats.append(flat)
        points.append(at)
        normals.append(np.tile(_normal(at, corners), (len(flat), 1)))
        triangles.append(corners + count)
        count += len(flat)
    return Cloth(np.concatenate(flats), np.concatenate(triangles), np.concatenate(points), np.concatenate(normals))


def _normal(points: Floats, triangles: Whole) -> Floats:
    """Of a flat mesh."""
    one, two, three = (points[triangles[:, corner]] for corner in range(3))
    return unit(np.cross(two - one, three - one).sum(axis=0))


def _along(path: Path) -> Floats:
    """Places along a path, its corners kept."""
    ring: list[complex] = []
    for segment in path.segments:
        ring += [segment.point_at(float(each)) for each in evenly_along(segment.length, _MESH)[:-1]]
    ring.append(path.segments[-1].point_at(path.segments[-1].length))
    return np.array([(each.real, each.imag) for each in ring])


def _free(ground: Ground, panel: Panel, lining: Panel) -> frozenset[str]:
    """The edges that are sewn to those of its lining."""
    both = {panel.id, lining.id}
    runs = [(*seam.a, *seam.b) for seam in ground.draft.seams]
    return frozenset(run.on for side in runs if {run.panel for run in side} == both for run in side)


def _lines(panel: Panel, placed: _Placed, cloth: Cloth, free: frozenset[str]) -> Iterator[Stroke]:
    """Its edges and the seams of its corners, its folds, and the stitching along its free edges."""
    for edge in panel.edges:
        xy = _along(edge.path)
        yield Stroke(StrokeKind.EDGE, placed(xy), cloth.on(xy, 0.0).normals, panel.id)
        if edge.name in free and edge.length > 3 * _EDGE:
            at = np.linspace(_EDGE, edge.length - _EDGE, max(2, round(edge.length / 5.0)))
            inward = np.array([1j * edge.path.tangent_at(each) for each in at])
            rows = places(panel, edge.name, at) + _EDGE * np.stack([inward.real, inward.imag], axis=1)
            spots = cloth.on(rows, 0.3)
            yield Stroke(StrokeKind.TOPSTITCH, spots.points, spots.normals, panel.id)
    low, high = placed.low, placed.high
    corners = np.array([(low[0], high[1]), low, (high[0], low[1]), high])
    xy = np.concatenate([np.linspace(one, two, 12) for one, two in pairwise(corners)])
    yield Stroke(StrokeKind.EDGE, placed(xy), np.tile(-placed.down, (len(xy), 1)), panel.id)
