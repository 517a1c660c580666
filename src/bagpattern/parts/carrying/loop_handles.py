"""Two loops to carry an open bag by, their length from the drop; caught in the rim or sewn on below it.

It knows no style: a style says on which edges the loops hang.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import field

from bagpattern.errors import Problem, raise_together
from bagpattern.lengths import between, under
from bagpattern.model.closing import Closes
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Role
from bagpattern.model.seam import SeamKind
from bagpattern.model.strap import Way
from bagpattern.model.wall import Wall
from bagpattern.parameters import choice, flag, measure
from bagpattern.parts.carrying.grips import FLAT_END, KINDS, LEAST_LOOP, Grip
from bagpattern.parts.carrying.loop_ends import LoopEnds, Rim
from bagpattern.parts.carrying.wearer import SHOULDER_DROP, Wearer, loop_ways
from bagpattern.parts.part import BagPart, host, refusal, refused, ruled
from bagpattern.parts.sewing.clearing import STEP, down_from, first_that
from bagpattern.parts.sewing.folds import fold_choice
from bagpattern.parts.sewing.free_places import BULK, TabPlace, is_free
from bagpattern.parts.sewing.joinery import place_on
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import either, make_it
from bagpattern.said import NOTHING, Length, Name
from bagpattern.values import replace, value
from bagpattern.words import words

BY_RIM = "by-rim"
CAUGHT, SEWN_ON = "caught", "sewn-on"
HAND, SHOULDER = 120.0, 250.0
"""mm of drop: 100 to 140 in the hand [construction 5.2, K], 200 to 300 from the shoulder [construction 5.2]."""
LEAST_HAND_DROP = 100.0
"""mm of that above what rises over the rim: the least in the hand [construction 5.2, K]."""
SPACING_SHARE = 0.36
"""Of the rim's edge: the ends about a third of it apart [K]."""
LEAST_SPACING = 40.0
"""mm between the middles of a loop's ends, where they are not said [K]."""
BESIDE_ZIP = 10.0
"""mm from a zip's coil to an end that is sewn on: its topstitching lies between [K]."""


@value
class LoopHandles(BagPart):
    """Two loops, one on either side of the opening."""

    kind: str = choice("fabric", (*KINDS, "none"), "of the shell cloth, of webbing, rolled round a cord, or no handles")
    width: float = measure("25 mm", "15 mm", "60 mm", "finished; a rolled handle is as wide as its cord makes it")
    drop: float | None = measure(
        None,
        "6 cm",
        "70 cm",
        "from the rim up to the hand or shoulder; left out: {12 cm}, or {25 cm} where wearer.carry names the shoulder, "
        "and over a collar {10 cm} or {20 cm} more than that is high",
    )
    length: float | None = measure(
        None, "15 cm", "140 cm", "of each loop, from rim to rim; left out: what the drop asks for"
    )
    spacing: float | None = measure(
        None, "40 mm", "50 cm", "between the middles of a loop's ends; left out: about a third of the rim's edge"
    )
    ends: str = choice(
        BY_RIM,
        (BY_RIM, CAUGHT, SEWN_ON),
        "caught in the seam of the rim, or sewn on to the panel below it; by-rim: caught where the rim is sewn",
    )
    reach: float = measure("60 mm", "30 mm", "300 mm", "how far an end that is sewn on reaches below the rim")
    reinforced: bool = flag(True, "a patch of the shell cloth behind each end that is sewn on")
    fold: str = fold_choice()
    cord: float = measure("8 mm", "4 mm", "12 mm", "thickness of the cord in a rolled handle")
    rims: tuple[Rim, ...] = (Rim("front"), Rim("back"))
    wearer: Wearer = field(default_factory=Wearer)
    below: float = 0.0
    """mm of the panels below their rim's edge that are rolled down or drawn together: handles are sewn on under it."""
    above: float = 0.0
    """mm of the closed bag above the edges on which they hang: a hand or a shoulder is above that."""

    @property
    def serve(self) -> tuple[str, ...]:
        """The ways to carry a bag that they serve: as long as those ask, unless they are told to be short."""
        if self.kind == "none":
            return ()
        given = self.length or self.drop
        return ("hand",) if given is not None and under(self.drop or 0.0, SHOULDER_DROP) else ("hand", "shoulder")

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with both loops. Raises InputError when they do not hang on its rim, or leave no loop."""
        if self.kind == "none":
            return bag
        if any(each.kind is Closes.ROLL and each.turns == 1 for each in bag.closings):
            fault = words("the rim is folded down over the front, where a loop would hang")
            raise refused("kind", words('{fault}: write kind = "none", or close it in another way', fault=fault))
        if any(panel.is_on(Wall.TOP) for panel in bag.panels if panel.role is Role.CLOSURE):
            fault = words("a lid lies over the rim on which they would hang")
            raise refused("kind", words('{fault}: write kind = "none", or close it in another way', fault=fault))
        for rim in self.rims:
            host(bag, rim.panel, "kind")
        caught = self._is_caught(bag)
        spacing = self._spaced(bag, shop, caught)
        length = self._loop(spacing)
        drop = math.sqrt(max(length**2 - spacing**2, 0.0)) / 2
        grip = self._grip(length, caught, loop_ways(drop - max(self.below, self.above)))
        grip = replace(grip, drop=drop, over=self.above)
        raise_together((*self._misfits(length, spacing), *grip.faults(shop)))
        reach = 0.0 if caught else self.reach
        ends = LoopEnds(grip, self.rims, spacing, reach, self.reinforced, self._free_below(bag))
        bag = ends.caught(bag, shop) if caught else ends.sewn_on(bag, shop)
        return bag + ruled({"spacing": spacing, "length": length} | ({} if self.length else {"drop": self._drop}))

    def _free_below(self, bag: Draft) -> float:
        """mm below the rim's edge that the ends leave free: what is rolled down, or a zip with its topstitching."""
        zips = max(bag[rim.panel].edge(rim.edge).zip for rim in self.rims)
        return max(self.below, zips / 2 + BESIDE_ZIP if zips else 0.0)

    def _is_caught(self, bag: Draft) -> bool:
        """Whether the seam of the rim holds the ends. Raises InputError when it is to, and there is none."""
        if self.below:
            if self.ends == CAUGHT:
                raise refused(
                    "ends",
                    words(
                        'the rim is not where the bag ends when it is closed: write "{sewn_on}"', sewn_on=Name(SEWN_ON)
                    ),
                )
            return False
        places = [self._place(bag, rim, 0.0) for rim in self.rims]
        found = [place_on(bag, place.panel, place.edge, place.at, place.at) for place in places]
        if any(place is not None and place.seam.kind is SeamKind.ZIP for place in found):
            if self.ends == CAUGHT:
                raise refused(
                    "ends",
                    words(
                        'a zip is sewn to the rim, and would be stiff there: write "{sewn_on}"', sewn_on=Name(SEWN_ON)
                    ),
                )
            return False
        sewn = all(found)
        if self.ends == CAUGHT and not sewn:
            raise refused(
                "ends",
                words(
                    'nothing is sewn to the rim, it is hemmed: write "{sewn_on}", or take a lining',
                    sewn_on=Name(SEWN_ON),
                ),
            )
        return sewn if self.ends == BY_RIM else self.ends == CAUGHT

    @staticmethod
    def _place(bag: Draft, rim: Rim, offset: float) -> TabPlace:
        """The place *offset* mm along the edge from the middle of a loop."""
        middle = bag[rim.panel].edge(rim.edge).length / 2 if rim.middle is None else rim.middle
        return TabPlace(rim.panel, rim.edge, middle + offset)

    def _spaced(self, bag: Draft, shop: Workshop, caught: bool) -> float:
        """mm between the middles of a loop's ends: as given if the rim has room there, else by rule."""
        half = self._grip(0.0, True, ()).layer(shop) / 2 + BULK

        def free(spacing: float) -> bool:
            return all(
                self._is_free(bag, self._place(bag, rim, side * spacing / 2), half, caught)
                for rim in self.rims
                for side in (-1, 1)
            )

        edge = min(bag[rim.panel].edge(rim.edge).length for rim in self.rims)
        wanted = self.spacing or max(edge * SPACING_SHARE // STEP * STEP, LEAST_SPACING)
        if free(wanted):
            return wanted
        best = first_that(free, down_from(min(wanted, edge), LEAST_SPACING))
        if self.spacing is None and best is not None:
            return best
        most = -math.inf if best is None else best
        mend = make_it(self, "spacing", most=most, otherwise=words("make the handles narrower"))
        raise refused(
            "spacing",
            words("ends {wanted} apart do not find room on the rim: {mend}", wanted=Length(wanted), mend=mend),
        )

    @staticmethod
    def _is_free(bag: Draft, place: TabPlace, half: float, caught: bool) -> bool:
        length = bag[place.panel].edge(place.edge).length
        if not between(place.at, half, length - half):
            return False
        return not caught or is_free(bag, (place,), half)

    def _loop(self, spacing: float) -> float:
        """mm from rim to rim: two straight sides of a triangle as high as the drop [construction 5.2]."""
        return self.length or math.ceil(2 * math.hypot(self._drop, spacing / 2) / STEP) * STEP

    @property
    def _drop(self) -> float:
        """mm from the rim up, where no length is given: as usual, and enough over what rises above the rim."""
        usual, least = (SHOULDER, SHOULDER_DROP) if "shoulder" in self.wearer.carry else (HAND, LEAST_HAND_DROP)
        return self.drop or max(usual, self.above + least)

    def _grip(self, length: float, caught: bool, ways: tuple[Way, ...]) -> Grip:
        reach = 0.0 if caught else self.reach
        flat = FLAT_END + reach
        title, long, count = words("Handle"), length + 2 * reach, len(self.rims)
        grip = Grip("handle", title, self.kind, self.width, long, count, self.fold, self.cord, flat, sewn=reach)
        return replace(grip, ways=ways)

    def _misfits(self, length: float, spacing: float) -> Iterator[Problem]:
        if self.length is not None and self.drop is not None:
            yield refusal("length", words("follows from the drop: leave one of the two out"))
        elif under(length, spacing + LEAST_LOOP):
            fault = words("ends {spacing} apart leave no loop", spacing=Length(spacing))
            key, least = ("length", spacing + LEAST_LOOP) if self.length else ("drop", self._least_drop(spacing))
            mend = either(make_it(self, key, least=least, otherwise=NOTHING), words("bring the ends closer"))
            yield refusal(key, words("{fault}: {mend}", fault=fault, mend=mend))

    @staticmethod
    def _least_drop(spacing: float) -> float:
        """mm of drop of the shortest loop."""
        return math.sqrt(((spacing + LEAST_LOOP) / 2) ** 2 - (spacing / 2) ** 2)
