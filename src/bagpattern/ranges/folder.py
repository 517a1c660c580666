"""The folder that a range is written to: the one place of this room that writes, and who may at one time."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

from bagpattern.errors import InputError, Problem
from bagpattern.on_disk import unusable, why_refused
from bagpattern.ranges.variant import WHOLE, Shard
from bagpattern.said import Name
from bagpattern.words import words

JOURNALS = "parts"
_ALL = "all.lock"


class Folder:
    """A range's folder. What is put there is written beside its place first: a file there is whole."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __truediv__(self, name: str) -> Path:
        return self.path / name

    def put(self, files: Mapping[str, bytes]) -> None:
        """Write files, by their places in the folder. Raises InputError when one cannot be written."""
        for place, content in files.items():
            path = self.path / place
            with _refusing(path):
                path.parent.mkdir(parents=True, exist_ok=True)
                _written(path, content)

    def holds(self, files: list[dict[str, Any]]) -> bool:
        """Whether all of a row's files are there, each as long as it was written."""
        return all(self._size(each["path"]) == each["bytes"] for each in files)

    def _size(self, place: str) -> int:
        try:
            return os.stat(os.path.join(self.path, place)).st_size
        except OSError:
            return -1

    def remove(self, pattern: str, kept: int) -> None:
        """Remove what an earlier run has numbered higher than so many: ``index/*.js``."""
        for each in sorted(self.path.glob(pattern))[kept:]:
            with _refusing(each):
                each.unlink()

    @contextmanager
    def taken(self, shard: Shard) -> Iterator[None]:
        """Nobody else makes the same part meanwhile; who makes the whole range is alone. Raises InputError."""
        journals = self.path / JOURNALS
        with _refusing(journals):
            journals.mkdir(parents=True, exist_ok=True)
        with ExitStack() as locks:
            locks.enter_context(_locked(journals / _ALL, alone=shard == WHOLE))
            if shard != WHOLE:
                locks.enter_context(_locked(journals / f"{journal_name(shard)}.lock", alone=True))
            yield


def journal_name(shard: Shard) -> str:
    """What the files of a part are called."""
    return f"{shard.number}-of-{shard.of}"


def _written(path: Path, content: bytes) -> None:
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(content)
        os.replace(part, path)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    """The system's refusals as an InputError about *path*."""
    if fault := unusable(path):
        raise InputError([Problem("", words("cannot be written: {fault}", fault=Name(fault)), str(path))])
    try:
        yield
    except (OSError, ValueError) as error:
        raise InputError(
            [Problem("", words("cannot be written: {why_refused}", why_refused=Name(why_refused(error))), str(path))]
        ) from None


@contextmanager
def _locked(path: Path, alone: bool) -> Iterator[None]:
    """Holds a lock, which the system lets go when the process ends, however it does. Raises InputError."""
    with _refusing(path):
        file = path.open("ab")
    with file:
        if not _lock(file.fileno(), alone):
            told = words("another run is at work in this folder: wait for it, or write to another")
            raise InputError([Problem("", told, str(path.parent.parent))])
        yield


def _lock(number: int, alone: bool) -> bool:
    try:
        import fcntl
    except ImportError:  # on Windows, where only one at a time can have it
        return _lock_there(number)
    try:
        fcntl.flock(number, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _lock_there(number: int) -> bool:
    import msvcrt

    locking: Any = getattr(msvcrt, "locking", None)
    try:
        locking(number, getattr(msvcrt, "LK_NBLCK", 2), 1)
    except OSError:
        return False
    return True
