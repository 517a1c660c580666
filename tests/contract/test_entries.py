"""Every pocket, compartment and style line on every panel of every style, at its defaults and at its limits.

On each panel a part is tried as it comes, at all its least and at all its most values at once; each limit by itself is
tried on a few panels, which take turns through all panels of all styles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from functools import cache
from itertools import islice, product

import pytest

from bagpattern.model.panel import Role
from bagpattern.parameters import Choice, declarations
from bagpattern.pipeline import make
from bagpattern.styles import STYLES
from tests.contract import cases
from tests.contract.cases import Settings

TURNS = 4
"""Places at which each single limit of a part is tried."""


@cache
def hosts(style: str) -> tuple[str, ...]:
    """The panels of a style that a part may be asked for."""
    pattern = make({"style": style})
    return tuple(piece.id for piece in pattern.pieces if piece.panel.role in (Role.BODY, Role.LINING))


def lists() -> Iterator[tuple[str, str, Choice]]:
    """Every list of parts that a style takes: the style, its key, and its declaration."""
    for style in STYLES.names():
        for key, declared in declarations(STYLES.member(style)).items():
            if isinstance(declared, Choice) and declared.many:
                yield style, key, declared


def places(style: str, declared: Choice, kind: str) -> Iterator[Settings]:
    """The entries that name a part of this kind: one for every panel, if it is put on a panel."""
    if "panel" in declarations(declared.family.member(kind)):
        yield from ({"name": "test", "kind": kind, "panel": panel} for panel in hosts(style))
    else:
        yield {"name": "test", "kind": kind}


def outcome(settings: Settings) -> str:
    """``proved``, ``refused``, or the fault."""
    try:
        return cases.outcome(settings)
    except Exception as error:
        return repr(error)


def wrong(tried: Iterable[Settings]) -> list[str]:
    """Each of these settings that is neither proved nor refused by name, with its fault."""
    found = ((settings, outcome(settings)) for settings in tried)
    return [f"{settings}: {fault}" for settings, fault in found if fault not in ("proved", "refused")]


def at_once(declared: Choice, kind: str) -> Iterator[Settings]:
    """The values of a part of this kind: as it comes, all at their least, all at their most."""
    yield {}
    for at in (0, -1):
        values: Settings = {}
        for path, parameter in cases.own_parameters(declared.family.member(kind)):
            if parameter.kind in ("length", "count") and (found := [*cases.extremes(parameter)]):
                cases.put(values, path, found[at])
        yield values


KINDS = [(style, key, kind) for style, key, of in lists() for kind in of.family.names()]


@pytest.mark.parametrize(("style", "key", "kind"), KINDS)
def test_every_kind_on_every_panel(style: str, key: str, kind: str) -> None:
    declared = declarations(STYLES.member(style))[key]
    assert isinstance(declared, Choice)
    tried = (
        {"style": style, key: [{**entry, **values}]}
        for entry in places(style, declared, kind)
        for values in at_once(declared, kind)
    )
    assert not wrong(tried)


def everywhere(key: str, kind: str) -> list[Settings]:
    """A preset for every place at which a style takes a part of this kind."""
    return [
        {"style": style, key: [entry]}
        for style, other, declared in lists()
        if other == key and kind in declared.family.names()
        for entry in places(style, declared, kind)
    ]


@pytest.mark.parametrize(("key", "kind"), sorted({(key, kind) for _, key, kind in KINDS}))
def test_every_limit_of_every_kind(key: str, kind: str) -> None:
    declared = next(each for _, other, each in lists() if other == key and kind in each.family.names())
    limits = [(path, value) for name, path, value in cases.part_values(declared.family) if name == kind and path]
    anywhere, tried = everywhere(key, kind), []
    for number, (path, value) in enumerate(limits * TURNS):
        settings = deepcopy(anywhere[number % len(anywhere)])
        cases.put(settings[key][0], path, value)
        tried.append(settings)
    assert not wrong(tried)


@pytest.mark.parametrize(("key", "kind"), sorted({(key, kind) for _, key, kind in KINDS}))
def test_every_kind_is_proved_somewhere(key: str, kind: str) -> None:
    """Once in the shell or its lining at least, on the panels of some style."""
    proved = (settings for settings in everywhere(key, kind) if cases.outcome(settings) == "proved")
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
    for dividing, panel in product(DIVIDING, hosts(style)):
        ((key, (entry,)),) = dividing.items()
        tried.append({"style": style, key: [{**entry, "panel": panel}]})
    assert wrong(tried) == []
