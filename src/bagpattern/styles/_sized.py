"""Bags whose width, height and depth may follow from what they are to hold: ``dimensions = "from contents"``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Self

from bagpattern.errors import raise_together
from bagpattern.geometry.path import Path
from bagpattern.model.draft import Draft
from bagpattern.said import Name, Said
from bagpattern.styles._bag import Bag
from bagpattern.styles._orientation import LYING, STANDING, orientation_problems, oriented, smallest_of
from bagpattern.values import once, replace, value
from bagpattern.words import words

if TYPE_CHECKING:  # most bags give their sizes
    from bagpattern.styles._from_contents import Sizes, Smallest

FROM_CONTENTS = "from contents"
"""The word for the table of dimensions. These have a plain field ``from_contents``, and begin with the three sizes."""


@value
class SizedBag(Bag):
    """A style redeclares ``dimensions`` with the word; what it says beside sizes falls back to its defaults then."""

    lies: ClassVar[bool] = False
    """Whether things lie on their sides in such a bag, unless the maker says otherwise."""

    orientation: str | None = oriented()

    @property
    def because(self) -> tuple[Said, ...]:
        """The reasons for sizes that follow from contents."""
        return self.smallest.because if self._follows else ()

    @property
    def settled(self) -> Self:
        """This bag with its sizes: as given, or as they follow."""
        return self._at(self.smallest.sizes) if self._follows else self

    def draft(self) -> Draft:
        """The bag at its sizes."""
        raise_together(
            orientation_problems(
                self.orientation,
                self._follows,
                words('write dimensions = "{from_contents}"', from_contents=Name(FROM_CONTENTS)),
            )
        )
        return self.settled.draft() if self._follows else super().draft()

    @once
    def smallest(self) -> Smallest:
        """The sizes that follow from what the bag is to hold."""
        from bagpattern.styles._from_contents import Search

        inset = self.lining.inset_for(self.workshop)

        def smallest(lying: bool) -> Smallest:
            search = Search(*self.bounds(), inset, self.face_inside, self._drafted, self.depth_share, lying)
            return search.smallest(self.workshop, self.held())

        return smallest_of(smallest, self.orientation or (LYING if self.lies else STANDING))

    def held(self) -> Mapping[str, Sequence[str]]:
        """What it is to hold, by key; the things in the bag itself come first."""
        pockets = {f"pockets.{each.name}.holds": each.holds for each in self.pockets}
        rooms = {f"compartments.{each.id}.holds": each.holds for each in self.compartments if not each.divides}
        return {"holds": self.holds, **pockets, **rooms}

    def bounds(self) -> tuple[Sizes, Sizes]:
        """The least and the most that its sizes may be."""
        from bagpattern.styles._from_contents import limits

        return limits(type(self._asked))

    def sized(self, sizes: Sizes) -> Self:
        """This bag at given sizes."""
        changed: dict[str, Any] = {"dimensions": type(self._asked)(*sizes)}
        return replace(self, **changed)

    @property
    def depth_share(self) -> float:
        """How much of the depth between its linings serves what it is to hold."""
        return 1.0

    def face_inside(self, width: float, height: float) -> Path:
        """Round a face of the lining of a bag of that size."""
        _, most = self.bounds()
        body = self.sized(most._replace(width=width, height=height)).body()
        return body.smaller(self.lining.inset_for(self.workshop)).hollow()[0]

    def _drafted(self, sizes: Sizes) -> Draft:
        return self._at(sizes).draft()

    def _at(self, sizes: Sizes) -> Self:
        """This bag at sizes that have followed: how it goes by its contents is settled."""
        changed: dict[str, Any] = {"orientation": None}
        return replace(self.sized(sizes), **changed)

    @property
    def _follows(self) -> bool:
        """Whether its sizes are to follow; never where a style does not take the word."""
        return getattr(self._asked, "from_contents", False)

    @property
    def _asked(self) -> Any:
        return getattr(self, "dimensions")  # noqa: B009 - every style has a table of its own
