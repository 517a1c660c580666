"""A scooped pocket: a patch whose bound top dips in a curve, so that a hand finds in [K].

A template. Copy it into a folder of your own, under the name by which presets shall ask for it, and change it:

    cp examples/templates/pocket.py my_parts/pockets/scooped.py
    bagpattern list pockets scooped --parts my_parts

There is nothing to register: the file is found by its name, and `python -m bagpattern.contract my_parts` tries it on
the panels of every bag. In src/bagpattern/parts/pockets/ it would be one of the package's own.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from bagpattern.errors import Problem
from bagpattern.geometry.path import Path
from bagpattern.geometry.segments import Arc
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.operation import Verb, done, sew
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Run
from bagpattern.parameters import measure
from bagpattern.parts.part import refusal
from bagpattern.parts.pockets._patch import Patch
from bagpattern.parts.pockets._spots import Spot
from bagpattern.parts.sewing.buying import binding
from bagpattern.parts.sewing.edging import AROUND, lap_done, lapped, sewn_on_words
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Length
from bagpattern.values import value
from bagpattern.words import at_most, words

TAPE = "20 mm"


# The first line of the docstring is what `bagpattern list pockets` says of it.
@value
class Scooped(Patch):
    """An open pocket with a bound top that dips in a curve."""

    # A value is declared once: default, least, most, help. Checks, `bagpattern new`, tables and tests all read this.
    # Patch brings name, panel, holds, width, height and base, and finds the place for what they leave open.
    dip: float = measure("15 mm", "5 mm", "60 mm", "how far its top dips in the middle")

    # What cannot be made is refused, with the parameter that is to blame and what would fit; nothing is made to fit.
    def faults(self, spot: Spot, shop: Workshop) -> Iterator[Problem]:
        """A dip that leaves no pocket."""
        most = min(spot.height / 2, spot.inner[0] / 2)
        if self.dip > most:
            fault = "{dip} is too deep for this pocket: make it {most}"
            yield refusal("dip", words(fault, dip=Length(self.dip), most=at_most(most)))

    # Patch has marked the place on the host; what is left is the pocket itself.
    def made(self, spot: Spot, shop: Workshop) -> Draft:
        """The pocket with its bound top, sewn to the panel along its sides and base."""
        slot = spot.host.material
        sides = spot.sides(spot.lap)
        bend = -4 * math.atan(2 * self.dip / sides.top.length)  # to the right, into the pocket
        top = Path((Arc(sides.top.start, sides.top.end, bend),))
        # Edges are exact segments, counter-clockwise, each with its finish. A panel is net: allowances come later.
        edges = (
            *(lapped(shop, name, getattr(sides, name), slot) for name in ("bottom", "right")),
            Edge("top", top, Finish.BOUND),
            lapped(shop, "left", sides.left, slot),
        )
        panel = Panel(self.id, self.called.capitalize(), slot, Role.POCKET, edges)
        # What is printed is made of words with gaps: they are told in the language and the units of the maker.
        note = words("for the top of the {pocket}", pocket=self.called)
        # Measure, then draft: the tape is as long as the drafted edge.
        tape = binding(f"{self.id} binding", TAPE, panel.edge("top").length, note)
        # Seams are data: the marked line on the host, and the edges of the pocket in sewing order.
        seam = self.sewn_on(spot.host, tuple(Run(self.id, name) for name in AROUND))
        # Operations say what is done, with what; what others do, and the order of all, follows from the draft.
        bound = done(Verb.BIND, words("Fold the tape over the top and stitch."), self.id, notions=(tape.id,))
        laps = lap_done(shop, slot, self.id, words("the other edges"))
        on = sew(seam.id, how=sewn_on_words(shop, slot, words("these edges"), spot.host.title.lower()))
        return Draft((panel,), (seam,), (tape,), (self.sewing(spot.host, bound, *laps, on),))
