"""The main zip in the seam between the front, or the back, and a band that goes all the way round."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import ClassVar

from bagpattern.errors import Problem, raise_together
from bagpattern.geometry.segments import Arc
from bagpattern.lengths import over
from bagpattern.model.draft import Draft
from bagpattern.model.operation import Verb, done
from bagpattern.parameters import choice, measure
from bagpattern.parts.bodies.faced import BodySize, FacedBody
from bagpattern.parts.bodies.loop import BACK, FRONT, LoopBody
from bagpattern.parts.closures import Closure
from bagpattern.parts.naming import SHELL, ZIP
from bagpattern.parts.part import refusal
from bagpattern.parts.sewing.zip_flaps import FLAP, flap_declared, flap_misfits, with_flap
from bagpattern.parts.sewing.zips import STOP, closing, sewn_in
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import make_it
from bagpattern.said import Name
from bagpattern.values import value
from bagpattern.words import words

_SEWN = {FRONT: words("Sew the zip to the front and the band"), BACK: words("Sew the zip to the back and the band")}


@value
class ZipSeam(Closure):
    """A zip between a face and the band, so that the front, or the back, opens like a door."""

    variants: ClassVar[tuple[dict[str, str], ...]] = ({"flap": "20 mm"},)

    face: str = choice(
        FRONT, (FRONT, BACK), "which face opens: the front, or the back, which nobody can open while it is worn"
    )

    flap: float | None = flap_declared()
    join_allowance: float | None = measure(
        None, "5 mm", "40 mm", "cloth at the ends of the band; left out: the seam allowance"
    )

    def body(self, size: BodySize) -> FacedBody:
        """Two faces and one band."""
        return LoopBody(size, self.join_allowance, self.face)

    def curve_faults(self, body: FacedBody, inset: float) -> Iterator[Problem]:
        """The cloth at the zip goes round the corners of the front, and round those of its lining."""
        most = min(_radii(body.draft(SHELL)), default=math.inf) - inset
        if self.allowance is not None and over(self.allowance, most):
            fault = words(
                "is more than a corner of the {face} has room for, where the zip goes round it", face=Name(self.face)
            )
            yield refusal(
                "allowance", words("{fault}: {mend}", fault=fault, mend=make_it(self, "allowance", most=most))
            )

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the zip, the step that sews it in, and its flap."""
        raise_together(flap_misfits(self, bag, ZIP, self.chain, self.flap, shop))
        length = bag.side_length(bag.seam(ZIP).a)
        zip_notions = self.notions(length - 2 * STOP, length + 2 * STOP, STOP)
        bend = words(
            "Where the zip begins and ends, at the notches, the tape's ends are folded outward into the allowance and "
            "tacked there."
        )
        ends = done(Verb.FOLD, bend, notions=(ZIP,))
        step = sewn_in(_SEWN[self.face], ZIP, zip_notions, ends)
        bag = bag + Draft(notions=zip_notions, tasks=(step,), closings=closing(ZIP))
        return bag if self.flap is None else with_flap(bag, ZIP, self.chain, self.flap, FLAP, shop)


def _radii(bag: Draft) -> Iterator[float]:
    """mm of every curve along the zip."""
    for run in bag.seam(ZIP).a:
        path = bag[run.panel].along(run.on).path.part(*bag.span(run))
        yield from (abs(segment.radius) for segment in path.segments if isinstance(segment, Arc))
