"""A zip set into a window of the panel, with a one-piece bag behind it [construction 3.6]."""

from __future__ import annotations

from bagpattern.errors import raise_together
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Panel
from bagpattern.parameters import choice, flag, measure
from bagpattern.parts.pockets._window_flap import WindowFlap, flap_faults
from bagpattern.parts.pockets._window_pieces import EDGES, TURNED, WindowPieces
from bagpattern.parts.pockets._window_size import WindowSize
from bagpattern.parts.pockets._windows import WindowPocket
from bagpattern.parts.workshop import Workshop
from bagpattern.values import value


@value
class ZipWindow(WindowPocket):
    """A zip in a window cut into the panel, the pocket bag hanging behind it."""

    direction: str = choice("across", ("across", "down"), "which way the zip runs on the panel")
    edge: str = choice(TURNED, EDGES, "the window is turned through, or cut out on its line (leather, vinyl, felt)")
    facing: bool = flag(False, "with the panel's own cloth behind its window, so that no lining shows beside the zip")
    flap: float | None = measure(
        None, "25 mm", "60 mm", "of a flap over the zip, from its hinge to its edge; left out: none"
    )

    @property
    def across(self) -> bool:
        """Whether the zip runs from side to side."""
        return self.direction == "across"

    def pieces(self, host: Panel, size: WindowSize, shop: Workshop) -> WindowPieces:
        """The bag, and the facing and the flap if there are such."""
        wide, edge = self.flap, self.edge
        flap = None if wide is None else WindowFlap(self.id, self.called, host, wide, size.opening, self.gap, shop)
        return WindowPieces(self.id, self.called, host, size, self.gap, edge, self.facing, shop, self.allowance, flap)

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the pocket. Raises InputError as other windows do, and for a flap that does not cover the zip."""
        raise_together(flap_faults(self, self.flap, self.across, self.gap))
        return super().add(bag, shop)
