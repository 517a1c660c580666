"""The messenger's gusset against figures worked out by hand, and what hangs in its ends."""

from __future__ import annotations

import math
from typing import Any

import pytest

import bagpattern
from bagpattern.errors import InputError
from bagpattern.parts.closing.rims import rim_of


def made(**settings: Any) -> bagpattern.Pattern:
    pattern = bagpattern.make({"style": "messenger", "closure": {"kind": "open"}, **settings})
    assert pattern.errors == ()
    return pattern


def refused(**settings: Any) -> str:
    with pytest.raises(InputError) as caught:
        bagpattern.make({"style": "messenger", "closure": {"kind": "open"}, **settings})
    return str(caught.value)


@pytest.mark.parametrize("radius", [0.0, 60.0])
def test_a_gusset_is_as_long_as_sides_and_base(radius: float) -> None:
    """2 H + W - (4 - pi) r [construction 2.2]; with square corners 13 x 15 in take a strip of 43 in [peschel]."""
    sizes = {"width": "13 in", "height": "15 in", "depth": "8 in", "bottom_radius": f"{radius} mm"}
    gusset = made(dimensions=sizes)["gusset"].panel
    assert gusset.edge("front").length == pytest.approx(43 * 25.4 - (4 - math.pi) * radius, abs=1e-6)
    assert gusset.edge("right end").length == pytest.approx(203.2)


def test_a_gusset_that_narrows_keeps_its_edges_and_has_a_shorter_middle() -> None:
    """Sides of 220 mm above the corner, 20 mm less on either side: each slant spans sqrt(220^2 - 20^2)."""
    sizes = {"width": "300 mm", "height": "280 mm", "depth": "100 mm", "rim_depth": "60 mm", "bottom_radius": "60 mm"}
    pattern = made(dimensions=sizes)
    gusset, front = pattern["gusset"].panel, pattern["front"].panel
    around = sum(front.edge(name).length for name in ("left", "bottom", "right"))
    assert gusset.edge("front").length == pytest.approx(around, abs=1e-6)
    assert gusset.edge("left end").length == pytest.approx(60)
    ends = gusset.edge("left end").path.start.real, gusset.edge("right end").path.start.real
    under = 2 * (60 * math.pi / 2) + 180
    assert ends[1] - ends[0] == pytest.approx(under + 2 * math.sqrt(220**2 - 20**2), abs=1e-6)
    assert pattern.finished.depth == pytest.approx(100, abs=1e-6)


@pytest.mark.parametrize(("depth", "rim"), [(100, 50), (200, 50), (60, 130)])
def test_a_bag_whose_gusset_narrows_holds_less_for_its_leaning_front(depth: int, rim: int) -> None:
    """A trough of square corners, 300 mm wide: front and gusset reach the corners of its rim; sliced from there."""
    sizes = {"width": "300 mm", "height": "280 mm", "depth": f"{depth} mm", "rim_depth": f"{rim} mm"}
    pattern = made(dimensions={**sizes, "bottom_radius": "0 mm"})
    high = math.sqrt(280**2 - ((depth - rim) / 2) ** 2)
    along = pattern["gusset"].panel.edge("front").path.segments[0]
    assert along.length == pytest.approx(math.dist((high, rim / 2), (0, depth / 2)))
    assert abs((along.end - along.start).real) == pytest.approx(high, abs=1e-6)
    slices = [depth + (rim - depth) * (n + 0.5) / 1000 for n in range(1000)]
    assert pattern.finished.volume * 1e6 == pytest.approx(300 * high * sum(slices) / 1000, rel=1e-6)
    assert pattern.finished.measured is not None
    assert str(pattern.finished.measured.height) == "up the side"


def test_front_and_back_that_lean_take_a_gusset_that_is_as_much_longer() -> None:
    sizes = {"width": "300 mm", "height": "280 mm", "bottom_radius": "0 mm"}
    upright, leaning = made(dimensions=sizes), made(dimensions={**sizes, "taper": "80 mm"})
    lengths = [pattern["gusset"].panel.edge("front").length for pattern in (upright, leaning)]
    assert lengths[1] - lengths[0] == pytest.approx(2 * (math.hypot(280, 40) - 280), abs=1e-6)


def test_the_lining_ends_as_high_as_the_shell() -> None:
    """Inset 2 mm on sides, base and depth, not at the rim."""
    pattern = made(lining={"inset": "2 mm"}, dimensions={"bottom_radius": "5 cm", "taper": "3 cm"})
    shell, lining = pattern["front"].panel, pattern["lining-front"].panel
    assert pattern["front"].panel.stitching_line.polygon.bounds[3] == pytest.approx(280, abs=1e-6)
    assert lining.stitching_line.polygon.bounds[3] == pytest.approx(278, abs=1e-6)
    side = shell.edge("right").path.segments[-1]
    lean = math.atan2((side.start - side.end).real, (side.end - side.start).imag)
    assert shell.edge("top").length == pytest.approx(360 - 30)
    assert shell.edge("top").length - lining.edge("top").length == pytest.approx(4 / math.cos(lean), abs=1e-6)
    gussets = [pattern[name].panel.edge("left end").length for name in ("gusset", "lining-gusset")]
    assert gussets[0] - gussets[1] == pytest.approx(4)


@pytest.mark.parametrize("lining", ["drop-in", "none"])
def test_the_rim_goes_round_front_gusset_back_gusset(lining: str) -> None:
    rim = rim_of(made(lining={"kind": lining}).draft)
    around = [("front", "top"), ("gusset", "left end"), ("back", "top"), ("gusset", "right end")]
    assert [(run.panel, run.on) for run in rim.runs] == around


def test_the_strap_hangs_in_the_ends_of_the_gusset_or_in_the_sides() -> None:
    def held(pattern: bagpattern.Pattern) -> set[str]:
        return {seam.id for seam in pattern.seams for each in seam.caught if each.runs[0].panel == "side-tab"}

    assert held(made()) == {"rim"}
    assert held(made(lining={"kind": "none"})) == {"back to gusset"}
    assert held(made(crossbody={"height": "20 cm"})) == {"back to gusset"}
    assert held(made(dimensions={"rim_depth": "40 mm", "depth": "60 mm"})) == {"back to gusset"}


def test_a_gusset_that_slants_too_much_or_too_little_is_refused() -> None:
    sizes = {"width": "300 mm", "height": "120 mm", "depth": "80 mm", "bottom_radius": "60 mm"}
    assert "at most 140 mm" in refused(dimensions={**sizes, "rim_depth": "160 mm"})
    assert "less than can be cut" in refused(dimensions={"depth": "80 mm", "rim_depth": "80.3 mm"})
    assert "crossbody.kind" in refused(crossbody={"kind": "none"}, wearer={"carry": ["crossbody"]})


def test_sides_that_would_meet_below_the_rim_are_refused() -> None:
    sizes = {"width": "140 mm", "height": "166 mm", "depth": "73 mm", "taper": "200 mm"}
    message = refused(dimensions=sizes)
    assert "dimensions.taper: leaves no room for the corners: make it at most" in message
    assert made(dimensions={**sizes, "taper": message.split("at most ")[1]})


@pytest.mark.parametrize(("depth", "rim", "taper"), [(100, 100, 0), (100, 60, 40), (80, 120, 0)])
def test_five_panels_hold_what_a_gusset_with_square_corners_holds(depth: int, rim: int, taper: int) -> None:
    sizes = {"depth": f"{depth} mm", "rim_depth": f"{rim} mm", "taper": f"{taper} mm"}
    sizes |= {"width": "340 mm", "height": "260 mm", "bottom_radius": "0 mm"}
    if depth == rim:
        del sizes["rim_depth"]
    box, gusset = (made(build=build, dimensions=sizes).finished for build in ("five-panel", "gusset"))
    assert (box.width, box.height, box.depth) == pytest.approx((gusset.width, gusset.height, gusset.depth))
    assert box.volume == pytest.approx(gusset.volume, rel=1e-6)


def test_five_panels_have_square_corners_and_rings_over_their_sides() -> None:
    assert 'make it 0 mm, or write build = "gusset"' in refused(
        build="five-panel", dimensions={"bottom_radius": "30 mm"}
    )
    rim = next(seam for seam in made(build="five-panel").seams if seam.id == "rim")
    assert {run.copy for each in rim.caught for run in each.runs if run.panel == "side-tab"} == {1, 2}


def test_published_five_panels_of_14_by_10_and_a_half_by_5_in() -> None:
    """Ward of the day: cut 14 x 10 1/2, 5 x 10 1/2 and 14 x 5 in [construction 2.1]; a box of 13 x 9 1/2 x 4 in."""
    inch = 25.4
    sizes = {"width": "13 in", "height": "9 1/2 in", "depth": "4 in"}
    pattern = made(build="five-panel", dimensions=sizes, finishing={"seam_allowance": "1/2 in"})
    for name, (wide, high) in {"front": (14, 10.5), "side-left": (5, 10.5), "base": (14, 5)}.items():
        assert (pattern[name].cut_width, pattern[name].cut_height) == pytest.approx((wide * inch, high * inch))
