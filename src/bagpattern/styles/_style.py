"""What every style is: a frozen dataclass of parameters, and ``draft()``."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import ClassVar

from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Finished
from bagpattern.parameters import table
from bagpattern.parts.workshop import Finishing, Materials, Workshop
from bagpattern.registry import Room

STYLES = Room("bagpattern.styles", "style")


@dataclass(frozen=True)
class Style:
    """A bag. Its docstring's first line is its help; its fields are its parameters."""

    room: ClassVar[str] = "style"

    materials: Materials = table(Materials, "what the bag is cut from")
    finishing: Finishing = table(Finishing, "how edges are finished")

    @property
    def workshop(self) -> Workshop:
        """The materials and rules that the parts work with."""
        return Workshop(self.materials, self.finishing)

    @abstractmethod
    def draft(self) -> Draft:
        """The bag at finished size. Raises InputError with every reason why these sizes cannot be made."""

    @abstractmethod
    def finished(self, draft: Draft) -> Finished:
        """The bag as worn, measured on the drafted panels."""
