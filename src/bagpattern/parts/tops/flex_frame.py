"""A sprung frame in channels on front and back: two strips of steel that one presses open at their ends."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.catalog.notions import stock
from bagpattern.errors import Problem, raise_together
from bagpattern.geometry.path import line_path
from bagpattern.geometry.points import point
from bagpattern.lengths import over
from bagpattern.model.closing import Closes, Closing
from bagpattern.model.draft import Draft
from bagpattern.model.marks import Line
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Operation, Task, Verb, Where, task
from bagpattern.parameters import measure
from bagpattern.parts.closing.channel_strip import with_strips
from bagpattern.parts.closing.rims import Rim, rim_of
from bagpattern.parts.part import refusal, refused
from bagpattern.parts.sewing.strips import check_hardware, choose_sold
from bagpattern.parts.tops import Top
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Length
from bagpattern.values import value
from bagpattern.words import form, trade, words

ROOM, LOOSE = 5.0, 25.0
"""mm that a channel is longer than the frame in it: at the least, for its pins [K]; at the most, or it shifts [K].

Between lies what is published: 20 [littlecraftcorner.wordpress.com], 13 on a rim of 4 in [craftyady.blogspot.com].
"""
_STOCK = "flex-frame"
_FRAME = form("flex frame")
"""The id of what is bought, and the name of the line at which it lies."""


@value
class FlexFrame(Top):
    """A sprung metal frame in channels that stand on the rims of front and back."""

    width: float | None = measure(
        None, "70 mm", "20 cm", "of the frame, as it is sold; left out: the widest that the rim takes"
    )
    channel: float = measure("25 mm", "18 mm", "40 mm", "height of the channels that the frame lies in")

    def least_rim(self, mouth: float) -> float:
        """The frame bends open over its whole width but the room for its pins."""
        return mouth + ROOM

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with channels and frame. Raises InputError when no frame is sold for its rim, or it is unlined."""
        rim = rim_of(bag)
        if not rim.lined:
            raise refused(
                "kind", words('its channels are caught between shell and lining: write lining.kind = "drop-in"')
            )
        if len(rim.runs) != len({run.panel for run in rim.runs}) or len(rim.runs) != 2:
            raise refused(
                "kind",
                words("it lies between the rims of a front and a back that meet at the sides: choose another top"),
            )
        wide = self._wide(rim)
        bag, strips = with_strips(rim, self.channel, shop, apart=True)
        for strip in strips:
            long = bag[strip].edge("outer").length
            middle, level = long / 2, self.channel / 2
            path = line_path(point(middle - wide / 2, level), point(middle + wide / 2, level))
            bag = bag.marking(strip, (Line(_FRAME, path, holds=_FRAME),))
        closing = Closing(Closes.FRAME, strips, held_by=(_FRAME,))
        return bag + Draft(notions=(_bought(wide),), tasks=(_pushing(strips),), closings=(closing,))

    def _wide(self, rim: Rim) -> float:
        """mm of the frame. Raises InputError when it does not suit the rim."""
        least, most = (min(rim.bag.run_length(run) for run in rim.runs) - each for each in (LOOSE, ROOM))
        sold = [size for size in stock(_STOCK).millimetres if not over(size, most)]
        raise_together(self._misfits(sold, most, least))
        return sold[-1] if self.width is None else self.width

    def _misfits(self, sold: list[float], most: float, least: float) -> Iterator[Problem]:
        fits = [size for size in sold if not over(least, size)]
        if not sold:
            fault = words("no frame is sold for so short a rim: make the bag wider there, or choose another top")
            yield refusal("kind", fault)
        elif not fits:
            fault = words(
                "the widest frame that goes in is {wide}, and shifts: choose another top", wide=Length(sold[-1])
            )
            yield refusal("kind", fault)
        elif self.width is not None:
            yield from self._another(self.width, least, most)

    def _another(self, wide: float, least: float, most: float) -> Iterator[Problem]:
        """A frame that is not sold, or not for this rim; those that would do are both."""
        if over(wide, most) or over(least, wide):
            fault = words("a channel of {long} is made for another frame", long=Length(most + ROOM))
            yield refusal("width", choose_sold(fault, wide, (_STOCK,), least, most))
        else:
            yield from check_hardware(wide, kinds=(_STOCK,), least=least, most=most)


def _bought(wide: float) -> Notion:
    note = words("two sprung strips, with the pins of its hinges")
    return Notion(_FRAME, _STOCK, words("Flex frame"), trade(wide), note=note, sides=(wide,))


def _pushing(strips: tuple[str, ...]) -> Task:
    text = words(
        "Open the hinge at one end of the frame, push its two strips through the channels of front and back from the "
        "same side, and close the hinge with its pin."
    )
    places = tuple(Where(strip, 1, _FRAME) for strip in strips)
    return task(
        words("Put the flex frame in"), Operation(Verb.INSERT, text, notions=(_FRAME,), on=places), finishes=True
    )
