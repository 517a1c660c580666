"""A bag in its own colours, to stand on a sheet beside others."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import TYPE_CHECKING, NamedTuple

from bagpattern.catalog.materials import Weave
from bagpattern.drawing.model import Look
from bagpattern.drawing.views.beside import Beside, View, numbered_looks
from bagpattern.drawing.views.flat import Subject
from bagpattern.sewn.appearance import Appearance
from bagpattern.sewn.bag import Stuff
from bagpattern.values import replace

if TYPE_CHECKING:
    from bagpattern.sewn.bag import SewnBag

_SECOND = "second-cloth"
_TEAL, _SAFFRON = "#3f8f8c", "#d9a441"
"""The cloth of what is to be told from the rest of a bag; the other where the bag is of that colour itself."""
_SOFT = Stuff.WEBBING, Stuff.ZIP, Stuff.CORD
"""The stuffs that may be had in a colour, as cloth is."""
_MOST = 0.6
"""Share of the cloth of a bag that is told from the rest at most: of more, the rest would be what stands out."""


class Shown(NamedTuple):
    """One view of a bag, and how its cloths and stuffs look: ``colours`` and all of it, by slot."""

    view: View
    colours: Mapping[str, str]
    prints: Mapping[str, Appearance]

    def fitted(self, width: float, height: float, number: int) -> Beside:
        """As large as it can be in so many mm; its *number* on the sheet is its own."""
        return Beside((self.view,), {}, width, height, self.prints, number)

    def looks(self, number: int) -> dict[str, Look]:
        """How it is drawn."""
        return numbered_looks(self.colours, [number])

    def picking_out(self, pieces: Set[str], notions: Set[str]) -> Shown:
        """Likewise with these *pieces* in a cloth of their own; as it is, where they are most of what is seen of it.

        Where none of them is seen, the zips, the webbing and the cords among the *notions*.
        """
        bag, own = self.view.subject.bag, {each for each in pieces if each}
        picked = _picked(bag, own, notions)
        if picked is bag:
            return self
        colour = _SAFFRON if _TEAL in self.colours.values() else _TEAL
        look = Appearance(colour, 0.9, self._weave(own))
        view = replace(self.view, subject=Subject.of(picked))
        return Shown(view, {**self.colours, _SECOND: colour}, {**self.prints, _SECOND: look})

    def _weave(self, pieces: Set[str]) -> Weave:
        """What one sees of these pieces close by: their own weave, for mesh is to be seen through."""
        found = (each.material for each in self.view.subject.bag.surfaces if each.piece in pieces)
        return next((self.prints[each].weave for each in found if each in self.prints), Weave.PLAIN)


def _picked(bag: SewnBag, pieces: Set[str], notions: Set[str]) -> SewnBag:
    """The bag, those of its cloths that are these pieces of another material; or of such, these notions."""
    cloths = [each for each in bag.surfaces if each.piece and each.material not in set(Stuff)]
    picked = sum(len(each.triangles) for each in cloths if each.piece in pieces)
    if picked > _MOST * sum(len(each.triangles) for each in cloths):
        return bag
    own = {id(each) for each in cloths if each.piece in pieces}
    own = own or {id(each) for each in bag.surfaces if each.notion in notions and each.material in _SOFT}
    if not own:
        return bag
    return replace(
        bag,
        surfaces=tuple(replace(each, material=_SECOND) if id(each) in own else each for each in bag.surfaces),
    )
