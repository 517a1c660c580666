"""The rim of an open bag, hemmed or sewn to its lining, as one way round: where things lie along it and below it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate

from bagpattern.geometry.path import Path, line_path
from bagpattern.geometry.points import SAME, Point
from bagpattern.geometry.segments import Straight
from bagpattern.model.closing import Closes
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Finish
from bagpattern.model.marks import Hole, Line, LineKind
from bagpattern.model.operation import Operation, Sheet, Verb, Where
from bagpattern.model.panel import Role
from bagpattern.model.seam import Run
from bagpattern.parts.naming import RIM, RIM_HEM
from bagpattern.parts.sewing.joinery import place_on, refinished, runs_between
from bagpattern.said import NOTHING, Said
from bagpattern.values import replace, value
from bagpattern.words import words


@value
class Rim:
    """The rim of ``bag``: its ``runs``, from the front's right end on, round the bag."""

    bag: Draft
    runs: tuple[Run, ...]
    lined: bool

    @property
    def length(self) -> float:
        """mm all the way round."""
        return self.bag.side_length(self.runs)

    @property
    def edges(self) -> tuple[Where, ...]:
        """The edges along it, as places on which something is done."""
        return tuple(Where(run.panel, run.copy, run.on) for run in self.runs)

    @property
    def front(self) -> float:
        """mm along the rim at the middle of the front."""
        return self.bag.run_length(self.runs[0]) / 2

    @property
    def back(self) -> float:
        """mm along the rim at the middle of the back, opposite to the middle of the front."""
        return self.front + self.length / 2

    def clear_of_seams(self, places: Iterable[float]) -> float:
        """mm from these places along the rim to the nearest seam that ends at it."""
        joints = list(accumulate(self.bag.run_length(run) for run in self.runs))
        gaps = (abs(place % self.length - joint) for place in places for joint in (0.0, *joints))
        return min(gaps)

    def beside_seams(self, away: float) -> Iterator[float]:
        """The places along the rim that lie *away* mm on either side of each seam that ends at it."""
        for joint in accumulate(self.bag.run_length(run) for run in self.runs):
            yield from (joint - away, (joint + away) % self.length)

    def below(self, at: float, deep: float) -> tuple[str, Point]:
        """The panel and the point on it, *deep* mm below the rim, *at* mm along it."""
        at %= self.length
        (run,) = runs_between(self.bag, self.runs, at, min(at + 1e-3, self.length))[:1]
        edge = self.bag[run.panel].edge(run.on)
        low, _ = self.bag.span(run)
        return run.panel, edge.path.point_at(low) + 1j * edge.path.tangent_at(low) * deep

    def lines(self, name: str, beside: str, deep: float, kind: LineKind, closes: Closes) -> Iterator[tuple[str, Line]]:
        """A line *deep* mm below the rim on every panel along it, from side to side, for what *closes* the rim.

        Where a panel has several, the form *beside* names each by the edge that it lies below.
        """
        several = Counter(run.panel for run in self.runs)
        for run in self.runs:
            edge, outline = self.bag[run.panel].edge(run.on), self.bag[run.panel].stitching_line
            path = edge.path
            inside = _inside(path, deep)
            if len(inside.segments) == 1 and isinstance(inside.segments[0], Straight):  # its sides may lean
                along = inside.tangent_at(0.0)
                ends = [outline.point_at(at) for at in outline.crossings(inside.start, along)]
                inside = line_path(*_outermost(ends, path))
            alone = several[run.panel] == 1
            title = NOTHING if alone else words(beside, panel=edge.told)
            yield run.panel, Line(name if alone else f"{run.on} {name}", inside, kind, title, closes=closes)

    def stretches(
        self, name: str, numbered: str, middle: float, length: float, deep: float, holds: str
    ) -> Iterator[tuple[str, Line]]:
        """A placement line *length* mm long round *middle* mm along the rim, *deep* mm below it, in parts by panel.

        It is where the middle of the notion *holds* lies. The form *numbered* names each of several.
        """
        low, high = middle - length / 2, middle + length / 2
        spans = [(low, high)] if high <= self.length else [(low, self.length), (0.0, high - self.length)]
        parts = [run for span in spans for run in runs_between(self.bag, self.runs, *span)]
        for number, run in enumerate(parts, start=1):
            path = self.bag[run.panel].edge(run.on).path.part(*self.bag.span(run))
            alone = len(parts) == 1
            title = NOTHING if alone else words(numbered, number=number)
            line = Line(name if alone else f"{name} {number}", _inside(path, deep), title=title, holds=holds)
            yield run.panel, line

    def holes(
        self, places: Iterable[float], deep: float, diameter: float, label: Said, holds: str = ""
    ) -> Iterator[tuple[str, Hole]]:
        """Holes *deep* mm below the rim at these places along it, for the notion *holds*."""
        for at in places:
            panel, where = self.below(at, deep)
            yield panel, Hole(where, diameter, label, holds=holds)


def _inside(path: Path, deep: float) -> Path:
    """The parallel path *deep* mm inside the panel."""
    return Path(tuple(part for segment in path.segments for part in segment.offset(-deep)))


def _outermost(points: list[Point], path: Path) -> tuple[Point, Point]:
    """The two of several points on a line that lie farthest apart, in the direction of a path."""
    along = path.tangent_at(0.0).conjugate()
    ordered = sorted(points, key=lambda each: (each * along).real)
    return ordered[0], ordered[-1]


def rim_of(bag: Draft) -> Rim:
    """The rim of an open bag."""
    sewn = next((seam for seam in bag.seams if seam.id == RIM), None)
    if sewn is not None:
        return Rim(bag, sewn.a, True)
    runs = _finished(bag, Finish.HEM) or _finished(bag, Finish.RAW)
    return Rim(bag, _in_order(bag, runs), False)


def _finished(bag: Draft, finish: Finish) -> list[Run]:
    """The edges of the body that are finished so."""
    body = (panel for panel in bag.panels if panel.role is Role.BODY)
    return [Run(panel.id, edge.name) for panel in body for edge in panel.edges if edge.finish is finish]


def _in_order(bag: Draft, runs: list[Run]) -> tuple[Run, ...]:
    """The runs of a rim as they follow each other: each begins where the one before ends, across a seam."""
    ordered, waiting = runs[:1], runs[1:]
    while waiting:
        end = _seams_at(bag, ordered[-1], at_end=True)
        after = next((run for run in waiting if end & _seams_at(bag, run, at_end=False)), waiting[0])
        waiting.remove(after)
        ordered.append(after)
    return tuple(ordered)


def _seams_at(bag: Draft, run: Run, at_end: bool) -> set[tuple[str, bool]]:
    """The seams that meet one end of a rim's run, each with which of its own ends that is."""
    edges = bag[run.panel].edges
    index = next(number for number, edge in enumerate(edges) if edge.name == run.on)
    beside = edges[(index + 1) % len(edges)] if at_end else edges[index - 1]
    at = SAME if at_end else beside.length - SAME
    place = place_on(bag, run.panel, beside.name, at, at)
    return set() if place is None else {(place.seam.id, place.low < bag.side_length(place.seam.a) / 2)}


def turned_down(rim: Rim, allowance: float) -> Draft:
    """The unlined bag with *allowance* mm to turn down at its rim, for something else than a hem."""
    bag = refinished(rim.bag, rim.runs, Finish.HEM, allowance)
    return without_hem(bag)


def sewn_on_to(rim: Rim, allowance: float) -> Draft:
    """The unlined bag with *allowance* mm at its rim, to which something is sewn instead of a hem."""
    return without_hem(refinished(rim.bag, rim.runs, Finish.OPEN, allowance))


def hemmed(rim: Rim, how: Said, *bought: str, turns: tuple[float, ...] = ()) -> Operation:
    """Turn the edges of an unlined rim down to the inside, by *turns* mm, over what is *bought* to lie in it."""
    pieces = tuple(dict.fromkeys(Sheet(run.panel) for run in rim.runs))
    return Operation(Verb.HEM, how, pieces=pieces, notions=bought, on=rim.edges, turns=turns)


def without_hem(bag: Draft) -> Draft:
    """*bag* without the step that hems its rim."""
    return replace(bag, tasks=tuple(task for task in bag.tasks if task.key != RIM_HEM))


def marked(bag: Draft, lines: Iterable[tuple[str, Line]], holes: Iterable[tuple[str, Hole]] = ()) -> Draft:
    """*bag* with lines and holes on its panels."""
    for panel, line in lines:
        bag = bag.marking(panel, (line,))
    for panel, hole in holes:
        bag = bag.marking(panel, holes=(hole,))
    return bag
