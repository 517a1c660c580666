"""One bag of a range, and the parts in which a range is made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

LANGUAGE_KEY = "language"


class Shard(NamedTuple):
    """The part *number*, from 1, of so many in which a range is made."""

    number: int = 1
    of: int = 1

    def bounds(self, total: int) -> tuple[int, int]:
        """From which variant to before which: neighbours stay together, for they have most in common."""
        return total * (self.number - 1) // self.of, total * self.number // self.of

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"


WHOLE = Shard()


class Variant(NamedTuple):
    """One bag of a range: what travels to whoever makes it. ``key`` is the hash of all that it depends on.

    ``words`` is what it is called on each axis; ``sets`` are the values that are put in the place of the preset's, and
    ``wished`` the options of what is written, by name.
    """

    name: str
    title: str
    base: str
    words: Mapping[str, str]
    sets: Mapping[str, Any]
    wished: Mapping[str, Any]
    folder: str
    key: str

    @property
    def bag(self) -> tuple[str, Mapping[str, Any]]:
        """What it is drafted from: variants that differ in language or paper alone are one bag."""
        return self.base, {key: each for key, each in self.sets.items() if key != LANGUAGE_KEY}
