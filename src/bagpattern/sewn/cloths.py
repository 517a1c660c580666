"""The body's own cloth: each sheet as a surface with its print along the grain, its seams, rims and folds as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.model.panel import Role
from bagpattern.model.seam import SeamKind
from bagpattern.sewn.bag import Stroke, StrokeKind, Surface

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bagpattern.model.panel import Panel
    from bagpattern.model.pattern import Pattern
    from bagpattern.model.seam import Seam
    from bagpattern.sewn.bag import Floats
    from bagpattern.sewn.body import Body, Sheet


def cloths(body: Body, closed: bool = False) -> Iterator[Surface]:
    """A surface for each sheet, in the order of the sheets; seen from behind it is the lining, where there is one.

    Of a *closed* bag nothing is seen but what is near its rim: there it is the facing, if it has one.
    """
    usual = lining_of(body.pattern)
    faced = (each.material for each in body.pattern.draft.panels if closed and is_facing(each, usual))
    inner = next(faced, usual)
    for sheet in body.sheets:
        panel = sheet.panel
        name = panel.id if panel.count == 1 else f"{panel.id} {sheet.copy}"
        points = body.points[sheet.vertices]
        yield Surface(
            name, panel.material, points, sheet.normals, _print(sheet), sheet.triangles, inner, panel.id, sheet.copy
        )


def lining_of(pattern: Pattern) -> str:
    """The material that its sheets show inside; nothing where they have no lining."""
    return next((panel.material for panel in pattern.draft.panels if panel.role is Role.LINING), "")


def is_facing(panel: Panel, usual: str) -> bool:
    """Whether it is a wall of the lining that is not cut from the *usual* material of that."""
    return panel.role is Role.LINING and bool(panel.facets) and panel.material != usual


def _print(sheet: Sheet) -> Floats:
    """k x 2: where each vertex is on the cloth, v along the grain; a mirrored copy is cut from the cloth face down."""
    places = (sheet.flat[:, 0] + 1j * sheet.flat[:, 1]) * 1j / sheet.panel.grain
    return np.stack([-places.real if sheet.mirrored else places.real, places.imag], axis=1)


def lines(body: Body) -> Iterator[Stroke]:
    """Seams, but those that a zip lies on; rims; creases."""
    normals = _normals(body)
    for seam in body.pattern.draft.seams:
        if seam.id in body.seams and seam.kind is not SeamKind.ZIP:
            chain = body.seams[seam.id]
            kind = StrokeKind.STYLE if _is_style_line(body.pattern, seam) else StrokeKind.SEAM
            yield Stroke(kind, body.points[chain], normals[chain], seam.id, under=True)
    for rim in body.rims:
        chain = np.append(rim, rim[0])
        yield Stroke(StrokeKind.EDGE, body.points[chain], normals[chain], under=True)
    for fold in body.folds:
        yield Stroke(StrokeKind.FOLD, body.points[fold], normals[fold], under=True)


def _is_style_line(pattern: Pattern, seam: Seam) -> bool:
    """Whether a seam joins what one panel was divided into."""
    whole = {pattern.draft[run.panel].origin for run in (*seam.a, *seam.b)}
    return len(whole) == 1 and all(pattern.draft[run.panel].cut_from for run in (*seam.a, *seam.b))


def _normals(body: Body) -> Floats:
    """n x 3: outward at every vertex, also where sheets meet."""
    faces = body.faces
    a, b, c = (body.points[faces[:, corner]] for corner in range(3))
    across = np.repeat(np.cross(b - a, c - a), 3, axis=0)
    sums = np.stack([np.bincount(faces.ravel(), across[:, axis], len(body.points)) for axis in range(3)], axis=1)
    found: Floats = sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-12)
    return found
