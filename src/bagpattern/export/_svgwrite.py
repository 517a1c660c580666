"""svgwrite without what we make no use of: 30 ms of every start for web fonts, and 15 ms for checks that stay off.

It imports ``urllib.request``, and compiles the grammar of SVG's attributes. While it is imported, modules that fetch
the real ones when they are first asked for stand in their places.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

_LATE = ("urllib.request", "svgwrite.data.svgparser")
"""Modules that svgwrite takes functions from."""


def svgwrite() -> Any:
    """The library; whatever it does with the web and with checks, it still does."""
    if "svgwrite" in sys.modules:
        return import_module("svgwrite")
    standing_in = {name: _stand_in(name) for name in _LATE if name not in sys.modules}
    sys.modules.update(standing_in)
    try:
        return import_module("svgwrite")
    finally:
        for name in standing_in:
            del sys.modules[name]


def _stand_in(module: str) -> ModuleType:
    """A module whose functions are those of the real one, which is imported when one of them is called."""

    def function(name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *given, **named: getattr(import_module(module), name)(*given, **named)

    made = ModuleType(module)
    setattr(made, "__getattr__", function)  # noqa: B010 - a module's type does not know it
    return made
