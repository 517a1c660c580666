"""Where a flap lies on the front of the closed bag."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bagpattern.geometry.nearness import depth
from bagpattern.geometry.path import Path
from bagpattern.geometry.placement import Placement
from bagpattern.geometry.points import Point, dot
from bagpattern.model.closing import Closing
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Panel, Role
from bagpattern.model.wall import Wall

_INSIDE = 1.0
"""mm from a hinge into its flap."""


class Rest(NamedTuple):
    """The panel ``on`` which a flap lies, or its parts in one's coordinates, and what lays the flap's panel there."""

    on: tuple[str, ...]
    placed: Placement


def rest_of(draft: Draft, flap: Closing) -> Rest | None:
    """Where the outer layer of a flap comes to lie, its hinge ``over`` mm above the rim; None where nothing is there.

    Right sides look out of the bag on both, so it is turned and not mirrored.
    """
    under = tuple(_walls(draft, flap.rests_on))
    if not under or not flap.panels:
        return None
    up = under[0][2]
    hinge, down = _hinge(draft[flap.panels[0]], flap.edge)
    turn = -up / down
    rim = _rim([outline for _, outline, _ in under], up)
    return Rest(tuple(panel for panel, _, _ in under), Placement(rim + flap.over * up - hinge * turn, turn))


def _walls(draft: Draft, whole: str) -> Iterator[tuple[str, Path, Point]]:
    """Of what was drafted as one panel: the panels that it is now, their outlines there, and the way up."""
    for panel in draft.panels:
        if panel.role is not Role.BODY:
            continue
        for facet in panel.facets:
            if whole in (panel.origin, facet.whole) and facet.wall is Wall.FRONT:
                yield panel.id, facet.outline or panel.stitching_line, facet.up / abs(facet.up)


def _hinge(panel: Panel, name: str) -> tuple[Point, Point]:
    """The middle of a hinge, and the way from there down the flap."""
    path = panel.along(name).path
    middle, across = path.point_at(path.length / 2), 1j * path.tangent_at(path.length / 2)
    flap = [each.outline for each in panel.facets if each.wall is Wall.FLAP and each.outline is not None]
    inside = any(depth(each, middle + _INSIDE * across) > 0.0 for each in flap)
    return middle, across if panel.has_edge(name) or inside else -across  # outlines run counter-clockwise


def _rim(outlines: list[Path], up: Point) -> Point:
    """The highest place in the middle of a wall."""
    turned = [place / up * 1j for each in outlines for place in each.flat]
    middle = (min(each.real for each in turned) + max(each.real for each in turned)) / 2
    base = complex(middle, min(each.imag for each in turned)) / 1j * up
    crossed = (each.point_at(at) for each in outlines for at in each.crossings(base, up))
    return base + max(dot(place - base, up) for place in crossed) * up
