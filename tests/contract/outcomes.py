"""What becomes of settings, by a second opinion, too: one that knows nothing of the engine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bagpattern.catalog.masses import grams
from bagpattern.contract import judging
from bagpattern.export._shopping import notions
from bagpattern.export.json import json_text
from bagpattern.model.pattern import Pattern
from bagpattern.model.seam import SeamKind
from tests import proof


def outcome(settings: Mapping[str, Any]) -> str:
    """``proved``, ``refused``, or what is wrong."""
    return judging.outcome(settings, _opinion)


def _opinion(pattern: Pattern) -> Iterator[str]:
    yield from proof.failures(json_text(pattern, lays=False))
    yield from unlisted(pattern)
    yield from through_teeth(pattern)


def through_teeth(pattern: Pattern) -> Iterator[str]:
    """What is sewn to a zip along an edge that leaves none of it to be seen: the needle would go through its teeth."""
    for seam in pattern.seams:
        for run in (*seam.a, *seam.b) if seam.kind is SeamKind.ZIP else ():
            if not pattern[run.panel].panel.edge(run.on).zip:
                yield f"{seam.id}: {run.on} of {run.panel} is sewn through the teeth"


def unlisted(pattern: Pattern) -> Iterator[str]:
    """What is bought, and has no row in the shopping list, or no mass."""
    rows = {each.key for each in notions(pattern, 1)}
    yield from (f"{each.id}: has no row in the shopping list" for each in pattern.notions if each.id not in rows)
    for each in pattern.notions:
        try:
            grams(each.kind, str(each.size), each.measures, each.length)
        except KeyError:
            yield f"{each.id}: nobody knows what a {each.kind} weighs"
