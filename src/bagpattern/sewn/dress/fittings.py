"""Hardware that sits in holes and at marks of the bag: eyelets, feet, snaps, locks; and the cords through them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.model.closing import Closes
from bagpattern.model.marks import LineKind
from bagpattern.model.wall import Wall
from bagpattern.sewn.bag import Stuff, Surface
from bagpattern.sewn.dress import hardware
from bagpattern.sewn.dress.covered import off_walls
from bagpattern.sewn.dress.ground import UP, Ground
from bagpattern.sewn.dress.hanging import hanging
from bagpattern.sewn.dress.mesh import Frame, Mesh, framed, surface, tube, unit
from bagpattern.sewn.dress.rims import channel_ends

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bagpattern.model.draft import Draft
    from bagpattern.model.marks import Hole
    from bagpattern.model.notion import Notion
    from bagpattern.model.panel import Panel
    from bagpattern.sewn.bag import Floats

_HANGING = 110.0
"""mm of a drawn cord that hang out [K]."""
_LOCK = 34.0
"""mm from its outlet to a cord's lock."""
_PRESSED = ("snap", "magnetic-snap")
_LOCKED = "turn-lock"
_TUCKED = "tuck-lock"


def fittings(ground: Ground, opened: bool = False) -> tuple[list[Surface], set[str]]:
    """What sits in the holes of the bag, and the ids of the notions that are shown.

    Under a flap that is not *opened* lies the other half of what holds it.
    """
    under = frozenset() if opened else _under_flaps(ground.draft)
    made: list[Surface] = []
    outlets = channel_ends(ground)
    shown: set[str] = set()
    for panel, hole, frame in _holes(ground):
        notion = _of(ground, hole.holds)
        hidden = notion is None or (panel.id, notion.id) in under
        mesh = None if notion is None or hidden else _mesh(notion, frame, panel.is_on(Wall.FLAP))
        if notion and mesh is not None:
            made.append(surface(notion.id, Stuff.METAL, mesh, notion=notion.id))
            shown.add(notion.id)
        if hole.diameter > 0.0 and (notion is None or notion.kind in ("eyelet", "cord")):
            outlets.setdefault(hole.owner, []).append(frame)
    made += _lock_rims(ground, opened)
    for owner, frames in outlets.items():
        cords, ids = _cords(ground, owner, frames)
        made += cords
        shown |= ids
    return made, shown


def _under_flaps(draft: Draft) -> frozenset[tuple[str, str]]:
    """Panels that flaps lie on, each with what lies between the two."""
    pressed = {each.id for each in draft.notions if each.kind in (*_PRESSED, _LOCKED)}
    flaps = [each for each in draft.closings if each.kind is Closes.FLAP]
    return frozenset(
        (panel.id, held)
        for each in flaps
        for panel in draft.panels
        if panel.id not in each.panels
        for held in each.held_by
        if held in pressed
    )


def _holes(ground: Ground) -> Iterator[tuple[Panel, Hole, Frame]]:
    for panel in ground.draft.panels:
        for copy in range(1, panel.count + 1):
            if ground.has(panel.id, copy):
                for hole in panel.holes:
                    facet = panel.facet_at(hole.at)
                    up = 1j if facet is None else facet.up
                    yield panel, hole, ground.frame(panel.id, copy, (hole.at.real, hole.at.imag), up)


def _of(ground: Ground, key: str) -> Notion | None:
    return next((each for each in ground.draft.notions if each.id == key), None)


def _mesh(notion: Notion, frame: Frame, on_flap: bool) -> Mesh | None:
    """One piece of hardware, or the half of it that is *on_flap* or on what that lies on; None for what nobody sees."""
    across = (notion.measures or (12.0,))[0]
    if notion.kind == "eyelet":
        return hardware.eyelet(frame, across)
    if notion.kind == "bag-foot":
        return hardware.foot(frame, across)
    if notion.kind in _PRESSED:
        return hardware.snap(frame, across)
    if notion.kind == _TUCKED:
        return hardware.tongue(frame) if on_flap else hardware.tuck_plate(frame)
    return hardware.turn_lock(frame) if notion.kind == _LOCKED else None


def _lock_rims(ground: Ground, opened: bool) -> Iterator[Surface]:
    """Round the slits of flaps; of one that is closed, the lock's knob comes out there."""
    for panel in ground.draft.panels:
        for line in panel.lines if ground.has(panel.id) else ():
            notion = _of(ground, line.holds)
            if line.kind is LineKind.SLIT and notion is not None and notion.kind == _LOCKED:
                left, low, right, high = line.path.bounds
                frame = ground.frame(panel.id, 1, ((left + right) / 2, (low + high) / 2), 1j)
                meshes = [hardware.lock_rim(frame, high - low, right - left)]
                meshes += [] if opened else [hardware.turn_knob(frame)]
                yield surface(notion.id, Stuff.METAL, *meshes, notion=notion.id)


def _cords(ground: Ground, owner: str, frames: list[Frame]) -> tuple[list[Surface], set[str]]:
    """The cord of a drawn rim: through its eyelets, its two ends out of the foremost two outlets, and its lock.

    One that carries the bag hangs from it as a strap does.
    """
    corded = (each for each in ground.draft.notions if each.kind == "cord" and each.owner == owner)
    notion = next((each for each in corded if each.strap is None), None)
    if notion is None or len(frames) < 2:
        return [], set()
    middle = ground.middle
    around = sorted(frames, key=lambda each: float(np.arctan2(each.at[0] - middle[0], each.at[2] - middle[2])))
    front = sorted(sorted(around, key=lambda each: -each.at[2])[:2], key=lambda each: each.at[0])
    radius = (notion.width or 5.0) / 2
    meshes = [tube(each, radius) for each in _woven(around, front, radius)]
    hanging_ends, join = _ends(ground, front, radius)
    meshes += [tube(each, radius) for each in hanging_ends]
    made = [surface(notion.id, Stuff.CORD, *meshes, notion=notion.id)]
    made += [_stop(each, notion) for each in hanging_ends]
    locks = [each for each in ground.draft.notions if each.kind == "cord-lock" and each.threads == notion.id]
    for lock in locks:
        made.append(surface(lock.id, Stuff.PLASTIC, hardware.cord_lock(join, lock.width or 5.0), notion=lock.id))
    return made, {notion.id, *(lock.id for lock in locks)}


def _stop(curve: Floats, notion: Notion) -> Surface:
    frame = framed(curve[-1], curve[-1] - curve[-2], (0.0, 0.0, 1.0))
    return surface("cord end", Stuff.PLASTIC, hardware.cord_end(frame, (notion.width or 5.0)), notion=notion.id)


def _woven(around: list[Frame], front: list[Frame], radius: float) -> list[Floats]:
    """The stretches of a cord that lie outside, between every other two eyelets, starting beside the front."""
    if len(around) < 6:
        return []
    start = next(index for index, each in enumerate(around) if each is front[1])
    turned = [*around[start + 1 :], *around[: start + 1]]
    found = []
    for one, other in zip(turned[:-2:2], turned[1:-1:2], strict=False):
        middle = (one.at + other.at) / 2 + (radius + 2.5) * unit(one.up + other.up)
        share = np.linspace(0.0, 1.0, 9)[:, None]
        found.append(
            (1 - share) ** 2 * one.at
            + 2 * share * (1 - share) * (2 * middle - (one.at + other.at) / 2)
            + share**2 * other.at
        )
    return found


def _ends(ground: Ground, front: list[Frame], radius: float) -> tuple[list[Floats], Frame]:
    """The two hanging ends of a cord, which meet in its lock, and where that is."""
    middle = (front[0].at + front[1].at) / 2
    out = unit((middle - ground.middle) * (1, 0, 1))  # cloth in folds looks anywhere
    lock = _outside(ground, middle - _LOCK * UP, out, 2.0 * radius + 6.0)
    found, across = [], np.cross(UP, out)
    for side, frame in zip((-1.0, 1.0), sorted(front, key=lambda each: float(each.at @ across)), strict=True):
        aside = across * side
        end = _outside(ground, middle - _HANGING * UP + 12.0 * aside, out, radius + 2.0)
        first = hanging(
            frame.at, out + UP, lock + 1.2 * radius * aside, UP, 1.1 * float(np.linalg.norm(lock - frame.at))
        )
        second = hanging(first[-1], -UP, end, UP - 0.2 * aside, 1.05 * float(np.linalg.norm(end - first[-1])))
        way = np.concatenate([first[:-1], second])
        found.append(np.concatenate([way[:2], off_walls(ground, way[2:], radius + 1.0)]))
    return found, framed(lock, -UP, out)


def _outside(ground: Ground, at: Floats, out: Floats, off: float) -> Floats:
    """A place moved along *out* until it is *off* mm before the body there."""
    aside = np.cross(UP, out)
    away = ground.body.points - at
    near = (np.abs(away @ aside) < 18.0) & (np.abs(away[:, 1]) < 18.0)
    reach = float((away[near] @ out).max()) if near.any() else 0.0
    return at + (max(reach, 0.0) + off) * out
