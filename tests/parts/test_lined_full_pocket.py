"""A pocket as wide as its panel, of two layers: both caught in the panel's seams, joined along the top."""

from __future__ import annotations

import pytest

from bagpattern.model.operation import Verb
from tests.styles.making import made, refused

WIDE = {"name": "wide", "kind": "full", "panel": "front", "height": "14 cm", "made_of": "lined"}


def test_both_layers_are_as_large_and_turned_along_the_top() -> None:
    pattern = made("mini-backpack", pockets=[WIDE])
    outer, inner = pattern["wide"], pattern["wide-lining"]
    assert (outer.panel.material, inner.panel.material) == ("shell", "lining")
    assert outer.cut_width == inner.cut_width == pattern["front"].cut_width
    assert outer.cut_height == inner.cut_height == pytest.approx(140 + 2 * 10)  # an allowance below, one above
    seam = pattern.seams["wide top"]
    assert pattern.length(seam) == pytest.approx(outer.panel.edge("upper").length)
    done = [each for step in pattern.steps for each in step.step.operations]
    sewn = next(place for place, each in enumerate(done) if each.do is Verb.SEW and seam.id in each.seams)
    held = next(place for place, each in enumerate(done) if each.do is Verb.SEW and "front to base band" in each.seams)
    assert sewn < held
    assert inner.panel.mirrored == 0


def test_its_lining_is_cut_as_a_mirror_image_where_the_panel_leans_to_one_side() -> None:
    """It looks at the panel, and so from the other side."""
    line = {"name": "slope", "kind": "down", "panel": "front", "top": "9 cm", "base": "13 cm"}
    pattern = made("mini-backpack", style_lines=[line], pockets=[{**WIDE, "panel": "front-slope-left"}])
    assert pattern["wide-lining"].panel.mirrored == 1


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"hem": "30 mm"}, "pockets.wide.hem: a lined pocket is turned at its top: leave this out, or write made_of"),
        ({"cloth": "mesh"}, "pockets.wide.cloth: nobody lines a mesh"),
    ],
)
def test_what_a_lined_pocket_has_not_is_refused(more: dict[str, str], message: str) -> None:
    assert message in refused("mini-backpack", pockets=[{**WIDE, **more}])
