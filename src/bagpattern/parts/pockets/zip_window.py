"""A zip set into a window of the panel, with a one-piece bag behind it [construction 3.6]."""

from __future__ import annotations

from bagpattern.model.panel import Panel
from bagpattern.parameters import choice, flag
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

    @property
    def across(self) -> bool:
        """Whether the zip runs from side to side."""
        return self.direction == "across"

    def pieces(self, host: Panel, size: WindowSize, shop: Workshop) -> WindowPieces:
        """The bag, and the facing if there is one."""
        return WindowPieces(self.id, self.called, host, size, self.gap, self.edge, self.facing, shop, self.allowance)
