"""What a worker has made lately: a bag that is looked at from another side, or in other colours, is not made again.

What is kept is what the same settings would give once more, so that no answer depends on it; it is a few, the latest.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from bagpattern.model.key import content_key
from bagpattern.model.pattern import Pattern
from bagpattern.registry import content

Made = TypeVar("Made")

_MOST = 4
_COLOURS = ("colourways", "language")
"""Settings that change no point of the bag in space."""


class Lately(Generic[Made]):
    """The latest few things that were made, by their keys."""

    def __init__(self, most: int = _MOST) -> None:
        self.most = most
        self.made: dict[Hashable, Made] = {}

    def __call__(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What was made under that key, or is made now; what *make* raises is not kept."""
        found = self.made.pop(key) if key in self.made else make()
        self.made[key] = found
        if len(self.made) > self.most:
            del self.made[next(iter(self.made))]
        return found


def shape_key(pattern: Pattern) -> str:
    """What the bag in space depends on: all of its settings but those that only colour and tell it."""
    return content_key({key: each for key, each in pattern.settings.items() if key not in _COLOURS}, content())
