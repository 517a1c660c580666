"""Closures that are open: the two sides of a zip apart, its sliders run back; a buckle undone on its webbing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.attached.built import thickness_bought
from bagpattern.model.closing import Closes
from bagpattern.sewn.bag import Stroke, StrokeKind, Stuff
from bagpattern.sewn.dress import hardware
from bagpattern.sewn.dress.covered import outside
from bagpattern.sewn.dress.ground import UP, evenly_along
from bagpattern.sewn.dress.mesh import framed, ribbon, run_of, surface, tangents, tube, unit
from bagpattern.sewn.dress.zips import chain_of, pulled, resampled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bagpattern.model.notion import Notion
    from bagpattern.model.seam import Run, Seam
    from bagpattern.sewn.bag import Floats, Surface
    from bagpattern.sewn.dress.ground import Ground
    from bagpattern.sewn.dress.pulls import Pull

_STEP = 5.0
_TAPE = 2.0
"""mm: half a tape is seen from outside and from inside, on either side of its cloth."""
_SHOWN = 1.1
"""How many coils wide half a tape shows, teeth and all: the cloth's edge lies back from them."""
_ENDS = ((0, 1), (-1, -2))
_LOOSE = 0.3
"""Of a share that a strip which hangs in a rim leans from it: the rest it hangs down."""
_UPWARD = 0.4
"""How much a slider looks upward more than its two sides do: those of a flat pouch look apart, or down."""
_BACK = 9.0
"""mm from the end of a zip to a slider that is run back to it."""

_FREE = 2.5
"""mm from the cloth at which a puller hangs over the end of a zip: on a wall that goes on from there it lies."""


def unzipped(
    ground: Ground, seam: Seam, notion: Notion, sliders: int, pull: Pull | None
) -> tuple[list[Surface], list[Stroke]]:
    """A zip of the body, open: half of its tape along either side, its sliders at one end or at both."""
    surfaces: list[Surface] = []
    strokes: list[Stroke] = []
    sides = [_side(ground, side) for side in (seam.a, seam.b)]
    for curve, ups, out in sides:
        surfaces += half_zip(curve, ups, out, notion)
        strokes.append(teeth_line(curve, ups, notion, seam.id))
    surfaces += _run_back(ground, sides[0], sides[1], notion, sliders, pull)
    return surfaces, strokes


def half_zip(curve: Floats, ups: Floats, out: Floats, notion: Notion) -> list[Surface]:
    """Tape and teeth of one side, whose teeth are at a curve; *out* is where its cloth ends to."""
    coil = chain_of(notion).coil
    tape = ribbon(curve - 0.5 * _SHOWN * coil * out, ups, _SHOWN * coil, _TAPE)
    return [
        surface("zip tape", Stuff.ZIP, tape, notion=notion.id),
        surface("zip teeth", Stuff.ZIP, tube(curve, 0.25 * coil, ups[0]), notion=notion.id),
    ]


def teeth_line(curve: Floats, ups: Floats, notion: Notion, owner: str) -> Stroke:
    """The teeth of one side as a line, which is seen from above on either side of the cloth."""
    lean = unit(ups + 2.0 * UP)
    return Stroke(StrokeKind.ZIP, curve + 0.3 * chain_of(notion).coil * lean, lean, owner)


def _side(ground: Ground, side: tuple[Run, ...]) -> tuple[Floats, Floats, Floats]:
    """One side of a seam: places, normals, and where its cloth ends to."""
    draft = ground.draft
    points, normals, outs = [], [], []
    for run in side:
        low, high = draft.span(run)
        at = low + evenly_along(high - low, _STEP)
        at = at[::-1] if run.reversed else at
        path = draft[run.panel].along(run.on).path
        spots = ground.along(run.panel, run.copy, run.on, at)
        away = np.array([-1j * path.tangent_at(float(each)) for each in at])
        points.append(spots.points)
        normals.append(spots.normals)
        outs.append(np.einsum("ijk,ik->ij", spots.frames, np.stack([away.real, away.imag], axis=1)))
    curve, ups = resampled(np.concatenate(points), np.concatenate(normals), _STEP)
    _, out = resampled(np.concatenate(points), unit(np.concatenate(outs)), _STEP)
    along = tangents(curve)
    out = unit(out - (out * along).sum(axis=1, keepdims=True) * along)
    return curve, unit(ups - (ups * along).sum(axis=1, keepdims=True) * along), _even(out)


def _even(vectors: Floats) -> Floats:
    """Averaged with their neighbours: no tape is creased."""
    for _ in range(3):
        wide = np.concatenate([vectors[:1], vectors, vectors[-1:]])
        vectors = unit(wide[:-2] + 2 * wide[1:-1] + wide[2:])
    return vectors


def _run_back(
    ground: Ground,
    one: tuple[Floats, Floats, Floats],
    other: tuple[Floats, Floats, Floats],
    notion: Notion,
    count: int,
    pull: Pull | None,
) -> list[Surface]:
    """The sliders: of two one at either end, a single one where the zip begins."""
    found: list[Surface] = []
    for number, end in enumerate((0, -1)[:count], start=1):
        inner = [side[0][_at(side[0], end)] for side in (one, other)]
        up = one[1][end] + other[1][end]
        up = unit(up + (abs(up @ UP) - up @ UP + _UPWARD) * UP)
        middle = (inner[0] + inner[1]) / 2
        frame = framed(middle, one[0][end] - middle, up)
        droops = outside(ground, one[0][end] + _BACK * frame.along) > _FREE
        found += pulled(frame, notion, pull, number, ends=droops)
    return found


def _at(curve: Floats, end: int) -> int:
    """The point of a curve that is a slider's length from one of its ends."""
    run = run_of(curve)
    return int(np.searchsorted(run, _BACK if end == 0 else run[-1] - _BACK))


def unrolled(ground: Ground) -> tuple[list[Surface], set[str]]:
    """The webbing along the rim of a roll that is undone, the halves of its buckle on its ends; and what is shown."""
    made: list[Surface] = []
    held = {key for each in ground.draft.closings if each.kind is Closes.ROLL for key in each.held_by}
    for notion in (each for each in ground.draft.notions if each.id in held and each.kind == "webbing"):
        for curve, ups in _along_rim(ground, notion):
            mesh = ribbon(curve, ups, notion.width or 25.0, thickness_bought(notion))
            made.append(surface(notion.id, Stuff.WEBBING, mesh, notion=notion.id))
            for buckle in ground.draft.notions:
                if buckle.kind == "buckle" and buckle.threads == notion.id:
                    made += _halves(curve, ups, buckle)
    return made, {each.notion for each in made}


def _along_rim(ground: Ground, notion: Notion) -> Iterator[tuple[Floats, Floats]]:
    """The middle of webbing along the line that holds it; what it is longer than that hangs from its ends."""
    for sheet in ground.body.sheets:
        for line in (each for each in sheet.panel.lines if each.holds == notion.id):
            spots = ground.along(sheet.panel.id, sheet.copy, line.name, evenly_along(line.length, _STEP), 1.4)
            over = max(((notion.length or 0.0) - line.length) / 2, 0.0)
            ends = [_over(spots.points[end], spots.points[end] - spots.points[then], over) for end, then in _ENDS]
            curve = np.vstack([ends[0][::-1], spots.points, ends[1]])
            yield curve, np.vstack([spots.normals[:1]] * 3 + [spots.normals] + [spots.normals[-1:]] * 3)


def _over(at: Floats, out: Floats, over: float) -> Floats:
    """3 x 3: the end of webbing beyond the cloth: it droops."""
    steps = np.array([[0.33], [0.66], [1.0]]) * over
    found: Floats = at + steps * unit(out) - 0.35 * steps**2 / max(over, 1.0) * UP
    return found


def _halves(curve: Floats, ups: Floats, buckle: Notion) -> list[Surface]:
    """Both halves of an open buckle, one on either end."""
    width = buckle.width or 25.0
    half = hardware.buckle_length(width) / 2
    first, last = (framed(curve[end], curve[end] - curve[then], ups[end]) for end, then in _ENDS)
    socket = hardware.buckle(first.moved(along=half), width)[0]
    plug = hardware.buckle(last.turned().moved(along=-half), width)[1]
    return [surface(buckle.id, Stuff.PLASTIC, each, notion=buckle.id) for each in (socket, plug)]


def dangling(one: Floats, other: Floats, wide: float) -> tuple[Floats, Floats, Floats]:
    """The free edge of a strip that hangs *wide* mm down from a rim, its normals, and the way to it."""
    across = unit(other - one)
    way = unit(_LOOSE * across - UP)
    return one + wide * way, across, way
