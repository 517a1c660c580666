"""Pockets, one file a kind: here is what all of them are, a part with a name of its own on a named panel."""

from __future__ import annotations

from typing import ClassVar

from bagpattern.catalog.items import item_names
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Panel
from bagpattern.parameters import several, text
from bagpattern.parts.part import NamedPart, host
from bagpattern.registry import Family
from bagpattern.values import value

POCKETS = Family("bagpattern.parts.pockets", "pocket")


@value
class Pocket(NamedPart):
    """A pocket: a part with a name of its own, on a named panel."""

    family: ClassVar[str] = "pocket"
    splits: ClassVar[bool] = False
    """Whether the pocket divides its panel in two."""

    name: str = text(None, "what the pocket is called; its pieces are named after it")
    panel: str = text(None, "the panel it is on")
    holds: tuple[str, ...] = several(
        "what it is to hold, by name; sizes that are left out follow from it", source=item_names
    )

    def host(self, bag: Draft) -> Panel:
        """The panel that the pocket is on. Raises InputError when there is none, or several copies."""
        return host(bag, self.panel)
