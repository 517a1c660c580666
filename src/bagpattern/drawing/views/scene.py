"""The bag as a camera sees it: all of its triangles on the plane of the picture, and which of them is in front.

Lengths are mm of the bag. x is right, y up, depth grows towards the eye.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bagpattern.drawing.views.facets import SHARP, face_normals
from bagpattern.values import once, value

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bagpattern.drawing.views.camera import Camera
    from bagpattern.sewn.bag import Floats, SewnBag, Surface, Whole

    Flags = NDArray[np.bool_]

NOTHING = -np.inf
"""The depth where nothing is."""
_BEHIND = 0.05
"""mm by which what is seen from behind gives way: a lining that lies on its shell is not seen through it."""
_LIGHT = np.array([-0.45, 0.65, 0.62]) / np.linalg.norm([-0.45, 0.65, 0.62])
"""From where light falls on a bag that is looked at from the height of its middle: from the left, above, in front."""
_INSIDE = 1e-4
"""mm beyond its edge that still is the triangle: no gap opens between two."""
_THIN = 0.02
"""mm: a triangle that is seen no wider is seen from its edge."""
_AROUND = np.array([(0.0, 0.0), (1.5, 0.0), (0.0, 1.5), (-1.5, 0.0), (0.0, -1.5)])
"""mm from a place that are looked at around it: at its own edge nothing covers what it lies on."""
_CELLS = 240
"""Cells along the longer side of the picture."""
_SMALL = np.uint16
"""Holds the number of every cell; numbers so small are put in order in a fifth of the time."""
_AT_ONCE = 50_000


class Top(NamedTuple):
    """What is in front at some places: its ``depth``, and the number of its triangle, -1 where nothing is."""

    depth: Floats
    triangle: Whole


@value
class Scene:
    """Triangles of a ``bag`` on the plane of the picture: of all that it has those that ``shown`` says.

    ``corners`` is m x 3 x 3 (x, y, depth). ``edges`` is m x 3 x 3: a, b, c of each side, so that a x + b y + c is the
    distance to it in mm, positive inside. ``depths`` is m x 3: likewise, a x + b y + c is the depth. ``surfaces`` are
    the numbers of the bag's surfaces, ``facets`` those of their faces, ``behind`` says which triangles are seen from
    behind.
    """

    bag: SewnBag
    camera: Camera
    shown: Flags
    corners: Floats
    edges: Floats
    depths: Floats
    surfaces: Whole
    facets: Whole
    behind: Flags

    @once
    def lights(self) -> Floats:
        """m x 3: as the depths, how much the surface looks to the light."""
        light = _LIGHT @ self.camera._replace(above=0.0).axes
        facing = np.concatenate([_facing(each, light) for _, each in _with_triangles(self.bag)])[self.shown]
        return _planes(self.corners, np.where(self.behind[:, None], -facing, facing))

    @once
    def cloths(self) -> Floats:
        """m x 2 x 3: likewise how far across and along the grain of its cloth a place lies."""
        grains = np.concatenate([each.uv[each.triangles] for _, each in _with_triangles(self.bag)])[self.shown]
        return np.stack([_planes(self.corners, grains[:, :, axis]) for axis in (0, 1)], axis=1)

    @once
    def box(self) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of all that is seen."""
        low, high = self.corners[:, :, :2].min((0, 1)), self.corners[:, :, :2].max((0, 1))
        return float(low[0]), float(low[1]), float(high[0]), float(high[1])

    @once
    def _cells(self) -> _Cells:
        return _Cells.of(self.corners, self.box)

    @once
    def _columns(self) -> Floats:
        """The sides of all triangles, 3 x 3 x m: their first ones' a, b and c, then those of the others."""
        return np.ascontiguousarray(self.edges.transpose(1, 2, 0))

    @once
    def _boxes(self) -> Floats:
        """Of each triangle left, bottom, less right and less top: 4 x m; what is below none of them covers a place."""
        low, high = least(self.corners[:, :, :2]), most(self.corners[:, :, :2])
        return np.stack([low[:, 0], low[:, 1], -high[:, 0], -high[:, 1]]) - _INSIDE

    @once
    def _highest(self) -> Floats:
        return most(self.corners[:, :, 2])

    def top(self, places: Floats) -> Top:
        """What is in front at each of k x 2 *places*."""
        best, first = np.full(len(places), NOTHING), np.full(len(places), -1)
        for part in _parts(len(places)):
            which, triangles, depth = self._over(places[part], None)
            np.maximum.at(best[part], which, depth)
            front = depth == best[part][which]
            first[part][which[front][::-1]] = triangles[front][::-1]
        return Top(best, first)

    def free(self, places: Floats, depths: Floats) -> Flags:
        """Whether nothing is in front of such *depths* at each of k x 2 *places*."""
        found = np.ones(len(places), bool)
        for part in _parts(len(places)):
            which, _, depth = self._over(places[part], depths[part])
            found[part][which[depth > depths[part][which]]] = False
        return found

    def covered(self, places: Floats) -> Flags:
        """Whether at and around each of k x 2 *places* nothing is in front but what the body wears."""
        around = places[:, None] + _AROUND
        top = self.top(around.reshape(-1, 2)).triangle
        worn: Flags = (top >= 0) & (self.surfaces[top] >= self.bag.body)
        found: Flags = np.logical_and.reduce(worn.reshape(-1, len(_AROUND)), axis=1)
        return found

    def _over(self, places: Floats, above: Floats | None) -> tuple[Whole, Whole, Floats]:
        """Pairs of a place and a triangle that covers it, and its depth there; of those that reach *above* alone."""
        which, triangles = self._cells.near(places)
        if above is not None:
            which, triangles = _kept(which, triangles, self._highest.take(triangles) > above.take(which))
        x, y = places[:, 0].copy(), places[:, 1].copy()
        for a, b, c in self._columns:
            aside = a.take(triangles) * x.take(which) + b.take(triangles) * y.take(which) + c.take(triangles)
            which, triangles = _kept(which, triangles, aside >= -_INSIDE)
        for bound, at in zip(self._boxes, (x, y, -x, -y), strict=True):  # slivers have no end between their sides
            which, triangles = _kept(which, triangles, bound.take(triangles) <= at.take(which))
        plane = self.depths.take(triangles, axis=0)
        return which, triangles, plane[:, 0] * x.take(which) + plane[:, 1] * y.take(which) + plane[:, 2]


def _parts(count: int) -> list[slice]:
    return [slice(at, at + _AT_ONCE) for at in range(0, count, _AT_ONCE)]


def _kept(which: Whole, triangles: Whole, kept: Flags) -> tuple[Whole, Whole]:
    at = np.flatnonzero(kept)
    return which.take(at), triangles.take(at)


class _Cells(NamedTuple):
    """Which triangles may lie where: a grid of square cells, each with a stretch of ``triangles``."""

    origin: Floats
    size: float
    across: int
    up: int
    starts: Whole
    triangles: Whole

    @classmethod
    def of(cls, corners: Floats, box: tuple[float, float, float, float]) -> _Cells:
        """The cells of m x 3 x 3 *corners*."""
        left, bottom, right, top = box
        size = max(right - left, top - bottom, 1.0) / _CELLS
        origin = np.array([left, bottom])
        low = ((least(corners[:, :, :2]) - origin - 1e-3) // size).astype(int)
        high = ((most(corners[:, :, :2]) - origin + 1e-3) // size).astype(int)
        across, up = int((right - left) // size) + 2, int((top - bottom) // size) + 2
        low, high = np.clip(low, 0, (across - 1, up - 1)), np.clip(high, 0, (across - 1, up - 1))
        wide, many = high[:, 0] - low[:, 0] + 1, (high - low + 1).prod(1)
        triangle, step = spread(many)
        cell = (low[triangle, 1] + step // wide[triangle]) * across + low[triangle, 0] + step % wide[triangle]
        order = np.argsort(cell.astype(_SMALL), kind="stable")
        starts = np.append(0, np.cumsum(np.bincount(cell, minlength=across * up)))
        return cls(origin, size, across, up, starts, triangle[order])

    def near(self, places: Floats) -> tuple[Whole, Whole]:
        """Pairs of a place and a triangle that may cover it, as two lists of numbers."""
        at = np.floor((places - self.origin) / self.size).astype(int)
        inside = ((at >= 0) & (at < (self.across, self.up))).all(1)
        cell = np.where(inside, at[:, 1] * self.across + at[:, 0], 0)
        many = np.where(inside, self.starts[cell + 1] - self.starts[cell], 0)
        which, step = spread(many)
        return which, self.triangles[self.starts[cell[which]] + step]


def spread(counts: Whole) -> tuple[Whole, Whole]:
    """For so many of each: the number of each one's owner, and its own number among its owner's."""
    owner = np.repeat(np.arange(len(counts)), counts)
    return owner, np.arange(len(owner)) - np.repeat(np.cumsum(counts) - counts, counts)


def least(of: Floats) -> Floats:
    """The least in each column of m x 3 or m x 3 x k; numpy takes five times as long over so short a side."""
    return np.minimum(np.minimum(of[:, 0], of[:, 1]), of[:, 2])


def most(of: Floats) -> Floats:
    """Likewise the greatest."""
    return np.maximum(np.maximum(of[:, 0], of[:, 1]), of[:, 2])


def scene(bag: SewnBag, camera: Camera, faces: Whole | None = None) -> Scene:
    """The bag as that camera sees it, with the *faces* of its triangles if these are known.

    Triangles that it sees from their edge are left out.
    """
    parts = _with_triangles(bag)
    corners = np.concatenate([(each.points @ camera.axes.T)[each.triangles] for _, each in parts])
    surfaces = np.concatenate([np.full(len(each.triangles), number) for number, each in parts])
    twice = _twice_area(corners)
    longest = most(np.linalg.norm((np.roll(corners, -1, axis=1) - corners)[:, :, :2], axis=2))
    shown = np.abs(twice) > _THIN * longest
    corners, behind = corners[shown], twice[shown] < 0
    surfaces, faces = surfaces[shown], (surfaces if faces is None else faces)[shown]
    depths = _planes(corners, corners[:, :, 2])
    depths[:, 2] -= np.where(behind, _BEHIND, 0.0)
    return Scene(bag, camera, shown, corners, _sides(corners, behind), depths, surfaces, faces, behind)


def _with_triangles(bag: SewnBag) -> list[tuple[int, Surface]]:
    return [(number, each) for number, each in enumerate(bag.surfaces) if len(each.triangles)]


def _facing(surface: Surface, light: Floats) -> Floats:
    """How much each corner of its triangles looks to the light: at a sharp turn as its own triangle does."""
    normals = surface.normals[surface.triangles]
    own = face_normals(surface.points[surface.triangles])[:, None]
    sharp = (normals * own).sum(2) < SHARP
    found: Floats = np.where(sharp, own @ light, normals @ light)
    return found


def _twice_area(corners: Floats) -> Floats:
    """Of each triangle on the plane; below 0 where it is seen from behind."""
    one, other = corners[:, 1, :2] - corners[:, 0, :2], corners[:, 2, :2] - corners[:, 0, :2]
    found: Floats = one[:, 0] * other[:, 1] - one[:, 1] * other[:, 0]
    return found


def _planes(corners: Floats, heights: Floats) -> Floats:
    """a, b, c of the plane a x + b y + c through *heights*, m x 3, over the corners of each triangle."""
    base, twice = corners[:, 0, :2], _twice_area(corners)
    (x1, y1), (x2, y2) = (corners[:, 1, :2] - base).T, (corners[:, 2, :2] - base).T
    h1, h2 = heights[:, 1] - heights[:, 0], heights[:, 2] - heights[:, 0]
    a, b = (h1 * y2 - h2 * y1) / twice, (h2 * x1 - h1 * x2) / twice
    return np.stack([a, b, heights[:, 0] - a * base[:, 0] - b * base[:, 1]], axis=1)


def _sides(corners: Floats, behind: Flags) -> Floats:
    """a, b, c of the three sides of each triangle."""
    start = corners[:, :, :2]
    along = np.roll(start, -1, axis=1) - start
    along = along / np.maximum(np.linalg.norm(along, axis=2, keepdims=True), 1e-12)
    a, b = -along[:, :, 1], along[:, :, 0]
    sides = np.stack([a, b, -(a * start[:, :, 0] + b * start[:, :, 1])], axis=2)
    found: Floats = np.where(behind[:, None, None], -sides, sides)
    return found
