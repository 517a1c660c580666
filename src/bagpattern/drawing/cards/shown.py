"""A bag in its own colours, to stand on a sheet beside others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from bagpattern.drawing.model import Look
from bagpattern.drawing.views.beside import Beside, View, numbered_looks


class Shown(NamedTuple):
    """One view of a bag, and its colours by slot or stuff."""

    view: View
    colours: Mapping[str, str]

    def fitted(self, width: float, height: float, number: int) -> Beside:
        """As large as it can be in so many mm; its *number* on the sheet is its own."""
        return Beside((self.view,), {}, width, height, coloured=True, first=number)

    def looks(self, number: int) -> dict[str, Look]:
        """How it is drawn."""
        return numbered_looks(self.colours, [number])
