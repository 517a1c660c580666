"""Flaps over zips: strips of two layers, folded or cut twice, that lie on a zip, held along one side of it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from bagpattern.attached.sliders import covers_an_end
from bagpattern.model.marks import LineKind
from bagpattern.model.panel import Role
from bagpattern.model.seam import SeamKind
from bagpattern.sewn.bag import Surface
from bagpattern.sewn.dress.flats import wall
from bagpattern.sewn.dress.ground import Ground, located
from bagpattern.sewn.dress.mesh import Mesh, surface

if TYPE_CHECKING:
    from bagpattern.model.draft import Draft
    from bagpattern.model.panel import Panel
    from bagpattern.model.seam import Seam
    from bagpattern.sewn.bag import Floats

_STEP = 6.0
_LOW, _HIGH = 4.5, 3.0
"""mm that a flap keeps off the cloth: over the teeth of the zip, and at its stitching."""
_LAYERS = 2


def zip_flaps(ground: Ground) -> list[Surface]:
    """The strips in the seams of zips."""
    return [
        _flap(ground, seam, ground.draft[panel], at, length)
        for seam in ground.draft.seams
        if seam.kind is SeamKind.ZIP and all(ground.has(run.panel, run.copy) for run in seam.a)
        for panel, (at, length) in _held(ground.draft, seam).items()
    ]


def _held(draft: Draft, seam: Seam) -> dict[str, tuple[float, float]]:
    """The strips of which a zip's seam holds both layers, and from where on, how long."""
    layers = [(run, caught) for caught in seam.caught for run in caught.runs]
    strips = Counter(run.panel for run, _ in layers if draft[run.panel].role is Role.CLOSURE)
    return {
        run.panel: (caught.at, draft.run_length(run) - caught.ease)
        for run, caught in layers
        if strips[run.panel] == _LAYERS and not covers_an_end(draft[run.panel])
    }


def _flap(ground: Ground, seam: Seam, panel: Panel, at: float, length: float) -> Surface:
    """The strip from the needle's line on side a, over the zip."""
    wide = _across(panel)
    steps = np.linspace(at, at + length, max(2, round(length / _STEP)))
    placed = [_place(ground, seam, each) for each in steps]
    foot, out, up = (np.array(each) for each in zip(*placed, strict=True))
    near, far = foot + _HIGH * up, foot + wide * out + _LOW * up
    sheet = wall(far, near, closed=False)
    if float((sheet.normals.mean(axis=0)) @ up.mean(axis=0)) < 0.0:
        sheet = wall(far[::-1], near[::-1], closed=False)
    back = Mesh(sheet.points, -sheet.normals, sheet.uv, sheet.triangles[:, ::-1])
    return surface(panel.id, panel.material, sheet, back, piece=panel.id)


def _across(panel: Panel) -> float:
    """mm of the strip from the needle to its free edge: one end of it, half of that where it is folded in two."""
    ends = [edge.length for edge in panel.edges]
    folded = any(line.kind is LineKind.FOLD for line in panel.lines)
    return min(ends) / (2 if folded else 1)


def _place(ground: Ground, seam: Seam, at: float) -> tuple[Floats, Floats, Floats]:
    """The needle's line beside the zip there, the direction over the zip, and the one away from the cloth."""
    run, on = located(ground.draft, seam.a, at / ground.draft.side_length(seam.a))
    edge = ground.draft[run.panel].edge(run.on)
    spots = ground.along(run.panel, run.copy, run.on, [on])
    away = -1j * edge.path.tangent_at(on)
    out = spots.frames[0] @ (away.real, away.imag)
    out = out / np.linalg.norm(out)
    return spots.points[0] - edge.zip / 2 * out, out, spots.normals[0]
