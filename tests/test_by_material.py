"""The material changes the construction: what a bag of each looks like, and that each is proved."""

from __future__ import annotations

from typing import Any

import pytest

from bagpattern.errors import InputError
from bagpattern.export.json import json_text
from bagpattern.model.edge import Finish
from bagpattern.model.pattern import Pattern
from bagpattern.parts.workshop import Finishing, Materials, Workshop
from bagpattern.pipeline import make
from tests import proof

POCKETS = [
    {"name": "patch", "kind": "slip", "panel": "front", "width": "12 cm", "height": "10 cm"},
    {"name": "inner", "kind": "full", "panel": "lining-back"},
    {"name": "back zip", "kind": "zip-window", "panel": "back"},
]


def bag(shell: str, **settings: Any) -> Pattern:
    """A proved mini backpack of that shell."""
    pattern = make({"style": "mini-backpack", "pockets": POCKETS, "materials": {"shell": shell}, **settings})
    assert not pattern.errors
    assert proof.failures(json_text(pattern)) == []
    return pattern


def layers(pattern: Pattern) -> dict[str, int]:
    straps = ("shoulder-strap", "handle", "crossbody-strap", "strap-tab", "side-tab")
    return {name: pattern[name].panel.layers for name in straps}


@pytest.mark.parametrize(("foam", "radius"), [("none", 25.0), ("foam", 50.0)])
def test_a_corner_is_as_round_as_all_that_lies_in_it_needs(foam: str, radius: float) -> None:
    """Canvas lies flat in 25 mm, foam in 50 mm [construction 2.14, K]."""
    shop = Workshop(Materials(shell="canvas", foam=foam), Finishing())
    assert shop.least_radius == radius
    made = make({"style": "mini-backpack", "materials": {"shell": "canvas", "foam": foam}})
    assert not [each for each in made.findings if each.code == "BP106"]


def test_quilting_cotton_is_hemmed_twice_turned_under_and_folded_in_four() -> None:
    pattern = bag("quilting-cotton")
    assert pattern["patch"].allowances == {"bottom": 10.0, "right": 10.0, "top": 30.0, "left": 10.0}
    assert layers(pattern) == {
        "shoulder-strap": 4,
        "handle": 4,
        "crossbody-strap": 4,
        "strap-tab": 2,
        "side-tab": 2,
    }
    assert pattern["shoulder-strap"].cut_width == pytest.approx(4 * 25.25)
    assert "front-interfacing" in {piece.id for piece in pattern.pieces}


def test_faux_leather_is_turned_once_raw_on_its_face_and_folded_in_two() -> None:
    pattern = bag("faux-leather")
    patch = pattern["patch"]
    assert patch.allowances == {"bottom": 3.0, "right": 3.0, "top": 20.0, "left": 3.0}
    assert [patch.cut_width, patch.cut_height] == pytest.approx([120, 100 + 20])
    assert layers(pattern) == {
        "shoulder-strap": 2,
        "handle": 2,
        "crossbody-strap": 2,
        "strap-tab": 1,
        "side-tab": 1,
    }
    assert pattern["shoulder-strap"].cut_width == pytest.approx(2 * 26)
    assert pattern["front"].allowances["bottom"] == 8.0
    assert not [piece for piece in pattern.pieces if piece.panel.material == "interfacing"]
    assert [each for each in pattern.findings if each.code in ("BP114", "BP115")] == []


def test_leather_keeps_every_raw_edge() -> None:
    pattern = bag("leather")
    patch = pattern["patch"].panel
    assert patch.edge("top").finish is Finish.RAW
    assert [pattern["patch"].cut_width, pattern["patch"].cut_height] == pytest.approx([120, 100])
    assert set(layers(pattern).values()) == {1}
    strap = pattern["shoulder-strap"]
    assert strap.cut_width == pytest.approx(25)
    assert not [seam for seam in pattern.seams if "long edge" in seam.id]
    assert strap.panel.edge("left").finish is Finish.RAW


def test_x_pac_is_folded_like_cloth_and_hemmed_once() -> None:
    pattern = bag("x-pac")
    assert pattern["patch"].allowances["top"] == 20.0
    assert pattern["patch"].allowances["left"] == 10.0
    assert layers(pattern)["shoulder-strap"] == 4


def test_the_stitching_of_a_raw_patch_lies_inside_its_edge() -> None:
    """The sewn line on the face is 3 mm within the line at which the raw edge lies."""
    front = bag("leather")["front"].panel
    edge, stitching = front.along("patch edge").path, front.along("patch").path
    assert edge.length - stitching.length == pytest.approx(3 * 2 + 3 * 2)
    assert abs(stitching.start - edge.start) == pytest.approx(3)


def test_a_pocket_of_the_lining_is_made_as_its_own_cloth_is() -> None:
    assert bag("leather")["inner"].allowances["top hem"] == 30.0


def test_a_preset_has_the_last_word() -> None:
    chosen = {"hem": "single", "hem_allowance": "15 mm", "patches": "turned", "seam_allowance": "6 mm"}
    pattern = bag("leather", finishing=chosen, straps={"kind": "fabric", "fold": "two"}, handle={"fold": "two"})
    assert pattern["patch"].allowances == {"bottom": 6.0, "right": 6.0, "top": 15.0, "left": 6.0}
    assert pattern["shoulder-strap"].panel.layers == 2
    assert pattern["handle"].panel.layers == 2


def test_a_raw_rim_with_an_allowance_is_refused() -> None:
    with pytest.raises(InputError, match=r"finishing\.hem_allowance: a rim that is left raw has none"):
        make({"style": "mini-backpack", "finishing": {"hem": "raw", "hem_allowance": "20 mm"}})


def test_an_interfacing_that_cannot_be_ironed_on_is_told() -> None:
    settings = {"style": "mini-backpack", "materials": {"shell": "vinyl", "interfacing": "fusible-woven"}}
    assert [each.subject for each in make(settings).findings if each.code == "BP115"] == ["interfacing"]


def test_the_lining_lies_within_the_stack() -> None:
    thin, thick = bag("quilting-cotton"), bag("felt", finishing={"machine_limit": "20 mm"})
    widths = [each["lining-front"].stitching_line.bounds[2] for each in (thin, thick)]
    assert widths[0] - widths[1] == pytest.approx(2 * (3.0 - 1.5))


@pytest.mark.parametrize(("shell", "radius"), [("waxed-canvas", 35), ("canvas-16oz", 38), ("vinyl", 50)])
def test_corners_left_open_are_as_round_as_the_cloth_needs(shell: str, radius: float) -> None:
    pattern = bag(shell)
    face = pattern["front"].panel.edge("bottom").path
    assert face.length == pytest.approx(220 - 2 * radius + radius * 3.14159265 / 2, abs=0.01)
    assert [each for each in pattern.findings if each.code == "BP106"] == []


def test_a_given_hem_is_turned_where_the_material_would_leave_it_raw() -> None:
    """Leather is left raw; who gives an allowance wants it turned, once."""
    leather = Materials(shell="leather")
    assert Workshop(leather, Finishing()).hem("shell") == "raw"
    assert Workshop(leather, Finishing(hem_allowance=12.0)).hem("shell") == "single"
    bag = {"style": "tote", "materials": {"shell": "leather"}, "lining": {"kind": "none"}}
    assert make({**bag, "finishing": {"hem_allowance": "12 mm"}})["front"].allowances["top"] == 12.0
