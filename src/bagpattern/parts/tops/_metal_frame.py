"""What metal frames with a kiss-lock share: a groove that takes shell and lining of the rim from hinge to hinge."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from typing import ClassVar

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
from bagpattern.said import Said
from bagpattern.values import value
from bagpattern.words import form, trade, words

GROOVE = 6.0
"""mm of cloth that lie in the groove of a frame [K]."""
STRAIGHT = 10.0
"""mm of an arm that are straight between the corner and the hinge, at the least [K]."""
_FRAME = form("purse frame")
"""The id of what is bought, and the name of the line to which it comes."""


@value
class MetalFrame(Top):
    """A metal frame whose groove holds the rim. Kinds say what is bought, and how it is held in there."""

    stock: ClassVar[str]
    """The kind of stock that it is bought as."""

    width: float = measure("120 mm", "75 mm", "20 cm", "of the frame, from outside to outside, as it is sold")
    arm: float = measure("50 mm", "25 mm", "10 cm", "of its arms, from the top down to the hinges")
    corner: float = measure("25 mm", "0 mm", "50 mm", "radius of its corners; 0: square")

    @property
    def frame(self) -> FrameShape:
        """Its outline."""
        return FrameShape(self.width, self.arm, self.corner)

    def faults(self) -> Iterator[Problem]:
        """Frames that are not sold, and corners that their arms have no room for."""
        yield from check_hardware(self.width, kinds=(self.stock,))
        most = min(self.width / 2, self.arm - STRAIGHT)
        if over(self.corner, most):
            fault = words("leaves no straight top, or no straight arm: {mend}", mend=make_it(self, "corner", most=most))
            yield refusal("corner", fault)

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the frame. Raises InputError when its sides are sewn where the arms come, or it is unlined."""
        raise_together(self.faults())
        faces = host(bag, "front", "kind"), host(bag, "back", "kind")
        if not all(face.has_edge(arm) for face in faces for arm in ARMS):
            fault = words("its arms go down between front and back, which are sewn to each other there")
            raise refused("kind", words('{fault}: write style = "frame-purse", or choose another top', fault=fault))
        if not rim_of(bag).lined:
            raise refused("kind", words('raw edges fray out of its groove: write lining.kind = "drop-in"'))
        for face in faces:
            top = face.edge("top").path
            line = self.frame.sides(top.point_at(top.length / 2), GROOVE)
            path = joined((line.right, line.top, line.left))
            bag = bag.marking(face.id, (Line(_FRAME, path, holds=_FRAME),))
        places = tuple(Where(face.id, 1, _FRAME) for face in faces)
        closing = Closing(Closes.FRAME, held_by=(_FRAME,))
        return bag + Draft(notions=(self._bought(),), tasks=(self._held(places),), closings=(closing,))

    def _bought(self) -> Notion:
        size, wide = trade(self.width), (self.width,)
        return Notion(_FRAME, self.stock, self.called, size, note=self.needs, sides=wide)

    def _held(self, places: tuple[Where, ...]) -> Task:
        put_on = Operation(Verb.INSERT, self.how, notions=(_FRAME,), on=places, stitches=self.stitches)
        return task(self.held, put_on, finishes=True)

    @property
    def stitches(self) -> int:
        """How many hold it, made by hand."""
        return 0

    @property
    @abstractmethod
    def called(self) -> Said:
        """What it is asked for as."""

    @property
    @abstractmethod
    def needs(self) -> Said:
        """What it comes with, and what else it takes."""

    @property
    @abstractmethod
    def held(self) -> Said:
        """The title of the step in which it is put on."""

    @property
    @abstractmethod
    def how(self) -> Said:
        """How that is done."""
