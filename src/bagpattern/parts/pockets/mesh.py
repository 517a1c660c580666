"""A pocket of mesh, sewn to its panel and stretched over it: what it holds is seen [construction 4.7]."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.errors import Problem
from bagpattern.geometry.shapes import rectangle
from bagpattern.lengths import over
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.operation import Operation, sew
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Run, Seam
from bagpattern.parameters import choice, measure
from bagpattern.parts.part import refusal
from bagpattern.parts.pockets._mesh import MESH, narrower, top_done, top_elastic
from bagpattern.parts.pockets._patch import Patch
from bagpattern.parts.pockets._spots import Spot
from bagpattern.parts.sewing.edging import (
    AROUND,
    BAR_TACKS,
    OTHER_EDGES,
    lap_done,
    lapped,
    rim,
    rim_done,
    sewn_on_words,
)
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import make_it
from bagpattern.said import NOTHING, Length
from bagpattern.values import replace, value
from bagpattern.words import sentences, words

MOST = 0.2
"""Of the width: mesh that is cut narrower still pulls its panel together [K]."""


@value
class Mesh(Patch):
    """A pocket that one sees through, of mesh stretched over its place; elastic draws in its top."""

    narrower: float | None = measure(
        None,
        "0 mm",
        "60 mm",
        "how much narrower it is cut, to be stretched; left out: by the mesh, 7 per cent if it gives",
    )
    top: str = choice("elastic", ("elastic", "hem"), "its top: folded into elastic, or hemmed")

    @property
    def takes(self) -> tuple[str, ...]:
        """It is cut from mesh."""
        return (MESH,)

    def lap(self, host: Panel, shop: Workshop) -> float:
        """mm from its raw edge to its stitching: mesh decides, not the panel."""
        return shop.lap(MESH)

    def faults(self, spot: Spot, shop: Workshop) -> Iterator[Problem]:
        """Mesh that is cut too narrow."""
        most = spot.inner[0] * MOST
        if over(self._narrower(spot, shop), most):
            fault = words(
                "mesh cut {narrower} narrower pulls its panel together", narrower=Length(self._narrower(spot, shop))
            )
            yield refusal("narrower", words("{fault}: {mend}", fault=fault, mend=make_it(self, "narrower", most=most)))

    def _narrower(self, spot: Spot, shop: Workshop) -> float:
        return narrower(shop, spot.inner[0]) if self.narrower is None else self.narrower

    def made(self, spot: Spot, shop: Workshop) -> Draft:
        """The piece of mesh, stretched along its base and sewn on."""
        (width, height), less = spot.inner, self._narrower(spot, shop)
        sides = rectangle(width - less, height)
        bottom, right, left = (lapped(shop, name, getattr(sides, name), MESH) for name in ("bottom", "right", "left"))
        bound = self.top == "elastic"
        top = Edge("top", sides.top, Finish.BOUND) if bound else rim(shop, "top", sides.top, MESH)
        note = words("stretched to {width}", width=Length(spot.width)) if less else NOTHING
        pocket = Panel(self.id, self.called.capitalize(), MESH, Role.POCKET, (bottom, right, top, left), note=note)
        seam = replace(self.sewn_on(spot.host, tuple(Run(self.id, name) for name in AROUND)), ease=-less)
        tape = top_elastic(shop, self.id, self.called, width) if bound else ()
        return Draft((pocket,), (seam,), tape, (self.sewing(spot.host, *self._making(spot, shop, seam)),))

    def _making(self, spot: Spot, shop: Workshop, on: Seam) -> Iterator[Operation]:
        bound = self.top == "elastic"
        yield from top_done(self.id, spot.inner[0]) if bound else rim_done(shop, MESH, self.id)
        yield from lap_done(shop, MESH, self.id, OTHER_EDGES)
        stretched = words("Stretch the base to its line as you sew.") if self._narrower(spot, shop) else NOTHING
        text = sewn_on_words(shop, MESH, OTHER_EDGES, spot.host.title.lower())
        yield sew(on.id, how=sentences(text, stretched, BAR_TACKS), beside=shop.lap(MESH))
