"""Lay plans as drawings: the cloth from above, to scale, with every piece where it is to lie."""

from __future__ import annotations

from collections.abc import Sequence

from bagpattern.drawing.cloth.plan import Plan, PlanIn, best
from bagpattern.drawing.model import Drawing
from bagpattern.drawing.titled import drawing_of
from bagpattern.geometry.points import point
from bagpattern.layout.lay import Lay
from bagpattern.layout.paper.pages import MARGIN
from bagpattern.layout.plans import names, numbers
from bagpattern.model.pattern import Pattern

_PAGES = ((210.0, 279.4), (279.4, 420.0), (420.0, 594.0), (594.0, 841.0))
"""mm that a drawing takes at most: what both A4 and Letter hold, then both A3 and Tabloid, A2, A1."""


def lay_drawings(pattern: Pattern, plans: Sequence[Lay]) -> dict[str, Drawing]:
    """A drawing of each plan, by what a file's name has after the preset's."""
    called = zip(names(plans), numbers(plans), plans, strict=True)
    return {f"lay-{name}": lay_drawing(pattern, plan, which) for name, which, plan in called}


def lay_drawing(pattern: Pattern, lay: Lay, which: str = "") -> Drawing:
    """One plan, called by its material and, *which*, by a number that tells it from others of that.

    Cloth edges, ruler, pieces with number, name and grain, and the list of what lies there.
    """
    return drawn(lambda room: Plan(pattern, lay, which, room))


def drawn(plan_in: PlanIn) -> Drawing:
    """A plan on a page upright or on its side, whichever shows it larger, cut to what is drawn.

    The page is the smallest on which nearly all pieces have room for their numbers.
    """
    for width, height in _PAGES:
        room = width - 2 * MARGIN, height - 2 * MARGIN
        plan = best([plan_in(room), plan_in(room[::-1])])
        if not plan.crowded:
            break
    width, height = (each + 2 * MARGIN for each in plan.size())
    items = plan.items(point(MARGIN, height - MARGIN))
    return plan.described(drawing_of(plan.pattern, width, height, items, plan.lay_title()))
