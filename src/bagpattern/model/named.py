"""Tuples of things that have ids, which find them by those, too."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol, SupportsIndex, TypeVar, overload

from bagpattern.errors import did_you_mean, quoted


class Identified(Protocol):
    """A thing with an id."""

    @property
    def id(self) -> str:
        """What it is called in ids and files."""


_Kind = TypeVar("_Kind", bound=Identified)


class Named(tuple[_Kind, ...]):
    """A tuple whose members are found by their ids as well: ``seams["front-base"]``, ``"front-base" in seams``."""

    @overload
    def __getitem__(self, key: SupportsIndex) -> _Kind: ...
    @overload
    def __getitem__(self, key: slice) -> tuple[_Kind, ...]: ...
    @overload
    def __getitem__(self, key: str) -> _Kind: ...
    def __getitem__(self, key: Any) -> Any:
        """As of any tuple; of an id, the member that has it. Raises KeyError, with a near one, when there is none."""
        if not isinstance(key, str):
            return super().__getitem__(key)
        for each in self:
            if each.id == key:
                return each
        raise unknown(key, (each.id for each in self))

    def __contains__(self, key: object) -> bool:
        """Whether this very member, or one of this id, is here."""
        return any(each.id == key for each in self) if isinstance(key, str) else super().__contains__(key)


def unknown(key: str, known: Iterable[str]) -> KeyError:
    """The error for an id that nothing has."""
    return KeyError(f"there is no {quoted(key)}{did_you_mean(key, known)}")
