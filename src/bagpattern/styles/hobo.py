"""The hobo: a soft bag whose rim hangs between two peaks, darts at its base, a strap from peak to peak."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from bagpattern.errors import Problem, raise_together
from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Finished
from bagpattern.parameters import part, table
from bagpattern.parts.bodies.faces import leaning
from bagpattern.parts.bodies.slouch import SlouchBody
from bagpattern.parts.carried import Carried
from bagpattern.parts.carrying.rings import Crossbody, ShoulderSling
from bagpattern.parts.naming import SHELL
from bagpattern.parts.part import BagPart
from bagpattern.parts.tops import TOPS, Top
from bagpattern.styles._bag import Bag
from bagpattern.styles._faced import flat_radius, radius_problems, taper_problems, tightest_radius
from bagpattern.styles._slouching import Dimensions, slouching_size
from bagpattern.values import replace, value
from bagpattern.words import words

UP = 0.97
"""Of the height: the rings hang at the peaks, as near the rim as its seam lets them."""

BESIDE_DART = 0.7
"""Times the allowance of other seams: a narrow wedge leaves room for no more on both of its sides [K]."""


@value
class Hobo(Bag):
    """A lined hobo bag: its rim hangs between two peaks, darts round its base, a strap over one shoulder."""

    dimensions: Dimensions = table(Dimensions, "the finished size")
    closure: Top = part(TOPS, "magnetic-snap", "how the rim is closed")
    crossbody: Crossbody = table(ShoulderSling, "rings at the peaks and their strap")

    def body(self) -> SlouchBody:
        """Two panels."""
        size = self._size
        raise_together(self._faults(size))
        return SlouchBody(
            size.width,
            size.height + self.closure.rise,
            0.0,
            self.closure.top_zip,
            taper=size.taper,
            radius=size.bottom_radius or 0.0,
            dip=size.dip,
            dart=size.dart or 0.0,
            long=size.long,
            beside=BESIDE_DART * self.workshop.seam_allowance,
        )

    def _faults(self, size: Dimensions) -> Iterator[Problem]:
        inset, radii = self.lining.inset_for(self.workshop), {"bottom_radius": size.bottom_radius}
        yield from radius_problems(size, radii, (size.width, size.height), tightest_radius(self))
        faces = partial(leaning, size.width, size.height, bottom=size.bottom_radius or 0.0)
        yield from taper_problems(size, faces, (size.width, size.height), size.taper, {"": 0.0, **radii}, inset)
        if size.fits(inset):
            yield from size.faults(self.workshop.seam_allowance, inset)
        if size.dip and not self.closure.on_curve:
            fault = words('its rim hangs: write "magnetic-snap" or "open", or make dimensions.dip {0 mm}')
            yield Problem("closure.kind", fault)
        yield from self._carried.faults(self.wearer)

    def fitted(self) -> Iterator[tuple[str, BagPart]]:
        """What closes it."""
        yield "closure", self.closure

    def hung(self) -> Iterator[tuple[str, BagPart]]:
        """The rings at the peaks, and the strap."""
        yield "crossbody", replace(self._carried.strap(self.wearer), share=UP)

    def finished(self, draft: Draft) -> Finished:
        """Measured on the front, laid flat, as it was before its darts were cut; the most that it holds."""
        body = self.body()
        return slouching_size(
            replace(body, dart=0.0).draft(SHELL), self.dimensions.dip, self.closure, darted=bool(body.dart)
        )

    @property
    def sizes_by_rule(self) -> Mapping[str, float | None]:
        """What the rules make of it."""
        size = self._size
        return {"bottom_radius": size.bottom_radius, "dart": size.dart, "dart_length": size.long if size.dart else None}

    @property
    def _size(self) -> Dimensions:
        """With what was left open."""
        inset = self.lining.inset_for(self.workshop)
        return self.dimensions.settled(flat_radius(self), self.workshop.seam_allowance, inset)

    @property
    def _carried(self) -> Carried:
        return Carried(None, None, self.crossbody)
