"""What the steps of every shipped bag say: each thing once, of the right one, and before it is needed."""

from __future__ import annotations

from collections import Counter

import pytest

from bagpattern.model.operation import Operation, Verb
from bagpattern.model.pattern import Pattern
from bagpattern.pipeline import make
from bagpattern.preset.shipped import preset_names

SEALED = "Seal the cut ends of the webbing"


def steps_told(pattern: Pattern) -> list[str]:
    return [f"{each.step.title}: {each.step.text}" for each in pattern.steps]


def twice(pattern: Pattern) -> list[str]:
    """Steps with the same words, and copies of a piece that a step lays in the same words in several places."""
    told: Counter[object] = Counter(steps_told(pattern))
    laid = [each for step in pattern.steps for each in step.step.operations if each.do is Verb.BASTE and each.pieces]
    told.update((each.pieces, tuple(where[:3] for where in each.on), each.goal) for each in laid)
    return [str(each) for each, count in told.items() if count > 1]


def unsealed(pattern: Pattern) -> list[str]:
    """Webbing that is in hand before its ends are sealed."""
    webbing, found = {each.id for each in pattern.notions if each.kind == "webbing"}, set()
    for step in pattern.steps:
        new = {name for each in step.step.operations for name in each.notions} & webbing
        found |= set() if SEALED in str(step.step.text) else new
        webbing -= new
    return sorted(found)


def left_in_hand(pattern: Pattern) -> list[str]:
    """Hooks that no operation hangs in their ring after both are on their strips."""
    order = [each for step in pattern.steps for each in step.step.operations]
    return [
        each.id
        for each in pattern.notions
        if each.kind == "swivel" and each.hooks and not _is_hung(order, each.id, each.hooks)
    ]


def _is_hung(order: list[Operation], hook: str, ring: str) -> bool:
    both = [at for at, each in enumerate(order) if {hook, ring} <= {*each.notions}]
    on = [at for at, each in enumerate(order) if each.do is Verb.THREAD and {hook, ring} & {*each.notions}]
    return bool(both) and len(on) > 1 and max(on) < both[0]


@pytest.mark.parametrize("name", preset_names())
def test_each_thing_is_told_once_and_in_time(name: str) -> None:
    pattern = make(name)
    assert twice(pattern) == []
    assert unsealed(pattern) == []
    assert left_in_hand(pattern) == []


def test_what_is_never_hung_is_found() -> None:
    pattern = make("crossbody")
    order = [each for step in pattern.steps for each in step.step.operations]
    assert _is_hung(order, "crossbody swivel", "side-tab ring")
    assert not _is_hung([each for each in order if each.do is not Verb.PUT], "crossbody swivel", "side-tab ring")
