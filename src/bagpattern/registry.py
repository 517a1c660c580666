"""What there is of a kind (styles, pockets, straps, checks, exporters), found by file name and imported on use.

A new file in the folder is a new member: there is no list to keep. Looking at names imports nothing, because a start
that imports every style is the slowest part of comparable programs (boxes.py: 0.3 s).

A further folder may be taken in beside the package, with rooms of the same names: ``pockets/``, ``styles/``.
"""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module, invalidate_caches
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple


class Family(NamedTuple):
    """A package whose public modules are the members of one kind; each defines one class of that kind."""

    package: str
    what: str

    @property
    def room(self) -> str:
        """The name of its folder."""
        return self.package.rpartition(".")[2]

    def names(self, but: Path | None = None) -> tuple[str, ...]:
        """The members' names, sorted: file names with ``-`` for ``_``. Without those of the folder *but*."""
        own = [name for each in _further if each.folder != but for name in _own_names(each.folder, self.room)]
        return tuple(sorted((*_names(self.package), *own))) if own else _names(self.package)

    def module(self, name: str) -> ModuleType:
        """The module of one member. Raises KeyError when there is none of that name."""
        stem = name.replace("-", "_")
        if name in _names(self.package):
            return import_module(f"{self.package}.{stem}")
        for each in _further:
            if name in _own_names(each.folder, self.room):
                return import_module(f"{each.package}.{self.room}.{stem}")
        raise KeyError(name)

    def member(self, name: str) -> Any:
        """The one class that the member's file defines. Raises KeyError when there is no such file."""
        classes = self.classes(name)
        if len(classes) != 1:
            raise TypeError(f"{self.package}, {name}: must define exactly one public {self.what}, not {len(classes)}")
        return classes[0]

    def classes(self, name: str) -> list[Any]:
        """The classes of this kind that the member's file defines: one, if it is as it should be."""
        module = self.module(name)
        return [
            value
            for key, value in vars(module).items()
            if isinstance(value, type)
            and value.__module__ == module.__name__
            and not key.startswith("_")
            and getattr(value, "family", None) == self.what
        ]


def introduction(member: type) -> str:
    """What a member says of itself: the first line of its docstring."""
    return (member.__doc__ or "").strip().partition("\n")[0]


@cache
def _names(package: str) -> tuple[str, ...]:
    return _stems(Path(__file__).parent.joinpath(*package.split(".")[1:]))


def _stems(folder: Path) -> tuple[str, ...]:
    return tuple(sorted(spelt(path) for path in folder.glob("*.py") if not path.stem.startswith("_")))


def spelt(path: Path) -> str:
    """A member's name, by its file."""
    return path.stem.replace("_", "-")


# further folders ------------------------------------------------------------------------------------------------------


class Further(NamedTuple):
    """A folder that was taken in, as whoever did it wrote it, and the package as which its modules are imported."""

    folder: Path
    written: Path
    package: str


_further: list[Further] = []


def take(written: Path) -> Further:
    """Take a folder in; what was imported from it before is forgotten, and read again."""
    from hashlib import sha256  # few starts take anything in

    folder = written.resolve()
    for each in [each for each in _further if each.folder == folder]:
        leave(each)
    taken = Further(folder, written, f"bagpattern_own_{sha256(str(folder).encode()).hexdigest()[:8]}")
    package = ModuleType(taken.package)
    package.__path__ = [str(folder)]
    sys.modules[taken.package] = package
    _further.append(taken)
    invalidate_caches()  # a file that is younger than the last look at its folder is to be found
    return taken


def leave(taken: Further) -> None:
    """Let a folder go."""
    _further.remove(taken)
    _own_names.cache_clear()
    for name in [name for name in sys.modules if name == taken.package or name.startswith(f"{taken.package}.")]:
        del sys.modules[name]


def folders() -> tuple[str, ...]:
    """The folders that were taken in, for processes that are to do so, too."""
    return tuple(str(each.folder) for each in _further)


def own_file(file: str) -> str | None:
    """A module's file as whoever took its folder in would write it; None if it is in no such folder."""
    path = Path(file).resolve()
    inside = (each for each in _further if each.folder in path.parents)
    return next((str(each.written / path.relative_to(each.folder)) for each in inside), None)


@cache
def _own_names(folder: Path, room: str) -> tuple[str, ...]:
    return _stems(folder / room)


def content() -> str:
    """The hash of all code that was taken in; nothing if none was."""
    if not _further:
        return ""
    from hashlib import sha256

    files = sorted(path for each in _further for path in each.folder.rglob("*.py"))
    return sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()
