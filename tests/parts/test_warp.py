"""Strips that bend round a bag have the warp along them, where they are pulled; faces have it up."""

from __future__ import annotations

import pytest

from bagpattern.model.marks import NotchKind
from bagpattern.pipeline import make


@pytest.mark.parametrize(
    ("preset", "strips"),
    [
        ("mini-backpack", ("zip-band-front", "zip-band-back", "base-band", "lining-base-band")),
        ("messenger", ("gusset", "lining-gusset")),
        ("sling", ("zip-band-front", "base-band")),
    ],
)
def test_the_warp_runs_along_a_band(preset: str, strips: tuple[str, ...]) -> None:
    pattern = make(preset)
    for strip in strips:
        piece = pattern[strip]
        assert piece.cut_width > piece.cut_height
        assert piece.panel.grain == 1, strip
    assert {pattern[face].panel.grain for face in ("front", "back") if face in pattern.draft} <= {1j}


def test_the_grain_of_a_gusset_that_narrows_is_upright() -> None:
    """It is a shaped piece, and those are laid as they are drawn."""
    pattern = make("messenger-organiser")
    assert {pattern[strip].panel.grain for strip in ("gusset", "lining-gusset")} == {1j}


def test_each_half_of_a_zip_panel_is_a_piece_with_the_notches_of_its_wall() -> None:
    pattern = make("handbag")
    halves = {face: pattern[f"zip-panel-{face}"].panel for face in ("front", "back")}
    for face, half in halves.items():
        assert half.count == 1
        assert {f"{face} to zip panel"} == {each.seam for each in half.notches if each.on == "outer"}
    kinds = {face: {each.kind for each in half.notches if each.on == "outer"} for face, half in halves.items()}
    assert NotchKind.DOUBLE in kinds["back"] - kinds["front"]
