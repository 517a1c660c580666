"""Cloth with a direction: whatever is cut from it, straps and tabs, too, lies the same way up."""

from __future__ import annotations

import pytest

import bagpattern
from bagpattern.catalog.materials import materials
from bagpattern.layout.plans import possible_lays

DIRECTIONAL = [name for name, each in materials().items() if each.directional]


@pytest.mark.parametrize("style", ["tote", "mini-backpack"])
@pytest.mark.parametrize("cloth", DIRECTIONAL)
def test_every_piece_lies_the_same_way_up(style: str, cloth: str) -> None:
    pattern = bagpattern.make({"style": style, "materials": {"shell": cloth, "lining": "quilting-cotton"}})
    plans, _ = possible_lays(pattern)
    for plan in (each for each in plans if each.cloth.grain == "one-way"):
        ways = {placed.placement.direction(pattern[placed.piece].panel.grain) for placed in plan.placed}
        assert {round(way.real, 6) for way in ways} == {round(next(iter(ways)).real, 6)}
        assert {round(way.imag, 6) for way in ways} == {round(next(iter(ways)).imag, 6)}
