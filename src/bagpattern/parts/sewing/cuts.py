"""Cutting a panel in two, along a level, a slanted or a curved line; every seam on it is sewn to the parts instead.

Each function gives a new draft; none edits the one that it is given.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bagpattern.errors import quoted
from bagpattern.geometry import areas
from bagpattern.geometry.path import Path, line_path
from bagpattern.geometry.points import SAME, Point, dot
from bagpattern.model.closing import Closing
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.operation import Operation, Sheet, Task, Where
from bagpattern.model.panel import Panel
from bagpattern.model.seam import SURFACE_ONLY, Caught, Run, Seam, Stands
from bagpattern.model.wall import Facet
from bagpattern.parts.sewing.joinery import catching, everywhere
from bagpattern.said import Said
from bagpattern.values import replace, value
from bagpattern.words import words

SHORTEST = 5.0
"""mm: a stretch of edge shorter than this beside a cut could not be sewn [K]."""


@value
class Split:
    """A panel divided along ``cut``, from ``at_first`` mm on the edge ``first`` to ``at_second`` on ``second``.

    ``before`` is the part that keeps the start of ``first``; ``after`` the rest. Each is (id, title).
    """

    panel: Panel
    first: str
    at_first: float
    second: str
    at_second: float
    cut: Edge
    before: tuple[str, Said]
    after: tuple[str, Said]

    def panels(self) -> tuple[Panel, Panel]:
        """The two parts. Raises ValueError when a line of the panel lies on both."""
        low, high = self._edges()
        return self._part(self.before, low), self._part(self.after, high)

    def _edges(self) -> tuple[tuple[Edge, ...], tuple[Edge, ...]]:
        """The edges of the two parts, each in ring order and closed by the cut."""
        edges = list(self.panel.edges)
        names = [edge.name for edge in edges]
        turned = edges[names.index(self.first) :] + edges[: names.index(self.first)]
        reach = [edge.name for edge in turned].index(self.second)
        first, second = turned[0], turned[reach]
        after = (
            _stretch(first, self.at_first, first.length),
            *turned[1:reach],
            _stretch(second, 0.0, self.at_second),
            replace(self.cut, path=self.cut.path.reversed()),
        )
        before = (
            _stretch(second, self.at_second, second.length),
            *turned[reach + 1 :],
            _stretch(first, 0.0, self.at_first),
            self.cut,
        )
        return before, after

    def _part(self, named: tuple[str, Said], edges: tuple[Edge, ...]) -> Panel:
        origin = (*self.panel.cut_from, self.panel.id)
        bare = replace(self.panel, id=named[0], title=named[1], edges=edges, lines=(), holes=(), cut_from=origin)
        facets = tuple(_shared(bare, facet) for facet in bare.facets if _reaches(bare, facet))
        bare = replace(bare, facets=facets)
        folds = tuple(new for line in self.panel.lines for new in _folded(bare, line))
        lines = tuple(line for line in self.panel.lines if not _is_fold(line) and self._holds(bare, line))
        lines = (*lines, *folds)
        outline = areas.polygon(bare.stitching_line)
        holes = tuple(hole for hole in self.panel.holes if areas.holds(outline, hole.at))
        return replace(bare, lines=lines, holes=holes)

    def _holds(self, part: Panel, line: Line) -> bool:
        if areas.inside(part.stitching_line, line.path):
            return True
        if areas.crosses(part.stitching_line, line.path):
            raise ValueError(words("{line} lies on both sides of the cut", line=quoted(line.name)))
        return False

    def run(self, bag: Draft, run: Run, parts: tuple[Panel, Panel]) -> tuple[Run, ...]:
        """A run on the old panel as runs on the parts, in the same order of sewing."""
        if run.panel != self.panel.id:
            return (run,)
        if run.on not in (self.first, self.second):
            owner = next(part for part in parts if part.has(run.on))
            return (replace(run, panel=owner.id),)
        low, high = bag.span(run)
        at = self.at_first if run.on == self.first else self.at_second
        owners = parts if run.on == self.first else parts[::-1]
        below = replace(run, panel=owners[0].id, start=low, end=min(high, at))
        above = replace(run, panel=owners[1].id, start=max(low, at) - at, end=high - at)
        kept = [each for each in (below, above) if (each.end or 0.0) - (each.start or 0.0) > SAME]
        return tuple(reversed(kept) if run.reversed else kept)


def _reaches(part: Panel, facet: Facet) -> bool:
    """Whether some of a part is that wall of the finished bag."""
    return facet.outline is None or areas.overlap(part.stitching_line, facet.outline)


def _shared(part: Panel, facet: Facet) -> Facet:
    """A wall of a piece that is several, as far as the part is it."""
    if facet.outline is None or len(part.facets) == 1 or areas.contains(part.stitching_line, facet.outline):
        return facet
    return replace(facet, outline=areas.common(part.stitching_line, facet.outline))


def _is_fold(line: Line) -> bool:
    """Whether it is the bag's own, where the cloth goes on from one wall to another."""
    return line.kind is LineKind.FOLD and not line.owner and len(line.path.segments) == 1


def _folded(part: Panel, line: Line) -> Iterator[Line]:
    """The stretch of a fold that lies on a part."""
    path = areas.stretch_in(part.stitching_line, line.path) if _is_fold(line) else None
    if path is not None:
        yield replace(line, path=path)


def _stretch(edge: Edge, low: float, high: float) -> Edge:
    return replace(edge, path=edge.path.part(low, high))


def split(bag: Draft, how: Split) -> Draft:
    """*bag* with one panel in two parts, and every seam on it sewn to the parts instead.

    Raises ValueError when something on the panel lies across the cut.
    """
    parts = how.panels()
    index = [panel.id for panel in bag.panels].index(how.panel.id)
    panels = (*bag.panels[:index], *parts, *bag.panels[index + 1 :])
    seams = tuple(_resewn(bag, seam, how, parts) for seam in bag.seams)
    closings = tuple(_closing(each, how.panel.id, parts) for each in bag.closings)
    tasks = tuple(_in_parts(bag, made, how, parts) for made in bag.tasks)
    return replace(bag, panels=panels, seams=seams, tasks=tasks, closings=closings)


def _closing(each: Closing, whole: str, parts: tuple[Panel, Panel]) -> Closing:
    """What closes the bag by the parts of a panel instead of the *whole*; that with its hinge comes first."""
    hinged = sorted(parts, key=lambda part: not part.has(each.edge))
    new = {whole: tuple(part.id for part in hinged)}
    return replace(each, panels=tuple(part for panel in each.panels for part in new.get(panel, (panel,))))


def _in_parts(bag: Draft, made: Task, how: Split, parts: tuple[Panel, Panel]) -> Task:
    """A task in which the parts are in hand where the whole panel was, and what was done on it is done on them."""
    both = {how.panel.id: tuple(part.id for part in parts)}
    operations = tuple(
        replace(
            each,
            how=_named(each.how, how, _worked_on(bag, (each,), how, parts)),
            pieces=tuple(Sheet(part, of) for name, of in each.pieces for part in both.get(name, (name,))),
            on=tuple(new for where in each.on for new in _places(bag, where, how, parts)),
        )
        for each in made.operations
    )
    title = _named(made.title, how, _worked_on(bag, made.operations, how, parts))
    return replace(made, title=title, operations=operations)


def _worked_on(bag: Draft, made: Iterable[Operation], how: Split, parts: tuple[Panel, Panel]) -> list[Panel]:
    """Those of the parts on which something is sewn, or which are named as its place."""
    places = {new.panel for each in made for where in each.on for new in _places(bag, where, how, parts)}
    names = {name for each in made for name in each.seams}
    runs = (run for seam in bag.seams if seam.id in names for run in (*seam.a, *seam.b))
    sewn = {new.panel for run in runs for new in how.run(bag, run, parts)}
    return [part for part in parts if part.id in places | sewn]


def _named(told: Said, how: Split, worked_on: list[Panel]) -> Said:
    """Words that name the part instead of the whole panel, where only one of the parts is worked on."""
    return told.instead(how.panel.title.lower(), worked_on[0].title.lower()) if len(worked_on) == 1 else told


def _places(bag: Draft, where: Where, how: Split, parts: tuple[Panel, Panel]) -> Iterator[Where]:
    """A place on the old panel as places on the parts: of an edge or a line, of a hole's label, of the whole."""
    if where.panel != how.panel.id:
        yield where
    elif where.on and how.panel.has(where.on):
        old = Run(where.panel, where.on, where.start, where.end)
        yield from (Where(run.panel, where.copy, run.on, run.start, run.end) for run in how.run(bag, old, parts))
    else:
        for part in parts:
            if not where.on or any(str(hole.label) == where.on for hole in part.holes):
                yield where._replace(panel=part.id)


def _resewn(bag: Draft, seam: Seam, how: Split, parts: tuple[Panel, Panel]) -> Seam:
    def moved(runs: tuple[Run, ...]) -> tuple[Run, ...]:
        return tuple(new for run in runs for new in how.run(bag, run, parts))

    caught = tuple(replace(each, runs=moved(each.runs)) for each in seam.caught)
    return replace(seam, a=moved(seam.a), b=moved(seam.b), caught=caught)


@value
class Meeting:
    """Where a cut meets the outline: the edge, mm along it, and the point; the way from there, if that is told."""

    edge: Edge
    at: float
    way: Path | None = None

    @property
    def point(self) -> Point:
        """On the stitching line."""
        return self.edge.path.point_at(self.at)

    @property
    def to_corner(self) -> float:
        """mm to the nearer end of the edge."""
        return min(self.at, self.edge.length - self.at)


def meetings(panel: Panel, through: Point, along: complex) -> list[Meeting]:
    """Where the endless straight line through a point meets the panel's outline, in its direction."""
    found = [Meeting(edge, at) for edge in panel.edges for at in edge.path.crossings(through, along)]
    return sorted(found, key=lambda each: dot(each.point - through, along))


@value
class Level:
    """A level line across a panel: the edges it meets on the right and on the left, and mm along each."""

    right: str
    at_right: float
    left: str
    at_left: float
    path: Path


def level_cut(panel: Panel, height: float) -> Level | None:
    """The level line *height* mm above the origin; None unless it meets two edges, inside each."""
    found = meetings(panel, complex(0, height), 1 + 0j)
    if len(found) != 2 or found[0].edge is found[1].edge or any(each.to_corner <= SHORTEST for each in found):
        return None
    left, right = found
    return Level(right.edge.name, right.at, left.edge.name, left.at, line_path(right.point, left.point))


def caught_part(bag: Draft, how: Split, panel: Panel, stands: Stands = Stands.ON) -> Draft:
    """*bag* with *panel* added, which is the part before the cut, caught wherever that part of the host is sewn.

    The host stays whole; the edge of *panel* along the cut is left free.
    """
    parts = how.panels()
    bag = bag + Draft(panels=(panel,))
    for seam in bag.seams:
        if seam.kind not in SURFACE_ONLY:
            found = tuple(_caught_stretches(bag, seam, how, parts, panel.id, stands))
            bag = catching(bag, seam.id, *found) if found else bag
    return bag


def _caught_stretches(
    bag: Draft, seam: Seam, how: Split, parts: tuple[Panel, Panel], to: str, stands: Stands
) -> Iterator[Caught]:
    for run, before in everywhere(bag, seam):
        if run.panel != how.panel.id:
            continue
        at = before
        for part in how.run(bag, run, parts):
            if part.panel == parts[0].id:
                yield Caught((replace(part, panel=to),), at, stands=stands)
            at += _length(part, parts)


def _length(run: Run, parts: tuple[Panel, Panel]) -> float:
    owner = next(part for part in parts if part.id == run.panel)
    end = owner.along(run.on).length if run.end is None else run.end
    return end - (run.start or 0.0)
