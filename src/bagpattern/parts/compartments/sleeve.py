"""A padded sleeve inside the bag: two layers with foam between, caught in the lining's side and base seams."""

from __future__ import annotations

from bagpattern.geometry import areas
from bagpattern.geometry.levels import below
from bagpattern.geometry.path import Path
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.operation import Verb, done, sew, task
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Run, Seam
from bagpattern.model.space import Cloth, Space
from bagpattern.parameters import choice, flag, measure, text
from bagpattern.parts.compartments import Compartment, lined_face, second_layer, turned_at_top
from bagpattern.parts.holding.contents import filled, least_level, wanted
from bagpattern.parts.part import INSIDE, ruled
from bagpattern.parts.sewing.buying import binding
from bagpattern.parts.sewing.clearing import STEP
from bagpattern.parts.sewing.cuts import caught_part
from bagpattern.parts.sewing.levels import free_level, part_below
from bagpattern.parts.workshop import PADDING, Workshop
from bagpattern.proposals import given
from bagpattern.values import replace, value
from bagpattern.words import sentences, words

SHARE_UP = 0.7
"""Of the panel's height: a sleeve whose height is left open; its top must stay below the zip [K]."""


@value
class Sleeve(Compartment):
    """A padded sleeve against the back, for a tablet or a laptop, open at the top."""

    panel: str = text("lining-back", "the lining's face that it lies against: lining-back or lining-front")
    height: float | None = measure(None, "4 cm", "55 cm", "finished; left out: about two thirds of the panel's height")
    top: str = choice("bound", ("bound", "turned"), "its upper edge: bound with tape, or the layers sewn and turned")
    padded: bool = flag(True, "with foam between its two layers: materials.padding")

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the sleeve's two layers caught in the seams round the panel."""
        host = lined_face(bag, self.panel)
        level = free_level(self, host, self._height(host, shop), SHARE_UP, "sleeve")
        _, floor, _, _ = areas.bounds([host.stitching_line])
        how = part_below(host, level, self._top(level.path), (self.id, self.called.capitalize()))
        backing = PADDING if self.padded and PADDING in shop.materials else ""
        wall = replace(how.panels()[0], role=Role.POCKET, backing=backing, face=False)
        told = words("{sleeve} top", sleeve=self.called)
        covers = below(host.stitching_line, level.path.start.imag)
        bag = bag.marking(host.id, [Line(f"{self.id} top", level.path, LineKind.PLACEMENT, told, covers=covers)])
        for layer in (wall, second_layer(wall, turned=host.id not in INSIDE)):
            bag = caught_part(bag, how, layer)
        space = filled(self._space(host, shop, level.path.start.imag), {"height": given(self, "height")})
        return bag + self._rim(wall, host, shop) + space + ruled({"height": level.path.start.imag - floor})

    def _height(self, host: Panel, shop: Workshop) -> float | None:
        """mm: as given, else the least for what it holds; None leaves it to the rule."""
        _, bottom, _, top = areas.bounds([host.stitching_line])
        held = wanted(shop.things(self.holds), Cloth.SLEEVE, open_top=True) if self.height is None else ()
        return self.height or least_level(held, top - bottom - STEP, lambda up: self._space(host, shop, bottom + up))

    def _space(self, host: Panel, shop: Workshop, level: float) -> Space:
        """The sleeve as what it holds meets it; the lining bends round a thing as the sleeve does."""
        _, bottom, _, top = areas.bounds([host.stitching_line])
        outline, held = below(host.stitching_line, level), shop.things(self.holds)
        return Space(
            self.id, self.called, Cloth.SLEEVE, outline, host.id, open_top=True, headroom=top - bottom, holds=held
        )

    def _top(self, path: Path) -> Edge:
        return Edge("rim", path, Finish.BOUND if self.top == "bound" else Finish.SEAM)

    def _rim(self, wall: Panel, host: Panel, shop: Workshop) -> Draft:
        """The upper edge, and how the sleeve is made."""
        layers, panel = (wall.id, f"{wall.id}-back"), host.title.lower()
        title = words("Make the {name} and baste it to the {panel}", name=self.called, panel=panel)
        lay = words(
            "Lay the {name} on the right side of the {panel}, sides and base even.", name=self.called, panel=panel
        )
        baste = done(
            Verb.BASTE, sentences(lay, words("Baste these inside the allowance, through all layers.")), *layers
        )
        if self.top == "turned":
            seam = Seam(f"{self.id} top", (Run(wall.id, "rim"),), (Run(f"{wall.id}-back", "rim"),))
            turned = turned_at_top(shop, (wall.material,), layers, sew(seam.id, how=_ALONG_THE_TOP))
            return Draft(seams=(seam,), tasks=(task(title, *turned, baste),))
        note = words("folded over the top of the {name}", name=self.called)
        tape = binding(f"{self.id} binding", "20 mm", wall.edge("rim").length, note)
        bound = done(Verb.BIND, _BOUND, *layers, notions=(tape.id,))
        return Draft(notions=(tape,), tasks=(task(title, bound, baste),))


_ALONG_THE_TOP = words("Lay both layers right sides together and sew them along the top.")
_BOUND = words(
    "Lay both layers wrong sides together, edges even. Fold the tape over the top of both and stitch close to its "
    "edge, through all layers."
)
