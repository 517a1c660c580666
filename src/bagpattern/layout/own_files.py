"""Files in which a maker keeps what is his own: offcuts, prices, plans. They are no presets, and short."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from bagpattern.errors import InputError, Problem


def read_text(path: Path) -> str:
    """The whole file. Raises InputError when it cannot be read, or is no text."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        raise InputError([Problem("", "cannot be read", str(path))]) from None


def toml(text: str, file: str) -> dict[str, Any]:
    """What a TOML *text* holds. Raises InputError, naming the *file*, for text that is no TOML."""
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise InputError([Problem("", f"is not TOML: {error}", file)]) from None
