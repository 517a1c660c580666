"""A flap over a zip: a folded strip in its seam, one cut to a zip that curves, or a layer above a window."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from shapely import Point
from shapely.ops import unary_union

from bagpattern.drawing.steps import figures
from bagpattern.export.json import json_text
from bagpattern.model.operation import Verb
from bagpattern.model.pattern import Pattern
from tests.proof import failures
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


@pytest.fixture(scope="module")
def curved() -> Pattern:
    """Its zip goes round both upper corners of the front, 12 mm of it shown, 4 mm of cloth beyond its middle."""
    zipped = {"kind": "zip-seam", "zip": "#5", "gap": "12 mm", "allowance": "4 mm", "flap": "20 mm"}
    return made("mini-backpack", dimensions={"top_radius": "7 cm"}, closure=zipped)


def test_one_over_a_zip_that_curves_is_cut_to_the_curve(curved: Pattern) -> None:
    """Its held edge lies where the needle goes, 6 mm inside the zip's middle, its free one 20 mm outside of that."""
    front, flap = curved["front"].panel, curved["zip-flap"].panel
    middle = unary_union([front.edge(name).path.line_string for name in ("right zip", "top", "left zip")])
    held, free = flap.edge("held").path, flap.edge("edge").path
    assert all(middle.distance(Point(p.real, p.imag)) == pytest.approx(6, abs=0.05) for p in held.flat)
    assert all(held.line_string.distance(Point(p.real, p.imag)) == pytest.approx(20, abs=0.05) for p in free.flat)
    assert free.length - held.length == pytest.approx(20 * math.pi)  # it turns by half a circle
    assert curved["zip-flap"].allowances["held"] == pytest.approx(10)


def test_both_layers_of_one_that_curves_are_caught_from_end_to_end(curved: Pattern) -> None:
    zipped = curved.seams["main zip"]
    layers = [each for each in zipped.caught if each.runs[0].panel == "zip-flap"]
    assert [each.runs[0].copy for each in layers] == [1, 2]
    for each in layers:
        assert each.at == 10
        end = each.at + curved["zip-flap"].panel.edge("held").length - each.ease
        assert end == pytest.approx(curved.length("main zip") - 10)


def test_one_that_curves_is_turned_and_clipped_before_it_is_caught(curved: Pattern) -> None:
    done = [each for step in curved.steps for each in step.step.operations]
    own = [each.do for each in done if "zip-flap" in {s.panel for s in each.pieces} or "zip-flap edge" in each.seams]
    expected = [Verb.SEW, Verb.CLIP, Verb.TRIM, Verb.FOLD]
    assert own[:4] == expected
    assert own.index(Verb.TOPSTITCH) < own.index(Verb.BASTE)
    assert {each.kind for step in figures(curved).values() for each in step}.isdisjoint({"whole"})


def test_one_that_curves_lies_over_the_zip_of_the_sewn_bag(curved: Pattern) -> None:
    """It stands out from the front by 14 mm all round: what is not over the front itself."""
    surfaces = curved.sewn().surfaces
    (flap,) = (each.points for each in surfaces if each.piece == "zip-flap")
    front = next(each.points for each in surfaces if each.piece == "front")
    wide = np.ptp(flap[:, 0]) - np.ptp(front[:, 0])
    assert wide == pytest.approx(2 * 14, abs=4)


def test_round_square_corners_it_is_mitred() -> None:
    """Its held edge is 6 mm shorter than the zip's middle on either side of a corner, its free one 14 mm longer."""
    zipped = {"kind": "zip-seam", "gap": "12 mm", "flap": "20 mm"}
    bag = made("mini-backpack", dimensions={"top_radius": "0 mm"}, closure=zipped)
    flap, middle = bag["zip-flap"].panel, bag.length("main zip") - 20
    assert flap.edge("held").length == pytest.approx(middle - 4 * 6)
    assert flap.edge("edge").length == pytest.approx(middle + 4 * 14)
    assert failures(json_text(bag)) == []


def test_a_corner_in_which_the_allowance_of_a_flap_has_no_room_is_refused() -> None:
    zipped = {"kind": "zip-seam", "gap": "12 mm", "allowance": "20 mm", "flap": "15 mm"}
    message = refused("mini-backpack", dimensions={"top_radius": "25 mm"}, closure=zipped)
    assert "flap: does not turn its allowance in a curve of 25 mm: leave it out, or make that 32 mm or more" in message


@pytest.mark.parametrize("shell", ["canvas-12oz", "leather"])
def test_a_zip_in_a_window_has_its_own_above_it(shell: str) -> None:
    """Its hinge lies 14 mm above the window, which is 10 mm high; 8 mm longer at either end, it covers all of it.

    Cloth that frays is turned with a second layer; leather hangs as it is cut.
    """
    pocket = {"name": "rain pocket", "kind": "zip-window", "panel": "front", "flap": "35 mm", "drop": "60 mm"}
    bag = made("tote", pockets=[pocket], materials={"shell": shell}, finishing={"machine_limit": "12 mm"})
    front, flap = bag["front"].panel, bag["rain-pocket-flap"].panel
    hinge, window = front.along("rain-pocket flap").path, front.along("rain-pocket window").path
    left, low, right, high = window.bounds
    assert hinge.start.imag == hinge.end.imag == pytest.approx(high + 14)
    assert sorted((hinge.start.real, hinge.end.real)) == pytest.approx([left - 8, right + 8])
    assert flap.stitching_line.bounds[3] - flap.stitching_line.bounds[1] == pytest.approx(35)
    assert high - low == pytest.approx(10)
    assert any(each.panel.id == "rain-pocket-flap-back" for each in bag.pieces) is (shell != "leather")


def test_the_flap_of_a_window_hides_its_zip() -> None:
    """Seen from the front its cloth lies before the teeth."""
    pocket = {"name": "rain pocket", "kind": "zip-window", "panel": "front", "flap": "35 mm"}
    surfaces = made("mini-backpack", pockets=[pocket]).sewn().surfaces
    (flap,) = (each.points for each in surfaces if each.piece == "rain-pocket-flap")
    teeth = next(each.points for each in surfaces if each.name == "zip teeth" and each.notion == "rain-pocket zip")
    assert flap[:, 2].max() > teeth[:, 2].max()


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"flap": "28 mm"}, "does not hang below a window of 10 mm: make it at least 30 mm"),
        ({"flap": "35 mm", "direction": "down"}, "hangs beside a zip that runs down"),
    ],
)
def test_a_flap_over_a_window_that_does_not_cover_it_is_refused(given: dict[str, str], told: str) -> None:
    assert told in refused("tote", pockets=[{"name": "p", "kind": "zip-window", "panel": "front", **given}])
