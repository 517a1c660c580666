"""Bags made by hand of boxes and straps, of which it is known where every line begins and ends."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from bagpattern.sewn.bag import Measured, SewnBag, Stroke, StrokeKind, Surface

if TYPE_CHECKING:
    from bagpattern.sewn.bag import Floats

Place = tuple[float, float, float]
MEASURED = Measured(0.0, 0.0, 0.0, 0.0, 0.0, (0.0, ""), 2, 0, 0)


def grid(corner: Place, right: Place, up: Place, count: int = 6) -> Surface:
    """A flat parallelogram, in count x count x 2 triangles, seen from right x up."""
    begin, across, along = (np.array(each, float) for each in (corner, right, up))
    shares = np.linspace(0.0, 1.0, count + 1)
    points = np.array([begin + a * across + b * along for b, a in product(shares, shares)])
    normal = np.cross(across, along)
    normals = np.tile(normal / np.linalg.norm(normal), (len(points), 1))
    at = np.array([row * (count + 1) + column for row, column in product(range(count), range(count))])
    triangles = np.concatenate(
        [np.stack([at, at + 1, at + count + 2], 1), np.stack([at, at + count + 2, at + count + 1], 1)]
    )
    return Surface("face", "shell", points, normals, points[:, :2], triangles, inner="lining", piece="face")


def box(wide: float = 200.0, high: float = 150.0, deep: float = 80.0, lid: bool = False) -> list[Surface]:
    """An open box on the ground, its middle at the origin."""
    x, z = wide / 2, deep / 2
    faces = [
        grid((-x, 0, z), (wide, 0, 0), (0, high, 0)),
        grid((x, 0, -z), (-wide, 0, 0), (0, high, 0)),
        grid((x, 0, z), (0, 0, -deep), (0, high, 0)),
        grid((-x, 0, -z), (0, 0, deep), (0, high, 0)),
        grid((-x, 0, -z), (wide, 0, 0), (0, 0, deep)),
    ]
    return [*faces, grid((-x, high, z), (wide, 0, 0), (0, 0, -deep))] if lid else faces


def line(kind: StrokeKind, start: Place, end: Place, normal: Place) -> Stroke:
    """A straight line on the bag."""
    points = np.linspace(np.array(start, float), np.array(end, float), 12)
    return Stroke(kind, points, np.tile(np.array(normal, float), (12, 1)), "line")


def bag(surfaces: Iterable[Surface], strokes: Iterable[Stroke] = (), body: int | None = None) -> SewnBag:
    """All of it."""
    surfaces = tuple(surfaces)
    return SewnBag(surfaces, tuple(strokes), MEASURED, len(surfaces) if body is None else body, {})


def round_box(count: int = 40) -> Surface:
    """A superellipsoid 200 x 150 x 80 that stands on the ground."""
    u, v = np.meshgrid(np.linspace(-np.pi, np.pi, 2 * count + 1), np.linspace(-np.pi / 2, np.pi / 2, count + 1))
    size = np.array([100.0, 75.0, 40.0])
    points = _rounded(u, v, 0.5) * size + (0.0, size[1], 0.0)
    normals = _rounded(u, v, 1.5) / size
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-9)
    wide = 2 * count + 1
    at = np.array([row * wide + column for row, column in product(range(count), range(2 * count))])
    halves = [np.stack([at, at + 1, at + wide + 1], 1), np.stack([at, at + wide + 1, at + wide], 1)]
    return Surface("body", "shell", points, normals, points[:, :2], np.concatenate(halves), piece="body")


def _rounded(u: Floats, v: Floats, exponent: float) -> Floats:
    """Places on a sphere, k x 3, pushed towards its corners."""
    places = np.stack([np.cos(v) * np.cos(u), np.sin(v), -np.cos(v) * np.sin(u)], -1).reshape(-1, 3)
    flat, turn = np.abs(np.cos(v)).reshape(-1, 1), np.ones((1, 3))
    share = np.abs(np.stack([np.cos(u), np.ones_like(u), np.sin(u)], -1).reshape(-1, 3))
    rise = np.column_stack([flat[:, 0], np.abs(np.sin(v)).reshape(-1), flat[:, 0]]) * turn
    found: Floats = np.sign(places) * (share * rise) ** exponent
    return found
