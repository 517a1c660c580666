"""A bag of flat walls, put together as of cardboard: nothing bends but the edges at which two walls meet.

Where the glued cloth of ``sewn.shell`` bends everywhere a little, and so comes only near to the size that its panels
make, walls that stay flat have exactly one place each. Newton's method finds it; what is left over between walls that
share a place tells whether the bag is made of flat walls at all.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bagpattern.geometry import areas
from bagpattern.geometry.segments import Straight
from bagpattern.model.pattern import Pattern
from bagpattern.sewn.one_thread import in_one_thread
from bagpattern.sewn.pose import aims, posed
from bagpattern.sewn.shell import Shell
from bagpattern.sewn.start import start
from bagpattern.sewn.topology import topology
from bagpattern.sewn.weld import Cut, glued

Floats = NDArray[np.float64]
ROUNDS, PLACES, SHRUNK, DONE = 40, 90, 0.75, 1e-9
ON_WALL = 0.02
"""mm: how far off its outline a place of a wall may lie."""
WHOLE = 0.999
"""Of a panel: what its walls cover of it at the least."""


class Wall(NamedTuple):
    """One flat wall: the numbers of its places in the mesh, and where they lie on it, k x 3, flat."""

    vertices: NDArray[np.int64]
    flat: Floats


class Solid(NamedTuple):
    """The shell put together of flat walls, and the mm by which places that are one are apart at the most."""

    shell: Shell
    apart: float


@in_one_thread
def solid(pattern: Pattern, places: int = PLACES) -> Solid | None:
    """The bag of flat walls; None where a wall is bounded by curves, or a panel is more than its walls.

    It is begun with so many *places*. A wall may come out caved in, as one of cardboard may be pushed in.
    """
    shell = _begun(pattern, places)
    walls = [wall for cut in shell.mesh.sheets for wall in _walls(cut)]
    covered = all(_is_covered(cut) for cut in shell.mesh.sheets)
    return _put_together(shell, walls) if covered else None


def _begun(pattern: Pattern, places: int) -> Shell:
    """A few places of the body, where the ways over it lead [as ``sewn.start``]: near enough to begin with."""
    mesh = glued(pattern.draft, places)
    surface = topology(mesh)
    points = start(surface) / SHRUNK
    return Shell(mesh, surface, points, points)


def _outlines(cut: Cut) -> list[NDArray[np.bool_]]:
    """For each wall of a sheet, which of its places lie on it."""
    import shapely

    found = []
    for facet in cut.panel.facets:
        if facet.copy in (0, cut.copy):
            outline = (facet.outline or cut.panel.stitching_line).polygon.buffer(ON_WALL)
            found.append(shapely.contains_xy(outline, cut.flat[:, 0], cut.flat[:, 1]))
    return found


def _is_covered(cut: Cut) -> bool:
    """Whether a sheet is bounded by straight lines, and all of it is walls."""
    straight = all(isinstance(each, Straight) for edge in cut.panel.edges for each in edge.path.segments)
    of_it = [each for each in cut.panel.facets if each.copy in (0, cut.copy)]
    whole = areas.area(cut.panel.stitching_line)
    covered = sum(areas.area(each.outline or cut.panel.stitching_line) for each in of_it)
    return straight and bool(of_it) and WHOLE * whole <= covered <= whole / WHOLE


def _walls(cut: Cut) -> list[Wall]:
    found = []
    for on in _outlines(cut):
        flat = np.column_stack([cut.flat[on], np.zeros(int(on.sum()))])
        found.append(Wall(cut.vertices[on], flat * ([-1.0, 1.0, 1.0] if cut.mirrored else [1.0, 1.0, 1.0])))
    return found


def _put_together(shell: Shell, walls: list[Wall]) -> Solid:
    """Newton's method on where each wall lies, from where the cloth has it."""
    placed = [_fitted(wall.flat, shell.points[wall.vertices]) for wall in walls]
    pairs = _shared(walls)
    for _ in range(ROUNDS):
        rows, rest = _linear(placed, pairs)
        if float(np.abs(rest).max()) < DONE:
            break
        steps = np.linalg.lstsq(rows, -rest, rcond=1e-9)[0].reshape(-1, 6)
        placed = [_moved(place, np.asarray(step, np.float64)) for place, step in zip(placed, steps, strict=True)]
    total, times = np.zeros_like(shell.points), np.zeros(len(shell.points))
    for wall, place in zip(walls, placed, strict=True):
        np.add.at(total, wall.vertices, place)
        np.add.at(times, wall.vertices, 1.0)
    points = total / np.maximum(times, 1.0)[:, None]
    points = posed(points, shell.surface.faces, aims(shell.mesh))
    apart = max(float(np.abs(placed[f][i] - placed[g][j]).max()) for f, i, g, j in pairs)
    return Solid(shell._replace(points=points, limp=points), apart)


def _fitted(flat: Floats, at: Floats) -> Floats:
    """The places of a wall, moved as a whole to where they are nearest to others [Kabsch 1976]."""
    here, there = flat.mean(axis=0), at.mean(axis=0)
    left, _, right = np.linalg.svd((flat - here).T @ (at - there))
    turn = np.diag([1.0, 1.0, np.sign(np.linalg.det(left @ right))])
    found: Floats = (flat - here) @ (left @ turn @ right) + there
    return found


def _shared(walls: list[Wall]) -> list[tuple[int, NDArray[np.int64], int, NDArray[np.int64]]]:
    """For each two walls the places that are one: their numbers on either."""
    found = []
    for f, one in enumerate(walls):
        for g in range(f + 1, len(walls)):
            _, i, j = np.intersect1d(one.vertices, walls[g].vertices, return_indices=True)
            if len(i):
                found.append((f, i, g, j))
    return found


def _linear(
    placed: list[Floats], pairs: list[tuple[int, NDArray[np.int64], int, NDArray[np.int64]]]
) -> tuple[Floats, Floats]:
    """How far places that are one are apart, and what small moves and turns of the walls change of that."""
    count = sum(len(i) for _, i, _, _ in pairs)
    rows, rest, at = np.zeros((3 * count, 6 * len(placed))), np.zeros(3 * count), 0
    for f, i, g, j in pairs:
        long = 3 * len(i)
        rest[at : at + long] = (placed[f][i] - placed[g][j]).ravel()
        rows[at : at + long, 6 * f : 6 * f + 6] = _moves(placed[f], i)
        rows[at : at + long, 6 * g : 6 * g + 6] = -_moves(placed[g], j)
        at += long
    return rows, rest


def _moves(place: Floats, numbers: NDArray[np.int64]) -> Floats:
    """3k x 6: what a move and a turn about the wall's middle change of k places."""
    x, y, z = (place[numbers] - place.mean(axis=0)).T
    o = np.zeros_like(x)
    turned = np.stack([np.stack([o, z, -y], -1), np.stack([-z, o, x], -1), np.stack([y, -x, o], -1)], axis=1)
    straight = np.broadcast_to(np.eye(3), (len(x), 3, 3))
    return np.concatenate([straight, turned], axis=2).reshape(-1, 6)


def _moved(place: Floats, step: Floats) -> Floats:
    """A wall moved and turned, its own size kept to the last digit."""
    middle, turn = place.mean(axis=0), step[3:]
    return _fitted(place, place + step[:3] + np.cross(turn, place - middle))
