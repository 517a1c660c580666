"""A zip as it shows: its tape, its teeth, and its sliders with their pullers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.catalog.notions import ZIPS
from bagpattern.sewn.bag import Stroke, StrokeKind, Stuff, Surface
from bagpattern.sewn.dress.hardware import drooping, puller
from bagpattern.sewn.dress.mesh import (
    Mesh,
    at_runs,
    evenly,
    framed,
    ribbon,
    run_of,
    surface,
    sweep,
    tangents,
    unit,
)
from bagpattern.sewn.dress.pulls import hung_in, lying, straight
from bagpattern.values import replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bagpattern.attached.sliders import Slider
    from bagpattern.catalog.notions import Zip
    from bagpattern.model.draft import Draft
    from bagpattern.model.notion import Notion
    from bagpattern.model.seam import Seam
    from bagpattern.sewn.bag import Floats
    from bagpattern.sewn.dress.mesh import Frame
    from bagpattern.sewn.dress.pulls import Led, Pull

_STEP = 5.0
_PITCH = 2.4
"""mm from tooth to tooth, larger than a coil's 1.2 so that each is seen [K]."""
_PLAIN = "#5"
"""The chain whose measures are those of a zip whose tape no chain of the catalogue has."""
_LIES = 0.9
"""The cosine of the angle between puller and teeth up to which the one lies on the other."""
_REACH = 4.8
"""Of a coil's width: from a slider's middle to the tip of its puller."""
_TAPE = 0.6
"""mm of tape."""


def chain_of(notion: Notion) -> Zip:
    """The chain whose tape is as wide as the zip's."""
    wide = notion.width or 0.0
    return next((each for each in ZIPS.values() if abs(each.tape - wide) < 0.5), ZIPS[_PLAIN])


def shown_in(draft: Draft, seam: Seam) -> float:
    """mm of a zip that show between the two sides of its seam."""
    return draft[seam.a[0].panel].edge(seam.a[0].on).zip


def zip_along(curve: Floats, normals: Floats, notion: Notion, shown: float = 0.0) -> tuple[Surface, ...]:
    """Tape and teeth along a curve, closed; *shown* mm of the tape are seen, 0 for as many as usual."""
    chain = chain_of(notion)
    coil = chain.coil
    middle, ups = resampled(curve, normals, _STEP)
    tape = ribbon(middle + 0.2 * ups, ups, shown or chain.gap, _TAPE)
    spine = middle + (0.2 + _TAPE) * ups
    half = coil / 2
    bed = [(-half, -0.4), (half, -0.4), (0.7 * half, 0.5), (0.0, 0.7), (-0.7 * half, 0.5)]
    coils = sweep(spine, ups, bed, sharp=True)
    return (
        surface("zip tape", Stuff.ZIP, tape, coils, notion=notion.id),
        replace(surface("zip teeth", Stuff.ZIP, _teeth(spine, ups, half), notion=notion.id), lined=False),
    )


def zip_stroke(curve: Floats, normals: Floats, owner: str) -> Stroke:
    """The middle of a zip's teeth, as a line."""
    middle, ups = resampled(curve, normals, _STEP)
    return Stroke(StrokeKind.ZIP, middle + 1.6 * ups, ups, owner)


def resampled(curve: Floats, normals: Floats, step: float) -> tuple[Floats, Floats]:
    """The same curve with points about *step* mm apart, and its normals there."""
    even = evenly(curve, step)
    runs = np.linspace(0.0, run_of(curve)[-1], len(even))
    return even, unit(at_runs(curve, runs, normals))


def _teeth(spine: Floats, ups: Floats, half: float) -> Mesh:
    """Little roofs across the coil, turn about from either side."""
    length = float(run_of(spine)[-1])
    count = max(1, int(length / _PITCH))
    runs = (np.arange(count) + 0.5) * length / count
    at, up, along = (at_runs(spine, runs, values) for values in (spine, ups, tangents(spine)))
    up, along = unit(up), unit(along)
    side = np.cross(up, along) * np.where(np.arange(count) % 2, 1.0, -1.0)[:, None]
    inner, outer = at + 0.45 * up - 0.2 * half * side, at + 0.3 * up + 0.95 * half * side
    wide = 0.42 * _PITCH * along
    ridge = (inner + 0.7 * up, outer + 0.6 * up)
    points = np.stack([inner - wide, outer - wide, ridge[1], ridge[0], inner + wide, outer + wide], axis=1)
    lean = np.stack([up - along, up - along, up, up, up + along, up + along], axis=1)
    quads = np.array([(0, 1, 2), (0, 2, 3), (3, 2, 5), (3, 5, 4)])
    turned = (np.arange(count) % 2 == 1)[:, None, None]  # the other side's teeth are their mirror images
    triangles = np.where(turned, quads[None, :, ::-1], quads[None]) + 6 * np.arange(count)[:, None, None]
    points = points.reshape(-1, 3)
    return Mesh(points, unit(lean.reshape(-1, 3)), np.zeros((len(points), 2)), triangles.reshape(-1, 3))


def pulled(
    frame: Frame, notion: Notion, pull: Pull | None = None, number: int = 1, led: Led | None = None, ends: bool = False
) -> tuple[Surface, ...]:
    """A slider with its puller, at a frame whose ``along`` is where the puller hangs; the *number*-th has a *pull*.

    That hangs on from there, or is *led*. Where the zip *ends* at an edge, it droops over that.
    """
    coil = chain_of(notion).coil
    made = surface("zip puller", Stuff.METAL, puller(frame.moved(up=1.2), coil, ends), notion=notion.id)
    held = drooping(frame, coil) if ends else frame
    return (made,) if pull is None else (made, hung_in(pull, led or straight(pull, held, coil), number))


def sliders(
    curve: Floats, normals: Floats, notion: Notion, runners: Sequence[Slider], pull: Pull | None = None
) -> tuple[Surface, ...]:
    """The sliders of a zip along a curve, closed, where they are told to be.

    The puller of a single one that would reach beyond the end of the zip lies back on it.
    """
    middle, ups = resampled(curve, normals, _STEP)
    length, coil = float(run_of(middle)[-1]), chain_of(notion).coil
    found: list[Surface] = []
    for each in runners:
        run = each.share * length
        back = len(runners) == 1 and run + _REACH * coil > length
        sign = 1.0 if each.ahead != back else -1.0
        along = unit(at_runs(middle, [run], tangents(middle))[0]) * sign
        frame = _hung(framed(at_runs(middle, [run])[0], along, unit(at_runs(middle, [run], ups)[0])))
        lies = (back or len(runners) > 1) and float(frame.along @ along) > _LIES
        led = lying(pull, middle, ups, run, sign, coil) if pull and lies else None
        found += pulled(frame, notion, pull, each.index, led)
    return tuple(found)


def _hung(frame: Frame) -> Frame:
    """The slider with its puller down the wall where it runs across one; on top it lies along the teeth."""
    down = np.array((0.0, -1.0, 0.0))
    flat = down - (down @ frame.up) * frame.up
    return framed(frame.at, flat, frame.up) if np.linalg.norm(flat) > 0.75 else frame
