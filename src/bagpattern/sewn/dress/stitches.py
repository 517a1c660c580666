"""Stitching that shows: topstitch lines on the body and on what lies on it; and thread, for who wants it solid."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.geometry.segments import Straight
from bagpattern.model.marks import LineKind
from bagpattern.sewn.bag import Stroke, StrokeKind, Stuff, Surface
from bagpattern.sewn.dress.ground import Ground, evenly_along
from bagpattern.sewn.dress.laid import line_on
from bagpattern.sewn.dress.mesh import Mesh, at_runs, run_of, surface, unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bagpattern.geometry.path import Path
    from bagpattern.geometry.points import Point
    from bagpattern.model.panel import Panel
    from bagpattern.sewn.bag import Floats

_STEP = 4.0
_STITCH, _GAP = 3.0, 1.3
"""mm of thread that shows, and between: 5 stitches on 22 mm [construction 9]."""
_THREAD = 0.38
"""mm: half of the ridge that a stitch is."""


def topstitching(ground: Ground, panel: Panel, copy: int) -> Iterator[Stroke]:
    """The topstitched lines of one sheet or laid panel, and its parts' stitched ones: channels, divisions, boxes."""
    sewn = {run.on for seam in ground.draft.seams if seam.zip for run in seam.a if run.panel == panel.id}
    for line in panel.lines:
        shows = line.kind is LineKind.TOPSTITCH or (line.kind is LineKind.STITCH and line.owner)
        if shows and not line.behind and not line.holds and line.name not in sewn:
            for at in _once(line.path):
                points, normals = line_on(ground, (panel.id, copy), line.name, at, 0.4)
                yield Stroke(StrokeKind.TOPSTITCH, points, normals, panel.id)


def _once(path: Path) -> Iterator[Floats]:
    """Places on a path, mm along it, its corners among them; without sides of a box that are sewn a second time.

    Two dashed lines on each other look like a seam.
    """
    sewn: set[frozenset[Point]] = set()
    found: list[Floats] = []
    start = 0.0
    for each in path.segments:
        ends = frozenset({each.start, each.end})
        if isinstance(each, Straight) and ends in sewn:
            yield from [np.concatenate(found)] if found else []
            found = []
        else:
            found.append(start + evenly_along(each.length, _STEP)[1 if found else 0 :])
        sewn.add(ends)
        start += each.length
    yield from [np.concatenate(found)] if found else []


def threads(strokes: Iterable[Stroke]) -> tuple[Surface, ...]:
    """The stitches of topstitched lines as little ridges of thread, one surface; none without stitching."""
    meshes = [_ridges(each) for each in strokes if each.kind is StrokeKind.TOPSTITCH and len(each.points) > 1]
    return (surface("stitching", Stuff.THREAD, *meshes),) if meshes else ()


def _ridges(stroke: Stroke) -> Mesh:
    length = float(run_of(stroke.points)[-1])
    count = max(1, int(length / (_STITCH + _GAP)))
    starts = (np.arange(count) + 0.5 * _GAP / (_STITCH + _GAP)) * length / count
    ends = starts + length / count * _STITCH / (_STITCH + _GAP)
    up = unit(at_runs(stroke.points, (starts + ends) / 2, stroke.normals))
    one, two = (at_runs(stroke.points, each) for each in (starts, ends))
    side = _THREAD * unit(np.cross(up, two - one))
    high = 1.5 * _THREAD * up
    points = np.stack([one - side, one + side, two + side, two - side, one + high, two + high], axis=1)
    lean = np.stack([up - side, up + side, up + side, up - side, up, up], axis=1)
    roof = np.array([(0, 4, 5), (0, 5, 3), (1, 2, 5), (1, 5, 4)])[:, ::-1]
    triangles = (roof[None] + 6 * np.arange(count)[:, None, None]).reshape(-1, 3)
    points = points.reshape(-1, 3)
    return Mesh(points, unit(lean.reshape(-1, 3)), np.zeros((len(points), 2)), triangles)
