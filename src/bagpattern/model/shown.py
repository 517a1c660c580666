"""How a noun draws itself in a notebook: what draws it stands far above, and is fetched by name when it is needed."""

from __future__ import annotations

from importlib import import_module
from typing import Any

_DRAWN_BY = "bagpattern.library"


def shown(noun: Any) -> str:
    """The noun as SVG that fits a window."""
    drawn: str = import_module(_DRAWN_BY).picture(noun)
    return drawn
