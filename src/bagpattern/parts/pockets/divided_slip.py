"""A slip pocket with slots: stitched through to the panel between them, pens beside things [construction 4.3]."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from bagpattern.errors import Problem, raise_together
from bagpattern.geometry.placement import moved
from bagpattern.geometry.points import point
from bagpattern.geometry.shapes import rectangle_path
from bagpattern.lengths import over, under
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Panel, Role
from bagpattern.model.space import Space
from bagpattern.parameters import count, measure, several
from bagpattern.parts.holding.contents import Wanted, cloth_on, unheld, wanted
from bagpattern.parts.part import refusal
from bagpattern.parts.pockets._flat import FlatPocket
from bagpattern.parts.pockets._spots import Spot
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import Given, given, make_it
from bagpattern.said import Length, Name, Said
from bagpattern.units import parse_length
from bagpattern.values import replace, value
from bagpattern.words import at_least, series, words

LEAST_SLOT = 15.0
"""mm: nothing goes into a narrower slot; pens take 20 [construction 4.3, K]."""
_SAME = 0.05


@value
class DividedSlip(FlatPocket):
    """A slip pocket divided by stitching: each thing that it holds in a slot of its own, pens beside them."""

    slots: int = count(0, 0, 8, "how many, beside those for pens; 0: one for each width or thing, two at least")
    widths: tuple[str, ...] = several(
        'of slots from left to right, such as "9 cm"; the others: for what they hold, or equal'
    )
    pens: int = count(0, 0, 8, "slots for pens, at its right")
    pen_width: float = measure("25 mm", "15 mm", "50 mm", "of each slot for a pen")

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the pocket sewn on and divided. Raises InputError when its slots do not add up."""
        raise_together((*self._slot_faults(), *self._width_faults()))
        return super().add(bag, shop)

    def _slot_faults(self) -> Iterator[Problem]:
        if self.number + self.pens < 2:
            yield refusal("slots", words("one slot is a slip pocket: make it at least 2, or pens at least 1"))
        for key, many in (("holds", len(self.holds)), ("widths", len(self.widths))):
            if many > self.number:
                fault = words(
                    "there are {many} of them, and {number} slots beside those for pens",
                    many=many,
                    number=self.number,
                )
                yield refusal(key, words("{fault}: write slots = {many}, or take some out", fault=fault, many=many))

    def _width_faults(self) -> Iterator[Problem]:
        """Widths that are no length, or too narrow for any slot."""
        for text in dict.fromkeys(self.widths):
            try:
                width = parse_length(text)
            except ValueError as error:
                yield refusal("widths", error.args[0])
                continue
            if under(width, LEAST_SLOT):
                mend = make_it(self, "widths", least=LEAST_SLOT)
                yield refusal("widths", words("no slot is {width} wide: {mend}", width=Length(width), mend=mend))

    @property
    def number(self) -> int:
        """How many slots there are beside those for pens."""
        return self.slots or max(len(self.widths), len(self.holds), 1 if self.pens else 2)

    # widths -----------------------------------------------------------------------------------------------------------

    def _known(self, host: Panel, shop: Workshop) -> list[float]:
        """mm of each slot that is not for a pen: as given, else for what it holds; 0 for one that shares the rest."""
        found = [parse_length(text) for text in self.widths]
        found += [self._for_thing(name, host, shop).width for name in self.holds[len(found) :]]
        return found + [0.0] * (self.number - len(found))

    @staticmethod
    def _for_thing(name: str, host: Panel, shop: Workshop) -> Wanted:
        """The size of a slot for one thing."""
        return wanted(shop.things((name,)), cloth_on(host), open_top=True)[0]

    def slot_widths(self, spot: Spot, shop: Workshop) -> list[float]:
        """mm of every slot, from left to right.

        What the others leave is shared equally by those left open; where there is none, by those for things, if the
        pocket's width is given.
        """
        known = self._known(spot.host, shop)
        rest = spot.inner[0] - sum(known) - self.pens * self.pen_width
        sharing = [at for at, width in enumerate(known) if not width]
        if not sharing and self.width is not None:
            sharing = [*range(len(self.widths), self.number)]
        shared = [rest / len(sharing) if at in sharing else 0.0 for at in range(self.number)]
        return [width + more for width, more in zip(known, shared, strict=True)] + [self.pen_width] * self.pens

    def divisions(self, spot: Spot, shop: Workshop) -> Sequence[float]:
        """Between each slot and the next."""
        return list(accumulate(self.slot_widths(spot, shop)))[:-1]

    # where it lies ----------------------------------------------------------------------------------------------------

    def spot(self, host: Panel, shop: Workshop) -> Spot:
        """Its place: as wide as its slots together, as high as the highest thing in it needs."""
        plain, known = self._undivided(host, shop), self._known(host, shop)
        high = max((self._for_thing(name, host, shop).height for name in self.holds), default=0.0)
        if high and self.height is None:
            plain = replace(plain, height=high + plain.lap)
        if self.width is None and 0.0 not in known:
            plain = replace(plain, width=sum(known) + self.pens * self.pen_width + 2 * plain.lap)
        return plain

    def _undivided(self, host: Panel, shop: Workshop) -> Spot:
        """The place of a slip pocket that holds nothing."""
        return super(DividedSlip, replace(self, holds=())).spot(host, shop)

    def faults(self, spot: Spot, shop: Workshop) -> Iterator[Problem]:
        """Slots that are too narrow, or do not add up to the width."""
        widths, known = self.slot_widths(spot, shop), self._known(spot.host, shop)
        taken = sum(known) + self.pens * self.pen_width + known.count(0.0) * LEAST_SLOT + 2 * spot.lap
        if under(min(widths), LEAST_SLOT):
            fault = words("{count} slots have no room in {width}", count=len(widths), width=Length(spot.width))
            key = "slots" if self.width is None else "width"
            yield refusal(key, words("{fault}: {wider}", fault=fault, wider=self._wider(spot, taken)))
        elif over(abs(sum(widths) - spot.inner[0]), _SAME):
            fault = words(
                "its slots take {taken}, and the pocket is {width} wide", taken=Length(taken), width=Length(spot.width)
            )
            yield refusal("width", words("{fault}: leave the width out, or one of the widths", fault=fault))

    def _wider(self, spot: Spot, taken: float) -> Said:
        """What would do: a width, in mm *taken* by all slots, or as many slots as the panel has room for."""
        most = spot.most["width"]
        if not over(taken, most):
            return words("make the width {bound}", bound=at_least(taken))
        many = int((most - 2 * spot.lap - self.pens * self.pen_width) // LEAST_SLOT)
        if many < 1:
            pens = max(int((most - 2 * spot.lap - LEAST_SLOT) // self.pen_width), 0)
            return (
                words("there is room for pens = {pens} at most", pens=pens) if pens else words("choose another panel")
            )
        return words(
            "even as wide as the {id} allows there is room for slots = {many} at most",
            id=Name(spot.host.id),
            many=many,
        )

    # what it holds ----------------------------------------------------------------------------------------------------

    def space(self, spot: Spot, shop: Workshop) -> Draft:
        """Each slot as what it holds meets it. Raises InputError when that does not go in."""
        slots, problems, left = list[Space](), list[Problem](), 0.0
        for at, width in enumerate(self.slot_widths(spot, shop)):
            slots.append(self._slot(spot, shop, at, left, width))
            problems += unheld(slots[at], self._givens(at, width))
            left += width
        raise_together(problems)
        return Draft(spaces=tuple(slots))

    def _givens(self, at: int, width: float) -> Mapping[str, Given]:
        own = width if at < len(self.widths) else None
        return {"width": Given(self, "widths", own), "height": given(self, "height")}

    def _slot(self, spot: Spot, shop: Workshop, at: int, left: float, width: float) -> Space:
        high, pen = spot.inner[1], at >= self.number
        number = at - self.number + 1 if pen else at + 1
        title = words("pen slot {number}", number=number) if pen else words("slot {number}", number=number)
        return Space(
            f"{self.id}-pen-slot-{number}" if pen else f"{self.id}-slot-{number}",
            series((self.called, title), ", "),
            self.cloth(spot.host),
            rectangle_path(width, high, point(0, high / 2)),
            panel=spot.host.id,
            at=moved(left + width / 2, 0.0).then(spot.at),
            open_top=True,
            headroom=spot.headroom - spot.lap,
            inside=spot.host.role is Role.LINING,
            holds=shop.things(self.holds[at : at + 1]) if not pen else (),
        )
