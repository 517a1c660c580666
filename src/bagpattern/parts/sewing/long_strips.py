"""Strips that are longer than their cloth or hide: joined of shorter lengths, aslant, away from ends and hardware.

A slanting joint lies over several times its own length when the strip is folded, so that its allowances are nowhere on
top of each other [K; as bias strips are joined].
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from bagpattern.errors import InputError
from bagpattern.geometry import areas
from bagpattern.geometry.path import line_path
from bagpattern.geometry.points import Point, dot
from bagpattern.lengths import over, under
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.operation import JOINED, Operation, task
from bagpattern.model.panel import Lie, Panel, Role
from bagpattern.model.seam import Run, Seam
from bagpattern.parts.part import refused
from bagpattern.parts.sewing.clearing import STEP, first_that
from bagpattern.parts.sewing.cuts import Split, meetings, split
from bagpattern.parts.sewing.free_places import bulks
from bagpattern.parts.sewing.slanting import SAME_WAY, joining, longest_bias, on_the_bias
from bagpattern.parts.sewing.strips import MOST_JOINTS
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Figure, Length, Said
from bagpattern.values import once, replace, value
from bagpattern.words import form, words

CLEAR = 40.0
"""mm of strap between a joint and an end, a slider or a swivel, which do not go over what is twice as thick [K]."""
SHORTEST = 100.0
"""mm of the shortest length that is worth a joint [K]."""
_KEY = "joins"
_ASLANT = 1 + 1j
"""The way of a joint, by that of the strip."""
_UPPER = 2 / 3
"""Of a strip from its start, where the slider is sewn: there one joint lies above where the slider usually is."""


def joined_strips(bag: Draft, shop: Workshop) -> Draft:
    """*bag* with its strips in as many lengths as are asked for, or as their cloth and hides need.

    Raises InputError where a strip has no room for its joints, or is too long all the same.
    """
    for panel in bag.panels:
        if panel.joints != 0:
            bag = _joined(bag, _Long(bag, panel, shop))
    return bag


@value
class _Long:
    """A strip that may have joints, upright or lying; places are mm from its start to the middle of a joint."""

    bag: Draft
    panel: Panel
    shop: Workshop

    @once
    def way(self) -> complex:
        """From its start to its end."""
        left, low, right, high = self.panel.stitching_line.bounds
        return 1j if high - low >= right - left else 1 + 0j

    @once
    def ends(self) -> tuple[Edge, Edge]:
        """The edges at its start and at its end."""
        ranked = sorted(self.panel.edges, key=lambda edge: self._at(edge.path.point_at(edge.length / 2)))
        return ranked[0], ranked[-1]

    @once
    def sides(self) -> tuple[Edge, ...]:
        """Its long edges."""
        return tuple(edge for edge in self.panel.edges if edge not in self.ends)

    def _at(self, point: Point) -> float:
        """mm from its start."""
        left, low, _, _ = self.panel.stitching_line.bounds
        return dot(point - complex(left, low), self.way)

    @property
    def across(self) -> float:
        left, low, right, high = self.panel.stitching_line.bounds
        return min(right - left, high - low)

    @property
    def length(self) -> float:
        left, low, right, high = self.panel.stitching_line.bounds
        return max(right - left, high - low)

    @property
    def limit(self) -> float:
        """mm that one length may be long when it is cut."""
        cloth = self.shop.materials[self.panel.material]
        across, along = max(cloth.widths) - 2 * cloth.selvedge, cloth.longest
        if on_the_bias(self.panel):
            return longest_bias(cloth, self.across + 2 * self.shop.seam_allowance)
        if self.panel.either and self.shop.finishing.strips == Lie.CROSSWISE:
            return across
        turns = not cloth.grain or (self.panel.either and self.shop.finishing.strips == Lie.EITHER)
        if turns:
            return max(across, along)
        return along if abs(dot(self.panel.grain, self.way)) > SAME_WAY else across

    def cut(self, low: float, high: float) -> float:
        """mm of the length between two places when it is cut: allowances included, and the slants of its joints."""
        return high - low + sum(self._beyond(at) for at in (low, high))

    def _beyond(self, at: float) -> float:
        if 0.0 < at < self.length:
            wide = self.across + sum(self.shop.allowance(side) for side in self.sides)
            return wide / 2 + self.shop.seam_allowance * math.sqrt(2)
        return self.shop.allowance(self.ends[1 if at else 0])

    def cut_at(self, rest: Panel, at: float, number: int, ids: tuple[str, str]) -> Split:
        """The joint of that *number* in the *rest* of the strip, which it divides into panels of those *ids*."""
        left, low, right, high = self.panel.stitching_line.bounds
        middle = complex(left, (low + high) / 2) if self.way == 1 else complex((left + right) / 2, low)
        first, second = meetings(rest, middle + at * self.way, self.way * _ASLANT)
        edge = Edge(f"joint {number}", line_path(first.point, second.point), title=words("joint"))
        titles = (
            words("{strip}, length {number}", strip=self.panel.title, number=Figure(each))
            for each in (number, number + 1)
        )
        named = tuple(zip(ids, titles, strict=True))
        return Split(rest, first.edge.name, first.at, second.edge.name, second.at, edge, *named)

    def places(self) -> tuple[float, ...]:
        """Where its joints are; as few as do. Raises InputError where there is no room for them."""
        if self.panel.joints is not None:
            return self._room_for(self.panel.joints)
        if not over(self.cut(0.0, self.length), self.limit):
            return ()
        found = (self._spread(count) for count in range(1, MOST_JOINTS + 1))
        fits = next((places for places in found if places and self._short_enough(places)), None)
        if fits is None and self.panel.role is not Role.STRAP:
            return ()  # it stays whole, and is refused where it is laid
        if fits is None:
            raise self._refused("", words("it does not come out of {limit}, however it is joined", limit=self._limit))
        return fits

    def _room_for(self, count: int) -> tuple[float, ...]:
        places = self._spread(count)
        if not places:
            most = max((each for each in range(count) if self._spread(each)), default=0)
            fault = form("there is room for {most} joints, away from its ends and hardware")
            raise self._refused(_KEY, words(fault, most=Figure(most)))
        if not self._short_enough(places):
            fault = form("its lengths would be longer than {limit}, as its cloth is: write more, or leave this out")
            raise self._refused(_KEY, words(fault, limit=self._limit))
        return places

    @property
    def _limit(self) -> Length:
        return Length(math.floor(self.limit))

    def _refused(self, key: str, fault: Said) -> InputError:
        told = words("{strip}, {length}: {fault}", strip=self.panel.title, length=Length(self.length), fault=fault)
        return refused(".".join(filter(None, (self.panel.owner, key))), told)

    def _short_enough(self, places: Sequence[float]) -> bool:
        return all(not over(self.cut(low, high), self.limit) for low, high in pairwise((0.0, *places, self.length)))

    def _spread(self, count: int) -> tuple[float, ...]:
        """So many places, spread evenly; a single one above the middle if its lengths are short enough then."""
        even = tuple(number / (count + 1) for number in range(1, count + 1))
        ways = [
            tuple(map(self._free, ((share * self.length) for share in way))) for way in ((_UPPER,), even)[count > 1 :]
        ]
        whole = [tuple(at for at in way if at is not None) for way in ways]
        good = [way for way in whole if len(way) == count and self._apart(way)]
        return next((way for way in good if self._short_enough(way)), next(iter(good), ()))

    def _apart(self, places: Sequence[float]) -> bool:
        return all(not under(high - low, SHORTEST) for low, high in pairwise((0.0, *places, self.length)))

    def _free(self, wanted: float) -> float | None:
        """The place nearest to one that is wanted where nothing is in the way."""
        steps = range(int(self.length / STEP))
        tried = (wanted + sign * step * STEP for step in steps for sign in (1, -1))
        return first_that(self._is_free, (at for at in tried if 0.0 < at < self.length))

    def _is_free(self, at: float) -> bool:
        return all(not under(abs(at - each), CLEAR + self.across / 2) for each in self._busy())

    def _busy(self) -> Iterator[float]:
        """Its ends, what lies across it, and where something begins or ends in the seams along its sides."""
        yield from (0.0, self.length)
        for line in self.panel.lines:
            if line.kind is not LineKind.FOLD:
                yield from (self._at(line.path.start), self._at(line.path.end))
        yield from self._in_seams()

    def _in_seams(self) -> Iterator[float]:
        """Where its sides are sewn to something that begins, ends or is bulky there."""
        sides = {edge.name: edge for edge in self.sides}
        for seam in self.bag.seams:
            for side in (seam.a, seam.b):
                for run, place in self._along(seam, side):
                    if run.panel == self.panel.id and run.on in sides:
                        yield self._at(sides[run.on].path.point_at(place))

    def _along(self, seam: Seam, side: tuple[Run, ...]) -> Iterator[tuple[Run, float]]:
        """Each run of a side with mm along its edge, where it begins and ends, and where something bulky lies in it."""
        bulky, start = [place for each in bulks(self.bag, seam) for place in (each.low, each.high)], 0.0
        for run in side:
            low, high = self.bag.span(run)
            places = (at - start for at in bulky if start < at < start + high - low)
            yield from ((run, high - at if run.reversed else low + at) for at in places)
            yield from ((run, low), (run, high))
            start += high - low


def _joined(bag: Draft, strip: _Long) -> Draft:
    places = strip.places()
    if not places:
        return bag
    whole, names = strip.panel, _names(bag, strip.panel.id, len(places) + 1)
    rest = replace(whole, lines=tuple(line for line in whole.lines if line.kind is not LineKind.FOLD))
    bag = bag.replacing(rest)
    for number, at in enumerate(places, 1):
        last = names[number] if number == len(places) else f"{whole.id}-rest-{number}"
        bag = split(bag, strip.cut_at(rest, at, number, (names[number - 1], last)))
        rest = bag[last]
    for name in names:
        length = replace(bag[name], cut_from=(whole.id,), joints=0)
        bag = bag.replacing(length.marked(_folds(whole, length)))
    seams = tuple(_seams(whole, names))
    bag = _renamed(bag, whole.id, [bag[name] for name in names])
    return _made(bag + Draft(seams=seams), whole, names, tuple(_joining(strip, names, seams)))


def _names(bag: Draft, whole: str, count: int) -> list[str]:
    """The ids of so many lengths; others where a panel has one of them."""
    short, long = ([f"{whole}{between}{number}" for number in range(1, count + 1)] for between in ("-", "-length-"))
    return long if any(name in bag for name in short) else short


def _folds(whole: Panel, length: Panel) -> Iterator[Line]:
    """The stretches of the strip's folds on one of its lengths."""
    for line in whole.lines:
        path = areas.stretch_in(length.stitching_line, line.path) if line.kind is LineKind.FOLD else None
        if path is not None:
            yield replace(line, path=path)


def _seams(whole: Panel, names: Sequence[str]) -> Iterator[Seam]:
    for copy in range(1, whole.count + 1):
        which = f"{whole.id} {copy}" if whole.count > 1 else whole.id
        for number, (lower, upper) in enumerate(pairwise(names), 1):
            on = f"joint {number}"
            yield Seam(f"{which} {on}", (Run(lower, on, copy=copy),), (Run(upper, on, reversed=True, copy=copy),))


def _renamed(bag: Draft, whole: str, parts: Sequence[Panel]) -> Draft:
    """*bag* in which marks of a strap's ends, and hardware that it goes through, name the length that is there."""
    panels = tuple(replace(each, lines=tuple(_ended(line, whole, parts) for line in each.lines)) for each in bag.panels)
    notions = tuple(
        replace(each, threads=_holding(parts, each.id).id) if each.threads == whole else each for each in bag.notions
    )
    return replace(bag, panels=panels, notions=notions)


def _ended(line: Line, whole: str, parts: Sequence[Panel]) -> Line:
    if line.end is None or line.end.of != whole:
        return line
    edge = line.end.edge
    return replace(line, end=line.end._replace(of=next(each.id for each in parts if each.has(edge))))


def _holding(parts: Sequence[Panel], notion: str) -> Panel:
    return next((part for part in parts if any(line.holds == notion for line in part.lines)), parts[0])


def _made(bag: Draft, strip: Panel, names: Sequence[str], joining: tuple[Operation, ...]) -> Draft:
    """*bag* in which the strip is joined before anything else is done with it: in the first task that handles it, or in
    one of its own where it is a wall of the bag.
    """
    mine = {*names}
    making = [each for each in bag.tasks if any(at.panel in mine for do in each.operations for at in do.pieces)][:1]
    if not making:
        title = words("Join the {strip}", strip=strip.title.lower())
        return bag + Draft(tasks=(task(title, *joining, key=JOINED),))
    made = replace(making[0], operations=(*joining, *making[0].operations))
    return replace(bag, tasks=tuple(made if each is making[0] else each for each in bag.tasks))


def _joining(strip: _Long, names: Iterable[str], seams: Sequence[Seam]) -> Iterator[Operation]:
    ids, slot = tuple(seam.id for seam in seams), strip.panel.material
    yield from joining(strip.shop, slot, ids, *names)
