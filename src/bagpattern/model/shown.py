"""How a noun draws itself in a notebook: what draws it stands far above, and is fetched by name when it is needed."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from bagpattern.values import kept

_DRAWN_BY = "bagpattern.library"
_SEWN_BY = "bagpattern.sewn.build"
_OPENED_BY = "bagpattern.sewn.opening"
_VIEWED_BY = "bagpattern.export.view"


def shown(noun: Any) -> str:
    """The noun as SVG that fits a window."""
    drawn: str = import_module(_DRAWN_BY).picture(noun)
    return drawn


@kept
def sewn(pattern: Any) -> Any:
    """The bag that a pattern makes, in space: folded up once, however often it is asked for."""
    return import_module(_SEWN_BY).sewn(pattern)


def sewn_for(pattern: Any, way: Any) -> Any:
    """The same with its straps as one way to carry it asks for; the usual way, if none is given."""
    return sewn(pattern) if way is None else import_module(_SEWN_BY).sewn(pattern, way=way)


def sewn_open(pattern: Any, way: Any = None) -> Any:
    """The same, opened; the very same where nothing closes it."""
    if not import_module(_OPENED_BY).can_be_opened(pattern):
        return sewn_for(pattern, way)
    return _opened(pattern) if way is None else import_module(_SEWN_BY).sewn(pattern, way=way, opened=True)


@kept
def _opened(pattern: Any) -> Any:
    return import_module(_SEWN_BY).sewn(pattern, opened=True)


def viewed(pattern: Any, name: str, style: str, colourway: str | None, carry: str | None) -> str:
    """The bag that a pattern makes, from one side, as SVG."""
    drawn: str = import_module(_VIEWED_BY).view_text(pattern, name, style, colourway, carry)
    return drawn
