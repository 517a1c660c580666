"""HPGL for roll plotters and knife cutters: pen up, pen down, 40 units a mm [print 4.3]. Lines only.

There is a pen per role, or, where several sizes lie in each other, per size.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import groupby

from bagpattern.drawing.model import Drawing, Shape, size_in
from bagpattern.drawing.turned_over import turned_over
from bagpattern.export import Exporter, Files, Job
from bagpattern.geometry.path import Path
from bagpattern.geometry.place import Box
from bagpattern.geometry.window import reach, seen
from bagpattern.said import Figure, Length
from bagpattern.words import extent, words

UNITS = 40
"""Plotter units in a mm."""
_PENS = ("cut", "slit", "drill", "notch", "placement", "stitch", "fold")
"""Pens 1 to 7; every other line has pen 8."""


REACH = 32767 / UNITS
"""mm either way: plotters of the first HP-GL count in 16 bits [K]; those of HP-GL/2 count as far as needed."""


class Hpgl(Exporter):
    """One file a drawing, or one for each stretch of it; texts are left out: plotters draw letters of their own."""

    title = "HPGL for plotters"
    suffix = "plt"
    reads = ("roll",)

    def files(self, job: Job) -> Files:
        """Each drawing as plotter commands."""
        return {
            job.name(self.suffix, "-".join(filter(None, (part, name)))): hpgl_text(drawing, window).encode("ascii")
            for part, drawing, windows in _windowed(job)
            for name, window in windows.items()
        }

    def told(self, job: Job) -> Iterator[str]:
        """Which drawings are split, and why."""
        limit = words("the roll") if job.options.roll else words("what old plotters reach")
        most = Length(job.options.roll or REACH)
        for part, drawing, windows in _windowed(job):
            if len(windows) > 1:
                size = extent(drawing.width, drawing.height)
                count = Figure(len(windows))
                told = words("{size} is more than {limit} ({most}): split into {count} files, each from 0, 0, to be "
                    "joined", size=size, limit=limit, most=most, count=count)  # fmt: skip
                yield f"{job.name(self.suffix, part)}: {job.pattern.tell(told)}"


def _windowed(job: Job) -> Iterator[tuple[str, Drawing, dict[str, Box]]]:
    """Every drawing, turned where it lies on the roll only so, with its windows by what their file names have."""
    for part, drawing in job.drawings.items():
        roll = job.options.roll
        lying = turned_over(drawing) if roll and drawing.width <= roll < drawing.height else drawing
        yield part, lying, _windows(lying, (math.inf, roll) if roll else (REACH, REACH))


def _windows(drawing: Drawing, most: tuple[float, float]) -> dict[str, Box]:
    """Even stretches of a drawing, none longer than *most* mm either way, row by row from below."""
    sides = drawing.width, drawing.height
    columns, rows = (
        math.ceil(side / limit - 1e-9) if side > limit else 1 for side, limit in zip(sides, most, strict=True)
    )
    wide, high = sides[0] / columns, sides[1] / rows
    boxes = [(x * wide, y * high, (x + 1) * wide, (y + 1) * high) for y in range(rows) for x in range(columns)]
    if len(boxes) == 1:
        return {"": boxes[0]}
    return {f"{number}-of-{len(boxes)}": box for number, box in enumerate(boxes, 1)}


def hpgl_text(drawing: Drawing, window: Box | None = None) -> str:
    """The drawing's lines: pen by pen, in the order in which they are drawn; outlines last, which free the pieces.

    Of a *window* it is what lies in that, counted from its corner. Sizes that lie in each other are only plotted: their
    pens come in order.
    """
    shapes = [item for item in drawing.items if isinstance(item, Shape)]
    sizes = [*drawing.sizes]
    lines = ["IN;"]
    pens = range(1, len(_PENS) + 2)
    for pen in pens if sizes else (*pens[1:], pens[0]):
        strokes = [
            _stroke(path)
            for shape in shapes
            if _pen(shape.role, sizes) == pen
            for whole in shape.paths
            for path in _shown(whole, window)
        ]
        lines += [f"SP{pen};", *strokes] if strokes else []
    return "\n".join([*lines, "SP0;"]) + "\n"


def _pen(role: str, sizes: Sequence[str]) -> int:
    if sizes:
        return sizes.index(size_in(role)) + 1 if size_in(role) else len(_PENS) + 1
    return _PENS.index(role) + 1 if role in _PENS else len(_PENS) + 1


def _shown(path: Path, window: Box | None) -> Iterator[Path]:
    if window is None:
        yield path
        return
    for each in seen(path, reach(path), window):
        yield each.moved(-complex(window[0], window[1]))


def _stroke(path: Path) -> str:
    first, *rest = (step for step, _ in groupby(_steps(path)))
    return f"PU{first};PD{','.join(rest)};PU;"


def _steps(path: Path) -> Iterator[str]:
    for point in path.flattened(0.02):
        yield f"{round(point.real * UNITS)},{round(point.imag * UNITS)}"
