"""How the finished bag turns at a seam, as the walls on its two sides tell."""

from __future__ import annotations

from typing import NamedTuple

from bagpattern.geometry.nearness import depth
from bagpattern.geometry.points import Point
from bagpattern.model.draft import Draft
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.panel import Panel
from bagpattern.model.seam import SURFACE_ONLY, Run, Seam
from bagpattern.model.wall import Wall

_OPPOSITE = {frozenset(each) for each in ((Wall.FRONT, Wall.BACK), (Wall.LEFT, Wall.RIGHT), (Wall.BASE, Wall.TOP))}
_BESIDE = 1.0
"""mm from a seam into its panel, where that is one wall alone."""
_FLAT = 180.0
"""Degrees between two layers that lie on each other."""


class Turn(NamedTuple):
    """What a seam is: an ``edge`` of the bag, or flat in one wall; by how many degrees the bag turns there."""

    edge: bool
    angle: float


def turn_at(draft: Draft, seam: Seam) -> Turn | None:
    """How the bag turns in the middle of a seam; None where that is sewn on to a face, or beside no wall or a flap."""
    if seam.kind in SURFACE_ONLY or not seam.a or not seam.b:
        return None
    one, other = (_wall(draft, side) for side in (seam.a, seam.b))
    if one is None or other is None or Wall.FLAP in (one, other):
        return None
    return Turn(one is not other, _angle(one, other))


def fold_at(panel: Panel, line: Line) -> float | None:
    """By how many degrees the bag turns at a crease inside a panel; None at what is none, and at a hinge that turns.

    A lid hangs square from its top. What lies in one wall on either side of its crease is folded flat there once the
    bag is closed, as the sides of an accordion are; or it is a flap, stitched along its hinge, that folds over it.
    """
    if not line.crease:
        return None
    middle, across = line.path.point_at(line.length / 2), _BESIDE * 1j * line.path.tangent_at(line.length / 2)
    one, other = (_wall_at(panel, 1, middle + side * across) for side in (1, -1))
    if one is None or other is None:
        return None
    if one is other:
        return _FLAT if line.kind is LineKind.FOLD else None
    return _angle(one, other)


def _angle(one: Wall, other: Wall) -> float:
    """Degrees between two walls."""
    return _FLAT if frozenset((one, other)) in _OPPOSITE else 0.0 if one is other else 90.0


def _wall(draft: Draft, side: tuple[Run, ...]) -> Wall | None:
    """The wall beside the middle of one side."""
    rest = draft.side_length(side) / 2
    for run in side:
        length = draft.run_length(run)
        if rest <= length:
            return _wall_at(draft[run.panel], run.copy, _inward(draft, run, rest))
        rest -= length
    return None


def _inward(draft: Draft, run: Run, at: float) -> Point:
    """A place just inside of a panel, *at* mm into a run; outlines run counter-clockwise."""
    low, high = draft.span(run)
    path = draft[run.panel].along(run.on).path
    along = high - at if run.reversed else low + at
    return path.point_at(along) + _BESIDE * 1j * path.tangent_at(along)


def _wall_at(panel: Panel, copy: int, place: Point) -> Wall | None:
    for facet in panel.facets:
        if facet.copy in (0, copy) and (facet.outline is None or depth(facet.outline, place) > 0.0):
            return facet.wall
    return None
