"""One strap for both: through a ring at the top to the base it makes a backpack, from side to side a crossbody bag.

It has a swivel at either end and one slider [construction 5.10]. Its length is solved for: let out it must go round
the wearer's body, taken in it must still be short enough for the back.
"""

from __future__ import annotations

import math
from typing import ClassVar, NamedTuple

from bagpattern.errors import raise_together
from bagpattern.geometry import areas
from bagpattern.lengths import over
from bagpattern.model.draft import Draft
from bagpattern.model.strap import Mode, Way, Worn
from bagpattern.parameters import choice, measure
from bagpattern.parts.carrying.anchor import ANCHOR, Ends
from bagpattern.parts.carrying.clip_strap import ClipStrap, strap_id
from bagpattern.parts.carrying.rings import clipped_on
from bagpattern.parts.carrying.tabs import RingTabs, ring_of
from bagpattern.parts.carrying.wearer import CLIP_FOLDS, CROSSBODY_SHARE, longest_for, ranging, shortest
from bagpattern.parts.part import refused, ruled, unjudged
from bagpattern.parts.sewing.folds import fold_choice
from bagpattern.parts.sewing.free_places import BULK
from bagpattern.parts.sewing.strips import check_hardware, joins
from bagpattern.parts.straps import RINGS, Straps, worn_on_back
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import chosen, within
from bagpattern.said import Length, Said, Scale
from bagpattern.values import replace, value
from bagpattern.words import form, words

RING = 30.0
"""mm of strap that lies through and beside the ring at the top [K]."""
ARM = 120.0
"""mm by which a strap is longer than the back between its rings, at the least, to put an arm through [K]."""
LOOP_SHOWS = 30.0
"""mm of the tab that holds the ring at the top [K]."""

_NAME, _LOOP = "convertible", "strap-loop"


class _Loops(NamedTuple):
    """What the strap must cover, in mm: worn on the back, tight and loose; across the body, the least and the most."""

    tight: float
    loose: float
    least: float
    most: float


@value
class Convertible(Straps):
    """One strap with two swivels: a backpack through the top ring, a crossbody bag from side ring to side ring."""

    clips_on: ClassVar[bool] = True

    length: float | None = measure(
        None, "70 cm", "240 cm", "at its longest, from swivel to swivel; left out: what serves both ways for the wearer"
    )
    of: str = choice("fabric", ("fabric", "webbing"), "what the strap is made of")
    fold: str = fold_choice()
    joins: int | None = joins()

    @property
    def reach(self) -> float:
        """mm from the middle of the anchor to the side of the tab in its middle."""
        return self.width / 2 + BULK

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the top ring, the base tabs and the strap. Raises InputError when no strap serves both ways."""
        raise_together(check_hardware(self.width))
        if ANCHOR not in bag:
            raise unjudged()
        length = self._solved(self._loops(bag))
        bag = self._top_ring(self.tabs(bag, shop), shop)
        note = words(
            "strap from {range}, on the back and across the body, for {told}",
            range=ranging(length, CLIP_FOLDS),
            told=self.wearer.told,
        )
        return bag + self._strap(length, note, bag).draft(shop) + ruled({"length": length})

    def _strap(self, length: float, note: Said, bag: Draft) -> ClipStrap:
        """Clipped to the rings at the base; across the body it goes from side ring to side ring."""
        title, rings, mode = words("convertible"), RINGS, Mode.CONVERTIBLE
        worn = Worn(Way.BACKPACK, 2 * worn_on_back(bag, self.wearer) + RING), *clipped_on(self.wearer)
        strap = ClipStrap(_NAME, title, self.of, self.width, length, self.fold, note, rings, mode, worn)
        return replace(strap, joins=self.joins, through=ring_of(_LOOP))

    def _loops(self, bag: Draft) -> _Loops:
        """What the wearer and this bag ask for; on a long bag the straps are longer than the torso asks."""
        _, bottom, _, _ = areas.bounds([bag["back"].stitching_line])
        _, ring, _, _ = areas.bounds([bag["back"].along(ANCHOR).path])
        tight, loose = self.wearer.paths
        least = ring - bottom + ARM
        tight, loose = max(tight, least), max(loose, least + loose - tight)
        least_across = self.wearer.least_crossbody if self.length else self.wearer.stature * CROSSBODY_SHARE
        return _Loops(2 * tight + RING, 2 * loose + RING, least_across, self.wearer.most_crossbody)

    def _solved(self, loops: _Loops) -> float:
        """mm: the given length, or the longest that can be taken in to the middle of what is worn on the back."""
        low = max(loops.least, loops.tight)
        high = longest_for(min(loops.loose, loops.most), CLIP_FOLDS)
        if self.length is not None:
            return self._judged(low, high)
        if over(low, high):
            raise refused(
                "length",
                words(
                    "a strap of {low}, for the body, cannot be taken in below {shortest}, but the back needs {loose}: "
                    'choose straps.kind = "fabric" or "webbing", with a crossbody strap of its own',
                    low=_told(low),
                    shortest=_told(shortest(low, CLIP_FOLDS)),
                    loose=_told(loops.loose),
                ),
            )
        middle = longest_for((loops.tight + loops.loose) / 2, CLIP_FOLDS)
        return math.floor(max(low, min(middle, loops.most, high)) / 10) * 10.0

    def _judged(self, low: float, high: float) -> float:
        length = self.length or 0.0
        if low <= length <= high:
            return length
        fault = (
            words(
                "{length} is too short for {told} to go round the body, or to let an arm through",
                length=Length(length, Scale.CM),
                told=self.wearer.told,
            )
            if length < low
            else words(
                "{length} is at its shortest {taken_in}, too long on the back of {told}",
                length=Length(length, Scale.CM),
                taken_in=_told(shortest(length, CLIP_FOLDS)),
                told=self.wearer.told,
            )
        )
        found = within(self, "length", least=low, most=high)
        fits: Said = chosen(*found, length, scale=Scale.CM) if found else words("no length serves both")
        raise refused("length", words("{fault}: {fits}", fault=fault, fits=fits))

    def _top_ring(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the ring that the strap runs through, in a tab under the middle of the anchor's lower edge."""
        loop = RingTabs(_LOOP, words("Strap loop"), self.width, LOOP_SHOWS, (), "width", leads=strap_id(_NAME))
        strip, made = loop.made(shop)
        ends = Ends("strap loop", form("strap loop {number}"), strip.layer, (0.0, 0.0), "bottom", "width")
        return ends.held(bag + made, strip, (("start", 1), ("end", 1)))


def _told(length: float) -> Length:
    """A strap's length, in whole millimetres, as it is told."""
    return Length(round(length), Scale.CM)
