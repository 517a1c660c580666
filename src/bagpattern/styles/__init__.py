"""What every style is: a frozen dataclass of parameters, and ``draft()``."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from typing import ClassVar, Self

from bagpattern.catalog.items import item_names
from bagpattern.model.colourway import Colourway
from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Finished
from bagpattern.model.person import Person
from bagpattern.model.publisher import Publisher
from bagpattern.parameters import rows, several, table
from bagpattern.parts.holding.contents import OwnItem, own_items
from bagpattern.parts.workshop import Finishing, Materials, Workshop
from bagpattern.registry import Family
from bagpattern.said import Said
from bagpattern.values import value

STYLES = Family("bagpattern.styles", "style")


def style_title(name: str) -> str:
    """What the style of that name is called: 'Mini backpack'."""
    return name.replace("-", " ").capitalize()


@value
class Style:
    """A bag. Its docstring's first line is its help; its fields are its parameters."""

    family: ClassVar[str] = "style"

    materials: Materials = table(Materials, "what the bag is cut from")
    finishing: Finishing = table(Finishing, "how edges are finished")
    colourways: tuple[Colourway, ...] = rows(Colourway, "colours and prints to make the bag in, for lists and guide")
    publisher: Publisher = table(Publisher, "who publishes the pattern: on its cover, its pages and in its files")
    holds: tuple[str, ...] = several("what goes into the bag itself, beside what its pockets hold", source=item_names)
    items: tuple[OwnItem, ...] = rows(
        OwnItem, "things of your own, to be named in holds; they come before the catalogue's"
    )

    @property
    def workshop(self) -> Workshop:
        """The materials and rules that the parts work with."""
        return Workshop(self.materials, self.finishing, own_items(self.items))

    @property
    def settled(self) -> Self:
        """This style with every size that follows from others."""
        return self

    @property
    def because(self) -> tuple[Said, ...]:
        """The reasons for sizes that it has not been given."""
        return ()

    @property
    def person(self) -> Person | None:
        """Who carries the bag; None where that is nobody's size."""
        return None

    @property
    def by_rule(self) -> Mapping[str, float | None]:
        """mm that its rules give to lengths that may be left out, by dotted key: those that are known undrafted."""
        return {"finishing.seam_allowance": self.workshop.seam_allowance}

    @abstractmethod
    def draft(self) -> Draft:
        """The bag at finished size. Raises InputError with every reason why these sizes cannot be made."""

    @abstractmethod
    def finished(self, draft: Draft) -> Finished:
        """The bag as worn, measured on the drafted panels."""
