"""A rim that nothing closes."""

from __future__ import annotations

from typing import ClassVar

from bagpattern.model.draft import Draft
from bagpattern.parts.tops import Top
from bagpattern.parts.workshop import Workshop
from bagpattern.values import value


@value
class Open(Top):
    """Nothing: the bag stays open."""

    on_curve: ClassVar[bool] = True

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* as it is."""
        return bag
