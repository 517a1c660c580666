"""Panels cut in one piece: a seam is left unsewn, because the cloth goes on there, flat or folded.

A bag is drafted with every seam; when all that lies on its panels is known, some are laid side by side and become one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from bagpattern.geometry.placement import Placement
from bagpattern.geometry.points import SAME, unit
from bagpattern.geometry.segments import Straight
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Edge, Line, LineKind, Panel
from bagpattern.model.seam import Run, Seam
from bagpattern.parts.part import measured, refusal


class Uncut(NamedTuple):
    """A seam at which the cloth goes on: its two panels become the one of this ``id`` and ``title``.

    ``line`` is the name of the line where the seam would have been; ``key`` the parameter that asks for it; ``note``
    is printed on the piece.
    """

    seam: str
    id: str
    title: str
    line: str
    key: str
    note: str = ""


def in_one(bag: Draft, where: Uncut) -> Draft:
    """*bag* with two panels cut as one. Raises InputError at its key when the seam has to be sewn after all."""
    seam = bag.seam(where.seam)
    fault = _why_not(bag, seam)
    if fault is not None:
        raise refusal(where.key, f"the {where.seam} has to be sewn, because {fault}: choose a build that has this seam")
    (one,), (other,) = seam.a, seam.b
    if one.reversed:
        one, other = other, one
    panel = _united(bag[one.panel], one.on, bag[other.panel], other.on, where)
    index = bag.panels.index(bag[one.panel])
    panels = [panel if at == index else each for at, each in enumerate(bag.panels) if each.id != other.panel]
    seams = tuple(_renamed(each, {one.panel, other.panel}, where.id) for each in bag.seams if each is not seam)
    spaces = tuple(
        replace(each, panel=where.id) if each.panel in (one.panel, other.panel) else each for each in bag.spaces
    )
    return replace(bag, panels=tuple(panels), seams=seams, spaces=spaces)


def length_of(bag: Draft, face: str, edge: str) -> float:
    """mm of an edge of a face, wherever it is now: in parts, or on a piece that the face was cut in one with."""
    return measured(bag, face, edge) or sum(
        each.length for panel in bag.panels for each in panel.edges if _was(each.name, face, edge)
    )


def _was(name: str, face: str, edge: str) -> bool:
    """Whether an edge of a common piece was that edge of that face, or of a part of it."""
    return name == f"{face} {edge}" or (name.startswith(f"{face}-") and name.endswith(f" {edge}"))


def _why_not(bag: Draft, seam: Seam) -> str | None:
    """What keeps a seam from being left unsewn; None when nothing does."""
    runs = (*seam.a, *seam.b)
    if len(runs) != 2 or len({run.panel for run in runs}) != 2:
        return "a style line divides what it joins"
    if seam.caught:
        return f"the {bag[seam.caught[0].runs[0].panel].title.lower()} is caught in it"
    edges = [bag[run.panel].along(run.on) for run in runs]
    if any(len(edge.path.segments) != 1 or not isinstance(edge.path.segments[0], Straight) for edge in edges):
        return "it is curved"
    if abs(edges[0].length - edges[1].length) > SAME:
        return "its sides are not equally long"
    if len({bag[run.panel].material for run in runs}) != 1:
        return "it joins two cloths"
    return None


def _united(one: Panel, on: str, other: Panel, at: str, where: Uncut) -> Panel:
    """*other* laid with its edge *at* on the edge *on* of *one*, and both as one panel."""
    here, there = one.edge(on).path, other.edge(at).path
    turn = unit(here.start - here.end) / unit(there.end - there.start)
    other = other.placed(Placement(here.end - there.start * turn, turn))
    edges = [
        replace(edge, name=_name(each, edge.name, where.id))
        for each in (one, other)
        for edge in _after(each, on, at, one)
    ]
    lines = [replace(line, name=_name(each, line.name, where.id)) for each in (one, other) for line in each.lines]
    lines.append(Line(where.line, here, LineKind.FOLD))
    notes = dict.fromkeys(filter(None, (one.note, other.note, where.note)))
    return replace(
        one,
        id=where.id,
        title=where.title,
        edges=tuple(edges),
        lines=tuple(lines),
        holes=(*one.holes, *other.holes),
        note="; ".join(notes),
    )


def _after(panel: Panel, on: str, at: str, one: Panel) -> tuple[Edge, ...]:
    """The panel's edges from the one after the joined edge round to the one before it."""
    names = [edge.name for edge in panel.edges]
    index = names.index(on if panel is one else at)
    return panel.edges[index + 1 :] + panel.edges[:index]


def _name(panel: Panel, name: str, new: str) -> str:
    """The name of an edge or line on the common piece: with its panel's, unless it has come from there before."""
    return name if panel.id == new else f"{panel.id} {name}"


def _renamed(seam: Seam, gone: set[str], new: str) -> Seam:
    def moved(runs: tuple[Run, ...]) -> tuple[Run, ...]:
        return tuple(
            replace(run, panel=new, on=run.on if run.panel == new else f"{run.panel} {run.on}")
            if run.panel in gone
            else run
            for run in runs
        )

    caught = tuple(replace(each, runs=moved(each.runs)) for each in seam.caught)
    return replace(seam, a=moved(seam.a), b=moved(seam.b), caught=caught)
