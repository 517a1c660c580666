"""Lines that are cut into stretches: across an area, and at places along an outline."""

from __future__ import annotations

import cmath
import math
from itertools import pairwise

import pytest
import shapely

from bagpattern.geometry.cloths import Area, hatched
from bagpattern.geometry.needle import split_near
from bagpattern.geometry.path import joined
from bagpattern.geometry.shapes import rounded_panel

_SIDES = rounded_panel(300, 200, 40, 60)
RING = joined((_SIDES.bottom, _SIDES.right, _SIDES.top, _SIDES.left))
"""A closed outline with straight and curved stretches."""


@pytest.mark.parametrize("degrees", [0, 30, 90, 155])
def test_hatching_fills_an_area_with_lines_of_one_sheet(degrees: float) -> None:
    apart, direction = 2.5, cmath.rect(1.0, math.radians(degrees))
    area: Area = shapely.box(-7, 11, 73, 41).difference(shapely.box(20, 20, 30, 30))
    lines = [shapely.LineString([(p.real, p.imag) for p in each]) for each in hatched(area, direction, apart)]
    assert all(area.buffer(1e-6).covers(each) for each in lines)
    assert sum(each.length for each in lines) * apart == pytest.approx(area.area, rel=0.05)
    across = [each.coords[0] for each in lines]
    counted = [(complex(*at) / direction).imag / apart for at in across]
    assert counted == pytest.approx([round(each) for each in counted], abs=1e-6)


def test_nothing_is_hatched_where_there_is_nothing() -> None:
    assert hatched(shapely.Polygon(), 1j, 2.0) == []


@pytest.mark.parametrize("first", [0.0, 0.1, 0.7])
def test_an_outline_is_cut_near_each_place_in_their_order(first: float) -> None:
    """The places lie a little beside the outline, and the first may be anywhere along it."""
    shares = [(first + each) % 1.0 for each in (0.0, 0.15, 0.5, 0.85)]
    places = [RING.point_at(share * RING.length) for share in shares]
    parts = split_near(RING, [at + 0.001j for at in places])
    assert parts is not None
    assert [abs(part.start - at) < 0.1 for part, at in zip(parts, places, strict=True)] == [True] * 4
    assert all(abs(one.end - other.start) < 1e-6 for one, other in pairwise([*parts, parts[0]]))
    assert sum(part.length for part in parts) == pytest.approx(RING.length)


def test_places_that_do_not_follow_each_other_cut_nothing() -> None:
    assert split_near(RING, [RING.point_at(share * RING.length) for share in (0.1, 0.6, 0.3)]) is None
