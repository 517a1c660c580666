"""The lining in the body: where every place of it lies on the shell that it lines, by the walls that both say they are.

A panel of a lining is drawn as it is seen from inside the bag, so that what is drawn on it to the right lies on the
left of the wall as that is seen from outside.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bagpattern.geometry.nearness import inside
from bagpattern.model.panel import Role
from bagpattern.model.wall import Wall
from bagpattern.sewn.bag import Stroke, StrokeKind
from bagpattern.sewn.body import Spots
from bagpattern.sewn.cloths import is_facing, lining_of
from bagpattern.sewn.dress.flats import flat_of, grain_uv
from bagpattern.sewn.dress.ground import evenly_along
from bagpattern.sewn.dress.mesh import Mesh, surface
from bagpattern.sewn.folds import folds_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bagpattern.geometry.path import Path
    from bagpattern.model.panel import Panel
    from bagpattern.model.seam import Seam
    from bagpattern.model.wall import Facet
    from bagpattern.sewn.bag import Floats, Surface
    from bagpattern.sewn.body import Body, Sheet
    from bagpattern.sewn.dress.ground import Ground

_ALIKE = 0.08
"""A lining is cut smaller than its shell by less than this share; one that is, ends at a facing, and is not drawn
out to the rim."""
_OFF = 0.6
"""mm from the middle of the shell to the lining."""
_LAID, _STEP = 0.4, 8.0
"""mm from there to what is drawn of it as cloth of its own; from place to place along a line on it."""


class Part(NamedTuple):
    """A stretch of a lining that is one wall: its ``outline``, and how it lies (2 x 2 and 2) on ``sheets``."""

    outline: Path
    sheets: tuple[Sheet, ...]
    turn: Floats
    move: Floats

    def away(self, xy: Floats) -> Floats:
        """k: about how far places lie off the stretch, mm."""
        left, low, right, high = self.outline.bounds
        box = np.maximum(np.maximum((left, low) - xy, xy - (right, high)), 0.0).max(axis=1)
        found: Floats = np.where(inside(self.outline, xy), -1.0, box)
        return found


class Inner(NamedTuple):
    """A panel of the lining, as a layer of ``Ground``."""

    body: Body
    parts: tuple[Part, ...]

    def on(self, xy: Floats, lift: float) -> Spots:
        """Its places in space; normals look into the bag."""
        part = np.stack([each.away(xy) for each in self.parts]).argmin(axis=0)
        points, normals, frames = np.empty((len(xy), 3)), np.empty((len(xy), 3)), np.empty((len(xy), 3, 2))
        for number in np.unique(part):
            own = part == number
            spots = _on(self.body, self.parts[number], xy[own])
            points[own] = spots.points + (lift + _OFF) * spots.normals
            normals[own], frames[own] = spots.normals, spots.frames
        return Spots(points, normals, frames)


def _on(body: Body, part: Part, xy: Floats) -> Spots:
    """Each place on that of the sheets on which it lies."""
    there = xy @ part.turn.T + part.move
    inner = np.stack([sheet.found(there)[1].min(axis=1) for sheet in part.sheets])
    best = (inner > inner.max(axis=0) - 1e-9).argmax(axis=0)
    found = [body.on(sheet.panel.id, sheet.copy, there) for sheet in part.sheets]
    rows = np.arange(len(xy))
    points, normals, frames = (np.stack(each)[best, rows] for each in zip(*found, strict=True))
    return Spots(points, -normals, frames @ part.turn)


def lined(ground: Ground) -> Ground:
    """The ground with all panels of the lining that lie on a wall of the body."""
    for panel in ground.draft.panels:
        for copy in range(1, panel.count + 1) if panel.role is Role.LINING else ():
            parts = tuple(_parts(ground, panel, copy))
            if parts:
                ground = ground.laying((panel.id, copy), Inner(ground.body, parts))
    return ground


def facings(ground: Ground) -> tuple[list[Surface], list[Stroke]]:
    """What of a laid lining is cut of something else than the rest, and the seams by which that is sewn to it."""
    surfaces, usual = [], lining_of(ground.body.pattern)
    for panel in ground.draft.panels:
        for copy in range(1, panel.count + 1) if is_facing(panel, usual) else ():
            if ground.has(panel.id, copy):
                flat = flat_of(panel, lines=tuple(folds_of(panel, copy)))
                spots = ground.on(panel.id, copy, flat.places, _LAID)
                cloth = Mesh(spots.points, spots.normals, grain_uv(panel, flat.places), flat.triangles)
                surfaces.append(surface(panel.id, panel.material, cloth, piece=panel.id, copy=copy))
    shown = {each.piece for each in surfaces}
    return surfaces, [each for seam in ground.draft.seams for each in _below(ground, seam, shown)]


def _below(ground: Ground, seam: Seam, shown: set[str]) -> Iterator[Stroke]:
    """The line of a seam in which what is *shown* is sewn to the rest of its lining."""
    for run in (*seam.a, *seam.b):
        others = [each.panel for each in (*seam.a, *seam.b) if each.panel not in shown]
        if run.panel in shown and any(ground.draft[each].role is Role.LINING for each in others):
            at = evenly_along(ground.draft.run_length(run), _STEP)
            spots = ground.along(run.panel, run.copy, run.on, at, _LAID)
            yield Stroke(StrokeKind.SEAM, spots.points, spots.normals, seam.id)


def _parts(ground: Ground, panel: Panel, copy: int) -> Iterator[Part]:
    for facet in panel.facets:
        if facet.copy in (0, copy) and facet.wall is not Wall.FLAP:
            shell = _shell(ground, panel, facet)
            if shell:
                yield _part(ground, panel, copy, facet, shell)


def _shell(ground: Ground, panel: Panel, facet: Facet) -> list[tuple[Sheet, Facet]]:
    """The sheets that are the same wall: of several those whose panels are the most alike in what else they are."""
    walls = {each.wall for each in panel.facets}
    groups: dict[tuple[str, int], list[tuple[Sheet, Facet]]] = {}
    for sheet in ground.body.sheets:
        for each in sheet.panel.facets:
            if each.wall is facet.wall and each.copy in (0, sheet.copy):
                groups.setdefault((sheet.panel.origin, sheet.copy), []).append((sheet, each))

    def alike(group: list[tuple[Sheet, Facet]]) -> int:
        return -len(walls ^ {each.wall for each in group[0][0].panel.facets})

    return max(groups.values(), key=alike, default=[])


def _part(ground: Ground, panel: Panel, copy: int, facet: Facet, shell: list[tuple[Sheet, Facet]]) -> Part:
    """How one wall of the lining lies on the same one of the shell: side for side, from the base up."""
    right = -1j * facet.up
    pieces = [each for each in ground.draft.panels if each.origin == panel.origin and each.role is Role.LINING]
    own = [each for piece in pieces for each in _outlines(piece, facet.wall, copy)]
    own_box = _box([each.outline or piece.stitching_line for each, piece in own], right)
    sheet, first = shell[0]
    over = (1j if sheet.mirrored else -1j) * first.up
    box = _box([each.outline or one.panel.stitching_line for one, each in shell], over)
    wide, high = (_scale(box[:, axis], own_box[:, axis]) for axis in (0, 1))
    across, up = _axes(right, facet.up)
    to_across, to_up = _axes(over, first.up)
    turn = -wide * np.outer(to_across, across) + high * np.outer(to_up, up)
    middle, there = own_box.mean(axis=0), box.mean(axis=0)
    foot, base = (middle[0], own_box[0, 1]), (there[0], box[0, 1])
    start = foot[0] * across + foot[1] * up
    move = base[0] * to_across + base[1] * to_up - turn @ start
    return Part(facet.outline or panel.stitching_line, tuple(one for one, _ in shell), turn, move)


def _outlines(piece: Panel, wall: Wall, copy: int) -> list[tuple[Facet, Panel]]:
    return [(each, piece) for each in piece.facets if each.wall is wall and each.copy in (0, copy)]


def _axes(right: complex, up: complex) -> tuple[Floats, Floats]:
    return np.array((right.real, right.imag)), np.array((up.real, up.imag))


def _box(outlines: list[Path], right: complex) -> Floats:
    """2 x 2: the least and the greatest of several outlines across and up."""
    places = np.concatenate([[each / right for each in path.flat] for path in outlines])
    return np.array([(places.real.min(), places.imag.min()), (places.real.max(), places.imag.max())])


def _scale(there: Floats, here: Floats) -> float:
    """By how much a lining is smaller than its shell along one axis; 1 where it is another size for a reason."""
    share = float(np.ptp(there) / max(float(np.ptp(here)), 1e-9))
    return share if abs(share - 1.0) < _ALIKE else 1.0
