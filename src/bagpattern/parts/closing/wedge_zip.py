"""The zip over the free side of a wedge: it ends below the corners of that, above the tubes' straps."""

from __future__ import annotations

from bagpattern.catalog.notions import zip_sizes
from bagpattern.errors import raise_together
from bagpattern.parameters import listed, measure
from bagpattern.parts.bodies.band import BandBody
from bagpattern.parts.bodies.faced import BodySize
from bagpattern.parts.closures import JOIN
from bagpattern.parts.closures._band_zip import BandZip
from bagpattern.parts.sewing.zips import gap_misfits
from bagpattern.values import value


@value
class WedgeZip(BandZip):
    """A zip in a band over the free side, round its corners, ending on the sides that lie along the tubes."""

    zip: str = listed("#5", zip_sizes, "the chain: #3 for pouches, #5 for bags, #8 and #10 for luggage")
    stop: float | None = measure(
        None, "20 mm", "400 mm", "height above the tip at which the zip ends on the sides; left out: below the corners"
    )

    def body(self, size: BodySize) -> BandBody:
        """Two faces, a zip band over the top, and a band along both tubes."""
        return BandBody(size)

    def stop_between(self, low: float, high: float, height: float) -> float:
        """mm above the tip; the straight of both sides runs from *low* to *high*."""
        raise_together((*gap_misfits(self, self.chain), *self._misfits(low + JOIN, high - JOIN)))
        return self.stop or high - JOIN
