"""Piping round a panel: a cord in a strip of cloth on the bias, caught in the seams of the panel."""

from __future__ import annotations

import math

from bagpattern.errors import raise_together
from bagpattern.model.draft import Draft
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Task, described
from bagpattern.model.panel import Panel, Role
from bagpattern.parameters import choice, measure, text
from bagpattern.parts.fittings import Fitting
from bagpattern.parts.fittings._around import Chain, chains
from bagpattern.parts.fittings._bias import CaughtStrip
from bagpattern.parts.part import host, refused
from bagpattern.parts.sewing.buying import rounded_up
from bagpattern.parts.sewing.strips import check_hardware
from bagpattern.parts.workshop import Workshop
from bagpattern.said import NOTHING, Figure, Length, Scale
from bagpattern.values import value
from bagpattern.words import sentences, series, words

LONGEST_STRIP = 400.0
"""mm: bias strips are cut no longer, out of a corner of the cloth, and joined [K]."""
OVERLAP = 40.0
"""mm of bought piping, or of cord, beyond what is seen: the ends lie over each other, or run off into a seam [K]."""
BOUGHT = "bought"


@value
class Piping(Fitting):
    """Piping in the seams round a panel, which draws its outline: cloth round a cord, or bought by the metre."""

    panel: str = text("front", "the panel that it goes round: front, back or base")
    of: str = choice(
        "shell",
        ("shell", "contrast", "lining", BOUGHT),
        "the cloth round the cord, or bought with its tape",
    )
    cord: float = measure("4 mm", "2 mm", "10 mm", "thickness of the cord")

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the piping in its seams. Raises InputError where no one strip can follow them."""
        raise_together(check_hardware(self.cord, "cord", ("cord",)))
        if self.of not in (*shop.materials, BOUGHT):
            raise refused("of", f'there is no {self.of}: write materials.{self.of} = "canvas"')
        panel = host(bag, self.panel)
        if panel.role is not Role.BODY:
            raise refused("panel", "it goes on the outside of the bag: write front, back or base")
        around = chains(bag, panel)
        if not around:
            fault = f"no plain seam joins the {panel.id} to another panel"
            raise refused("panel", f"{fault}: choose front, back or base")
        strips = [] if self.of == BOUGHT else [self._strip(shop, each, place) for place, each in enumerate(around, 1)]
        joins: tuple[str, ...] = ()
        for strip in strips:
            cut = strip.draft()
            bag, joins = strip.caught(bag + cut), (*joins, *(seam.id for seam in cut.seams))
        return bag + Draft(notions=(self._bought(panel, around),), tasks=(self._step(panel, around[0].closed, joins),))

    def _strip(self, shop: Workshop, around: Chain, place: int) -> CaughtStrip:
        """Between its two seams it goes once round the cord, through the middle of its own thickness."""
        cloth = shop.materials[self.of]
        across = math.pi * (self.cord + cloth.thickness)
        joined = cloth.frays and around.closed
        count = math.ceil(around.length / LONGEST_STRIP) if joined else 1
        number = Figure(place) if place > 1 else NOTHING
        name, title = "-".join(filter(None, (self.id, str(number)))), series((self.called, number))
        return CaughtStrip(name, title.capitalize(), self.of, across, around, count, cloth.frays)

    def _bought(self, panel: Panel, around: tuple[Chain, ...]) -> Notion:
        """The piping, or the cord in it."""
        used, size = sum(each.length + OVERLAP for each in around), Length(self.cord)
        if self.of == BOUGHT:
            note = words("round the {panel}, {used}", panel=panel.title.lower(), used=Length(used, Scale.CM))
            return Notion(self.id, "piping", words("Piping"), size, used, self.cord, note=note, buy=rounded_up(used))
        note = words("in the {name}, {used}", name=self.called, used=Length(used, Scale.CM))
        return Notion(f"{self.id} cord", "cord", words("Cord"), size, used, self.cord, note=note, buy=rounded_up(used))

    def _step(self, panel: Panel, closed: bool, joins: tuple[str, ...]) -> Task:
        begin = words("Join the strips end to end; fold") if len(joins) > 1 else words("Fold")
        make = words("{begin} the strip round the cord, right side out, and sew close to it.", begin=begin)
        baste = words(
            "Baste the piping to the right side of the {panel}, cord inward, its stitching on "
            "the stitching line; clip its allowance in curves and corners, and {ends}. Sew its seams "
            "with a zip foot.",
            panel=panel.title.lower(),
            ends=words("close it to a ring") if closed else words("let its ends run off into the allowance"),
        )
        text = sentences(NOTHING if self.of == BOUGHT else make, baste)
        title = words("Baste the {name} to the {panel}", name=self.called, panel=panel.title.lower())
        return described(title, text, joins)
