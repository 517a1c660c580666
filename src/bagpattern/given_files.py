"""Files that are given, whatever they are: regular ones alone, up to a size, holding no more than can be read.

A pipe may never end and a device may be anything: neither is opened.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Mapping
from typing import Any

from bagpattern.errors import InputError, Problem
from bagpattern.on_disk import why_refused
from bagpattern.said import NOTHING, Name, Said
from bagpattern.words import words

MEGABYTE = 2**20
DEEPEST = 60
"""Tables in tables: a preset has five at most."""
MOST_VALUES = 5_000
"""Values of a preset, or prices: the longest thinkable has some hundreds. Each that is unknown costs a search."""
_KEY = r"(?:[\w-]+|\"[^\"\n]*\"|'[^'\n]*')"
_LONG_KEY = re.compile(rf"(?<![\w-]){_KEY}(?:[ \t]*\.[ \t]*{_KEY}){{{DEEPEST}}}")
"""A dotted key of so many parts; what reads TOML takes time by their square."""


def content(path: str | os.PathLike[str], largest: int, what: Said = NOTHING) -> bytes:
    """The bytes of a file of at most *largest* bytes; *what* it is to be, such as "a preset", is for the message.

    Raises InputError when there is none, it cannot be read, is larger, or is a folder, a pipe or a device.
    """
    file = os.fspath(path)
    try:
        _require_regular(file, what)
        with open(file, "rb") as stream:
            found = stream.read(largest + 1)
    except FileNotFoundError:
        raise refused(file, words("there is no such file")) from None
    except (OSError, ValueError) as error:
        raise refused(file, words("cannot be read: {why_refused}", why_refused=Name(why_refused(error)))) from None
    if len(found) > largest:
        raise refused(
            file,
            words("is larger than {size}: this cannot be {what}", size=Name(_size(largest)), what=what or words("it")),
        )
    return found


def _require_regular(file: str, what: Said) -> None:
    mode = os.stat(file).st_mode
    if stat.S_ISDIR(mode):
        raise refused(
            file, words("is a folder, not {what} file", what=what) if what else words("is a folder, not a file")
        )
    if not stat.S_ISREG(mode):
        raise refused(
            file,
            words("is {kind_of}, not a file: save what it gives in a file, and name that", kind_of=kind_of(mode)),
        )


def kind_of(mode: int) -> Said:
    """What it is that is no file and no folder, by its mode."""
    if stat.S_ISFIFO(mode):
        return words("a pipe")
    return words("a socket") if stat.S_ISSOCK(mode) else words("a device")


def _size(count: int) -> str:
    return f"{count // MEGABYTE} MB" if count >= 4 * MEGABYTE else f"{count // 1024} kB"


def refuse_long_keys(text: str, file: str) -> None:
    """Raises InputError for a TOML *text* whose keys have more parts than any table is deep."""
    found = _LONG_KEY.search(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        raise InputError([Problem("", words("its keys have far too many parts"), file, line)])


def refuse_vast(data: Any, file: str, most: int = MOST_VALUES) -> None:
    """Raises InputError for tables that are too deep in each other, or hold more values than *most*."""
    count, waiting = 0, [(data, 0)]
    while waiting:
        value, depth = waiting.pop()
        within = list(value.values()) if isinstance(value, Mapping) else value if isinstance(value, list) else []
        count += len(within)
        if depth > DEEPEST:
            raise refused(file, words("its values are nested far too deeply"))
        if count > most:
            raise refused(file, words("holds more than {most} values: this is too much to be read", most=most))
        waiting += [(each, depth + 1) for each in within]


def refused(file: str, message: Said, line: int = 0) -> InputError:
    """What is wrong with a file as a whole, or with a line of it."""
    return InputError([Problem("", message, file, line)])
