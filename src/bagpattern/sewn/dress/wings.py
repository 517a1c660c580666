"""Wings: panels that stand out from a seam and hold the ends of a belt; and the belt round the wearer."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bagpattern.model.strap import Mode
from bagpattern.sewn.bag import Stroke, StrokeKind, Stuff, Surface
from bagpattern.sewn.body import Spots
from bagpattern.sewn.dress import hardware
from bagpattern.sewn.dress.covered import off_walls
from bagpattern.sewn.dress.flats import around, flat_of, grain_uv, wall
from bagpattern.sewn.dress.ground import UP, Ground
from bagpattern.sewn.dress.mesh import Mesh, surface, unit
from bagpattern.values import replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bagpattern.model.panel import Panel
    from bagpattern.model.seam import Caught, Run, Seam
    from bagpattern.sewn.bag import Floats
    from bagpattern.sewn.dress.mesh import Frame

_HALF = 1.2
"""mm: half of a wing's thickness."""
_TURNED = 0.85
"""Share of its way in which a wing turns: then it lies as its belt does [K]."""
_MESH = 4.0
"""mm: a wing turns by a right angle on its short way."""
_BEHIND = np.array((0.0, 0.0, -0.5))
"""Which way wings lean: round the wearer, who is behind the bag."""
_LEVEL = 0.3
"""What of a wing's way is level at least, for its belt to pull it there."""
_ROOT = 16.0
"""mm from its seam to where a wing has turned so far that it shows its face [K]."""
_BUCKLE_AT = 120.0
"""mm from a belt's end to its buckle [K]."""


class Wing(NamedTuple):
    """A panel that stands ``out`` of a seam, and is turned upright on its way, for a belt lies against the wearer so.

    ``start`` is the middle of its root on the panel, and ``at`` in space; ``flat`` (2 x 2) are the ways along its root
    and away from that as drawn, ``along`` the former in space. It reaches ``deep`` mm.
    """

    at: Floats
    start: Floats
    flat: Floats
    along: Floats
    out: Floats
    deep: float

    def on(self, xy: Floats, lift: float) -> Spots:
        """Its places in space: each line across it is turned the more, the farther from the root it is."""
        beside, away = ((xy - self.start) @ self.flat.T).T[:, :, None]
        deep = _TURNED * self.deep
        share = np.clip(away / deep, 0.0, 1.0)
        angle, steep = self._turn * share * (2 - share), self._turn * 2 * (1 - share) / deep
        aside = np.cross(self.out, self.along)
        across = np.cos(angle) * self.along + np.sin(angle) * aside
        onward = self.out + beside * steep * (np.cos(angle) * aside - np.sin(angle) * self.along)
        normals = unit(np.cross(across, onward))
        points = self.at + away * self.out + beside * across + lift * normals
        return Spots(points, normals, np.stack([across, onward], axis=2) @ self.flat)

    def away(self, xy: Floats) -> Floats:
        """mm from its root to places on it."""
        found: Floats = (xy - self.start) @ self.flat[1]
        return found

    @property
    def _turn(self) -> float:
        """The angle from the root upright, the shorter way; of a level root, the end at the back of the bag rises."""
        level, rise = float(self.along @ UP), float(np.cross(self.out, self.along) @ UP)
        way = np.sign(level) if abs(level) > _LEVEL else -np.sign(self.along[2])
        return float(np.arctan2(way * rise, way * level))


def wings(ground: Ground) -> tuple[Ground, list[Surface], list[Stroke]]:
    """The ground with all wings, and these."""
    surfaces: list[Surface] = []
    strokes: list[Stroke] = []
    for panel in ground.draft.panels:
        belted = panel.strap is not None and panel.strap.mode is Mode.BELT
        if belted and any(line.end for line in panel.lines) and not ground.has(panel.id):
            for seam, caught, run in _roots(ground, panel):
                wing = _wing(ground, panel, seam, caught, run)
                if wing is not None and not _taken(ground, panel, wing):
                    ground = ground.laying((panel.id, run.copy), wing)
                    cloths, edge = _shape(ground, panel, run.copy, wing)
                    surfaces += cloths
                    strokes.append(edge)
    return ground, surfaces, strokes


def _roots(ground: Ground, panel: Panel) -> Iterator[tuple[Seam, Caught, Run]]:
    for seam in ground.draft.seams:
        for caught in seam.caught:
            for run in caught.runs:
                if run.panel == panel.id:
                    yield seam, caught, run


def _wing(ground: Ground, panel: Panel, seam: Seam, caught: Caught, run: Run) -> Wing | None:
    """Where a wing stands: its root along the seam, the rest out of it and towards the back, as its belt pulls it."""
    path = panel.along(run.on).path
    met = ground.met(seam, caught.at + path.length / 2)
    if met is None:
        return None
    level = met.out * (1, 0, 1)
    out = (level if np.linalg.norm(level) > _LEVEL else met.out) + _BEHIND
    out = unit(out - (out @ met.along) * met.along)
    root, middle = (path.end - path.start) / abs(path.end - path.start), path.point_at(path.length / 2)
    flat = np.array([(each.real, each.imag) for each in (root, 1j * root)])
    deep = float(((flat_of(panel).places - (middle.real, middle.imag)) @ flat[1]).max())
    along = -met.along if run.reversed else met.along
    return Wing(met.at, np.array((middle.real, middle.imag)), flat, along, out, deep)


def _taken(ground: Ground, panel: Panel, wing: Wing) -> bool:
    """Whether the other side of this wing stands there already."""
    others = [ground.layers.get((panel.id, copy)) for copy in range(1, panel.count + 1)]
    return any(isinstance(each, Wing) and np.linalg.norm(each.at - wing.at) < 1.0 for each in others)


def _shape(ground: Ground, panel: Panel, copy: int, wing: Wing) -> tuple[list[Surface], Stroke]:
    """Its cloth, and its edge; at its root, where it turns from its edge to its face, that alone is a line of it."""
    flat = flat_of(panel, _MESH)
    middle, normals, _ = wing.on(flat.places, 0.0)
    middle = off_walls(ground, middle, 3 * _HALF)  # what its turn would bring into the bag is beside its wall
    upper, lower = middle + _HALF * normals, middle - _HALF * normals
    uv, rim = grain_uv(panel, flat.places), slice(0, flat.rim)
    root = wing.away(flat.places)[flat.triangles].max(axis=1) < _ROOT
    cloths = []
    for lined, part in ((True, flat.triangles[~root]), (False, flat.triangles[root])):
        meshes = [Mesh(upper, normals, uv, part), Mesh(lower, -normals, uv, part[:, ::-1])]
        meshes += [wall(upper[rim], lower[rim])] if lined else []
        cloths.append(replace(surface(panel.id, panel.material, *meshes, piece=panel.id, copy=copy), lined=lined))
    return cloths, Stroke(StrokeKind.EDGE, around(upper[rim]), around(normals[rim]), panel.id)


def buckled(frame: Frame, notion_id: str, width: float) -> list[Surface]:
    """The two halves of a closed buckle, its middle at the frame."""
    return [surface(notion_id, Stuff.PLASTIC, each, notion=notion_id) for each in hardware.buckle(frame, width)]


def buckle_run(length: float) -> float:
    """mm along a belt of that length to its buckle."""
    return min(_BUCKLE_AT, length / 2)


def round_behind(one: Frame, other: Frame) -> tuple[Floats, Floats]:
    """The ways in which a belt leaves its two ends: round the wearer."""
    return unit(one.along + 2 * _BEHIND), unit(other.along + 2 * _BEHIND)
