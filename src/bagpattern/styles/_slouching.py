"""The sizes of a bag whose rim hangs between two peaks: what cannot be made of them, and how large it is as drafted."""

from __future__ import annotations

import math
from collections.abc import Iterator

from bagpattern.errors import Problem
from bagpattern.geometry import areas
from bagpattern.geometry.segments import Arc
from bagpattern.lengths import between, over, under
from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Finished, Where
from bagpattern.parameters import measure
from bagpattern.parts.bodies.faces import leaning
from bagpattern.parts.bodies.flat import pillow_volume
from bagpattern.parts.part import parts_of
from bagpattern.parts.sewing.clearing import STEP
from bagpattern.parts.sewing.in_one import edges_of
from bagpattern.parts.tops import Top
from bagpattern.proposals import sized
from bagpattern.said import Length, Name
from bagpattern.styles._faced import corner_radius
from bagpattern.styles._flat import HALF_FULL, LAID_FLAT
from bagpattern.values import replace, value
from bagpattern.words import words

MOST_DIP, LEAST_FRONT = 0.4, 0.45
"""Of the rim: the deepest that it hangs, short of a half circle; of the height: what is left in the middle [K]."""
LONG, LONGEST = 2.5, 0.35
"""Times its width: how long a dart is by rule; of the smaller side: how long at the most [K]."""
STEEP = 1.5
"""Times its width: a shorter dart puckers at its tip [K]."""
DART, CUT = 45.0, 4.2
"""mm of a dart by rule [K]; times the allowance, at the least: half of it and more can be cut out between both."""


@value
class Dimensions:
    """The finished size, seam to seam, laid flat before its darts are sewn."""

    width: float = measure("42 cm", "20 cm", "70 cm", "across at the widest")
    height: float = measure("34 cm", "16 cm", "60 cm", "from the base to the peaks at its sides")
    taper: float = measure("6 cm", "0 mm", "30 cm", "how much narrower it is from peak to peak")
    dip: float = measure("9 cm", "0 mm", "25 cm", "how much lower the rim hangs in its middle; 0: straight")
    bottom_radius: float | None = measure(
        None, "0 mm", "30 cm", "of the lower corners; 0: square, without darts; left out: a third of the smaller side"
    )
    dart: float | None = measure(
        None,
        "0 mm",
        "10 cm",
        "across each dart in the lower corners; 0: none; left out: {45 mm}, more with wide allowances, none where the "
        "corners have no room",
    )
    dart_length: float | None = measure(
        None, "20 mm", "25 cm", "of each dart to its tip; left out: two and a half times its width, less in a low bag"
    )

    def settled(self, least: float, allowance: float, inset: float) -> Dimensions:
        """These sizes with radius and darts that were left open; the radius is *least* mm where there is room."""
        radius = corner_radius(self.bottom_radius, min(self.width, self.height), least, 1 / 3)
        round_so = replace(self, bottom_radius=radius)
        if self.dart is not None:
            return round_so
        usual = replace(round_so, dart=max(DART, math.ceil(CUT * allowance / STEP) * STEP))
        rule = replace(usual, dart_length=None)
        fits = usual.fits(inset) and not any(rule._dart_faults(allowance, inset))
        return usual if fits else replace(round_so, dart=0.0)

    def fits(self, inset: float) -> bool:
        """Whether there is a face with these corners, and one of the lining *inset* mm inside."""
        try:
            _ = self._curve(inset)
        except ValueError:
            return False
        return True

    @property
    def most_long(self) -> float:
        """mm of the longest dart."""
        return min(self.width, self.height) * LONGEST

    @property
    def long(self) -> float:
        """mm of a dart."""
        by_rule = max(min(LONG * (self.dart or 0.0), self.most_long) // STEP * STEP, STEP)
        return by_rule if self.dart_length is None else self.dart_length

    def faults(self, allowance: float, inset: float) -> Iterator[Problem]:
        """A rim that hangs too low, and darts that cannot be cut, or sewn; the lining lies *inset* mm inside."""
        most = min((self.width - self.taper) * MOST_DIP, self.height * (1 - LEAST_FRONT))
        if over(self.dip, most):
            yield sized(self, "dip", words("leaves too little of front and back below it"), most=most)
        if self.dart:
            yield from self._dart_faults(allowance, inset)
        elif self.dart_length is not None:
            yield Problem("dimensions.dart_length", words("there are no darts: leave this out"))

    def _dart_faults(self, allowance: float, inset: float) -> Iterator[Problem]:
        least, most, dart = CUT * allowance, 2 * self._curve(inset), self.dart or 0.0
        if not between(dart, least, most):
            fault = words("a dart {dart} wide has no room", dart=Length(dart))
            far = words("{fault} between its allowances", fault=fault)
            near = words("{fault} in the curve of the corner", fault=fault)
            told = far if under(dart, least) else near
            yield sized(
                self, "dart", told, least=least, most=most, zero=True, otherwise=words("make the corners rounder")
            )
        elif not between(self.long, STEEP * dart, self.most_long):
            least, other = STEEP * dart, "take a narrower dart"
            fault = words("a dart {dart} wide cannot be so long", dart=Length(dart))
            yield sized(self, "dart_length", fault, least=least, most=self.most_long, otherwise=Name(other))

    def _curve(self, inset: float) -> float:
        """mm of the lining's corner on either side of its middle."""
        face = leaning(self.width, self.height, self.taper, bottom=self.bottom_radius or 0.0).below_rim(inset)
        return min(_round(face.sides().bottom.segments[-1]), _round(face.sides().right.segments[0]))


def _round(segment: object) -> float:
    """mm of an arc; 0 of a straight stretch."""
    return segment.length if isinstance(segment, Arc) else 0.0


def slouching_size(draft: Draft, dip: float, top: Top, darted: bool) -> Finished:
    """Measured on the front, laid flat; what it holds is that of a pillow as high as the rim is in the mean.

    Of one that is *darted* the width is that of its cloth above the darts.
    """
    left, low, right, _ = areas.bounds([panel.stitching_line for panel in parts_of(draft, "front")])
    ends = [at for edge in edges_of(draft, "front", "top") for at in (edge.path.start, edge.path.end)]
    peaks = max(ends, key=lambda at: at.real) - min(ends, key=lambda at: at.real)
    height, width = max(at.imag for at in ends) - low - top.rise, right - left
    mean = height - _mean_dip(abs(peaks), dip)
    where = LAID_FLAT if top.height_at is Where.UPRIGHT else LAID_FLAT._replace(height=top.height_at)
    where = where._replace(width=Where.CLOTH, height=Where.CLOTH) if darted else where
    volume = pillow_volume((width + abs(peaks)) / 2, mean)
    return Finished(width, height, 0.0, volume, measured=where, fullness=HALF_FULL)


def _mean_dip(rim: float, dip: float) -> float:
    """mm that an arc over *rim* mm hangs in the mean: the segment of its circle, by the rim."""
    if not dip:
        return 0.0
    half = 2 * math.atan2(2 * dip, rim)
    radius = rim / 2 / math.sin(half)
    return radius**2 * (half - math.sin(half) * math.cos(half)) / rim
