"""A bag holds what it is said to hold: measured on its panels, and by solid geometry from the sizes asked for."""

from __future__ import annotations

import pytest

from bagpattern.model.pattern import Pattern
from bagpattern.pipeline import make
from bagpattern.preset import preset_names
from bagpattern.styles import STYLES
from tests.contract import sensible, solids

AGREES = 0.001
"""Of the volume: arcs of an oval are sliced, outlines of ends are flattened."""


def test_every_style_has_its_solid() -> None:
    """A new style adds its own."""
    assert set(solids.SOLIDS) == set(STYLES.names())


@pytest.mark.parametrize("style", STYLES.names())
def test_a_style_holds_what_its_solid_does(style: str) -> None:
    """At its usual sizes, and at forty others of all its shapes and builds."""
    assert agree(make({"style": style}))
    sets = sensible.Sets(style, "solids")
    for _ in range(40):
        made = sets.shape()
        sensible.mended(made)
        assert agree(make(made)), made


@pytest.mark.parametrize("name", preset_names())
def test_a_preset_holds_what_its_solid_does(name: str) -> None:
    pattern = make(name)
    by_contents = pattern.settings.get("holds") and "width" not in pattern.settings["dimensions"]
    if pattern.settings.get("style_lines") or by_contents:
        pytest.skip("its arcs are divided, or its sizes follow from what it holds")
    assert agree(pattern)


def test_the_comparison_sees_a_rim_that_was_forgotten() -> None:
    """A comparer that cannot fail proves nothing."""
    pattern = make({"style": "tote"})
    pattern.settings["dimensions"]["rim"] = "48 cm"
    assert not agree(pattern)


def agree(pattern: Pattern) -> bool:
    expected = solids.litres(pattern)
    return abs(pattern.finished.volume - expected) <= AGREES * expected
