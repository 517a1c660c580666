"""The picture in samples: what is in front at each place of a fine grid, by painting all triangles row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.drawing.views.scene import NOTHING, least, most, spread
from bagpattern.values import once, value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bagpattern.drawing.views.scene import Flags, Scene
    from bagpattern.sewn.bag import Floats, Whole

_ALONG = 640
"""Samples along the longer side of the picture."""
_SMOOTHED = 20
"""Samples to each side over which light is evened out within a face, so that a ripple makes no ragged shade."""
_TIMES = 2
_BROAD, _FITTED = 600, 1500
"""Samples of a face that is large enough to have a smooth light; of so many of them that is found."""
_ROUGH, _FLAT = 0.15, 0.18
"""How far light is from that in the mean where it follows folds; and by how much it varies on a wall that is flat."""
_LEAST = 0.3
"""mm from one sample to the next, at least."""


@value
class Samples:
    """A grid of places, ``step`` mm apart from its ``origin`` on; nothing is seen in its outermost rows.

    ``triangles`` and ``depths`` are rows x columns: the number of the triangle in front, -1 for none, and its depth.
    """

    scene: Scene
    origin: Floats
    step: float
    triangles: Whole
    depths: Floats

    @classmethod
    def of(cls, scene: Scene) -> Samples:
        """What a scene shows."""
        left, bottom, right, top = scene.box
        step = max(max(right - left, top - bottom) / _ALONG, _LEAST)
        origin = np.array([left - 1.5 * step, bottom - 1.5 * step])
        shape = int((top - bottom) / step) + 5, int((right - left) / step) + 5
        return cls(scene, origin, step, *_painted(scene, origin, step, shape))

    def places(self, rows: Floats | Whole, columns: Floats | Whole) -> Floats:
        """The places at rows and columns, which may lie between samples: k x 2."""
        found: Floats = np.column_stack([np.asarray(columns, float), np.asarray(rows, float)]) * self.step + self.origin
        return found

    @once
    def _lowest(self) -> Floats:
        """The least depth around each sample."""
        found = self.depths.copy()
        for axis in (0, 1):
            sides = [np.roll(found, step, axis) for step in (1, -1)]
            np.minimum(np.minimum(*sides), found, out=found)
        return found

    def nothing(self, points: Floats) -> Flags:
        """Whether there is nothing at the samples of k x 3 points."""
        at = self._at(points)
        found: Flags = self.triangles[at[:, 1], at[:, 0]] < 0
        return found

    def _at(self, points: Floats) -> Whole:
        """The samples that are nearest to k x 3 points: their columns and rows."""
        at = np.rint((points[:, :2] - self.origin) / self.step).astype(int)
        found: Whole = np.clip(at, 0, (self.depths.shape[1] - 1, self.depths.shape[0] - 1))
        return found

    def free(self, points: Floats, bias: float) -> Flags:
        """Whether nothing is in front of each of k x 3 points by more than *bias*; most are hidden, and soon told."""
        at = self._at(points)
        found: Flags = points[:, 2] + bias >= self._lowest[at[:, 1], at[:, 0]]
        found[found] = self.scene.free(points[found, :2], points[found, 2] + bias)
        return found

    def lights(self) -> Floats:
        """How much each sample looks to the light, evened out; 0 where there is nothing."""
        rows, columns = np.nonzero(self.triangles >= 0)
        triangle = self.triangles[rows, columns]
        x, y = self.places(rows, columns).T
        plane = self.scene.lights[triangle]
        found = np.zeros(self.triangles.shape)
        found[rows, columns] = np.clip(plane[:, 0] * x + plane[:, 1] * y + plane[:, 2], -1.0, 1.0)
        for part, inside in _parts(rows, columns, self.scene.facets[triangle], found.shape):
            if not _fit(found[part], inside):
                for _ in range(_TIMES):
                    _even(found[part], inside, _SMOOTHED)
        return found


def _parts(
    rows: Whole, columns: Whole, faces: Whole, shape: tuple[int, ...]
) -> Iterator[tuple[tuple[slice, slice], Flags]]:
    """For each face the part of the picture that it is in, and where in that part it is."""
    all_of = np.full(shape, -1)
    all_of[rows, columns] = faces
    order = np.argsort(faces, kind="stable")
    first = np.flatnonzero(np.append(True, np.diff(faces[order]) != 0))
    low = [np.minimum.reduceat(each[order], first).tolist() for each in (rows, columns)]
    high = [(np.maximum.reduceat(each[order], first) + 1).tolist() for each in (rows, columns)]
    for number, bottom, left, top, right in zip(faces[order[first]], *low, *high, strict=True):
        part = np.s_[bottom:top, left:right]
        yield part, all_of[part] == number


def _fit(of: Floats, inside: Flags) -> bool:
    """Have the figures *inside* be those of one smooth surface, of the third degree, if they are about on one.

    Light on a soft wall is uneven, and where it is about as bright as its shade begins, that would be islands and
    tongues. A wall that is nearly flat is of one tone.
    """
    rows, columns = np.nonzero(inside)
    if len(rows) < _BROAD:
        return False
    x, y = (2.0 * each / max(size - 1, 1) - 1.0 for each, size in zip((columns, rows), inside.shape[::-1], strict=True))
    terms = np.stack([x**i * y**j for i in range(4) for j in range(4 - i)], axis=1)
    some = slice(None, None, max(1, len(rows) // _FITTED))
    values = of[rows, columns]
    shares = np.linalg.lstsq(terms[some], values[some], rcond=None)[0]
    fitted = terms @ shares
    if np.sqrt(((fitted - values) ** 2).mean()) > _ROUGH:
        return False
    of[rows, columns] = fitted if fitted.std() > _FLAT else fitted.mean()
    return True


def _even(of: Floats, inside: Flags, reach: int) -> None:
    """Have each figure *inside* be the mean of those around it that are inside, too."""
    if not reach or min(of.shape) < 3 * reach:
        return
    sums, counts = (_summed(each, reach) for each in (of * inside, inside.astype(float)))
    of[...] = np.where(inside, sums / np.maximum(counts, 1.0), of)


def _summed(of: Floats, reach: int) -> Floats:
    """The sum of the figures in the square around each, so many to each side."""
    for axis in (0, 1):
        run = np.cumsum(np.pad(of, [(reach + 1, reach) if each == axis else (0, 0) for each in (0, 1)]), axis)
        of = np.take(run, np.arange(2 * reach + 1, run.shape[axis]), axis) - np.take(
            run, np.arange(run.shape[axis] - 2 * reach - 1), axis
        )
    return of


def _painted(scene: Scene, origin: Floats, step: float, shape: tuple[int, int]) -> tuple[Whole, Floats]:
    """The triangle in front at each sample, and its depth."""
    triangle, row, first, many = _spans(scene, origin, step, shape)
    span, more = spread(many)
    triangle, at = triangle[span], row[span] * shape[1] + first[span] + more
    x, y = (first[span] + more) * step + origin[0], row[span] * step + origin[1]
    plane = scene.depths[triangle]
    depth = plane[:, 0] * x + plane[:, 1] * y + plane[:, 2]
    best = np.full(shape[0] * shape[1], NOTHING)
    np.maximum.at(best, at, depth)
    front = depth >= best[at]
    found = np.full(shape[0] * shape[1], -1)
    found[at[front][::-1]] = triangle[front][::-1]
    return found.reshape(shape), best.reshape(shape)


def _spans(scene: Scene, origin: Floats, step: float, shape: tuple[int, int]) -> tuple[Whole, Whole, Whole, Whole]:
    """For each triangle and row: both, and the first and the number of the samples that it covers."""
    heights = (scene.corners[:, :, 1] - origin[1]) / step
    low, high = np.ceil(least(heights)).astype(int), np.floor(most(heights)).astype(int)
    triangle, more = spread(np.maximum(high - low + 1, 0))
    row = low[triangle] + more
    a, b, c = np.moveaxis(scene.edges[triangle], 2, 0)
    rest = b * (row * step + origin[1])[:, None] + c
    with np.errstate(divide="ignore", invalid="ignore"):
        cut = -rest / a
    flat = np.abs(a) < 1e-12
    start = most(np.where(flat | (a < 0), -np.inf, cut))
    end = least(np.where(flat | (a > 0), np.inf, cut))
    first = np.ceil((start - origin[0]) / step - 1e-6)
    last = np.floor((end - origin[0]) / step + 1e-6)
    kept = (last >= first) & np.isfinite(first) & np.isfinite(last)
    first, last = first[kept].astype(int), last[kept].astype(int)
    return triangle[kept], row[kept], first, last - first + 1
