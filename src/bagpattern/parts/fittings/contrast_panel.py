"""A whole panel of the body that is cut from another cloth of the bag, such as its base."""

from __future__ import annotations

from typing import ClassVar

from bagpattern.errors import named
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Role
from bagpattern.parameters import choice, text
from bagpattern.parts.fittings import Fitting
from bagpattern.parts.part import host, refused
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Name
from bagpattern.values import replace, value
from bagpattern.words import words


@value
class ContrastPanel(Fitting):
    """A panel of the outside cut from another cloth; style lines do that for a part of one."""

    late: ClassVar[bool] = True

    panel: str = text("base-band", "the panel of the outside that is cut from it")
    cloth: str | None = choice(
        None, ("contrast", "lining"), "what it is cut from; left out: the contrast where there is one, or the lining"
    )

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with that panel of the cloth. Raises InputError for another panel or no such cloth."""
        cloth = self.cloth or ("contrast" if "contrast" in shop.materials else "lining")
        if cloth not in shop.materials:
            raise refused(
                "cloth", words("the bag has no {cloth} cloth: choose one with materials.{cloth}", cloth=Name(cloth))
            )
        on = host(bag, self.panel)
        if on.role is not Role.BODY:
            known = named(each.id for each in bag.panels if each.role is Role.BODY and each.count == 1)
            raise refused(
                "panel",
                words("the {id} is no panel of the outside: choose one of {known}", id=Name(on.id), known=known),
            )
        if on.material == cloth:
            raise refused(
                "panel",
                words("the {id} is cut from the {cloth} already: take this out", id=Name(on.id), cloth=Name(cloth)),
            )
        return bag.replacing(replace(on, material=cloth))
