"""Every pocket on every panel of every style, at its defaults and at each of its limits."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bagpattern.model.panel import Role
from bagpattern.parts.part import POCKETS
from bagpattern.pipeline import make
from bagpattern.styles._style import STYLES
from tests.contract import cases
from tests.contract.cases import Case


def hosts(style: str) -> list[str]:
    """The panels of a style that a pocket may be asked for."""
    pattern = make({"style": style})
    return [piece.id for piece in pattern.pieces if piece.panel.role in (Role.BODY, Role.LINING)]


def pockets() -> Iterator[Case]:
    for style in STYLES.names():
        for panel in hosts(style):
            for kind, path, value in cases.part_values(POCKETS):
                pocket = {"name": "test", "kind": kind, "panel": panel}
                if path:
                    cases.put(pocket, path, value)
                yield Case(f"{style} {panel} {kind} {'.'.join(path)} {value}", {"style": style, "pockets": [pocket]})


@pytest.mark.parametrize("case", list(pockets()), ids=lambda case: case.name)
def test_every_pocket_on_every_panel(case: Case) -> None:
    assert cases.outcome(case.settings) in ("proved", "refused")


@pytest.mark.parametrize("kind", POCKETS.names())
def test_every_pocket_is_proved_somewhere(kind: str) -> None:
    outcomes = [
        cases.outcome({"style": style, "pockets": [{"name": "test", "kind": kind, "panel": panel}]})
        for style in STYLES.names()
        for panel in hosts(style)
    ]
    assert "proved" in outcomes
