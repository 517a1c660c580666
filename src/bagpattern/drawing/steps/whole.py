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
from bagpattern.geometry.thinned import thinned
from bagpattern.values import kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bagpattern.model.operation import Operation
    from bagpattern.model.pattern import Pattern
    from bagpattern.sewn.bag import Floats, Stroke

_VIEWS = ("three-quarter", "back", "open")
_BASE = ("three-quarter",)
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


def whole(pattern: Pattern, operations: Iterable[Operation]) -> Canvas:
    """The bag from where most of it is seen, its seams in the accent; what else is in hand in a ring."""
    seams, pieces, notions = _about(operations)
    name = max(_VIEWS, key=lambda each: (_shown(pattern, each, seams), each == _BASE[0]))
    seen, canvas = _seen(pattern, name), Canvas()
    at = seen.flat.box[0] - reach(looked_at(pattern), CAMERAS[name])[0][0] * seen.scale
    up = seen.flat.box[1] - reach(looked_at(pattern), CAMERAS[name])[0][1] * seen.scale
    _bag(canvas, seen.flat)
    axes = CAMERAS[name].axes[:2]
    lines = [each.points @ axes.T * seen.scale for each in _strokes(pattern, seams)]
    for path in thinned([each for each in lines if len(each) > 1], 0.05, False, complex(at, up)):
        canvas.put("casing", path)
        canvas.put("seam", path)
    if not lines:
        for middle, radius in _rings(pattern, axes, pieces, notions):
            ring = circle(middle * seen.scale + complex(at, up), radius * seen.scale + 2)
            if radius * seen.scale < _LARGE:
                canvas.put("casing", ring)
                canvas.put("slit", ring)
    return canvas


def _about(operations: Iterable[Operation]) -> tuple[set[str], set[str], set[str]]:
    every = list(operations)
    seams = {seam for each in every for seam in (*each.seams, each.goal)} - {""}
    panels = {where.panel for each in every for where in each.on}
    panels |= {sheet.panel for each in every for sheet in each.pieces}
    return seams, panels, {notion for each in every for notion in each.notions}


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


def _rings(pattern: Pattern, axes: Floats, pieces: set[str], notions: set[str]) -> Iterator[tuple[complex, float]]:
    for each in looked_at(pattern).bag.surfaces:
        if len(each.points) and ((each.piece and each.piece in pieces) or (each.notion and each.notion in notions)):
            flat_points = each.points @ axes.T
            low, high = flat_points.min(axis=0), flat_points.max(axis=0)
            middle = (low + high) / 2
            yield complex(middle[0], middle[1]), float(np.linalg.norm(high - low)) / 2
