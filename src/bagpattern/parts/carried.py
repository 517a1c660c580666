"""The parts that a bag is carried by, settled for its wearer, and held to the ways in which it is to be carried."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bagpattern.errors import Problem, did_you_mean, quoted
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
from bagpattern.parts.straps import Straps
from bagpattern.units import centimetres, millimetres
from bagpattern.values import replace

_RINGS = "rings-only"


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
        kind = "fabric" if self.crossbody.kind == AUTO else self.crossbody.kind
        return replace(self.crossbody, kind=kind, wearer=wearer)

    def problems(self, wearer: Wearer) -> Iterator[Problem]:
        """What contradicts itself, and the ways to carry the bag that these parts cannot serve."""
        yield from self._contradictions()
        yield from _unknown(wearer)
        served = {"backpack": self._backpack, "crossbody": self._crossbody, "shoulder": self._shoulder}
        for way in dict.fromkeys(wearer.carry):
            if way in served:
                yield from served[way](wearer)
        if "hand" in wearer.carry and (self.handle is None or self.handle.kind == "none"):
            advice = 'write handle.kind = "fabric"' if self.handle else "leave hand out"
            yield Problem("wearer.carry", f"the bag has no handle to carry it by: {advice}")

    def _contradictions(self) -> Iterator[Problem]:
        if self.straps is None or not self.straps.clips_on:
            return
        if self.crossbody.kind not in (AUTO, _RINGS):
            fault = "the convertible strap is the crossbody strap, and needs the side rings"
            yield Problem("crossbody.kind", f'{fault}: leave this out, or write "{_RINGS}"')
        width = self.crossbody.width
        if width is not None and width != self.straps.width:
            fault = f"the convertible strap is {millimetres(self.straps.width)} wide"
            yield Problem("crossbody.width", f"{fault}, and its hooks go into these rings: leave this out")

    def _backpack(self, wearer: Wearer) -> Iterator[Problem]:
        if self.straps is None:
            yield Problem("wearer.carry", "this kind of bag has no shoulder straps: leave backpack out")
            return
        least = wearer.back * LEAST_STRAP_SHARE
        length = self.straps.length
        if length is not None and length < least and not self.straps.clips_on:
            yield Problem("straps.length", f"{_too_short(length, wearer)} to be put on: {_at_least(least)}")

    def _crossbody(self, wearer: Wearer) -> Iterator[Problem]:
        length = self.crossbody.length
        if self.converts:
            return
        if self.crossbody.kind == "none":
            other = ', or straps.kind = "convertible"' if self.straps else ""
            advice = f'write crossbody.kind = "fabric"{other}'
            yield Problem("wearer.carry", f"the bag has no side rings and no crossbody strap: {advice}")
        elif length is not None and length < wearer.least_crossbody:
            fault = f"{_too_short(length, wearer)} to go round the body"
            yield Problem("crossbody.length", f"{fault}: {_at_least(wearer.least_crossbody)}")

    def _shoulder(self, wearer: Wearer) -> Iterator[Problem]:
        if self.straps is not None and self.straps.clips_on:
            length, key = self.straps.length or wearer.crossbody, "straps.length"
        else:
            length, key = self.crossbody.length or wearer.crossbody, "crossbody.length"
        most = longest_to_reach(SHOULDER)
        if self.crossbody.kind == "none" and not self.converts:
            yield Problem("wearer.carry", 'nothing hangs from one shoulder: write crossbody.kind = "fabric"')
        elif length > most:
            short = centimetres(round(shortest(length, CLIP_FOLDS)))
            fault = f"the strap can only be taken in to {short}; from one shoulder it hangs at {centimetres(SHOULDER)}"
            yield Problem(
                key, f"{fault}: make it at most {centimetres(most // 10 * 10)}, or leave shoulder out of wearer.carry"
            )
        elif "crossbody" in wearer.carry and most < wearer.least_crossbody and length == wearer.crossbody:
            fault = f"no one strap hangs from a shoulder and goes round the body of {wearer.told}"
            yield Problem("wearer.carry", f"{fault}: leave one of shoulder and crossbody out")


def unserved(wearer: Wearer, served: tuple[str, ...], otherwise: str) -> Iterator[Problem]:
    """The ways to carry a bag that are unknown, or not among those *served*; *otherwise* says how it is carried."""
    yield from _unknown(wearer)
    for way in dict.fromkeys(wearer.carry):
        if way in CARRY and way not in served:
            yield Problem("wearer.carry", f"{otherwise}: leave {way} out")


def _unknown(wearer: Wearer) -> Iterator[Problem]:
    for way in wearer.carry:
        if way not in CARRY:
            yield Problem("wearer.carry", f"there is no way to carry a bag {quoted(way)}{did_you_mean(way, CARRY)}")


def _too_short(length: float, wearer: Wearer) -> str:
    return f"{centimetres(length)} is too short for {wearer.told}"


def _at_least(length: float) -> str:
    return f"make it at least {-(-length // 10):.0f} cm"
