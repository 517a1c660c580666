"""What there is of a kind (styles, pockets, straps, checks, exporters), found by file name and imported on use.

A new file in the folder is a new member: there is no list to keep. Looking at names imports nothing, because a start
that imports every style is the slowest part of comparable programs (boxes.py: 0.3 s).
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple


class Family(NamedTuple):
    """A package whose public modules are the members of one kind; each defines one class of that kind."""

    package: str
    what: str

    def names(self) -> tuple[str, ...]:
        """The members' names, sorted: file names with ``-`` for ``_``."""
        return _names(self.package)

    def module(self, name: str) -> ModuleType:
        """The module of one member. Raises KeyError when there is none of that name."""
        if name not in self.names():
            raise KeyError(name)
        return import_module(f"{self.package}.{name.replace('-', '_')}")

    def member(self, name: str) -> Any:
        """The one class that the member's file defines. Raises KeyError when there is no such file."""
        module = self.module(name)
        classes = [
            value
            for key, value in vars(module).items()
            if isinstance(value, type)
            and value.__module__ == module.__name__
            and not key.startswith("_")
            and getattr(value, "family", None) == self.what
        ]
        if len(classes) != 1:
            raise TypeError(f"{module.__name__} must define exactly one public {self.what}, not {len(classes)}")
        return classes[0]


def introduction(member: type) -> str:
    """What a member says of itself: the first line of its docstring."""
    return (member.__doc__ or "").strip().partition("\n")[0]


@cache
def _names(package: str) -> tuple[str, ...]:
    root = Path(__file__).parent.joinpath(*package.split(".")[1:])
    found = (path.stem for path in root.glob("*.py") if not path.stem.startswith("_"))
    return tuple(sorted(name.replace("_", "-") for name in found))
