"""The zip round three sides of a book: it ends a little way round the corners of the spine."""

from __future__ import annotations

from collections.abc import Mapping

from bagpattern.catalog.notions import zip_sizes
from bagpattern.errors import raise_together
from bagpattern.parameters import listed, measure
from bagpattern.parts.bodies.book import BookBody
from bagpattern.parts.bodies.faced import BodySize
from bagpattern.parts.closures._band_zip import BandZip
from bagpattern.parts.sewing.zips import gap_misfits
from bagpattern.values import value

USUAL = 20.0
"""mm from the spine to the zip's ends: the seams across the band stay clear of the corner of the spine [K]."""


@value
class BookZip(BandZip):
    """A zip in a band from the spine, round the other three sides, back to the spine."""

    zip: str = listed("#5", zip_sizes, "the chain: #3 for pouches, #5 for bags, #8 and #10 for luggage")
    stop: float | None = measure(
        None, "15 mm", "60 mm", "from the spine, on top and base, to where the zip ends; left out: {20 mm}"
    )

    @property
    def by_rule(self) -> Mapping[str, float]:
        """Of the zip, and where it ends."""
        return {**super().by_rule, "stop": self.stop or USUAL}

    def body(self, size: BodySize) -> BookBody:
        """Two covers, a zip band round three of their sides, and a spine."""
        return BookBody(size)

    def stop_between(self, low: float, high: float, height: float) -> float:
        """mm from the spine; the straight of top and base runs from *low* to *high*."""
        raise_together(gap_misfits(self, self.chain))
        return self.stop or USUAL
