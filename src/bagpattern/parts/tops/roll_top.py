"""A rim that is rolled down, as a dry bag's, and held by a buckle or by hook-and-loop tape [construction 2.9]."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bagpattern.errors import Problem, raise_together
from bagpattern.lengths import under
from bagpattern.model.closing import Closes, Closing
from bagpattern.model.draft import Draft
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Operation, Side, Task, Verb, done, task
from bagpattern.model.operation import Where as Place
from bagpattern.model.pattern import Where
from bagpattern.model.strap import Mode, Strap
from bagpattern.parameters import choice, count, flag, hardware, measure
from bagpattern.parts.closing.rims import Rim, hemmed, marked, rim_of, turned_down
from bagpattern.parts.part import refusal
from bagpattern.parts.sewing.buying import rounded_up
from bagpattern.parts.sewing.clearing import STEP
from bagpattern.parts.sewing.edging import turned_words, turns_of
from bagpattern.parts.sewing.strips import check_hardware
from bagpattern.parts.tops import Top
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import make_it
from bagpattern.said import Length, Said, Scale
from bagpattern.values import replace, value
from bagpattern.words import at_least, form, sentences, trade, words

DEEP = 76.2
"""mm: the mouth of a deeper bag needs more cloth to reach across it [S: learnmyog rolltopsack.js, 3 in]."""
TUCKED = 4
"""Times the hem: webbing beyond the flat mouth, folded through the buckle's halves [S: learnmyog; jk-rolltop-small]."""

BEYOND, LEAST_BEYOND = 10.0, 5.0
"""mm of a hem beyond the webbing that lies in it: usual [K]; the least that is published [S: jk-rolltop-small]."""

_WEBBING, _BUCKLE, _TAPE = "closing webbing", "closing buckle", "rim tape"
_STIFFENER = "rim stiffener"
"""The ids of what is bought."""
_LAID = (_WEBBING, _TAPE)
"""What lies along lines of the rim."""


@value
class RollTop(Top):
    """A rim rolled down three times or more, its ends clipped together."""

    rolls: int = count(3, 2, 8, "how often the rim is rolled down; three make it tight")
    collar: float | None = measure(
        None, "40 mm", "30 cm", "cloth that is rolled down; left out: for each roll the width of its webbing"
    )
    fastener: str = choice(
        "buckle",
        ("buckle", "hook-and-loop", "buckle-and-tape"),
        "a side-release buckle at the ends of the rim, hook-and-loop tape inside it, or both",
    )
    width: float = hardware("25 mm", "15 mm", "2 in", "of the closing webbing and its buckle, or of the tape")
    stiffener: bool = flag(True, "whether a strip of webbing stiffens the rim, so that it rolls evenly")
    reach: float | None = measure(
        None,
        "0 mm",
        "30 cm",
        "more height, to reach across the base; left out: half the depth of a bag deeper than {76 mm}",
    )

    @property
    def rolled(self) -> float:
        """mm of the wall that are rolled down."""
        return self.collar if self.collar is not None else self.rolls * self.width

    @property
    def by_rule(self) -> Mapping[str, float]:
        """What is rolled down, and what reaches across."""
        return {"collar": self.rolled, "reach": self.reach or 0.0}

    @property
    def rise(self) -> float:
        """mm of wall that are rolled down, and that reach across the base."""
        return self.rolled + (self.reach or 0.0)

    @property
    def height_at(self) -> Where:
        """With its rim rolled down."""
        return Where.ROLLED

    def over(self, depth: float) -> RollTop:
        """This rim on a bag *depth* mm deep."""
        return self if self.reach is not None else replace(self, reach=depth / 2 if depth > DEEP else 0.0)

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with buckle, tape and stiffener. Raises InputError for what is not sold, or a low collar."""
        tape = ("hook-and-loop",) if self.fastener != "buckle" else ()
        buckle = ("webbing", "buckle") if self.fastener != "hook-and-loop" else ()
        rim = rim_of(bag)
        hem = 0.0 if rim.lined else shop.hem_allowance("shell")
        turned = self._turned(hem, shop) if hem and self.stiffener else hem
        raise_together(
            (*check_hardware(self.width, kinds=(*buckle, *tape)), *self._misfits(rim), *self._hem_misfits(turned))
        )
        deep = max(turned, self.width + 2 * shop.finishing.topstitch) / 2
        bag = turned_down(rim, turned) if turned and self.stiffener else bag
        name, beside = form("rolled down to here"), form("{panel} rolled down to here")
        places = tuple(self._places(rim, deep))
        bag = marked(bag, (*rim.lines(name, beside, self.rolled, LineKind.FOLD, Closes.ROLL), *places))
        held = {each: tuple(Place(at, 1, line.name) for at, line in places if line.holds == each) for each in _LAID}
        notions = tuple(self._notions(rim, hem))
        steps = (*self._stiffened(rim, turned, shop), *self._tasks(rim, held))
        return bag + Draft(notions=notions, tasks=steps, closings=(self._closing(),))

    def _closing(self) -> Closing:
        buckle, tape = (_WEBBING, _BUCKLE) if self._buckled else (), (_TAPE,) if self._taped else ()
        return Closing(Closes.ROLL, held_by=(*buckle, *tape), turns=self.rolls, mouth=self.reach or 0.0)

    def _misfits(self, rim: Rim) -> Iterator[Problem]:
        if under(self.rolled, 2 * self.width):
            fault = words(
                "{rolled} of cloth cannot be rolled round webbing {width} wide",
                rolled=Length(self.rolled),
                width=trade(self.width),
            )
            mend = make_it(self, "collar", least=2 * self.width, otherwise=words("take narrower webbing"))
            yield refusal("collar", words("{fault}: {mend}", fault=fault, mend=mend))

    def _hem_misfits(self, turned: float) -> Iterator[Problem]:
        """A hem that is given, and in which the stiffener does not lie."""
        if turned and self.stiffener and under(turned, self.width + LEAST_BEYOND):
            wide, least = Length(self.width), at_least(self.width + LEAST_BEYOND)
            yield refusal(
                "stiffener",
                words(
                    "webbing {wide} wide does not lie in a hem of {given}: leave finishing.hem_allowance out, make it "
                    "{least}, or write stiffener = false",
                    wide=wide,
                    given=Length(turned),
                    least=least,
                ),
            )

    @property
    def _buckled(self) -> bool:
        return self.fastener != "hook-and-loop"

    @property
    def _taped(self) -> bool:
        return self.fastener != "buckle"

    def _flat(self, rim: Rim) -> float:
        """mm across the flat mouth."""
        return rim.length / 2

    def _short(self, rim: Rim) -> float:
        """mm of what lies inside the rim and ends before its sides: 270 in a mouth of 320 mm [S: jk-rolltop-small]."""
        return self._flat(rim) - 2 * self.width

    def _places(self, rim: Rim, deep: float) -> Iterator[tuple[str, Line]]:
        """Where webbing and tape lie, their middle lines."""
        if self._buckled:
            name, numbered = form("closing webbing"), form("closing webbing {number}")
            yield from rim.stretches(name, numbered, rim.back, self._flat(rim), deep, _WEBBING)
        if self._taped:
            low = deep + (2 * STEP if self._buckled else 0)
            for name, numbered, middle in (
                (form("hook tape inside"), form("hook tape inside {number}"), rim.front),
                (form("loop tape inside"), form("loop tape inside {number}"), rim.back),
            ):
                yield from rim.stretches(name, numbered, middle, self._short(rim), low, _TAPE)

    def _notions(self, rim: Rim, hem: float) -> Iterator[Notion]:
        size, short = trade(self.width), self._short(rim)
        if self._buckled:
            long = self._flat(rim) + TUCKED * max(hem, self.width)
            note = words("across the rim, {long}; its ends go through the buckle", long=Length(long, Scale.CM))
            yield replace(_webbing(_WEBBING, self.width, long, note), strap=Strap(Mode.CLOSING, self.width))
            buckle = words("Side-release buckle")
            yield Notion(_BUCKLE, "buckle", buckle, size, width=self.width, threads=_WEBBING)
        if self._taped:
            note = words("inside the rim, {short} of hook and of loop", short=Length(short, Scale.CM))
            title = words("Hook-and-loop tape")
            yield Notion(_TAPE, "hook-and-loop", title, size, short, self.width, note=note, buy=rounded_up(short))
        if self.stiffener:
            note = words("stiffens the rim, inside it, {short}", short=Length(short, Scale.CM))
            yield _webbing(_STIFFENER, self.width, short, note)

    def _turned(self, hem: float, shop: Workshop) -> float:
        """mm of a hem over the stiffener: as given, or as deep as that is wide and a little more."""
        return max(hem, self.width + BEYOND) if shop.finishing.hem_allowance is None else hem

    def _stiffened(self, rim: Rim, turned: float, shop: Workshop) -> Iterator[Task]:
        """A strip of webbing inside the rim of the back, so that it rolls evenly."""
        if not self.stiffener:
            return
        short = Length(self._short(rim), Scale.CM)
        if turned:
            laid = words(
                "Lay the webbing of {short} inside the rim of the back, in its middle, where the hem covers it.",
                short=short,
            )
            first = turned - self.width if shop.hem("shell") == "double" else 0.0
            how = sentences(laid, turned_words(shop, "shell", first, turned, of_bag=True))
            over = hemmed(rim, how, _STIFFENER, turns=turns_of(turned, first))
            yield task(words("Hem the rim over its stiffener"), over, finishes=True)
            return
        lined = form(
            "Sew the webbing of {short} flat to the wrong side of the back, close below the rim's stitching line, in "
            "its middle."
        )
        raw = form("Sew the webbing of {short} flat to the inside of the back, close below the rim, in its middle.")
        panel, _ = rim.below(rim.back, 0.0)
        on, how = (Place(panel, 1, "top"),), words(lined if rim.lined else raw, short=short)
        sewn = Operation(Verb.TOPSTITCH, how, notions=(_STIFFENER,), on=on, side=Side.WRONG)
        yield task(words("Stiffen the rim"), sewn)

    def _tasks(self, rim: Rim, lines: Mapping[str, tuple[Place, ...]]) -> Iterator[Task]:
        if self._taped:
            text = words("Sew hook and loop inside the rim, along their lines, opposite to each other.")
            tape = Operation(Verb.TOPSTITCH, text, notions=(_TAPE,), on=lines[_TAPE])
            yield task(words("Sew the tape to the rim"), tape, finishes=True)
        if self._buckled:
            along = words(
                "Topstitch the webbing along its line on the outside of the back of the rim, from side to side."
            )
            ends = words(
                "Fold each end through one half of the buckle, to the back, and sew it down with a box and a cross."
            )
            webbing = Operation(Verb.TOPSTITCH, along, notions=(_WEBBING,), on=lines[_WEBBING])
            yield task(
                words("Sew the closing webbing to the rim"),
                webbing,
                done(Verb.THREAD, ends, notions=(_BUCKLE, _WEBBING)),
                finishes=True,
            )
        ends = words("clip the buckle") if self._buckled else words("fold its ends to the back")
        text = words(
            "Lay the rim flat, roll it down {rolls} times, to the line, and {ends}.", rolls=self.rolls, ends=ends
        )
        yield task(words("Close it"), done(Verb.TELL, text), finishes=True)


def _webbing(name: str, width: float, long: float, note: Said) -> Notion:
    return Notion(name, "webbing", words("Webbing"), trade(width), long, width, note=note, buy=rounded_up(long))
