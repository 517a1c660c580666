"""The cutting line: simple, outside, and at each edge's own distance."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import MultiPoint

from bagpattern.geometry import areas
from bagpattern.geometry.measure import distance_to, distances
from bagpattern.geometry.outline import MITRE_LIMIT, Corner, Side, cutting_path
from bagpattern.geometry.path import Path, joined, line_path
from bagpattern.geometry.segments import Arc, Straight
from bagpattern.geometry.shapes import rectangle, rounded_panel
from bagpattern.passes.allow import moved_outline
from tests.property.drawn import allowances, allowed, convex_outlines, ell_outlines


def check_outline(sides: list[Side], cut: Path) -> None:
    """The rules of every cutting line."""
    outline = joined(side.path for side in sides)
    assert areas.is_simple(cut)
    area, net = areas.polygon(cut), areas.polygon(outline)
    assert area.exterior.is_ccw
    assert area.buffer(0.01).covers(net)
    reach = 1.6 * max(side.distance for side in sides)
    for side in sides:
        for share in (0.25, 0.4, 0.5, 0.6, 0.75):
            at = side.path.point_at(side.path.length * share)
            if all(distance_to(other.path, at) >= reach for other in sides if other is not side):
                assert distances([area], [at])[0] == pytest.approx(side.distance, abs=0.03)


@given(allowed(convex_outlines()))
def test_convex_outlines(sides: list[Side]) -> None:
    cut = cutting_path(sides)
    assert cut is not None
    check_outline(sides, cut)


@given(allowed(ell_outlines()))
def test_hollow_outlines(sides: list[Side]) -> None:
    cut = cutting_path(sides)
    assert cut is not None
    check_outline(sides, cut)


@given(
    st.floats(120, 400),
    st.floats(120, 400),
    st.floats(0, 60),
    st.floats(0, 60),
    st.lists(allowances, min_size=4, max_size=4),
)
def test_rounded_panels(width: float, height: float, top: float, bottom: float, distances: list[float]) -> None:
    panel = rounded_panel(width, height, top, bottom)
    paths = (panel.bottom, panel.right, panel.top, panel.left)
    sides = [Side(path, distance) for path, distance in zip(paths, distances, strict=True)]
    check_outline(sides, moved_outline(sides))


@given(allowed(convex_outlines()))
def test_the_fallback_agrees_with_the_exact_line(sides: list[Side]) -> None:
    """On every side of the outline, and at the corners but for tips that are cut off."""
    fallback, exact = areas.grown(sides), cutting_path(sides)
    assert exact is not None
    check_outline(sides, fallback)
    assert min(each.length for each in fallback.segments) > 1e-4  # no two of its points in one place
    difference = areas.polygon(fallback).symmetric_difference(areas.polygon(exact))
    widest = max(side.distance for side in sides)
    corners = MultiPoint([(side.path.end.real, side.path.end.imag) for side in sides]).buffer(3 * widest + 0.1)
    assert difference.difference(corners).area < 0.5


def test_the_fallback_does_not_reach_across_a_narrow_panel() -> None:
    panel = rectangle(15, 200)
    sides = [Side(panel.bottom, 10), Side(panel.right, 30), Side(panel.top, 10), Side(panel.left, 5)]
    assert areas.polygon(areas.grown(sides)).bounds == pytest.approx((-5, -10, 45, 210))


def test_the_fallback_leaves_a_curved_edge_without_allowance_where_it_is() -> None:
    sides = [Side(line_path(-50, 50), 10.0), Side(Path((Arc(50 + 0j, -50 + 0j, math.pi),)), 0.0)]
    half_a_disc = math.pi * 50**2 / 2
    assert areas.polygon(areas.grown(sides)).area == pytest.approx(half_a_disc + 100 * 10, abs=3)


def test_an_arc_moved_past_its_centre_still_has_a_cutting_line() -> None:
    """A hollow of 8 mm radius under 10 mm of allowance fills up."""
    hollow = Path((Straight(100 + 80j, 58 + 80j), Arc(58 + 80j, 42 + 80j, -math.pi), Straight(42 + 80j, 80j)))
    paths = [line_path(0, 100), line_path(100, 100 + 80j), hollow, line_path(80j, 0)]
    sides = [Side(path, 10.0) for path in paths]
    assert cutting_path(sides) is None
    cut = areas.polygon(areas.grown(sides))
    assert cut.is_valid
    assert cut.bounds == pytest.approx((-10, -10, 110, 90))
    assert cut.area == pytest.approx(120 * 100, abs=60)


@given(allowed(convex_outlines()))
def test_moving_out_and_back_is_the_same(sides: list[Side]) -> None:
    """With one distance all round and mitred corners, moving inward undoes moving outward."""
    even = [Side(side.path, 6.0) for side in sides]
    out = cutting_path(even)
    assert out is not None
    if len(out.segments) != len(sides):
        return  # an acute corner lost its tip
    back = cutting_path([Side(Path((segment,)), -6.0) for segment in out.segments])
    assert back is not None
    for segment, side in zip(back.segments, sides, strict=True):
        assert abs(segment.start - side.path.start) < 1e-6


def square_corner(corner: Corner, across: float = 10.0, along: float = 30.0) -> Path:
    """The cutting line of a square whose bottom has one allowance and whose right side has another."""
    panel = rectangle(100, 100)
    sides = [Side(panel.bottom, across, corner), Side(panel.right, along), Side(panel.top, 0.0), Side(panel.left, 0.0)]
    cut = cutting_path(sides)
    assert cut is not None
    return cut


@pytest.mark.parametrize("corner", list(Corner))
def test_a_square_corner_is_the_same_by_every_rule(corner: Corner) -> None:
    """At a right angle each rule ends both allowances on the other's line."""
    assert areas.polygon(square_corner(corner)).bounds == pytest.approx((0, -10, 130, 100))
    assert areas.area(square_corner(corner)) == pytest.approx(130 * 110)


def test_an_acute_tip_is_cut_off() -> None:
    points = (0j, 200 + 0j, 0 + 30j)
    outline = [line_path(p, q) for p, q in pairwise([*points, points[0]])]
    cut = cutting_path([Side(path, 10.0) for path in outline])
    assert cut is not None
    tip = areas.polygon(cut).bounds[2]
    assert 210 < tip < 200 + MITRE_LIMIT * 10 + 2


def test_a_square_rule_keeps_an_acute_tip_short() -> None:
    points = (0j, 200 + 0j, 100 + 80j)
    outline = [line_path(p, q) for p, q in pairwise([*points, points[0]])]
    mitred, squared = (
        cutting_path([Side(outline[0], 10.0, rule), Side(outline[1], 10.0), Side(outline[2], 10.0)])
        for rule in (Corner.MITRE, Corner.SQUARE)
    )
    assert mitred is not None
    assert squared is not None
    along = (points[2] - points[1]) / abs(points[2] - points[1])
    ends = points[1] + 10 - 10j, points[1] - 10j * along - 10 * along
    assert {(round(p.real, 6), round(p.imag, 6)) for p in ends} <= {
        (round(segment.start.real, 6), round(segment.start.imag, 6)) for segment in squared.segments
    }
    assert areas.area(squared) < areas.area(mitred)


def test_a_smooth_change_of_allowance_is_a_step() -> None:
    """Where two edges go on in one line, the wider allowance ends square instead of shooting off as a spike."""
    outline = [line_path(0, 50), line_path(50, 100), line_path(100, 100 + 80j), line_path(100 + 80j, 80j)]
    sides = [Side(path, width) for path, width in zip([*outline, line_path(80j, 0)], (10, 30, 10, 10, 10), strict=True)]
    cut = cutting_path(sides)
    assert cut is not None
    check_outline(sides, cut)
    assert areas.area(cut) == pytest.approx(120 * 100 + 60 * 20)


def test_arcs_stay_arcs() -> None:
    """A round corner's cutting line is concentric, not a chain of points."""
    panel = rounded_panel(200, 150, 40, 30)
    cut = cutting_path([Side(path, 10.0) for path in (panel.bottom, panel.right, panel.top, panel.left)])
    assert cut is not None
    radii = sorted({round(segment.radius, 6) for segment in cut.segments if isinstance(segment, Arc)})
    assert radii == [40, 50]
