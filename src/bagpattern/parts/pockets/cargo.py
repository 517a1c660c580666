"""A cargo pocket: sides that open deep, a box pleat down its middle and a flap over it [construction 4.4, 4.5]."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from bagpattern.errors import Problem
from bagpattern.geometry.path import Path
from bagpattern.geometry.points import Point, point
from bagpattern.geometry.shapes import rectangle, rectangle_path
from bagpattern.lengths import over
from bagpattern.model.operation import Operation, Verb, done
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Run, Seam
from bagpattern.parameters import measure
from bagpattern.parts.holding.contents import Wanted
from bagpattern.parts.part import refusal
from bagpattern.parts.pockets._pleats import Folded, cargo
from bagpattern.parts.pockets._spots import Spot
from bagpattern.parts.pockets.flap import Flap
from bagpattern.parts.sewing.edging import flattened, patch_edges
from bagpattern.parts.sewing.flaps import FlapShape
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import make_it
from bagpattern.said import Length
from bagpattern.values import replace, value
from bagpattern.words import words

BESIDE = 10.0
"""mm of flat cloth beside each fold, so that the foot passes [K]."""


@value
class Cargo(Flap):
    """A patch pocket that opens deep: its sides folded in, a box pleat on its front, a flap that closes it."""

    depth_key: ClassVar[str] = "opens"

    opens: float = measure("30 mm", "15 mm", "80 mm", "how deep its sides open, folded under its front")
    pleat: float = measure("25 mm", "0 mm", "60 mm", "width of the folded box pleat; 0: none")

    def deep(self, held: Wanted | None) -> float:
        """mm that its sides stand out."""
        return self.opens

    def folded(self) -> tuple[float, float]:
        """Both sides and the pleat lie flat; sides are sewn flat to the base, and open fully half their depth above."""
        return max(2 * (self.opens + 2 * BESIDE), self.pleat + 2 * BESIDE), self.opens / 2

    def hollow(self, spot: Spot) -> Path:
        """The inside, above what its folds take from it."""
        (width, height), (_, lost) = spot.inner, self.folded()
        return rectangle_path(width, height - lost, point(0, (height + lost) / 2))

    def faults(self, spot: Spot, shop: Workshop) -> Iterator[Problem]:
        """Folds that meet under the front or on it, and what is wrong with the flap."""
        width, height = spot.inner
        sides, pleat = min(width / 2 - BESIDE, height) - BESIDE, width - 2 * BESIDE
        for key, size, most in (("opens", self.opens, sides), ("pleat", self.pleat, pleat)):
            if over(size, most):
                fault = words(
                    "does not fold flat in a pocket {width} x {height}", width=Length(width), height=Length(height)
                )
                mend = make_it(self, key, most=most, otherwise=words("make the pocket larger"))
                yield refusal(key, words("{fault}: {mend}", fault=fault, mend=mend))
        yield from super().faults(spot, shop)

    def _folded(self, spot: Spot) -> Folded:
        return cargo(spot.inner[0], self.opens, self.pleat)

    def held(self, spot: Spot) -> Seam:
        """Its base is sewn with all folds in it."""
        folded, height = self._folded(spot), spot.inner[1]
        runs = Run(self.id, "left"), *folded.runs(self.id, "bottom"), Run(self.id, "right")
        return self.sewn_on(spot.host, runs, folded.caught(self.id, "bottom", height))

    def patch(self, flap: FlapShape, spot: Spot, shop: Workshop) -> Panel:
        """As wide as all that is folded; the fasteners lie on what is seen of it."""
        slot, folded, height = spot.host.material, self._folded(spot), spot.inner[1]
        edges = patch_edges(shop, rectangle(folded.cut, height), slot)
        note = words("sides and pleat folded: {width} wide when folded", width=Length(spot.width))
        lines = tuple(folded.lines(0.0, height))
        made = Panel(self.id, self.called.capitalize(), slot, Role.POCKET, edges, lines, note=note)
        places = [self._on_front(spot, at) for at in self.on_pocket(flap, spot)]
        return made.marked(*self.fastening.marks(self.id, places, flap.width))

    def _on_front(self, spot: Spot, at: Point) -> Point:
        """Where on the flat cloth lies what is at a place of the folded front: its pleat is on top."""
        middle, half = spot.inner[0] / 2, self.pleat / 2
        if at.real < middle - half or not self.pleat:
            return at + self.opens
        return at + self.opens + (self.pleat if at.real <= middle + half else 2 * self.pleat)

    def folding(self, on: Seam, shop: Workshop, slot: str) -> tuple[Operation, ...]:
        """All of it is folded, and held at the base."""
        pressed = words(
            "Press the folds: the pleat lies on the front, both sides under it, and forward again to its edge."
        )
        creased = words(
            "Crease the folds with clips: the pleat lies on the front, both sides under it, and forward again."
        )
        basted = replace(done(Verb.BASTE, words("Baste all folds across the base."), self.id), goal=on.id)
        return (flattened(shop, (slot,), pressed, creased, self.id), *super().folding(on, shop, slot), basted)
