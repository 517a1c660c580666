"""No shoulder straps."""

from __future__ import annotations

from typing import ClassVar

from bagpattern.model.draft import Draft
from bagpattern.parts.straps import Straps
from bagpattern.parts.workshop import Workshop
from bagpattern.values import value


@value
class NoStraps(Straps):
    """None: the bag is not worn on the back."""

    worn: ClassVar[bool] = False

    width: float = 0.0
    length: float | None = None
    base_inset: float = 0.0
    tab: float = 0.0

    @property
    def reach(self) -> float:
        """Nothing ends under the anchor."""
        return 0.0

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* as it is."""
        return bag
