"""What every bag shares that is a wall round a base, open at the top."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from bagpattern.errors import Problem, raise_together
from bagpattern.geometry import areas
from bagpattern.lengths import over
from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Finished, Measured, Where
from bagpattern.parameters import part, table
from bagpattern.parts.bodies.bases import Base, Footprint
from bagpattern.parts.bodies.body import Body
from bagpattern.parts.bodies.tube import ONE_PIECE, TubeBody
from bagpattern.parts.carrying.rings import AUTO, Crossbody
from bagpattern.parts.linings.lining import DROP_IN
from bagpattern.parts.part import BagPart, parts_of
from bagpattern.parts.sewing.edging import EASED
from bagpattern.parts.sewing.in_one import length_of
from bagpattern.parts.tops import TOPS, Top
from bagpattern.proposals import make_it
from bagpattern.said import Length
from bagpattern.styles._bag import Bag
from bagpattern.values import replace, value
from bagpattern.words import words


@value
class TubeBag(Bag):
    """A wall round a base. Styles redeclare what they have other defaults for."""

    dimensions: Footprint = table(Footprint, "the finished size")
    closure: Top = part(TOPS, "open", "how the rim is closed")

    @property
    def base(self) -> Base:
        """The base at these sizes."""
        return self.dimensions.settled(self.workshop.least_radius)

    @property
    def sizes_by_rule(self) -> Mapping[str, float | None]:
        """What the rules make of it."""
        base = self.base
        return {"depth": base.depth, "radius": base.radius if base.shape == "rounded" else None}

    @property
    def top(self) -> Top:
        """What closes the rim, settled for this base."""
        return self.closure.over(self.base.depth).across_round(self.base.width)

    @property
    def walled(self) -> str:
        """How the wall is cut."""
        return "halves"

    def faults(self) -> Iterator[Problem]:
        """Why there is no such bag."""
        tightest = self.workshop.seam_allowance + self.lining.inset_for(self.workshop)
        return self.dimensions.faults(self.workshop.least_radius, tightest)

    def _hem_faults(self) -> Iterator[Problem]:
        """A hem is longer than the leaning wall on which it comes to lie, and no more than a little can be eased in.

        Turned over, it lies as far inside the rim as its raw edge lies outside: a full circle of twice its lean. Where
        what closes the bag needs no hem its rim is bound instead.
        """
        size, hem = self.dimensions, self.top.turned(self.workshop)
        if self.lining.kind == DROP_IN or not hem or self.top.on_curve or self.base.shape == "rectangular":
            return
        most = EASED * self.base.sides().length / (2 * math.tau * hem) * size.height
        if over(size.flare, most):
            fault = words("{hem} turned to the inside would not lie flat on a wall that leans so far", hem=Length(hem))
            mend = make_it(size, "flare", most=most, otherwise=words("make it {0 mm}"))
            message = words('{fault}: {mend}, or write lining.kind = "drop-in"', fault=fault, mend=mend)
            yield Problem("dimensions.flare", message)

    def body(self) -> Body:
        """The wall and its base."""
        return self.tube()

    def tube(self) -> TubeBody:
        """The wall, as much higher as its closure takes, and the base."""
        raise_together(self.faults())
        raise_together(self._hem_faults())
        rise, high = self.top.rise, self.dimensions.height
        lean = self.dimensions.flare * (high + rise) / high
        return TubeBody(self.base, high + rise, self.walled, rise, lean)

    def fitted(self) -> Iterator[tuple[str, BagPart]]:
        """What closes it."""
        yield "closure", self.top

    def finished(self, draft: Draft) -> Finished:
        """Measured on the base, along the rim, and up the side of the front.

        A rim that lies farther out all round is longer by a full circle of that; a level half way up lies half as far.
        """
        base = [panel.stitching_line for panel in parts_of(draft, "base")]
        left, low, right, high = areas.bounds(base)
        area = sum(map(areas.area, base))
        around, rim = (sum(length_of(draft, wall, edge) for wall in ("front", "back")) for edge in ("bottom", "top"))
        lean = (rim - around) / math.tau
        wall = (length_of(draft, "front", "right") ** 2 - lean**2) ** 0.5
        height = wall - self.top.rise
        flare = lean * height / wall
        volume = (area + around * flare / 2 + math.pi * flare**2 / 3) * height
        return Finished(
            right - left,
            height,
            high - low,
            volume / 1e6,
            measured=Measured(Where.BASE, self.top.height_at, Where.BASE),
        )


def ring_faults(build: str, crossbody: Crossbody) -> Iterator[Problem]:
    """Rings that are asked for hang in side seams, and a wall in one piece has none on its left."""
    if build == ONE_PIECE and crossbody.kind not in (AUTO, "none"):
        fault = words("a wall in one piece has no seam on either side to hold the rings")
        yield Problem(
            "crossbody.kind", words('{fault}: write build = "halves", or crossbody.kind = "none"', fault=fault)
        )


def rings_of(build: str, crossbody: Crossbody) -> Crossbody:
    """The side rings, where there are seams that hold them."""
    return replace(crossbody, kind="none") if build == ONE_PIECE else crossbody
