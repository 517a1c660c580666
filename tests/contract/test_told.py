"""Every panel and every bought thing of a bag is to be seen on it when it is opened, or said to be hidden, and why."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import pytest

from bagpattern.contract import cases
from bagpattern.contract.cases import Settings
from bagpattern.errors import InputError
from bagpattern.model.panel import Role
from bagpattern.model.pattern import Pattern
from bagpattern.pipeline import make
from bagpattern.preset import preset_names
from bagpattern.sewn.build import sewn
from bagpattern.sewn.dress.untold import HIDDEN, INSIDE, NOWHERE, PLAIN

KINDS = sorted({(key, kind) for _, key, of in cases.lists() for kind in of.family.names()})


def unaccounted(pattern: Pattern) -> list[str]:
    """What of the opened bag is neither shown nor told."""
    bag = sewn(pattern, fine=False, opened=True)
    seen = {each.piece for each in bag.surfaces} | {each.notion for each in bag.surfaces}
    return [key for key in _parts(pattern) if key not in seen and bag.notes.get(key, NOWHERE) in (NOWHERE, INSIDE)]


def _parts(pattern: Pattern) -> Iterator[str]:
    for panel in pattern.draft.panels:
        if panel.role in PLAIN or panel.role is Role.BODY:
            yield panel.id
    for notion in pattern.notions:
        if notion.kind not in HIDDEN and notion.owner:
            yield notion.id


def made(tried: list[Settings]) -> Iterator[Pattern]:
    """Those of these settings that make a bag."""
    for settings in tried:
        try:
            yield make(settings)
        except InputError:
            continue


@pytest.mark.parametrize("name", preset_names())
def test_all_of_a_preset_is_shown_or_told(name: str) -> None:
    assert unaccounted(make(name)) == []


@pytest.mark.parametrize(("key", "kind"), KINDS)
def test_all_of_a_part_is_shown_or_told(key: str, kind: str) -> None:
    """Of every kind of part, on the first bag that takes it."""
    for pattern in islice(made(cases.everywhere(key, kind)), 1):
        assert unaccounted(pattern) == []


def test_a_panel_that_is_forgotten_is_found_out() -> None:
    pattern = make("mini-backpack")
    bag = sewn(pattern, fine=False)
    assert bag.notes["slip-pocket"] == INSIDE  # the closed bag hides it; were the opened one to, the test would fail
