"""Where there is room: upright boxes placed inside an area, clear of every line in it.

All candidates of one question are tested at once, because one call per box would cost more than drawing the bag.
Boxes are (left, bottom, right, top) in mm.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import shapely

from bagpattern.geometry.points import Point, point

Box = tuple[float, float, float, float]
Points = Sequence[Point]
_STEP = 4.0  # mm between candidates, while there are no more than _MOST along a side
_MOST = 11


def lines_of(chains: Iterable[Points]) -> Any:
    """Chains of points as one shapely MultiLineString; chains of one point are left out."""
    kept = [np.asarray(chain, dtype=complex) for chain in chains if len(chain) > 1]
    if not kept:
        return shapely.multilinestrings([])
    joined = np.concatenate(kept)
    indices = np.repeat(np.arange(len(kept)), [len(chain) for chain in kept])
    return shapely.multilinestrings(shapely.linestrings(joined.real, joined.imag, indices=indices))


class Room:
    """The free room inside a closed chain of points, *clearance* mm from its lines and from every box that is taken."""

    def __init__(self, outline: Points, lines: Iterable[Points], clearance: float = 1.5) -> None:
        ring = np.asarray(outline, dtype=complex)
        self.area = shapely.polygons(np.column_stack((ring.real, ring.imag)))
        self.lines = lines_of([outline, *lines])
        shapely.prepare(self.area)
        shapely.prepare(self.lines)
        self.bounds: Box = (
            float(ring.real.min()),
            float(ring.imag.min()),
            float(ring.real.max()),
            float(ring.imag.max()),
        )
        self.clearance = clearance
        self.taken: list[Box] = []

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the bounds."""
        left, bottom, right, top = self.bounds
        return right - left, top - bottom

    @property
    def centre(self) -> Point:
        """The middle of the bounds."""
        left, bottom, right, top = self.bounds
        return point((left + right) / 2, (bottom + top) / 2)

    def take(self, box: Box) -> None:
        """Mark a box as used."""
        self.taken.append(box)

    def spot(self, width: float, height: float, near: Point) -> Point | None:
        """The centre of a free box of that size, as near to *near* as the candidates allow; None without room."""
        left, bottom, right, top = self.bounds
        gap = self.clearance
        spare = right - left - width - 2 * gap, top - bottom - height - 2 * gap
        if min(spare) < 0:
            return None
        xs = left + gap + width / 2 + _steps(spare[0], near.real - left - gap - width / 2)
        ys = bottom + gap + height / 2 + _steps(spare[1], near.imag - bottom - gap - height / 2)
        centres = (xs[:, None] + 1j * ys[None, :]).ravel()
        centres = centres[np.argsort(np.abs(centres - near), kind="stable")]
        found = self._first(centres, width, height)
        return None if found is None else complex(found)

    def first(self, centres: Points, width: float, height: float) -> int | None:
        """The index of the first of some centres where a box of that size is free."""
        free = self.free(np.asarray(centres, dtype=complex), width, height)
        return int(free.argmax()) if free.any() else None

    def _first(self, centres: Any, width: float, height: float) -> Any:
        """The nearest candidate mostly fits: try a few before all."""
        for part in (centres[:4], centres[4:]):
            free = self.free(part, width, height)
            if free.any():
                return part[free.argmax()]
        return None

    def free(self, centres: Any, width: float, height: float) -> Any:
        """For each centre whether a box of that size there is free."""
        if not len(centres):
            return np.zeros(0, dtype=bool)
        half_width, half_height = width / 2 + self.clearance, height / 2 + self.clearance
        xs, ys = centres.real, centres.imag
        free = shapely.contains_xy(self.area, xs, ys)
        for left, bottom, right, top in self.taken:
            free &= (
                (xs + half_width <= left)
                | (xs - half_width >= right)
                | (ys + half_height <= bottom)
                | (ys - half_height >= top)
            )
        boxes = shapely.box(
            xs[free] - half_width, ys[free] - half_height, xs[free] + half_width, ys[free] + half_height
        )
        free[free] = ~shapely.intersects(self.lines, boxes)
        return free


def _steps(spare: float, wanted: float) -> Any:
    """Even steps from 0 to *spare*, and the wanted one itself."""
    count = max(2, min(_MOST, int(spare / _STEP) + 1))
    return np.append(np.linspace(0.0, spare, count), min(max(wanted, 0.0), spare))


def box_at(centre: Point, width: float, height: float) -> Box:
    """The box of that size round a centre."""
    return (centre.real - width / 2, centre.imag - height / 2, centre.real + width / 2, centre.imag + height / 2)


def on_line(line: Points, places: Points, within: float) -> list[bool]:
    """For each place whether it lies on the chain of points, within so many mm."""
    string = lines_of([line])
    spots = np.asarray(places, dtype=complex)
    return [bool(far <= within) for far in shapely.distance(string, shapely.points(spots.real, spots.imag))]
