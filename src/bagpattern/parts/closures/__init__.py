"""What every closure with a main zip shares."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar

from bagpattern.catalog.notions import Zip, zip_sizes
from bagpattern.errors import Problem, raise_together
from bagpattern.lengths import between, over
from bagpattern.model.draft import Draft
from bagpattern.model.notion import Notion
from bagpattern.parameters import listed, measure
from bagpattern.parts.bodies.faced import BodySize, FacedBody
from bagpattern.parts.naming import ZIP, Naming
from bagpattern.parts.part import BagPart, refusal, refused
from bagpattern.parts.sewing.clearing import STEP
from bagpattern.parts.sewing.zips import allowance_declared, gap_declared, gap_misfits, metre_zip, shown, zip_sliders
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import chosen, within
from bagpattern.registry import Family
from bagpattern.said import NOTHING, Length, Words
from bagpattern.values import value
from bagpattern.words import at_least, series, words

CLOSURES = Family("bagpattern.parts.closures", "closure")
JOIN = 15.0
"""mm from the zip's ends to where the face begins to curve: bulky places stay apart [construction 7.7, K]."""
BESIDE_ZIP = 8.0
"""mm of band on either side of the zip's tape, so that the presser foot passes [K]."""
TWO_SLIDERS = 400.0
"""mm of zip from which two sliders are worth their weight: a hand draws a single one along a shorter one [K]."""
SHARE_UP = 0.3
"""Of the height: where the zip ends on the sides, so that the front opens wide [jk-kanken: 40 of 350 mm; K]."""


@value
class Closure(BagPart):
    """A main zip over the top of the bag and down its sides."""

    family: ClassVar[str] = "closure"

    zip: str = listed("#5", zip_sizes, "the chain: #3 for pouches, #5 for bags, #8 and #10 for luggage")
    gap: float | None = gap_declared()
    allowance: float | None = allowance_declared()
    stop: float | None = measure(
        None, "20 mm", "400 mm", "height above the base at which the zip ends on the sides; left out: about a third up"
    )

    @property
    def chain(self) -> Zip:
        """The zip's measures, as much of it shown as is asked for."""
        return shown(self.zip, self.gap, self.allowance)

    @property
    def by_rule(self) -> Mapping[str, float]:
        """Of the zip, by its chain."""
        return {"gap": self.chain.gap, "allowance": self.chain.beyond_centre}

    @property
    def least_depth(self) -> float:
        """mm: the narrowest band in which the zip can be sewn."""
        return self.chain.tape + 2 * BESIDE_ZIP

    def stop_between(self, low: float, high: float, height: float) -> float:
        """mm above the base; the straight side runs from *low* to *high*. Raises InputError when it is not on there."""
        raise_together((*gap_misfits(self, self.chain), *self._misfits(low + JOIN, high - JOIN)))
        return self.stop or min(max(height * SHARE_UP // STEP * STEP, low + JOIN), high - JOIN)

    def curve_faults(self, body: FacedBody, inset: float) -> Iterable[Problem]:
        """Why the cloth at the zip does not go round a face of *body*, those of the lining *inset* mm further in."""
        return ()

    def _misfits(self, lowest: float, highest: float) -> Iterator[Problem]:
        if over(lowest, highest):
            fault = words(
                "the rounded corners leave no straight side for the zip to end on: "
                "make the radii {bound} smaller, or the bag higher",
                bound=at_least(lowest - highest),
            )
            yield refusal("stop", fault)
        elif self.stop is not None and not between(self.stop, lowest, highest):
            found = within(self, "stop", least=lowest, most=highest)
            mend = (
                words("{bounds} above the base", bounds=chosen(*found, self.stop)) if found else words("leave this out")
            )
            fault = words("{stop} is not on the straight side: {mend}", stop=Length(self.stop), mend=mend)
            yield refusal("stop", fault)

    @abstractmethod
    def body(self, size: BodySize) -> FacedBody:
        """The body that this zip closes."""

    def closing(self, bag: Draft, named: Naming, zip_seam: str, shop: Workshop) -> Draft:
        """*bag* with the zip of its second compartment, whose panels are *named* so.

        Raises InputError when a zip of this kind cannot be had twice.
        """
        raise refused("kind", words('two compartments take a zip in a band each: write closure.kind = "zip-band"'))

    def notions(self, opening: float, tape: float, end: float, name: str = ZIP) -> tuple[Notion, ...]:
        """The zip to buy, with its sliders; *end* is mm from each end seam to the stops."""
        which = NOTHING if name == ZIP else words("the {name}", name=Words(name))
        ends = words("cut the tape to {tape}, stops {end} from each end", tape=Length(tape), end=Length(end))
        count = 2 if opening >= TWO_SLIDERS else 1
        told = words("two sliders, head to head") if count > 1 else words("one slider")
        note = series((which, told, ends), "; ")
        return metre_zip(name, self.chain, opening, tape, note), zip_sliders(name, self.chain, count)
