"""Pulls in the sliders of zips: folded strips of cloth, and knotted cords."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bagpattern.sewn.bag import Stuff, Surface
from bagpattern.sewn.dress.ground import UP
from bagpattern.sewn.dress.mesh import (
    Frame,
    Mesh,
    at_runs,
    framed,
    one_of,
    ribbon,
    slab,
    surface,
    tangents,
    tube,
    unit,
)

if TYPE_CHECKING:
    from bagpattern.model.draft import Draft
    from bagpattern.sewn.bag import Floats

    Led = tuple[Floats, Floats]

_CLOTH = 3.2
"""mm of a folded strip that lies double [K]."""
_REACH = 4.5
"""Of a coil's width: from a slider's middle to the hole of its puller."""
_OVER = 5.0
"""mm from the middle of a zip to a pull that lies on it: the puller is between."""
_LIES = 2.4
"""Likewise of its end, which lies on the tape."""
_POINTS = 13
_GROUND = 2.0
"""mm above the ground: where a pull that lies there has its middle."""
_APART = 0.6
"""Of its thickness: how far either half of a cord lies beside the middle."""


class Pull(NamedTuple):
    """What hangs in the sliders of a zip: a ``piece`` or a ``notion``; mm wide and long as it hangs."""

    of: str
    material: str
    width: float
    length: float
    bought: bool


def pull_on(draft: Draft, zip_id: str) -> Pull | None:
    """The pull in the sliders of that zip, or in itself where it is ready-made; None when it has none."""
    sliders = {zip_id, *(each.id for each in draft.notions if each.zip == zip_id)}
    for panel in draft.panels:
        for line in panel.lines:
            if panel.strap is not None and line.holds in sliders:
                strap = panel.strap
                return Pull(panel.id, panel.material, strap.width, strap.most or 0.0, False)
    for notion in draft.notions:
        if notion.hooks in sliders:
            return Pull(notion.id, Stuff.CORD, notion.width or 3.0, (notion.length or 0.0) / 2 - 10.0, True)
    return None


def straight(pull: Pull, slider: Frame, coil: float) -> Led:
    """The way of a pull that hangs on from its slider's puller, and its normals."""
    start = slider.moved(along=_REACH * coil, up=1.5)
    run = np.array([start(along) for along in np.linspace(0.0, pull.length, _POINTS)])
    ups, below = np.tile(start.up, (_POINTS, 1)), _GROUND - run[:, 1]
    level = start.up * (1, 0, 1)
    if below.max() > 0.0 and np.linalg.norm(level) > 0.1:  # what is longer than that lies on the ground
        run += np.maximum(below, 0.0)[:, None] * (unit(level) + UP)
        ups[below > 0.0] = UP
    return run, ups


def lying(pull: Pull, curve: Floats, ups: Floats, run: float, sign: float, coil: float) -> Led:
    """The way of a pull that lies along the teeth, from a slider *run* mm along their *curve*."""
    share = np.linspace(0.0, 1.0, _POINTS)
    runs = run + sign * (_REACH * coil + share * pull.length)
    normals = unit(at_runs(curve, runs, ups))
    lift = _OVER + (_LIES - _OVER) * np.minimum(2.0 * share, 1.0)
    return at_runs(curve, runs) + lift[:, None] * normals, normals


def hung_in(pull: Pull, led: Led, number: int) -> Surface:
    """The pull in the *number*-th slider, along its way."""
    if pull.bought:
        return surface(pull.of, pull.material, _cord(pull, *led), notion=pull.of)
    return surface(pull.of, pull.material, ribbon(*led, pull.width, _CLOTH), piece=pull.of, copy=number)


def _cord(pull: Pull, way: Floats, ups: Floats) -> Mesh:
    """Both halves of a cord, and the knot below."""
    beside = _APART * pull.width * np.cross(ups, tangents(way))
    halves = [tube(way + side * beside, pull.width / 2) for side in (-1.0, 1.0)]
    knot = framed(way[-2], way[-1] - way[-2], ups[-2])
    return one_of([*halves, slab(knot, 3.2 * pull.width, 3.0 * pull.width, 2.4 * pull.width, 0.6 * pull.width)])
