"""Panels cut in one piece: a seam is left unsewn, because the cloth goes on there, flat or folded.

A bag is drafted with every seam; when all that lies on its panels is known, some are laid side by side and become one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeVar

from bagpattern.geometry import areas
from bagpattern.geometry.placement import IDENTITY, MIRROR, Placement
from bagpattern.geometry.points import SAME, point, unit
from bagpattern.geometry.segments import Straight
from bagpattern.model.closing import Closing
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge, Was
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.operation import LAYING, Sheet, Task, Where
from bagpattern.model.panel import Panel
from bagpattern.model.seam import Run, Seam
from bagpattern.model.space import Space
from bagpattern.model.wall import Facet, Firmness
from bagpattern.parts.part import parts_of, refused
from bagpattern.said import NOTHING, Name, Said
from bagpattern.values import replace
from bagpattern.words import form, series, words

Named = TypeVar("Named", Edge, Line)


class Uncut(NamedTuple):
    """A seam at which the cloth goes on: its two panels become the one of this ``id`` and ``title``.

    ``line`` is the name of the line where the seam would have been, ``fold`` what it is called; ``key`` the parameter
    that asks for it; ``note`` is printed on the piece. ``called`` is what the panels of those ids are called before the
    names of their edges and lines.
    """

    seam: str
    id: str
    title: Said
    line: str
    fold: Said
    key: str
    called: Mapping[str, Said]
    note: Said = NOTHING
    crease: bool = False
    """Whether the bag has a corner there."""
    firmness: Firmness | None = None
    """How firmly the piece stands, where that is not as each of the two would."""
    measured: bool = False
    """Whether the bag is still measured along the seam that is left out, as along a rim from which a flap goes on."""
    mend: Said = words("choose a build that has this seam")
    """What to write where the seam has to be sewn."""


def in_one(bag: Draft, where: Uncut) -> Draft:
    """*bag* with two panels cut as one. Raises InputError at its key when the seam has to be sewn after all."""
    seam = bag.seam(where.seam)
    fault = _why_not(bag, seam, where)
    if fault is not None:
        message = form("the {seam} has to be sewn, because {fault}: {mend}")
        raise refused(where.key, words(message, seam=Name(where.seam), fault=fault, mend=where.mend))
    (one,), (other,) = seam.a, seam.b
    if one.reversed:
        one, other = other, one
    panel = _united(bag[one.panel], one.on, bag[other.panel].placed(beside(bag, one, other)), other.on, where)
    index = bag.panels.index(bag[one.panel])
    panels = [panel if at == index else each for at, each in enumerate(bag.panels) if each.id != other.panel]
    seams = tuple(_resewn(each, {one.panel, other.panel}, where.id) for each in bag.seams if each is not seam)
    placements = {one.panel: IDENTITY, other.panel: beside(bag, one, other)}
    spaces = tuple(_moved(bag, each, placements, where.id) for each in bag.spaces)
    tasks = tuple(_relaid(bag, each, {one.panel, other.panel}, where.id) for each in bag.tasks)
    closings = tuple(_reclosed(each, seam, where) for each in bag.closings)
    return replace(bag, panels=tuple(panels), seams=seams, spaces=spaces, tasks=tasks, closings=closings)


def beside(bag: Draft, one: Run, other: Run) -> Placement:
    """What lays the edge of *other*, which runs against that of *one*, on it: the panels are on either side of it."""
    here, there = bag[one.panel].edge(one.on).path, bag[other.panel].edge(other.on).path
    turn = unit(here.start - here.end) / unit(there.end - there.start)
    return Placement(here.end - there.start * turn, turn)


def _moved(bag: Draft, space: Space, placements: Mapping[str, Placement], new: str) -> Space:
    """A space of one of the panels, on the common piece; where its face stands is not forgotten."""
    if space.panel not in placements:
        return space
    placed = placements[space.panel]
    back = Placement(-placed.move * placed.turn.conjugate(), placed.turn.conjugate())
    left, bottom, right, _ = areas.bounds([bag[space.panel].stitching_line])
    seen = IDENTITY if bag[space.panel].looks_forward else MIRROR
    upright = space.stands or Placement(-point((left + right) / 2, bottom)).then(seen)
    return replace(space, panel=new, at=space.at.then(placed), stands=back.then(upright))


def edges_of(bag: Draft, face: str, name: str) -> tuple[Edge, ...]:
    """An edge of a face, wherever it is now: in parts, or on a piece with another face, or both; none if uncut."""
    own = [panel.edge(name) for panel in parts_of(bag, face) if panel.has_edge(name)]
    if face not in bag or not own:
        own += [each for panel in bag.panels for each in panel.edges if _was(each, face, name)]
    return tuple(own)


def length_of(bag: Draft, face: str, name: str) -> float:
    """mm of an edge of a face, wherever it is now; 0 where the cloth goes on instead."""
    lines = (line for panel in bag.panels for line in panel.lines if _was(line, face, name))
    return sum(edge.length for edge in edges_of(bag, face, name)) + sum(line.length for line in lines)


def _was(each: Edge | Line, face: str, name: str) -> bool:
    """Whether an edge of a common piece was the edge of that name of a face, or of a part of it."""
    return each.was is not None and face in each.was.panels and each.was.edge == name


def _why_not(bag: Draft, seam: Seam, where: Uncut) -> Said | None:
    """What keeps a seam from being left unsewn; None when nothing does."""
    runs = (*seam.a, *seam.b)
    if len(runs) != 2 or len({run.panel for run in runs}) != 2:
        return words("a style line divides what it joins")
    if where.id in bag and where.id not in {run.panel for run in runs}:
        return words("a style line cuts the {piece} in two", piece=where.title.lower())
    if seam.caught:
        return words("the {piece} is caught in it", piece=bag[seam.caught[0].runs[0].panel].title.lower())
    bought = next(_bought_in(bag, seam), None)
    if bought is not None:
        return words("the {piece} is caught in it", piece=bought)
    edges = [bag[run.panel].along(run.on) for run in runs]
    if any(len(edge.path.segments) != 1 or not isinstance(edge.path.segments[0], Straight) for edge in edges):
        return words("it is curved")
    if abs(edges[0].length - edges[1].length) > SAME:
        return words("its sides are not equally long")
    if len({bag[run.panel].material for run in runs}) != 1:
        return words("it joins two cloths")
    return None


def _bought_in(bag: Draft, seam: Seam) -> Iterator[Said]:
    """What is bought and laid into a seam: no piece tells of it."""
    laid = (
        each
        for made in bag.tasks
        for each in made.operations
        if each.do in LAYING and seam.id in (*each.seams, each.goal)
    )
    held = {name for each in laid for name in each.notions}
    yield from (notion.title.lower() for notion in bag.notions if notion.id in held)


def _united(one: Panel, on: str, other: Panel, at: str, where: Uncut) -> Panel:
    """Both as one panel; the edge *at* of *other* lies on the edge *on* of *one*."""
    edges = [
        _renamed(each, edge, where) if each.id == where.id else _known(each, edge, where)
        for each in (one, other)
        for edge in _after(each, on, at, one)
    ]
    lines = [_renamed(each, line, where) for each in (one, other) for line in each.lines]
    was = _origin(one, one.edge(on)) if where.measured else None
    lines.append(Line(where.line, one.edge(on).path, LineKind.FOLD, where.fold, crease=where.crease, was=was))
    notes = dict.fromkeys(filter(None, (one.note, other.note, where.note)))
    return replace(
        one,
        id=where.id,
        title=where.title,
        edges=tuple(edges),
        lines=tuple(lines),
        holes=(*one.holes, *other.holes),
        note=series(notes, "; "),
        facets=tuple(facet for each in (one, other) for facet in _facets(each)),
        firmness=min(one.firmness, other.firmness) if where.firmness is None else where.firmness,
    )


def _known(panel: Panel, edge: Edge, where: Uncut) -> Edge:
    """An edge under its new name, which does not forget what it was."""
    return replace(_renamed(panel, edge, where), was=_origin(panel, edge))


def _origin(panel: Panel, edge: Edge) -> Was:
    return edge.was or Was((*panel.cut_from, panel.id), edge.name)


def _facets(panel: Panel) -> Iterator[Facet]:
    """What walls a panel is, each with its outline and the panel, since the common piece is more."""
    for facet in panel.facets:
        outline = facet.outline or panel.stitching_line
        yield replace(facet, outline=outline, whole=facet.whole or panel.origin)


def _after(panel: Panel, on: str, at: str, one: Panel) -> tuple[Edge, ...]:
    """The panel's edges from the one after the joined edge round to the one before it."""
    names = [edge.name for edge in panel.edges]
    index = names.index(on if panel is one else at)
    return panel.edges[index + 1 :] + panel.edges[:index]


def _renamed(panel: Panel, each: Named, where: Uncut) -> Named:
    """An edge or line on the common piece: named after its panel, unless it has come from there before."""
    if panel.id == where.id:
        return each
    called = where.called.get(panel.id) or panel.title.lower()
    return replace(each, name=f"{panel.id} {each.name}", title=words("{panel} {line}", panel=called, line=each.told))


def _relaid(bag: Draft, made: Task, gone: set[str], new: str) -> Task:
    """A task whose operations name the common piece instead of those that it is cut in one of."""

    def place(where: Where) -> Where:
        if where.panel not in gone:
            return where
        named = where.panel != new and bag[where.panel].has(where.on)
        return where._replace(panel=new, on=f"{where.panel} {where.on}" if named else where.on)

    operations = (
        replace(
            each,
            pieces=tuple(
                dict.fromkeys(Sheet(new, of) if name in gone else Sheet(name, of) for name, of in each.pieces)
            ),
            on=tuple(map(place, each.on)),
        )
        for each in made.operations
    )
    return replace(made, operations=tuple(operations))


def _reclosed(each: Closing, seam: Seam, where: Uncut) -> Closing:
    """What closes the bag, by the common piece; where its hinge was is the line."""
    gone = {run.panel for run in (*seam.a, *seam.b)}
    if not gone.intersection(each.panels):
        return each
    moved = tuple(where.id if panel in gone else panel for panel in each.panels)
    if any(run.panel in each.panels and run.on == each.edge for run in (*seam.a, *seam.b)):
        return replace(each, panels=moved, edge=where.line)
    outer = each.panels[0]
    renamed = each.edge and outer in gone and outer != where.id
    return replace(each, panels=moved, edge=f"{outer} {each.edge}" if renamed else each.edge)


def _resewn(seam: Seam, gone: set[str], new: str) -> Seam:
    def moved(runs: tuple[Run, ...]) -> tuple[Run, ...]:
        return tuple(
            replace(run, panel=new, on=run.on if run.panel == new else f"{run.panel} {run.on}")
            if run.panel in gone
            else run
            for run in runs
        )

    caught = tuple(replace(each, runs=moved(each.runs)) for each in seam.caught)
    return replace(seam, a=moved(seam.a), b=moved(seam.b), caught=caught)
