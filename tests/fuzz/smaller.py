"""The least settings that still have a fault: values and parts are left out, one by one, as long as it stays."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from bagpattern.contract.cases import Settings
from tests.fuzz.judged import judge

_NEEDED = ("style", "kind", "name", "panel")
_TRIED = 60
"""Bags that are drafted for it at most."""


def smaller(settings: Settings, kind: str, *also: bool) -> Settings:
    """*settings* without what the fault of this *kind* does not need; it is judged as it was found, *also* so."""
    tried = 0
    found = True
    while found and tried < _TRIED:
        found = False
        for each in _without_one(settings):
            tried += 1
            if tried <= _TRIED and any(fault.kind == kind for fault in judge(each, *also).faults):
                settings, found = each, True
                break
    return settings


def _without_one(settings: Settings) -> Iterator[Settings]:
    """The settings with one thing left out, large things first."""
    for way in sorted(_ways(settings), key=len):
        made = deepcopy(settings)
        holder: Any = made
        for step in way[:-1]:
            holder = holder[step]
        del holder[way[-1]]
        yield made


def _ways(value: Any, before: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every table, entry and value that may be left out."""
    within = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in within:
        if key not in _NEEDED:
            yield (*before, key)
        yield from _ways(each, (*before, key))
