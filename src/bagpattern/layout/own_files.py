"""Files in which a maker keeps what is his own: offcuts, prices, plans. They are no presets, and short."""

from __future__ import annotations

from pathlib import Path

from bagpattern.errors import InputError, Problem
from bagpattern.given_files import MEGABYTE, content
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
