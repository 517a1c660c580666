"""A rim that is laid flat and folded down over the front once, as a lunch bag's, and held there by tape or a stud."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from bagpattern.errors import Problem, raise_together
from bagpattern.lengths import over
from bagpattern.model.closing import Closes, Closing
from bagpattern.model.draft import Draft
from bagpattern.model.marks import Hole, Line, LineKind
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Operation, Task, Verb, done, task
from bagpattern.model.operation import Where as Place
from bagpattern.model.pattern import Where
from bagpattern.parameters import choice, measure
from bagpattern.parts.closing.rims import Rim, marked, rim_of
from bagpattern.parts.part import measured, refusal
from bagpattern.parts.sewing.buying import BEHIND_LOCK, PATCH, interfacing_patch, rounded_up
from bagpattern.parts.sewing.clearing import STEP
from bagpattern.parts.sewing.strips import check_hardware
from bagpattern.parts.tops import Top
from bagpattern.parts.tops.roll_top import DEEP
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import make_it
from bagpattern.said import Length, Said, Scale
from bagpattern.values import replace, value
from bagpattern.words import form, words

TAPE, STUD, NOTHING_HOLDS = "hook-and-loop", "snap", "none"
TAPE_WIDTH, STUD_WIDTH = 25.0, 15.0
"""mm across."""
LONGEST = 100.0
"""mm of tape, 4 in: less of it lets go, more is hard to open with one hand [K]."""
SHARE = 0.5
"""Of the front's rim: the most of it that a tape takes; its ends stay clear of the folded sides [K]."""
BELOW = 10.0
"""mm of front that stay free below the lower half, for the presser foot [K]."""
_HELD = {TAPE: "fold tape", STUD: "fold stud"}
"""The ids of what is bought."""


class _Levels(NamedTuple):
    """mm below the rim to the two halves of what holds it; the fold lies in the middle between them."""

    upper: float
    lower: float


@value
class FoldOver(Top):
    """A rim laid flat and folded down over the front, held there by hook-and-loop tape or a press stud."""

    fold: float = measure("80 mm", "40 mm", "25 cm", "how far the rim comes down over the front")
    fastener: str = choice(
        TAPE, (TAPE, STUD, NOTHING_HOLDS), "what holds it on the front: hook-and-loop tape, a press stud, or nothing"
    )
    width: float | None = measure(
        None, "10 mm", "2 in", "of the tape, or across the stud; left out: {25 mm} of tape, a stud of {15 mm}"
    )
    reach: float | None = measure(
        None,
        "0 mm",
        "30 cm",
        "more height, to reach across the base; left out: half the depth of a bag deeper than {76 mm}",
    )

    @property
    def rise(self) -> float:
        """mm of wall that are folded down, and that reach across the base."""
        return self.fold + (self.reach or 0.0)

    @property
    def by_rule(self) -> Mapping[str, float]:
        """What reaches across, and what closes it."""
        return {"reach": self.reach or 0.0, "width": self.across}

    @property
    def height_at(self) -> Where:
        """With its rim folded down."""
        return Where.FOLDED

    @property
    def across(self) -> float:
        """mm of tape or stud."""
        return self.width or (STUD_WIDTH if self.fastener == STUD else TAPE_WIDTH)

    def over(self, depth: float) -> FoldOver:
        """This rim on a bag *depth* mm deep."""
        return self if self.reach is not None else replace(self, reach=depth / 2 if depth > DEEP else 0.0)

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with its fold and fastener. Raises InputError for what is not sold, or does not find its place."""
        rim, levels = rim_of(bag), self._levels(shop)
        raise_together((*self._sold(), *self._misfits(bag, levels)))
        name, beside = form("folded down to here"), form("{panel} folded down to here")
        lines = [*rim.lines(name, beside, self.fold, LineKind.FOLD, Closes.ROLL)]
        taped = [*self._taped(rim, levels)]
        holes = [*self._studded(rim, levels)]
        held = tuple(Place(panel, 1, line.name) for panel, line in taped)
        closing = Closing(
            Closes.ROLL,
            held_by=tuple(each.id for each in self._bought(rim) if each.kind != PATCH),
            turns=1,
            mouth=self.reach or 0.0,
        )
        return marked(bag, (*lines, *taped), holes) + Draft(
            notions=tuple(self._bought(rim)), tasks=tuple(self._tasks(held)), closings=(closing,)
        )

    def _levels(self, shop: Workshop) -> _Levels:
        """The upper half as near the rim as its hem and stitching let it be; the lower one where that comes to lie."""
        upper = max(self.turned(shop), self.across / 2 + 2 * shop.finishing.topstitch)
        return _Levels(upper, 2 * self.fold - upper)

    def _sold(self) -> Iterator[Problem]:
        if self.fastener == NOTHING_HOLDS and self.width is not None:
            yield refusal("width", words("nothing holds the rim: leave this out"))
        elif self.fastener != NOTHING_HOLDS:
            yield from check_hardware(self.across, kinds=(self.fastener,), of=self)

    def _misfits(self, bag: Draft, levels: _Levels) -> Iterator[Problem]:
        """A fold that is too short for both halves, or longer than the front has room for below it."""
        high = measured(bag, "front", "right")
        most = high - self.fold - BELOW - self.across / 2 + levels.upper  # a longer fold makes the front higher
        if self.fastener != NOTHING_HOLDS and over(levels.upper + self.across / 2, self.fold):
            fault = words("{fold} do not cover what holds it", fold=Length(self.fold))
            mend = make_it(self, "fold", least=levels.upper + self.across / 2, otherwise=words("take a narrower one"))
            yield refusal("fold", words("{fault}: {mend}", fault=fault, mend=mend))
        elif over(self.fold, most):
            fault = words("the front is {high} high, too little for what comes down over it", high=Length(high))
            mend = make_it(self, "fold", most=most, otherwise=words("make the bag higher"))
            yield refusal("fold", words("{fault}: {mend}", fault=fault, mend=mend))

    def _long(self, rim: Rim) -> float:
        """mm of tape."""
        return min(LONGEST, rim.bag.run_length(rim.runs[0]) * SHARE // STEP * STEP)

    def _taped(self, rim: Rim, levels: _Levels) -> Iterator[tuple[str, Line]]:
        if self.fastener != TAPE:
            return
        hook, hooks = form("hook tape"), form("hook tape {number}")
        loop, loops = form("loop tape"), form("loop tape {number}")
        yield from rim.stretches(loop, loops, rim.front, self._long(rim), levels.upper, _HELD[TAPE])
        yield from rim.stretches(hook, hooks, rim.front, self._long(rim), levels.lower, _HELD[TAPE])

    def _studded(self, rim: Rim, levels: _Levels) -> Iterator[tuple[str, Hole]]:
        if self.fastener == STUD:
            for deep, label in ((levels.upper, words("press stud")), (levels.lower, words("its other half"))):
                yield from rim.holes((rim.front,), deep, 4.0, label, _HELD[STUD])

    def _bought(self, rim: Rim) -> Iterator[Notion]:
        size, title = Length(self.across), words("Hook-and-loop tape")
        if self.fastener == TAPE:
            long = self._long(rim)
            note = words("on rim and front, {long} of hook and of loop", long=Length(long, Scale.CM))
            bought = rounded_up(long)
            yield Notion(_HELD[TAPE], TAPE, title, size, long, self.across, note=note, buy=bought)
        elif self.fastener == STUD:
            note = words("on rim and front")
            yield Notion(_HELD[STUD], STUD, words("Press stud"), size, note=note, sides=(self.across,))
            yield interfacing_patch(_HELD[STUD], 30.0, 2, BEHIND_LOCK)

    def _tasks(self, held: tuple[Place, ...]) -> Iterator[Task]:
        if self.fastener == TAPE:
            how = words(
                "Sew the loop tape on its line at the rim, and the hook tape on its line below, both on the right side "
                "of the front, all round."
            )
            yield task(
                words("Sew the tape to the front"), Operation(Verb.TOPSTITCH, how, notions=(_HELD[TAPE],), on=held)
            )
        elif self.fastener == STUD:
            how = words("Back both marks with {30 x 30 mm} of firm interfacing, and set a half of the stud in each.")
            yield task(
                words("Set the stud in the front"),
                done(Verb.INSERT, how, "front", notions=(_HELD[STUD], f"{_HELD[STUD]} patch")),
            )
        yield task(words("Close it"), done(Verb.TELL, _closed(self.fastener)), finishes=True)


def _closed(fastener: str) -> Said:
    """How the bag is closed."""
    if fastener == NOTHING_HOLDS:
        return words("Lay the rim flat, its sides tucked in, and fold it down over the front, at the line.")
    return words("Lay the rim flat, its sides tucked in, fold it down over the front, at the line, and press it on.")
