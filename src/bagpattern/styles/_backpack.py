"""What a backpack of two faces and a band is sized by: its dimensions, what it is to hold, a second compartment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Self, cast

from bagpattern.errors import Problem
from bagpattern.geometry.path import Path
from bagpattern.parameters import measure, part, table
from bagpattern.parts.bodies.faces import RoundedFace
from bagpattern.parts.closures import CLOSURES, Closure
from bagpattern.parts.holding.contents import rounded
from bagpattern.parts.part import SECOND_FACES, keyed
from bagpattern.parts.sewing.clearing import STEP
from bagpattern.styles._sized import FROM_CONTENTS, SizedBag
from bagpattern.values import once, replace, value

if TYPE_CHECKING:  # a bag without them does without their files
    from bagpattern.parts.compartments.second import Second
    from bagpattern.parts.pockets import Pocket
    from bagpattern.styles._from_contents import Sizes, Smallest


@value
class Dimensions:
    """The finished size, seam to seam."""

    width: float = measure("22 cm", "12 cm", "45 cm", "across the front")
    height: float = measure("26 cm", "14 cm", "60 cm", "from the base to the top of the front")
    depth: float = measure("11 cm", "6 cm", "30 cm", "from front to back")
    top_radius: float | None = measure(
        None,
        "0 mm",
        "225 mm",
        "of the upper corners; half the width: a dome; 0: square; left out: about a third of the width",
    )
    bottom_radius: float | None = measure(
        None,
        "0 mm",
        "150 mm",
        "of the lower corners; 0: square; left out: about a sixth of the width, more for a stiff cloth",
    )

    from_contents: bool = False
    """Whether the sizes are to follow from what the bag is to hold."""

    @property
    def radii(self) -> Mapping[str, float | None]:
        """mm of each radius."""
        return {"top_radius": self.top_radius, "bottom_radius": self.bottom_radius}

    def settled(self, least: float) -> Dimensions:
        """These sizes with the radii that were left open: 0.3 to 0.5 of the width above [construction 2.12].

        Below, a radius in which the cloth lies flat: *least* mm, where the face is wide enough for it.
        """
        span = min(self.width, self.height)
        top = span * 0.36 // STEP * STEP if self.top_radius is None else self.top_radius
        low = max(span * 0.16 // STEP * STEP, min(least, span * 0.3 // STEP * STEP))
        bottom = low if self.bottom_radius is None else self.bottom_radius
        return replace(self, top_radius=top, bottom_radius=bottom)


@value
class Backpack(SizedBag):
    """A bag whose sizes are given, or follow from what it is to hold, and which a second compartment may divide."""

    dimensions: Dimensions = table(Dimensions, "the finished size", word=FROM_CONTENTS)
    closure: Closure = part(CLOSURES, "zip-band", "the main zip")

    @property
    def second(self) -> Second | None:
        """The compartment that divides the bag, lined like it; another one like it is refused when it is added."""
        found = next((each for each in self.compartments if each.divides), None)
        return None if found is None else replace(cast("Second", found), lining=self.lining)

    @property
    def depth_before(self) -> float:
        """mm of the bag's depth that its second compartment takes."""
        if self.second is None:
            return 0.0
        return self.second.deep(self.dimensions.depth, self.closure.least_depth, self.workshop)

    def depth_faults(self) -> Iterator[Problem]:
        if self.second is not None:
            with keyed(f"compartments.{self.second.id}"):
                deep = self.depth_before
            yield from self.second.faults(self.dimensions, self.dimensions.depth, deep, self.closure.least_depth)

    @once
    def smallest(self) -> Smallest:
        """The sizes that follow from what the bag is to hold; a second compartment is as deep as its things need."""
        return super().smallest.deeper(self._before_contents)

    def held(self) -> Mapping[str, Sequence[str]]:
        """Without what lies in a second compartment."""
        before = {f"pockets.{each.name}.holds" for each in self._before}
        return {key: things for key, things in super().held().items() if key not in before}

    @property
    def _before(self) -> Iterator[Pocket]:
        """The pockets in the second compartment: those on its faces, or on parts into which lines divide these."""
        whole = {part: line.panel for line in self.style_lines for part in line.parts}
        for pocket in self.pockets:
            face = pocket.panel
            while face in whole:
                face = whole[face]
            if face in SECOND_FACES:
                yield pocket

    def bounds(self) -> tuple[Sizes, Sizes]:
        """Of the main compartment."""
        least, most = super().bounds()
        if self.second is None:
            return least, most
        before = self._before_contents
        shallow = max(least.depth - before, rounded(self.closure.least_depth))
        return least._replace(depth=shallow), most.deeper(-before)

    @property
    def _before_contents(self) -> float:
        """mm that a second compartment takes when sizes follow from contents: its things, and those in its pockets."""
        if self.second is None:
            return 0.0
        shop = self.workshop
        deep = self.second.deep(0.0, self.closure.least_depth, shop)
        inner = (shop.things(each.holds) for each in self._before)
        return self.second.depth or rounded(deep + sum(max(item.thickness for item in held) for held in inner if held))

    def face_inside(self, width: float, height: float) -> Path:
        """Round a face of the lining of a bag of that size, its corners left to their rule."""
        inset, size = self.lining.inset_for(self.workshop), Dimensions(width, height)
        size = size.settled(self.workshop.least_radius)
        face = RoundedFace(width, height, size.top_radius or 0.0, size.bottom_radius or 0.0)
        return face.smaller(inset).sides().closed

    def sized(self, sizes: Sizes) -> Self:
        """This bag at the sizes of its main compartment, or of both where it is not to be divided."""
        before = self._before_contents
        parts = (replace(cast("Second", each), depth=before) if each.divides else each for each in self.compartments)
        return replace(self, dimensions=Dimensions(*sizes), compartments=tuple(parts))
