"""Metal feet under the base, which keep the cloth off the floor."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.errors import raise_together
from bagpattern.geometry import areas
from bagpattern.geometry.points import point
from bagpattern.geometry.shapes import rectangle_path
from bagpattern.lengths import over, under
from bagpattern.model.draft import Draft
from bagpattern.model.marks import Hole
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Task, Verb, done, task
from bagpattern.parameters import count, measure
from bagpattern.parts.fittings import Fitting
from bagpattern.parts.fittings._ground import Ground, ground_of
from bagpattern.parts.part import refused, ruled
from bagpattern.parts.sewing.buying import interfacing_patch
from bagpattern.parts.sewing.clearing import down_from, first_that
from bagpattern.parts.sewing.strips import check_hardware
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import make_it
from bagpattern.values import value
from bagpattern.words import trade, words

PRONG_HOLE = 3.0
"""mm: the hole or slit for the prongs of a foot [K]."""
INSET = 25.0
"""mm from the middle of a foot to the seams of the base, where that is left open [K]."""
PATCH = 2.5
"""Times a foot's size: the side of the square behind it, which its prongs bend out on [K]."""
BESIDE = 8.0
"""mm from a foot to the seam beside it, so that the presser foot passes [K]."""


@value
class Feet(Fitting):
    """Feet under the base: at its corners, a fifth in its middle, or a third pair between the others."""

    count: int = count(4, 4, 6, "how many: 4 at the corners, 5 with one in the middle, 6 with a pair in the middle")
    size: float = measure("12 mm", "8 mm", "20 mm", "of a foot, across")
    inset: float | None = measure(
        None, "12 mm", "80 mm", "from the middle of a foot to the seams of the base; left out: {25 mm}, less if narrow"
    )

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the feet's places marked. Raises InputError when it has no base, or none with room."""
        raise_together(check_hardware(self.size, "size", ("bag-foot",)))
        ground = ground_of(bag)
        most, least = min(ground.size) / 2 - self.size, self.size / 2 + BESIDE
        inset = self.inset or max(min(INSET, most), least)
        deeper = words("make the bag deeper, or take this out")
        if under(inset, least):
            mend = make_it(self, "inset", least=least, most=most, otherwise=deeper)
            raise refused("inset", words("the feet lie in the way of the seams of the base: {mend}", mend=mend))
        if over(inset, most):
            mend = make_it(self, "inset", least=least, most=most, otherwise=deeper)
            raise refused("inset", words("the feet would meet in the middle of the base: {mend}", mend=mend))
        for right, forward in self._places(*self._corner(ground, inset)):
            panel, at = ground.locate(right, forward)
            if not areas.contains(bag[panel].stitching_line, rectangle_path(self.size, self.size, at)):
                raise refused("count", words("a foot in the middle would lie on a seam of the base: write 4"))
            bag = bag.marking(panel, holes=[Hole(at, PRONG_HOLE, words("foot"), holds=self.id)])
        bag = bag + ruled({"inset": inset})
        return bag + Draft(notions=(self._bought(), self._patches()), tasks=(self._task(),))

    def _corner(self, ground: Ground, inset: float) -> tuple[float, float]:
        """The right front foot: as near to the corner of the base as its outline lets it."""
        found = self._corner_at(ground, inset)
        if found is None:
            nearer = (each for each in down_from(inset, self.size / 2 + BESIDE) if self._corner_at(ground, each))
            most = next(nearer, 0.0)  # 0 is less than any foot may have
            mend = make_it(self, "inset", most=most, otherwise=words("make the bag deeper, or take this out"))
            raise refused("inset", words("the base is too round for feet so far in: {mend}", mend=mend))
        return found

    def _corner_at(self, ground: Ground, inset: float) -> tuple[float, float] | None:
        """The same, None where there is no place for it."""
        width, depth = ground.size
        corner = width / 2 - inset, depth / 2 - inset
        shares = (share / 100 for share in range(100, 0, -1))
        found = first_that(lambda share: self._lies(ground, corner[0] * share, corner[1] * share, inset), shares)
        return (corner[0] * found, corner[1] * found) if found is not None else None

    def _lies(self, ground: Ground, right: float, forward: float, inset: float) -> bool:
        """Whether four feet there are all *inset* mm inside the outline, and clear of each other."""
        around = rectangle_path(2 * right, 2 * forward, point(0, 0))
        return min(right, forward) >= self.size - 0.01 and areas.contains(ground.outline, around, inset - 0.01)

    def _places(self, right: float, forward: float) -> Iterator[tuple[float, float]]:
        for side in (-1, 1):
            yield from ((side * right, forward), (side * right, -forward))
        if self.count == 5:
            yield 0.0, 0.0
        if self.count == 6:
            yield from ((0.0, forward), (0.0, -forward))

    def _bought(self) -> Notion:
        title, size, note = words("Bag foot"), trade(self.size), words("under the base")
        return Notion(self.id, "bag-foot", title, size, width=self.size, count=self.count, note=note)

    def _patches(self) -> Notion:
        note = words("behind the feet, cut from firm interfacing")
        return interfacing_patch(self.id, PATCH * self.size, self.count, note)

    @property
    def _patch_id(self) -> str:
        return f"{self.id} patch"

    def _task(self) -> Task:
        pierce = words("Pierce the base at its marks.")
        push = words(
            "From the right side push the prongs of each foot through the cloth and an interfacing patch behind it, "
            "and bend them apart."
        )
        title = words("Set the {name}", name=self.called)
        pierced = done(Verb.CUT, pierce, notions=(self.id,))
        return task(title, pierced, done(Verb.INSERT, push, notions=(self.id, self._patch_id)))
