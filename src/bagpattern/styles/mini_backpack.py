"""The mini backpack: two faces with rounded tops, a zip band over the top, a base band below, all lined."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bagpattern.errors import raise_together
from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Finished
from bagpattern.parameters import part, table
from bagpattern.parts.bodies.faced import BodySize, FacedBody
from bagpattern.parts.bodies.faces import RoundedFace
from bagpattern.parts.carried import Carried
from bagpattern.parts.carrying.anchor import Anchor
from bagpattern.parts.carrying.handle import Handle
from bagpattern.parts.carrying.rings import Crossbody
from bagpattern.parts.part import BagPart, keyed
from bagpattern.parts.straps import STRAPS, Straps
from bagpattern.styles._backpack import Backpack
from bagpattern.styles._faced import faces_finished, radius_problems, zip_stop
from bagpattern.values import value


@value
class MiniBackpack(Backpack):
    """A lined mini backpack purse with a zip over the top, shoulder straps, and rings that make it a crossbody bag."""

    anchor: Anchor = table(Anchor, "the patch that holds straps and handle")
    straps: Straps = part(STRAPS, "by-size", "the shoulder straps, or one strap that is both")
    handle: Handle = table(Handle, "the grab handle")
    crossbody: Crossbody = table(Crossbody, "side rings and their strap")

    @property
    def litres(self) -> float:
        """Of a box round it."""
        size = self.dimensions
        return size.width * size.height * size.depth / 1e6

    def body(self) -> FacedBody:
        """Two faces and a band; the zip ends on the straight stretch of the sides."""
        size = self.dimensions.settled(self.workshop.least_radius)
        top, bottom = size.top_radius or 0.0, size.bottom_radius or 0.0
        tightest = self.workshop.seam_allowance + self.lining.inset_for(self.workshop)
        problems = [
            *radius_problems(size, size.radii, (size.width, size.height), tightest),
            *self._carried.faults(self.wearer),
        ]
        problems += self.depth_faults()
        raise_together(problems)
        with keyed("closure"):
            stop = self.closure.stop_between(bottom, size.height - top, size.height)
        face = RoundedFace(size.width, size.height, top, bottom)
        body = self.closure.body(BodySize(face, size.depth - self.depth_before, stop, self.closure.chain))
        with keyed("closure"):
            raise_together(self.closure.curve_faults(body, self.lining.inset_for(self.workshop)))
        return body

    @property
    def by_rule(self) -> Mapping[str, float | None]:
        """Those of every bag, and where the zip ends."""
        return {**super().by_rule, **zip_stop(self.body())}

    @property
    def sizes_by_rule(self) -> Mapping[str, float | None]:
        """What the rules make of it."""
        return self.dimensions.settled(self.workshop.least_radius).radii

    def fitted(self) -> Iterator[tuple[str, BagPart]]:
        """The zip, the second compartment, and the anchor with straps and handle."""
        yield "closure", self.closure
        if self.second is not None:
            from bagpattern.parts.compartments.second import WithinSecond  # most bags have one compartment

            second = self.second.before(self.body(), self.depth_before, self.closure)
            yield from ((f"compartments.{second.id}", part) for part in (second, WithinSecond(second)))
        yield from self._carried.on_back(self.anchor, self.wearer, self.dimensions.width)

    def draft(self) -> Draft:
        """With a second compartment it is that one's band that is sewn to the front."""
        bag = super().draft()
        return bag if self.second is None else self.second.told(bag)

    def rooms(self) -> Iterator[tuple[str, BagPart]]:
        """Its compartments, but for the one that is part of the body."""
        second = self.second.id if self.second else None
        return ((f"compartments.{each.id}", each) for each in self.compartments if each.id != second)

    def hung(self) -> Iterator[tuple[str, BagPart]]:
        """The side rings."""
        yield "crossbody", self._carried.strap(self.wearer)

    def finished(self, draft: Draft) -> Finished:
        """Measured on the front and across the band below the zip, each whole or in parts."""
        return faces_finished(draft)

    @property
    def _carried(self) -> Carried:
        return Carried(self.straps.for_size(self.litres), self.handle, self.crossbody)
