"""Strips lie as the maker wants them, and say so."""

from __future__ import annotations

import pytest

from bagpattern.layout.plans import lays
from bagpattern.pipeline import make

STRAP = "crossbody-strap"


@pytest.mark.parametrize(
    ("strips", "grain", "told"),
    [
        ("either", 1j, "along or across the cloth"),
        ("lengthwise", 1j, "along the cloth"),
        ("crosswise", 1 + 0j, "across the cloth"),
    ],
)
def test_a_strip_says_how_it_lies(strips: str, grain: complex, told: str) -> None:
    piece = make("crossbody", {"finishing.strips": strips})[STRAP]
    assert piece.panel.grain == grain
    assert told in map(str, piece.label)
    assert make("crossbody", {"finishing.strips": strips})["front"].panel.grain == 1j


def test_a_strip_along_the_cloth_takes_its_length_of_it() -> None:
    """Of a strap of 1.34 m: that much, or a strip across the cloth."""
    lengths = {
        strips: lays(make("crossbody", {"finishing.strips": strips}))[0].length
        for strips in ("either", "lengthwise", "crosswise")
    }
    assert lengths["lengthwise"] > 1300.0
    assert lengths["crosswise"] < 500.0
    assert lengths["either"] == pytest.approx(min(lengths.values()), abs=10.0)


def test_leather_has_no_grain_to_lie_along() -> None:
    label = make("crossbody", {"finishing.strips": "crosswise", "materials.shell": "leather"})[STRAP].label
    assert "across the cloth" not in map(str, label)
