"""A metal frame with a kiss-lock, glued on to the rim: its groove takes shell and lining from hinge to hinge."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.errors import Problem, raise_together
from bagpattern.geometry.path import joined
from bagpattern.lengths import over
from bagpattern.model.closing import Closes, Closing
from bagpattern.model.draft import Draft
from bagpattern.model.marks import Line
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Operation, Task, Verb, Where, task
from bagpattern.parameters import measure
from bagpattern.parts.bodies.framed import ARMS, FrameShape
from bagpattern.parts.closing.rims import rim_of
from bagpattern.parts.part import host, refusal, refused
from bagpattern.parts.sewing.strips import check_hardware
from bagpattern.parts.tops import Top
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import make_it
from bagpattern.said import Length
from bagpattern.values import value
from bagpattern.words import english, form, trade, words

GROOVE = 6.0
"""mm of cloth that lie in the groove of a frame [K]."""
STRAIGHT = 10.0
"""mm of an arm that are straight between the corner and the hinge, at the least [K]."""
_FRAME = form("purse frame")
"""The id of what is bought, and the name of the line to which it comes."""


@value
class GluedFrame(Top):
    """A metal purse frame with a kiss-lock, glued on; the sides are sewn up to its hinges."""

    width: float = measure("120 mm", "75 mm", "20 cm", "of the frame, from outside to outside, as it is sold")
    arm: float = measure("50 mm", "25 mm", "10 cm", "of its arms, from the top down to the hinges")
    corner: float = measure("25 mm", "0 mm", "50 mm", "radius of its corners; 0: square")

    @property
    def frame(self) -> FrameShape:
        """Its outline."""
        return FrameShape(self.width, self.arm, self.corner)

    def faults(self) -> Iterator[Problem]:
        """Frames that are not sold, and corners that their arms have no room for."""
        yield from check_hardware(self.width, kinds=("purse-frame",))
        most = min(self.width / 2, self.arm - STRAIGHT)
        if over(self.corner, most):
            fault = english(
                "leaves no straight top, or no straight arm: {mend}", mend=make_it(self, "corner", most=most)
            )
            yield refusal("corner", fault)

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the frame. Raises InputError when its sides are sewn where the arms come, or it is unlined."""
        raise_together(self.faults())
        faces = host(bag, "front", "kind"), host(bag, "back", "kind")
        if not all(face.has_edge(arm) for face in faces for arm in ARMS):
            fault = "its arms go down between front and back, which are sewn to each other there"
            raise refused("kind", f'{fault}: write style = "frame-purse", or choose another top')
        if not rim_of(bag).lined:
            raise refused("kind", 'raw edges fray out of its groove: write lining.kind = "drop-in"')
        for face in faces:
            top = face.edge("top").path
            line = self.frame.sides(top.point_at(top.length / 2), GROOVE)
            path = joined((line.right, line.top, line.left))
            bag = bag.marking(face.id, (Line(_FRAME, path, holds=_FRAME),))
        places = tuple(Where(face.id, 1, _FRAME) for face in faces)
        closing = Closing(Closes.FRAME, held_by=(_FRAME,))
        return bag + Draft(notions=(self._bought(),), tasks=(self._gluing(places),), closings=(closing,))

    def _bought(self) -> Notion:
        note = words("arms of {arm}, with its paper cord; textile glue", arm=Length(self.arm))
        return Notion(_FRAME, "purse-frame", words("Purse frame"), trade(self.width), note=note, sides=(self.width,))

    @staticmethod
    def _gluing(places: tuple[Where, ...]) -> Task:
        text = words(
            "Try the frame on, dry. Run glue into the groove of one half; push the rim of the front in, first the "
            "middle of the top, then both hinges, then all between, and press paper cord into the groove from inside "
            "with a blunt blade. Let it dry, and do the same with the back. Pinch the ends of both arms with padded "
            "pliers."
        )
        glued = Operation(Verb.INSERT, text, notions=(_FRAME,), on=places)
        return task(words("Glue the frame on"), glued, finishes=True)
