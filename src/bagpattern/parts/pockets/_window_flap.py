"""A flap over a zip in a window: it hangs from a line above that, and keeps rain off."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.errors import Problem
from bagpattern.geometry.path import Path
from bagpattern.geometry.placement import moved
from bagpattern.lengths import under
from bagpattern.model.draft import Draft
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.operation import Verb, done, task
from bagpattern.model.panel import Panel
from bagpattern.model.seam import Caught, Run, Seam, SeamKind
from bagpattern.parts.part import refusal
from bagpattern.parts.pockets._flap_made import closing_seams, flap_hung, flap_layers, flap_made
from bagpattern.parts.sewing.flaps import FlapShape
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import make_it
from bagpattern.said import Length, Said
from bagpattern.values import value
from bagpattern.words import words

ABOVE_ZIP = 14.0
"""mm from the window up to the hinge: the hinge's raw edge is enclosed 8 below it, the window topstitched beside it
[K]."""
BELOW_ZIP, BESIDE_ZIP = 6.0, 8.0
"""mm that the flap hangs below the window at the least, and is longer than it at either end [K]."""


@value
class WindowFlap:
    """A flap ``wide`` mm from its hinge to its edge, over a window *opening* mm long and ``high`` mm across its zip."""

    pocket: str
    name: Said
    host: Panel
    wide: float
    opening: float
    high: float
    shop: Workshop

    @property
    def shape(self) -> FlapShape:
        """Straight, and longer than its zip."""
        return FlapShape(self.opening + 2 * BESIDE_ZIP, self.wide)

    @property
    def title(self) -> Said:
        """What it is called."""
        return words("{pocket} flap", pocket=self.name)

    @property
    def hinge(self) -> Path:
        """The line that it hangs from, drawn round the window's middle."""
        up = self.high / 2 + ABOVE_ZIP - self.wide
        return self.shape.hinge.placed(moved(-self.shape.width / 2, up))

    def mark(self, hinge: Path) -> Line:
        """That line, as it lies on its panel."""
        return Line(f"{self.pocket} flap", hinge, LineKind.PLACEMENT, self.title)

    def draft(self, bag: str) -> Draft:
        """Its layers, what closes them, and how it is made and hung while the pocket's *bag* is open."""
        slot = self.host.material
        slots = (slot,) if self.shop.lap(slot) else (slot, slot)
        flap, inner = (
            f"{self.pocket}-flap",
            tuple(Caught((Run(f"{self.pocket}-flap-back", "top"),), 0.0) for _ in slots[1:]),
        )
        panels = flap_layers(self.shop, flap, self.title, self.shape, slots)
        on = (Run(self.host.id, f"{self.pocket} flap"),)
        hinge = Seam(f"{flap} to {self.host.id}", on, (Run(flap, "top"),), SeamKind.PLACEMENT, inner)
        closing = closing_seams(self.pocket, panels)
        made = task(
            words("Make the flap of the {name}", name=self.name),
            *flap_made(self.shop, slots, flap, self.shape, closing),
        )
        away = done(Verb.FOLD, _AWAY, bag)
        hung = flap_hung(self.shop, slots, flap, closing, hinge)
        sewn = task(words("Sew on the flap of the {name}", name=self.name), away, *hung)
        return Draft(panels, (*closing, hinge), tasks=(made, sewn))


def flap_faults(of: object, wide: float | None, across: bool, high: float) -> Iterator[Problem]:
    """A flap over a zip that runs down, from which it would fall open, or that does not hang below its window.

    *of* declares it as ``flap``.
    """
    if wide is None:
        return
    least = ABOVE_ZIP + high + BELOW_ZIP
    if not across:
        yield refusal("flap", words('hangs beside a zip that runs down: leave this out, or write direction = "across"'))
    elif under(wide, least):
        fault = words("does not hang below a window of {high}", high=Length(high))
        yield refusal("flap", words("{fault}: {mend}", fault=fault, mend=make_it(of, "flap", least=least)))


_AWAY = words("Fold the pocket bag down behind the panel, away from the line of the flap.")
