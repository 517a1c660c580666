"""What becomes of settings, by a second opinion, too: one that knows nothing of the engine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bagpattern.catalog.masses import grams
from bagpattern.contract import judging
from bagpattern.export._shopping import notions
from bagpattern.export.json import json_text
from bagpattern.model.pattern import Pattern
from tests import proof


def outcome(settings: Mapping[str, Any]) -> str:
    """``proved``, ``refused``, or what is wrong."""
    return judging.outcome(settings, _opinion)


def _opinion(pattern: Pattern) -> Iterator[str]:
    yield from proof.failures(json_text(pattern, lays=False))
    yield from unlisted(pattern)


def unlisted(pattern: Pattern) -> Iterator[str]:
    """What is bought, and has no row in the shopping list, or no mass."""
    rows = {each.key for each in notions(pattern, 1)}
    yield from (f"{each.id}: has no row in the shopping list" for each in pattern.notions if each.id not in rows)
    for each in pattern.notions:
        try:
            grams(each.kind, str(each.size), each.measures, each.length)
        except KeyError:
            yield f"{each.id}: nobody knows what a {each.kind} weighs"
