"""The cloth at a zip is the maker's to choose, wherever there is a zip: shell and lining are cut by it."""

from __future__ import annotations

from typing import Any

import pytest

from bagpattern.model.pattern import Pattern
from tests.styles.making import made, refused

INCH = 25.4
QUARTER = {"allowance": "1/4 in"}
BELLOWS = {"kind": "bellows", "name": "front room", "zip": "#3", **QUARTER}
BETWEEN = {"kind": "zip-between", "name": "cut", "panel": "front", **QUARTER}
BAGS: list[tuple[str, dict[str, Any], tuple[str, ...]]] = [
    ("flat-pouch", {"closure": QUARTER}, ("front", "back", "lining-front", "lining-back")),
    ("box-pouch", {"closure": QUARTER}, ("front", "back", "lining-front")),
    ("tote", {"closure": {"kind": "straight-zip", **QUARTER}}, ("front", "lining-back")),
    (
        "tote",
        {"build": "five-panel", "closure": {"kind": "recessed-zip", **QUARTER}},
        ("zip-strip", "zip-strip-lining"),
    ),
    ("mini-backpack", {"closure": {"kind": "zip-seam", **QUARTER}}, ("front", "band", "lining-front")),
    ("duffle", {"closure": QUARTER}, ("front", "back", "lining-front")),
    (
        "handbag",
        {"zip_allowance": "1/4 in"},
        ("zip-panel-front", "zip-panel-back", "lining-zip-panel-front", "lining-zip-panel-back"),
    ),
    ("crossbody", {"compartments": [BELLOWS]}, ("front-room-zip-strip",)),
    ("mini-backpack", {"pockets": [BETWEEN]}, ("front-lower", "front-upper")),
]


def at_zip(pattern: Pattern, panel: str) -> set[float]:
    """mm of cloth beyond the stitching line of every edge of a panel that is sewn to a zip."""
    piece = pattern[panel]
    return {round(piece.allowances[edge.name], 6) for edge in piece.panel.edges if edge.zip}


@pytest.mark.parametrize(("style", "settings", "panels"), BAGS)
def test_cloth_ends_as_far_past_a_zip_as_it_is_asked_to(
    style: str, settings: dict[str, Any], panels: tuple[str, ...]
) -> None:
    pattern = made(style, **settings)
    assert {panel: at_zip(pattern, panel) for panel in panels} == {panel: {INCH / 4} for panel in panels}


def test_both_halves_of_a_band_are_cut_by_it() -> None:
    pattern = made("crossbody", closure=QUARTER)
    halves = [piece for piece in pattern.pieces if any(edge.zip for edge in piece.panel.edges)]
    assert len(halves) == 4
    for piece in halves:
        depth = piece.panel.edge("right end").length  # to the middle of the zip
        assert piece.cut_height == pytest.approx(depth + INCH / 4 + piece.allowances["outer"])


def test_left_out_it_lies_even_with_the_tape() -> None:
    """A #3 tape of 25.4 mm, 10 of it shown: 12.7 on either side of its middle, sewn 5 from there: 2.7 are left."""
    assert at_zip(made("flat-pouch"), "front") == {round(25.4 / 2 - 10, 6)}


def test_a_compartment_without_a_zip_has_no_cloth_at_one() -> None:
    told = refused("crossbody", compartments=[{**BELLOWS, "zip": "none"}])
    assert told.endswith("allowance: is that of a zip, and there is none: leave this out, or choose a zip")
