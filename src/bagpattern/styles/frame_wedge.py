"""The frame wedge: a bag for the corner between two tubes of a bicycle's frame, held to them by straps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bagpattern.errors import Problem, raise_together
from bagpattern.lengths import over, under
from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Finished
from bagpattern.parameters import count, measure, table
from bagpattern.parts.bodies.faced import BodySize, FacedBody
from bagpattern.parts.bodies.wedges import WedgeFace
from bagpattern.parts.carried import unserved
from bagpattern.parts.carrying.tube_straps import TubeStraps
from bagpattern.parts.closing.wedge_zip import WedgeZip
from bagpattern.parts.part import BagPart, keyed
from bagpattern.proposals import sized
from bagpattern.styles._bag import Bag
from bagpattern.styles._faced import faces_finished
from bagpattern.styles._wedged import MOST_TIP, along_tubes, corner_problems, flat_corner, is_wedge, lopsided, straights
from bagpattern.values import value
from bagpattern.words import words

LEAST_HIGH = 70.0
"""mm from the tip to the zip, at the least: a strap round either tube, and a hand inside [K]."""


@value
class Dimensions:
    """The finished size, seam to seam, as the corner of the frame has it."""

    left: float | None = measure(
        None,
        "10 cm",
        "50 cm",
        "along the tube on the left, from where both tubes meet; left out: as what it holds needs, or {22 cm}",
    )
    right: float | None = measure(
        None, "10 cm", "50 cm", "along the tube on the right; left out: as long as along the left"
    )
    angle: int = count(60, 30, 110, "degrees between the two tubes")
    depth: float = measure("55 mm", "35 mm", "12 cm", "from one face to the other")
    tip: float = measure("50 mm", "30 mm", "15 cm", "across the cut-off corner where the tubes meet")
    radius: float | None = measure(
        None, "0 mm", "10 cm", "of all corners; 0: square; left out: as wide as the cloth lies flat, where they fit"
    )


@value
class FrameWedge(Bag):
    """A lined wedge for the corner of a bicycle's frame, a zip over its free side, straps round both tubes."""

    dimensions: Dimensions = table(Dimensions, "the finished size")
    closure: WedgeZip = table(WedgeZip, "the zip")
    tube_straps: TubeStraps = table(TubeStraps, "what holds it to the tubes")

    def body(self) -> FacedBody:
        """Two faces and a band."""
        face, size = self._face, self.dimensions
        raise_together(self._faults(face))
        sides = face.sides()
        with keyed("closure"):
            stop = self.closure.stop_between(*straights(sides), face.high)
        return self.closure.body(BodySize(face, size.depth, stop, self.closure.chain))

    @property
    def _face(self) -> WedgeFace:
        return self._shaped(self.dimensions.right)

    def _shaped(self, right: float | None) -> WedgeFace:
        """With that *right* side, which a left one that is left open follows."""
        size, shop = self.dimensions, self.workshop
        inset = self.lining.inset_for(shop)

        def face(left: float) -> WedgeFace:
            made = WedgeFace(left, right or left, size.angle, size.tip, 0.0)
            given = flat_corner(self, made) if size.radius is None else size.radius
            return WedgeFace(left, right or left, size.angle, size.tip, given)

        room, held = (size.depth, inset, LEAST_HIGH), shop.things(self.holds)
        return face(size.left or along_tubes(face, room, held, self.tube_straps.least))

    @property
    def sizes_by_rule(self) -> Mapping[str, float | None]:
        """The face at these sizes."""
        face = self._face
        return {"left": face.left, "right": face.right, "radius": face.radius}

    def _faults(self, face: WedgeFace) -> Iterator[Problem]:
        size, inset = self.dimensions, self.lining.inset_for(self.workshop)
        yield from unserved(self.wearer, ("hand",), words("it hangs in a frame, and is carried in the hand"))
        if not is_wedge(face):
            yield lopsided(size, face, self._shaped)
        elif over(face.tip, MOST_TIP * face.top):
            yield sized(size, "tip", words("is more than half of the side across from it"), most=MOST_TIP * face.top)
        elif under(face.high, LEAST_HIGH):
            fault = words("the wedge is too low for a strap round either tube")
            whole = face.high / (1 - face.tip / face.top)  # to the sharp corner
            most = face.top * (1 - LEAST_HIGH / whole)
            yield sized(size, "tip", fault, most=most, otherwise=words("make it longer"))
        else:
            yield from corner_problems(size, face, self.workshop.seam_allowance + inset)

    def fitted(self) -> Iterator[tuple[str, BagPart]]:
        """The zip, and the loops of the straps."""
        yield "closure", self.closure
        yield "tube_straps", self.tube_straps

    def finished(self, draft: Draft) -> Finished:
        """Measured on the front and across the band."""
        return faces_finished(draft)
