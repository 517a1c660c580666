"""Files in which a maker keeps what is his own: offcuts, prices, plans. They are no presets, and short."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from bagpattern.errors import InputError, Problem
from bagpattern.given_files import MEGABYTE, content, refuse_long_keys, refuse_vast
from bagpattern.said import Name
from bagpattern.words import words

LARGEST = MEGABYTE
"""Bytes of a list of offcuts or prices."""
LARGEST_PLAN = 32 * MEGABYTE
"""Bytes of a plan file, which keeps every cloth and every copy that was ever laid."""


def read_text(path: Path, largest: int = LARGEST) -> str:
    """The whole file. Raises InputError when it cannot be read, is larger than *largest* bytes, or is no text."""
    try:
        return content(path, largest, words("a list of one's own")).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError([Problem("", words("is not text in UTF-8"), str(path))]) from None


def toml(text: str, file: str) -> dict[str, Any]:
    """What a TOML *text* holds. Raises InputError, naming the *file*, for text that is no TOML, or far too much."""
    refuse_long_keys(text, file)
    try:
        data = tomllib.loads(text)
    except RecursionError:
        raise InputError([Problem("", words("its values are nested far too deeply"), file)]) from None
    except ValueError as error:
        raise InputError([Problem("", words("is not TOML: {error}", error=Name(str(error))), file)]) from None
    refuse_vast(data, file)
    return data
