"""A lining dropped in: the body drafted again, smaller by the thickness that it lies inside of, caught in the zip."""

from __future__ import annotations

from dataclasses import replace

from bagpattern.model.draft import Draft
from bagpattern.model.notion import Notion
from bagpattern.model.seam import Caught, SeamKind, Stage, Step
from bagpattern.parameters import choice, measure
from bagpattern.parts.body import LINING, Body
from bagpattern.parts.buying import rounded_up
from bagpattern.parts.joinery import catching, cut_seam
from bagpattern.parts.part import refusal
from bagpattern.parts.room import STEP
from bagpattern.parts.workshop import Workshop
from bagpattern.units import millimetres
from bagpattern.values import value

THIN_STACK = 1.5
"""mm: the least that a lining is set inside the shell, whatever the cloth [construction 7.3]."""
GAP = 120.0
"""mm: 100 to 150 [construction 11]."""
SEWN = 30.0
"""mm of seam on either side of the gap, to hold while the bag is turned [K]."""
BINDING_SPARE = 40.0
"""mm of binding beyond each seam's length [construction 7.6, K]."""


@value
class Lining:
    """How the inside is finished: with a lining, or unlined with bound seams."""

    kind: str = choice(
        "drop-in", ("drop-in", "none"), "drop-in: a lining caught in the zip; none: seams bound with tape"
    )
    gap: float | None = measure(
        None,
        "60 mm",
        "200 mm",
        "open in the lining's base seam to turn the bag through; left out: 120 mm, less if small",
    )
    inset: float | None = measure(
        None,
        "1 mm",
        "8 mm",
        "how far the lining lies inside the shell; left out: the thickness of the shell, 1.5 mm at least",
    )

    def add(self, bag: Draft, body: Body, shop: Workshop) -> Draft:
        """*bag*, the drafted *body*, with its inside finished. Raises InputError when the body is too small."""
        return bag + _binding(bag) if self.kind == "none" else self._drop_in(bag, body, shop)

    def inset_for(self, shop: Workshop) -> float:
        """mm from the shell's stitching line to the lining's: one stack's thickness [construction 7.3]."""
        return self.inset or max(THIN_STACK, shop.thickness("shell", "interfacing", "foam"))

    def _drop_in(self, bag: Draft, body: Body, shop: Workshop) -> Draft:
        inset = self.inset_for(shop)
        inner = body.smaller(inset)
        lining = self._with_gap(_without_zip(inner.draft(LINING)), inner.base_seam(LINING.prefix))
        steps = Draft(steps=_steps(lining))
        zip_length = bag.side_length(bag.seam("main zip").a)
        sides = inner.zip_sides(LINING.prefix)
        slack = (zip_length - lining.side_length(sides[0])) / 2
        return catching(bag + lining + steps, "main zip", *(Caught(runs, slack) for runs in sides))

    def _with_gap(self, lining: Draft, seam_id: str) -> Draft:
        seam = lining.seam(seam_id)
        length = lining.side_length(seam.a)
        wide = self.gap or min(GAP, length / 2 // STEP * STEP)
        if wide > length - 2 * SEWN:
            most = millimetres(length - 2 * SEWN)
            raise refusal("gap", f"the lining's base seam is {millimetres(length)} long: make it at most {most}")
        low = (length - wide) / 2
        before, gap, after = cut_seam(lining, seam, low, low + wide)
        parts = before, replace(gap, kind=SeamKind.GAP, marked=False), after
        at = lining.seams.index(seam)
        return replace(lining, seams=(*lining.seams[:at], *parts, *lining.seams[at + 1 :]))


def _without_zip(lining: Draft) -> Draft:
    """The lining's zip edges are caught in the shell's zip seam instead of having one of their own."""
    return replace(lining, seams=tuple(seam for seam in lining.seams if seam.kind is not SeamKind.ZIP))


def _steps(lining: Draft) -> tuple[Step, ...]:
    gap = next(seam.id for seam in lining.seams if seam.kind is SeamKind.GAP)
    ends = tuple(seam.id for seam in lining.seams if "band" in seam.id.split()[0])
    faces = tuple(seam.id for seam in lining.seams if seam.id not in ends and seam.id != gap)
    return (
        Step(Stage.LINING, "Close the lining band to a loop", "Sew the ends of the lining band together.", ends),
        Step(
            Stage.LINING,
            "Sew the lining band to its front and back",
            "Match the notches, clip the band at the corners. Leave the gap in the base seam open.",
            faces,
        ),
        Step(
            Stage.FINISH, "Close the gap", "Turn the bag through the gap, then close the gap close to its edge.", (gap,)
        ),
    )


def _binding(bag: Draft) -> Draft:
    """Tape round every long seam of an unlined bag."""
    bound = [seam for seam in bag.seams if seam.id.split(" to ")[0] in ("front", "back")]
    used = sum(bag.side_length(seam.a) for seam in bound) + 2 * BINDING_SPARE
    note = "folded over the raw edges of the four seams between the faces and the band"
    tape = Notion("binding", "binding", "Binding tape", "20 mm", used, 20.0, note=note, buy=rounded_up(used))
    text = "Fold the tape over both raw edges of each seam between a face and the band, and stitch along its edge."
    return Draft(notions=(tape,), steps=(Step(Stage.FINISH, "Bind the inside seams", text),))
