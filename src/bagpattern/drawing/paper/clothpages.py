"""The last pages: how the pieces lie on each cloth, to scale, with the foot of all the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bagpattern.drawing.cloth.plan import PlanIn
from bagpattern.drawing.model import Drawing
from bagpattern.drawing.names import Names
from bagpattern.drawing.paper.pageframe import strip_items
from bagpattern.drawing.paper.subject import Subject
from bagpattern.geometry.points import point
from bagpattern.layout.paper.pages import Paper
from bagpattern.values import replace


def cloth_pages(subject: Subject, sheet: Paper, plans: Sequence[PlanIn], before: int) -> Iterator[Drawing]:
    """Each plan on a page of its own, as large as the *sheet* allows; so many pages come *before* them.

    They are as large as those: programs that stitch pages take the size of one for that of all.
    """
    bare = replace(sheet, overlap=0.0)
    total = before + len(plans)
    for number, plan_in in enumerate(plans, before + 1):
        plan = plan_in(bare.tile)
        items = plan.items(bare.corner + point(0.0, bare.tile[1]))
        foot = strip_items(bare, "", subject.titles, f"{number}/{total}", Names(), subject.tell)
        yield plan.described(subject.drawing(bare.width, bare.height, [*items, *foot], plan.lay_title()))
