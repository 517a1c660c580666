"""Reading files, and writing them: whole or not at all, and either all of them or none."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from bagpattern.errors import InputError, Problem


def read_text(path: Path) -> str:
    """The whole file. Raises InputError when it cannot be read, or is no text."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise _refused(path, "cannot be read") from None


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write every file, new folders included. Raises InputError, and leaves everything as it was, if one cannot be."""
    folders = [folder for path in files for folder in _missing_folders(path.parent)]
    try:
        for path in files:
            _make_folder(path.parent)
        _write_in_place(files)
    except BaseException:
        for folder in reversed(folders):
            with suppress(OSError, ValueError):
                folder.rmdir()
        raise


def write_new(path: Path, content: bytes) -> None:
    """Write a file that must not be there yet. Raises InputError if it is, or if it cannot be written."""
    if os.path.lexists(path):
        raise _refused(path, "is there already: choose another name, or remove that file first")
    write_all({path: content})


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
        raise _refused(folder, "cannot be a folder: there is a file of that name") from None


def _write_in_place(files: Mapping[Path, bytes]) -> None:
    """Everything is written beside its place before anything is moved there; a failed move takes back those before."""
    parts = {path: path.with_name(f".{os.getpid()}-{index}.part") for index, path in enumerate(files)}
    before: dict[Path, bytes | None] = {}
    try:
        for path, content in files.items():
            with _refusing(path, "cannot be written"):
                parts[path].write_bytes(content)
        for path, part in parts.items():
            _move(part, path, before)
    except BaseException:
        _take_back(before)
        raise
    finally:
        for part in parts.values():
            with suppress(OSError, ValueError):
                part.unlink(missing_ok=True)


def _move(part: Path, path: Path, before: dict[Path, bytes | None]) -> None:
    """Put *part* in the place of *path*, or of what it links to, and note in *before* what was there."""
    with _refusing(path, "cannot be written"):
        if path.is_dir():
            raise _refused(path, "cannot be written: there is a folder of that name")
        if path.exists() and not os.access(path, os.W_OK):
            raise _refused(path, "cannot be written: the file there is write-protected")
        was = path.read_bytes() if path.exists() else None
        os.replace(part, os.path.realpath(path))
    before[path] = was


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
        reason = getattr(error, "strerror", None) or "it is not a name that a file can have"
        raise _refused(path, f"{what}: {reason.lower()}") from None


def _refused(path: Path, message: str) -> InputError:
    return InputError([Problem("", message, str(path))])
