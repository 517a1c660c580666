"""The main zip in a band over the top of the bag, its ends covered by tabs."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import ClassVar

from bagpattern.errors import Problem, raise_together
from bagpattern.geometry.segments import Straight
from bagpattern.lengths import between
from bagpattern.parameters import measure
from bagpattern.parts.bodies.band import BandBody
from bagpattern.parts.bodies.faced import BodySize, FacedBody
from bagpattern.parts.closures import JOIN
from bagpattern.parts.closures._band_zip import BandZip
from bagpattern.parts.part import refusal, refused
from bagpattern.parts.sewing.zips import gap_misfits
from bagpattern.proposals import make_it
from bagpattern.values import replace, value
from bagpattern.words import words

LEAST_BASE = 60.0
"""mm of base between the zip's ends: a hand sews a band on there [K]."""


@value
class ZipBand(BandZip):
    """A zip in two half bands over the top and down the sides, ending in tabs at the base band."""

    variants: ClassVar[tuple[dict[str, str], ...]] = ({"onto_base": "6 cm"},)

    onto_base: float = measure(
        "0 mm",
        "0 mm",
        "40 cm",
        "how far in from either side it ends on the base, round the lower corners; 0: it ends on the sides",
    )

    def body(self, size: BodySize) -> FacedBody:
        """Two faces, a zip band and a base band."""
        return BandBody(replace(size, onto=self.onto_base))

    def stop_between(self, low: float, high: float, height: float) -> float:
        """mm above the base; one that ends on the base has none, and raises InputError where it is given."""
        if not self.onto_base:
            return super().stop_between(low, high, height)
        raise_together(gap_misfits(self, self.chain))
        if self.stop is not None:
            raise refused("stop", words("the zip ends on the base: leave this out, or make onto_base {0 mm}"))
        return 0.0

    def curve_faults(self, body: FacedBody, inset: float) -> Iterator[Problem]:
        """A zip that ends in the curve of a corner, or leaves no base band between its ends."""
        if not self.onto_base:
            return
        left, _, right, _ = body.size.face.sides().closed.bounds
        straight = [each for each in body.size.face.sides().bottom.segments if isinstance(each, Straight)]
        least = min(each.start.real for each in straight) - left + JOIN if straight else math.inf
        most = (right - left - LEAST_BASE) / 2
        if not between(self.onto_base, least, most):
            mend = make_it(self, "onto_base", least=least, most=most, otherwise=words("make it {0 mm}"))
            fault = words("does not end on the straight of the base, with a band between both ends")
            yield refusal("onto_base", words("{fault}: {mend}", fault=fault, mend=mend))
