"""A cord that draws the rim together, in a channel or through eyelets [construction 2.10]."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.errors import Problem, raise_together
from bagpattern.model.closing import Closes, Closing
from bagpattern.model.draft import Draft
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Operation, Task, Verb, done, task
from bagpattern.model.operation import Where as Place
from bagpattern.model.pattern import Where
from bagpattern.parameters import choice, flag, measure
from bagpattern.parts.closing.channel_strip import EYELET_ROOM, channel_misfits
from bagpattern.parts.closing.rims import Rim, marked, rim_of
from bagpattern.parts.closing.turned_channel import BESIDE_SEAM, OUTLET_EYELET, TurnedChannel, outlets, turned_in
from bagpattern.parts.sewing.buying import rounded_up
from bagpattern.parts.sewing.strips import check_hardware
from bagpattern.parts.tops import Top
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Length, Said, Scale
from bagpattern.values import replace, value
from bagpattern.words import trade, words

PAIR = 25.4
"""mm between the two eyelets in front, where the cord comes out [S: scpbanks]."""
APART = 76.2
"""mm from one eyelet to the next, about [S: scpbanks: 8 round 22 in]."""
SHALLOW = 2.5
"""Times the channel: a deeper sack needs more wall to close [S: learnmyog cinchsack.js]."""
TAILS = 150.0
"""mm of cord beyond the way round and its allowances: 6 in, or 15 cm [S: learnmyog stuffsack.js, cinchsack.js]."""

_CORD, _LOCK, _EYELET = "drawstring", "cord lock", "eyelet"
"""The ids of what is bought."""


@value
class Drawstring(Top):
    """A cord round the rim: in a channel that is turned down, in one that is set on, or through eyelets."""

    through: str = choice(
        "channel",
        ("channel", "strip", "eyelets"),
        "channel: the rim turned down, or stitched through the lining; strip: a channel of its own, set on the rim",
    )
    # 1 1/2 in, or 4 cm [S: learnmyog stuffsack.js, cinchsack.js]
    channel: float = measure(
        "40 mm", "12 mm", "80 mm", "of a channel: what is turned down in all, or the height of the strip that is set on"
    )
    cord: float = measure("5 mm", "3 mm", "8 mm", "how thick the cord is")
    lock: bool = flag(True, "whether a cord lock holds it; else it is knotted")
    gather: float | None = measure(
        None,
        "0 mm",
        "40 cm",
        "how much higher the wall is cut so that the mouth closes over the base; left out: nothing, or in a sack half "
        "of its depth",
    )

    @property
    def rise(self) -> float:
        """mm of wall that close the mouth when they are drawn together."""
        return self.gather or 0.0

    @property
    def height_at(self) -> Where:
        """Without what closes the mouth, if anything does."""
        return Where.DRAWN if self.rise else Where.UPRIGHT

    def turned(self, shop: Workshop) -> float:
        """A channel that is turned down is as high as it is; a strip leaves nothing to turn."""
        return {"channel": self.channel, "strip": 0.0}.get(self.through, super().turned(shop))

    def closing(self, depth: float) -> Drawstring:
        """This cord on a sack *depth* mm deep, whose mouth is to close: half of that more wall [construction 2.8].

        A strip that is set on closes some of it; the rest is added on a deep sack only [construction 2.10].
        """
        if self.gather is not None:
            return self
        if self.through != "strip":
            return replace(self, gather=depth / 2)
        return replace(self, gather=depth / 2 - self.channel if depth > SHALLOW * self.channel else 0.0)

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with its cord. Raises InputError when the channel is too narrow, or the cord is not sold."""
        kinds = ("cord", "cord-lock") if self.lock else ("cord",)
        raise_together((*check_hardware(self.cord, "cord", kinds), *self._misfits(shop)))
        rim = rim_of(bag)
        if self.through == "strip":
            bag, strips = self._strip(rim, shop)
        else:
            bag, strips = self._eyelets(rim, shop) if self.through == "eyelets" else self._channel(rim, shop), ()
        return bag + Draft(closings=(self._closing(strips),))

    def _closing(self, strips: tuple[str, ...]) -> Closing:
        rings = {"eyelets": (_EYELET,), "channel": (OUTLET_EYELET,)}.get(self.through, ())
        held = (_CORD, *((_LOCK,) if self.lock else ()), *rings)
        channel = 0.0 if self.through == "eyelets" else self.channel
        return Closing(Closes.DRAWSTRING, strips, held_by=held, channel=channel, mouth=self.rise)

    def _strip(self, rim: Rim, shop: Workshop) -> tuple[Draft, tuple[str, ...]]:
        """A strip set on, and its id."""
        from bagpattern.parts.closing.channel_strip import with_strips  # most bags have none

        bag, strips = with_strips(rim, self.channel, shop)
        threading = self._threading(words("in at one end of the strip and out at the other"))
        return bag + Draft(notions=self.notions(rim, shop), tasks=(threading,)), strips

    def _misfits(self, shop: Workshop) -> Iterator[Problem]:
        turned = turned_in(shop) if self.through == "channel" else 0.0
        return channel_misfits(self, self.channel, self.cord, turned) if self.through != "eyelets" else iter(())

    def _channel(self, rim: Rim, shop: Workshop) -> Draft:
        """The rim turned down; of a lined bag, one row of stitching below it."""
        pair = rim.front - PAIR / 2, rim.front + PAIR / 2
        bag = TurnedChannel(self.channel, self.cord).add(rim, pair, shop)
        threading = self._threading(words("in at one outlet and out at the other"), outlets(bag))
        return bag + Draft(notions=self.notions(rim, shop), tasks=(threading,))

    def _eyelets(self, rim: Rim, shop: Workshop) -> Draft:
        """An even number of them: the front pair close together, the others evenly round the rest."""
        wide = self.cord + EYELET_ROOM
        deep = max(1.5 * wide, shop.finishing.topstitch + wide, 0.0 if rim.lined else shop.hem_allowance("shell") / 2)
        places = tuple(self._round(rim))
        bag = marked(rim.bag, (), rim.holes(places, deep, wide, words("eyelet"), _EYELET))
        eyelet = Notion(
            _EYELET,
            "eyelet",
            words("Eyelet"),
            trade(wide),
            width=wide,
            count=len(places),
            note=words("inside width"),
        )
        text = words("Set an eyelet at each mark through all layers of the rim, its head on the right side.")
        step = task(words("Set the eyelets"), done(Verb.INSERT, text, notions=(_EYELET,)), finishes=True)
        threading = self._threading(words("from the front, in at one and out at the next"))
        return bag + Draft(notions=(eyelet, *self.notions(rim, shop)), tasks=(step, threading))

    def _round(self, rim: Rim) -> Iterator[float]:
        """mm along the rim of every eyelet: about as far apart as is usual, clear of seams that end at the rim."""
        rest = rim.length - PAIR
        usual = max(2 * round((rest / APART + 1) / 2) - 1, 3)

        def places(spaces: int) -> list[float]:
            return [rim.front + PAIR / 2 + rest / spaces * number for number in range(spaces + 1)]

        counts = [count for count in (usual, usual - 2, usual + 2) if count >= 3]
        least = (self.cord + EYELET_ROOM) / 2 + BESIDE_SEAM
        clear = [count for count in counts if rim.clear_of_seams(places(count)) >= least]
        yield from places(clear[0] if clear else max(counts, key=lambda count: rim.clear_of_seams(places(count))))

    def notions(self, rim: Rim, shop: Workshop) -> tuple[Notion, ...]:
        """The cord and its lock."""
        long = rim.length + 2 * shop.seam_allowance + TAILS
        size = trade(self.cord)
        note = words("drawstring, {long}", long=Length(long, Scale.CM))
        cord = Notion(_CORD, "cord", words("Cord"), size, long, self.cord, note=note, buy=rounded_up(long))
        lock = Notion(_LOCK, "cord-lock", words("Cord lock"), size, width=self.cord, threads=_CORD)
        return (cord, lock) if self.lock else (cord,)

    def _threading(self, where: Said, on: tuple[Place, ...] = ()) -> Task:
        end = words("through the cord lock, and knot them") if self.lock else words("together and knot them")
        text = words("Draw the cord round the rim, {where}; put both ends {end}.", where=where, end=end)
        bought = (_CORD, _LOCK) if self.lock else (_CORD,)
        return task(words("Draw in the cord"), Operation(Verb.THREAD, text, notions=bought, on=on), finishes=True)
