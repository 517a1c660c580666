"""What reaches across a panel from side seam to side seam, upright or along a band: where it has room, what holds it.

A band runs round the bag, so that what stands upright on it lies along it as it is drawn. Its partner, the face to
whose edge it is sewn, tells where it turns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, pairwise

from bagpattern.geometry import areas
from bagpattern.geometry.path import Path, joined, line_path
from bagpattern.geometry.placement import Placement
from bagpattern.geometry.points import SAME, Point
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Finish
from bagpattern.model.marks import LineKind
from bagpattern.model.operation import Verb, done
from bagpattern.model.panel import Panel
from bagpattern.model.seam import SURFACE_ONLY, Caught, Run, Seam, Stands
from bagpattern.parts.sewing.clearing import BESIDE
from bagpattern.parts.sewing.cuts import Level, level_cut
from bagpattern.parts.sewing.joinery import catching, everywhere, place_on
from bagpattern.said import Name, Said
from bagpattern.values import once, replace, value
from bagpattern.words import words

_TURNS = {"top": 1 + 0j, "right": 1j, "left": -1j}
"""What turns each end of a panel upward."""
_SAMPLES = 5
_UPRIGHT = 0.5
"""mm off the upright, from one sample to the next, at which a band counts as turning."""


@value
class Upright:
    """A panel turned so that ``towards`` (top, right, left: its end as drawn) is above."""

    host: Panel
    towards: str

    @once
    def panel(self) -> Panel:
        """The panel, turned."""
        return self.host.placed(Placement(turn=_TURNS[self.towards]))

    @property
    def back(self) -> Placement:
        """From the turned panel to the panel as it is drawn."""
        return Placement(turn=_TURNS[self.towards].conjugate())

    @once
    def bottom(self) -> float:
        """The level of its lowest point."""
        return areas.bounds([self.panel.stitching_line])[1]

    @property
    def high(self) -> float:
        """mm from its lowest to its highest point."""
        _, bottom, _, top = areas.bounds([self.panel.stitching_line])
        return top - bottom

    @property
    def lies(self) -> bool:
        """Whether it is turned, as a band is: then its partner tells where it stands."""
        return self.towards != "top"

    def stretch(self, base: float, height: float) -> Between | None:
        """What lies between two levels, if both meet the same two edges there and those run straight."""
        low = level_cut(self.panel, self.bottom + base)
        high = low and level_cut(self.panel, self.bottom + base + height)
        if low is None or high is None or (low.right, low.left) != (high.right, high.left):
            return None
        found = Between(self, low, high)
        return found if found.is_straight else None


@value
class Between:
    """The part of a panel from one level to another, between two straight edges."""

    of: Upright
    low: Level
    high: Level

    @property
    def sides(self) -> tuple[tuple[str, float, float], tuple[str, float, float]]:
        """Right and left: the edge, and from where to where along it."""
        return (
            (self.low.right, self.low.at_right, self.high.at_right),
            (self.low.left, self.high.at_left, self.low.at_left),
        )

    @once
    def paths(self) -> tuple[Path, Path, Path, Path]:
        """Base, right, top and left, counter-clockwise on the turned panel."""
        right, left = (self.of.panel.edge(edge).path.part(start, end) for edge, start, end in self.sides)
        return line_path(left.end, right.start), right, line_path(right.end, left.start), left

    @property
    def is_straight(self) -> bool:
        """Whether both of its sides are."""
        _, right, _, left = self.paths
        return all(abs(path.end - path.start) > path.length - SAME for path in (right, left))

    @property
    def outline(self) -> Path:
        """The closed outline on the panel as it is drawn."""
        return joined(self.paths).placed(self.of.back)

    def fault(self, bag: Draft) -> Said | None:
        """Why nothing can be held between its sides, or lie there; None when it can."""
        host = self.of.host
        for edge, start, end in self.sides:
            if host.edge(edge).finish is not Finish.SEAM or host.edge(edge).zip:
                return words("its {edge} is no plain seam", edge=Name(edge))
            met = [_partner(bag, host.id, edge, at) for at in _between(start, end)]
            if None in met:
                return words("its {edge} is sewn in several seams", edge=Name(edge))
            if self.of.lies and not _run_upward(met if edge == self.low.right else met[::-1]):
                return words("the panel does not run upward")
        taken = (line for line in host.lines if line.kind in (LineKind.PLACEMENT, LineKind.STITCH))
        near = next((line.name for line in taken if areas.gap(line.covers or line.path, self.outline) < BESIDE), None)
        return words("the {near} lies there", near=Name(near)) if near else None

    def is_free(self, bag: Draft) -> bool:
        """Whether something can be held here; where its right side does not begin upward, no more is looked at."""
        edge, start, end = self.sides[0]
        begins = (_partner(bag, self.of.host.id, edge, at) for at in islice(_between(start, end), 2))
        return (not self.of.lies or _run_upward(begins)) and self.fault(bag) is None

    def holding(self, bag: Draft, panel: str) -> Draft:
        """*bag* with the edges ``right`` and ``left`` of *panel*, which lies there, caught in the panel's seams."""
        for on, (edge, start, end) in zip(("right", "left"), self.sides, strict=True):
            for seam in bag.seams:
                if seam.kind not in SURFACE_ONLY:
                    found = tuple(_caught(bag, seam.id, Run(self.of.host.id, edge, start, end), Run(panel, on)))
                    bag = catching(bag, seam.id, *found) if found else bag
        return bag


def first_free(bag: Draft, upright: Upright, sizes: Iterable[tuple[float, float]]) -> Between | None:
    """The first stretch of these bases and heights on which something can be held."""
    found = (stretch for size in sizes if (stretch := upright.stretch(*size)) is not None)
    return next((each for each in found if each.is_free(bag)), None)


def fault_there(bag: Draft, upright: Upright, base: float, height: float) -> Said | None:
    """Why nothing can be held on a stretch of that base and height; None where it can, or where there is no such."""
    stretch = upright.stretch(base, height)
    return None if stretch is None else stretch.fault(bag)


def with_sides_basted(bag: Draft, host: Panel, panel: str) -> Draft:
    """*bag*, whose last task ends with basting the sides of *panel* to its host, for the seams that hold them."""
    holding = next(seam.id for seam in bag.seams if seam.kind not in SURFACE_ONLY and _holds(seam, panel))
    text = words("Baste both sides to the {host}, edges even, inside the allowance.", host=host.title.lower())
    basting = replace(done(Verb.BASTE, text, panel), goal=holding)
    *before, last = bag.tasks
    return replace(bag, tasks=(*before, replace(last, operations=(*last.operations, basting))))


def _holds(seam: Seam, panel: str) -> bool:
    return any(run.panel == panel for caught in seam.caught for run in caught.runs)


def _run_upward(way: Iterable[Point | None]) -> bool:
    """Whether some places lie one above the other."""
    found = [each for each in way if each is not None]
    return all(abs(after - p - 1j * abs(after - p)) <= _UPRIGHT for p, after in pairwise(found))


def _between(start: float, end: float) -> Iterator[float]:
    """Some places along a stretch, a little inside its ends."""
    for number in range(_SAMPLES):
        yield start + (end - start) * (0.01 + 0.98 * number / (_SAMPLES - 1))


def _partner(bag: Draft, panel: str, edge: str, at: float) -> Point | None:
    """Where what a panel's edge is sewn to lies *at* mm along it, on its own panel; None where no single seam does."""
    place = place_on(bag, panel, edge, at, at)
    if place is None:
        return None
    for side in (place.seam.a, place.seam.b):
        before = 0.0
        for run in side:
            length = bag.run_length(run)
            if (run.panel, run.on) != (panel, edge) and before - SAME <= place.low <= before + length + SAME:
                low, high = bag.span(run)
                on_edge = high - (place.low - before) if run.reversed else low + place.low - before
                return bag[run.panel].along(run.on).path.point_at(min(max(on_edge, low), high))
            before += length
    return None


def _caught(bag: Draft, seam: str, held: Run, to: Run) -> Iterator[Caught]:
    """Where a seam sews the stretch *held* of an edge, the like stretch of the edge *to*, which begins at 0 there."""
    start, end = held.start or 0.0, held.end or 0.0
    for run, before in everywhere(bag, bag.seam(seam)):
        low, high = bag.span(run)
        first, last = max(low, start), min(high, end)
        if (run.panel, run.on) == (held.panel, held.on) and last - first > SAME:
            at = before + (high - last if run.reversed else first - low)
            laid = replace(to, start=first - start, end=last - start, reversed=run.reversed)
            yield Caught((laid,), at, stands=Stands.ON)
