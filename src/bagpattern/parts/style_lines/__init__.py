"""What all style lines share: a panel cut in two for its looks, along a straight line or an arc, and seamed again.

The two parts finish as the one panel did: every new edge has its own allowance, so only the cloth grows [construction
1.6].
"""

from __future__ import annotations

import math
from abc import abstractmethod
from collections.abc import Callable, Iterator
from typing import ClassVar

from bagpattern.errors import InputError, Problem, named, quoted, raise_together, reason
from bagpattern.geometry import areas
from bagpattern.geometry.path import Path, arc_through, line_path
from bagpattern.geometry.points import SAME
from bagpattern.lengths import between, over, under
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge
from bagpattern.model.panel import Panel
from bagpattern.model.seam import Run, Seam
from bagpattern.parameters import measure, text
from bagpattern.parts.part import (
    FACES,
    FLAP,
    IN_ONE,
    SECOND_FACES,
    NamedPart,
    host,
    means_one,
    names_one,
    parts_of,
    refusal,
    refused,
)
from bagpattern.parts.sewing.clearing import BESIDE, STEP, down_from, first_that, up_from
from bagpattern.parts.sewing.cuts import Meeting, Split, split
from bagpattern.parts.sewing.joinery import held_at, opposite
from bagpattern.parts.style_lines._joined import joining
from bagpattern.parts.style_lines._shape import angle, narrowest, sweep, within
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import limits, tellable
from bagpattern.registry import Family
from bagpattern.ruler import marked
from bagpattern.said import Length, Name, Said
from bagpattern.values import replace, value
from bagpattern.words import at_least, at_most, form, series, words

CLEAR = 15.0
"""mm from a style line's end to a corner or another seam: bulky places stay apart [construction 7.7, K]."""
LEAST_ANGLE = math.radians(30)
"""Between a style line and the edge that it meets: a sharper tip cannot be turned and pressed [K]."""
LEAST_PART = 20.0
"""mm across the narrower part [K]."""
FARTHEST = 300.0
"""mm: how far another place for a line is looked for."""
FLATTEST_SHARE = 1 / 3
"""Of the distance between its ends: how far a line may bow, at most [K]."""
CLOTHS = ("same", "shell", "contrast", "lining")
_TOLD = {"lower": words("lower"), "upper": words("upper"), "left": words("left"), "right": words("right")}
"""What the parts are called."""

STYLE_LINES = Family("bagpattern.parts.style_lines", "style-line")


@value
class StyleLine(NamedPart):
    """A line that divides a panel in two. ``KEYS`` name the two ends, ``PARTS`` the two parts."""

    family: ClassVar[str] = "style-line"
    KEYS: ClassVar[tuple[str, str]]
    PARTS: ClassVar[tuple[str, str]]

    name: str = text(None, "what the line is called; the two parts are named after it")
    panel: str = text(None, f"the panel that it divides, or a part of one: {', '.join((*FACES, FLAP, *IN_ONE))}")
    bow: float = measure(
        "0 mm",
        "-200 mm",
        "200 mm",
        "how far its middle bows up (of a line down: to the right); below 0: the other way",
    )

    @abstractmethod
    def ends(self, panel: Panel) -> tuple[Meeting, Meeting]:
        """Where the line meets the outline: its right end and its left, or its lower and its upper."""

    @abstractmethod
    def cloths(self) -> tuple[str, str]:
        """What the two parts are cut from, in the order of ``PARTS``."""

    @property
    def parts(self) -> tuple[str, str]:
        """The ids of the two panels that it makes."""
        low, high = (f"{self.panel}-{self.id}-{part}" for part in self.PARTS)
        return low, high

    @property
    def goes_on(self) -> bool:
        """Whether it divides walls that are cut in one, when they are."""
        return means_one(self.panel, IN_ONE)

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the panel in two parts, and the seam between them."""
        panel = self._face(bag)
        ends = self.ends(panel)
        around = tuple(self._round_faults(bag, panel, ends))
        raise_together((*self._cloth_faults(shop), *(around or self._end_faults(bag, panel, ends))))
        raise_together(self._bow_faults(bag, panel, ends, shop))
        how = self._split(panel, ends)
        try:
            bag = split(bag, how)
        except ValueError as error:
            told = form("the line cuts through a part of the {id} ({error})")
            fault = words(told, id=Name(panel.id), error=reason(error))
            raise refused(self.KEYS[0], self._mended(fault, bag, panel)) from error
        return self._seamed(bag, panel, how, shop)

    def _face(self, bag: Draft) -> Panel:
        faces = (*FACES, *(face for face in (*SECOND_FACES, FLAP, *IN_ONE) if parts_of(bag, face)))
        if not names_one(bag, self.panel, faces):
            raise refused(
                "panel",
                words(
                    "style lines divide {names} and their parts, not {panel}",
                    names=named(faces),
                    panel=quoted(self.panel),
                ),
            )
        return host(bag, self.panel)

    def _cloth_faults(self, shop: Workshop) -> Iterator[Problem]:
        for part, cloth in zip(self.PARTS, self.cloths(), strict=True):
            if cloth != "same" and cloth not in shop.materials:
                yield refusal(
                    part, words("the bag has no {cloth} cloth: choose one with materials.{cloth}", cloth=Name(cloth))
                )

    def _round_faults(self, bag: Draft, panel: Panel, ends: tuple[Meeting, Meeting]) -> Iterator[Problem]:
        """A line round walls whose ends are sewn to each other, which does not come back to where it began."""
        first, last = ends
        met = opposite(bag, panel.id, first.edge.name, first.at)
        closes = met is not None and (met[0].panel, met[0].on) == (panel.id, last.edge.name)
        if met is not None and closes and not between(met[1], last.at - SAME, last.at + SAME):
            yield refusal(self.KEYS[0], words("the line does not meet itself at the seam: make both ends equally high"))

    def _end_faults(self, bag: Draft, panel: Panel, ends: tuple[Meeting, Meeting]) -> Iterator[Problem]:
        if ends[0].edge is ends[1].edge:
            told = form("both ends of the line lie on the {name} of the {id}")
            on_one = words(told, name=Name(ends[0].edge.name), id=Name(panel.id))
            yield refusal(self.KEYS[0], self._mended(on_one, bag, panel))
            return
        for key, end in zip(self.KEYS, ends, strict=True):
            if under(end.to_corner, CLEAR):
                where = words("an end of the {id}'s {name} edge", id=Name(panel.id), name=Name(end.edge.name))
                fault = words("the line ends {length} from {where}", length=Length(end.to_corner), where=where)
                yield refusal(key, words("{fault}: leave {bound}", fault=fault, bound=at_least(CLEAR)))
            held = held_at(bag, panel.id, end.edge.name, end.at, CLEAR)
            if held:
                near = form("the line ends less than {clear} from the {held}, which is caught there")
                yield refusal(key, self._mended(words(near, clear=Length(CLEAR), held=held), bag, panel))

    def _bow_faults(self, bag: Draft, panel: Panel, ends: tuple[Meeting, Meeting], shop: Workshop) -> Iterator[Problem]:
        chord = abs(ends[1].point - ends[0].point)
        path, least = self.path(ends), self._least_radius(panel, shop)
        bare = replace(panel, lines=(), holes=())
        most = math.floor(chord * FLATTEST_SHARE)
        if over(abs(self.bow), most):
            yield refusal("bow", words("a line of {chord} may bow {bound}", chord=Length(chord), bound=at_most(most)))
        elif self.bow and under(path.segments[0].length / abs(sweep(self.bow, chord)), least):
            fault = form("{bow} makes a curve tighter than {least}, in which the cloth would not lie flat: {mend}")
            mend = self._less_bent(ends, least)
            yield refusal("bow", words(fault, bow=Length(self.bow), least=Length(least), mend=mend))
        elif not within(panel, path):
            flatter = Length(self._flatter(lambda line: within(panel, line), ends))
            fault = form("the line leaves the {panel}: it has room for a bow of {flatter}")
            yield refusal("bow", words(fault, panel=Name(panel.id), flatter=flatter))
        elif any(angle(path, end) < LEAST_ANGLE for end in ends):
            sharp = words("the line meets the side of the {panel} in too sharp a tip", panel=Name(panel.id))
            yield refusal(*self._blunter(panel, ends, sharp))
        elif under(min(map(narrowest, self._split(bare, ends).panels())), LEAST_PART):
            narrow = words("one part would be narrower than {least}", least=Length(LEAST_PART))
            yield refusal(self.KEYS[0], self._mended(narrow, bag, panel))

    def _mended(self, fault: Said, bag: Draft, panel: Panel) -> Said:
        """What is wrong, and a place beside it that would do."""
        return words("{fault}: {beside}", fault=fault, beside=self._beside(bag, panel))

    def _beside(self, bag: Draft, panel: Panel) -> Said:
        """How far the whole line has to move to lie beside what is on the panel."""
        low, high = (getattr(self, key) for key in self.KEYS)

        def free(by: float) -> bool:
            moved = low + by, high + by
            return all(self._goes(bag, panel, ends) for ends in (moved, (marked(moved[0]), marked(moved[1]))))

        found = first_that(free, (sign * by for by in up_from(STEP, FARTHEST) for sign in (1, -1)))
        if found is None:
            return words("choose another panel")
        moved = (
            words("{key} = {place}", key=Name(key), place=Length(each + found))
            for key, each in zip(self.KEYS, (low, high), strict=True)
        )
        return words("it would fit with {moved}", moved=series(moved, ", "))

    def _goes(self, bag: Draft, panel: Panel, ends: tuple[float, float]) -> bool:
        """Whether its ends may lie there."""
        moved = dict(zip(self.KEYS, ends, strict=True))
        if not all(between(each, *limits(self, key)) for key, each in moved.items()):
            return False
        try:
            there = replace(self, **moved).ends(panel)  # type: ignore[arg-type]
        except InputError:
            return False
        return there[0].edge is not there[1].edge and self._lies_free(bag, panel, there)

    def _lies_free(self, bag: Draft, panel: Panel, ends: tuple[Meeting, Meeting]) -> bool:
        """Whether a line between those ends meets nothing on the panel, and leaves no narrow part."""
        if any(end.to_corner < CLEAR or held_at(bag, panel.id, end.edge.name, end.at, CLEAR) for end in ends):
            return False
        path = self.path(ends)
        if not within(panel, path) or any(areas.gap(line.path, path) < BESIDE for line in panel.lines):
            return False
        bare = replace(panel, lines=(), holes=())
        return min(map(narrowest, self._split(bare, ends).panels())) >= LEAST_PART

    def _flatter(self, good: Callable[[Path], bool], ends: tuple[Meeting, Meeting]) -> float:
        """mm: the bow nearest to its own, to the same side, at which the line is *good*; 0 is straight."""
        sign = math.copysign(1.0, self.bow)
        less = down_from(abs(self.bow), STEP)
        found = first_that(lambda bow: good(replace(self, bow=sign * bow).path(ends)), less)
        return sign * found if found is not None else 0.0

    def _less_bent(self, ends: tuple[Meeting, Meeting], least: float) -> Said:
        """The most that the line may bow for a curve of that radius, in mm."""
        chord = abs(ends[1].point - ends[0].point)
        most = least - math.sqrt(max(least**2 - chord**2 / 4, 0.0)) if chord < 2 * least else chord * FLATTEST_SHARE
        return words("it may bow {bound}", bound=at_most(math.floor(most)))

    def _blunter(self, panel: Panel, ends: tuple[Meeting, Meeting], fault: Said) -> tuple[str, Said]:
        """The key and the message for a sharp tip: a flatter line, else one end nearer to the height of the other."""
        bow = self._flatter(lambda line: not any(angle(line, end) < LEAST_ANGLE for end in ends), ends)
        if self.bow and not any(angle(replace(self, bow=bow).path(ends), end) < LEAST_ANGLE for end in ends):
            return "bow", words("{fault}: it has room for a bow of {bow}", fault=fault, bow=Length(bow))
        key, to = self.KEYS[0], getattr(self, self.KEYS[1])
        tried = up_from(getattr(self, key), to) if getattr(self, key) < to else down_from(getattr(self, key), to)
        found = first_that(tellable(self, key, lambda value: self._blunt(panel, key, value)), tried)
        if found is None:
            return key, words("{fault}: choose another panel", fault=fault)
        fits = form("{fault}: it would fit with a {key} of {found}")
        return key, words(fits, fault=fault, key=Name(key), found=Length(found))

    def _blunt(self, panel: Panel, key: str, value: float) -> bool:
        """Whether a line with that end is straight, on the panel, and meets both sides in blunt corners."""
        moved: dict[str, float] = {key: value, "bow": 0.0}
        line = replace(self, **moved)  # type: ignore[arg-type]
        try:
            ends = line.ends(panel)
        except InputError:
            return False
        return ends[0].edge is not ends[1].edge and all(angle(line.path(ends), end) >= LEAST_ANGLE for end in ends)

    def _least_radius(self, panel: Panel, shop: Workshop) -> float:
        """mm: what both parts' cloths lie down in, and what the allowance needs."""
        slots = [panel.material if cloth == "same" else cloth for cloth in self.cloths()]
        return max(shop.seam_allowance, *(shop.materials[slot].least_radius for slot in slots))

    def path(self, ends: tuple[Meeting, Meeting]) -> Path:
        """From the right end to the left, or from the lower to the upper: a turn to the left bows up, or right."""
        start, end = (each.point for each in ends)
        return arc_through(start, end, sweep(self.bow, abs(end - start))) if self.bow else line_path(start, end)

    def _split(self, panel: Panel, ends: tuple[Meeting, Meeting]) -> Split:
        cut = Edge(f"{self.id} line", self.path(ends), title=words("{name} line", name=self.called))
        titles = (series((panel.title, self.called, _TOLD[part]), ", ") for part in self.PARTS)
        named = tuple(zip(self.parts, titles, strict=True))
        first, second = ends
        return Split(panel, first.edge.name, first.at, second.edge.name, second.at, cut, *named)

    def _seamed(self, bag: Draft, panel: Panel, how: Split, shop: Workshop) -> Draft:
        ids = how.before[0], how.after[0]
        for part, cloth in zip(ids, self.cloths(), strict=True):
            if cloth != "same":
                bag = bag.replacing(replace(bag[part], material=cloth))
        sides = (Run(ids[0], how.cut.name),), (Run(ids[1], how.cut.name, reversed=True),)
        seam = Seam(f"{panel.id} {self.id} line", *sides, marked=True)
        slots = tuple(bag[part].material for part in ids)
        return bag + Draft(seams=(seam,), tasks=(joining(self.called, panel, seam, slots, ids, shop),))
