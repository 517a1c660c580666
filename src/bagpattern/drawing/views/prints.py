"""What is seen of each cloth: its colour, and where it is printed its second one, as it is cut."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bagpattern.catalog.colours import Design

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bagpattern.drawing.views.scene import Flags, Scene
    from bagpattern.sewn.appearance import Appearance
    from bagpattern.sewn.bag import Floats, SewnBag, Whole

SECOND = "-second"
"""What the role of a cloth's second colour has after its slot."""


class Cloths(NamedTuple):
    """What is filled in one colour: ``slots``, of which some are the second colour of a printed one.

    ``of_triangles`` is the number of each triangle's; ``printed`` says for some numbers where the number after it
    shows: it takes shares of the repeat, across and along the grain.
    """

    scene: Scene
    slots: list[str]
    of_triangles: Whole
    printed: Mapping[int, tuple[float, Callable[[Floats, Floats], Flags]]]

    @classmethod
    def of(cls, bag: SewnBag, scene: Scene, looks: Mapping[str, Appearance]) -> Cloths:
        """The cloths of a bag; only what has a look is printed."""
        sides = [(each.material, each.inner or each.material) for each in bag.surfaces]
        slots: list[str] = []
        printed = {}
        for slot in dict.fromkeys(slot for both in sides for slot in both):
            slots.append(slot)
            if slot in looks and looks[slot].repeat:
                printed[len(slots) - 1] = (looks[slot].repeat, _SHOWN[looks[slot].design])
                slots.append(slot + SECOND)
        numbers = np.array([[slots.index(one), slots.index(other)] for one, other in sides])
        return cls(scene, slots, numbers[scene.surfaces, scene.behind.astype(int)], printed)

    def at(self, places: Floats, triangles: Whole) -> Whole:
        """The number of what is seen at each of k x 2 *places* of *triangles*; -1 where these are."""
        found: Whole = np.append(self.of_triangles, -1)[triangles]
        for number, (repeat, shown) in self.printed.items():
            here = np.flatnonzero(found == number)
            plane, x, y = self.scene.cloths[triangles[here]], places[here, 0], places[here, 1]
            across, along = ((plane[:, i, 0] * x + plane[:, i, 1] * y + plane[:, i, 2]) / repeat % 1.0 for i in (0, 1))
            found[here[shown(across, along)]] = number + 1
        return found


def _stripes(across: Floats, _: Floats) -> Flags:
    found: Flags = across < 0.45
    return found


def _check(across: Floats, along: Floats) -> Flags:
    found: Flags = (across < 0.5) != (along < 0.5)
    return found


def _dots(across: Floats, along: Floats) -> Flags:
    """Two to a repeat, set off."""
    near = [np.hypot(across - middle, along - middle) < 0.17 for middle in (0.25, 0.75)]
    return near[0] | near[1]


_SHOWN = {Design.STRIPES: _stripes, Design.CHECK: _check, Design.DOTS: _dots}
