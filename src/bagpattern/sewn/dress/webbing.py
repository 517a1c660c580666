"""Webbing sewn on along lines: between two, within one that goes round its end, or on one; and the loops between."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bagpattern.attached.built import thickness_bought
from bagpattern.sewn.bag import Stroke, StrokeKind, Stuff, Surface
from bagpattern.sewn.dress.ground import UP, Copy, Ground, evenly_along
from bagpattern.sewn.dress.hanging import aside, hanging, turning
from bagpattern.sewn.dress.mesh import Frame, framed, ribbon, run_of, surface, tangents, unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bagpattern.model.marks import Line
    from bagpattern.model.notion import Notion
    from bagpattern.sewn.bag import Floats

_LIFT, _MEETS = 1.2, 3.0
"""mm above the cloth; from the middle of the bag to a loop that leans there against another [K]."""
_STEP = 8.0
_EDGE = 2.5
_NEAR = 3.0
"""mm by which two lines may be farther apart than the webbing is wide."""


class Strip(NamedTuple):
    """Webbing on a sheet; ``mouth`` is where it leaves it for a loop, if it does, in that direction on it."""

    curve: Floats
    ups: Floats
    mouth: Frame | None
    leaves: tuple[Copy, complex]


def webbings(ground: Ground) -> tuple[list[Surface], list[Stroke], set[str]]:
    """All webbing that lies along lines, the loops between, and the ids of what is shown."""
    surfaces: list[Surface] = []
    strokes: list[Stroke] = []
    shown: set[str] = set()
    for notion in ground.draft.notions:
        strips = list(_strips(ground, notion)) if notion.kind == "webbing" else []
        if strips:
            shown.add(notion.id)
            curves = [(each.curve, each.ups) for each in strips]
            curves += _loops(ground, notion, strips)
            thick = thickness_bought(notion)
            meshes = [ribbon(curve, ups, notion.width or 25.0, thick) for curve, ups in curves]
            surfaces.append(surface(notion.id, Stuff.WEBBING, *meshes, notion=notion.id))
            strokes += [each for strip in strips for each in _sewn(strip, notion, thick)]
    return surfaces, strokes, shown


def _strips(ground: Ground, notion: Notion) -> Iterator[Strip]:
    for panel in ground.draft.panels:
        own = [each for each in panel.lines if each.holds == notion.id and not each.behind]
        lines = [each for each in own if not each.closed]  # from within a closed one no loop comes out
        for copy in range(1, panel.count + 1):
            if lines and ground.has(panel.id, copy):
                found = list(_middles(lines, notion.width or 25.0))
                if not found and notion.strap is None:  # short pieces, each on its own middle line
                    found = [(np.array([each.path.start, each.path.end]), False) for each in lines]
                for middle, mouth in found:
                    yield _strip(ground, (panel.id, copy), middle, mouth)


def _middles(lines: list[Line], width: float) -> Iterator[tuple[np.ndarray[tuple[int], np.dtype[np.complex128]], bool]]:
    """The middle lines of webbing, as complex places, and whether it goes on in a loop at the last."""
    bent = [each for each in lines if len(each.path.segments) > 1]
    straight = [each for each in lines if len(each.path.segments) == 1]
    for line in bent:  # round the end of a strip: open where that comes from
        foot = (line.path.start + line.path.end) / 2
        yield np.array([foot, line.path.point_at(line.length / 2)]), True
    for index, one in enumerate(straight):
        for other in straight[index + 1 :]:
            if abs(_apart(one, other) - width) < _NEAR:
                ends = [other.path.start, other.path.end]
                if abs(ends[0] - one.path.start) > abs(ends[1] - one.path.start):
                    ends.reverse()
                yield np.array([(one.path.start + ends[0]) / 2, (one.path.end + ends[1]) / 2]), False


def _apart(one: Line, other: Line) -> float:
    """mm between two straight lines, where they are parallel."""
    away = (other.path.point_at(other.length / 2) - one.path.start) / one.path.leaving
    parallel = abs((other.path.leaving / one.path.leaving).imag) < 0.05
    return abs(away.imag) if parallel else 0.0


def _strip(ground: Ground, key: Copy, middle: np.ndarray[tuple[int], np.dtype[np.complex128]], mouth: bool) -> Strip:
    length = float(np.abs(np.diff(middle)).sum())
    share = evenly_along(1.0, _STEP / max(length, _STEP))
    way = middle[0] + (middle[-1] - middle[0]) * share
    spots = ground.on(*key, np.stack([way.real, way.imag], axis=1), _LIFT)
    frame = framed(spots.points[-1], spots.points[-1] - spots.points[-2], spots.normals[-1])
    leaves = complex(np.round((middle[-1] - middle[0]) / max(length, _STEP), 1))
    return Strip(spots.points, spots.normals, frame if mouth else None, (key, leaves))


def _loops(ground: Ground, notion: Notion, strips: list[Strip]) -> list[tuple[Floats, Floats]]:
    """The free loops, one between every two mouths alike on one sheet, of what is left of the webbing."""
    mouths: dict[tuple[Copy, complex], list[Frame]] = {}
    for strip in strips:
        if strip.mouth is not None:
            mouths.setdefault(strip.leaves, []).append(strip.mouth)
    pairs = [frames for frames in mouths.values() if len(frames) == 2]
    left = (notion.length or 0.0) * notion.count - sum(float(run_of(strip.curve)[-1]) for strip in strips)
    found = []
    for copy, (one, other) in enumerate(pairs, start=1):
        worn = ground.path(notion.id, copy, one.at, other.at)
        curve = hanging(one.at, one.along + UP, other.at, other.along + UP, left / len(pairs))
        curve = aside(curve, ground.middle[2], _MEETS, notion.width or 25.0) if worn is None else worn[0]
        found.append((curve, turning(curve, one.up, other.up)))
    return found


def _sewn(strip: Strip, notion: Notion, thick: float) -> Iterator[Stroke]:
    """The two rows of stitching along a strip."""
    side = unit(np.cross(strip.ups, tangents(strip.curve))) * ((notion.width or 25.0) / 2 - _EDGE)
    for sign in (-1.0, 1.0):
        points = strip.curve + sign * side + (thick / 2 + 0.2) * strip.ups
        yield Stroke(StrokeKind.TOPSTITCH, points, strip.ups, notion.id)
