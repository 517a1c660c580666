"""Paths as SVG path data, and numbers as they stand in it; y turned downward here."""

from __future__ import annotations

import re
from collections.abc import Callable
from math import pi

from bagpattern.geometry.path import Path
from bagpattern.geometry.points import SAME
from bagpattern.geometry.segments import Arc, Segment, Straight

_FRACTIONS = re.compile(r"(\.\d+) (?=\.)")
"""A number with a point in it, before one that begins with a point: nothing need part the two."""


def number(value: float) -> str:
    """At most three decimals, no trailing zeros, no minus zero. Raises ValueError for NaN and infinity."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    if text[-1] in "nf":  # nan, inf
        raise ValueError(f"a drawing holds a coordinate that is not a number: {value}")
    return "0" if text == "-0" else text


def path_data(path: Path, height: float, figure: Callable[[float], str] = number) -> str:
    """A path as SVG path data, y counted down from *height*; *figure* writes the numbers."""
    segments, start = path.segments, path.start
    steps = [f"M{figure(start.real)} {figure(height - start.imag)}"]
    closed = abs(path.end - start) <= SAME
    if closed and isinstance(segments[-1], Straight):
        segments = segments[:-1]
    for segment in segments:
        end = segment.end
        steps.append(f"{_way(segment, height, figure)}{figure(end.real)} {figure(height - end.imag)}")
    return " ".join(steps) + ("Z" if closed else "")


def area_data(path: Path, height: float) -> str:
    """An area as SVG path data, each corner by its way from the last one, in hundredths of a mm; bends are flattened.

    Of printed cloth a picture has thousands: so they take half the room.
    """
    corners = [(round(100 * each.real), round(100 * (height - each.imag))) for each in path.flat[:-1]]
    (x, y), *others = corners
    steps = [f"M{_hundredths(x)} {_hundredths(y)}l"]
    for across, down in others:
        steps += [_hundredths(across - x), _hundredths(down - y)]
        x, y = across, down
    return steps[0] + _FRACTIONS.sub(r"\1", " ".join(steps[1:]).replace(" -", "-")) + "z"


def _hundredths(number: int) -> str:
    """What 0.01 times a number is, as short as can be."""
    whole, rest = divmod(abs(number), 100)
    text = f"{whole or ''}{f'.{rest:02d}'.rstrip('0') if rest else ''}" or "0"
    return f"-{text}" if number < 0 else text


def _way(segment: Segment, height: float, figure: Callable[[float], str]) -> str:
    """A step's letter and all of its numbers but the end."""
    if isinstance(segment, Straight):
        return "L"
    if isinstance(segment, Arc):
        radius = figure(segment.radius)
        return f"A{radius} {radius} 0 {int(abs(segment.sweep) > pi)} {int(segment.sweep < 0)} "
    first, second = segment.first, segment.second
    handles = (first.real, height - first.imag, second.real, height - second.imag)
    return f"C{' '.join(map(figure, handles))} "
