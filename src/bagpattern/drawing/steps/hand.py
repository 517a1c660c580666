"""What is in hand at one operation: pieces as they are by then, what of them is sewn, what hangs together and is flat.

World coordinates are mm of cloth, y up, every sheet with its right side up. A mirrored copy is the mirror image of what
is drafted, and so are its runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bagpattern.drawing.steps.cupped import Cups
from bagpattern.drawing.steps.looks import Tone
from bagpattern.geometry.cloths import (
    Area,
    along,
    apart,
    bent,
    beside,
    less,
    longer,
    mapped,
    placed,
    stretch,
    together,
)
from bagpattern.geometry.placement import IDENTITY, Placement, onto
from bagpattern.geometry.points import Point
from bagpattern.making.joints import sheet_of
from bagpattern.model.draft import Draft
from bagpattern.model.operation import LAYING, Operation, Sheet, Verb
from bagpattern.model.panel import Panel, Role
from bagpattern.model.pattern import Pattern
from bagpattern.model.seam import Run, Seam, SeamKind, Stands
from bagpattern.said import Length, Scale
from bagpattern.values import kept, once

_ALL = 0.9
"""The share of an edge or of a seam from which on it is meant as a whole."""
_CONGRUENT = 1.0
"""mm by which a curve and its hollow may miss each other and still lie flat."""
_OUT = 40.0
"""mm by which a sewn edge is drawn out before its allowance is taken off."""
_COVERED = 0.05
"""The share of a piece that may lie on others: more, and what is sewn is a tube."""
Places = Mapping[Sheet, Placement]
Meeting = tuple[list[Point], Sheet, list[Point]]
"""A stretch of one sheet, the sheet that is sewn to it, and the stretch of that."""
Sides = tuple[tuple[Run, ...], tuple[Run, ...]]


class Layer:
    """A sheet as it lies in a figure, or a zip."""

    def __init__(self, sheet: Sheet | None, area: Area) -> None:
        self.sheet, self.area = sheet, area


class Hand:
    """The work in hand when some ``seams`` have been sewn, in their order; ``lined`` are the sheets to which a lining
    is basted by then, each with that.
    """

    def __init__(self, pattern: Pattern, seams: Sequence[str], lined: Mapping[Sheet, Sheet] | None = None) -> None:
        self.pattern, self.draft, self.lined = pattern, pattern.draft, lined or {}
        self.before = tuple(pattern.seams[each] for each in seams)
        self._cups = Cups(pattern, self.before)

    def when(self, done: Iterable[Operation]) -> Hand:
        """The work when the seams of what is *done* are sewn as well."""
        own = [each.id for each in self.before]
        new = (seam for each in done for seam in each.seams if seam not in own)
        return Hand(self.pattern, [*own, *new], self.lined)

    # pieces -----------------------------------------------------------------------------------------------------------

    def panel(self, sheet: Sheet) -> Panel:
        """The panel that a sheet is a copy of, as it was drafted."""
        return self.pattern[sheet.panel].panel

    def mirrored(self, sheet: Sheet) -> bool:
        """Whether a copy is cut as the mirror image."""
        panel = self.panel(sheet)
        return sheet.copy > panel.count - panel.mirrored

    def number(self, sheet: Sheet) -> str:
        """The number that is printed on it."""
        return str(self.pattern[sheet.panel].number)

    def tone(self, sheet: Sheet) -> Tone:
        """In which tone it is drawn."""
        panel = self.panel(sheet)
        if panel.role is Role.STIFFENING:
            return Tone.FOAM
        return Tone.LINING if panel.material in ("lining", "mesh") else Tone.SHELL

    def face(self, sheet: Sheet, right: bool) -> tuple[Tone, bool]:
        """In which tone one of its sides is drawn, and whether that is a right side: its wrong one may be lined."""
        return (self.tone(sheet), right) if right or sheet not in self.lined else (self.tone(self.lined[sheet]), True)

    def told(self, mm: float) -> str:
        """A distance in the maker's units and as the maker's language writes numbers, the unit left out."""
        return self.pattern.tell(Length(mm, Scale.FIGURE))

    def own(self, sheet: Sheet, area: Area) -> Area:
        """An area of the panel on a copy of it."""
        return mapped(area, lambda p: -p.conjugate()) if self.mirrored(sheet) else area

    def own_point(self, sheet: Sheet, at: Point) -> Point:
        """A place on the panel on a copy of it."""
        return -at.conjugate() if self.mirrored(sheet) else at

    def own_line(self, sheet: Sheet, points: Iterable[Point]) -> list[Point]:
        """The points of a line of the panel on a copy of it."""
        return [self.own_point(sheet, p) for p in points]

    def net(self, sheet: Sheet) -> Area:
        """What its stitching line bounds, across the darts that are sewn."""
        return self.own(sheet, self._cups.net(sheet))

    def run(self, run: Run) -> list[Point]:
        """The points of a run in the order of sewing; that of a dart that is sewn lies on its middle line."""
        path = self.draft[run.panel].along(run.on).path.part(*self.draft.span(run))
        points = list(path.flat)[:: -1 if run.reversed else 1]
        points = next((leg.sewn(points) for leg in self._cups.legs(sheet_of(run)) if leg.run.on == run.on), points)
        return [-p.conjugate() for p in points] if self.mirrored(sheet_of(run)) else points

    def is_straight(self, runs: Iterable[Run]) -> bool:
        """Whether what is joined there lies flat."""
        lines = (self.run(each) for each in runs)
        return not any(bent(each) for each in lines)

    def cut(self, sheet: Sheet) -> Area:
        """The piece with all of its allowances, its darts closed that are sewn."""
        return self.own(sheet, self._cups.cut(sheet))

    def outline(self, sheet: Sheet) -> Area:
        """The piece as it is by now: darts closed, less the allowances that are turned under, and half of each zip."""
        area, net = self._cups.cut(sheet), self._cups.net(sheet)
        legs = {each.run.on for each in self._cups.legs(sheet)}
        for edge in self.panel(sheet).edges:
            if self.is_sewn(sheet, edge.name) and edge.name not in legs:
                points = longer(edge.path.flat, _OUT)
                area = less(area, less(beside(points, -40.0), net))
                area = less(area, along(points, edge.zip / 2)) if edge.zip else area
        return self.own(sheet, area)

    def mouths(self, places: Places) -> list[tuple[Point, Point]]:
        """The ends of the mouths of darts that are sewn, where their sheets lie."""
        darts = {each.seam.id: each for sheet in places for each in self._cups.darts(sheet)}
        ends = ([(sheet_of(leg[0].run), leg[0].points[0]) for leg in each.legs] for each in darts.values())
        lying = [[places[sheet](self.own_point(sheet, p)) for sheet, p in each if sheet in places] for each in ends]
        return [(each[0], each[1]) for each in lying if len(each) > 1]

    def is_sewn(self, sheet: Sheet, edge: str) -> bool:
        """Whether an edge is, over its whole length or nearly."""
        return (sheet, edge) in self._sewn

    @once
    def _sewn(self) -> set[tuple[Sheet, str]]:
        """The edges that are sewn over their whole length, or nearly."""
        found: dict[tuple[Sheet, str], float] = {}
        for seam in self.before:
            for run in (run for pair in self.sides(seam) for side in pair for run in side):
                if seam.kind not in (SeamKind.TOPSTITCHED, SeamKind.HEM) and self.panel(sheet_of(run)).has_edge(run.on):
                    key = sheet_of(run), run.on
                    found[key] = found.get(key, 0.0) + self.draft.run_length(run)
        return {key for key, mm in found.items() if mm > _ALL * self.panel(key[0]).edge(key[1]).length}

    # what hangs together ----------------------------------------------------------------------------------------------

    def sides(self, seam: Seam) -> Iterator[Sides]:
        """The pairs of sides that a seam joins: its own, and those of the linings behind a zip."""
        yield seam.a, seam.b
        if seam.kind is SeamKind.ZIP:
            behind = self.linings(seam)
            if len(behind) == 2:
                yield behind[0], behind[1]

    def linings(self, zipped: Seam) -> list[tuple[Run, ...]]:
        """The runs of the layers behind a zip's panels, all along it; a pocket that is caught for a part is none."""
        least = _ALL * self.draft.side_length(zipped.a)
        behind = (each.runs for each in zipped.caught if each.stands is Stands.BEHIND)
        return [runs for runs in behind if self.draft.side_length(runs) > least]

    def group(self, sheet: Sheet) -> dict[Sheet, Placement]:
        """What is sewn to a sheet along seams that lie flat, and where."""
        places, waiting, taken = {sheet: IDENTITY}, [sheet], self.net(sheet)
        while waiting:
            for new, there in self.joined(waiting[0], places, False):
                area = placed(self.net(new), there)
                if new not in places and area.intersection(taken).area <= _COVERED * area.area:
                    taken = together([taken, area])
                    places[new] = there
                    waiting.append(new)
            waiting.pop(0)
        return places

    def joined(self, sheet: Sheet, places: Places, again: bool = True) -> Iterator[tuple[Sheet, Placement]]:
        """What flat seams join to a sheet, and where it lies by each of them; if asked, what lies there as well."""
        for seam in self.before:
            for own, new, twin in _meetings(self.pattern).get((seam.id, sheet), ()):
                if again or new not in places:
                    there = [places[sheet](p) for p in own]
                    yield new, self.glued(new, there, twin, placed(self.net(sheet), places[sheet]))

    def lies_flat(self, seam: Seam) -> bool:
        """Whether a seam leaves flat what it joins: it is straight, or one side's curve is the other's hollow."""
        if self.is_straight((*seam.a, *seam.b)):
            return True
        pairs = [*self.stretches(seam.a, seam.b)]
        return all(min(_missing(own, other), _missing(own, other[::-1])) < _CONGRUENT for _, own, _, other in pairs)

    def stretches(
        self, mine: tuple[Run, ...], others: tuple[Run, ...]
    ) -> Iterator[tuple[Run, list[Point], Run, list[Point]]]:
        """The runs of two sides that are sewn to each other, and of both the stretch where they are."""
        for run, low, high in self.spans(mine):
            for other, first, last in self.spans(others):
                start, end = max(low, first), min(high, last)
                if end - start > 5:
                    own = stretch(self.run(run), start - low, end - low)
                    yield run, own, other, stretch(self.run(other), start - first, end - first)

    def glued(self, new: Sheet, own: Sequence[Point], other: Sequence[Point], beside: Area) -> Placement:
        """Where a sheet lies, right side up, that is sewn edge to edge: on the other side of the seam."""
        both = [(onto(own, each, False), each) for each in (other, other[::-1])]
        fitting = [place for place, each in both if apart(own, [place(p) for p in each]) < _CONGRUENT]
        places = fitting or [place for place, _ in both]
        return min(places, key=lambda place: placed(self.net(new), place).intersection(beside).area)

    def spans(self, runs: Iterable[Run]) -> Iterator[tuple[Run, float, float]]:
        """Runs with the lengths along their side between which they lie."""
        at = 0.0
        for run in runs:
            yield run, at, at + self.draft.run_length(run)
            at += self.draft.run_length(run)

    def chain(self, runs: Iterable[Run], places: Places) -> list[Point]:
        """The runs one after the other where their sheets lie; none when they do not meet there."""
        points: list[Point] = []
        for run in runs:
            place = places.get(sheet_of(run))
            new = [place(p) for p in self.run(run)] if place else []
            if not new or (points and abs(points[-1] - new[0]) > 2):
                return []
            points += new[1:] if points else new
        return points

    def layers(self, places: Places) -> list[Layer]:
        """The sheets of a group as they lie, and the zips between them."""
        found = [Layer(sheet, placed(self.outline(sheet), place)) for sheet, place in places.items()]
        for seam in self.before:
            for one, other in self.sides(seam) if seam.kind is SeamKind.ZIP else ():
                line = self.chain(one, places)
                if line and self.chain(other, places) and self.draft[one[0].panel].has_edge(one[0].on):
                    width = self.draft[one[0].panel].edge(one[0].on).zip
                    found.append(Layer(None, along(line, max(width / 2, 2.5))))
        return found

    def patches(self, places: Places) -> Iterator[list[Point]]:
        """The lines in a group on which parts are sewn."""
        for seam in self.before:
            if seam.kind is SeamKind.PLACEMENT:
                line = self.chain(seam.a, places)
                if line:
                    yield line


def _missing(own: Sequence[Point], other: Sequence[Point]) -> float:
    """mm by which two stretches miss each other, both with the right side up."""
    if min(abs(own[-1] - own[0]), abs(other[-1] - other[0])) < _CONGRUENT:
        return float("inf")  # all round
    place = onto(own, other, False)
    return apart(own, [place(p) for p in other])


@kept
def _meetings(pattern: Pattern) -> dict[tuple[str, Sheet], list[Meeting]]:
    """By seam and sheet: its own stretches of those that leave flat what they join, and what is sewn to each."""
    hand, found = Hand(pattern, ()), dict[tuple[str, Sheet], list[Meeting]]()
    for seam in pattern.seams:
        if seam.kind in (SeamKind.PLAIN, SeamKind.ZIP) and hand.lies_flat(seam):
            for pair in hand.sides(seam):
                for mine, others in (pair, pair[::-1]):
                    for run, own, other, twin in hand.stretches(mine, others):
                        found.setdefault((seam.id, sheet_of(run)), []).append((own, sheet_of(other), twin))
    return found


def sewn_in(operations: Iterable[Operation]) -> list[str]:
    """The seams that operations sew, in their order."""
    return [seam for each in operations if each.do is Verb.SEW for seam in each.seams]


def lined_in(draft: Draft, operations: Iterable[Operation]) -> dict[Sheet, Sheet]:
    """The sheets to which operations baste linings, each with its own, or one of its own."""
    basting = [each for each in operations if each.do in LAYING and draft.basted & {*each.pieces}]
    return {Sheet(where.panel, max(where.copy, 1)): each.pieces[0] for each in basting for where in each.on}
