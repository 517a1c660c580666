"""Every pocket, compartment and style line on the panels of every style, at its defaults and at its limits."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice, product

import pytest

from bagpattern.contract import cases
from bagpattern.contract.cases import Settings
from bagpattern.parameters import Choice, declarations
from bagpattern.styles import STYLES
from tests.contract.outcomes import outcome


def wrong(tried: Iterable[Settings]) -> list[str]:
    """Each of these settings that is neither proved nor refused by name, with its fault."""
    found = ((settings, outcome(settings)) for settings in tried)
    return [f"{settings}: {fault}" for settings, fault in found if fault not in ("proved", "refused")]


KINDS = [(style, key, kind) for style, key, of in cases.lists() for kind in of.family.names()]


@pytest.mark.parametrize(("number", "style", "key", "kind"), [(n, *each) for n, each in enumerate(KINDS)])
def test_every_kind_on_every_panel(number: int, style: str, key: str, kind: str) -> None:
    """At its defaults, its least or its most: every other setting, by turns; ``python -m tests.fuzz`` goes on."""
    declared = declarations(STYLES.member(style))[key]
    assert isinstance(declared, Choice)
    assert not wrong(islice(cases.on_every_panel(style, key, declared, kind), number % 2, None, 2))


@pytest.mark.parametrize(("key", "kind"), sorted({(key, kind) for _, key, kind in KINDS}))
def test_every_limit_of_every_kind(key: str, kind: str) -> None:
    declared = next(each for _, other, each in cases.lists() if other == key and kind in each.family.names())
    assert not wrong(cases.at_each_limit(key, declared.family, kind))


@pytest.mark.parametrize(("key", "kind"), sorted({(key, kind) for _, key, kind in KINDS}))
def test_every_kind_is_proved_somewhere(key: str, kind: str) -> None:
    """Once in the shell or its lining at least, on the panels of some style."""
    proved = (settings for settings in cases.everywhere(key, kind) if outcome(settings) == "proved")
    assert [*islice(proved, 1)]


DIVIDING: tuple[Settings, ...] = (
    {"style_lines": [{"name": "test", "kind": "across", "left": "50 mm", "right": "60 mm"}]},
    {"style_lines": [{"name": "test", "kind": "across", "left": "30 mm", "right": "30 mm"}]},
    {"style_lines": [{"name": "test", "kind": "down"}]},
    {"pockets": [{"name": "test", "kind": "zip-between"}]},
    {"pockets": [{"name": "test", "kind": "zip-between", "height": "50 mm"}]},
)
"""What divides a panel in two, at places that most panels have."""


@pytest.mark.parametrize("style", STYLES.names())
def test_any_panel_may_be_divided(style: str) -> None:
    """And the bag is measured all the same: no style takes a panel of its own for whole."""
    tried = []
    for dividing, panel in product(DIVIDING, cases.hosts(style)):
        ((key, (entry,)),) = dividing.items()
        tried.append({"style": style, key: [{**entry, "panel": panel}]})
    assert wrong(tried) == []
