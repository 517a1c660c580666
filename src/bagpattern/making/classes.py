"""Things that become one, such as places that a seam brings together."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

Thing = TypeVar("Thing", bound=Hashable)


class Classes(Generic[Thing]):
    """Classes of things: each begins alone, and those that are joined are one."""

    def __init__(self, of: dict[Thing, Thing] | None = None) -> None:
        self._of = of or {}

    def copy(self) -> Classes[Thing]:
        """The same classes, to be joined further on their own."""
        return Classes(dict(self._of))

    def find(self, thing: Thing) -> Thing:
        """The one that stands for the class of *thing*."""
        of, at = self._of, thing
        while (up := of.get(at, at)) != at:
            at = up
        if at != thing:
            of[thing] = at
        return at

    def join(self, first: Thing, *others: Thing) -> None:
        """Make one class of all of them."""
        for each in others:
            root, other = self.find(first), self.find(each)
            if root != other:
                self._of[other] = root

    def same(self, one: Thing, other: Thing) -> bool:
        """Whether the two are of one class."""
        return self.find(one) == self.find(other)
