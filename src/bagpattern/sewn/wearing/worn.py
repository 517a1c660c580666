"""The bag on its wearer: dressed anew, its straps over the body, with the figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import numpy as np

from bagpattern.sewn.bag import SewnBag, Stroke, Surface
from bagpattern.sewn.build import built, led
from bagpattern.sewn.dress.path import Carried
from bagpattern.sewn.wearing.carrying import CARRYING
from bagpattern.sewn.wearing.figure import figure
from bagpattern.sewn.wearing.placing import Placed, Run, hung_so, placed
from bagpattern.sewn.wearing.trunk import Trunk
from bagpattern.values import replace

if TYPE_CHECKING:
    from bagpattern.model.pattern import Pattern
    from bagpattern.model.strap import Way
    from bagpattern.sewn.bag import Floats

Drawn = TypeVar("Drawn", Surface, Stroke)
_ARM_LONG = 0.386
"""Share of the stature from a shoulder down to the hand."""


def worn(pattern: Pattern, way: Way, stature: float) -> SewnBag:
    """The bag on a figure of that many mm, which comes after it; in the space of the figure, which stands at 0."""
    runs: list[Run] = []

    def watch(of: str, copy: int, start: Floats, end: Floats) -> None:
        runs.append(Run(of, copy, start, end))

    body, trunk = led(pattern, Carried(way, watch)).points, Trunk(stature)
    lengths = {each.of: _length(pattern, way, each.of) for each in runs}
    carrying = hung_so(CARRYING[way], body, runs)
    on = placed(trunk, carrying, body, runs, lengths)
    bag = built(pattern, True, True, Carried(way, lambda of, copy, start, end: on.run(start, end)))
    wearer = figure(stature, carrying.arm, on.aside / (_ARM_LONG * stature))
    surfaces = *(_there(each, on) for each in bag.surfaces), *wearer
    return replace(bag, surfaces=surfaces, strokes=tuple(_there(each, on) for each in bag.strokes))


def _length(pattern: Pattern, way: Way, of: str) -> float:
    found = Carried(way).worn(pattern.draft, of)
    return found.length if found else np.inf


def _there(each: Drawn, on: Placed) -> Drawn:
    """A part of the bag where it is on its wearer."""
    return replace(each, points=on.there(each.points), normals=each.normals @ on.carrying.turn.T)
