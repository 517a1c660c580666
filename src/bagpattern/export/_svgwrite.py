"""svgwrite without the web: it imports ``urllib.request`` for web fonts, 30 ms of every start, and we embed none.

While it is imported, a module that fetches the real one when it is first asked for stands in that one's place.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

_WEB = "urllib.request"


def svgwrite() -> Any:
    """The library; whatever it does with the web, it still does."""
    if "svgwrite" in sys.modules or _WEB in sys.modules:
        return import_module("svgwrite")
    sys.modules[_WEB] = _stand_in()
    try:
        return import_module("svgwrite")
    finally:
        del sys.modules[_WEB]


def _stand_in() -> ModuleType:
    """A module whose ``urlopen`` is the real one's, imported when it is called."""

    def urlopen(*given: Any, **named: Any) -> Any:
        return import_module(_WEB).urlopen(*given, **named)

    module = ModuleType(_WEB)
    setattr(module, "urlopen", urlopen)  # noqa: B010 - a module's type does not know it
    return module
