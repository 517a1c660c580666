"""Meshes of small things, and how they are made: a closed profile swept along a curve, a solid of revolution, a slab.

A curve is n x 3, mm. A profile is k x 2, counter-clockwise: across the curve to its side, and up along its normals.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from bagpattern.sewn.bag import Surface
from bagpattern.sewn.vectors import crossed

if TYPE_CHECKING:
    from bagpattern.sewn.bag import Floats, Whole


class Mesh(NamedTuple):
    """Points and unit normals, each n x 3; ``uv`` n x 2, mm; triangles m x 3, counter-clockwise seen from outside."""

    points: Floats
    normals: Floats
    uv: Floats
    triangles: Whole


class Frame(NamedTuple):
    """Where a thing sits, and how: a place and three unit vectors, each of 3; ``along`` x ``side`` is ``up``.

    ``along`` leads away from what it is fixed to, ``up`` away from what it lies on.
    """

    at: Floats
    along: Floats
    side: Floats
    up: Floats

    def __call__(self, along: float = 0.0, side: float = 0.0, up: float = 0.0) -> Floats:
        """The point that many mm away."""
        return self.at + along * self.along + side * self.side + up * self.up

    def moved(self, along: float = 0.0, side: float = 0.0, up: float = 0.0) -> Frame:
        """The same frame, that many mm away."""
        return self._replace(at=self(along, side, up))

    def turned(self) -> Frame:
        """Turned round its normal by half a turn."""
        return Frame(self.at, -self.along, -self.side, self.up)

    def upright(self) -> Frame:
        """Its ``along`` is what was up: a thing that stands where others lie."""
        return Frame(self.at, self.up, self.side, -self.along)


def unit(vectors: Any) -> Floats:
    """Vectors, each of length one; one without length stays as it is."""
    vectors = np.asarray(vectors, float)
    lengths = np.sqrt((vectors * vectors).sum(axis=-1, keepdims=True))
    found: Floats = vectors / np.where(lengths > 0.0, lengths, 1.0)
    return found


def framed(at: Any, along: Any, up: Any) -> Frame:
    """A frame at a place; *up* gives way where the two are not square."""
    along = unit(along)
    up = np.asarray(up, float)
    side = crossed(up, along)
    if float(side @ side) < 1e-12:  # the two are parallel: any side will do, always the same one
        side = np.cross(along, (0.0, 0.0, 1.0) if abs(along[2]) < 0.9 else (1.0, 0.0, 0.0))
    side = unit(side)
    return Frame(np.asarray(at, float), along, side, crossed(along, side))


def surface(name: str, material: str, *meshes: Mesh, notion: str = "", piece: str = "", copy: int = 1) -> Surface:
    """One surface of several meshes of one material."""
    mesh = one_of(meshes)
    return Surface(name, material, *mesh, notion=notion, piece=piece, copy=copy)


def one_of(meshes: Iterable[Mesh]) -> Mesh:
    """Several meshes as one."""
    meshes = tuple(meshes)
    starts = np.cumsum([0, *(len(mesh.points) for mesh in meshes)])
    triangles = [mesh.triangles + start for mesh, start in zip(meshes, starts, strict=False)]
    return Mesh(
        np.vstack([mesh.points for mesh in meshes]),
        np.vstack([mesh.normals for mesh in meshes]),
        np.vstack([mesh.uv for mesh in meshes]),
        np.vstack(triangles),
    )


def run_of(curve: Floats) -> Floats:
    """mm from its start to each point of a curve."""
    run: Floats = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(curve, axis=0), axis=1))])
    return run


def at_runs(curve: Floats, runs: Any, values: Floats | None = None) -> Floats:
    """The points that many mm from the start of a curve; or what *values* are there."""
    at, given = run_of(curve), curve if values is None else values
    columns = [np.interp(runs, at, given[:, axis]) for axis in range(given.shape[1])]
    return np.stack(columns, axis=-1)


def evenly(curve: Any, step: float) -> Floats:
    """The same curve with points about *step* mm apart."""
    curve = np.asarray(curve, float)
    length = float(run_of(curve)[-1])
    return at_runs(curve, np.linspace(0.0, length, max(2, round(length / step) + 1)))


def tangents(curve: Floats, closed: bool = False) -> Floats:
    """The direction of a curve at its points; a closed one does not say its first point twice."""
    if closed:
        return unit(np.roll(curve, -1, axis=0) - np.roll(curve, 1, axis=0))
    return unit(np.gradient(curve, axis=0))


def carried(curve: Floats, start: Any) -> Floats:
    """Normals of a curve that turn no more than it does, from the one at its *start*."""
    along, normals = tangents(curve), np.empty_like(curve)
    normal = np.asarray(start, float)
    for index, direction in enumerate(along):
        normal = unit(normal - (normal @ direction) * direction)
        normals[index] = normal
    return normals


def sweep(curve: Floats, normals: Any, profile: Any, *, sharp: bool = False, closed: bool = False) -> Mesh:
    """A profile, or one for each point (n x k x 2), along a curve whose normals are given.

    The corners of a ``sharp`` profile are edges; the ends of what is not ``closed`` are shut.
    """
    along = tangents(curve, closed)
    sides = unit(crossed(np.broadcast_to(np.asarray(normals, float), curve.shape), along))
    ups = crossed(along, sides)
    rings = np.broadcast_to(np.asarray(profile, float), (len(curve), *np.shape(profile)[-2:]))
    mantle = _mantle(curve, sides, ups, _doubled(rings) if sharp else rings, sharp, closed)
    if closed:
        return mantle
    corners = curve[:, None] + rings[..., :1] * sides[:, None] + rings[..., 1:] * ups[:, None]
    return one_of([mantle, _lid(corners[0], -along[0]), _lid(corners[-1], along[-1])])


def _doubled(rings: Floats) -> Floats:
    """Each side of the profiles with points of its own."""
    both: Floats = np.stack([rings, np.roll(rings, -1, axis=1)], axis=2).reshape(len(rings), -1, 2)
    return both


def _mantle(curve: Floats, sides: Floats, ups: Floats, rings: Floats, sharp: bool, closed: bool) -> Mesh:
    n, k = rings.shape[:2]
    points = curve[:, None] + rings[..., :1] * sides[:, None] + rings[..., 1:] * ups[:, None]
    out = _outward(rings, sharp)
    normals = out[..., :1] * sides[:, None] + out[..., 1:] * ups[:, None]
    run = np.broadcast_to(run_of(curve)[:, None], (n, k))
    uv = np.stack([rings[..., 0], run], axis=-1)
    rows = np.arange(n if closed else n - 1)[:, None]
    first = np.arange(0, k, 2 if sharp else 1)[None]
    here, after = (rows + 0 * first) * k, ((rows + 1) % n + 0 * first) * k
    low, high = first, (first + 1) % k
    quads = np.stack([here + low, here + high, after + high, after + low], axis=-1).reshape(-1, 4)
    return Mesh(points.reshape(-1, 3), normals.reshape(-1, 3), uv.reshape(-1, 2), _halved(quads))


def _outward(rings: Floats, sharp: bool) -> Floats:
    """Normals in the plane of the profiles."""
    if sharp:
        run = np.repeat(rings[:, 1::2] - rings[:, ::2], 2, axis=1)
    else:
        run = np.roll(rings, -1, axis=1) - np.roll(rings, 1, axis=1)
    return unit(np.stack([run[..., 1], -run[..., 0]], axis=-1))


def _halved(quads: Whole) -> Whole:
    triangles: Whole = np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])
    return triangles


def _lid(corners: Floats, normal: Floats) -> Mesh:
    """A convex end, seen from where its normal points to."""
    count = np.arange(1, len(corners) - 1)
    fan = np.stack([0 * count, count, count + 1], axis=-1)
    turned = crossed(corners[1] - corners[0], corners[-1] - corners[0]) @ normal < 0
    flat = np.zeros((len(corners), 2))
    return Mesh(corners, np.broadcast_to(normal, corners.shape), flat, fan[:, ::-1] if turned else fan)


def ribbon(curve: Floats, normals: Any, width: Any, thickness: float) -> Mesh:
    """A strip of cloth or webbing; *width* is one, or one for each point of the curve."""
    half = np.broadcast_to(np.asarray(width, float) / 2, len(curve))
    up = np.full(len(curve), thickness / 2)
    corners = np.stack([-half, -up, half, -up, half, up, -half, up], axis=-1).reshape(-1, 4, 2)
    return sweep(curve, normals, corners, sharp=True)


def round_profile(radius: float, corners: int = 8) -> Floats:
    """A circle, as near as that many corners come to it."""
    turn = np.arange(corners) * (2 * np.pi / corners)
    return radius * np.stack([np.cos(turn), np.sin(turn)], axis=-1)


def tube(curve: Any, radius: float, normal: Any | None = None, *, closed: bool = False, corners: int = 8) -> Mesh:
    """A cord or a wire; a *closed* one lies in a plane square to its *normal*."""
    curve = np.asarray(curve, float)
    if closed:
        return sweep(curve, normal, round_profile(radius, corners), closed=True)
    start = unit(curve[1] - curve[0])
    given = framed(curve[0], start, (0.0, 1.0, 0.0) if normal is None else normal).up
    return sweep(curve, carried(curve, given), round_profile(radius, corners))


def turned_solid(frame: Frame, outline: Any, corners: int = 16) -> Mesh:
    """What a lathe makes: *outline* is k x 2, its height above the frame and its radius there, from foot to tip."""
    outline = np.asarray(outline, float)
    turn = np.arange(corners + 1) * (2 * np.pi / corners)
    around = np.cos(turn)[:, None] * frame.along + np.sin(turn)[:, None] * frame.side
    points = frame.at + outline[:, None, :1] * frame.up + outline[:, None, 1:] * around[None]
    run = np.gradient(outline, axis=0)
    normals = unit(run[:, None, :1] * around[None] - run[:, None, 1:] * frame.up)
    uv = np.stack(np.broadcast_arrays(turn[None] * outline[:, 1:], outline[:, :1]), axis=-1)
    k, n = len(outline), corners + 1
    rows, columns = np.arange(k - 1)[:, None] * n, np.arange(corners)[None]
    quads = np.stack([rows + columns, rows + columns + 1, rows + n + columns + 1, rows + n + columns], axis=-1)
    return Mesh(points.reshape(-1, 3), normals.reshape(-1, 3), uv.reshape(-1, 2), _halved(quads.reshape(-1, 4)))


def slab(frame: Frame, length: float, width: float, height: float, bevel: float = 0.0) -> Mesh:
    """A block that lies on its frame, its middle there: *length* along, *width* to the sides."""
    half, ends = width / 2, np.array([[-length / 2], [length / 2]])
    cut = min(bevel, half / 2, height / 2)
    corners = [(cut - half, 0), (half - cut, 0), (half, cut), (half, height - cut)]
    corners += [(half - cut, height), (cut - half, height), (-half, height - cut), (-half, cut)]
    plain = [(-half, 0), (half, 0), (half, height), (-half, height)]
    return sweep(frame.at + ends * frame.along, frame.up, corners if cut else plain, sharp=True)
