"""Buckets, stuff sacks, roll-tops and drawstring backpacks against figures worked out by hand."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

import bagpattern
from bagpattern.geometry import areas
from bagpattern.geometry.points import turn
from bagpattern.model.edge import Finish
from bagpattern.parts.bodies.bases import Base, halves
from tests.styles.making import made, refused

BASES = [
    Base("round", 200, 200),
    Base("oval", 200, 120),
    Base("oval", 200, 190),
    Base("stadium", 200, 120),
    Base("rounded", 200, 120, 30),
    Base("rectangular", 200, 120),
]


def used(pattern: bagpattern.Pattern, notion: str) -> float | None:
    return next(each.length for each in pattern.notions if each.id == notion)


@pytest.mark.parametrize("base", BASES, ids=str)
def test_a_base_is_as_large_as_asked_and_parallel_to_the_lining(base: Base) -> None:
    outline, inner = base.sides().closed, base.smaller(4).sides().closed
    left, bottom, right, top = areas.bounds([outline])
    assert (right - left, top - bottom) == pytest.approx((base.width, base.depth), abs=0.05)
    corners = 0 if base.shape == "rectangular" else math.pi
    expected = areas.area(outline) - 4 * outline.length + 16 * (corners or 4)  # the parallel curve's area
    assert areas.area(inner) == pytest.approx(expected, abs=1.0)
    assert sum(half.length for half in halves(base.sides())) == pytest.approx(outline.length)


@pytest.mark.parametrize("base", BASES[:-1], ids=str)
def test_its_arcs_pass_into_each_other(base: Base) -> None:
    segments = base.sides().closed.segments
    for before, after in pairwise((*segments, segments[0])):
        assert abs(turn(before.tangent_at(before.length), after.tangent_at(0))) < 1e-9


@pytest.mark.parametrize(
    ("base", "around"),
    [
        (Base("round", 200, 200), math.pi * 200),
        (Base("stadium", 200, 120), 2 * 80 + math.pi * 120),
        (Base("rounded", 200, 120, 30), 2 * (140 + 60) + 2 * math.pi * 30),
        (Base("rectangular", 200, 120), 640),
    ],
)
def test_the_way_round_a_base(base: Base, around: float) -> None:
    assert base.sides().length == pytest.approx(around)


def test_an_oval_lies_between_the_rhomb_and_the_rectangle_near_the_ellipse() -> None:
    """Ramanujan's perimeter of the ellipse on 100 and 60 is 510.54; the four-centred oval is 0.5 % longer."""
    assert BASES[1].sides().length == pytest.approx(510.54, rel=0.006)
    assert BASES[1].tightest == pytest.approx(44.676, abs=0.001)  # c (c - (a - b)) / 2a with c = 116.62


@pytest.mark.parametrize("build", ["halves", "wrapped", "one-piece"])
@pytest.mark.parametrize("shape", ["round", "oval", "stadium", "rounded", "rectangular"])
def test_the_wall_is_as_long_as_its_base(shape: str, build: str) -> None:
    pattern = made("bucket", dimensions={"base": shape}, build=build)
    around = sum(edge.length for edge in pattern["base"].panel.edges)
    walls = [piece.panel for piece in pattern.pieces if piece.id in ("front", "back", "front-back")]
    bottoms = [edge.length for wall in walls for edge in wall.edges if edge.name.endswith("bottom")]
    assert sum(bottoms) == pytest.approx(around)


def test_a_wrapped_back_goes_round_both_sides() -> None:
    size = {"base": "rectangular", "width": "200 mm", "depth": "120 mm"}
    pattern = made("bucket", dimensions=size, build="wrapped")
    assert pattern["front"].panel.edge("bottom").length == pytest.approx(200)
    assert pattern["back"].panel.edge("bottom").length == pytest.approx(200 + 2 * 120)


def test_volume_of_a_cylinder() -> None:
    assert made("bucket").finished.volume == pytest.approx(math.pi * 1.0**2 * 2.6, rel=1e-3)


def test_what_is_no_base_is_told_at_once() -> None:
    size = {"base": "oval", "width": "20 cm", "depth": "25 cm", "radius": "3 cm"}
    message = refused("bucket", dimensions=size)
    assert "dimensions.depth: 250 mm is more than the width: make it at most 200 mm" in message
    assert 'dimensions.radius: is for corners: leave it out, or write base = "rounded"' in message


def test_a_narrow_oval_is_refused_with_the_depth_that_would_do() -> None:
    size, finishing = {"base": "oval", "width": "40 cm", "depth": "5 cm"}, {"seam_allowance": "16 mm"}
    message = refused("bucket", dimensions=size, finishing=finishing)
    assert "tighter than its allowance: make it at least" in message
    depth = message.split("make it at least ")[1]
    assert made("bucket", dimensions={**size, "depth": depth}, finishing=finishing)


@pytest.mark.parametrize("style", ["bucket", "stuff-sack", "roll-top"])
def test_a_radius_that_does_not_fit_is_refused_lined_or_not(style: str) -> None:
    size = {"base": "rounded", "width": "20 cm", "depth": "12 cm", "radius": "10 cm"}
    for kind in ("none", "drop-in"):
        message = refused(style, dimensions=size, lining={"kind": kind})
        assert "dimensions.radius: 100 mm is more than half of the depth: make it" in message


# drawn together -------------------------------------------------------------------------------------------------------


def holes(pattern: bagpattern.Pattern, label: str) -> list[tuple[str, complex]]:
    return [(piece.id, hole.at) for piece in pattern.pieces for hole in piece.panel.holes if str(hole.label) == label]


def test_eyelets_are_even_in_number_the_front_pair_an_inch_apart() -> None:
    """Round 22 in, as published: 8."""
    width = f"{22 / math.pi:.4f} in"
    pattern = made("bucket", dimensions={"width": width}, closure={"kind": "drawstring", "through": "eyelets"})
    found = holes(pattern, "eyelet")
    front = sorted(at.real for panel, at in found if panel == "front")
    middle = pattern["front"].panel.edge("top").length / 2
    assert len(found) == 8
    assert [each for each in front if abs(each - middle) < 20] == pytest.approx([middle - 12.7, middle + 12.7])
    assert next(each.count for each in pattern.notions if each.id == "eyelet") == 8


@pytest.mark.parametrize("width", [150, 175, 200, 225, 250, 300, 340])
def test_eyelets_keep_clear_of_the_side_seams(width: int) -> None:
    pattern = made("bucket", dimensions={"width": f"{width} mm"}, closure={"kind": "drawstring", "through": "eyelets"})
    for panel, at in holes(pattern, "eyelet"):
        assert 15 < at.real < pattern[panel].panel.edge("top").length - 15


def test_the_cord_goes_round_the_rim_with_its_tails() -> None:
    pattern = made("bucket")
    assert used(pattern, "drawstring") == pytest.approx(math.pi * 200 + 2 * 10 + 150, abs=0.1)
    assert len(holes(pattern, "cord outlet")) == 2


def test_a_channel_too_narrow_for_its_cord_is_refused_with_what_would_do() -> None:
    closure = {"kind": "drawstring", "cord": "8 mm", "channel": "15 mm"}
    message = refused("bucket", closure=closure)
    assert "closure.channel: a cord of 8 mm does not run in a channel of 15 mm" in message
    assert made("bucket", closure={**closure, "channel": message.split("at least ")[1]})


def test_an_unlined_channel_is_turned_down_instead_of_a_hem() -> None:
    pattern = made("stuff-sack", closure={"kind": "drawstring", "channel": "3 cm"})
    wall = pattern["front-back"]
    assert {wall.allowances[name] for name in ("front top", "back top")} == {30.0}
    titles = [str(each.step.title) for each in pattern.steps]
    assert "Turn down the channel" in titles
    assert "Hem the rim" not in titles


def test_a_sack_is_half_its_base_higher_so_that_it_closes() -> None:
    wall = made("stuff-sack", dimensions={"width": "16 cm", "height": "30 cm"})["front-back"].panel
    assert wall.edge("front right").length == pytest.approx(300 + 80)


def test_a_fitting_cannot_be_called_as_a_piece_is() -> None:
    message = refused("bucket", fittings=[{"name": "base", "kind": "base-insert"}])
    assert message == 'fittings.base.name: the bag has a piece called "base": give this another name'


# rolled down ----------------------------------------------------------------------------------------------------------


def test_a_rim_is_rolled_by_the_width_of_its_webbing_and_reaches_over_a_deep_base() -> None:
    size = {"base": "rectangular", "width": "28 cm", "depth": "16 cm", "height": "42 cm"}
    closure = {"kind": "roll-top", "rolls": 4, "width": "25 mm"}
    pattern = made("roll-top", dimensions=size, closure=closure)
    assert pattern["front"].panel.edge("right").length == pytest.approx(420 + 4 * 25 + 160 / 2)
    assert pattern.finished.height == pytest.approx(420)
    flat = 280 + 160
    assert used(pattern, "closing webbing") == pytest.approx(flat + 4 * 25)
    assert used(pattern, "rim stiffener") == pytest.approx(flat - 2 * 25)


def test_the_anchor_lies_below_what_is_rolled_down() -> None:
    back = made("roll-top", anchor={"drop": "50 mm"})["back"].panel
    _, _, _, top = areas.bounds([back.stitching_line])
    _, _, _, anchor = areas.bounds([back.along("strap-anchor").path])
    rolled = back.along("rolled down to here").path.start.imag
    assert anchor < rolled
    assert top - anchor == pytest.approx(50 + 3 * 25 + 165 / 2)


def test_base_tabs_are_told_from_the_sides_of_the_bag_not_of_its_wall() -> None:
    size = {"base": "rectangular", "width": "28 cm", "depth": "16 cm"}
    pattern = made("roll-top", dimensions=size, build="wrapped", straps={"kind": "webbing", "base_inset": "30 mm"})
    caught = [each for each in pattern.draft.seam("back to base").caught if each.runs[0].panel == "strap-tab"]
    first = min(each.at for each in caught)
    assert first == pytest.approx(160 + 30, abs=2)  # the bag's edge lies the depth inside the wrapped back's


def test_a_low_collar_is_refused() -> None:
    message = refused("roll-top", closure={"kind": "roll-top", "collar": "40 mm"})
    assert "closure.collar: 40 mm of cloth cannot be rolled round webbing 25 mm wide: make it at least 50 mm" in message


# leaning out ----------------------------------------------------------------------------------------------------------


def test_the_wall_of_a_leaning_cylinder_is_two_halves_of_a_sector() -> None:
    """A cone from 100 to 140 mm of radius, 260 high: slant 263.06, radii 657.65 and 920.71, 0.478 radians a half."""
    slant = math.hypot(260, 40)
    wall = made("bucket", dimensions={"flare": "4 cm"})["front"].panel
    lower, upper = wall.edge("bottom").path, wall.edge("top").path
    assert (lower.length, upper.length) == pytest.approx((math.pi * 100, math.pi * 140))
    assert wall.edge("left").length == pytest.approx(slant)
    assert {round(segment.radius, 3) for segment in lower.segments} == {round(slant * 100 / 40, 3)}  # type: ignore[union-attr]
    assert {round(segment.radius, 3) for segment in upper.segments} == {round(slant * 140 / 40, 3)}  # type: ignore[union-attr]
    assert lower.start.imag == pytest.approx(lower.end.imag)


def test_volume_of_a_leaning_cylinder() -> None:
    """A frustum: a third of the height, times the squares of both radii and their product."""
    volume = made("bucket", dimensions={"flare": "4 cm"}).finished.volume
    assert volume == pytest.approx(math.pi * 2.6 / 3 * (1.0**2 + 1.0 * 1.4 + 1.4**2), rel=1e-3)


@pytest.mark.parametrize("base", ["oval", "stadium", "rounded"])
@pytest.mark.parametrize("closure", ["drawstring", "roll-top"])
def test_a_rim_lies_as_far_out_as_asked_all_round(base: str, closure: str) -> None:
    """Its way round is longer by a full circle of that; what is rolled down leans on."""
    size = {"base": base, "height": "30 cm", "flare": "3 cm"}
    pattern = made("bucket", dimensions=size, closure={"kind": closure})
    walls = [pattern[wall].panel for wall in ("front", "back")]
    lean = sum(wall.edge("top").length - wall.edge("bottom").length for wall in walls) / math.tau
    rise = math.sqrt(walls[0].edge("left").length ** 2 - lean**2) - 300
    assert lean == pytest.approx(30 * (300 + rise) / 300)
    assert pattern.finished.height == pytest.approx(300)


def test_a_channel_runs_parallel_to_a_curved_rim() -> None:
    wall = made("bucket", dimensions={"flare": "4 cm"})["front"].panel
    stitching, rim = wall.along("channel stitching").path, wall.edge("top").path
    assert stitching.length == pytest.approx(rim.length * (1 - 40 / (math.hypot(260, 40) * 140 / 40)))
    assert abs(stitching.point_at(50) - rim.point_at(50 * rim.length / stitching.length)) == pytest.approx(40)


def test_a_hem_does_not_lie_flat_on_a_wall_that_leans_far() -> None:
    """Of 30 mm on a circle of 200: a hundredth of 628 mm, shared over two circles of 30 mm, of the height of 260."""
    unlined = {"lining": {"kind": "none"}, "closure": {"kind": "roll-top"}, "materials": {"shell": "canvas"}}
    message = refused("bucket", dimensions={"flare": "2 cm"}, **unlined)
    most = 0.01 * math.pi * 200 / (2 * math.tau * 30) * 260
    assert "dimensions.flare: 30 mm turned to the inside would not lie flat on a wall that leans so far" in message
    assert f"make it at most {math.floor(most * 10) / 10} mm" in message
    assert made("bucket", dimensions={"flare": "4 mm"}, **unlined)
    assert made("bucket", dimensions={"flare": "2 cm"}, **{**unlined, "materials": {"shell": "leather"}})


@pytest.mark.parametrize(("flare", "finish"), [("0 mm", Finish.HEM), ("4 mm", Finish.HEM), ("2 cm", Finish.BOUND)])
def test_a_rim_that_nothing_closes_is_bound_where_no_hem_lies_flat(flare: str, finish: Finish) -> None:
    unlined = {"lining": {"kind": "none"}, "closure": {"kind": "open"}, "materials": {"shell": "canvas"}}
    pattern = made("bucket", dimensions={"flare": flare}, **unlined)
    assert {pattern[wall].panel.edge("top").finish for wall in ("front", "back")} == {finish}


def test_sharp_corners_do_not_lean() -> None:
    message = refused("bucket", dimensions={"base": "rectangular", "flare": "2 cm"})
    assert (
        "dimensions.flare: a wall leans out of a curve only, and this base has sharp corners: make it 0 mm" in message
    )
