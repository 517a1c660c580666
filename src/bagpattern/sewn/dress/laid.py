"""Panels that lie on the bag: pockets, patches, anchors, each sewn down along a placement line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.attached.layers import layers
from bagpattern.attached.lying import Form, alike
from bagpattern.geometry.nearness import depth as depth_in
from bagpattern.model.panel import Role
from bagpattern.model.seam import SeamKind
from bagpattern.model.wall import Wall
from bagpattern.sewn.bag import Stroke, StrokeKind, Surface
from bagpattern.sewn.dress.flats import Flat, around, flat_of, grain_uv, rim_of, vertex_normals, wall
from bagpattern.sewn.dress.ground import Copy, Ground, Layer, places, sampled
from bagpattern.sewn.dress.mesh import Mesh, surface, unit
from bagpattern.sewn.folds import Fold, folds_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bagpattern.model.panel import Panel
    from bagpattern.model.seam import Seam
    from bagpattern.sewn.bag import Floats, Whole
    from bagpattern.sewn.body import Spots

_CLOTH = 1.0
"""mm from the middle of one layer of cloth to that of the next: what lies on a face stands so far above it."""
_ZIP = 5.0
"""mm by which what hangs over a zip stands off for that and its slider [K]."""
_SLACK = 4.0
"""mm by which the middle of a pocket stands off [K]: nothing sewn on by three sides lies quite flat."""
_SLOPE = 40.0
"""mm from a pocket's edge to where it stands off wholly."""
_FITS = 3.0
"""mm by which the two sides may miss each other when a panel is laid down as it is cut."""
_ALONG = 2.0
"""mm: a line whose places are all nearer to an edge runs along that."""
_TIMES = 4
"""How often normals are evened out: over so many triangles to either side of a bend."""
_SAMPLES = 25
_LIES = 0.3
"""Of a strap's outline: what is sewn down of one that lies on the bag; of a handle it is no more than an end."""
_STITCHED = 2.5
"""mm from a pocket's edge to its stitching [construction 4.1]."""


def laid(ground: Ground) -> tuple[Ground, dict[Copy, Seam]]:
    """The ground with every panel that can be laid on it, and the seam that holds each."""
    held: dict[Copy, Seam] = {}
    waiting = [seam for seam in ground.draft.seams if _lays(ground, seam)]
    while True:
        for seam in waiting:
            key = (seam.b[0].panel, seam.b[0].copy)
            if ground.has(seam.a[0].panel, seam.a[0].copy) and not ground.has(*key):
                ground, held[key] = ground.laying(key, _layer(ground, seam)), seam
                break
        else:
            return ground, held


def resting(ground: Ground, inner: bool = False) -> tuple[Ground, tuple[Copy, ...]]:
    """The ground with what lies flat on a panel and is caught in the seams round that: sleeves, walls of pockets.

    Where one looks in (*inner*), that is also what lies on the wrong side of an outside without a lining.
    """
    found: list[Copy] = []
    bare = inner and all(panel.role is not Role.LINING for panel in ground.draft.panels)
    for key, layer in layers(ground.body.pattern).items():
        lie = layer.lie
        pocket = ground.draft[lie.panel].role is Role.POCKET and lie.seams and (bare or not lie.wrong)
        seen = pocket and ground.has(lie.on, lie.on_copy)
        if seen and lie.form is Form.FLAT and lie.placed is not None and not ground.has(*key):
            across, up, move = lie.placed.direction(1), lie.placed.direction(1j), lie.placed(0j)
            turn = np.array([[across.real, up.real], [across.imag, up.imag]])
            lift = _CLOTH * (layer.order or 1)
            place = turn, np.array((move.real, move.imag)), lift, lie.wrong
            ground = ground.laying(key, Layer((lie.on, lie.on_copy), *place))
            found.append(key)
    return ground, tuple(found)


def _lays(ground: Ground, seam: Seam) -> bool:
    """Whether a seam lays one whole panel on a face: not a strap's end, a flap, nor a pocket's bag behind a window."""
    if seam.kind is not SeamKind.PLACEMENT or seam.zip or not seam.b or len({run.panel for run in seam.b}) > 1:
        return False
    panel = ground.draft[seam.b[0].panel]
    if panel.role is Role.STRAP and ground.draft.side_length(seam.b) < _LIES * panel.stitching_line.length:
        return False
    stands = panel.role is Role.BODY or panel.is_on(Wall.FLAP)
    return not stands and all(panel.has_edge(run.on) for run in seam.b)


def _layer(ground: Ground, seam: Seam) -> Layer:
    """How side b of a seam is laid on its side a."""
    face, part = (sampled(ground.draft, side, _SAMPLES) for side in (seam.a, seam.b))
    turn, move = rigid(part, face)
    if np.abs(part @ turn.T + move - face).max() > _FITS:
        turn, move = squeezed(part, face)
    base = (seam.a[0].panel, seam.a[0].copy)
    here = _reach(ground.draft[seam.b[0].panel], turn, move)
    under = [key for key, each in ground.layers.items() if isinstance(each, Layer) and each.base == base]
    over = [key for key in under if _overlap(here, _reach(ground.draft[key[0]], *_way(ground, key)))]
    lift = _ZIP * any(_overlap(here, each) for each in _windows(ground, base))
    return Layer(base, turn, move, _CLOTH + lift + sum(_thick(ground.draft[key[0]]) for key in over))


def _windows(ground: Ground, base: Copy) -> Iterator[Floats]:
    """2 x 2 each: the reach of the windows with a zip on a face, over which a flap may hang."""
    for seam in ground.draft.seams:
        if seam.zip and seam.kind is SeamKind.PLACEMENT and (seam.a[0].panel, seam.a[0].copy) == base:
            left, low, right, high = ground.draft[base[0]].along(seam.a[0].on).path.bounds
            yield np.array([(left, low), (right, high)])


def _way(ground: Ground, key: Copy) -> tuple[Floats, Floats]:
    layer = ground.layers[key]
    assert isinstance(layer, Layer)
    return layer.turn, layer.move


def _thick(panel: Panel) -> float:
    """mm by which a laid panel lifts what lies on it."""
    return _CLOTH + (_SLACK if panel.role is Role.POCKET else 0.0)


def _reach(panel: Panel, turn: Floats, move: Floats) -> Floats:
    """2 x 2: the least and the greatest x and y that a panel takes up on its face."""
    flat = np.array([(each.real, each.imag) for each in panel.stitching_line.flat]) @ turn.T + move
    return np.array([flat.min(axis=0), flat.max(axis=0)])


def _overlap(one: Floats, other: Floats) -> bool:
    return bool((np.maximum(one[0], other[0]) < np.minimum(one[1], other[1]) - 1.0).all())


def rigid(part: Floats, face: Floats) -> tuple[Floats, Floats]:
    """The turn (2 x 2) and the move (2) that lay k x 2 places of a part on those of a face, mirroring nothing."""
    middle, other = part.mean(axis=0), face.mean(axis=0)
    one, two = (each[:, 0] + 1j * each[:, 1] for each in (part - middle, face - other))
    whole = np.vdot(one, two)
    by = whole / abs(whole) if abs(whole) > 1e-9 else 1.0 + 0.0j
    turn = np.array([[by.real, -by.imag], [by.imag, by.real]])
    return turn, other - turn @ middle


def squeezed(part: Floats, face: Floats) -> tuple[Floats, Floats]:
    """As ``rigid`` for a part with pleats or gathers: it is drawn in along its placement line to that one's length."""
    one, two = (complex(*(each[-1] - each[0])) for each in (part, face))
    if abs(one) < 1.0 or abs(two) < 1.0:  # sewn down all round: what it reaches over is laid on what the line does
        turn = np.diag(np.ptp(face, axis=0) / np.maximum(np.ptp(part, axis=0), 1.0))
        return turn, _middle(face) - turn @ _middle(part)
    along, there = (np.array((each.real, each.imag)) / abs(each) for each in (one, two))
    across, yonder = (np.array((-each[1], each[0])) for each in (along, there))
    turn = abs(two) / abs(one) * np.outer(there, along) + np.outer(yonder, across)
    middle, other = ((each[0] + each[-1]) / 2 for each in (part, face))
    return turn, other - turn @ middle


def _middle(places: Floats) -> Floats:
    found: Floats = (places.min(axis=0) + places.max(axis=0)) / 2
    return found


def patch(ground: Ground, key: Copy, depth: float = 0.0) -> tuple[Surface, Stroke]:
    """A laid panel, *depth* mm off its face, with its sides, and its edge as a line."""
    panel = ground.draft[key[0]]
    bent = tuple(_bent(ground, key))
    flat = flat_of(panel, lines=bent)
    lift = depth + _slack(panel, flat.places, flat.places[: flat.rim])
    spots = _off_its_face(ground, key, flat) if bent else ground.on(*key, flat.places)
    points = spots.points + lift[:, None] * spots.normals
    top = Mesh(points, vertex_normals(points, flat.triangles), grain_uv(panel, flat.places), flat.triangles)
    sides = wall(points[: flat.rim], spots.points[: flat.rim] - _CLOTH * spots.normals[: flat.rim])
    normals = spots.normals[: flat.rim]
    edge = Stroke(StrokeKind.EDGE, around(points[: flat.rim]), around(normals), key[0], lies=True)
    return surface(key[0], panel.material, top, sides, piece=key[0], copy=key[1]), edge


def _off_its_face(ground: Ground, key: Copy, flat: Flat) -> Spots:
    """The places of a panel that goes round an edge of the bag, as far off its face as it lies, and its normals.

    These are evened out: in a corner of the bag either side would stand off into the other.
    """
    layer = ground.layers[key]
    lift = layer.lift if isinstance(layer, Layer) else 0.0
    spots = ground.on(*key, flat.places, -lift)
    normals = _evened(spots.normals, flat.triangles)
    return spots._replace(points=spots.points + lift * normals, normals=normals)


def _evened(normals: Floats, triangles: Whole) -> Floats:
    """Normals evened out over a mesh."""
    for _ in range(_TIMES):
        found = normals.copy()
        for corner in range(3):
            for other in (1, 2):
                np.add.at(found, triangles[:, corner], normals[triangles[:, (corner + other) % 3]])
        normals = unit(found)
    return normals


def _bent(ground: Ground, key: Copy) -> Iterator[Fold]:
    """Where a laid panel goes round edges of the bag: lines on it, as drawn; without them it would cut those off."""
    layer = ground.layers.get(key)
    if isinstance(layer, Layer) and not isinstance(ground.layers.get(layer.base), Layer):
        for fold in folds_of(ground.draft[layer.base[0]], layer.base[1]):
            ends = np.array([(each.real, each.imag) for each in fold])
            (one, two), (three, four) = np.linalg.solve(layer.turn, (ends - layer.move).T).T
            start, end = complex(one, two), complex(three, four)
            if _crosses(ground.draft[key[0]], start, end):
                yield start, end


def _crosses(panel: Panel, start: complex, end: complex) -> bool:
    """Whether a line lies inside a panel anywhere; along its edge it bends nothing of it."""
    places = (start + (end - start) * share for share in np.linspace(0.0, 1.0, _SAMPLES).tolist())
    return max(depth_in(panel.stitching_line, each) for each in places) > _ALONG


def _slack(panel: Panel, spots: Floats, rim: Floats) -> Floats:
    """mm by which a pocket, empty as it is, stands off its face at *spots* of it: not at its *rim*."""
    off = np.sqrt(((spots[:, None] - rim[None]) ** 2).sum(axis=2)).min(axis=1)
    slack = _SLACK if panel.role is Role.POCKET else 0.0
    found: Floats = slack * np.clip(off / _SLOPE, 0.0, 1.0) ** 0.8
    return found


def line_on(ground: Ground, key: Copy, name: str, at: Floats, lift: float) -> tuple[Floats, Floats]:
    """Places *at* mm along a line of a panel, *lift* mm above it, with normals; on a pocket they go with its slack."""
    panel = ground.draft[key[0]]
    spots = ground.along(*key, name, at, lift)
    if not isinstance(ground.layers.get(key), Layer):
        return spots.points, spots.normals
    slack = _slack(panel, places(panel, name, at), rim_of(panel))
    return spots.points + slack[:, None] * spots.normals, spots.normals


def stitching(ground: Ground, key: Copy, seam: Seam, lift: float) -> list[Stroke]:
    """The stitching that holds a laid panel, just inside its edges: of *seam*, and of others along the same line."""
    panel, found = ground.draft[key[0]], []
    for run in (run for each in alike(ground.draft, seam) for run in each.b):
        low, high = ground.draft.span(run)
        at = np.linspace(low + _STITCHED, high - _STITCHED, max(2, round((high - low) / 5.0)))
        path = panel.along(run.on).path
        line = np.array([path.point_at(each) + _STITCHED * 1j * path.tangent_at(each) for each in at])
        spots = ground.on(*key, np.stack([line.real, line.imag], axis=1), lift)
        found.append(Stroke(StrokeKind.TOPSTITCH, spots.points, spots.normals, key[0]))
    return found
