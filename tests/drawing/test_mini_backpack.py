"""The real bag, at its own size and at odd ones: nothing lies on anything, whatever the paper."""

from __future__ import annotations

import pytest

from bagpattern.drawing import sheets
from bagpattern.drawing.model import Text
from bagpattern.export.svg import svg_text
from bagpattern.pipeline import make
from tests.drawing import seen

SIZES: dict[str, dict[str, str]] = {
    "as it comes": {},
    "small and square": {
        "dimensions.width": "192 mm",
        "dimensions.height": "238 mm",
        "dimensions.depth": "77 mm",
        "dimensions.top_radius": "0 mm",
        "dimensions.bottom_radius": "0 mm",
        "finishing.seam_allowance": "6 mm",
    },
    "large": {
        "dimensions.width": "352 mm",
        "dimensions.height": "475 mm",
        "dimensions.depth": "173 mm",
        "finishing.seam_allowance": "6 mm",
    },
}


@pytest.mark.parametrize("paper", ["full", "a4", "letter"])
@pytest.mark.parametrize("overrides", SIZES.values(), ids=SIZES.keys())
def test_no_text_touches_a_line_or_another_text(overrides: dict[str, str], paper: str) -> None:
    for drawing in sheets(make("mini-backpack", overrides), paper):
        assert list(seen.collisions(drawing)) == [], drawing.title
        assert svg_text(drawing).startswith("<?xml")


def test_a_seams_two_sides_carry_the_same_number() -> None:
    pattern = make("mini-backpack")
    tags: dict[str, set[str]] = {}
    for shape in seen.shapes(sheets(pattern)[0], "seam-tag"):
        tags.setdefault(dict(shape.data)["seam"], set()).add(shape.piece)
    assert all(seam in pattern.step_of for seam in tags)
    assert any(len(pieces) > 1 for pieces in tags.values())


def test_handle_ends_are_named_beside_the_anchor_where_there_is_no_room_inside() -> None:
    """On a tall back that lies on its side, the anchor is too narrow for their names."""
    long = {"dimensions.height": "40 cm", "dimensions.bottom_radius": "0 mm", "handle.place": "anchor"}
    (drawing,) = sheets(make("mini-backpack", long))
    said = {item.content for item in drawing.items if isinstance(item, Text)}
    assert {"handle end 1", "handle end 2", "strap 1", "strap 2"} <= said
    assert list(seen.collisions(drawing)) == []
