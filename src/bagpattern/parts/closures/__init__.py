"""What every closure with a main zip shares."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from bagpattern.catalog.notions import ZIPS, Zip, zip_sizes
from bagpattern.errors import InputError
from bagpattern.model.draft import Draft
from bagpattern.model.notion import Notion
from bagpattern.parameters import listed, measure
from bagpattern.parts.bodies.body import ZIP
from bagpattern.parts.bodies.faced import BodySize, FacedBody
from bagpattern.parts.part import BagPart, refusal
from bagpattern.parts.sewing.clearing import STEP
from bagpattern.parts.sewing.zips import metre_zip, zip_sliders
from bagpattern.proposals import Cure, make_it
from bagpattern.registry import Family
from bagpattern.units import at_least, millimetres
from bagpattern.values import value

CLOSURES = Family("bagpattern.parts.closures", "closure")
JOIN = 15.0
"""mm from the zip's ends to where the face begins to curve: bulky places stay apart [construction 7.7, K]."""
BESIDE_ZIP = 8.0
"""mm of band on either side of the zip's tape, so that the presser foot passes [K]."""
SHARE_UP = 0.3
"""Of the height: where the zip ends on the sides, so that the front opens wide [jk-kanken: 40 of 350 mm; K]."""


@value
class Closure(BagPart):
    """A main zip over the top of the bag and down its sides."""

    family: ClassVar[str] = "closure"

    zip: str = listed("#5", zip_sizes, "the chain: #3 for pouches, #5 for bags, #8 and #10 for luggage")
    stop: float | None = measure(
        None, "20 mm", "400 mm", "height above the base at which the zip ends on the sides; left out: about a third up"
    )

    @property
    def chain(self) -> Zip:
        """The zip's measures."""
        return ZIPS[self.zip]

    @property
    def least_depth(self) -> float:
        """mm: the narrowest band in which the zip can be sewn."""
        return self.chain.tape + 2 * BESIDE_ZIP

    def stop_between(self, low: float, high: float, height: float) -> float:
        """mm above the base; the straight side runs from *low* to *high*. Raises InputError when it is not on there."""
        errors = list(self._misfits(low + JOIN, high - JOIN))
        if errors:
            raise errors[0]
        return self.stop or min(max(height * SHARE_UP // STEP * STEP, low + JOIN), high - JOIN)

    def _misfits(self, lowest: float, highest: float) -> Iterator[InputError]:
        if lowest > highest:
            fault = "the rounded corners leave no straight side for the zip to end on"
            yield refusal("stop", f"{fault}: make the radii {at_least(lowest - highest)} smaller, or the bag higher")
        elif self.stop is not None and not lowest <= self.stop <= highest:
            fault = f"{millimetres(self.stop)} is not on the straight side"
            mend = make_it(self, "stop", least=lowest, most=highest, otherwise="leave this out")
            above = " above the base" if mend.cure is Cure.BETWEEN else ""
            yield refusal("stop", f"{fault}: {mend}{above}")

    @abstractmethod
    def body(self, size: BodySize) -> FacedBody:
        """The body that this zip closes."""

    def closing(self, bag: Draft, prefix: str, zip_seam: str) -> Draft:
        """*bag* with the zip of its second compartment, whose panels' ids begin with *prefix*.

        Raises InputError when a zip of this kind cannot be had twice.
        """
        raise refusal("kind", 'two compartments take a zip in a band each: write closure.kind = "zip-band"')

    def notions(self, opening: float, tape: float, end: float, name: str = ZIP) -> tuple[Notion, ...]:
        """The zip to buy, with its sliders; *end* is mm from each end seam to the stops."""
        which = () if name == ZIP else (f"the {name}",)
        ends = f"cut the tape to {millimetres(tape)}, stops {millimetres(end)} from each end"
        note = "; ".join((*which, "two sliders, head to head", ends))
        return metre_zip(name, self.chain, opening, tape, note), zip_sliders(name, self.chain, 2)
