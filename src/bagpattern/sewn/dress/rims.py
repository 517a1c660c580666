"""What is at a rim: channels that stand on it, cords that hang from it, and the strips of a recessed zip in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.attached.sliders import sliders_of
from bagpattern.model.panel import Role
from bagpattern.model.seam import SeamKind
from bagpattern.sewn.bag import Stroke, Stuff, Surface
from bagpattern.sewn.dress.covered import within_walls
from bagpattern.sewn.dress.flats import wall
from bagpattern.sewn.dress.ground import UP, Copy, Ground
from bagpattern.sewn.dress.hanging import hanging
from bagpattern.sewn.dress.mesh import Mesh, framed, one_of, run_of, surface, tube, unit
from bagpattern.sewn.dress.opened import dangling, half_zip, teeth_line
from bagpattern.sewn.dress.pulls import pull_on
from bagpattern.sewn.dress.zips import pulled, shown_in, sliders, zip_along, zip_stroke
from bagpattern.values import replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bagpattern.model.notion import Notion
    from bagpattern.model.panel import Panel
    from bagpattern.model.seam import Caught, Seam
    from bagpattern.sewn.bag import Floats
    from bagpattern.sewn.dress.mesh import Frame

_STEP = 6.0
_THICK = 1.2
_ROOM = 8.0
"""mm from the walls to the middle of a zip between them: half of its tape, and what hangs from its end [K]."""
_BACK = 14.0
"""mm from the end of a strip in a rim to the slider that is run back there, its puller on the strip [K]."""


def channels(ground: Ground) -> list[Surface]:
    """Bands folded in half that are sewn to a rim by both long edges: they stand on it, and hold a cord."""
    found = []
    for panel, copy, foot, up, side in _standing(ground):
        shell = [_sheet(foot + sign * _THICK * side, up, sign) for sign in (1.0, -1.0)]
        found.append(surface(panel.id, panel.material, *shell, piece=panel.id, copy=copy))
    return found


def channel_ends(ground: Ground) -> dict[str, list[Frame]]:
    """Both ends of every such band, out of which a cord comes, by the owner of the band."""
    found: dict[str, list[Frame]] = {}
    for panel, _, foot, up, side in _standing(ground):
        for end, then in ((0, 1), (-1, -2)):
            frame = framed(foot[end] + up[end] / 2, foot[end] - foot[then], side[end])
            found.setdefault(panel.owner, []).append(frame)
    return found


def _standing(ground: Ground) -> Iterator[tuple[Panel, int, Floats, Floats, Floats]]:
    """Every such band: where it stands on the rim, its height as vectors there, and the normals of the rim."""
    for seam in ground.draft.seams:
        for (panel, copy), (at, length) in folded(ground, seam).items() if seam.kind is not SeamKind.ZIP else ():
            met = [ground.met(seam, at + each) for each in np.linspace(0.0, length, max(2, round(length / _STEP)))]
            places = [each for each in met if each is not None and each.free]
            if len(places) > 1 and not ground.has(panel, copy):
                high = float(ground.draft[panel].stitching_line.polygon.area) / length / 2
                up = high * unit(np.array([each.out for each in places]) + UP)
                foot, side = np.array([each.at for each in places]), unit(np.array([each.normal for each in places]))
                yield ground.draft[panel], copy, foot, up, side


def folded(ground: Ground, seam: Seam) -> dict[Copy, tuple[float, float]]:
    """The closing bands of which a seam holds two edges, and from where on, how long."""
    draft, found = ground.draft, dict[tuple[str, int, str], tuple[float, float]]()
    for at, runs in [(0.0, seam.b), *((each.at, each.runs) for each in seam.caught)]:
        for run in runs:
            found[run.panel, run.copy, run.on] = at, draft.run_length(run)
            at += draft.run_length(run)
    edges = [(panel, copy) for panel, copy, _ in found if draft[panel].role is Role.CLOSURE]
    caught = {run.panel for each in seam.caught for run in each.runs}
    return {
        (panel, copy): span
        for (panel, copy, _), span in found.items()
        if edges.count((panel, copy)) > 1 and panel in caught
    }


def _sheet(foot: Floats, out: Floats, sign: float) -> Mesh:
    """One side of a band that stands on a chain, seen from outside."""
    upper, lower = foot + out, foot
    return wall(upper[::-1], lower[::-1], closed=False) if sign > 0 else wall(upper, lower, closed=False)


def cord_straps(ground: Ground, rings: dict[str, list[Frame]]) -> tuple[list[Surface], set[str]]:
    """Cords that run round a drawn rim, and from its sides double to the rings of their owner."""
    made: list[Surface] = []
    shown: set[str] = set()
    for notion in ground.draft.notions:
        ends = _rings_of(ground, notion, rings) if notion.kind == "cord" else []
        if ends and ground.body.rims:
            meshes = [tube(each, (notion.width or 5.0) / 2) for ring in ends for each in _strands(ground, notion, ring)]
            made.append(surface(notion.id, Stuff.CORD, *meshes, notion=notion.id))
            shown.add(notion.id)
    return made, shown


def _rings_of(ground: Ground, cord: Notion, rings: dict[str, list[Frame]]) -> list[Frame]:
    own = {each.id for each in ground.draft.notions if each.owner == cord.owner and each.kind == "ring"}
    return [frame for key, frames in rings.items() if key in own for frame in frames]


def _strands(ground: Ground, cord: Notion, ring: Frame) -> Iterator[Floats]:
    """The two strands from the rim's side to one ring, behind the bag."""
    rim = ground.body.points[max(ground.body.rims, key=len)]
    around = float(run_of(np.concatenate([rim, rim[:1]]))[-1])
    aside = unit((ring.at - ground.middle) * (1, 0, 0))
    start = rim[int(np.argmax(rim @ aside))] + 2.0 * aside - 8.0 * UP
    length = max(((cord.length or 0.0) - around) / 2, 1.05 * float(np.linalg.norm(start - ring.at)))
    back = np.array((0.0, 0.0, -1.0))
    for side in (-1.0, 1.0):
        shift = side * 0.6 * (cord.width or 5.0) * aside
        led = ground.path(cord.id, 1 if aside[0] > 0 else 2, start + shift, ring.at + shift)
        if led is not None:
            yield led[0]
            continue
        curve = hanging(start + shift, 0.5 * aside + back + 0.2 * UP, ring.at + shift, 0.5 * aside + back, length)
        curve[:, 1] = np.maximum(curve[:, 1], (cord.width or 5.0) / 2)
        yield curve


def recessed(ground: Ground, opened: bool = False) -> tuple[list[Surface], list[Stroke], set[str]]:
    """Zips between two strips that are caught in the rim: the strips, and the zip where they meet.

    *opened*, either strip hangs down from its own side, with half of the zip.
    """
    surfaces: list[Surface] = []
    strokes: list[Stroke] = []
    shown: set[str] = set()
    for seam in ground.draft.seams:
        if seam.kind is SeamKind.ZIP and seam.zip and not ground.has(seam.a[0].panel, seam.a[0].copy):
            sides = [_caught_side(ground, each[0].panel, each[0].copy) for each in (seam.a, seam.b)]
            if sides[0] is not None and sides[1] is not None:
                notion = next(each for each in ground.draft.notions if each.id == seam.zip)
                one, other = _facing(sides[0], sides[1])
                if not opened and np.linalg.norm(one - other, axis=1).max() < _ROOM:
                    continue  # in a flat mouth nobody sees it
                made, lines = (_apart if opened else _joined)(ground, seam, notion, one, other)
                surfaces += made
                strokes += lines
                shown |= {notion.id, seam.a[0].panel}
    return surfaces, strokes, shown


def _joined(
    ground: Ground, seam: Seam, notion: Notion, one: Floats, other: Floats
) -> tuple[list[Surface], list[Stroke]]:
    """Both strips and the closed zip between them, which hangs as deep as they are wider than the bag."""
    half = np.linalg.norm(one - other, axis=1) / 2
    drop = np.maximum(np.sqrt(np.maximum(_width(ground, seam) ** 2 - half**2, 0.0)), 6.0)
    middle, up = (one + other) / 2 - drop[:, None] * UP, np.tile(UP, (len(one), 1))
    middle = within_walls(ground, middle, np.minimum(half, _ROOM))
    sides = [within_walls(ground, side - 2.0 * UP, np.minimum(half / 2, 2 * _THICK)) for side in (one, other)]
    cloth = _cloth(ground, seam, [_upward(side, middle) for side in sides])
    tape = zip_along(middle, up, notion, shown_in(ground.draft, seam))
    runner = sliders(middle, up, notion, sliders_of(ground.draft, seam), pull_on(ground.draft, notion.id))
    metal = [replace(each, points=within_walls(ground, each.points, _THICK)) for each in runner]
    return [*cloth, *tape, *metal], [zip_stroke(middle, up, seam.id)]


def _apart(
    ground: Ground, seam: Seam, notion: Notion, one: Floats, other: Floats
) -> tuple[list[Surface], list[Stroke]]:
    """Either strip as it hangs down from its side of the rim, with half of the open zip; the slider at its end."""
    meshes, zips, lines = [], [], []
    for side, across in ((one, other), (other, one)):
        edge, ups, way = dangling(side, across, _width(ground, seam))
        meshes.append(_upward(side - 2.0 * UP, edge))
        zips += half_zip(edge, ups, way, notion)
        lines.append(teeth_line(edge, ups, notion, seam.id))
        at = max(len(edge) - 1 - round(_BACK / _STEP), 1)
        last = framed(edge[at], edge[at - 1] - edge[at], ups[at])
    return [*_cloth(ground, seam, meshes), *zips, *pulled(last, notion, pull_on(ground.draft, notion.id))], lines


def _width(ground: Ground, seam: Seam) -> float:
    """mm from the rim to the zip."""
    area = float(ground.draft[seam.a[0].panel].stitching_line.polygon.area)
    return area / ground.draft.side_length(seam.a)


def _cloth(ground: Ground, seam: Seam, meshes: list[Mesh]) -> list[Surface]:
    """The strips, and their undersides of the panel that is caught at the zip with them."""
    whole, panel = one_of(meshes), ground.draft[seam.a[0].panel]
    made = [surface(panel.id, panel.material, whole, piece=panel.id)]
    for under in dict.fromkeys(run.panel for each in seam.caught for run in each.runs):
        back = Mesh(whole.points - _THICK * whole.normals, -whole.normals, whole.uv, whole.triangles[:, ::-1])
        made.append(surface(under, ground.draft[under].material, back, piece=under))
    return made


def _caught_side(ground: Ground, panel: str, copy: int) -> Floats | None:
    """The line at the rim in which a strip is caught, k x 3; None where it is not."""
    for seam in ground.draft.seams:
        for caught in seam.caught:
            if any((run.panel, run.copy) == (panel, copy) for run in caught.runs):
                return _along(ground, seam, caught)
    return None


def _along(ground: Ground, seam: Seam, caught: Caught) -> Floats | None:
    length = ground.draft.side_length(caught.runs)
    met = [ground.met(seam, caught.at + at) for at in np.linspace(0.0, length, 30)]
    places = [each.at for each in met if each is not None]
    return np.array(places) if len(places) == 30 else None


def _facing(one: Floats, other: Floats) -> tuple[Floats, Floats]:
    """Two sides of a rim from left to right, point against point."""
    if one[0] @ (1, 0, 0) > one[-1] @ (1, 0, 0):
        one = one[::-1]
    if (other[-1] - other[0]) @ (one[-1] - one[0]) < 0:
        other = other[::-1]
    return one, other


def _upward(rim: Floats, middle: Floats) -> Mesh:
    """A strip that is seen from above."""
    made = wall(rim, middle, closed=False)
    return made if made.normals[:, 1].mean() > 0 else wall(rim[::-1], middle[::-1], closed=False)
