"""The parts that a bag is carried by, settled for its wearer, and held to the ways in which it is to be carried."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bagpattern.errors import Problem, did_you_mean, quoted
from bagpattern.lengths import over, under
from bagpattern.parts.carrying.anchor import Anchor
from bagpattern.parts.carrying.clip_strap import CHAIN
from bagpattern.parts.carrying.handle import Handle
from bagpattern.parts.carrying.rings import AUTO, Crossbody
from bagpattern.parts.carrying.wearer import (
    CARRY,
    CLIP_FOLDS,
    LEAST_STRAP_SHARE,
    SHOULDER,
    Wearer,
    longest_to_reach,
    shortest,
)
from bagpattern.parts.part import BagPart
from bagpattern.parts.straps import Straps
from bagpattern.said import Length, Name, Proposed, Rounding, Said, Scale
from bagpattern.values import replace
from bagpattern.words import trade, words

_RINGS = "rings-only"
LONGER = 100.0
"""mm that a chain may hang lower from one shoulder than a strap is usually set [K]."""


class Carried(NamedTuple):
    """Straps, handle and crossbody strap of one bag; a style may have neither straps nor handle."""

    straps: Straps | None
    handle: Handle | None
    crossbody: Crossbody

    @property
    def converts(self) -> bool:
        """Whether the shoulder straps are one strap that is the crossbody strap as well."""
        return self.straps is not None and self.straps.clips_on

    def strap(self, wearer: Wearer) -> Crossbody:
        """The crossbody strap for a wearer; a convertible strap needs side rings of its own width, and no other."""
        if self.straps is not None and self.straps.clips_on:
            kind = _RINGS if self.crossbody.kind == AUTO else self.crossbody.kind
            return replace(self.crossbody, kind=kind, width=self.straps.width, wearer=wearer)
        asked = "fabric" if "crossbody" in wearer.carry else self.crossbody.usual
        kind = asked if self.crossbody.kind == AUTO else self.crossbody.kind
        return replace(self.crossbody, kind=kind, wearer=wearer)

    def on_back(
        self, anchor: Anchor, wearer: Wearer, width: float, beside: float = 0.0, rise: float = 0.0
    ) -> Iterator[tuple[str, BagPart]]:
        """What hangs on a back *width* mm wide, the *anchor* first, which is left out where nothing ends under it.

        The panel has *beside* mm more on either side, and *rise* mm above where the closed bag ends.
        """
        straps = self.straps and replace(self.straps, wearer=wearer, beside=beside).on_width(width)
        handle = self.handle and replace(self.handle, wearer=wearer).on_width(width)
        reach = max(part.reach for part in (straps, handle) if part is not None)
        if reach or anchor.width is not None:
            yield "anchor", anchor.for_reach(reach).below(rise)
        yield from ((key, part) for key, part in (("straps", straps), ("handle", handle)) if part is not None)

    def faults(self, wearer: Wearer) -> Iterator[Problem]:
        """What contradicts itself, and the ways to carry the bag that these parts cannot serve."""
        yield from self._contradictions()
        yield from _unknown(wearer)
        both = {"crossbody", "shoulder"} <= {*wearer.carry}
        if self.crossbody.kind == CHAIN and both and not self.converts:
            fault = words("a chain is of one length: leave one of shoulder and crossbody out")
            yield Problem("wearer.carry", words('{fault}, or write crossbody.kind = "fabric"', fault=fault))
            return
        served = {"backpack": self._backpack, "crossbody": self._crossbody, "shoulder": self._shoulder}
        for way in dict.fromkeys(wearer.carry):
            if way in served:
                yield from served[way](wearer)
        if "hand" in wearer.carry and (self.handle is None or self.handle.kind == "none"):
            advice = words('write handle.kind = "fabric"') if self.handle else words("leave hand out")
            yield Problem("wearer.carry", words("the bag has no handle to carry it by: {advice}", advice=advice))

    def _contradictions(self) -> Iterator[Problem]:
        if self.straps is None or not self.straps.clips_on:
            return
        if self.crossbody.kind not in (AUTO, _RINGS):
            needed = words("the convertible strap is the crossbody strap, and needs the side rings")
            yield Problem(
                "crossbody.kind",
                words('{needed}: leave this out, or write "{rings}"', needed=needed, rings=Name(_RINGS)),
            )
        width = self.crossbody.width
        if width is not None and width != self.straps.width:
            fault = words(
                "the convertible strap is {width} wide, and its hooks go into these rings: leave this out",
                width=trade(self.straps.width),
            )
            yield Problem("crossbody.width", fault)

    def _backpack(self, wearer: Wearer) -> Iterator[Problem]:
        if self.straps is None:
            yield Problem("wearer.carry", words("this kind of bag has no shoulder straps: leave backpack out"))
            return
        if not self.straps.worn:
            advice = words('write straps.kind = "fabric", or leave backpack out')
            yield Problem("wearer.carry", words("the bag has no shoulder straps: {advice}", advice=advice))
            return
        least = wearer.back * LEAST_STRAP_SHARE
        length = self.straps.length
        if length is not None and under(length, least) and not self.straps.clips_on:
            fault, mend = _too_short(length, wearer), _at_least(least)
            yield Problem("straps.length", words("{fault} to be put on: {mend}", fault=fault, mend=mend))

    def _crossbody(self, wearer: Wearer) -> Iterator[Problem]:
        length = self.crossbody.length
        if self.converts:
            return
        if self.crossbody.kind == "none":
            advice = words('write crossbody.kind = "fabric"')
            if self.straps:
                advice = words('write crossbody.kind = "fabric", or straps.kind = "convertible"')
            yield Problem(
                "wearer.carry", words("the bag has no side rings and no crossbody strap: {advice}", advice=advice)
            )
        elif length is not None and under(length, wearer.least_crossbody):
            fault, mend = _too_short(length, wearer), _at_least(wearer.least_crossbody)
            yield Problem("crossbody.length", words("{fault} to go round the body: {mend}", fault=fault, mend=mend))

    def _shoulder(self, wearer: Wearer) -> Iterator[Problem]:
        if self.straps is not None and self.straps.clips_on:
            length, key = self.straps.length or wearer.crossbody, "straps.length"
        else:
            length, key = self.strap(wearer).longest, "crossbody.length"
        most = longest_to_reach(SHOULDER)
        if self.strap(wearer).kind == "none" and not self.converts:
            yield Problem("wearer.carry", words('nothing hangs from one shoulder: write crossbody.kind = "fabric"'))
        elif self.crossbody.kind == CHAIN and not self.converts:
            yield from self._from_shoulder(length)
        elif over(length, most):
            fault = words(
                "the strap can only be taken in to {short}; from one shoulder it hangs at {shoulder}: "
                "make it at most {most}, or leave shoulder out of wearer.carry",
                short=Length(round(shortest(length, CLIP_FOLDS)), Scale.CM),
                shoulder=Length(SHOULDER, Scale.CM),
                most=Length(most // 10 * 10, Scale.CM, Rounding.DOWN),
            )
            yield Problem(key, fault)
        elif "crossbody" in wearer.carry and under(most, wearer.least_crossbody) and length == wearer.crossbody:
            fault = words(
                "no one strap hangs from a shoulder and goes round the body of {told}: "
                "leave one of shoulder and crossbody out",
                told=wearer.told,
            )
            yield Problem("wearer.carry", fault)

    @staticmethod
    def _from_shoulder(length: float) -> Iterator[Problem]:
        """A chain that is too long for one shoulder."""
        if over(length, SHOULDER + LONGER):
            fault = words(
                "a chain is not shortened, and from one shoulder it hangs at {shoulder}: make it at most {most}, or "
                "leave shoulder out of wearer.carry",
                shoulder=Length(SHOULDER, Scale.CM),
                most=Length(SHOULDER + LONGER, Scale.CM, Rounding.DOWN),
            )
            yield Problem("crossbody.length", fault)


def unserved(wearer: Wearer, served: tuple[str, ...], otherwise: Said) -> Iterator[Problem]:
    """The ways to carry a bag that are unknown, or not among those *served*; *otherwise* says how it is carried."""
    yield from _unknown(wearer)
    for way in dict.fromkeys(wearer.carry):
        if way in CARRY and way not in served:
            yield Problem("wearer.carry", words("{otherwise}: leave {way} out", otherwise=otherwise, way=Name(way)))


def _unknown(wearer: Wearer) -> Iterator[Problem]:
    for way in wearer.carry:
        if way not in CARRY:
            yield Problem(
                "wearer.carry",
                words("there is no way to carry a bag {way}{advice}", way=quoted(way), advice=did_you_mean(way, CARRY)),
            )


def _too_short(length: float, wearer: Wearer) -> Said:
    return words("{length} is too short for {told}", length=Length(length, Scale.CM), told=wearer.told)


def _at_least(length: float) -> Said:
    whole = Length(-(-length // 10) * 10, Scale.CM, Rounding.UP)
    return Proposed(words("make it at least {length}", length=whole), whole)
