"""Where there is room: upright boxes placed inside an area, clear of every line in it.

All candidates of one question are tested at once, because one call per box would cost more than drawing the bag.
Boxes are (left, bottom, right, top) in mm.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
import shapely

from bagpattern.geometry.points import Point, point

Box = tuple[float, float, float, float]
Points = Sequence[Point]
_GRID = 6  # candidates along each side of the bounds


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
        return next((centre for _, centre in self.fits([(width, height)], near)), None)

    def fits(self, sizes: Sequence[tuple[float, float]], near: Point) -> Iterator[tuple[int, Point]]:
        """Those of some box sizes for which there is room, in order: index, and the free centre nearest to *near*."""
        if not sizes:
            return
        wanted = np.asarray(sizes, dtype=float)
        first = self._candidates(wanted[:1], near, 0)
        if self.free(first.ravel(), *wanted[0]).all():
            yield 0, complex(first[0, 0])
        centres = self._candidates(wanted, near, _GRID)
        free = self.free(centres.ravel(), *np.repeat(wanted, centres.shape[1], axis=0).T).reshape(centres.shape)
        far = np.where(free, np.abs(centres - near), np.inf)
        best = far.argmin(axis=1)
        for index, column in enumerate(best.tolist()):
            if far[index, column] < np.inf:
                yield index, complex(centres[index, column])

    def _candidates(self, sizes: Any, near: Point, grid: int) -> Any:
        """Centres for each size, one row each: the one nearest to *near* that keeps inside the bounds, and a grid."""
        left, bottom, right, top = self.bounds
        half = sizes / 2 + self.clearance
        low = np.array((left, bottom)) + half
        spare = np.maximum((right, top) - half - low, 0.0)
        closest = low + np.clip((near.real, near.imag) - low, 0.0, spare)
        shares = np.linspace(0.0, 1.0, grid) if grid else np.empty(0)
        xs = low[:, :1] + spare[:, :1] * shares
        ys = low[:, 1:] + spare[:, 1:] * shares
        nodes = (xs[:, :, None] + 1j * ys[:, None, :]).reshape(len(sizes), -1)
        return np.concatenate(((closest[:, 0] + 1j * closest[:, 1])[:, None], nodes), axis=1)

    def first(self, centres: Points, width: float, height: float) -> int | None:
        """The index of the first of some centres where a box of that size is free."""
        free = self.free(np.asarray(centres, dtype=complex), width, height)
        return int(free.argmax()) if free.any() else None

    def open(self, centres: Points, width: float, height: float) -> list[bool]:
        """For each centre whether a box of that size there is free."""
        found: list[bool] = self.free(np.asarray(centres, dtype=complex), width, height).tolist()
        return found

    def free(self, centres: Any, width: Any, height: Any) -> Any:
        """As ``open``, for arrays; one size for all centres, or one for each."""
        half_width, half_height = width / 2 + self.clearance, height / 2 + self.clearance
        xs, ys = centres.real, centres.imag
        lefts, bottoms, rights, tops = xs - half_width, ys - half_height, xs + half_width, ys + half_height
        free = shapely.contains_xy(self.area, xs, ys)
        for left, bottom, right, top in self.taken:
            free &= (rights <= left) | (lefts >= right) | (tops <= bottom) | (bottoms >= top)
        boxes = shapely.box(lefts[free], bottoms[free], rights[free], tops[free])
        free[free] = ~shapely.intersects(self.lines, boxes)
        return free


def box_at(centre: Point, width: float, height: float) -> Box:
    """The box of that size round a centre."""
    return (centre.real - width / 2, centre.imag - height / 2, centre.real + width / 2, centre.imag + height / 2)


def on_line(line: Points, places: Points, within: float) -> list[bool]:
    """For each place whether it lies on the chain of points, within so many mm."""
    string = lines_of([line])
    spots = np.asarray(places, dtype=complex)
    return [bool(far <= within) for far in shapely.distance(string, shapely.points(spots.real, spots.imag))]
