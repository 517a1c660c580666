"""Pockets with a gusset: their face stands off as far as the gusset is deep, which is the wall round it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.attached.sliders import sliders_of
from bagpattern.model.seam import SeamKind
from bagpattern.sewn.bag import Stroke, StrokeKind, Surface
from bagpattern.sewn.dress.flats import around, flat_of, grain_uv, vertex_normals, wall
from bagpattern.sewn.dress.ground import Ground, Layer
from bagpattern.sewn.dress.mesh import Mesh, ribbon, surface
from bagpattern.sewn.dress.pulls import pull_on
from bagpattern.sewn.dress.zips import shown_in, sliders, zip_along, zip_stroke

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bagpattern.model.marks import Line
    from bagpattern.model.panel import Panel
    from bagpattern.model.seam import Seam
    from bagpattern.sewn.bag import Floats

_BULGE, _SLOPE = 4.0, 40.0
"""mm by which the middle of a face stands off farther, and from its edge to there [K]."""
_FOOT = 1.0
_ZIP_STEP = 6.0

Made = tuple[Ground, list[Surface], list[Stroke]]


def bellows(ground: Ground) -> Made:
    """The ground with the faces of all pockets that have a depth, and these pockets."""
    surfaces: list[Surface] = []
    strokes: list[Stroke] = []
    depths = {space.owner: space.depth for space in ground.draft.spaces if space.owner and space.depth}
    for panel, copy, line in _held(ground):
        depth = depths.get(line.owner, 0.0)
        seam = _seam(ground, panel, line)
        if depth and seam is not None and not ground.has(line.holds):
            face = ground.draft[line.holds]
            ground = ground.laying((face.id, 1), _standing((panel.id, copy), face, line, depth))
            cloths, edges = _box(ground, face, seam, depth)
            zips, teeth = _zip(ground, face, line.owner, depth)
            surfaces += [*cloths, *zips]
            strokes += [*edges, *teeth]
    return ground, surfaces, strokes


def _held(ground: Ground) -> Iterator[tuple[Panel, int, Line]]:
    """The lines in which a panel lies on the outside of the bag."""
    for panel in ground.draft.panels:
        for line in panel.lines:
            if line.holds in ground.draft and not line.behind:
                for copy in range(1, panel.count + 1):
                    if ground.has(panel.id, copy):
                        yield panel, copy, line


def _seam(ground: Ground, panel: Panel, line: Line) -> Seam | None:
    """The seam by which a gusset is sewn down along a line."""
    for seam in ground.draft.seams:
        if seam.kind is SeamKind.PLACEMENT and (seam.a[0].panel, seam.a[0].on) == (panel.id, line.name):
            return seam
    return None


def _standing(base: tuple[str, int], face: Panel, line: Line, depth: float) -> Layer:
    """A face over its line: upright as it is cut, the middles of their boxes over each other."""
    one, other = (_middle(each.bounds) for each in (face.stitching_line, line.path))
    return Layer(base, np.eye(2), other - one, depth)


def _middle(bounds: tuple[float, float, float, float]) -> Floats:
    left, bottom, right, top = bounds
    return np.array(((left + right) / 2, (bottom + top) / 2))


def _box(ground: Ground, face: Panel, seam: Seam, depth: float) -> tuple[list[Surface], list[Stroke]]:
    """The face and the wall round it; the edge of the face, and the seam in which the wall meets the bag."""
    flat = flat_of(face)
    spots = ground.on(face.id, 1, flat.places)
    rim = flat.places[: flat.rim]
    off = np.sqrt(((flat.places[:, None] - rim[None]) ** 2).sum(axis=2)).min(axis=1)
    points = spots.points + (_BULGE * np.clip(off / _SLOPE, 0.0, 1.0))[:, None] * spots.normals
    top = Mesh(points, vertex_normals(points, flat.triangles), grain_uv(face, flat.places), flat.triangles)
    upper, normals = points[: flat.rim], spots.normals[: flat.rim]
    gusset = ground.draft[seam.b[0].panel]
    sides = wall(upper, upper - (depth + _FOOT) * normals)
    cloths = [
        surface(face.id, face.material, top, piece=face.id),
        surface(gusset.id, gusset.material, sides, piece=gusset.id),
    ]
    edge = Stroke(StrokeKind.EDGE, around(upper), around(normals), face.id)
    return cloths, [edge, Stroke(StrokeKind.SEAM, around(upper - depth * normals), around(normals), seam.id)]


def _zip(ground: Ground, face: Panel, owner: str, depth: float) -> tuple[list[Surface], list[Stroke]]:
    """The zip in the wall above the face, where its part has one."""
    for seam in ground.draft.seams:
        notion = next((each for each in ground.draft.notions if each.id == seam.zip and each.owner == owner), None)
        if notion is not None:
            edge = max(face.edges, key=lambda each: each.path.start.imag + each.path.end.imag)
            at = np.linspace(0.0, edge.length, max(2, round(edge.length / _ZIP_STEP)))
            spots = ground.along(face.id, 1, edge.name, at, -depth / 2)
            step = np.array([edge.path.tangent_at(each) / 1j for each in at])
            out = np.einsum("kij,kj->ki", spots.frames, np.stack([step.real, step.imag], axis=1))
            curve = spots.points + 0.8 * out
            strip, shown = ground.draft[seam.a[0].panel], shown_in(ground.draft, seam)
            cloth = surface(strip.id, strip.material, ribbon(curve - 0.2 * out, out, depth, 0.6), piece=strip.id)
            runner = sliders(curve, out, notion, sliders_of(ground.draft, seam), pull_on(ground.draft, notion.id))
            made = [cloth, *zip_along(curve, out, notion, shown), *runner]
            return made, [zip_stroke(curve, out, seam.id)]
    return [], []
