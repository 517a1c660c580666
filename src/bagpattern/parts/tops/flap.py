"""A flap from the back over the opening, its lower edge straight, rounded, pointed or slanting."""

from __future__ import annotations

import math
from collections.abc import Iterator

from bagpattern.errors import Problem, raise_together
from bagpattern.lengths import over
from bagpattern.model.draft import Draft
from bagpattern.parameters import choice, measure
from bagpattern.parts.naming import RIM
from bagpattern.parts.part import refusal, ruled
from bagpattern.parts.sewing.clearing import STEP
from bagpattern.parts.sewing.flaps import SHAPES, FlapShape
from bagpattern.parts.tops import Top
from bagpattern.parts.tops._locks import (
    LOCKS,
    NO_LOCK,
    Locking,
    lock_inset_declared,
    lock_size_declared,
    locks_declared,
)
from bagpattern.parts.tops._rim_flap import AROUND_LOCK, ROLL, RimFlap
from bagpattern.parts.tops._rims import faces_under, rims_of
from bagpattern.parts.tops._with_back import CLIPPED, behind, leaves_corners, with_back
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import make_it
from bagpattern.said import Length, Rounding
from bagpattern.values import replace, value
from bagpattern.words import at_most, form, words

NARROWER = 6.0
"""mm that a flap is narrower than the face under it: 0 to 6 [construction 6, K]."""
COVERED = 0.6
"""Of the front's upright height: 0.5 to 0.8 [construction 6, K]."""
ROUND = 40.0
"""mm: corners of 25 to 60 [construction 6, K]."""
TIP = 0.35
"""Of what lies on the front: how much lower a tip, or the lower side, reaches [K]."""
SIDES = 10.0
"""mm of the front that a pointed or slanted flap covers at its shorter side, at the least [K]."""
IN_RIM, ACROSS, IN_ONE = "rim", "across", "in-one"


@value
class Flap(Top):
    """A lined flap that comes over from the back and is locked on the front."""

    shape: str = choice("rounded", (*SHAPES, "slanted"), "of the flap's lower edge")
    width: float | None = measure(
        None,
        "4 cm",
        "100 cm",
        "across the flap; left out: {6 mm} less than the narrowest of the back, in one as wide as that",
    )
    cover: float | None = measure(
        None, "3 cm", "50 cm", "how much of the front it covers, to its lowest place; left out: about 0.6 of its height"
    )
    radius: float | None = measure(
        None, "10 mm", "20 cm", "of a rounded flap's corners; left out: {40 mm}, less on a small flap"
    )
    tip: float | None = measure(
        None, "10 mm", "30 cm", "how much lower a point or a slant reaches than the sides; left out: about a third"
    )
    sewn: str = choice(
        IN_RIM,
        (IN_RIM, ACROSS, IN_ONE),
        "caught in the rim of the back, sewn across the back below it, or cut in one with the back, lining and all",
    )
    below: float = measure("20 mm", "10 mm", "20 cm", "from the back's rim down to where it is sewn across")
    roll: float | None = measure(
        None,
        "0 mm",
        "5 mm",
        "how much smaller its lining is at the free edges; 0: as large; left out: {2 mm}, in one as the bag's lining",
    )
    lock: str = choice("magnetic-snap", (*LOCKS, NO_LOCK), "what holds it on the front")
    locks: int = locks_declared()
    size: float | None = lock_size_declared()
    inset: float | None = lock_inset_declared()
    depth: float = 0.0
    across: float | None = None
    """mm of the bag from side to side, where its back goes on round its sides."""

    def over(self, depth: float) -> Flap:
        """This flap on a bag *depth* mm deep, over which it comes."""
        return replace(self, depth=depth)

    def across_round(self, width: float) -> Flap:
        """This flap on a bag *width* mm wide, round which its back goes: no wider than that, or it would stand out."""
        return replace(self, across=width)

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the flap. Raises InputError when it does not go on it."""
        below = self.below if self.sewn == ACROSS else 0.0
        wide = self.width or self._usual_width(bag)
        high = min(face.edge("right").length for face in rims_of(bag))
        locking = Locking(self.lock, self.size, self.inset, self.locks)
        by_rule = min(high * COVERED, high - AROUND_LOCK - locking.below) // STEP * STEP
        cover = self.cover or max(by_rule, STEP)  # too low a front is told where the flap is laid on it
        raise_together((*self._misfits(wide, cover), *self._in_one_faults(bag, wide)))
        shape, over_rim = self._shaped(wide, cover, cover + self.depth + below), self.depth + below
        flap = RimFlap(self, "flap", words("flap"), shape, over_rim, below, locking)
        bag = replace(flap, roll=self._rolled(bag), in_one=self.sewn == IN_ONE).add(bag, shop)
        tips = {"tip": shape.point or shape.slant, "radius": shape.radius}
        return bag + ruled({"width": wide, "cover": cover} | {key: length for key, length in tips.items() if length})

    def joined(self, bag: Draft) -> Draft:
        """*bag* with the flap in one with the back, if that is asked for."""
        return with_back(bag, "flap edge") if self.sewn == IN_ONE else bag

    def _usual_width(self, bag: Draft) -> float:
        """mm: a little less than the narrowest of front and back; in one with the back it ends with the rim."""
        widths = (face.edge(edge).length for face in faces_under(bag) for edge in ("top", "bottom"))
        wide = min(*widths, self.across or math.inf)
        if self.sewn != IN_ONE:
            return wide - NARROWER
        rim = rims_of(bag)[1].edge("top").length
        return wide if leaves_corners(rim, wide) else rim

    def _rolled(self, bag: Draft) -> float:
        """mm that its lining is smaller; in one with the bag's it lies as far inside as that does."""
        if self.sewn != IN_ONE:
            return ROLL if self.roll is None else self.roll
        sides = (behind(bag, side) for seam in bag.seams if seam.id == RIM for side in (seam.a, seam.b))
        lengths = [bag.side_length(runs) for runs in sides] or [0.0, 0.0]
        return (lengths[0] - lengths[1]) / 2

    def _in_one_faults(self, bag: Draft, wide: float) -> Iterator[Problem]:
        """What does not go with a flap in one with the back."""
        if self.sewn != IN_ONE:
            return
        rim = rims_of(bag)[1].edge("top").length
        if self.roll is not None:
            yield refusal(
                "roll", words("a flap in one with the back is lined as that is: leave this out, or set lining.inset")
            )
        if not leaves_corners(rim, wide):
            fault = form(
                "leaves corners beside it that cannot be turned: make it {rim}, as wide as the rim, or {bound}"
            )
            bound = at_most(rim - 2 * CLIPPED)
            yield refusal("width", words(fault, rim=Length(rim, rounding=Rounding.EXACT), bound=bound))

    def _misfits(self, wide: float, cover: float) -> Iterator[Problem]:
        """Corners and tips that the flap is too small for."""
        most = min(wide / 2, cover)
        if self.shape == "rounded" and self.radius is not None and over(self.radius, most):
            mend = make_it(self, "radius", most=most)
            yield refusal(
                "radius", words("is more than half the flap, or than what lies on the front: {mend}", mend=mend)
            )
        if self.shape in ("pointed", "slanted") and over(self.tip or 0.0, cover - SIDES):
            mend = make_it(self, "tip", most=cover - SIDES, otherwise=words('write shape = "straight"'))
            yield refusal("tip", words("leaves no sides on the front: {mend}, or cover more", mend=mend))

    def _shaped(self, wide: float, cover: float, long: float) -> FlapShape:
        """The outline, *long* mm from hinge to tip, of which *cover* mm lie on the front."""
        tip = self.tip or cover * TIP // STEP * STEP
        if self.shape == "pointed":
            return FlapShape(wide, long, point=tip)
        if self.shape == "slanted":
            return FlapShape(wide, long, slant=tip)
        corner = self.radius or min(ROUND, wide / 2 // STEP * STEP, cover // STEP * STEP)
        return FlapShape(wide, long, corner if self.shape == "rounded" else 0.0)
