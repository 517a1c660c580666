"""A rigid motion is found again from what it does to points."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bagpattern.geometry.placement import Placement
from bagpattern.geometry.points import polar
from bagpattern.geometry.rigid import rigid

TRIANGLE = [0j, 100 + 0j, 30 + 50j]
places = st.complex_numbers(max_magnitude=1e4, allow_nan=False, allow_infinity=False)
angles = st.floats(0, 2 * math.pi)


@given(places, angles, st.booleans())
def test_it_is_found_from_three_points(move: complex, angle: float, mirrored: bool) -> None:
    asked = Placement(move, polar(1, angle), mirrored)
    found, missed = rigid([(p, asked(p)) for p in TRIANGLE])
    assert missed < 1e-6
    assert found.mirrored is mirrored
    assert abs(found(70 + 20j) - asked(70 + 20j)) < 1e-6


@given(places, angles)
def test_points_on_a_line_are_not_mirrored(move: complex, angle: float) -> None:
    asked = Placement(move, polar(1, angle))
    found, missed = rigid([(p, asked(p)) for p in (0j, 10 + 10j, 40 + 40j)])
    assert missed < 1e-6
    assert not found.mirrored


def test_what_is_not_rigid_misses() -> None:
    """Twice as far apart: the best that a motion can do leaves each end half the difference off."""
    _, missed = rigid([(0j, 0j), (100 + 0j, 200 + 0j)])
    assert missed == pytest.approx(50.0)


def test_nothing_tells_nothing() -> None:
    with pytest.raises(ValueError, match="no points"):
        rigid([])
