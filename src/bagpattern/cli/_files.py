"""Writing files: whole or not at all, and either all of them or none, whatever ends the program meanwhile."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from bagpattern.cli._undisturbed import ended_in_order, locked, undisturbed
from bagpattern.errors import InputError, Problem
from bagpattern.given_files import kind_of
from bagpattern.on_disk import unusable, why_refused
from bagpattern.said import Name, Said
from bagpattern.words import words

_PART = re.compile(r"\.\d+-\d+\.part")
"""What is written beside its place before it is moved there."""


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write every file, new folders included. Raises InputError, and leaves everything as it was, if one cannot be."""
    for path in files:
        _require_place(path)
    folders = [folder for path in files for folder in _missing_folders(path.parent)]
    try:
        for path in files:
            _make_folder(path.parent)
        with ended_in_order(), ExitStack() as locks:
            for place in sorted({os.path.realpath(path.parent) for path in files}):
                locks.enter_context(locked(place))
                _clean(place)
            _write_in_place(files)
    except BaseException:
        for folder in reversed(folders):
            with suppress(OSError, ValueError):
                folder.rmdir()
        raise


def write_new(path: Path, content: bytes) -> None:
    """Write a file that must not be there yet. Raises InputError if it is, or if it cannot be written."""
    if os.path.lexists(path):
        raise _refused(path, words("is there already: choose another name, or remove that file first"))
    write_all({path: content})


def write_out(content: bytes) -> None:
    """Write a file to standard output as it is, whatever a console speaks, and nothing else there.

    Raises InputError if that is closed.
    """
    import sys

    import click

    if sys.stdout is None:
        raise InputError([Problem("", words("standard output is closed: name a file with -o, or leave it open"))])
    click.echo(content, nl=False)


def _require_place(path: Path) -> None:
    """Raises InputError for a name that no file can have, and for what is there and is no file; it is not opened."""
    if fault := unusable(path):
        raise _refused(path, words("cannot be written: {fault}", fault=Name(fault)))
    with suppress(OSError, ValueError):  # what cannot be asked for cannot be written either: that is told then
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
            raise _refused(
                path,
                words("cannot be written: it is {kind_of}, not a file; - is standard output", kind_of=kind_of(mode)),
            )


def _missing_folders(folder: Path) -> list[Path]:
    """The folders that have to be made for *folder*, the outermost first."""
    missing = []
    while not os.path.lexists(folder) and folder != folder.parent:
        missing.append(folder)
        folder = folder.parent
    return missing[::-1]


def _make_folder(folder: Path) -> None:
    try:
        with _refusing(folder, "the folder cannot be made"):
            folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise _refused(folder, words("cannot be a folder: there is a file of that name")) from None


def _clean(folder: str) -> None:
    """Remove what a writer left that was killed: nobody else writes here as long as the folder is locked."""
    with suppress(OSError):
        for each in [each for each in os.scandir(folder) if _PART.fullmatch(each.name)]:
            with suppress(OSError):
                os.unlink(each.path)


def _write_in_place(files: Mapping[Path, bytes]) -> None:
    """Everything is written beside its place before anything is moved there; a failed move takes back those before."""
    parts = {path: path.with_name(f".{os.getpid()}-{index}.part") for index, path in enumerate(files)}
    try:
        for path, content in files.items():
            with _refusing(path, "cannot be written"):
                parts[path].write_bytes(content)
        with undisturbed():
            _move_all(parts)
    finally:
        for part in parts.values():
            with suppress(OSError, ValueError):
                part.unlink(missing_ok=True)


def _move_all(parts: Mapping[Path, Path]) -> None:
    """Put each part in its place, or in that of what it links to, all or none of them.

    Everything is looked at before anything is moved: what ends the program at once hardly ever comes between.
    """
    before = {path: _there(path) for path in parts}
    moved: list[Path] = []
    try:
        for path, part in parts.items():
            with _refusing(path, "cannot be written"):
                os.replace(part, os.path.realpath(path))
            moved.append(path)
    except BaseException:
        _take_back({path: before[path] for path in moved})
        raise


def _there(path: Path) -> bytes | None:
    """The bytes of the file that is to be replaced; None when there is none. Raises InputError if it cannot be."""
    with _refusing(path, "cannot be written"):
        if path.is_dir():
            raise _refused(path, words("cannot be written: there is a folder of that name"))
        if path.exists() and not os.access(path, os.W_OK):
            raise _refused(path, words("cannot be written: the file there is write-protected"))
        return path.read_bytes() if path.exists() else None


def _take_back(before: Mapping[Path, bytes | None]) -> None:
    for path, content in before.items():
        with suppress(OSError, ValueError):
            path.unlink() if content is None else path.write_bytes(content)


@contextmanager
def _refusing(path: Path, what: str) -> Iterator[None]:
    """The system's refusals as an InputError about *path*; a file in a folder's place is for the caller to explain."""
    try:
        yield
    except (FileExistsError, NotADirectoryError):
        raise
    except (OSError, ValueError) as error:
        raise _refused(
            path, words("{what}: {why_refused}", what=Name(what), why_refused=Name(why_refused(error)))
        ) from None


def _refused(path: Path, message: Said) -> InputError:
    return InputError([Problem("", message, str(path))])
