"""A lens: a place three times as large, drawn anew in that scale, and a ring where it is."""

from __future__ import annotations

import cmath
from collections.abc import Callable, Sequence
from itertools import pairwise

from bagpattern.drawing.steps.canvas import WIDTH, Canvas
from bagpattern.drawing.steps.looks import SMALL, Tone
from bagpattern.drawing.steps.signs import seam
from bagpattern.drawing.steps.walls import bend_at
from bagpattern.drawing.strokes import circle
from bagpattern.geometry.cloths import Area, Wire, at_length, beside, disc_area, line_in, mapped, stretch, together
from bagpattern.geometry.points import Point, point, unit

_RADIUS, _SCALE = 10.0, 0.5
_CENTRE = point(WIDTH - _RADIUS - 1, 33)
_SHARP = 0.7
"""Radians within a few mm that make a corner: one clip, and the needle turns there."""
_NEAR = 15.0
"""mm: a corner so near to where a line turns most is what is shown."""
_EVERY = 9.0
"""mm from clip to clip on a curve [K]."""
_SHORT = 1.2
"""mm from a clip to the stitching, and a little, as it is drawn."""


def clips(
    canvas: Canvas,
    line: Sequence[Point],
    faces: tuple[tuple[Tone, bool], tuple[Tone, bool]],
    allowance: float,
    told: str,
    paper: Callable[[Point, float], Point],
    lift: float,
) -> None:
    """Where the face turns most: the allowance of the band, of the second face, clipped to 1 mm from the seam."""
    wire = Wire(line)
    stations = range(15, int(wire.long) - 15, 5)
    if not stations:
        return
    most = max(stations, key=lambda each: (min(abs(bend_at(wire, each)), 0.5), paper(wire.at(each)[0], 0).real))
    at = next((each for each in corners(line) if abs(each - most) < _NEAR), float(most))
    lens = _Lens(line, at)
    frame(canvas, _CENTRE, _RADIUS, paper(wire.at(at)[0], lift))
    near = stretch(line, max(at - 60, 0), min(at + 60, wire.long))
    sharp = abs(bend_at(wire, at, 4)) > _SHARP
    canvas.cloth(lens.seen(together([beside(near, 30), beside(near, -allowance)])), *faces[0], "")
    lap = beside(near, -allowance)
    if sharp:
        lap = together(beside([p, q], -allowance) for p, q in pairwise(near) if abs(q - p) > 3)
    canvas.cloth(lens.seen(lap), *faces[1])
    for far in () if sharp else [at + _EVERY * n for n in range(-5, 6)]:
        if 0 < far < wire.long and abs(bend_at(wire, far)) > 0.04:
            p, way = wire.at(far)
            clip = [lens(p - 1j * way * out) for out in (_SHORT, allowance + 0.3)]
            for kind in ("halo", "notch"):
                for each in line_in(clip, disc_area(_CENTRE, _RADIUS)):
                    canvas.line(kind, *each)
    for each in line_in([lens(p) for p in near], disc_area(_CENTRE, _RADIUS)):
        seam(canvas, each, stops=False, arrow=False)
    if sharp:
        canvas.put("dot", circle(lens(min(near, key=lambda p: abs(p - wire.at(at)[0]))), 1.1))
    canvas.put("edge", circle(_CENTRE, _RADIUS))
    canvas.text(_CENTRE - 7j, told, SMALL)


def corners(line: Sequence[Point]) -> list[float]:
    """mm along a line to each of its corners."""
    found, far = [], 0.0
    for p, q, r in zip(line, line[1:], line[2:], strict=False):
        far += abs(q - p)
        if abs(q - p) > 0 and abs(r - q) > 0 and abs(cmath.phase((r - q) / (q - p))) > _SHARP:
            found.append(far)
    return found


def frame(canvas: Canvas, centre: Point, radius: float, spot: Point) -> None:
    """The lens empty, and the ring round the place that it shows."""
    way = unit(centre - spot)
    canvas.line("thin", spot + way * 2.2, centre - way * radius)
    canvas.put("edge", circle(spot, 2.2))
    canvas.put("block", circle(centre, radius))
    canvas.busy.append(disc_area(centre, radius + 0.5))


class _Lens:
    """From cloth into the lens: the seam runs level there, the face above it."""

    def __init__(self, line: Sequence[Point], at: float) -> None:
        self.middle, self.way = at_length(line, at)

    def __call__(self, at: Point) -> Point:
        return _CENTRE + _SCALE * (at - self.middle) / self.way

    def seen(self, area: Area) -> Area:
        """What of an area is in the lens."""
        return mapped(area, self).intersection(disc_area(_CENTRE, _RADIUS))
