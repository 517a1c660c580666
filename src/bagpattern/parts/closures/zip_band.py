"""The main zip in a band over the top of the bag, its ends covered by tabs."""

from __future__ import annotations

from bagpattern.geometry.path import line_path
from bagpattern.geometry.shapes import rectangle
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Task, described
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Caught, Run
from bagpattern.parameters import measure
from bagpattern.parts.bodies.band import BandBody
from bagpattern.parts.bodies.body import SHELL, ZIP, Naming
from bagpattern.parts.bodies.faced import BodySize, FacedBody
from bagpattern.parts.closures import Closure
from bagpattern.parts.part import refused
from bagpattern.parts.sewing.joinery import catching
from bagpattern.parts.sewing.zips import TAPE_UNDER_TAB, closing
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Length, Words
from bagpattern.values import value
from bagpattern.words import english, words


@value
class ZipBand(Closure):
    """A zip in two half bands over the top and down the sides, ending in tabs at the base band."""

    tab: float = measure("20 mm", "15 mm", "60 mm", "how much of each tab over a zip end shows")

    def body(self, size: BodySize) -> FacedBody:
        """Two faces, a zip band and a base band."""
        return BandBody(size)

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the zip, its tabs and the step that makes the band."""
        return self.closing(bag, SHELL, ZIP)

    def closing(self, bag: Draft, named: Naming, zip_seam: str) -> Draft:
        """*bag* with a zip, its tabs and step, in the band whose panels are *named* so."""
        prefix = named.prefix
        band, tab = bag[f"{prefix}zip-band-front"].edge("zip").length, self._tab_panel(named)
        depth = bag[f"{prefix}base-band"].edge("right end").length
        if depth < self.chain.tape:
            fault = english(
                "the {tape} of its tape are wider than the band of {depth}: "
                "choose a smaller one, or make the bag deeper",
                tape=Length(self.chain.tape),
                depth=Length(depth),
            )
            raise refused("zip", fault)
        notions, steps = self._zip(band, zip_seam), (_step(zip_seam),)
        bag = bag + Draft((tab,), notions=notions, tasks=steps, closings=closing(zip_seam))
        bag = catching(bag, zip_seam, *self._sides(tab.id, 0.0, 1), *self._sides(tab.id, band - self.tab, 2))
        aside = (depth - self.chain.tape) / 2
        for side, copy in (("right", 1), ("left", 2)):
            ends = (Caught((Run(tab.id, end, copy=copy),), aside) for end in ("start", "end"))
            bag = catching(bag, f"{prefix}band {side} end", *ends)
        return bag

    def _zip(self, band: float, name: str) -> tuple[Notion, ...]:
        opening = band - 2 * self.tab
        return self.notions(opening, opening + 2 * TAPE_UNDER_TAB, self.tab, name)

    def _tab_panel(self, named: Naming) -> Panel:
        sides = rectangle(self.chain.tape, 2 * self.tab)
        edges = (
            Edge("start", sides.bottom),
            Edge("right", sides.right, Finish.RAW),
            Edge("end", sides.top),
            Edge("left", sides.left, Finish.RAW),
        )
        fold = Line("fold", line_path(complex(0, self.tab), complex(self.chain.tape, self.tab)), LineKind.FOLD)
        name, title, note = f"{named.prefix}zip-tab", named.titled(words("Zip tab")), words("as wide as the zip tape")
        return Panel(name, title, "shell", Role.CLOSURE, edges, (fold,), count=2, layers=2, note=note)

    def _sides(self, tab: str, at: float, copy: int) -> tuple[Caught, ...]:
        """A folded tab's two layers, on both tapes."""
        halves = ((0.0, self.tab), (self.tab, 2 * self.tab))
        return tuple(
            Caught((Run(tab, side, low, high, copy=copy),), at) for side in ("left", "right") for low, high in halves
        )


def _step(zip_seam: str) -> Task:
    which = words("zip") if zip_seam == ZIP else Words(zip_seam)
    text = words(
        "Fold a tab over each end of the tape, right sides out. Lay zip, shell half and lining "
        "half edge to edge, sew along the tape, turn and topstitch."
    )
    return described(words("Sew the {which} into its band", which=which), text, (zip_seam,))
