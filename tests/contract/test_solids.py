"""A bag is as large as it is asked to be, and holds what it is said to hold.

Both are measured on its panels by the style, and here follow from the sizes asked for, by solid geometry.
"""

from __future__ import annotations

import pytest

from bagpattern.contract import cases
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
    """At its usual sizes, and at forty others of all its shapes and builds: as wide, high and deep as well."""
    assert agree(make({"style": style}))
    sets = sensible.Sets(style, "solids")
    for _ in range(40):
        made = sets.shape()
        sensible.mended(made)
        assert agree(make(made)), made


@pytest.mark.parametrize("style", STYLES.names())
def test_a_style_is_as_large_at_its_limits(style: str) -> None:
    """Each of its sizes, shapes and builds at its least and its most; the others mended to what goes with it."""
    for path, parameter in cases.own_parameters(STYLES.member(style)):
        for value in cases.extremes(parameter) if path[0] in ("dimensions", "build", "shape") else ():
            made: cases.Settings = {"style": style}
            cases.put(made, path, value)
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


def test_the_comparison_sees_a_size_that_is_not_kept() -> None:
    pattern = make({"style": "box-pouch", "dimensions": {"height": "10 cm"}})
    assert agree(pattern)
    pattern.settings["dimensions"]["height"] = "100.2 mm"
    assert not as_large(pattern)


def agree(pattern: Pattern) -> bool:
    expected = solids.litres(pattern)
    return as_large(pattern) and abs(pattern.finished.volume - expected) <= AGREES * expected


def as_large(pattern: Pattern) -> bool:
    finished, asked = pattern.finished, solids.Sizes(pattern).three()
    pairs = zip((finished.width, finished.height, finished.depth), asked, strict=True)
    return all(abs(one - other) <= AGREES * other for one, other in pairs)
