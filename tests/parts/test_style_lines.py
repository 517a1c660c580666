"""Panels divided by style lines: the parts finish as the whole did, and only the cloth grows."""

from __future__ import annotations

from typing import Any

import pytest

import bagpattern
from bagpattern.geometry import areas

LINES = {
    "level": {"kind": "across", "left": "12 cm", "right": "12 cm"},
    "slanted": {"kind": "across", "left": "8 cm", "right": "16 cm"},
    "bowed": {"kind": "across", "left": "10 cm", "right": "12 cm", "bow": "25 mm"},
    "upright": {"kind": "down", "base": "9 cm", "top": "9 cm"},
    "bowed down": {"kind": "down", "base": "8 cm", "top": "14 cm", "bow": "-15 mm"},
}
PANELS = ("front", "lining-front", "lining-back")


def made(lines: list[dict[str, Any]], **settings: Any) -> bagpattern.Pattern:
    pattern = bagpattern.make({"style": "mini-backpack", "style_lines": lines, **settings})
    assert pattern.errors == ()
    return pattern


def parts(pattern: bagpattern.Pattern, panel: str) -> list[Any]:
    return [piece for piece in pattern.pieces if piece.id.startswith(f"{panel}-line-") and "inter" not in piece.id]


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("line", LINES)
def test_the_parts_are_the_panel(panel: str, line: str) -> None:
    whole = made([])
    divided = made([{"name": "line", "panel": panel, **LINES[line]}])
    pieces = parts(divided, panel)
    assert len(pieces) == 2
    finished = sum(areas.area(piece.panel.stitching_line) for piece in pieces)
    assert finished == pytest.approx(areas.area(whole[panel].panel.stitching_line), abs=1.0)
    assert divided.finished.volume == pytest.approx(whole.finished.volume)


@pytest.mark.parametrize("line", ["level", "slanted", "bowed"])
def test_both_sides_of_the_line_are_one_seam(line: str) -> None:
    pattern = made([{"name": "line", "panel": "front", **LINES[line]}])
    seam = pattern.draft.seam("front line line")
    assert pattern.draft.side_length(seam.a) == pytest.approx(pattern.draft.side_length(seam.b))
    assert {run.panel for run in (*seam.a, *seam.b)} == {"front-line-lower", "front-line-upper"}


def test_a_level_line_takes_two_allowances_more_cloth() -> None:
    """Each new edge gets its own allowance: the two parts are 2 x 10 mm higher together [drafting notes 1.6]."""
    pieces = parts(made([{"name": "line", "panel": "front", **LINES["level"]}]), "front")
    assert sum(piece.cut_height for piece in pieces) == pytest.approx(280 + 20, abs=0.01)


def test_parts_are_divided_again() -> None:
    lines = [
        {"name": "line", "panel": "front", **LINES["slanted"]},
        {"name": "beam", "panel": "front-line-upper", "kind": "down", "base": "10 cm", "top": "12 cm"},
    ]
    ids = {piece.id for piece in made(lines).pieces}
    assert {"front-line-lower", "front-line-upper-beam-left", "front-line-upper-beam-right"} <= ids


def test_each_part_has_its_cloth_and_is_stiffened() -> None:
    line = {"name": "line", "panel": "front", "upper": "contrast", **LINES["slanted"]}
    materials = {"contrast": "denim", "shell": "denim", "interfacing": "fusible-woven"}
    pattern = made([line], materials=materials)
    cloths = {piece.id: piece.panel.material for piece in pattern.pieces}
    assert (cloths["front-line-lower"], cloths["front-line-upper"]) == ("shell", "contrast")
    assert cloths["front-line-upper-interfacing"] == "interfacing"


def test_pockets_lie_on_parts() -> None:
    line = {"name": "line", "panel": "front", "kind": "across", "left": "17 cm", "right": "17 cm"}
    for kind in ("zip-between", "full"):
        made([line], pockets=[{"name": "pocket", "kind": kind, "panel": "front-line-lower"}])


def test_the_back_is_divided_below_its_anchor_and_keeps_its_tabs() -> None:
    line = {"name": "line", "panel": "back", "kind": "across", "left": "10 cm", "right": "12 cm"}
    pattern = made([line])
    sewn = pattern.draft.seam("back to zip band")
    assert sum(caught.runs[0].panel == "side-tab" for caught in sewn.caught) >= 4


@pytest.mark.parametrize(
    "settings",
    [
        {"style": "messenger", "dimensions": {"taper": "1 mm"}},
        {"style": "clutch", "dimensions": {"bottom_radius": "0 mm", "width": "116 mm", "depth": "24.984 mm"}},
    ],
    ids=["tapered", "small"],
)
def test_the_channel_of_a_drawstring_stays_on_the_upper_part(settings: dict[str, Any]) -> None:
    """Its stitching runs from side to side: in the last digit its ends may lie beyond them."""
    line = {"kind": "across", "name": "middle", "panel": "front"}
    pattern = bagpattern.make({**settings, "closure": {"kind": "drawstring"}, "style_lines": [line]})
    (upper,) = (each.panel for each in pattern.pieces if each.id == "front-middle-upper")
    assert upper.has("channel stitching")
    assert pattern.errors == ()


def test_a_line_through_the_channel_of_a_drawstring_is_refused() -> None:
    """However the line is moved, to a corner even, it lies across the channel."""
    settings = {
        "style": "tote",
        "build": "gusset",
        "dimensions": {"depth": "145 mm", "rim": "302 mm"},
        "closure": {"kind": "drawstring", "gather": "50 mm"},
        "style_lines": [{"kind": "down", "name": "middle", "panel": "back"}],
    }
    with pytest.raises(bagpattern.InputError, match="lies on both sides of the cut"):
        bagpattern.make(settings)


@pytest.mark.parametrize("bow", ["1 mm", "-5 mm"])
def test_a_bowed_line_crosses_what_is_folded_of_one_piece(bow: str) -> None:
    """Where it meets the border of two walls, the shares of both have no side without length."""
    line = {"kind": "across", "name": "line", "panel": "front-back", "bow": bow}
    pattern = bagpattern.make({"style": "stuff-sack", "style_lines": [line]})
    assert pattern.errors == ()
    assert sum(piece.id.startswith("front-back-line") for piece in pattern.pieces) == 2
