"""A patch pocket under a flap [construction 4.4, 6]: the flap is lined, its fasteners meet those of the pocket."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from bagpattern.errors import Problem
from bagpattern.geometry.placement import moved
from bagpattern.geometry.points import Point, point
from bagpattern.geometry.shapes import rectangle
from bagpattern.lengths import over, under
from bagpattern.model.draft import Draft
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Operation, Task, Verb, done, sew, task
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Caught, Run, Seam, SeamKind
from bagpattern.parameters import choice, count, measure
from bagpattern.parts.part import refusal
from bagpattern.parts.pockets._flap_made import closing_seams, deep_flap, flap_hung, flap_layers, flap_made
from bagpattern.parts.pockets._patch import Patch
from bagpattern.parts.pockets._spots import Spot
from bagpattern.parts.sewing.clearing import STEP
from bagpattern.parts.sewing.edging import (
    AROUND,
    BAR_TACKS,
    OTHER_EDGES,
    lap_done,
    lap_words,
    patch_edges,
    rim_done,
    sewn_on_words,
)
from bagpattern.parts.sewing.flaps import FASTENERS, NO_FASTENER, SHAPES, Fastening, FlapShape, crowded
from bagpattern.parts.sewing.strips import check_hardware
from bagpattern.parts.workshop import BY_MATERIAL, Workshop
from bagpattern.proposals import make_it
from bagpattern.said import NOTHING, Length, Name, Said
from bagpattern.values import value
from bagpattern.words import at_least, form, sentences, words

BESIDE = 3.0
"""mm of flap beyond each side of the pocket: 6 wider in all [construction 4.4]."""
SHARE = 1 / 3
"""Of the pocket's height: the flap's depth where it is left open [construction 4.4]."""
COVER, COVER_SIDES = 15.0, 10.0
"""mm of the pocket that the flap covers at least, in the middle and at the sides [K]."""
BELOW_TOP = 8.0
"""mm from the pocket's top to the nearer edge of a fastener, which the hem behind it backs [K]."""
ROUND = 20.0
"""mm: the lower corners of a rounded flap, where their radius is left open [K]."""


@value
class Flap(Patch):
    """A patch pocket closed by a flap that is sewn on above it: straight, rounded or pointed."""

    closes: ClassVar[bool] = True

    shape: str = choice("rounded", SHAPES, "of the flap's lower edge")
    depth: float | None = measure(
        None, "25 mm", "300 mm", "of the flap, from its hinge to its tip; left out: a third of the pocket's height"
    )
    gap: float = measure("15 mm", "10 mm", "40 mm", "from the pocket's top up to the flap's hinge")
    radius: float | None = measure(
        None, "5 mm", "150 mm", "of a rounded flap's corners; left out: {20 mm}, or what its allowance turns in"
    )
    point: float | None = measure(
        None, "5 mm", "150 mm", "how much lower a pointed flap's tip is than its sides; left out: a third of its depth"
    )
    fastener: str = choice("snap", (*FASTENERS, NO_FASTENER), "what holds the flap")
    size: float | None = measure(
        None, "8 mm", "50 mm", "of the fastener, across; left out: snap 12.5, magnetic 14, hook-and-loop {20 mm} wide"
    )
    fasteners: int = count(1, 1, 4, "how many, evenly spread")
    inset: float = measure("20 mm", "8 mm", "80 mm", "from the flap's lower edge up to the fastener's middle")
    backing: str = choice(
        BY_MATERIAL,
        (BY_MATERIAL, "lining", "self"),
        "the flap's inner layer: lining or its own cloth; by-material: lining, but none behind raw edges",
    )

    def margin(self) -> tuple[float, float]:
        """The gap above it, and what the flap is wider."""
        return self.gap, BESIDE

    def flap(self, spot: Spot, shop: Workshop) -> FlapShape:
        """The flap's outline, as given or by rule."""
        depth = self.depth or max(spot.height * SHARE // STEP * STEP, -(-self._least() // STEP) * STEP)
        width = spot.width + 2 * BESIDE
        if self.shape == "pointed":
            return FlapShape(width, depth, point=self.point or min(depth / 3, depth - self.gap - COVER_SIDES))
        least = shop.seam_allowance if self._layers(spot, shop) else 0.0
        return FlapShape(width, depth, (self.radius or max(ROUND, least)) if self.shape == "rounded" else 0.0)

    def lengths(self, spot: Spot, shop: Workshop) -> dict[str, float]:
        """Those of every patch, and those of the flap that its shape has."""
        flap, size = self.flap(spot, shop), self.fastening.size
        its = {"depth": flap.depth, "radius": flap.radius, "point": flap.point, "size": size}
        return {**super().lengths(spot, shop), **{key: length for key, length in its.items() if length}}

    @property
    def fastening(self) -> Fastening:
        """What holds the flap, its size settled."""
        usual = 0.0 if self.fastener == NO_FASTENER else FASTENERS[self.fastener].usual
        return Fastening(self.fastener, self.size or usual, self.fasteners, self.inset)

    def _higher(self, flap: FlapShape) -> Said:
        """What does where no flap is short enough."""
        return words("make the pocket {bound} high", bound=at_least(flap.depth - self.gap))

    def _least(self) -> float:
        """mm of flap that cover the pocket, or bring the fastener below its top."""
        if self.fastener == NO_FASTENER:
            return self.gap + COVER
        return max(self.gap + COVER, self.gap + BELOW_TOP + self.fastening.size / 2 + self.inset)

    def _layers(self, spot: Spot, shop: Workshop) -> bool:
        """Whether the flap has an inner layer, with which it is turned."""
        return self.backing != BY_MATERIAL or not shop.lap(spot.host.material)

    # what cannot be made ----------------------------------------------------------------------------------------------

    def faults(self, spot: Spot, shop: Workshop) -> Iterator[Problem]:
        """A flap that does not cover the pocket, corners that do not fit it, fasteners without room."""
        for key, shape in (("radius", "rounded"), ("point", "pointed")):
            if getattr(self, key) is not None and self.shape != shape:
                told = form('a {shape} flap has none: take this line out, or write shape = "{wanted}"')
                yield refusal(key, words(told, shape=Name(self.shape), wanted=Name(shape)))
        if self.depth and under(self.depth, self._least()):
            what = (
                words("brings no fastener below the pocket's top")
                if self.fastener != NO_FASTENER
                else words("covers too little")
            )
            mend = make_it(self, "depth", least=self._least(), otherwise=words("take a smaller fastener"))
            yield refusal(
                "depth", words("a flap {depth} deep {what}: {mend}", depth=Length(self.depth), what=what, mend=mend)
            )
            return
        flap = self.flap(spot, shop)
        most = spot.height + self.gap
        if over(flap.depth, most):
            mend = make_it(self, "depth", least=self._least(), most=most, otherwise=self._higher(flap))
            yield refusal("depth", words("{deep} hangs below the pocket: {mend}", deep=deep_flap(flap), mend=mend))
            return
        faults = [*self._shape_faults(flap, shop.seam_allowance if self._layers(spot, shop) else 0.0)]
        if not faults and self.fastener != NO_FASTENER:
            faults = [*self._fastener_faults(flap, spot)]
        yield from faults

    def _shape_faults(self, flap: FlapShape, allowance: float) -> Iterator[Problem]:
        deeper = words("make the flap deeper")
        most = min(flap.width / 2, flap.depth)
        if over(flap.radius, most):
            mend = make_it(self, "radius", most=most, otherwise=deeper)
            told = form("{radius} does not fit {deep}: {mend}")
            yield refusal("radius", words(told, radius=Length(flap.radius), deep=deep_flap(flap), mend=mend))
        elif flap.radius > 0 and under(flap.radius, allowance):
            mend = make_it(self, "radius", least=allowance, most=most, otherwise=deeper)
            yield refusal("radius", words("is tighter than the allowance: {mend}, or the shape straight", mend=mend))
        high = flap.depth - self.gap - COVER_SIDES
        if over(flap.point, high):
            fault = words("leaves the pocket's top open at the sides of {deep}", deep=deep_flap(flap))
            mend = make_it(self, "point", most=high, otherwise=deeper)
            yield refusal("point", words("{fault}: {mend}", fault=fault, mend=mend))

    def _fastener_faults(self, flap: FlapShape, spot: Spot) -> Iterator[Problem]:
        yield from check_hardware(self.fastening.size, "size", (FASTENERS[self.fastener].kind,))
        yield from crowded(self, self.fastening, flap.width)
        low = min(at.imag for at in self.on_pocket(flap, spot))
        high = max(at.imag for at in self.on_pocket(flap, spot))
        if over(high, spot.inner[1] - BELOW_TOP - self.fastening.size / 2):
            more = high - (spot.inner[1] - BELOW_TOP - self.fastening.size / 2)
            lower = make_it(self, "inset", most=self.inset - more, otherwise=NOTHING)
            if lower:
                yield refusal("inset", words("puts a fastener on the pocket's top: {mend}", mend=lower))
            else:
                yield refusal("fasteners", words("they would lie on the pocket's top: take fewer, or a deeper flap"))
        if under(low, self.fastening.size / 2 + BELOW_TOP):
            less = flap.depth - (self.fastening.size / 2 + BELOW_TOP - low)
            mend = make_it(self, "depth", least=self._least(), most=less, otherwise=words("make the pocket higher"))
            yield refusal(
                "depth",
                words("{deep} has its fastener on the pocket's base: {mend}", deep=deep_flap(flap), mend=mend),
            )
        if under(self.inset, self.fastening.size / 2 + 3):
            mend = make_it(self, "inset", least=self.fastening.size / 2 + 3, otherwise=words("take a smaller fastener"))
            yield refusal("inset", words("the fastener reaches past the edge: {mend}", mend=mend))

    def on_pocket(self, flap: FlapShape, spot: Spot) -> tuple[Point, ...]:
        """The fasteners' places on the stitched pocket, from its lower left corner, the flap closed over it."""
        left = (spot.inner[0] - flap.width) / 2
        hinge = spot.inner[1] + self.gap
        return tuple(point(left + at.real, hinge - (flap.depth - at.imag)) for at in self.fastening.on(flap))

    @property
    def _flap_title(self) -> Said:
        return words("{pocket} flap", pocket=self.called)

    # the pieces -------------------------------------------------------------------------------------------------------

    def marks(self, spot: Spot, shop: Workshop) -> tuple[Line, ...]:
        """The pocket's place, and the flap's hinge above it."""
        lines = super().marks(spot, shop)
        flap = self.flap(spot, shop)
        left = spot.middle - flap.width / 2
        up = spot.bottom + spot.height + self.gap
        hinge = flap.hinge.placed(moved(left, up - flap.depth))
        return *lines, Line(f"{self.id} flap", hinge, LineKind.PLACEMENT, self._flap_title)

    def made(self, spot: Spot, shop: Workshop) -> Draft:
        """The patch, the flap and its inner layer; a closed flap's fasteners lie on those of the pocket."""
        flap = self.flap(spot, shop)
        panels = self._flap_panels(flap, spot, shop)
        name, host = f"{self.id}-flap", spot.host
        held = tuple(Caught((Run(panel.id, "top"),), 0.0) for panel in panels[1:])
        hinge = Seam(
            f"{name} to {host.id}",
            (Run(host.id, f"{self.id} flap"),),
            (Run(name, "top"),),
            SeamKind.PLACEMENT,
            held,
        )
        on = self.held(spot)
        closing = closing_seams(self.id, panels)
        bought = self.fastening.notions(self.id, flap.width)
        tasks = self._tasks(spot, shop, flap, bought, closing, on, hinge)
        return Draft((self.patch(flap, spot, shop), *panels), (*closing, on, hinge), bought, tasks)

    def held(self, spot: Spot) -> Seam:
        """What sews the patch on along its sides and base."""
        return self.sewn_on(spot.host, tuple(Run(self.id, side) for side in AROUND))

    def patch(self, flap: FlapShape, spot: Spot, shop: Workshop) -> Panel:
        """The patch, with the places of what the flap is fastened to."""
        slot = spot.host.material
        edges = patch_edges(shop, rectangle(*spot.inner), slot)
        note = lap_words(shop, slot, words("sides and base"))
        patch = Panel(self.id, self.called.capitalize(), slot, Role.POCKET, edges, note=note)
        return patch.marked(*self.fastening.marks(self.id, self.on_pocket(flap, spot), flap.width))

    def _flap_panels(self, flap: FlapShape, spot: Spot, shop: Workshop) -> tuple[Panel, ...]:
        """The flap, and what is behind it if its edges are turned."""
        slots = self._slots(spot.host.material)[: 1 + self._layers(spot, shop)]
        outer, *inner = flap_layers(shop, f"{self.id}-flap", self._flap_title, flap, slots)
        marks = self.fastening.marks(self.id, self.fastening.on(flap), flap.width)
        outer = outer.marked(*marks) if self.fastening.through or not inner else outer
        return outer, *(each.marked(*marks) for each in inner)

    def _slots(self, slot: str) -> tuple[str, str]:
        """What the flap's two layers are cut from."""
        return slot, slot if self.backing == "self" else "lining"

    # how it is made ---------------------------------------------------------------------------------------------------

    def _tasks(
        self,
        spot: Spot,
        shop: Workshop,
        flap: FlapShape,
        bought: tuple[Notion, ...],
        closing: tuple[Seam, ...],
        on: Seam,
        hinge: Seam,
    ) -> tuple[Task, ...]:
        slot, host, notions = spot.host.material, spot.host.title.lower(), tuple(each.id for each in bought)
        hanging = flap_hung(shop, self._slots(slot), f"{self.id}-flap", closing, hinge)
        sewn = sentences(sewn_on_words(shop, slot, OTHER_EDGES, host), BAR_TACKS)
        return (
            task(
                words("Make the {name} and its flap", name=self.called),
                *self._making(slot, shop, notions, flap, closing),
            ),
            self.sewing(spot.host, *self.folding(on, shop, slot), sew(on.id, how=sewn, beside=shop.lap(slot))),
            task(words("Sew on the flap of the {name}", name=self.called), *hanging),
        )

    def folding(self, on: Seam, shop: Workshop, slot: str) -> tuple[Operation, ...]:
        """What is done to the patch before it is sewn on."""
        return lap_done(shop, slot, self.id, OTHER_EDGES)

    def _making(
        self, slot: str, shop: Workshop, notions: tuple[str, ...], flap: FlapShape, closing: tuple[Seam, ...]
    ) -> Iterator[Operation]:
        """What is done to flap and pocket while they are flat."""
        yield from rim_done(shop, slot, self.id)
        setting = [done(Verb.INSERT, self.fastening.setting, notions=notions)] if notions else []
        making = flap_made(shop, self._slots(slot), f"{self.id}-flap", flap, closing)
        yield from (*making, *setting) if self.fastening.through else (*setting, *making)
