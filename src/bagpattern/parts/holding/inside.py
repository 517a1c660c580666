"""The bag itself as a space: within its lining, closed by its main zip or open at its rim."""

from __future__ import annotations

from bagpattern.model.draft import Draft
from bagpattern.parts.bodies.body import Body
from bagpattern.parts.holding.contents import main_space
from bagpattern.parts.naming import ZIP
from bagpattern.parts.part import BagPart
from bagpattern.parts.workshop import Workshop
from bagpattern.values import value


@value
class Inside(BagPart):
    """What is left inside ``body``, the layer of the lining, for what the bag ``holds``."""

    body: Body
    holds: tuple[str, ...]

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag*, in which the main zip lies already, with the space inside told. Raises InputError at ``holds``."""
        mouth = next((notion.opening or 0.0 for notion in bag.notions if notion.id == ZIP), None)
        return bag + Draft(spaces=(main_space(self.body.hollow(), mouth, shop.things(self.holds)),))
