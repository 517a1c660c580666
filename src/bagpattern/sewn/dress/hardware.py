"""Hardware, each thing as wide inside as its notion says; what else it measures is trade knowledge [K].

Each function takes the frame at which the thing is fixed: ``along`` leads away from what holds it, ``side`` runs along
its bar, ``up`` looks away from the bag. Those with a length tell where the next thing begins: ``reach``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from bagpattern.sewn.dress.mesh import (
    Frame,
    Mesh,
    at_runs,
    evenly,
    framed,
    one_of,
    run_of,
    slab,
    sweep,
    tangents,
    tube,
    turned_solid,
    unit,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bagpattern.sewn.bag import Floats

_WIRE, _WIRE_SHARE = 1.4, 0.06
"""mm, and of the width: a ring for 25 mm is made of 2.9 mm wire."""
_BAR = 1.6
"""mm of half a slider's bars."""
_LINK = 0.95
"""Of a chain's width: from one link to the next."""
_SHORT = 18.0
"""mm of a slider, along the strap."""


def wire(width: float) -> float:
    """mm of the wire that hardware of that width is made of."""
    return _WIRE + _WIRE_SHARE * width


def d_ring(frame: Frame, width: float) -> Mesh:
    """A D-ring: its bar lies at the frame, its bow ahead."""
    radius = wire(width) / 2
    half = width / 2 + radius
    turn = np.linspace(0.0, np.pi, 15)
    bow = [frame(0.9 * half * np.sin(t), half * np.cos(t)) for t in turn]
    bar = [frame(0.0, half * share) for share in (-0.8, -0.4, 0.0, 0.4, 0.8)]
    return tube(np.array(bow + bar), radius, frame.up, closed=True, corners=6)


def ring_reach(width: float) -> float:
    """mm from a D-ring's bar to the inside of its bow."""
    return 0.9 * (width + wire(width)) / 2 - wire(width) / 2


def _frame_of_wire(frame: Frame, length: float, width: float, radius: float) -> Mesh:
    """A rectangle with round corners, its middle at the frame: clear *width* inside."""
    half, ahead = width / 2 + radius, length / 2
    cut = min(3.0, ahead / 2)
    corners = [(ahead, half - cut), (ahead - cut, half), (cut - ahead, half), (-ahead, half - cut)]
    path = np.array([frame(a, s) for a, s in (*corners, *((-a, -s) for a, s in corners))])
    return tube(evenly(np.vstack([path, path[:1]]), 4.0)[:-1], radius, frame.up, closed=True, corners=6)


def slider(frame: Frame, width: float) -> Mesh:
    """A tri-glide: a flat frame with a bar across its middle."""
    bar = np.array([frame(0.0, -width / 2), frame(0.0, width / 2)])
    return one_of([_frame_of_wire(frame, _SHORT, width + 1.0, _BAR), tube(bar, _BAR, frame.up, corners=6)])


def ladder_lock(frame: Frame, width: float) -> Mesh:
    """A ladder lock: a frame with two bars and a lip to lift it by."""
    length = 1.25 * width
    parts = [_frame_of_wire(frame, length, width + 1.0, 1.9)]
    for at in (-0.12, 0.18):
        bar = np.array([frame(at * length, -width / 2), frame(at * length, width / 2)])
        parts.append(tube(bar, 1.7, frame.up, corners=6))
    parts.append(slab(frame.moved(along=length / 2 + 2.0, up=0.5), 6.0, 0.8 * width, 2.2, 0.8))
    return one_of(parts)


def swivel(frame: Frame, width: float) -> Mesh:
    """A swivel hook, its eye for the strap behind at the frame, its hook ahead."""
    radius, eye, barrel = wire(width) / 2, 9.0, 7.0
    post = turned_solid(
        frame.moved(along=eye - 1.0).turned().upright(),
        [(0, 0), (0, 3.6), (barrel, 3.6), (barrel + 1.5, 2.2), (11, 0)],
        10,
    )
    return one_of([_frame_of_wire(frame.moved(along=eye / 2), eye, width, radius), post, *_hook(frame, width)])


def _hook(frame: Frame, width: float) -> list[Mesh]:
    """The hook of a swivel and the tongue that shuts it."""
    start, half = 15.0, 0.2 * width + 3.0
    middle = frame.moved(along=start + half)
    turn = np.linspace(-np.pi, 0.62 * np.pi, 20)
    bow = np.array([middle(half * np.cos(t), half * np.sin(t)) for t in turn])
    tongue = np.array([bow[-1], bow[3]])
    return [tube(bow, 1.8, frame.up, corners=7), tube(tongue, 1.0, frame.up, corners=5)]


def swivel_reach(width: float) -> float:
    """mm from a swivel's eye to the inside of its hook."""
    return 15.0 + 2 * (0.2 * width + 3.0) - 1.8


def chain(curve: Floats, ups: Floats, width: float) -> Mesh:
    """A curb chain along a curve: flat links, turned about to either side."""
    middle = evenly(curve, _LINK * width)
    along, up = tangents(middle), at_runs(curve, run_of(middle), ups)
    frames = [
        framed(at, way, out + sign * np.cross(out, way))
        for at, way, out, sign in zip(middle, along, up, _turns(len(middle)), strict=True)
    ]
    return _copied(_link(Frame(np.zeros(3), *np.eye(3)), width), frames)


def _copied(mesh: Mesh, frames: list[Frame]) -> Mesh:
    """What was made in no place, once in each of some frames."""
    at = np.array([each.at for each in frames])[:, None]
    turns = np.array([(each.along, each.side, each.up) for each in frames])
    starts = np.arange(len(frames))[:, None, None] * len(mesh.points)
    return Mesh(
        (at + mesh.points @ turns).reshape(-1, 3),
        (mesh.normals @ turns).reshape(-1, 3),
        np.tile(mesh.uv, (len(frames), 1)),
        (mesh.triangles + starts).reshape(-1, 3),
    )


def chain_rounds(curve: Floats, ups: Floats, width: float) -> Iterator[tuple[Floats, Floats]]:
    """Lines round the links of a chain, and their normals: from side to side, two of them round every link.

    Links are turned about: whichever way the chain is looked at, every other one is seen from its flat side.
    """
    pitch = _LINK * width
    middle = evenly(curve, pitch / 6)
    run = run_of(middle)
    along, up = tangents(middle), unit(at_runs(curve, run, ups))
    for flat, normals in ((unit(np.cross(up, along)), up), (up, unit(np.cross(along, up)))):
        for sign in (-0.5, 0.5):
            yield middle + sign * width * np.sin(np.pi * run / pitch)[:, None] * flat, normals


def _turns(count: int) -> Floats:
    """Every other link leans to the other side."""
    return np.where(np.arange(count) % 2, 0.7, -0.7)


def _link(frame: Frame, width: float) -> Mesh:
    radius = 0.14 * width
    turn = np.linspace(0.0, 2 * np.pi, 10, endpoint=False)
    half, reach = width / 2 - radius, _LINK * width / 2 + 1.6 * radius
    ring = np.array([frame(reach * np.cos(t), half * np.sin(t)) for t in turn])
    return tube(ring, radius, frame.up, closed=True, corners=5)


def buckle(frame: Frame, width: float) -> tuple[Mesh, ...]:
    """A side-release buckle, closed, its middle at the frame, in two halves."""
    outer, high = width + 9.0, buckle_height(width)
    female, male = 0.95 * width + 6.0, 0.5 * width + 6.0
    socket = slab(frame.moved(along=-male / 2), female, outer, high, 2.4)
    plug = slab(frame.moved(along=female / 2 + 0.6), male, outer - 1.0, high - 1.0, 2.2)
    beside = [frame.moved(along=-0.1 * female, side=side * (outer / 2 + 0.4), up=1.4) for side in (-1.0, 1.0)]
    prongs = [slab(each, 0.42 * female, 3.2, high - 2.8, 0.9) for each in beside]
    return one_of([socket, *prongs]), plug


def buckle_length(width: float) -> float:
    """mm of a closed side-release buckle."""
    return 1.45 * width + 12.6


def buckle_height(width: float) -> float:
    """mm from what it lies on to the top of a side-release buckle."""
    return 7.0 + 0.06 * width


def snap(frame: Frame, across: float) -> Mesh:
    """The cap of a press stud or of a magnetic snap."""
    radius = across / 2
    dome = [(0.0, radius), (0.9, radius), (1.8, 0.86 * radius), (2.3, 0.55 * radius), (2.5, 0.01)]
    return turned_solid(frame, dome)


def eyelet(frame: Frame, inside: float) -> Mesh:
    """An eyelet: a flanged ring round a hole."""
    radius = inside / 2
    ring = [(0.0, radius + 2.6), (0.8, radius + 2.3), (1.4, radius + 1.3), (1.0, radius + 0.2), (-0.6, radius)]
    return turned_solid(frame, ring, 20)


def foot(frame: Frame, across: float) -> Mesh:
    """A bag foot: a stud on which the bag stands."""
    radius = across / 2
    return turned_solid(frame, [(0, radius), (2.5, radius), (5.0, 0.8 * radius), (6.0, 0.4 * radius), (6.2, 0.01)])


def cord_lock(frame: Frame, cord: float) -> Mesh:
    """A cord lock, which the two ends of a cord run through, along the frame."""
    radius = 2.2 * cord + 3.0
    barrel = [(-9.0, 0.01), (-9.0, 0.8 * radius), (-7.5, radius), (5.0, radius), (6.0, 0.75 * radius)]
    button = [(6.0, 0.75 * radius), (11.0, 0.7 * radius), (12.0, 0.5 * radius), (12.2, 0.01)]
    return turned_solid(frame.upright(), [*barrel, *button], 14)


def cord_end(frame: Frame, cord: float) -> Mesh:
    """The stop on a cord's end."""
    return turned_solid(frame.upright(), [(0, 0.01), (0, 0.75 * cord), (4, cord), (12, 0.8 * cord), (13, 0.01)], 10)


def turn_lock(frame: Frame) -> Mesh:
    """A turn-lock: a plate, and the knob that is turned across its slot."""
    return one_of([slab(frame, 18.0, 30.0, 2.0, 0.8), turn_knob(frame.moved(up=2.0))])


def turn_knob(frame: Frame) -> Mesh:
    """The knob of a turn-lock, across its slot."""
    return slab(frame, 16.0, 6.0, 4.5, 1.5)


def lock_rim(frame: Frame, along: float, across: float) -> Mesh:
    """The rim of a turn-lock round a slit of that size in a flap, which the knob comes out of."""
    return _plate(frame, (along, across), 3.0, 3.0, 1.4)


def tongue(frame: Frame) -> Mesh:
    """The tongue of a tuck-lock: its clasp round the edge of a flap, below the frame, and what is tucked in."""
    outer = slab(frame.moved(along=-2.0), 22.0, 30.0, 2.0, 0.8)
    inner = slab(frame.moved(along=-2.0, up=-_THROUGH), 22.0, 30.0, 1.2, 0.4)
    return one_of([outer, inner, slab(frame.moved(along=-17.0, up=-1.0), 10.0, 18.0, 2.0, 0.6)])


def tuck_plate(frame: Frame) -> Mesh:
    """The plate of a tuck-lock, and the slot for its tongue: as flat as it goes under a flap."""
    return _plate(frame, (5.0, 24.0), 12.5, 7.0, 1.4)


def _plate(frame: Frame, slot: tuple[float, float], above: float, beside: float, high: float) -> Mesh:
    """A plate round a slot of that size, of four bars: *above* and below, and *beside* it."""
    along, across = slot
    bars = [
        slab(frame.moved(along=sign * (along + above) / 2), above, across + 2 * beside, high, 0.5) for sign in (1, -1)
    ]
    ends = [frame.moved(side=sign * (across + beside) / 2) for sign in (1, -1)]
    return one_of([*bars, *(slab(each, along, beside, high, 0.5) for each in ends)])


_THROUGH = 3.0
"""mm of a flap in the clasp of a tuck-lock [K]."""
_HINGE = 0.9
"""Of a coil's width: from a slider's middle to what its puller turns about."""
_DROOP = np.radians(42.0)
"""How steeply a puller hangs over an edge that is as far away as a slider is long [K]."""


def puller(frame: Frame, coil: float, droops: bool = False) -> Mesh:
    """A zip's slider on its coil, *coil* mm wide, with its puller ahead; that lies there, or *droops* over an end."""
    size = coil / 6.2
    body = slab(frame, 11.0 * size, 1.55 * coil, 3.0 * size, 1.0)
    bridge = slab(frame.moved(along=1.0, up=3.0 * size), 6.0 * size, 2.4 * size, 1.6 * size, 0.4)
    ups: Any = (3.9, 4.6, 3.8, 2.8)
    held = drooping(frame, coil) if droops else frame
    spine = np.array([held(a * size, 0.0, u * size) for a, u in zip((3.0, 7.0, 18.0, 30.0), ups, strict=True)])
    widths = np.array([[2.6], [4.6], [5.6], [5.0]])[:, 0] * size
    half, up = widths / 2, np.full(4, 0.7 * size)
    tab = np.stack([-half, -up, half, -up, half, up, -half, up], axis=-1).reshape(-1, 4, 2)
    return one_of([body, bridge, sweep(spine, held.up, tab, sharp=True)])


def drooping(frame: Frame, coil: float) -> Frame:
    """That of a slider's puller where its zip ends at an edge: it hangs down from its hinge as far as that lets it."""
    ahead = _HINGE * coil
    sunk, level = np.sin(_DROOP), np.cos(_DROOP)
    held = framed(frame(ahead), level * frame.along - sunk * frame.up, level * frame.up + sunk * frame.along)
    return held.moved(along=-ahead)
