"""Who carries the bag, and how: the lengths of straps follow from it.

Published straps are given as ranges for adults; the shares below spread them over the torso classes and heights.
"""

from __future__ import annotations

import math

from bagpattern.model.person import Person
from bagpattern.model.strap import Way
from bagpattern.parameters import choice, measure, several
from bagpattern.said import NOTHING, Length, Lengths, Name, Said, Scale
from bagpattern.values import replace, value
from bagpattern.words import between, series, words

CARRY = tuple(way.value for way in (Way.BACKPACK, Way.CROSSBODY, Way.SHOULDER, Way.HAND))
"""The ways to carry a bag."""
BY_HEIGHT = "by-height"
TORSOS = {"S": 430.0, "M": 475.0, "L": 540.0}
"""mm from neck to hip crest, the middle of each class: S below 45 cm, M 45 to 50, L above 52 [construction 5.6]."""
TORSO_SHARE = 0.285
"""Of a wearer's height: 158 cm gives 45 cm, 183 cm gives 52, the limits of the classes [K]."""
USUAL_STRAP, USUAL_CROSSBODY, USUAL_HANDLE = 750.0, 1250.0, 180.0
"""mm, for a usual adult: 28 to 36 in, 45 to 60 in [construction 5.1], 160 to 200 mm [construction 5.11]."""
STRAP_SHARE = 1.6
"""Of the torso: a shoulder strap at its longest; 45 to 57 cm of torso give the 28 to 36 in of [construction 5.1]."""
LEAST_STRAP_SHARE = 1.2
"""Of the torso: a shorter strap cannot be put on [K]."""
CROSSBODY_SHARE = 0.75
"""Of the height: a crossbody strap at its longest; 152 to 203 cm give the 45 to 60 in of [construction 5.1]."""
LEAST_CROSSBODY_SHARE, MOST_CROSSBODY_SHARE = 0.65, 0.89
"""Of the height: what is worn across the body; for 168 cm the 110 to 150 cm of [construction 5.10]."""
HANDLE_SHARES = (160.0, 200.0, 1400.0, 1900.0)
"""mm: handles of 160 to 200 [construction 5.11] for wearers of 140 to 190 cm [K]."""
PATH_SHARES = (0.74, 0.95)
"""Of the torso: a strap as worn, from the top of the back to the base; for a class M the 35 to 45 cm of [5.10]."""
SPACINGS = {"S": 50.0, "M": 60.0, "L": 70.0}
"""mm between the straps at the top: 50 to 80 [construction 5.5]."""
SHOULDER = 711.0
"""mm: a strap hung from one shoulder is 24 to 28 in long [construction 5.1]."""
SHOULDER_DROP = 200.0
"""mm: a loop that hangs lower goes over the shoulder: drops of 200 to 300 [construction 5.2]."""
OVER_SHOULDER_SHARE = 0.8
"""Of the torso: by which a shoulder strap as it is worn is longer than the back that it spans, over the shoulder and
under the arm: 38 cm for a class M, so that the back hangs from just below the shoulders [K]."""
WORN_CROSSBODY_SHARE = 0.70
"""Of the height: a crossbody strap as it is usually set, the middle of what is worn across the body [K]."""
CHEST_SHARE = 0.66
"""Of the height: once round chest and back from a shoulder to the other hip, close to the body [K]."""
HIP_SHARE = 0.53
"""Of the height: round the hip where a belt lies; 89 cm for 168 [K]."""
SLIDER_LOSS = 60.0
"""mm by which a strap with a slider stays longer than half of its webbing [construction 5.3]."""
_CENTIMETRE = 10.0


@value
class Wearer:
    """The wearer's size, and the ways in which the bag is carried."""

    height: float | None = measure(
        None, "80 cm", "220 cm", "how tall the wearer is; left out: by the torso, or a usual adult"
    )
    torso: str = choice(
        BY_HEIGHT, (BY_HEIGHT, *TORSOS), "from the neck to the hip crest: S to {45 cm}, M, L from {52 cm}"
    )
    carry: tuple[str, ...] = several("ways to carry it; each is held to, none: as its parts allow", CARRY)

    def but(self, served: tuple[str, ...]) -> Wearer:
        """This wearer, but for the ways to carry the bag that something else serves."""
        return replace(self, carry=tuple(way for way in self.carry if way not in served))

    @property
    def known(self) -> bool:
        """Whether anything is said of the wearer's size."""
        return self.height is not None or self.torso != BY_HEIGHT

    @property
    def back(self) -> float:
        """mm of torso, from the neck to the hip crest."""
        if self.torso != BY_HEIGHT:
            return TORSOS[self.torso]
        return TORSOS["M"] if self.height is None else self.height * TORSO_SHARE

    @property
    def stature(self) -> float:
        """mm of height."""
        return self.back / TORSO_SHARE if self.height is None else self.height

    @property
    def person(self) -> Person:
        """Who that is, for pictures."""
        return Person(self.stature, not self.known)

    @property
    def told(self) -> Said:
        """'a wearer of 168 cm', 'a wearer with torso M': who a length is for."""
        if not self.known:
            return words("a usual adult")
        torso = NOTHING if self.torso == BY_HEIGHT else words("torso {size}", size=Name(self.torso))
        if self.height is None:
            return words("a wearer with {torso}", torso=torso)
        return words("a wearer of {size}", size=series((Length(self.height, Scale.CM), torso), ", "))

    @property
    def strap(self) -> float:
        """mm of a shoulder strap at its longest."""
        return _up(self.back * STRAP_SHARE) if self.known else USUAL_STRAP

    @property
    def spacing(self) -> float:
        """mm between the shoulder straps at the top."""
        return SPACINGS["S" if self.back < 450.0 else "M" if self.back <= 520.0 else "L"]

    @property
    def handle(self) -> float:
        """mm of the grab handle."""
        short, long, small, tall = HANDLE_SHARES
        share = min(max((self.stature - small) / (tall - small), 0.0), 1.0)
        return round((short + (long - short) * share) / 5) * 5.0 if self.known else USUAL_HANDLE

    @property
    def crossbody(self) -> float:
        """mm of a crossbody strap at its longest; shorter where it is to hang from one shoulder as well."""
        length = _up(self.stature * CROSSBODY_SHARE) if self.known else USUAL_CROSSBODY
        return min(length, longest_to_reach(SHOULDER)) if "shoulder" in self.carry else length

    @property
    def chain(self) -> float:
        """mm of a chain, which is of one length: from one shoulder if that alone is asked for, else across the body."""
        from_one = "shoulder" in self.carry and "crossbody" not in self.carry
        return SHOULDER if from_one else _up(self.worn_crossbody)

    @property
    def least_crossbody(self) -> float:
        """mm: a shorter strap does not go round the body."""
        return self.stature * LEAST_CROSSBODY_SHARE

    @property
    def most_crossbody(self) -> float:
        """mm: a longer strap hangs to the knees."""
        return self.stature * MOST_CROSSBODY_SHARE

    @property
    def over_shoulder(self) -> float:
        """mm that a shoulder strap takes to go over the shoulder and under the arm."""
        return self.back * OVER_SHOULDER_SHARE

    @property
    def worn_crossbody(self) -> float:
        """mm of a crossbody strap as it is usually worn."""
        return self.stature * WORN_CROSSBODY_SHARE

    @property
    def round_chest(self) -> float:
        """mm once round chest and back, from a shoulder to the other hip."""
        return self.stature * CHEST_SHARE

    @property
    def round_hip(self) -> float:
        """mm once round the hip."""
        return self.stature * HIP_SHARE

    @property
    def paths(self) -> tuple[float, float]:
        """mm of a shoulder strap as worn, tight and loose."""
        tight, loose = PATH_SHARES
        return self.back * tight, self.back * loose


def loop_ways(drop: float) -> tuple[Way, ...]:
    """How a loop that hangs *drop* mm down is used, the usual way first."""
    return (Way.SHOULDER, Way.HAND) if drop >= SHOULDER_DROP else (Way.HAND,)


def shortest(length: float, folds: float) -> float:
    """mm to which a strap of *length* at its longest, *folds* mm of it folded back, is shortened by its slider."""
    return (length + folds) / 2 + SLIDER_LOSS


def longest_for(short: float, folds: float) -> float:
    """mm of the longest strap that its slider shortens to *short* mm."""
    return 2 * (short - SLIDER_LOSS) - folds


def longest_to_reach(short: float) -> float:
    """mm, in whole centimetres, of the longest clip-on strap that can be shortened to *short* mm."""
    return math.floor(longest_for(short, CLIP_FOLDS) / _CENTIMETRE) * _CENTIMETRE


def ranging(length: float, folds: float) -> Lengths:
    """'44 to 75 cm': a strap's range."""
    return between(_whole(shortest(length, folds)), _whole(length), Scale.CM)


def _whole(length: float) -> float:
    """mm, in whole centimetres."""
    return round(length / _CENTIMETRE) * _CENTIMETRE


SLIDER_FOLD = 40.0
"""mm of strap folded back round the slider's bar and sewn down: 35 to 40 [construction 5.3]."""
SWIVEL_FOLD = 35.0
"""mm of strap folded round a swivel and sewn down: 25 to 40 [construction 5.3]."""
CLIP_FOLDS = SLIDER_FOLD + SWIVEL_FOLD
"""mm of a clip-on strap folded back at its two ends."""


def _up(length: float) -> float:
    return math.ceil(length / _CENTIMETRE - 1e-6) * _CENTIMETRE
