"""Corners that are pushed out when a thing is turned: they follow from the angles of its panels."""

from __future__ import annotations

import math
from collections.abc import Iterator

from bagpattern.geometry.segments import Arc
from bagpattern.making.surface import angles
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Finish
from bagpattern.model.operation import Operation
from bagpattern.model.panel import Panel, Role
from bagpattern.values import kept

POINTED = math.radians(30)
"""What the angles round a corner lack of a full turn, at least: that of a box lacks 90 degrees [K]."""
ROUNDED = 20.0
"""mm: the radius of a corner that is rounded no wider than a thumb, and is pushed out like a sharp one [K]."""


def has_corners(draft: Draft, turned: Operation) -> bool:
    """Whether what an operation turns, its pieces, the shell or the bag with its lining, has corners to be pushed out.

    A tub with a round base has none: two right angles of its wall and the half turn of its base make a full one.
    """
    if not turned.pieces:
        return _bag_has_corners(draft)
    panels = {each.panel: draft[each.panel] for each in turned.pieces}
    return (
        _shell_has_corners(draft) if Role.BODY in {each.role for each in panels.values()} else _pointed(draft, panels)
    )


@kept
def _bag_has_corners(draft: Draft) -> bool:
    return _pointed(draft, _of(draft, Role.BODY, Role.LINING))


@kept
def _shell_has_corners(draft: Draft) -> bool:
    return _pointed(draft, _of(draft, Role.BODY))


def _of(draft: Draft, *roles: Role) -> dict[str, Panel]:
    return {each.id: each for each in draft.panels if each.role in roles}


def _pointed(draft: Draft, panels: dict[str, Panel]) -> bool:
    lacking = (2 * math.pi - around for around in angles(draft, panels))
    return any(map(_is_rounded, _sewn_arcs(panels))) or any(each > POINTED for each in lacking)


def _sewn_arcs(panels: dict[str, Panel]) -> Iterator[Arc]:
    sewn = (edge for panel in panels.values() for edge in panel.edges if edge.finish is Finish.SEAM)
    yield from (each for edge in sewn for each in edge.path.segments if isinstance(each, Arc))


def _is_rounded(arc: Arc) -> bool:
    return arc.radius <= ROUNDED and arc.sweep > POINTED
