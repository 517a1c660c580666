"""A second cloth over base and walls: as large as what it lies on, in the same seams, topstitched at its edge."""

from __future__ import annotations

from typing import Any

import pytest

from bagpattern.attached.lying import lies
from bagpattern.model.operation import Verb
from bagpattern.model.seam import SeamKind
from tests.styles.making import made, refused

CLOTHS = {"shell": "canvas", "contrast": "waxed-canvas"}


def guard(panel: str, **more: str) -> dict[str, Any]:
    return {"name": f"guard {panel}", "kind": "reinforcement", "panel": panel, **more}


def test_a_base_and_the_walls_above_it_are_covered_in_a_second_cloth() -> None:
    fittings = [guard("base"), guard("front", height="8 cm"), guard("side-left", height="8 cm")]
    pattern = made("tote", build="five-panel", materials=CLOTHS, fittings=fittings)
    base, front = pattern["guard-base"], pattern["guard-front"]
    assert {pattern[name].panel.material for name in ("guard-base", "guard-front", "guard-side-left")} == {"contrast"}
    assert (base.cut_width, base.cut_height) == (pattern["base"].cut_width, pattern["base"].cut_height)
    allowance = pattern["front"].allowances["bottom"]
    assert (front.cut_width, front.cut_height) == pytest.approx((pattern["front"].cut_width, 80 + 2 * allowance))
    held = {
        seam.id for seam in pattern.seams for each in seam.caught for run in each.runs if run.panel == "guard-front"
    }
    assert held == {"front to base", "front to side-left", "side-right to front"}
    assert pattern.seams["guard-front to front"].kind is SeamKind.PLACEMENT


def test_one_over_a_whole_base_lies_on_the_right_side_of_it() -> None:
    pattern = made("tote", build="five-panel", materials=CLOTHS, fittings=[guard("base")])
    (lie,) = (each for each in lies(pattern.draft) if each.panel == "guard-base")
    assert (lie.on, lie.wrong) == ("base", False)
    assert "guard-base" in {each.piece for each in pattern.sewn().surfaces}


def test_it_goes_round_corners_that_are_boxed() -> None:
    pattern = made("tote", materials=CLOTHS, fittings=[guard("front", height="12 cm")])
    shell, layer = pattern["front"].panel, pattern["guard-front"].panel
    for name in ("bottom", "right corner base", "right corner side", "left corner base", "left corner side"):
        assert layer.edge(name).length == pytest.approx(shell.edge(name).length)


def test_pockets_lie_on_it_and_it_is_laid_while_its_panel_lies_flat() -> None:
    pocket = {"name": "phone", "kind": "patch", "panel": "front", "width": "10 cm", "height": "9 cm"}
    pattern = made("tote", materials=CLOTHS, fittings=[guard("front", height="20 cm")], pockets=[pocket])
    done = [each for step in pattern.steps for each in step.step.operations]
    sewn = {seam: place for place, each in enumerate(done) if each.do is Verb.SEW for seam in each.seams}
    assert sewn["guard-front to front"] < sewn["phone to front"] < sewn["right side"]


@pytest.mark.parametrize(
    ("style", "fitting", "message"),
    [
        (
            "tote",
            guard("lining-front"),
            "fittings.guard-lining-front.panel: the lining-front is no panel of the outside",
        ),
        ("tote", guard("front", cloth="contrast"), "fittings.guard-front.cloth: the bag has no contrast cloth"),
        ("tote", guard("front", height="50 cm"), "fittings.guard-front.height: a level line 500 mm above the base"),
    ],
)
def test_what_it_cannot_lie_on_is_told(style: str, fitting: dict[str, Any], message: str) -> None:
    assert message in refused(style, fittings=[fitting])


def test_a_base_that_is_folded_has_no_seam_to_hold_it() -> None:
    message = refused("tote", build="folded", fittings=[guard("front")])
    assert "build: the base seam has to be sewn, because the guard front is caught in it" in message
