"""A bag is as large as it is asked to be, and holds what it is said to hold.

Both are measured on its panels by the style. Here they follow by two other routes: from the sizes asked for, by solid
geometry; and from pieces and seams alone, which are put together (``tests/sewn/by_pieces``). The first would not see a
bag whose pieces do not make the solid that it is for, the second not one that was asked for otherwise.
"""

from __future__ import annotations

import pytest

from bagpattern.contract import cases
from bagpattern.geometry.placement import Placement
from bagpattern.model.pattern import Pattern
from bagpattern.pipeline import make
from bagpattern.preset import preset_names
from bagpattern.styles import STYLES
from bagpattern.values import replace
from tests.contract import sensible, solids
from tests.sewn.by_pieces import put_together

AGREES = 0.001
"""Of the volume: arcs of an oval are sliced, outlines of ends are flattened."""
EVERY = 10
"""Of the random ones each so-manieth is put together as well."""


def test_every_style_has_its_solid() -> None:
    """A new style adds its own."""
    assert set(solids.SOLIDS) == set(STYLES.names())


@pytest.mark.parametrize("style", STYLES.names())
def test_a_style_holds_what_its_solid_does(style: str) -> None:
    """At its usual sizes, and at forty others of all its shapes and builds: as wide, high and deep as well."""
    assert agree(make({"style": style}))
    sets = sensible.Sets(style, "solids")
    for number in range(40):
        made = sets.shape()
        sensible.mended(made)
        pattern = make(made)
        assert agree(pattern), made
        assert number % EVERY or put_together(pattern), made


@pytest.mark.parametrize("style", STYLES.names())
def test_a_style_is_as_large_at_its_limits(style: str) -> None:
    """Each of its sizes, shapes and builds at its least and its most; the others mended to what goes with it."""
    for path, parameter in cases.own_parameters(STYLES.member(style)):
        for value in cases.extremes(parameter) if path[0] in ("dimensions", "build", "shape") else ():
            made: cases.Settings = {"style": style}
            cases.put(made, path, value)
            sensible.mended(made)
            pattern = make(made)
            assert agree(pattern), made
            assert put_together(pattern), made


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


@pytest.mark.parametrize("style", ["tote", "band-pouch", "handbag", "messenger", "folding-wallet", "hobo"])
def test_putting_together_sees_a_size_that_is_not_kept(style: str) -> None:
    """Half a per cent less room, or more height; of what a hobo holds bounds are known only, and twice is past them."""
    pattern = make({"style": style})
    finished = pattern.finished
    assert put_together(pattern)
    higher = replace(finished, height=finished.height * 1.005)
    assert not put_together(replace(pattern, finished=higher))
    other = replace(finished, volume=finished.volume * (2.0 if style == "hobo" else 0.995))
    assert not put_together(replace(pattern, finished=other))


def test_putting_together_sees_a_piece_that_does_not_fit() -> None:
    """A strip of a band that is 1 per cent too wide makes no bag of two equal faces."""
    pattern = make({"style": "band-pouch"})
    band = pattern.draft["base-band"]
    wider = band.placed(Placement(turn=1.01 + 0j))
    assert not put_together(replace(pattern, draft=pattern.draft.replacing(wider)))


def agree(pattern: Pattern) -> bool:
    expected = solids.litres(pattern)
    return as_large(pattern) and abs(pattern.finished.volume - expected) <= AGREES * expected


def as_large(pattern: Pattern) -> bool:
    finished, asked = pattern.finished, solids.Sizes(pattern).three()
    pairs = zip((finished.width, finished.height, finished.depth), asked, strict=True)
    return all(abs(one - other) <= AGREES * other for one, other in pairs)
