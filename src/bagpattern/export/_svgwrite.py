"""svgwrite without what we make no use of: 30 ms of every start for web fonts, and 20 ms for checks that stay off.

It imports ``urllib.request``, and with its validator the grammar of all of SVG. While it is imported, modules that
fetch the real ones when they are first asked for something stand in their places.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import Any

_WEB, _CHECKS = "urllib.request", "svgwrite.validator2"


def svgwrite() -> Any:
    """The library; whatever it does with the web and with checks, it still does."""
    if "svgwrite" in sys.modules:
        return import_module("svgwrite")
    standing_in = {module.__name__: module for module in _stand_ins() if module.__name__ not in sys.modules}
    sys.modules.update(standing_in)
    try:
        return import_module("svgwrite")
    finally:
        for name in standing_in:
            del sys.modules[name]


def _stand_ins() -> tuple[ModuleType, ...]:
    """Modules with the one function that svgwrite takes from each."""

    def urlopen(*given: Any, **named: Any) -> Any:
        return import_module(_WEB).urlopen(*given, **named)

    def get_validator(*given: Any) -> Any:
        return _Validator(given)

    return _module(_WEB, urlopen), _module(_CHECKS, get_validator)


class _Validator:
    """The real one of that profile, once it is asked to check something; every element has one, and most never ask."""

    def __init__(self, given: tuple[Any, ...]) -> None:
        self._given = given

    def __getattr__(self, name: str) -> Any:
        return getattr(import_module(_CHECKS).get_validator(*self._given), name)


def _module(name: str, function: Callable[..., Any]) -> ModuleType:
    module = ModuleType(name)
    setattr(module, function.__name__, function)
    return module
