"""Every pocket, compartment and style line on every panel of every style, at its defaults and at each of its limits."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from bagpattern.model.panel import Role
from bagpattern.parameters import Part, declarations
from bagpattern.pipeline import make
from bagpattern.styles._style import STYLES
from tests.contract import cases
from tests.contract.cases import Case, Settings


@cache
def hosts(style: str) -> tuple[str, ...]:
    """The panels of a style that a part may be asked for."""
    pattern = make({"style": style})
    return tuple(piece.id for piece in pattern.pieces if piece.panel.role in (Role.BODY, Role.LINING))


def lists() -> Iterator[tuple[str, str, Part]]:
    """Every list of parts that a style takes: the style, its key, and its declaration."""
    for style in STYLES.names():
        for key, declared in declarations(STYLES.member(style)).items():
            if isinstance(declared, Part) and declared.many:
                yield style, key, declared


def places(style: str, declared: Part, kind: str) -> Iterator[Settings]:
    """The entries that name a part of this kind: one for every panel, if it is put on a panel."""
    if "panel" in declarations(declared.room.member(kind)):
        yield from ({"name": "test", "kind": kind, "panel": panel} for panel in hosts(style))
    else:
        yield {"name": "test", "kind": kind}


def entries() -> Iterator[Case]:
    for style, key, declared in lists():
        for kind, path, value in cases.part_values(declared.room):
            for entry in places(style, declared, kind):
                if path:
                    cases.put(entry, path, value)
                name = f"{style} {key} {entry.get('panel', '')} {kind} {'.'.join(path)} {value}"
                yield Case(name, {"style": style, key: [entry]})


@pytest.mark.parametrize("case", list(entries()), ids=lambda case: case.name)
def test_every_entry_everywhere(case: Case) -> None:
    assert cases.outcome(case.settings) in ("proved", "refused")


@pytest.mark.parametrize(
    ("style", "key", "kind"), [(style, key, kind) for style, key, of in lists() for kind in of.room.names()]
)
def test_every_kind_is_proved_somewhere(style: str, key: str, kind: str) -> None:
    declared = declarations(STYLES.member(style))[key]
    assert isinstance(declared, Part)
    assert "proved" in [cases.outcome({"style": style, key: [entry]}) for entry in places(style, declared, kind)]
