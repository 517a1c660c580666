"""Edges of the surfaces: where the bag turns away from the eye, where cloth ends, where hardware has corners."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bagpattern.drawing.views.chains import bridges, chained
from bagpattern.drawing.views.doubled import alone
from bagpattern.drawing.views.loose import gaps, ticks
from bagpattern.drawing.views.stretches import Chains, stretches
from bagpattern.sewn.bag import FIGURE, Stuff

if TYPE_CHECKING:
    from collections.abc import Callable

    from bagpattern.drawing.views.samples import Samples
    from bagpattern.drawing.views.scene import Flags, Scene, Top
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
_OUTER, _INNER, _FAINT = 1, 2, 3
"""How an edge is seen: before nothing of the bag, before something of it that is deeper, or too little for a line."""
_GAP = 25.0
"""mm of a line that may be faint between two stretches that are none."""
_SHALLOW = 15.0
"""mm of a step within one surface that is no more than a fold."""
_HARD = {Stuff.METAL, Stuff.PLASTIC, Stuff.ZIP, Stuff.CORD}
"""What is drawn with fine lines, and with its corners; a cord is so thin that others would fill it."""


class Net(NamedTuple):
    """All surfaces of which edges are drawn as one mesh, whatever the camera: ``points`` n x 3, each once.

    ``edges`` is e x 2; ``sides`` e x 2: the triangles on its sides, -1 for none; ``normals`` m x 3 and ``surfaces`` of
    the triangles; ``hard`` says which belong to hardware, ``steps`` from which step on their edges are outlines.
    ``worn`` is the surface again where the body wears it, else -1; ``rims`` says which are outlines as those of cloth.
    ``wearer`` says which of all surfaces are who carries the bag, which ends before them as before nothing.
    """

    points: Floats
    edges: Whole
    sides: Whole
    normals: Floats
    surfaces: Whole
    hard: Flags
    steps: Floats
    worn: Whole
    rims: Flags
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
        worn = np.where(surfaces < bag.body, -1, surfaces)
        rims = np.array([each.rims for each in bag.surfaces])[surfaces]
        wearer = np.array([each.material == FIGURE for each in bag.surfaces])
        return cls(merged, edges, sides, normals, surfaces, hard, steps[surfaces], worn, rims, wearer)


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
    """A stretch of an edge that is seen: k x 3 points; ``outer`` when there is nothing of the bag beside it.

    ``of`` is the number of the surface whose edge it is, where that is told, and it is a ``fold`` where this surface is
    on both sides of it, a little deeper on one.
    """

    points: Floats
    outer: bool
    hard: bool
    of: int = -1
    fold: bool = False


def outlines(samples: Samples, net: Net) -> list[Outline]:
    """All edges that are lines of the picture, chained."""
    seen = _lines(net, samples.scene.camera.axes).where(_is_seen(samples))
    drawn = _whole(seen.where(_how(samples.scene, seen, net.wearer)))
    soft = {how: drawn.ends[~drawn.hard & (drawn.how == how)] for how in (_OUTER, _INNER)}
    fine = {how: chained(drawn.ends[drawn.hard & (drawn.how == how)]) for how in (_OUTER, _INNER)}
    inner, outer = _unbroken(soft[_INNER], soft[_OUTER], [each for chains in fine.values() for each in chains])
    kept = alone([*outer, *inner])
    found = [Outline(each, how == _OUTER, True) for how, chains in fine.items() for each in chains]
    found += [Outline(each, True, False) for each, stands in zip(outer, kept, strict=False) if stands]
    inner = [each for each, stands in zip(inner, kept[len(outer) :], strict=True) if stands]
    return found + _owned(samples.scene, inner)


def _owned(scene: Scene, lines: list[Floats]) -> list[Outline]:
    """Lines before something of the bag, each with the surface that is in front beside its middle."""
    ends = np.array([each[len(each) // 2 - 1 : len(each) // 2 + 1] for each in lines]).reshape(-1, 2, 3)
    along = (ends[:, 1] - ends[:, 0])[:, :2]
    across = _ASIDE * np.column_stack([-along[:, 1], along[:, 0]])
    across /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-9)
    one, other = _beside(scene, ends.mean(axis=1), across)
    sides = np.stack([one.triangle, other.triangle])
    of = np.where(sides < 0, -1, scene.surfaces[sides])
    front = np.where(one.depth > other.depth, of[0], of[1])
    fold = (of[0] == of[1]) & (np.abs(one.depth - other.depth) < _SHALLOW)
    told = zip(lines, front.tolist(), fold.tolist(), strict=True)
    return [Outline(each, False, False, number, folds) for each, number, folds in told]


def _unbroken(inner: Floats, outer: Floats, fine: list[Floats]) -> tuple[list[Floats], list[Floats]]:
    """The lines of cloth, of those stretches that are before something and of those that are not, beside *fine* ones.

    Without gaps, and without ticks inside the bag.
    """
    first, second = chained(inner), chained(outer)
    first, second = (
        chained(np.concatenate([of, gaps(lines, [*others, *fine])]))
        for of, lines, others in ((inner, first, second), (outer, second, first))
    )
    short = ticks(first, [*second, *fine])
    return [each for each, is_tick in zip(first, short, strict=True) if not is_tick], second


def _whole(pieces: _Pieces) -> _Pieces:
    """The pieces that are lines; one is not broken where it is faint for a little way."""
    faint, outer = pieces.how == _FAINT, pieces.how == _OUTER
    hard = pieces.hard & ~(pieces.rims & outer)
    kept = ~faint
    joined = bridges(pieces.ends[faint & ~hard], pieces.ends[kept & ~hard], _GAP)
    kept[np.flatnonzero(faint & ~hard)[joined]] = True
    how = np.where(outer, _OUTER, _INNER)
    return _Pieces(*(each[kept] for each in pieces._replace(hard=hard, how=how)))


def _lines(net: Net, axes: Floats) -> _Pieces:
    """The edges at which cloth ends or turns away from the eye, and the corners of hardware."""
    facing = net.normals @ axes[2] > _EDGEWISE
    first, second = net.sides.T
    ends, hard = second < 0, net.hard[first]
    bends = ends | ((net.normals[first] * net.normals[second]).sum(1) < _SHARP)
    lines = np.flatnonzero(ends | (facing[first] != facing[second]) | (hard & bends))
    steps = np.where(hard & bends, -np.inf, net.steps[first])
    worn = np.where(ends, -1, net.worn[first])[lines]  # what is laid flat on other cloth has lines of its own
    places, ones = (net.points @ axes.T)[net.edges[lines]], np.ones(len(lines), int)
    return _Pieces(places, hard[lines], steps[lines], worn, net.rims[first[lines]], ones)


class _Pieces(NamedTuple):
    """Pieces of edges: their ``ends``, e x 2 x 3; whether they are ``hard``, and from which step on they are drawn.

    ``worn`` is the solid on cloth that they bound, -1 for none; ``rims`` as of ``Net``; ``how`` is found last.
    """

    ends: Floats
    hard: Flags
    steps: Floats
    worn: Whole
    rims: Flags
    how: Whole

    def where(self, holds: _Holds) -> _Pieces:
        """Those pieces of them of which something holds: it takes points, directions across, and numbers."""
        if not len(self.ends):
            return self
        along = (self.ends[:, 1] - self.ends[:, 0])[:, :2]
        across = np.stack([-along[:, 1], along[:, 0]], axis=1)
        across /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-9)
        found = stretches(Chains.straight(self.ends), lambda points, chain: holds(points, across[chain], chain))
        number = found.chain
        worn, rims = self.worn[number], self.rims[number]
        return _Pieces(found.ends, self.hard[number], self.steps[number], worn, rims, found.how)


def _is_seen(samples: Samples) -> _Holds:
    def holds(points: Floats, across: Floats, _: Whole) -> Flags:
        aside = np.column_stack([_NEAR * across, np.zeros(len(points))])
        found = samples.free(points + aside, _BIAS)
        found[~found] = samples.free((points - aside)[~found], _BIAS)
        return found

    return holds


def _how(scene: Scene, pieces: _Pieces, wearer: Flags) -> _Holds:
    """How edges are seen; a solid that is worn is seen to end on the body, however little it stands out there."""

    def holds(points: Floats, across: Floats, number: Whole) -> Whole:
        sides, steps = _beside(scene, points, across * _ASIDE), pieces.steps[number]
        lower = np.minimum(*(each.depth for each in sides))
        step = points[:, 2] - lower
        found = np.where(step > steps, _INNER, 0)
        under = np.where(sides[0].depth <= sides[1].depth, sides[0].triangle, sides[1].triangle)
        found[np.append(wearer[scene.surfaces], True)[under]] = _OUTER  # -1: nothing is there
        unsure = np.flatnonzero((found == _INNER) & (step < _SURE) & np.isfinite(steps))
        beyond = np.minimum(*(each.depth for each in _beside(scene, points[unsure], across[unsure] * 2 * _ASIDE)))
        further = lower[unsure] - beyond
        falls = (further < 2 * step[unsure]) & (step[unsure] - further <= steps[unsure])
        found[unsure[falls]] = 0
        found[(found == 0) & _end_on_cloth(scene, sides, pieces.worn[number])] = _INNER
        found[(found == 0) & (step > -_BIAS)] = _FAINT
        return found

    return holds


def _end_on_cloth(scene: Scene, sides: tuple[Top, Top], worn: Whole) -> Flags:
    """Where a solid is seen on one side of its edge, and on the other the body that wears it.

    What is bought is sewn to, and set on, other cloth as well.
    """
    here = [scene.surfaces[each.triangle] for each in sides]
    bought = np.array([bool(each.notion) for each in scene.bag.surfaces])[worn] & (worn >= 0)
    cut = np.array([bool(each.piece) for each in scene.bag.surfaces])
    cloth = [
        (each.triangle >= 0) & ((of < scene.bag.body) | (bought & cut[of]))
        for each, of in zip(sides, here, strict=True)
    ]
    found: Flags = ((here[0] == worn) & cloth[1]) | ((here[1] == worn) & cloth[0])
    return found


def _beside(scene: Scene, points: Floats, aside: Floats) -> tuple[Top, Top]:
    """What is in front on the two sides of an edge."""
    return scene.top(points[:, :2] + aside), scene.top(points[:, :2] - aside)
