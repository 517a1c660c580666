"""Edges of the surfaces: where the bag turns away from the eye, where cloth ends, where hardware has corners."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bagpattern.drawing.views.doubled import alone
from bagpattern.drawing.views.scene import Top
from bagpattern.drawing.views.stretches import Chains, stretches
from bagpattern.sewn.bag import FIGURE, Stuff

if TYPE_CHECKING:
    from collections.abc import Callable

    from bagpattern.drawing.views.samples import Samples
    from bagpattern.drawing.views.scene import Flags, Scene
    from bagpattern.sewn.bag import Floats, SewnBag, Surface, Whole

    _Holds = Callable[[Floats, Floats, Whole], Flags | Whole]

_BIAS = 0.5
"""mm that an edge may lie under what else is there."""
_NEAR, _ASIDE = 0.05, 0.4
"""mm beside an edge at which is looked whether it is seen (no place on itself can tell), and what lies there."""
_STEP, _WORN = 1.0, 0.4
"""mm of a step that makes an outline; of what the body wears."""
_SURE = 6.0
"""A step of less may be none, but a wall that is seen almost from its edge, and goes on falling away."""
_SHARP = np.cos(np.radians(62.0))
"""Hardware is round where it turns by less than this from one triangle to the next."""
_EDGEWISE = 0.01
"""What looks less towards the eye is seen from its edge, half a degree or so, and looks away."""
_SAME = 1e-3
_OUTER, _INNER = 1, 2
"""How an edge is seen: before nothing of the bag, or before something of it that is deeper."""
_HARD = {Stuff.METAL, Stuff.PLASTIC, Stuff.ZIP, Stuff.CORD}
"""What is drawn with fine lines, and with its corners; a cord is so thin that others would fill it."""


class Net(NamedTuple):
    """All surfaces of which edges are drawn as one mesh, whatever the camera: ``points`` n x 3, each once.

    ``edges`` is e x 2; ``sides`` e x 2: the triangles on its sides, -1 for none; ``normals`` m x 3 and ``surfaces`` of
    the triangles; ``hard`` says which belong to hardware, ``steps`` from which step on their edges are outlines.
    ``wearer`` says which of all surfaces are who carries the bag, which ends before them as before nothing.
    """

    points: Floats
    edges: Whole
    sides: Whole
    normals: Floats
    surfaces: Whole
    hard: Flags
    steps: Floats
    wearer: Flags

    @classmethod
    def of(cls, bag: SewnBag) -> Net:
        """The net of a bag's surfaces of which edges are drawn; those of one kind that meet are one."""
        parts = [(number, each) for number, each in enumerate(bag.surfaces) if _has_edges(each)]
        offsets = np.cumsum([0, *(len(each.points) for _, each in parts)])
        points = np.concatenate([each.points for _, each in parts])
        hard = np.concatenate([np.full(len(each.triangles), each.material in _HARD) for _, each in parts])
        rows = [each.triangles + offset for (_, each), offset in zip(parts, offsets[:-1], strict=True)]
        body = np.concatenate([np.full(len(each.points), 0 if i < bag.body else i + 1) for i, each in parts])
        merged, number = _merged(points, body)
        triangles = number[np.concatenate(rows)]
        surfaces = np.concatenate([np.full(len(each.triangles), number) for number, each in parts])
        a, b, c = (merged[triangles[:, corner]] for corner in range(3))
        normals = np.cross(b - a, c - a)
        normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12)
        edges, sides = _edges(triangles)
        steps = np.array([_step(each, number < bag.body) for number, each in enumerate(bag.surfaces)])
        wearer = np.array([each.material == FIGURE for each in bag.surfaces])
        return cls(merged, edges, sides, normals, surfaces, hard, steps[surfaces], wearer)


def _step(surface: Surface, of_body: bool) -> float:
    """mm by which what lies beside an edge is deeper where that is an outline; of a cord always, two lie together."""
    if surface.material == Stuff.CORD:
        return -_STEP
    return _STEP if of_body else _WORN


def _has_edges(surface: Surface) -> bool:
    return len(surface.triangles) > 0 and surface.lined and surface.material != FIGURE


def _merged(points: Floats, group: Whole) -> tuple[Floats, Whole]:
    """Points of one *group* at the same place are one: these, and the number of each in them."""
    keys = np.column_stack([np.round(points / _SAME).astype(np.int64), group])
    order = np.lexsort(keys.T)
    fresh = np.append(True, (np.diff(keys[order], axis=0) != 0).any(1))
    number = np.empty(len(points), int)
    number[order] = np.cumsum(fresh) - 1
    return points[order[fresh]], number


def _edges(triangles: Whole) -> tuple[Whole, Whole]:
    """Every edge once, and its first two triangles; triangles that are no more than a line have none."""
    ends = np.sort(triangles[:, [[0, 1], [1, 2], [2, 0]]], axis=2)
    wide = np.flatnonzero((ends[:, :, 0] != ends[:, :, 1]).all(1))
    ends, owner = ends[wide].reshape(-1, 2), np.repeat(wide, 3)
    key = ends[:, 0] * (ends.max(initial=0) + 1) + ends[:, 1]
    order = np.argsort(key, kind="stable")
    fresh = np.flatnonzero(np.append(True, np.diff(key[order]) != 0))
    shared = np.diff(np.append(fresh, len(order))) > 1
    second = np.where(shared, owner[order[np.minimum(fresh + 1, len(order) - 1)]], -1)
    return ends[order[fresh]], np.column_stack([owner[order[fresh]], second])


class Outline(NamedTuple):
    """A stretch of an edge that is seen: k x 3 points; ``outer`` when there is nothing of the bag beside it."""

    points: Floats
    outer: bool
    hard: bool


def outlines(samples: Samples, net: Net) -> list[Outline]:
    """All edges that are lines of the picture, chained."""
    seen = _lines(net, samples.scene.camera.axes).where(_is_seen(samples))
    drawn = seen.where(_how(samples.scene, seen.steps, net.wearer))
    found = [
        Outline(chain, how == _OUTER, is_hard)
        for how in (_OUTER, _INNER)
        for is_hard in (False, True)
        for chain in chained(drawn.ends[(drawn.how == how) & (drawn.hard == is_hard)])
    ]
    soft = [each for each in found if not each.hard]
    kept = alone([each.points for each in soft])
    return [each for each in found if each.hard] + [each for each, stands in zip(soft, kept, strict=True) if stands]


def _lines(net: Net, axes: Floats) -> _Pieces:
    """The edges at which cloth ends or turns away from the eye, and the corners of hardware."""
    facing = net.normals @ axes[2] > _EDGEWISE
    first, second = net.sides.T
    ends, hard = second < 0, net.hard[first]
    bends = ends | ((net.normals[first] * net.normals[second]).sum(1) < _SHARP)
    lines = np.flatnonzero(ends | (facing[first] != facing[second]) | (hard & bends))
    steps = np.where(hard & bends, -np.inf, net.steps[first])
    whole = np.ones(len(lines), int)
    return _Pieces((net.points @ axes.T)[net.edges[lines]], hard[lines], steps[lines], whole)


class _Pieces(NamedTuple):
    """Pieces of edges: their ``ends``, e x 2 x 3; whether they are ``hard``, and from which step on they are drawn.

    ``how`` is what was found last of each.
    """

    ends: Floats
    hard: Flags
    steps: Floats
    how: Whole

    def where(self, holds: _Holds) -> _Pieces:
        """Those pieces of them of which something holds: it takes points, directions across, and numbers."""
        if not len(self.ends):
            return self
        along = (self.ends[:, 1] - self.ends[:, 0])[:, :2]
        across = np.stack([-along[:, 1], along[:, 0]], axis=1)
        across /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-9)
        found = stretches(Chains.straight(self.ends), lambda points, chain: holds(points, across[chain], chain))
        number = np.array([each.chain for each in found], int)
        ends = np.array([each.points[[0, -1]] for each in found]).reshape(-1, 2, 3)
        return _Pieces(ends, self.hard[number], self.steps[number], np.array([each.how for each in found], int))


def _is_seen(samples: Samples) -> _Holds:
    def holds(points: Floats, across: Floats, _: Whole) -> Flags:
        aside = np.column_stack([_NEAR * across, np.zeros(len(points))])
        found = samples.free(points + aside, _BIAS)
        found[~found] = samples.free((points - aside)[~found], _BIAS)
        return found

    return holds


def _how(scene: Scene, steps: Floats, wearer: Flags) -> _Holds:
    def holds(points: Floats, across: Floats, number: Whole) -> Whole:
        lower, beside = _lower(scene, points, across * _ASIDE)
        step = points[:, 2] - lower
        found = np.where(step > steps[number], _INNER, 0)
        found[np.append(wearer[scene.surfaces], True)[beside]] = _OUTER  # -1: nothing is there
        unsure = np.flatnonzero((found == _INNER) & (step < _SURE) & np.isfinite(steps[number]))
        further = lower[unsure] - _lower(scene, points[unsure], across[unsure] * 2 * _ASIDE)[0]
        falls = (further < 2 * step[unsure]) & (step[unsure] - further <= steps[number[unsure]])
        found[unsure[falls]] = 0
        return found

    return holds


def _lower(scene: Scene, points: Floats, aside: Floats) -> Top:
    """What is on the lower one of the two sides of an edge."""
    one, other = (scene.top(points[:, :2] + side * aside) for side in (1, -1))
    lower = one.depth <= other.depth
    return Top(np.where(lower, one.depth, other.depth), np.where(lower, one.triangle, other.triangle))


def chained(pairs: Floats, near: float = 0.08) -> list[Floats]:
    """Stretches, s x 2 x 3, joined end to end where two, and only two, meet."""
    keys = [[(round(x / near), round(y / near)) for x, y, _ in ends] for ends in pairs.tolist()]
    meeting: dict[tuple[int, int], list[int]] = {}
    for number, (start, end) in enumerate(keys):
        if start != end:
            meeting.setdefault(start, []).append(number)
            meeting.setdefault(end, []).append(number)
    left = {number for number, (start, end) in enumerate(keys) if start != end}
    found = []
    for number in range(len(keys)):
        if number in left:
            left.discard(number)
            ahead = _followed(number, keys[number][1], keys, meeting, left)
            back = _followed(number, keys[number][0], keys, meeting, left)
            chain = [*((each, 1 - end) for each, end in reversed(back)), (number, 0), *ahead]
            first, begins = chain[0]
            found.append(np.array([pairs[first, begins], *(pairs[each, 1 - end] for each, end in chain)]))
    return found


def _followed(
    number: int,
    at: tuple[int, int],
    keys: list[list[tuple[int, int]]],
    meeting: dict[tuple[int, int], list[int]],
    left: set[int],
) -> list[tuple[int, int]]:
    """The stretches that follow one at a place, each with the number of the end at which it is entered."""
    found = []
    while len(meeting[at]) == 2:
        one, other = meeting[at]
        number = other if one == number else one
        if number not in left:
            break
        left.discard(number)
        entered = keys[number].index(at)
        found.append((number, entered))
        at = keys[number][1 - entered]
    return found
