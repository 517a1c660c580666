"""Sternum straps: across the chest, from one shoulder strap to the other, buckled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.attached.built import thickness_bought
from bagpattern.model.strap import Mode
from bagpattern.sewn.bag import Stuff
from bagpattern.sewn.dress import hardware
from bagpattern.sewn.dress.hanging import hanging, turning
from bagpattern.sewn.dress.mesh import at_runs, framed, ribbon, run_of, surface, tangents, unit
from bagpattern.sewn.dress.wings import buckled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bagpattern.model.draft import Draft
    from bagpattern.model.notion import Notion
    from bagpattern.model.panel import Panel
    from bagpattern.sewn.bag import Floats, Surface
    from bagpattern.sewn.dress.mesh import Frame
    from bagpattern.sewn.dress.strapping import Pad

_OFF = 5.0
"""mm from the middle of a pad to what is sewn on it."""
_SLACK = 1.06
"""How much longer a sternum strap hangs than the way between two straps of a bag that nobody wears [K]."""
_SLIDERS = (0.22, 0.78)
"""Shares of it at which its sliders sit."""


def sternum_straps(draft: Draft, pads: dict[str, list[Pad]]) -> tuple[list[Surface], set[str]]:
    """Those of all shoulder straps that have one, and the ids of what is shown."""
    surfaces: list[Surface] = []
    shown: set[str] = set()
    for owner, (one, other) in ((key, each[:2]) for key, each in pads.items() if len(each) > 1):
        halves = [each for each in draft.notions if each.owner == owner and _crosses(each)]
        at = _down(draft[one.panel], {each.id for each in halves}) if halves else None
        if at is not None:
            ends = [_end(each, at) for each in sorted((one, other), key=lambda pad: float(pad.curve[:, 0].mean()))]
            surfaces += _strap(draft, halves, ends[0], ends[1])
            shown |= {each.id for each in halves}
    return surfaces, shown | {each.notion for each in surfaces}


def _crosses(notion: Notion) -> bool:
    return notion.strap is not None and notion.strap.mode is Mode.STERNUM


def _down(pad: Panel, halves: set[str]) -> float | None:
    """mm down a pad from its upper end to where a half is sewn on; None where none is."""
    line = next((each for each in pad.lines if each.end is not None and each.end.of in halves), None)
    if line is None:
        return None
    _, low, _, high = line.path.bounds
    return pad.stitching_line.bounds[3] - (low + high) / 2


def _end(pad: Pad, at: float) -> Frame:
    place, up, along = (at_runs(pad.curve, [at], each)[0] for each in (pad.curve, pad.ups, tangents(pad.curve)))
    return framed(place + _OFF * up, along, up)


def _strap(draft: Draft, halves: list[Notion], one: Frame, other: Frame) -> Iterator[Surface]:
    """Its webbing, its buckle in the middle, its sliders."""
    across = other.at - one.at
    curve = hanging(
        one.at, across + one.up * 20, other.at, other.up * 20 - across, _SLACK * float(np.linalg.norm(across))
    )
    ups, run = turning(curve, one.up, other.up), run_of(curve)
    width = halves[0].width or 20.0
    for number, half in enumerate(halves):
        own = (run >= run[-1] * number / len(halves) - 4.0) & (run <= run[-1] * (number + 1) / len(halves) + 4.0)
        mesh = ribbon(curve[own], ups[own], half.width or width, thickness_bought(half))
        yield surface(half.id, Stuff.WEBBING, mesh, notion=half.id)
    for notion in (each for each in draft.notions if each.threads in {half.id for half in halves}):
        if notion.kind == "buckle":
            yield from buckled(_on(curve, ups, 0.5).moved(up=-4.0), notion.id, notion.width or width)
        elif notion.kind == "slider":
            made = [hardware.slider(_on(curve, ups, share), notion.width or width) for share in _SLIDERS]
            yield surface(notion.id, Stuff.METAL, *made[: notion.count], notion=notion.id)


def _on(curve: Floats, ups: Floats, share: float) -> Frame:
    at = [share * float(run_of(curve)[-1])]
    place, up, along = (at_runs(curve, at, each)[0] for each in (curve, ups, tangents(curve)))
    return framed(place, along, unit(up))
