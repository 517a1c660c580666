"""Outlines cut into triangles: of their own points alone, wherever a line in them ends."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from bagpattern.geometry.triangles import spread, triangulated

WIDE, HIGH, STEP = 80.0, 50.0, 10.0


def ring() -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Round a rectangle, about 7 mm from point to point."""
    corners = [(0.0, 0.0), (WIDE, 0.0), (WIDE, HIGH), (0.0, HIGH)]
    sides = zip(corners, (*corners[1:], corners[0]), strict=True)
    return np.concatenate([np.linspace(one, two, 8, endpoint=False) for one, two in sides])


@given(at=st.floats(4.0, WIDE - 4.0), rounding=st.sampled_from([-1e-13, 0.0, 1e-13]))
def test_a_line_that_ends_on_the_outline_leaves_it_whole(at: float, rounding: float) -> None:
    outline = ring()
    inside = spread(outline, STEP, [(complex(at, rounding), complex(at, HIGH - rounding))])
    places = np.concatenate([outline, inside])
    triangles = triangulated(outline, inside)
    assert triangles.max() < len(places)
    one, two = (places[triangles[:, corner]] - places[triangles[:, 0]] for corner in (1, 2))
    areas = (one[:, 0] * two[:, 1] - one[:, 1] * two[:, 0]) / 2
    assert areas.min() > 0.0
    assert abs(areas.sum() - WIDE * HIGH) < 1e-6


@given(lean=st.floats(-20.0, 20.0), high=st.floats(12.0, HIGH - 12.0), backwards=st.booleans())
def test_lines_that_cross_have_a_point_in_common(lean: float, high: float, backwards: bool) -> None:
    lines = [(complex(40.0 - lean, 0.0), complex(40.0 + lean, HIGH)), (complex(0.0, high), complex(WIDE, high))]
    places = spread(ring(), STEP, lines[::-1] if backwards else lines)
    crossing = 40.0 - lean + 2.0 * lean * high / HIGH, high
    assert np.linalg.norm(places - crossing, axis=1).min() < 1e-6


@given(st.lists(st.floats(15, 100), min_size=5, max_size=12))
@settings(max_examples=20)
def test_a_jagged_outline_is_filled_and_every_stretch_is_an_edge(reaches: list[float]) -> None:
    """Spikes and notches as steep as they come: stretches that no net of triangles would have by itself."""
    angles = np.linspace(0, 2 * np.pi, len(reaches), endpoint=False)
    outline = np.stack([np.cos(angles) * reaches, np.sin(angles) * reaches], axis=1)
    inside = spread(outline, STEP, [])
    places, triangles = np.concatenate([outline, inside]), triangulated(outline, inside)
    areas = [shapely.Polygon(places[each]).area for each in triangles]
    assert sum(areas) == pytest.approx(shapely.Polygon(outline).area)
    edges = {(int(each[at - 1]), int(each[at])) for each in triangles for at in range(3)}
    assert {(at, (at + 1) % len(reaches)) for at in range(len(reaches))} <= edges
