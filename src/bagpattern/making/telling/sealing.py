"""Webbing is sealed before anything else is done with it: said where it is first in hand."""

from __future__ import annotations

from collections.abc import Iterable

from bagpattern.making.bench import Bench
from bagpattern.model.operation import Operation
from bagpattern.said import NOTHING, Said
from bagpattern.words import words

_SEALED = words("Seal the cut ends of the webbing with a flame.")


def sealed(bench: Bench, before: Iterable[Operation], alike: Iterable[Operation]) -> Said:
    """What is done first to webbing that was not in hand *before*."""
    webbing = {each.id for each in bench.draft.notions if each.kind == "webbing"}
    new = webbing & _in_hand(alike)
    return _SEALED if new - _in_hand(before) else NOTHING


def _in_hand(operations: Iterable[Operation]) -> set[str]:
    return {name for each in operations for name in each.notions}
