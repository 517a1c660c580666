"""A cargo pocket has it all at once: sides that open, a pleat, a flap; its width agrees with a published one."""

from __future__ import annotations

from typing import Any

import pytest

from bagpattern.geometry.points import point
from tests.styles.making import made, refused

CLOTH = {"shell": "canvas", "interfacing": "none"}


def cargo(**more: Any) -> list[dict[str, Any]]:
    return [{"name": "cargo", "kind": "cargo", "panel": "front", **more}]


def test_its_cut_width_is_that_of_a_published_cargo_pocket() -> None:
    """sewmesomethingcourses.com: finished 135 wide, sides 30 deep and 10 turned each, an inverted pleat of 100 more."""
    size = {"width": "135 mm", "height": "165 mm", "opens": "30 mm", "pleat": "50 mm"}
    finishing = {"seam_allowance": "10 mm"}
    pattern = made("mini-backpack", materials=CLOTH, finishing=finishing, pockets=cargo(**size))
    assert pattern["cargo"].cut_width == pytest.approx(135 + 2 * (30 + 10) + 100)


def test_folded_it_is_as_wide_as_it_is_sewn_on() -> None:
    pattern = made("mini-backpack", materials=CLOTH, pockets=cargo(width="14 cm", height="15 cm", pleat="25 mm"))
    seam = pattern.seams["cargo to front"]
    base = [run for run in seam.b if run.on == "bottom"]
    assert sum(pattern.draft.run_length(run) for run in base) == pytest.approx(140)
    folded = sum(pattern.draft.side_length(each.runs) for each in seam.caught)
    assert folded + 140 == pytest.approx(pattern["cargo"].panel.edge("bottom").length)


def test_what_the_flap_is_fastened_to_lies_on_the_pleat_and_beside_it() -> None:
    """Of three, the middle one on the pleat: what is cut to the left of each has the folds before it unfolded."""
    size = {"width": "16 cm", "height": "15 cm", "opens": "30 mm", "pleat": "40 mm", "fasteners": 3}
    pattern = made("mini-backpack", materials=CLOTH, pockets=cargo(**size))
    places = sorted(hole.at.real for hole in pattern["cargo"].panel.holes)
    apart = pattern["cargo-flap"].panel.edge("top").length / 3
    assert places == pytest.approx([30 + 80 - apart, 30 + 80 + 40, 30 + 80 + 80 + apart])


def test_it_is_a_room_with_a_depth_of_its_own() -> None:
    pattern = made("mini-backpack", materials=CLOTH, pockets=cargo(width="14 cm", height="15 cm", opens="40 mm"))
    (space,) = [each for each in pattern.draft.spaces if each.id == "cargo"]
    assert space.depth == 40.0
    assert space.outline.bounds[3] - space.outline.bounds[1] == pytest.approx(150 - 20)
    assert space.at(point(0, 0)) == pytest.approx(space.at.move)


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (
            {"width": "12 cm", "opens": "60 mm"},
            "pockets.cargo.opens: does not fold flat in a pocket 120 mm x 150 mm: make it at most 40 mm",
        ),
        (
            {"width": "7 cm", "opens": "15 mm", "pleat": "60 mm"},
            "pockets.cargo.pleat: does not fold flat in a pocket 70 mm",
        ),
    ],
)
def test_folds_that_would_meet_are_refused(more: dict[str, str], message: str) -> None:
    assert message in refused("mini-backpack", materials=CLOTH, pockets=cargo(height="15 cm", **more))
