"""What a system makes of files: names that it keeps for itself, and why it refuses one."""

from __future__ import annotations

import ntpath
import os
import re
import sys

WINDOWS = "nt"
SYSTEM = os.name
"""Which system this is; tests say another."""
_FAITHFUL = sys.getfilesystemencoding() == "utf-8"
_DEVICES = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9\u00b9\u00b2\u00b3])", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>"|?*:\x00-\x1f]')


def unusable(path: str | os.PathLike[str]) -> str:
    """Why there can be no file or folder of that name; empty if there can.

    Windows takes some names for devices, and leaves off or takes apart others, all without a word: what is written
    there is lost, or lies elsewhere [learn.microsoft.com/windows/win32/fileio/naming-a-file].
    """
    if SYSTEM != WINDOWS:
        return ""
    rest = ntpath.splitdrive(os.fspath(path))[1].replace("/", "\\")
    return next(filter(None, map(_wrong, rest.split("\\"))), "")


def _wrong(name: str) -> str:
    """What is wrong with one part of a path on Windows."""
    if name in ("", ".", ".."):
        return ""
    if _DEVICES.fullmatch(name.partition(".")[0].rstrip()):
        return f"Windows keeps the name {name} for a device: choose another"
    forbidden = _FORBIDDEN.search(name)
    if forbidden:
        return f"no name may hold {forbidden[0]!r} on Windows: leave it out"
    if name[-1] in ". ":
        return f"Windows leaves off the {'dot' if name[-1] == '.' else 'blank'} at the end of {name!r}: leave it out"
    return ""


def on_disk(name: str) -> str:
    """A name by which the system finds the file of that name: names are bytes, in UTF-8 whatever the locale says."""
    return name if _FAITHFUL else os.fsdecode(name.encode("utf-8", "surrogateescape"))


def off_disk(name: str) -> str:
    """A file's name as it is read by people: bytes that the locale knows no letters for are UTF-8."""
    return name if _FAITHFUL else os.fsencode(name).decode("utf-8", "surrogateescape")


def in_a_shell(path: str | os.PathLike[str]) -> str:
    """A name as it is typed in a command: quoted where it must be, in the way of the system's shell."""
    if SYSTEM == WINDOWS:
        from subprocess import list2cmdline

        return list2cmdline([os.fspath(path)])
    from shlex import quote

    return quote(os.fspath(path))


def why_refused(error: OSError | ValueError) -> str:
    """Why the system refused a file, within a sentence.

    Windows lets nobody replace a file that a viewer or a cutter's program has open; all that it says is that this is
    not permitted.
    """
    if SYSTEM == WINDOWS and isinstance(error, PermissionError):
        return "it is open in another program, or write-protected: close it there, and try again"
    return (getattr(error, "strerror", None) or "it is not a name that a file can have").lower()
