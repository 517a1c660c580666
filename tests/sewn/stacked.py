"""Solids that stand on each other in one bag: what is bent or soft above, flat walls or two faces below."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import NamedTuple

from bagpattern.geometry import areas
from bagpattern.geometry.path import joined, line_path
from bagpattern.geometry.points import cross, dot
from bagpattern.geometry.segments import Arc, Segment
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.panel import Panel, Role
from bagpattern.model.wall import Firmness, Wall
from bagpattern.values import replace

SAME = 0.01
"""mm within which what pieces say of one size agrees."""


class Stacked(NamedTuple):
    """The draft of what stands below; what is above: mm high, and mm3 on a rim so wide and deep, None if unfit."""

    under: Draft
    rise: float
    volume: Callable[[float, float], float | None]


class Hip(NamedTuple):
    """mm3; mm across, up the cloth and deep."""

    volume: float
    wide: float
    along: float
    deep: float


def crown_of(draft: Draft) -> Stacked | None:
    """A strip over the tops of two ends that are arcs: a cylinder on the segments between arcs and chords."""
    strips = _being(draft, Wall.TOP)
    ends = [(each, arc) for wall in (Wall.LEFT, Wall.RIGHT) for each in _being(draft, wall) if (arc := _arched(each))]
    if not strips or len(ends) != 2:
        return None
    flat = [_with_chord(*each) for each in ends]
    segment = areas.area(ends[0][0].stitching_line) - areas.area(flat[0].stitching_line)
    rise = ends[0][0].stitching_line.bounds[3] - flat[0].stitching_line.bounds[3]
    long = strips[0].edges[0].length
    over = sum(areas.area(each.stitching_line) for each in strips) / long

    def volume(wide: float, deep: float) -> float | None:
        fits = abs(wide - long) < SAME and abs(ends[0][1].length - over) < SAME
        return segment * long if fits else None

    return Stacked(without(draft.replacing(*flat), strips), rise, volume)


def collar_of(draft: Draft) -> Stacked | None:
    """Soft rectangles round the rim of firm walls."""
    body = [each for each in draft.panels if each.role is Role.BODY and each.facets]
    soft = [each for each in body if each.firmness is Firmness.SOFT]
    if not soft or len(soft) == len(body):
        return None
    around = sum(each.edges[0].length for each in soft)
    rise = sum(areas.area(each.stitching_line) for each in soft) / around

    def volume(wide: float, deep: float) -> float | None:
        return wide * deep * rise if abs(2 * (wide + deep) - around) < SAME else None

    return Stacked(without(draft, soft), rise, volume)


def hip_of(draft: Draft) -> Hip | None:
    """Two equal faces upright, up to where the gusset begins to change; above four trapezoids, a roof without its tip.

    How high that is follows from the faces and from the gusset; both have to say the same. Where the gusset runs out
    to tips, the faces lie on each other above them, in a frame.
    """
    face, gusset = next(iter(_being(draft, Wall.FRONT)), None), _changing(draft)
    beside = None if face is None else _rim(face)
    if face is None or beside is None or gusset is None:
        return None
    rising, falling, above = beside
    deep, narrow, across, slanting = gusset
    low, rim = abs(falling.end - rising.start), falling.start - rising.end
    high, slant = abs(rim), abs(cross(rising.end - rising.start, rim)) / abs(rim)
    rise = math.sqrt(slant**2 - ((deep - narrow) / 2) ** 2)
    other = math.sqrt(across**2 - ((low - high) / 2) ** 2)
    if abs(slanting - rising.length) > SAME or abs(rise - other) > SAME or (above and narrow):
        return None
    below = (areas.area(face.stitching_line) - above - slant * (low + high) / 2) * deep
    roof = rise / 6 * (low * deep + (low + high) * (deep + narrow) + high * narrow)
    left, bottom, right, top = face.stitching_line.bounds
    return Hip(below + roof, right - left, top - bottom, deep)


def _changing(draft: Draft) -> tuple[float, float, float, float] | None:
    """A strip of three stretches: mm across the middle one and its ends, along the first one and as it slants."""
    for panel in draft.panels:
        long = [edge.path for edge in panel.edges if len(edge.path.segments) == 3]
        if len(long) == 2 and len(panel.facets) == 3:
            first, middle, _ = long[0].segments
            wide = abs(dot(long[1].segments[1].start - middle.start, 1j * middle.leaving))
            ends = abs(long[1].end - long[0].start)
            return wide, ends, dot(first.end - first.start, middle.leaving), first.length
    return None


def _rim(face: Panel) -> tuple[Segment, Segment, float] | None:
    """The stretches before and after the open rim of a face, and mm2 of face above a line between them."""
    opened = [edge for edge in face.edges if edge.finish is Finish.OPEN]
    if not opened:
        return None
    first, last = face.edges.index(opened[0]), face.edges.index(opened[-1])
    rim = joined(edge.path for edge in opened)
    closed = joined((rim, line_path(rim.end, rim.start))) if len(opened) > 1 else None
    after = face.edges[last + 1 - len(face.edges)]
    return face.edges[first - 1].path.segments[-1], after.path.segments[0], areas.area(closed) if closed else 0.0


def _being(draft: Draft, wall: Wall) -> list[Panel]:
    """The panels of the body that are nothing but one wall."""
    body = (each for each in draft.panels if each.role is Role.BODY)
    return [each for each in body if {facet.wall for facet in each.facets} == {wall}]


def _arched(panel: Panel) -> Edge | None:
    """The edge of a panel that is one arc."""
    return next((edge for edge in panel.edges if isinstance(edge.path.segments[0], Arc)), None)


def _with_chord(panel: Panel, arc: Edge) -> Panel:
    edges = (
        replace(each, path=line_path(each.path.start, each.path.end)) if each is arc else each for each in panel.edges
    )
    return replace(panel, edges=tuple(edges))


def without(draft: Draft, panels: Iterable[Panel]) -> Draft:
    """What is left where some panels are taken off, with the seams between others."""
    off = {each.id for each in panels}
    seams = (each for each in draft.seams if not any(run.panel in off for run in each.a + each.b))
    return replace(draft, panels=tuple(each for each in draft.panels if each.id not in off), seams=tuple(seams))
