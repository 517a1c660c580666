"""Where no other kind of figure fits: the sewn bag, what the step is about marked on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bagpattern.drawing.model import Shape
from bagpattern.drawing.names import Names
from bagpattern.drawing.steps.canvas import HEIGHT, WIDTH, Canvas
from bagpattern.drawing.steps.outlined import hidden, rounds
from bagpattern.drawing.views.beside import looked_at
from bagpattern.drawing.views.camera import CAMERAS
from bagpattern.drawing.views.flat import Flat, Seen, flat, reach
from bagpattern.drawing.views.looks import looks
from bagpattern.drawing.views.visible import seen_of
from bagpattern.geometry.placement import Placement
from bagpattern.geometry.thinned import thinned
from bagpattern.values import kept

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bagpattern.geometry.path import Path
    from bagpattern.geometry.points import Point
    from bagpattern.model.operation import Operation
    from bagpattern.model.pattern import Pattern
    from bagpattern.model.seam import Run
    from bagpattern.sewn.bag import Floats, Stroke

_VIEWS = ("three-quarter", "back", "open")
_FIRST = 1.3
"""How many times as much of something has to be seen in another view: the first one shows most of a bag."""


class _Drawn(NamedTuple):
    """A view on paper: mm of it for a mm of the bag, and where the bag's origin is."""

    flat: Flat
    scale: float
    at: Point


@kept
def _drawn(pattern: Pattern) -> dict[str, _Drawn]:
    """Views that have been drawn of a bag, for all the steps that show it."""
    return {}


def _view(pattern: Pattern, name: str) -> _Drawn:
    views = _drawn(pattern)
    if name not in views:
        subject, camera = looked_at(pattern), CAMERAS[name]
        left, bottom, right, top = reach(subject, camera)[0]
        scale = min((WIDTH - 6) / (right - left), (HEIGHT - 4) / (top - bottom), 1.0)
        at = complex(WIDTH / 2 - (left + right) / 2 * scale, HEIGHT / 2 - (bottom + top) / 2 * scale)
        views[name] = _Drawn(flat(subject, name, camera, scale, Names(), False, at), scale, at)
    return views[name]


def whole(pattern: Pattern, operations: Iterable[Operation]) -> Canvas | None:
    """The bag from where most of it is seen, its seams in the accent; what else is in hand in a ring, or its outline.

    None where nothing of it is on the bag: that is left to the words.
    """
    seams, things, hosts = _about(operations)
    if not things and not hosts:
        hosts = {run.panel for each in seams for side in _sides(pattern, each) for run in side}
    strokes = [each for each in looked_at(pattern).bag.strokes if each.owner in seams]
    name = max(_VIEWS, key=lambda each: _told(pattern, each, strokes, things or hosts))
    lines = _lines(pattern, name, strokes)
    for of in (things, hosts):
        lines = lines or [*rounds(looked_at(pattern).bag, _seen(pattern, name), _view(pattern, name).scale, of)]
    for of in (things, hosts):
        axes = CAMERAS[name].axes[:2]
        lines = lines or [*hidden(looked_at(pattern).bag, axes, _view(pattern, name).scale, of)]
    return _marked(_view(pattern, name), lines, "seam" if strokes else "slit") if lines else None


def _marked(view: _Drawn, lines: Iterable[Path], kind: str) -> Canvas:
    canvas = Canvas()
    _bag(canvas, view.flat)
    for path in (each.placed(Placement(view.at)) for each in lines):
        canvas.put("casing", path)
        canvas.put(kind, path)
    return canvas


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


def _seen(pattern: Pattern, name: str) -> Seen:
    return looked_at(pattern).seen(CAMERAS[name])


def _told(pattern: Pattern, name: str, strokes: list[Stroke], of: set[str]) -> tuple[float, float]:
    """How much is seen in a view: mm of the seams, then mm2 of pieces and notions, in the first view times a factor."""
    along = sum(_long(points) for _, points in seen_of(strokes, _seen(pattern, name).samples))
    times = _FIRST if name == _VIEWS[0] else 1.0
    return round(along, 3), round(_shown(pattern, name, of) * times, 1)


def _shown(pattern: Pattern, name: str, of: set[str]) -> float:
    samples = _seen(pattern, name).samples
    numbers = [n for n, each in enumerate(looked_at(pattern).bag.surfaces) if (each.piece or each.notion) in of]
    front = samples.scene.surfaces[samples.triangles[samples.triangles >= 0]]
    return float(np.isin(front, numbers).sum()) * samples.step**2


def _long(points: Floats) -> float:
    return float(np.linalg.norm(np.diff(points[:, :2], axis=0), axis=1).sum())


def _lines(pattern: Pattern, name: str, strokes: list[Stroke]) -> list[Path]:
    """Seams as far as they are seen; where nothing of them is, as they run behind."""
    scale, axes = _view(pattern, name).scale, CAMERAS[name].axes[:2]
    seen = [points[:, :2] for _, points in seen_of(strokes, _seen(pattern, name).samples)]
    chains = seen or [each.points @ axes.T for each in strokes]
    return [*thinned([each * scale for each in chains if len(each) > 1], 0.05, False)]
