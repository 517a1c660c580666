"""A flap that is cut in one with the back, as a panel of its own: it hangs there, and does not stand with the body.

The cloth goes on at its fold as at a seam; so the sewn bag is that of a flap which is caught in the rim.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from bagpattern.geometry.nearness import depth
from bagpattern.geometry.points import SAME
from bagpattern.model.edge import Edge
from bagpattern.model.panel import Role
from bagpattern.model.seam import Caught, Run
from bagpattern.model.wall import Wall
from bagpattern.sewn.rejoined import rejoined
from bagpattern.values import kept, replace

if TYPE_CHECKING:
    from bagpattern.geometry.path import Path
    from bagpattern.geometry.points import Point
    from bagpattern.model.closing import Closing
    from bagpattern.model.draft import Draft
    from bagpattern.model.marks import Line
    from bagpattern.model.panel import Panel
    from bagpattern.model.pattern import Pattern
    from bagpattern.model.seam import Seam
    from bagpattern.model.wall import Facet

_HINGE = "hinge"
_ON = 0.01
"""mm from an outline within which a line runs along it."""
_MIDDLE = 0.37
"""Of a line: where it is asked on which side of the fold that lies; few have another line across them there."""


class Parted(NamedTuple):
    """A panel in two: its id, the part that stands, the part that hangs, and the fold between them."""

    id: str
    stands: Panel
    hangs: Panel
    fold: str


@kept
def hanging(pattern: Pattern) -> Pattern:
    """The pattern with its flaps as panels of their own and its straps in one; itself where all of them are already."""
    draft = rejoined(pattern.draft)
    parted = tuple(_parted(draft))
    draft = _draft(draft, parted) if parted else draft
    return pattern if draft is pattern.draft else replace(pattern, draft=draft)


def pieces_of(draft: Draft) -> dict[str, str]:
    """The piece that each part which hangs is cut in one with, by the id of that part."""
    return {each.hangs.id: each.id for each in _parted(draft)}


def _parted(draft: Draft) -> Iterator[Parted]:
    for panel in draft.panels:
        hung = next((each for each in panel.facets if each.wall is Wall.FLAP and each.outline is not None), None)
        fold = None if hung is None else next((line for line in panel.lines if _borders(hung, line)), None)
        if hung is not None and fold is not None:
            yield _of(panel, hung, fold)


def _borders(hung: Facet, line: Line) -> bool:
    """Whether a line is the fold from which a part of its panel hangs."""
    middle = line.path.point_at(_MIDDLE * line.length)
    return line.was is not None and hung.outline is not None and abs(depth(hung.outline, middle)) < _ON


def _of(panel: Panel, hung: Facet, fold: Line) -> Parted:
    edges = list(panel.edges)
    first = next(n for n, edge in enumerate(edges) if abs(edge.path.start - fold.path.start) < SAME)
    turned = edges[first:] + edges[:first]
    last = next(n for n, edge in enumerate(turned) if abs(edge.path.end - fold.path.end) < SAME)
    free, others = turned[: last + 1], turned[last + 1 :]
    hangs = replace(
        panel,
        id=hung.whole,
        edges=(Edge(_HINGE, fold.path.reversed()), *free),
        facets=(replace(hung, outline=None, whole=""),),
        cut_from=(),
        face=False,
        lines=(),
    )
    walls = tuple(each for each in panel.facets if each is not hung)
    stands = replace(panel, edges=(Edge(fold.name, fold.path, was=fold.was), *others), facets=walls, lines=())
    return Parted(panel.id, _with_marks(stands, panel, fold), _with_marks(hangs, panel, fold), fold.name)


def _with_marks(part: Panel, whole: Panel, fold: Line) -> Panel:
    """A part with what of the whole panel's marks lies on it."""
    outline, edges = part.stitching_line, {each.name for each in part.edges}
    lines = tuple(each for each in whole.lines if each is not fold and _lies_in(outline, each.path))
    holes = tuple(each for each in whole.holes if _is_in(outline, each.at))
    known = edges | {each.name for each in lines}
    return replace(part, lines=lines, holes=holes, notches=tuple(each for each in whole.notches if each.on in known))


def _lies_in(outline: Path, line: Path) -> bool:
    return _is_in(outline, line.point_at(_MIDDLE * line.length))


def _is_in(outline: Path, at: Point) -> bool:
    return depth(outline, at) > 0


def _draft(draft: Draft, parted: Sequence[Parted]) -> Draft:
    by_id = {each.id: each for each in parted}
    panels = tuple(by_id[each.id].stands if each.id in by_id else each for each in draft.panels)
    panels = tuple(map(_hung, (*panels, *(each.hangs for each in parted))))
    new = replace(draft, panels=panels)
    seams = tuple(_seam(new, each, parted) for each in draft.seams)
    closings = tuple(_closing(each, by_id) for each in draft.closings)
    return replace(new, seams=seams, closings=closings)


def _hung(panel: Panel) -> Panel:
    """A panel that is nothing but a flap does not stand with the body."""
    walls = {each.wall for each in panel.facets}
    return replace(panel, role=Role.CLOSURE) if walls == {Wall.FLAP} else panel


def _seam(draft: Draft, seam: Seam, parted: Sequence[Parted]) -> Seam:
    """A seam that goes round a flap as one along its fold, in which that is caught; others as they are."""
    for each in parted:
        free = {edge.name for edge in each.hangs.edges}
        sides = tuple(tuple(_side(side, each, free)) for side in (seam.a, seam.b))
        if any(run.on == each.fold and run.panel == each.id for side in sides for run in side):
            at = sum(draft.run_length(run) for run in _before(sides, each))
            hinge = Run(each.hangs.id, _HINGE, reversed=each.stands.role is Role.BODY)
            seam = replace(seam, caught=(*seam.caught, Caught((hinge,), at)))
        seam = replace(seam, a=sides[0], b=sides[1])
    return seam


def _side(side: tuple[Run, ...], parted: Parted, free: set[str]) -> Iterator[Run]:
    """The runs of one side; those along the free edges of a part that hangs, in the middle of it, as one."""
    along = [run for run in side if run.panel == parted.id and run.on in free]
    for run in side:
        if run not in along:
            yield run
        elif len(side) == len(along):  # a line that divides the flap
            yield replace(run, panel=parted.hangs.id)
        elif run is along[0]:
            yield Run(parted.id, parted.fold, reversed=run.reversed)


def _before(sides: tuple[tuple[Run, ...], ...], parted: Parted) -> Iterator[Run]:
    """The runs that are sewn before the fold on its own side."""
    side = next(side for side in sides if any((run.panel, run.on) == (parted.id, parted.fold) for run in side))
    for run in side:
        if (run.panel, run.on) == (parted.id, parted.fold):
            return
        yield run


def _closing(each: Closing, by_id: dict[str, Parted]) -> Closing:
    if each.panels and each.panels[0] in by_id and each.edge == by_id[each.panels[0]].fold:
        hung = tuple(by_id[panel].hangs.id if panel in by_id else panel for panel in each.panels)
        return replace(each, panels=hung, edge=_HINGE)
    return each
