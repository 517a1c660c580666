"""Two cords that close the mouth of a bag and carry it on the back [construction 2.10].

Each runs through the channels of front and back, comes out at one side, and goes down to a ring at the base there.
"""

from __future__ import annotations

from bagpattern.errors import raise_together
from bagpattern.geometry import areas
from bagpattern.model.closing import Closes, Closing
from bagpattern.model.draft import Draft
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Operation, Task, Verb, Where, task
from bagpattern.model.strap import Mode, Strap, Way, Worn
from bagpattern.parameters import choice, measure
from bagpattern.parts.carrying.tabs import RingTabs
from bagpattern.parts.closing.channel_strip import channel_misfits, with_strips
from bagpattern.parts.closing.rims import Rim, rim_of
from bagpattern.parts.closing.turned_channel import BESIDE_SEAM, OUTLET_EYELET, TurnedChannel, outlets, turned_in
from bagpattern.parts.part import BagPart, parts_of, refused, ruled
from bagpattern.parts.sewing.buying import rounded_up
from bagpattern.parts.sewing.clearing import first_that, up_from
from bagpattern.parts.sewing.free_places import BULK, TabPlace, checked_places, is_free, up_at
from bagpattern.parts.sewing.strips import check_hardware
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Length, Scale
from bagpattern.values import replace, value
from bagpattern.words import trade, words

DRAWN = 1 / 3
"""Of the rim: what is left of it when it is drawn together [K]."""
KNOTS = 203.2
"""mm of each cord for knots and to move in: 65 in on a bag of 13 x 15 1/2 in are twice both and 8 in [S: sotak]."""

STRIP, CHANNEL = "strip", "channel"
_CORDS = "cord strap"
"""The id of what is bought."""


@value
class CordStraps(BagPart):
    """Channels on front and back, a cord through both from either side, and rings at the base."""

    through: str = choice(
        STRIP,
        (STRIP, CHANNEL),
        "strip: a channel of its own set on the rim of front and back; channel: the rim turned down, or stitched "
        "through the lining",
    )
    channel: float = measure(
        "25 mm", "12 mm", "80 mm", "of a channel: what stands above the rim, or what of the body is turned down in all"
    )
    cord: float = measure("6 mm", "3 mm", "12 mm", "how thick the cords are")
    length: float | None = measure(
        None, "60 cm", "4 m", "of each cord; left out: twice the width and the height of the bag, and {20 cm}"
    )
    ring: float = measure("20 mm", "10 mm", "1 1/2 in", "the inner width of the rings at the base")
    tab: float = measure("25 mm", "15 mm", "60 mm", "how far the tabs with the rings show")
    height: float | None = measure(
        None, "0 mm", "30 cm", "from the lowest point of the back up to the tabs; left out: as low as they fit"
    )

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with channels, cords and rings. Raises InputError when they do not fit or are not sold."""
        sold = (*check_hardware(self.cord, "cord", ("cord",)), *check_hardware(self.ring, "ring", ("ring",), self))
        turned = turned_in(shop) if self.through == CHANNEL else 0.0
        raise_together((*sold, *channel_misfits(self, self.channel, self.cord, turned)))
        rim, places = rim_of(bag), self._places(bag)
        bag, strips = self._channels(rim, shop)
        held = (_CORDS,) if strips else (_CORDS, OUTLET_EYELET)
        closing = Closing(Closes.DRAWSTRING, strips, held_by=held, channel=self.channel)
        tabs = RingTabs("base-tab", words("Base tab"), self.ring, self.tab, places, "height")
        return tabs.add(bag + self._cords(rim, places, tabs.ring, outlets(bag)) + Draft(closings=(closing,)), shop)

    def _channels(self, rim: Rim, shop: Workshop) -> tuple[Draft, tuple[str, ...]]:
        """The bag with its channels, and the ids of the strips among them."""
        if self.through == STRIP:
            return with_strips(rim, self.channel, shop, apart=True)
        channel = TurnedChannel(self.channel, self.cord)
        return channel.add(rim, tuple(rim.beside_seams(channel.outlet / 2 + BESIDE_SEAM)), shop), ()

    def _places(self, bag: Draft) -> tuple[TabPlace, ...]:
        """Both tabs, in the side seams: at the height that is given, or the lowest that is free."""
        _, bottom, _, top = areas.bounds([panel.stitching_line for panel in parts_of(bag, "back")])

        def at(height: float) -> tuple[TabPlace, ...]:
            found = [up_at(bag, "back", edge, bottom + height) for edge in ("right", "left")]
            return tuple(place for place in found if place is not None) if all(found) else ()

        half, high = self.ring / 2 + BULK, top - bottom
        if self.height is not None:
            return checked_places(bag, at, self.height, half, self, "height", high)
        lowest = first_that(lambda each: is_free(bag, at(each), half), up_from(0.0, high))
        if lowest is None:
            raise refused("height", words("no place on the sides of the back is free for the tabs: use narrower rings"))
        return at(lowest)

    def _strap(self, free: float) -> Strap:
        """How each serves: from the side of the drawn rim it lies double to the ring at the base."""
        return Strap(Mode.CORD, self.cord, worn=(Worn(Way.BACKPACK, free),))

    def _cords(self, rim: Rim, places: tuple[TabPlace, ...], ring: str, on: tuple[Where, ...]) -> Draft:
        """The two cords: through front and back, and down to the *ring* and up again."""
        down = max(rim.bag[place.panel].edge(place.edge).length for place in places)
        long = self.length or rim.length + 2 * down + KNOTS
        size, note = trade(self.cord), words("cord straps, 2 of {long}", long=Length(long, Scale.CM))
        cords = Notion(_CORDS, "cord", words("Cord"), size, long, self.cord, 2, note, buy=rounded_up(long))
        cords = replace(cords, strap=self._strap(long - DRAWN * rim.length), hooks=ring)
        return Draft(notions=(cords,), tasks=(self._drawn_in(on),)) + ruled({"length": long})

    def _drawn_in(self, on: tuple[Where, ...]) -> Task:
        draw = words(
            "Draw one cord through both channels with a bodkin, in and out at the right side; draw the other through "
            "both, in and out at the left."
        )
        if self.through == CHANNEL:
            draw = words(
                "Draw one cord all round the channel with a bodkin, in and out at the outlets on either side of the "
                "right seam; draw the other all round, in and out at the left seam."
            )
        tie = words("Tie both ends of each cord to the ring at the base of its side, and seal them.")
        ops = (Operation(Verb.THREAD, how, notions=(_CORDS,), on=on) for how in (draw, tie))
        return task(words("Draw in the cords"), *ops, finishes=True)
