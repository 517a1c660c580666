"""Where there is room: upright boxes placed inside an area, clear of every line in it.

All candidates of one question are tested at once, because one call per box would cost more than drawing the bag.
Boxes are (left, bottom, right, top) in mm.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import shapely

from bagpattern.geometry.points import Point, point

Box = tuple[float, float, float, float]
Points = Sequence[Point]
Gap = tuple[float, float]
_LANE = 0.85  # of the width or height: lines as long as that part the area into lanes
_LANES = 4  # at most so many, or the candidates become too many
_SHARES = np.linspace(0.0, 1.0, 5)  # candidates along each side of the bounds


def lines_of(chains: Iterable[Points]) -> Any:
    """Chains of points as one shapely MultiLineString; chains of one point are left out."""
    kept = [np.asarray(chain, dtype=complex) for chain in chains if len(chain) > 1]
    if not kept:
        return shapely.multilinestrings([])
    joined = np.concatenate(kept)
    indices = np.repeat(np.arange(len(kept)), [len(chain) for chain in kept])
    return shapely.multilinestrings(shapely.linestrings(joined.real, joined.imag, indices=indices))


class _Ink:
    """Lines to keep clear of: level and upright ones are compared as boxes, only slanted ones ask shapely."""

    def __init__(self, chains: Iterable[Any]) -> None:
        kept = [np.asarray(chain, dtype=complex) for chain in chains if len(chain) > 1]
        starts, ends = np.concatenate([each[:-1] for each in kept]), np.concatenate([each[1:] for each in kept])
        along = ends - starts
        straight = (np.abs(along.real) < 1e-9) | (np.abs(along.imag) < 1e-9)
        low, high = starts[straight], ends[straight]
        self._lefts, self._rights = np.minimum(low.real, high.real), np.maximum(low.real, high.real)
        self._bottoms, self._tops = np.minimum(low.imag, high.imag), np.maximum(low.imag, high.imag)
        pairs = np.stack((starts[~straight], ends[~straight]), axis=1)
        self._slanted = shapely.multilinestrings(shapely.linestrings(np.stack((pairs.real, pairs.imag), axis=2)))
        self._any_slanted = len(pairs) > 0
        shapely.prepare(self._slanted)

    def lanes(self, bounds: Box) -> tuple[list[Gap], list[Gap]]:
        """The gaps between upright lines, and between level ones, that run through most of the bounds."""
        level = self._rights - self._lefts > _LANE * (bounds[2] - bounds[0])
        upright = self._tops - self._bottoms > _LANE * (bounds[3] - bounds[1])
        return (
            _gaps(self._lefts[upright], bounds[0], bounds[2]),
            _gaps(self._bottoms[level], bounds[1], bounds[3]),
        )

    def touches(self, lefts: Any, bottoms: Any, rights: Any, tops: Any) -> Any:
        """For each box whether a line touches it."""
        hit = (lefts[:, None] <= self._rights) & (rights[:, None] >= self._lefts)
        hit &= (bottoms[:, None] <= self._tops) & (tops[:, None] >= self._bottoms)
        found = hit.any(axis=1)
        if self._any_slanted:
            rest = ~found
            boxes = shapely.box(lefts[rest], bottoms[rest], rights[rest], tops[rest])
            found[rest] = shapely.intersects(self._slanted, boxes)
        return found

    def touches_one(self, box: Box) -> bool:
        """As ``touches``, for one box."""
        left, bottom, right, top = box
        hit = (self._rights >= left) & (self._lefts <= right) & (self._tops >= bottom) & (self._bottoms <= top)
        if hit.any():
            return True
        return self._any_slanted and bool(shapely.intersects(self._slanted, shapely.box(*box)))


def _gaps(places: Any, low: float, high: float) -> list[Gap]:
    """What lies between neighbours from *low* to *high*: at most a few, the widest first."""
    inner = {round(place, 3) for place in places.tolist() if low < place < high}
    return sorted(pairwise([low, *sorted(inner), high]), key=lambda gap: gap[0] - gap[1])[:_LANES]


class Room:
    """The free room inside a closed chain of points, *clearance* mm from its lines and from every box that is taken."""

    def __init__(self, outline: Points, lines: Iterable[Points], clearance: float = 1.5) -> None:
        ring = np.asarray(outline, dtype=complex)
        self._ink = _Ink([ring, *lines])
        self.bounds: Box = (
            float(ring.real.min()),
            float(ring.imag.min()),
            float(ring.real.max()),
            float(ring.imag.max()),
        )
        self._area = None if _is_upright_box(ring, self.bounds) else shapely.polygons(ring.view(float).reshape(-1, 2))
        shapely.prepare(self._area)
        lanes = self._ink.lanes(self.bounds)
        self._lanes = [np.array([sum(gap) / 2 for gap in gaps]) for gaps in lanes]
        self.lane = lanes[0][0][1] - lanes[0][0][0], lanes[1][0][1] - lanes[1][0][0]
        """Width and height of the widest room between lines that run through: what can fit at all."""
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

    @property
    def calm(self) -> Point:
        """The middle of the lane between level lines that is nearest to the centre."""
        centre, (_, ys) = self.centre, self._lanes
        return point(centre.real, float(ys[np.abs(ys - centre.imag).argmin()]))

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
        closest = self._closest(*sizes[0], near)
        if self.is_free(box_at(closest, *sizes[0])):
            yield 0, closest
        wanted = np.asarray(sizes, dtype=float)
        centres = self._candidates(wanted, near)
        free = self.free(centres.ravel(), *np.repeat(wanted, centres.shape[1], axis=0).T).reshape(centres.shape)
        far = np.where(free, np.abs(centres - near), np.inf)
        best = far.argmin(axis=1)
        for index, column in enumerate(best.tolist()):
            if far[index, column] < np.inf:
                yield index, complex(centres[index, column])

    def _closest(self, width: float, height: float, near: Point) -> Point:
        """The centre nearest to *near* at which a box keeps inside the bounds."""
        left, bottom, right, top = self.bounds
        away = width / 2 + self.clearance, height / 2 + self.clearance
        x = min(max(near.real, left + away[0]), max(right - away[0], left + away[0]))
        y = min(max(near.imag, bottom + away[1]), max(top - away[1], bottom + away[1]))
        return point(x, y)

    def _candidates(self, sizes: Any, near: Point) -> Any:
        """Centres for each size, one row each: the one inside the bounds nearest to *near*, then a grid with lanes."""
        left, bottom, right, top = self.bounds
        half = sizes / 2 + self.clearance
        low = np.array((left, bottom)) + half
        spare = np.maximum(np.array((right, top)) - half - low, 0.0)
        closest = low + np.clip(np.array((near.real, near.imag)) - low, 0.0, spare)
        xs, ys = (self._along(low[:, [i]], spare[:, [i]], lanes) for i, lanes in enumerate(self._lanes))
        nodes = (xs[:, :, None] + 1j * ys[:, None, :]).reshape(len(sizes), -1)
        return np.concatenate(((closest[:, 0] + 1j * closest[:, 1])[:, None], nodes), axis=1)

    @staticmethod
    def _along(low: Any, spare: Any, lanes: Any) -> Any:
        """One row per size: even steps, and the lanes as far as the box may move to them."""
        return np.concatenate((low + spare * _SHARES, np.clip(lanes, low, low + spare)), axis=1)

    def is_free(self, box: Box) -> bool:
        """Whether one box is free: as ``free``, without arrays."""
        gap = self.clearance
        left, bottom, right, top = box[0] - gap, box[1] - gap, box[2] + gap, box[3] + gap
        if any(left < t[2] and t[0] < right and bottom < t[3] and t[1] < top for t in self.taken):
            return False
        if not self._holds((left + right) / 2, (bottom + top) / 2):
            return False
        return not self._ink.touches_one((left, bottom, right, top))

    def first(self, centres: Iterable[Point], width: float, height: float) -> Point | None:
        """The first of some centres where a box of that size is free."""
        return next((centre for centre in centres if self.is_free(box_at(centre, width, height))), None)

    def open(self, centres: Points, width: float, height: float) -> list[bool]:
        """For each centre whether a box of that size there is free."""
        found: list[bool] = self.free(np.asarray(centres, dtype=complex), width, height).tolist()
        return found

    def free(self, centres: Any, width: Any, height: Any) -> Any:
        """As ``open``, for arrays; one size for all centres, or one for each."""
        half_width, half_height = width / 2 + self.clearance, height / 2 + self.clearance
        xs, ys = centres.real, centres.imag
        lefts, bottoms, rights, tops = xs - half_width, ys - half_height, xs + half_width, ys + half_height
        free = self._holds(xs, ys)
        for left, bottom, right, top in self.taken:
            free &= (rights <= left) | (lefts >= right) | (tops <= bottom) | (bottoms >= top)
        free[free] = ~self._ink.touches(lefts[free], bottoms[free], rights[free], tops[free])
        return free

    def _holds(self, xs: Any, ys: Any) -> Any:
        """Whether places lie inside the outline; an upright box needs no shapely to say so."""
        if self._area is not None:
            return shapely.contains_xy(self._area, xs, ys)
        left, bottom, right, top = self.bounds
        return (left < xs) & (xs < right) & (bottom < ys) & (ys < top)


def _is_upright_box(ring: Any, bounds: Box) -> bool:
    """Whether a closed chain of points is its own bounds: it keeps to their four lines, and turns at corners only."""
    left, bottom, right, top = bounds
    corners = ((ring.real == left) | (ring.real == right)) & ((ring.imag == bottom) | (ring.imag == top))
    return bool(corners.all()) and len(ring) == 5


def box_at(centre: Point, width: float, height: float) -> Box:
    """The box of that size round a centre."""
    return (centre.real - width / 2, centre.imag - height / 2, centre.real + width / 2, centre.imag + height / 2)
