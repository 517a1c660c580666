"""Every sheet of the body cut into triangles at its stitching line, and welded to the others along the seams."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import field
from typing import TYPE_CHECKING

import numpy as np

from bagpattern.geometry import areas
from bagpattern.geometry.nearness import nearest
from bagpattern.geometry.path import coordinates
from bagpattern.geometry.triangles import flipped, spread, triangulated
from bagpattern.sewn.folds import Fold, folds_of, turned_down
from bagpattern.sewn.marks import EdgeKey, Marks, Place, copies, marks_of
from bagpattern.values import replace, value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bagpattern.model.draft import Draft
    from bagpattern.model.panel import Panel
    from bagpattern.sewn.bag import Floats, Whole

_TRIES = 40
_ON_LINE = 0.7
"""mm: how far aside of a fold a vertex may be: its end may have been merged with another mark."""


@value
class Cut:
    """One sheet: as ``body.Sheet``, before it has a place in space; ``folds`` are lines of its vertices."""

    panel: Panel
    copy: int
    mirrored: bool
    flat: Floats
    triangles: Whole
    vertices: Whole
    folds: tuple[Whole, ...]


@value
class Glued:
    """All sheets, with ``count`` vertices in all; ``seams`` are chains of vertices by the seam's id.

    ``edges`` are the vertices along each edge, with their mm along it. ``lips`` are, by its id, the vertices on either
    side of a seam that is open but for its ends, from start to end of side a.
    """

    sheets: tuple[Cut, ...]
    count: int
    seams: dict[str, Whole]
    edges: dict[EdgeKey, tuple[tuple[float, ...], Whole]]
    step: float
    lips: dict[str, tuple[Whole, Whole]] = field(default_factory=dict)


def glued(draft: Draft, target: int, opened: frozenset[str] = frozenset()) -> Glued:
    """The body of about *target* vertices; the seams *opened*, by their ids, are joined at their ends alone."""
    sheets = list(copies(draft))
    step = float(np.sqrt(sum(areas.area(panel.stitching_line) for panel, _ in sheets) / target / 0.866))
    folds = {(panel.id, copy): (*folds_of(panel, copy), *turned_down(draft, panel)) for panel, copy in sheets}
    marks = marks_of(draft, step, _wanted(sheets, folds))
    cuts: list[Cut] = []
    numbers: dict[EdgeKey, list[int]] = {}
    first = 0
    for panel, copy in sheets:
        ring, own = _ring(panel, copy, marks, first)
        cut = _cut(panel, copy, ring, folds[panel.id, copy], step, first)
        cuts.append(cut)
        numbers |= own
        first += len(cut.flat)
    return _welded(cuts, numbers, marks, first, step, opened)


def _wanted(
    sheets: list[tuple[Panel, int]], folds: dict[tuple[str, int], tuple[Fold, ...]]
) -> dict[EdgeKey, list[float]]:
    """Where a fold meets an edge of its sheet: there must be a vertex."""
    found: dict[EdgeKey, list[float]] = defaultdict(list)
    for panel, copy in sheets:
        for end in (each for fold in folds[panel.id, copy] for each in fold):
            for edge in panel.edges:
                at = nearest(edge.path, end)
                if abs(edge.path.point_at(at) - end) < 1.0:
                    found[panel.id, copy, edge.name].append(at)
    return found


def _ring(panel: Panel, copy: int, marks: Marks, first: int) -> tuple[Floats, dict[EdgeKey, list[int]]]:
    """The points round a sheet, k x 2, and the numbers of those along each edge, from its start to its end."""
    places: list[complex] = []
    numbers: dict[EdgeKey, list[int]] = {}
    for edge in panel.edges:
        along = marks.along[panel.id, copy, edge.name]
        numbers[panel.id, copy, edge.name] = list(range(first + len(places), first + len(places) + len(along)))
        places += [edge.path.point_at(at) for at in along[:-1]]
    numbers[panel.id, copy, panel.edges[-1].name][-1] = first
    return coordinates(places), numbers


def _cut(panel: Panel, copy: int, ring: Floats, folds: tuple[Fold, ...], step: float, first: int) -> Cut:
    flat = np.concatenate([ring, spread(ring, step, list(folds))])
    triangles = triangulated(ring, flat[len(ring) :])
    mirrored = copy > panel.count - panel.mirrored
    return Cut(
        panel,
        copy,
        mirrored,
        flat,
        triangles[:, ::-1] if mirrored else triangles,
        np.arange(first, first + len(flat)),
        tuple(_on(flat, fold) for fold in folds),
    )


def _on(flat: Floats, fold: Fold) -> Whole:
    """The vertices on a straight line, in order."""
    start, end = fold
    out = (flat[:, 0] + 1j * flat[:, 1] - start) / (end - start) * abs(end - start)
    on = np.flatnonzero((np.abs(out.imag) < _ON_LINE) & (out.real > -1.0) & (out.real < abs(end - start) + 1.0))
    found: Whole = on[np.argsort(out.real[on])]
    return found


def _welded(
    cuts: list[Cut],
    numbers: dict[EdgeKey, list[int]],
    marks: Marks,
    count: int,
    step: float,
    opened: frozenset[str],
) -> Glued:
    parents = list(range(count))

    def find(one: int) -> int:
        while parents[one] != one:
            parents[one] = parents[parents[one]]
            one = parents[one]
        return one

    def number(place: Place) -> int:
        along = marks.along[place.edge]
        return numbers[place.edge][min(range(len(along)), key=lambda each: abs(along[each] - place.at))]

    chains: dict[str, list[int]] = {}
    lips: dict[str, tuple[list[int], list[int]]] = {}
    for joint in marks.joints:
        together = [[number(place) for place in places] for places in joint.places]
        if joint.seam.id in opened:
            lips[joint.seam.id] = [each[0] for each in together], [each[-1] for each in together]
            together = [together[0], together[-1]]
        else:
            chains[joint.seam.id] = [each[0] for each in together]
        for first, *others in together:
            for other in others:
                parents[find(other)] = find(first)
    _, new = np.unique([find(each) for each in range(count)], return_inverse=True)
    return Glued(
        _untangled(list(_renumbered(cuts, new))),
        int(new.max()) + 1,
        {seam: new[chain] for seam, chain in chains.items()},
        {key: (marks.along[key], new[own]) for key, own in numbers.items()},
        step,
        {seam: (new[one], new[other]) for seam, (one, other) in lips.items()},
    )


def _renumbered(cuts: list[Cut], new: Whole) -> Iterator[Cut]:
    """The sheets, their vertices numbered in common; a triangle that the seams shut is left out."""
    for cut in cuts:
        vertices = new[cut.vertices]
        a, b, c = vertices[cut.triangles].T
        open_ones = (a != b) & (b != c) & (c != a)
        yield Cut(
            cut.panel,
            cut.copy,
            cut.mirrored,
            cut.flat,
            cut.triangles[open_ones],
            vertices,
            tuple(vertices[each] for each in cut.folds),
        )


def _untangled(cuts: list[Cut]) -> tuple[Cut, ...]:
    """The sheets with no edge that more than two triangles have.

    Where a seam folds a sheet on itself, a vertex near the fold may be joined to both sides of it, which are one.
    """
    for _ in range(_TRIES):
        if not any(_flip(cuts, *each) for each in _crowded(cuts)):
            break
    return tuple(cuts)


def _crowded(cuts: list[Cut]) -> list[tuple[int, int, int]]:
    """The sheet, and two of its vertices, of every edge that more than two triangles have."""
    faces = [np.stack([cut.triangles, np.roll(cut.triangles, -1, axis=1)], axis=2).reshape(-1, 2) for cut in cuts]
    ends = np.concatenate([np.sort(cut.vertices[each], axis=1) for cut, each in zip(cuts, faces, strict=True)])
    _, of, uses = np.unique(ends, axis=0, return_inverse=True, return_counts=True)
    places = np.concatenate(faces)
    sheets = np.repeat(np.arange(len(cuts)), [len(each) for each in faces])
    crowded = np.flatnonzero(uses[of] > 2)
    found = zip(sheets[crowded].tolist(), places[crowded].tolist(), strict=True)
    return [(sheet, one, other) for sheet, (one, other) in found]


def _flip(cuts: list[Cut], sheet: int, one: int, other: int) -> bool:
    cut = cuts[sheet]
    turn = -1 if cut.mirrored else 1
    new = flipped(cut.flat, cut.triangles[:, ::turn], one, other)
    if new is not None:
        cuts[sheet] = replace(cut, triangles=new[:, ::turn])
    return new is not None
