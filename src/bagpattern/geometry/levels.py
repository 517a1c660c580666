"""Level lines through outlines: how wide an outline is at a height, and the part of it below one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from bagpattern.geometry.path import Path, line_path
from bagpattern.geometry.points import SAME, Point, point


def level_width(outline: Path, y: float) -> float:
    """mm across a closed, flattened outline at the height *y*. Raises ValueError when it does not reach there."""
    heights = [p.imag - y for p in outline.flat]
    reaching = [at for at, (low, high) in enumerate(pairwise(heights)) if low * high <= 0]
    found: list[float] = []
    for p, q in (outline.flat[at : at + 2] for at in reaching):
        found += [p.real, q.real] if p.imag == q.imag else [_crossed(p, q, y).real]
    return max(found) - min(found)


class Levels:
    """How wide a closed outline is at any height; each height is measured once."""

    def __init__(self, outline: Path) -> None:
        self.outline = outline
        heights = [p.imag for p in outline.flat]
        self.bottom, self.top = min(heights), max(heights)
        self.measured: dict[float, float] = {}

    def width(self, y: float) -> float:
        """mm across at the height *y*, or at the top for what is higher."""
        y = min(y, self.top)
        if y not in self.measured:
            self.measured[y] = level_width(self.outline, y)
        return self.measured[y]


def below(outline: Path, y: float) -> Path:
    """The part of a closed, convex outline up to the height *y*, flattened. Raises ValueError when there is none."""
    points = [*_kept(outline, y)]
    apart = [p for p, after in zip(points, [*points[1:], points[0]], strict=True) if abs(after - p) > SAME]
    if len(apart) < 3:
        raise ValueError(f"nothing of the outline lies below {y:.1f} mm")
    return line_path(*apart, apart[0])


def _kept(outline: Path, y: float) -> Iterator[Point]:
    for p, q in pairwise(outline.flat):
        if p.imag <= y:
            yield p
        if min(p.imag, q.imag) < y < max(p.imag, q.imag):
            yield _crossed(p, q, y)


def _crossed(p: Point, q: Point, y: float) -> Point:
    return point(p.real + (q - p).real * (y - p.imag) / (q - p).imag, y)
