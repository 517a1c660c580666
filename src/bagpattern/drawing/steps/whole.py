"""Where no other kind of figure fits: the sewn bag, what the step is about marked on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bagpattern.drawing.model import Shape
from bagpattern.drawing.names import Names
from bagpattern.drawing.steps.canvas import HEIGHT, WIDTH, Canvas
from bagpattern.drawing.strokes import circle
from bagpattern.drawing.views.beside import looked_at
from bagpattern.drawing.views.camera import CAMERAS
from bagpattern.drawing.views.flat import Flat, flat, reach
from bagpattern.drawing.views.looks import looks
from bagpattern.geometry.cloths import area_of, grown_by, rings, together
from bagpattern.geometry.path import line_path
from bagpattern.geometry.placement import Placement
from bagpattern.geometry.thinned import thinned
from bagpattern.values import kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bagpattern.geometry.cloths import Area
    from bagpattern.geometry.path import Path
    from bagpattern.model.operation import Operation
    from bagpattern.model.pattern import Pattern
    from bagpattern.model.seam import Run
    from bagpattern.sewn.bag import Floats, Stroke, Surface

_VIEWS = ("three-quarter", "back", "open")
_BASE = ("three-quarter",)
_FIRST = 1.3
"""How many times as much of something has to be seen in another view: the first one shows most of a bag."""
_LARGE = 9.0
"""mm of paper: a ring that is larger says nothing."""


class _Seen(NamedTuple):
    scale: float
    flat: Flat


@kept
def _views(pattern: Pattern) -> dict[str, _Seen]:
    """Views that have been drawn of a bag, for all the steps that show it."""
    return {}


def _seen(pattern: Pattern, name: str) -> _Seen:
    views = _views(pattern)
    if name not in views:
        subject, camera = looked_at(pattern), CAMERAS[name]
        left, bottom, right, top = reach(subject, camera)[0]
        scale = min((WIDTH - 6) / (right - left), (HEIGHT - 4) / (top - bottom), 1.0)
        at = complex(WIDTH / 2 - (left + right) / 2 * scale, HEIGHT / 2 - (bottom + top) / 2 * scale)
        views[name] = _Seen(scale, flat(subject, name, camera, scale, Names(), False, at))
    return views[name]


def whole(pattern: Pattern, operations: Iterable[Operation]) -> Canvas | None:
    """The bag from where most of it is seen, its seams in the accent; what else is in hand in a ring, or its outline.

    None where nothing of it is on the bag: that is left to the words.
    """
    seams, things, hosts = _about(operations)
    if not things and not hosts:
        hosts = {run.panel for each in seams for side in _sides(pattern, each) for run in side}
    name = max(_VIEWS, key=lambda each: (_shown(pattern, each, seams), _turned_to(pattern, each, things or hosts)))
    seen, canvas = _seen(pattern, name), Canvas()
    at = seen.flat.box[0] - reach(looked_at(pattern), CAMERAS[name])[0][0] * seen.scale
    up = seen.flat.box[1] - reach(looked_at(pattern), CAMERAS[name])[0][1] * seen.scale
    _bag(canvas, seen.flat)
    axes = CAMERAS[name].axes[:2]
    lines = [each.points @ axes.T * seen.scale for each in _strokes(pattern, seams)]
    for path in thinned([each for each in lines if len(each) > 1], 0.05, False, complex(at, up)):
        canvas.put("casing", path)
        canvas.put("seam", path)
    if lines:
        return canvas
    marks = [*_marks(pattern, axes, seen.scale, things)] or [*_marks(pattern, axes, seen.scale, hosts)]
    for path in (each.placed(Placement(complex(at, up))) for each in marks):
        canvas.put("casing", path)
        canvas.put("slit", path)
    return canvas if marks else None


def _sides(pattern: Pattern, seam: str) -> tuple[tuple[Run, ...], ...]:
    return pattern.seams[seam].a, pattern.seams[seam].b


def _about(operations: Iterable[Operation]) -> tuple[set[str], set[str], set[str]]:
    """The seams, the panels and notions in hand, and the panels on which they come."""
    every = list(operations)
    seams = {seam for each in every for seam in (*each.seams, each.goal)} - {""}
    things = {sheet.panel for each in every for sheet in each.pieces}
    things |= {notion for each in every for notion in each.notions}
    return seams, things, {where.panel for each in every for where in each.on}


def _bag(canvas: Canvas, drawn: Flat) -> None:
    styles = looks({})
    for number, item in enumerate(drawn.items):
        role = f"flat-{number}-bag"
        canvas.styles[role] = styles[item.role]
        canvas.items.append(Shape(item.id, role, item.paths))


def _strokes(pattern: Pattern, seams: set[str]) -> list[Stroke]:
    return [each for each in looked_at(pattern).bag.strokes if each.owner in seams]


def _shown(pattern: Pattern, name: str, seams: set[str]) -> float:
    """mm of the seams that look to the eye."""
    eye = CAMERAS[name].axes[2]
    return round(sum(_facing(each, eye) for each in _strokes(pattern, seams)), 3)


def _facing(stroke: Stroke, eye: Floats) -> float:
    if len(stroke.points) < 2:
        return 0.0
    long = np.linalg.norm(np.diff(stroke.points, axis=0), axis=1)
    return float(long[(stroke.normals @ eye)[:-1] > 0].sum())


def _surfaces(pattern: Pattern, of: set[str]) -> Iterator[Surface]:
    for each in looked_at(pattern).bag.surfaces:
        if len(each.points) and (each.piece or each.notion) in of:
            yield each


def _turned_to(pattern: Pattern, name: str, of: set[str]) -> float:
    """How much of pieces and notions looks to the eye: mm2, in the first view times a factor."""
    eye, found = CAMERAS[name].axes[2], 0.0
    for each in _surfaces(pattern, of):
        p, q, r = (each.points[each.triangles[:, corner]] for corner in range(3))
        outward = each.normals[each.triangles[:, 0]] @ eye
        found += float((np.linalg.norm(np.cross(q - p, r - p), axis=1) / 2 * np.maximum(outward, 0)).sum())
    return round(found * (_FIRST if name == _BASE[0] else 1.0), 1)


def _marks(pattern: Pattern, axes: Floats, scale: float, of: set[str]) -> Iterator[Path]:
    """A ring round what is small on the paper, the outline of what is large."""
    large: list[Area] = []
    for each in _surfaces(pattern, of):
        flat_points = each.points @ axes.T * scale
        low, high = flat_points.min(axis=0), flat_points.max(axis=0)
        middle, radius = (low + high) / 2, float(np.linalg.norm(high - low)) / 2
        if radius < _LARGE:
            yield circle(complex(middle[0], middle[1]), radius + 2)
        else:
            large.append(_covered(flat_points, each))
    for area in large:
        for ring in rings(area):
            yield line_path(*ring)


def _covered(points: Floats, surface: Surface) -> Area:
    """What a surface covers on paper."""
    corners = (points[each] for each in surface.triangles)
    area = together(area_of([complex(x, y) for x, y in each]) for each in corners)
    smooth: Area = grown_by(grown_by(area, 0.4), -0.4).simplify(0.1)
    return smooth
