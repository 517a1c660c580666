"""What holds for every line, arc and cubic, and for every path of them."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bagpattern.geometry.path import Path
from bagpattern.geometry.placement import MIRROR, Placement
from bagpattern.geometry.points import cross
from bagpattern.geometry.scale import scaled
from bagpattern.geometry.segments import Arc, Cubic, Segment, Straight
from tests.property.drawn import paths, placements, points, segments

shares = st.floats(0.02, 0.98)


def chords(path: Path, error: float = 0.02) -> float:
    return sum(abs(q - p) for p, q in pairwise(path.flattened(error)))


@given(paths())
def test_length_is_that_of_many_chords(path: Path) -> None:
    assert chords(path) == pytest.approx(path.length, rel=2e-4, abs=0.01)
    assert chords(path) <= path.length + 1e-6


@given(segments(), shares, st.sampled_from((0.02, 0.1, 1.0)))
def test_flattened_chords_stay_near(segment: Segment, share: float, error: float) -> None:
    """Every point of the curve lies within the error of some chord."""
    at = segment.point_at(segment.length * share)
    corners = [segment.start, *segment.flattened(error)]
    assert min(_to_chord(p, q, at) for p, q in pairwise(corners)) <= 1.005 * error


@given(st.floats(1, 100), st.floats(0.05, 4.5))
def test_a_flattened_arc_is_as_long_and_coarse_where_that_is_asked(chord: float, sweep: float) -> None:
    """True to 0.01 % as it is used; within 1 mm a half circle of 5 mm is three chords."""
    path = Path((Arc(0, chord, sweep),))
    assert chords(path) >= path.length * (1 - 1e-4)
    assert len(Arc(0, 10, math.pi).flattened(1.0)) == 3


def _to_chord(p: complex, q: complex, at: complex) -> float:
    along = ((at - p) / (q - p)).real
    return abs(at - p - (q - p) * min(max(along, 0.0), 1.0))


@given(segments(), shares)
def test_two_parts_make_the_whole(segment: Segment, share: float) -> None:
    low, high = segment.split(segment.length * share)
    assert low.end == high.start
    assert (low.start, high.end) == (segment.start, segment.end)
    assert low.length + high.length == pytest.approx(segment.length, abs=2e-3)
    assert low.length == pytest.approx(segment.length * share, abs=2e-3)
    assert abs(low.end - segment.point_at(segment.length * share)) < 1e-6


@given(segments(), shares)
def test_tangents_have_length_one_and_point_onward(segment: Segment, share: float) -> None:
    at, step = segment.length * share, segment.length * 1e-4
    tangent = segment.tangent_at(at)
    assert abs(tangent) == pytest.approx(1)
    onward = segment.point_at(min(at + step, segment.length)) - segment.point_at(at - step)
    assert abs(cross(tangent, onward)) < 1e-2 * abs(onward) + 1e-9


@given(paths(), shares, shares)
def test_a_part_is_as_long_as_it_says(path: Path, one: float, other: float) -> None:
    low, high = sorted((one * path.length, other * path.length))
    if high - low > 0.01:
        part = path.part(low, high)
        assert part.length == pytest.approx(high - low, abs=5e-3)
        assert abs(part.start - path.point_at(low)) < 1e-5
        assert abs(part.end - path.point_at(high)) < 1e-5


@given(paths())
def test_reversed_twice_is_the_same(path: Path) -> None:
    assert path.reversed().reversed() == path
    assert path.reversed().length == pytest.approx(path.length, abs=1e-6)
    assert abs(path.reversed().point_at(path.length / 3) - path.point_at(path.length * 2 / 3)) < 1e-3


@given(paths())
def test_mirrored_twice_is_the_same(path: Path) -> None:
    assert path.placed(MIRROR).placed(MIRROR) == path


@given(paths(), placements)
def test_placing_keeps_lengths(path: Path, placement: Placement) -> None:
    placed = path.placed(placement)
    assert placed.length == pytest.approx(path.length, rel=1e-9)
    for share in (0.2, 0.5, 0.9):
        assert abs(placed.point_at(placed.length * share) - placement(path.point_at(path.length * share))) < 1e-4


@settings(max_examples=20)
@given(paths(), st.floats(0.05, 20))
def test_scaling_scales_lengths(path: Path, factor: float) -> None:
    larger = scaled(path, factor)
    assert larger.length == pytest.approx(path.length * factor, rel=1e-4)
    assert abs(larger.point_at(larger.length / 2) - path.point_at(path.length / 2) * factor) < 0.01 * factor
    assert [type(each) for each in larger.segments] == [type(each) for each in path.segments]


@given(placements, placements, points)
def test_placements_compose(one: Placement, other: Placement, p: complex) -> None:
    assert abs(one.then(other)(p) - other(one(p))) < 1e-9


@given(segments(), st.floats(-40, 40), shares)
def test_an_offset_lies_at_its_distance(segment: Segment, distance: float, share: float) -> None:
    """To the right, at every point, wherever the curve is wider than that."""
    if not _is_wider(segment, distance):
        return
    moved = segment.offset(distance)
    at = segment.length * share
    wanted = segment.point_at(at) - 1j * segment.tangent_at(at) * distance
    nearest = min(_to_chord(p, q, wanted) for part in moved for p, q in pairwise([part.start, *part.flattened(0.001)]))
    assert nearest <= (0.02 if isinstance(segment, Cubic) else 0.002)


def _is_wider(segment: Segment, distance: float) -> bool:
    """Whether the curve's radius is everywhere well above the distance."""
    if isinstance(segment, Straight):
        return True
    if isinstance(segment, Arc):
        return segment.radius > abs(distance) + 1
    steps = [segment.direction(index / 64) for index in range(65)]
    turned = max(abs(math.asin(max(-1.0, min(1.0, cross(a, b))))) for a, b in pairwise(steps))
    return turned * 64 * abs(distance) < segment.length / 2


@given(segments())
def test_a_cubic_is_as_long_as_its_chords(segment: Segment) -> None:
    if isinstance(segment, Cubic):
        count = 4000
        dense = [segment.at_parameter(index / count) for index in range(count + 1)]
        assert segment.length == pytest.approx(sum(abs(q - p) for p, q in pairwise(dense)), abs=2e-3)


@given(segments(), shares, st.floats(-3, 3))
def test_crossings_lie_on_the_line_and_none_is_missed(segment: Segment, share: float, angle: float) -> None:
    """The line through a point of the curve meets it there, and wherever else it says."""
    path = Path((segment,))
    through, along = path.point_at(path.length * share), complex(math.cos(angle), math.sin(angle))
    if abs(cross(path.tangent_at(path.length * share), along)) < 0.05:
        return  # nearly a touch: whether a line that grazes crosses is a matter of rounding
    found = path.crossings(through, along)
    assert found == sorted(found)
    for at in found:
        assert abs(cross(path.point_at(at) - through, along)) < 1e-5
    assert min((abs(at - path.length * share) for at in found), default=math.inf) < 1e-3
