"""The inner layer of a flat sheet: as large as the outer one, sewn to it on three sides, turned, and closed below."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.errors import Problem, raise_together
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Finish
from bagpattern.model.operation import Operation, Side, Task, Verb, Where, sew, task
from bagpattern.model.seam import Meet, Run, Seam
from bagpattern.parts.bodies.body import Body
from bagpattern.parts.bodies.sheet import HINGE, SHEET, SIDES
from bagpattern.parts.linings.lining import DROP_IN, Lining
from bagpattern.parts.naming import LINING
from bagpattern.parts.part import refusal
from bagpattern.parts.sewing.edging import irons
from bagpattern.parts.sewing.joinery import refinished
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Name
from bagpattern.values import value
from bagpattern.words import words

INNER = f"{LINING.prefix}{SHEET}"
ROUND, BASE = "sides", "base seam"
_LARGE = "gap", "inset", "facing", "french_allowance", "felled_allowance", "felled_under"
_CHOSEN = "build", "seams", "french", "felled", "bound"


@value
class SecondLayer(Lining):
    """How both layers are sewn together: of all that is asked of a lining they leave no choice."""

    def inset_for(self, shop: Workshop) -> float:
        """Both are equally large."""
        return 0.0

    def add(self, bag: Draft, body: Body, shop: Workshop) -> Draft:
        """*bag*, the outer layer, with the inner one sewn to it. Raises InputError for what a roll has no use for."""
        raise_together(self._faults())
        (around,) = body.opening("").sides
        edges = (*around, Run(SHEET, "bottom"))
        bag = refinished(bag + body.draft(LINING), edges, Finish.OPEN, shop.seam_allowance)
        inner = tuple(Run(INNER, side) for side in SIDES)
        outer = tuple(Run(SHEET, side, reversed=True) for side in reversed(SIDES))
        below = (Run(INNER, "bottom"),), (Run(SHEET, "bottom", reversed=True),)
        seams = Seam(ROUND, inner, outer, marked=True), Seam(BASE, *below, meet=Meet.WRONG_SIDES)
        return bag + Draft(seams=seams, tasks=tuple(_tasks(bag, shop)))

    def settled(self, bag: Draft, shop: Workshop) -> Draft:
        """Nothing follows from what has been put on it."""
        return bag

    def _faults(self) -> Iterator[Problem]:
        if self.kind != DROP_IN:
            yield refusal(
                "kind", words('a roll is sewn of two layers, and turned: write "{drop_in}"', drop_in=Name(DROP_IN))
            )
        asked = [key for key in _LARGE if getattr(self, key) is not None] + [
            key for key in _CHOSEN if getattr(self, key)
        ]
        for key in asked:
            yield refusal(key, words("both layers of a roll are equally large, and hide its seams: leave this out"))


def _tasks(bag: Draft, shop: Workshop) -> Iterator[Task]:
    lay = words("Lay both layers right sides together, and sew the sides and the top; the base stays open.")
    yield task(words("Sew both layers together"), sew(ROUND, how=lay))
    pressed = words("Press the allowances of the base to the inside, edge on edge, and topstitch it close to the edge.")
    creased = words(
        "Crease the allowances of the base to the inside, edge on edge, and topstitch it close to the edge."
    )
    ironed = irons(shop, "shell") and irons(shop, "lining")
    yield task(words("Close the base"), sew(BASE, how=pressed if ironed else creased), finishes=True)
    edge = words("Topstitch sides and top, close to the edge.")
    around = Operation(Verb.TOPSTITCH, edge, seams=(ROUND,), side=Side.RIGHT)
    yield task(words("Topstitch the edges"), around, finishes=True)
    if bag[SHEET].lines:
        hinge = words("Topstitch along the marked line through both layers: there the flap folds down.")
        stitch = Operation(Verb.TOPSTITCH, hinge, on=(Where(SHEET, 1, HINGE),), side=Side.RIGHT)
        yield task(words("Stitch the hinge of the flap"), stitch, finishes=True)
