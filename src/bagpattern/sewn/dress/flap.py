"""A flap: from its hinge over the top of the bag like a taut string, then straight down."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from bagpattern.model.seam import SeamKind
from bagpattern.model.wall import Wall
from bagpattern.sewn.bag import Stroke, StrokeKind, Surface
from bagpattern.sewn.dress.flats import Flat, around, flat_of, grain_uv, vertex_normals, wall
from bagpattern.sewn.dress.ground import UP, Cloth, Ground, places
from bagpattern.sewn.dress.hulls import hull, section
from bagpattern.sewn.dress.lid import laid_over
from bagpattern.sewn.dress.mesh import Mesh, at_runs, run_of, surface, unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bagpattern.model.draft import Draft
    from bagpattern.model.panel import Panel
    from bagpattern.model.seam import Run, Seam
    from bagpattern.sewn.bag import Floats

_ACROSS, _DOWN = 33, 64
"""How many strings hang over the bag, and of how many points."""
_TIMES = 24
"""How often each string is evened out with its neighbours: waves of less than a third of the flap's width go."""
_OFF = 3.5
"""mm by which a flap keeps off what it lies on: its own thickness, seams under it, and what its triangles cut off."""
_ROOT = np.array((-0.4 * _OFF, -1.0))
"""mm before and above its hinge where a flap begins: outside of what it hangs from, so that no gap is seen."""
_AROUND = tuple((_OFF * math.cos(turn), _OFF * math.sin(turn)) for turn in (0.25 * math.pi * each for each in range(8)))
"""Likewise to every side: a flap goes round an edge of the bag as round a rod."""
_MESH = 6.0
"""mm: wider triangles would cut such an edge off."""
_INSIDE = 6.0
"""mm from the hinge's ends: nearer to them the bag's sides begin, and its cross-section is none."""
_ABOVE = 30.0
"""mm above its hinge that a tab across a mouth has to go up at most: more is cloth that stands in its way [K]."""
_THICK = 1.8
_UPRIGHT, _FALLEN = 12.0, 60.0
"""Degrees by which a flap that is put back leans at its hinge, and at its other end [K]."""
_EDGE = 4.0
"""mm from a flap's edge to its topstitching."""


def flaps(ground: Ground, worn: Sequence[Surface], opened: bool = False) -> tuple[Ground, list[Surface], list[Stroke]]:
    """The ground with all flaps that hang from it, over what is *worn* there, too, and these flaps.

    *Opened*, they lie back behind their hinges.
    """
    surfaces: list[Surface] = []
    strokes: list[Stroke] = []
    shown: set[str] = set()
    things = _triangles(worn)
    for seam, hinge, at in _hinges(ground):
        panel = ground.draft[hinge.panel]
        if seam.id not in shown:  # the lining comes with its outer layer
            shown.add(seam.id)
            if panel.is_on(Wall.TOP):
                ground, made, lines = laid_over(ground, seam, hinge, at, _lining(ground, seam, panel), opened)
                surfaces += made
                strokes += lines
                continue
            parts = _parts(ground.draft, panel)
            flats = [flat_of(each, _MESH) for each in parts]
            cloths = _hung(ground, things, seam, hinge, at, flats, opened)
            for each, cloth in zip(parts, cloths, strict=True):
                ground = ground.laying((each.id, 1), cloth)
            surfaces += _surfaces(parts, _lining(ground, seam, panel), flats, cloths)
            for each, flat, cloth in zip(parts, flats, cloths, strict=True):
                strokes += _lines(ground, each, flat, cloth, _joins(ground.draft, parts) | {hinge.on})
    return ground, surfaces, strokes


def _hinges(ground: Ground) -> Iterator[tuple[Seam, Run, float]]:
    """The edges by which flaps hang, with where along side a of its seam each starts.

    The outer layer is caught before its lining; sewn across a wall, it is what is sewn there, and its lining is caught.
    """
    for seam in ground.draft.seams:
        across = seam.b if seam.kind is SeamKind.PLACEMENT else ()
        hung = [(run, 0.0) for run in across] + [(each.runs[0], each.at) for each in seam.caught]
        for run, at in hung:
            panel = ground.draft[run.panel]
            outer = any(ground.body.has(side.panel, side.copy) for side in (*seam.a, *seam.b))
            if outer and panel.is_on(Wall.FLAP) and panel.has_edge(run.on) and ground.met(seam, at) is not None:
                yield seam, run, at


def _parts(draft: Draft, panel: Panel) -> list[Panel]:
    """The panel that hangs, and those that style lines have cut from it, which are drawn where they were."""
    others = [each for each in draft.panels if each.id != panel.id and each.is_on(Wall.FLAP)]
    return [panel, *(each for each in others if each.origin == panel.origin)]


def _joins(draft: Draft, parts: list[Panel]) -> set[str]:
    """The names of the edges at which parts of a flap are sewn to each other."""
    own = {each.id for each in parts}
    runs = [(*seam.a, *seam.b) for seam in draft.seams if seam.a and seam.b]
    return {run.on for sides in runs if all(each.panel in own for each in sides) for run in sides}


def _triangles(worn: Sequence[Surface]) -> Floats:
    """k x 3 x 3: the corners of all triangles of what a bag wears."""
    return np.concatenate([np.empty((0, 3, 3)), *(each.points[each.triangles] for each in worn)])


def _hung(
    ground: Ground, things: Floats, seam: Seam, hinge: Run, at: float, flats: list[Flat], opened: bool
) -> list[Cloth]:
    """The parts of a flap as they hang: each place on the string that starts across from it."""
    axes = [_axes(ground.draft[hinge.panel], hinge, flat) for flat in flats]
    least, most = (pick(pick(across) for across, _ in axes) for pick in (min, max))
    wide, deep = np.linspace(least, most, _ACROSS), max(down.max() for _, down in axes)
    net = _net(ground, things, seam, hinge, at, wide, np.linspace(0.0, deep, _DOWN), opened)
    found = []
    for flat, (across, down) in zip(flats, axes, strict=True):
        points = _on_net(net, (across - least) / (most - least), down / deep)
        found.append(Cloth(flat.places, flat.triangles, points, vertex_normals(points, flat.triangles)))
    return found


def _on_net(net: Floats, across: Floats, down: Floats) -> Floats:
    """Places of the net at shares of its width and its depth."""
    row, column = np.clip(down, 0.0, None) * (_DOWN - 1), across * (_ACROSS - 1)
    i, j = np.minimum(row.astype(int), _DOWN - 2), np.minimum(column.astype(int), _ACROSS - 2)
    v, u = (row - i)[:, None], (column - j)[:, None]
    top = net[i, j] * (1 - u) + net[i, j + 1] * u
    low = net[i + 1, j] * (1 - u) + net[i + 1, j + 1] * u
    found: Floats = top * (1 - v) + low * v
    return found


def _axes(panel: Panel, hinge: Run, flat: Flat) -> tuple[Floats, Floats]:
    """mm of each place along the hinge from its start, and away from it."""
    path = panel.along(hinge.on).path
    along = (path.end - path.start) / abs(path.end - path.start)
    at = ((flat.places[:, 0] + 1j * flat.places[:, 1]) - path.start) / along
    return at.real, at.imag  # outlines run counter-clockwise: the panel is on the left of its hinge


def _net(
    ground: Ground, things: Floats, seam: Seam, hinge: Run, at: float, wide: Floats, deep: Floats, opened: bool
) -> Floats:
    """Points of the strings, ``deep`` x ``wide`` x 3."""
    length = ground.draft.run_length(hinge)
    places_on = [at + (length - each if hinge.reversed else each) for each in np.clip(wide, 0.0, length)]
    met = [found for each in places_on if (found := ground.met(seam, each)) is not None]
    roots = np.array([each.at for each in met])
    across = unit(roots[-1] - roots[0])
    forward = unit(np.cross(across, UP))
    forward = -forward if forward @ met[len(met) // 2].normal > 0 else forward
    roots = roots + np.outer(wide - np.clip(wide, 0.0, length), across)
    keep = np.clip((roots - roots[0]) @ across, _INSIDE, abs((roots[-1] - roots[0]) @ across) - _INSIDE)
    planes = [roots[0] + run * across for run in keep]
    body = ground.body.points[ground.body.faces]
    cuts = [np.concatenate([each[None], section(body, each, across)]) for each in planes]
    ways = _ways(cuts, roots, forward)
    if all(_falls_short(each, deep[-1]) for each in ways):
        return roots[None] + _fallen(ground, roots, forward, deep)[:, None]
    if opened:
        return roots[None] + _back(forward, deep)[:, None]
    strings = _strings(ways, roots, forward, deep)
    over = [_above(section(things, each, across), string) for each, string in zip(planes, strings, strict=True)]
    if any(map(len, over)):
        cuts = [np.concatenate([cut, more]) for cut, more in zip(cuts, over, strict=True)]
        strings = _strings(_ways(cuts, roots, forward), roots, forward, deep)
    return _even(np.stack(strings, axis=1), forward)


def _ways(cuts: list[Floats], roots: Floats, forward: Floats) -> list[Floats]:
    """The way of each string over the cross-sections about it."""
    return [_way(np.concatenate(cuts[max(i - 2, 0) : i + 3]) - root, forward) for i, root in enumerate(roots)]


def _strings(ways: list[Floats], roots: Floats, forward: Floats, deep: Floats) -> list[Floats]:
    return [root + _string(way, forward, deep) for root, way in zip(roots, ways, strict=True)]


def _above(cut: Floats, string: Floats) -> Floats:
    """What of a cross-section a string reaches down to: what is below its end pushes nothing off."""
    found: Floats = cut[cut[:, 1] > string[-1, 1]]
    return found


def _fallen(ground: Ground, roots: Floats, forward: Floats, deep: Floats) -> Floats:
    """Where the points of a string are from its root when it is too short to go over the bag: it hangs down.

    What is longer than that lies on the ground.
    """
    middle = roots.mean(axis=0)
    low = ground.body.points[ground.body.points[:, 1] < middle[1]]
    out = np.minimum(deep, max(float(((middle - low) @ forward).max(initial=0.0)), 0.0) + _OFF)
    down = np.minimum(deep - out, middle[1] - _OFF)
    found: Floats = -np.outer(deep - down, forward) - np.outer(down, UP)
    return found


def _back(forward: Floats, deep: Floats) -> Floats:
    """Where the points of a string are from its root when it is put back: up, and over backwards."""
    lean = np.radians(_UPRIGHT + (_FALLEN - _UPRIGHT) * deep / deep[-1])
    steps = np.outer(np.cos(lean), UP) - np.outer(np.sin(lean), forward)
    found: Floats = np.cumsum(steps * np.diff(deep, prepend=0.0)[:, None], axis=0)
    return found


def _even(net: Floats, forward: Floats) -> Floats:
    """Strings evened out with their neighbours, beyond the ends as straight on: cloth does not follow every dent.

    It stays before what it lies on, and above it as far as it goes over the top.
    """
    before, above = net @ forward, net @ UP
    above = np.where(before < before.max(axis=0) - _OFF, above, -np.inf)
    for _ in range(_TIMES):
        first, last = 2 * net[:, :1] - net[:, 1:2], 2 * net[:, -1:] - net[:, -2:-1]
        wide = np.concatenate([first, net, last], axis=1)
        net = (wide[:, :-2] + 2 * wide[:, 1:-1] + wide[:, 2:]) / 4
        for way, least in ((forward, before), (UP, above)):
            net = net + np.clip(least - net @ way, 0.0, None)[..., None] * way
    return net


def _way(cut: Floats, forward: Floats) -> Floats:
    """The way from a root over a cross-section of the bag to its foremost place: forward and up from it.

    *cut* are places of that from the root on, with those of its neighbours: strings are evened out with these.
    """
    flat = np.stack([cut @ forward, cut @ UP], axis=1)
    corners = hull(flat)  # what is inside of these stays inside
    ring = hull(np.concatenate([corners + each for each in _AROUND]))
    start = int(np.argmin(np.hypot(ring[:, 0] + _OFF, ring[:, 1])))  # behind the hinge: there is where it is sewn
    way = np.roll(ring, -start, axis=0)[::-1]
    way = np.concatenate([_ROOT[None], ring[start : start + 1], way])
    return way[: int(np.argmax(way[:, 0] + 1e-3 * way[:, 1])) + 1]


def _falls_short(way: Floats, long: float) -> bool:
    """Whether cloth stands above a hinge, and what is so *long* does not reach the corner of the front and the top."""
    over = float(np.hypot(*way[0]) + run_of(way)[way.sum(axis=1).argmax()])
    return float(way[:, 1].max()) > _ABOVE and over > long


def _string(way: Floats, forward: Floats, deep: Floats) -> Floats:
    """One string from its root along its way and straight down from there, its points *deep* mm along it."""
    on = at_runs(np.concatenate([way, way[-1:] - (0.0, deep[-1] + 1.0)]), deep)
    found: Floats = np.outer(on[:, 0], forward) + np.outer(on[:, 1], UP)
    return found


def _lining(ground: Ground, seam: Seam, panel: Panel) -> Panel:
    """The panel that is the underside of a flap: the other one that hangs from the same seam, or itself."""
    others = [ground.draft[run.panel] for each in seam.caught for run in each.runs if run.panel != panel.id]
    return next((each for each in others if each.is_on(Wall.FLAP) and each.origin != panel.origin), panel)


def _surfaces(parts: list[Panel], lining: Panel, flats: list[Flat], cloths: list[Cloth]) -> list[Surface]:
    """Every part of the outer layer, and the whole of what is under it."""
    outer, under = [], []
    for panel, flat, cloth in zip(parts, flats, cloths, strict=True):
        top = Mesh(cloth.points, cloth.normals, grain_uv(panel, flat.places), flat.triangles)
        below = Mesh(cloth.points - _THICK * cloth.normals, -cloth.normals, top.uv, flat.triangles[:, ::-1])
        sides = wall(cloth.points[: flat.rim], below.points[: flat.rim])
        outer.append(surface(panel.id, panel.material, top, sides, piece=panel.id))
        under.append(below)
    return [*outer, surface(lining.id, lining.material, *under, piece=lining.id)]


def _lines(ground: Ground, panel: Panel, flat: Flat, cloth: Cloth, within: set[str]) -> list[Stroke]:
    """Its edge, and the stitching inside it all but along the edges *within* the flap and its hinge."""
    rim = slice(0, flat.rim)
    found = [Stroke(StrokeKind.EDGE, around(cloth.points[rim]), around(cloth.normals[rim]), panel.id)]
    for edge in panel.edges:
        if edge.name not in within and edge.length > 3 * _EDGE:
            at = np.linspace(_EDGE, edge.length - _EDGE, max(2, round(edge.length / 5.0)))
            inward = np.array([1j * edge.path.tangent_at(each) for each in at])
            xy = places(panel, edge.name, at) + _EDGE * np.stack([inward.real, inward.imag], axis=1)
            spots = ground.on(panel.id, 1, xy, 0.3)
            found.append(Stroke(StrokeKind.TOPSTITCH, spots.points, spots.normals, panel.id))
    return found
