"""A flap over a zip: a folded strip in the seam of any zip that runs straight, as wide as the published backpack's."""

from __future__ import annotations

from typing import Any

import pytest

from bagpattern.model.operation import Verb
from bagpattern.model.pattern import Pattern
from tests.styles.making import made, refused

BAGS: dict[str, dict[str, Any]] = {
    "flat-pouch": {"closure": {"flap": "12 mm"}},
    "duffle": {"closure": {"flap": "20 mm"}},
}
BETWEEN = {"name": "front pocket", "kind": "zip-between", "panel": "front"}


@pytest.fixture(scope="module")
def backpack() -> Pattern:
    """As the published one: main zip and pocket zip under strips of 50 mm, an allowance of 10 mm at each long edge."""
    zips = {"flap": "15 mm", "allowance": "4 mm", "zip": "#5"}
    return made("mini-backpack", closure=zips, pockets=[{**BETWEEN, **zips}])


@pytest.mark.parametrize(("flap", "seam"), [("zip-flap", "main zip"), ("front-pocket-zip-flap", "front-pocket zip")])
def test_a_strip_of_50_mm_covers_15_of_the_zip(backpack: Pattern, flap: str, seam: str) -> None:
    """4 mm beyond the zip's middle are 10 mm beyond the needle: half of the 12 mm that show lie between."""
    strip = backpack[flap]
    assert strip.cut_height == pytest.approx(2 * 15 + 2 * 10)
    assert strip.cut_width == pytest.approx(backpack.length(seam))  # 10 mm shorter at each end, where 10 are turned in
    held = [run for each in backpack.seams[seam].caught for run in each.runs if run.panel == flap]
    assert {run.on for run in held} == {"outer", "inner"}


def test_a_flap_is_folded_and_basted_before_its_zip_is_sewn_in(backpack: Pattern) -> None:
    done = [each for step in backpack.steps for each in step.step.operations]

    def place(do: Verb) -> int:
        return next(n for n, each in enumerate(done) if each.do is do and "zip-flap" in {s.panel for s in each.pieces})

    sewn = next(n for n, each in enumerate(done) if each.do is Verb.SEW and "main zip" in each.seams)
    assert place(Verb.HEM) < place(Verb.FOLD) < place(Verb.BASTE) < sewn


@pytest.mark.parametrize("style", BAGS)
def test_every_zip_that_runs_straight_may_have_one(style: str) -> None:
    pattern = made(style, **BAGS[style])
    assert pattern["zip-flap"].panel.edge("outer").length == pytest.approx(pattern.length("main zip") - 20)


def test_it_lies_over_the_zip_of_the_sewn_bag() -> None:
    pouch = made("flat-pouch", **BAGS["flat-pouch"])
    assert "zip-flap" in {surface.piece for surface in pouch.sewn().surfaces}


def test_a_flap_that_leaves_some_of_its_zip_bare_is_refused() -> None:
    message = refused("flat-pouch", closure={"zip": "#5", "flap": "10 mm"})
    assert "closure.flap: covers less than the 12 mm of the zip that show: make it at least 12 mm" in message


def test_a_zip_that_curves_has_none() -> None:
    assert "closure.flap" in refused("mini-backpack", closure={"kind": "zip-seam", "flap": "15 mm"})
