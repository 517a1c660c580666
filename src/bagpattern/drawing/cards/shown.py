"""A bag in its own colours, to stand on a sheet beside others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from bagpattern.drawing.model import Look
from bagpattern.drawing.views.beside import Beside, View, numbered_looks

if TYPE_CHECKING:
    from bagpattern.sewn.appearance import Appearance


class Shown(NamedTuple):
    """One view of a bag, and how its cloths and stuffs look: ``colours`` and all of it, by slot."""

    view: View
    colours: Mapping[str, str]
    prints: Mapping[str, Appearance]

    def fitted(self, width: float, height: float, number: int) -> Beside:
        """As large as it can be in so many mm; its *number* on the sheet is its own."""
        return Beside((self.view,), {}, width, height, self.prints, number)

    def looks(self, number: int) -> dict[str, Look]:
        """How it is drawn."""
        return numbered_looks(self.colours, [number])
