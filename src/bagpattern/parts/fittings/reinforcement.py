"""A second cloth laid over a base, or over the lower part of a wall: sewn into their seams, its edge topstitched."""

from __future__ import annotations

from typing import ClassVar

from bagpattern.errors import named
from bagpattern.model.draft import Draft
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.operation import Operation, Verb, done, sew, task
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Run, Seam, SeamKind, Stands
from bagpattern.parameters import choice, measure, text
from bagpattern.parts.fittings import Fitting
from bagpattern.parts.part import host, refused
from bagpattern.parts.sewing.cuts import caught_part
from bagpattern.parts.sewing.edging import lap_done, lapped, sewn_on_words
from bagpattern.parts.sewing.joinery import caught_like
from bagpattern.parts.sewing.levels import free_level, part_below
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Name, Said
from bagpattern.values import replace, value
from bagpattern.words import words

SHARE_UP = 0.3
"""Of a front or back: as high as a bag that is set down gets wet and rubbed [K]."""


@value
class Reinforcement(Fitting):
    """A second layer on a panel of the outside, corners and all: over its base, or some way up from it."""

    early: ClassVar[bool] = True

    panel: str = text("base", "the panel of the outside that it is laid on; each has one of its own")
    height: float | None = measure(
        None, "2 cm", "60 cm", "up from the panel's base; left out: the whole panel, of a front or back about a third"
    )
    cloth: str | None = choice(
        None,
        ("shell", "contrast", "lining"),
        "what it is cut from; left out: the contrast where there is one, or the shell",
    )

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the layer. Raises InputError for another panel, no such cloth, or a height that is not free."""
        on, cloth = self._host(bag), self._cloth(shop)
        if self.height is None and not on.face:
            return self._over_all(bag, on, cloth)
        return self._up_to(bag, on, cloth, shop)

    def _host(self, bag: Draft) -> Panel:
        on = host(bag, self.panel)
        if on.role is not Role.BODY:
            known = named(each.id for each in bag.panels if each.role is Role.BODY and each.count == 1)
            raise refused(
                "panel",
                words("the {id} is no panel of the outside: choose one of {known}", id=Name(on.id), known=known),
            )
        return on

    def _cloth(self, shop: Workshop) -> str:
        cloth = self.cloth or ("contrast" if "contrast" in shop.materials else "shell")
        if cloth not in shop.materials:
            raise refused(
                "cloth", words("the bag has no {cloth} cloth: choose one with materials.{cloth}", cloth=Name(cloth))
            )
        return cloth

    def _over_all(self, bag: Draft, on: Panel, cloth: str) -> Draft:
        """The whole panel again, its edges where those of the panel are sewn."""
        layer = replace(on, id=self.id, title=self.called.capitalize(), material=cloth, role=Role.POCKET, face=False)
        layer = replace(layer, lines=(), holes=(), backing="")
        return caught_like(bag, on.id, layer, Stands.ON) + Draft(tasks=(task(self._title(on), self._basted(on)),))

    def _up_to(self, bag: Draft, on: Panel, cloth: str, shop: Workshop) -> Draft:
        """What of the panel lies below a level, its upper edge turned under, or raw, and topstitched."""
        level = free_level(self, on, self.height, SHARE_UP, "reinforcement")
        upper = lapped(shop, "upper", level.path, cloth)
        how = part_below(on, level, upper, (self.id, self.called.capitalize()))
        layer = replace(how.panels()[0], role=Role.POCKET, material=cloth, face=False, facets=(), backing="")
        line = Line(self.id, level.path, LineKind.PLACEMENT, self.called, holds=self.id)
        bag = caught_part(bag.marking(on.id, (line,)), how, layer)
        seam = Seam(f"{self.id} to {on.id}", (Run(on.id, line.name),), (Run(self.id, "upper"),), SeamKind.PLACEMENT)
        edge = words("the upper edge")
        turned = lap_done(shop, cloth, self.id, edge)
        sewn = sew(seam.id, how=sewn_on_words(shop, cloth, edge, on.title.lower()), beside=shop.lap(cloth))
        return bag + Draft(seams=(seam,), tasks=(task(self._title(on), *turned, sewn, self._basted(on)),))

    def _title(self, on: Panel) -> Said:
        return words("Lay the {name} on the {title}", name=self.called, title=on.title.lower())

    def _basted(self, on: Panel) -> Operation:
        text = words(
            "Lay the {name} on the right side of the {title}, right side up, its raw edges even with those of the "
            "panel, and baste them inside the allowance. From now on the two are one cloth.",
            name=self.called,
            title=on.title.lower(),
        )
        return done(Verb.BASTE, text, self.id)
