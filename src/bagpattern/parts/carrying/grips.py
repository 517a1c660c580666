"""What a hand holds: strips of cloth, webbing, or tubes of cloth rolled round a cord.

A rolled handle is a tube in which a cord lies; its ends stay flat, without cord, to be sewn in [construction 5.7].
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from bagpattern.catalog.notions import sold_in_all
from bagpattern.errors import Problem
from bagpattern.lengths import under
from bagpattern.model.draft import Draft
from bagpattern.model.marks import LineKind
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Operation, Verb, done, task
from bagpattern.model.strap import Mode, Strap, Way, Worn
from bagpattern.parts.part import LEAST_WIDTH, refusal
from bagpattern.parts.sewing.buying import rounded_up
from bagpattern.parts.sewing.folds import FOLDS, fold_of
from bagpattern.parts.sewing.strips import Crossline, Strip, check_hardware, choose_sold
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Length, Said
from bagpattern.values import replace, value
from bagpattern.words import form, trade, words

KINDS = ("fabric", "webbing", "rolled")
"""What a handle can be made of."""
_CORDS = ("cord",)
FLAT_END = 35.0
"""mm at either end of a rolled handle without cord, so that it can be sewn flat [K]."""
LEAST_LOOP = 40.0
"""mm that a loop is longer than its ends are apart, at the least, to put a hand through [K]."""


@value
class Grip:
    """``count`` handles, each ``length`` mm between the stitchings of its ends, ``width`` mm wide where it is flat.

    ``cord`` is the thickness in mm of what is in a rolled one; its width follows from that.
    """

    id: str
    title: Said
    kind: str
    width: float
    length: float
    count: int
    fold: str
    cord: float
    inside: float = FLAT_END
    """mm at either end of a rolled one that stay flat."""
    mode: Mode = Mode.HANDLE
    ways: tuple[Way, ...] = (Way.HAND,)
    """How it carries the bag, the usual way first."""
    sewn: float = 0.0
    """mm at either end that are sewn down on a panel."""
    under: float | None = None
    """mm of either end beyond its stitching, under what is sewn over it; None: the seam allowance."""
    drop: float | None = None
    """mm that it rises above the rim on which it hangs, where it hangs on one."""
    over: float = 0.0
    """mm that the closed bag rises above that."""

    def faults(self, shop: Workshop) -> Iterator[Problem]:
        """What cannot be bought, or is too thin to be sewn in its cloth."""
        if self.kind == "webbing":
            yield from check_hardware(self.width, kinds=("webbing",))
        if self.kind == "rolled":
            yield from check_hardware(self.cord, "cord", _CORDS)
            yield from self._too_thin(shop)

    def _too_thin(self, shop: Workshop) -> Iterator[Problem]:
        """A tube whose ends are narrower than anything that can be sewn."""
        if under(self.layer(shop), LEAST_WIDTH):
            cords = (replace(self, cord=size) for size in sold_in_all(_CORDS))
            least = next(each.cord for each in cords if not under(each.layer(shop), LEAST_WIDTH))
            fault = words("its tube is {wide} wide, too narrow to be sewn", wide=Length(self.layer(shop)))
            yield refusal("cord", choose_sold(fault, self.cord, _CORDS, least, math.inf))

    def strip(self, shop: Workshop) -> Strip | None:
        """The strip that is cut for it; None for webbing, which is bought."""
        if self.kind == "webbing":
            return None
        rolled = self.kind == "rolled"
        fold = FOLDS["tube"] if rolled else fold_of(shop, self.fold)
        width = self.flat(shop) if rolled else self.width
        lines = (
            (
                Crossline(form("cord starts"), self.inside, LineKind.PLACEMENT, self._cord_id),
                Crossline(form("cord ends"), self.length - self.inside, LineKind.PLACEMENT, self._cord_id),
            )
            if rolled
            else ()
        )
        bulk = shop.thickness("shell")
        strap = self._strap(self.cord + 2 * bulk if rolled else self.width)
        under = {} if self.under is None else {"start": self.under, "end": self.under}
        return Strip(self.id, self.title, width, self.length, bulk, self.count, lines, fold, strap, under)

    def _strap(self, width: float) -> Strap:
        shows = self.length - 2 * self.sewn
        worn = tuple(Worn(way, shows) for way in self.ways)
        return Strap(self.mode, width, shows, shows, worn=worn, drop=self.drop, over=self.over)

    @property
    def _cord_id(self) -> str:
        return f"{self.id} cord"

    def flat(self, shop: Workshop) -> float:
        """mm across the flat ends of a tube round the cord: half of the way round it through the cloth's middle."""
        return math.pi * (self.cord + shop.thickness("shell")) / 2

    def layer(self, shop: Workshop) -> float:
        """mm across its ends."""
        strip = self.strip(shop)
        return self.width if strip is None else strip.layer

    def draft(self, shop: Workshop) -> Draft:
        """The handles with what they need."""
        strip = self.strip(shop)
        if strip is None:
            return Draft(notions=(self._webbing(shop.seam_allowance if self.under is None else self.under),))
        rolled = self.kind == "rolled"
        title, corded = self.title.lower(), self._corded() if rolled else ()
        making = words("Make the {title}", title=title) if self.count == 1 else words("Make the {title}s", title=title)
        steps = (task(making, *strip.making(shop), *corded),)
        return strip.draft() + Draft(notions=(self._cord(),) if rolled else (), tasks=steps)

    def _corded(self) -> tuple[Operation, ...]:
        draw = words("Draw the cord through it with a bodkin, until its ends lie at the marks.")
        across = words("Stitch across both ends of the cord, and back-tack.")
        return (
            done(Verb.THREAD, draw, self.id, notions=(self._cord_id,)),
            done(Verb.TOPSTITCH, across, self.id),
        )

    def _webbing(self, beyond: float) -> Notion:
        cut, title = self.length + 2 * beyond, self.title.lower()
        size, each = trade(self.width), self._each(cut)
        note = (
            words("for the {title}, {each}; seal cut ends with a flame", title=title, each=each)
            if self.count == 1
            else words("for the {title}s, {each}; seal cut ends with a flame", title=title, each=each)
        )
        title, buy, strap = words("Webbing"), rounded_up(cut), self._strap(self.width)
        return Notion(self.id, "webbing", title, size, cut, self.width, self.count, note, buy=buy, strap=strap)

    def _cord(self) -> Notion:
        long, title = self.length - 2 * self.inside, self.title.lower()
        size, each = trade(self.cord), self._each(long)
        note = (
            words("in the {title}, {each}", title=title, each=each)
            if self.count == 1
            else words("in the {title}s, {each}", title=title, each=each)
        )
        buy = rounded_up(long)
        return Notion(self._cord_id, "cord", words("Cord"), size, long, self.cord, self.count, note, buy=buy)

    def _each(self, cut: float) -> Said:
        """'2 of 480 mm', or the one length."""
        return words("{count} of {cut}", count=self.count, cut=Length(cut)) if self.count > 1 else Length(cut)
