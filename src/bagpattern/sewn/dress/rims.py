"""What is at a rim: channels that stand on it, cords that hang from it, and the strips of a recessed zip in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.model.seam import SeamKind
from bagpattern.sewn.bag import Stroke, Stuff, Surface
from bagpattern.sewn.dress.ground import UP, Ground
from bagpattern.sewn.dress.hanging import hanging
from bagpattern.sewn.dress.laid import wall
from bagpattern.sewn.dress.mesh import one_of, run_of, surface, tube, unit
from bagpattern.sewn.dress.zips import shown_in, sliders, zip_along, zip_stroke

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bagpattern.model.notion import Notion
    from bagpattern.model.panel import Panel
    from bagpattern.model.seam import Caught, Seam
    from bagpattern.sewn.bag import Floats
    from bagpattern.sewn.dress.mesh import Frame, Mesh

_STEP = 6.0
_THICK = 1.2


def channels(ground: Ground) -> list[Surface]:
    """Bands folded in half that are sewn to a rim by both long edges: they stand on it, and hold a cord."""
    made = []
    for seam in ground.draft.seams:
        for run in seam.b:
            panel = ground.draft[run.panel]
            folded = any(each.panel == run.panel for caught in seam.caught for each in caught.runs)
            if folded and not ground.has(run.panel, run.copy) and not any(r.panel == run.panel for r in seam.a):
                made += _band(ground, seam, panel, run.copy)
    return made


def _band(ground: Ground, seam: Seam, panel: Panel, copy: int) -> list[Surface]:
    length = ground.draft.side_length(seam.a)
    met = [ground.met(seam, at) for at in np.linspace(0.0, length, max(2, round(length / _STEP)))]
    places = [each for each in met if each is not None and each.free]
    if len(places) < 2:
        return []
    high = float(panel.stitching_line.polygon.area) / length / 2
    foot = np.array([each.at for each in places])
    out = unit(np.array([each.out for each in places]) + UP)
    side = unit(np.array([each.normal for each in places]))
    shell = [_sheet(foot + sign * _THICK * side, high * out, sign) for sign in (1.0, -1.0)]
    return [surface(panel.id, panel.material, *shell, piece=panel.id, copy=copy)]


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
        curve = hanging(start + shift, 0.5 * aside + back + 0.2 * UP, ring.at + shift, 0.5 * aside + back, length)
        curve[:, 1] = np.maximum(curve[:, 1], (cord.width or 5.0) / 2)
        yield curve


def recessed(ground: Ground) -> tuple[list[Surface], list[Stroke], set[str]]:
    """Zips between two strips that are caught in the rim: the strips, and the zip where they meet."""
    surfaces: list[Surface] = []
    strokes: list[Stroke] = []
    shown: set[str] = set()
    for seam in ground.draft.seams:
        if seam.kind is SeamKind.ZIP and seam.zip and not ground.has(seam.a[0].panel, seam.a[0].copy):
            sides = [_caught_side(ground, each[0].panel, each[0].copy) for each in (seam.a, seam.b)]
            if sides[0] is not None and sides[1] is not None:
                notion = next(each for each in ground.draft.notions if each.id == seam.zip)
                cloth, curve, ups = _strips(ground, seam, sides[0], sides[1])
                surfaces += [
                    cloth,
                    *zip_along(curve, ups, notion, shown_in(ground.draft, seam)),
                    *sliders(curve, ups, notion, 1),
                ]
                strokes.append(zip_stroke(curve, ups, seam.id))
                shown |= {notion.id, seam.a[0].panel}
    return surfaces, strokes, shown


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


def _strips(ground: Ground, seam: Seam, one: Floats, other: Floats) -> tuple[Surface, Floats, Floats]:
    """Both strips from the rim to the zip between them, which hangs as deep as they are wider than the bag."""
    if one[0] @ (1, 0, 0) > one[-1] @ (1, 0, 0):
        one = one[::-1]
    if (other[-1] - other[0]) @ (one[-1] - one[0]) < 0:
        other = other[::-1]
    panel = ground.draft[seam.a[0].panel]
    wide = float(panel.stitching_line.polygon.area) / ground.draft.side_length(seam.a)
    half = np.linalg.norm(one - other, axis=1) / 2
    drop = np.maximum(np.sqrt(np.maximum(wide**2 - half**2, 0.0)), 6.0)
    middle = (one + other) / 2 - drop[:, None] * UP
    meshes = [_upward(side - 2.0 * UP, middle) for side in (one, other)]
    cloth = surface(panel.id, panel.material, one_of(meshes), piece=panel.id)
    return cloth, middle, np.tile(UP, (len(middle), 1))


def _upward(rim: Floats, middle: Floats) -> Mesh:
    """A strip that is seen from above."""
    made = wall(rim, middle, closed=False)
    return made if made.normals[:, 1].mean() > 0 else wall(rim[::-1], middle[::-1], closed=False)
