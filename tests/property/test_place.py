"""Where there is room for a box: as shapely measures it, and found wherever lines leave it."""

from __future__ import annotations

from itertools import pairwise

import pytest
import shapely
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from bagpattern.geometry.place import Box, Clearing, box_at, ring_round
from tests.property.drawn import convex_outlines

UNSURE = 1e-6
"""mm: boxes that nearly touch something are not asked for."""
inside = st.builds(complex, st.floats(-200, 200), st.floats(-200, 200))
sizes = st.floats(1, 120)
slanted = convex_outlines().map(lambda edges: [*(each.start for each in edges), edges[0].start])


def ring(wide: float, high: float) -> list[complex]:
    """A rectangle round the origin, closed."""
    return ring_round((-wide, -high, wide, high), 0)


def _shape(points: list[complex]) -> list[tuple[float, float]]:
    return [(each.real, each.imag) for each in points]


def _grown(box: Box, by: float) -> shapely.Polygon:
    return shapely.box(box[0] - by, box[1] - by, box[2] + by, box[3] + by)


@st.composite
def rooms(draw: st.DrawFn) -> tuple[list[complex], list[complex], list[Box], complex]:
    """An outline, lines in it, boxes that are taken, and a place near one of its lines."""
    outline = draw(st.one_of(slanted, st.builds(ring, sizes, sizes)))
    lines = draw(st.lists(inside, min_size=2, max_size=2, unique=True))
    taken = [box_at(draw(inside), draw(sizes), draw(sizes)) for _ in range(draw(st.integers(0, 1)))]
    start, end = draw(st.sampled_from([*pairwise(outline), *pairwise(lines)]))
    aside = 1j * (end - start) / abs(end - start) * draw(st.floats(2, 60)) * draw(st.sampled_from((1, -1)))
    return outline, lines, taken, start + (end - start) * draw(st.floats(0.1, 0.9)) + aside


@given(rooms(), st.floats(1, 60), st.floats(1, 60))
@example((ring(150, 150), [-100 - 20j, 100 + 20j], [], 30j), 10.0, 40.0)
@example((ring(150, 150), [-20 - 100j, 20 + 100j], [], 30 + 0j), 40.0, 10.0)
@settings(max_examples=40)
def test_a_box_is_free_that_lies_inside_and_keeps_clear(
    case: tuple[list[complex], list[complex], list[Box], complex], wide: float, high: float
) -> None:
    outline, lines, taken, at = case
    room = Clearing(outline, [lines], 2.0)
    for each in taken:
        room.take(each)
    own = _grown(box_at(at, wide, high), 2.0)
    ink = [shapely.LineString(pair) for chain in (outline, lines) for pair in pairwise(_shape(chain))]
    near = [own.distance(each) for each in ink] + [shapely.box(*each).distance(own) for each in taken]
    assume(not any(0 < each < UNSURE for each in near))
    free = min(near) > 0 and shapely.Polygon(_shape(outline)).covers(own)
    assert room.is_free(at, wide, high) == free
    found = room.spot(wide, high, at)
    assert found == at if free else found is None or room.is_free(found, wide, high)


@given(sizes, sizes, st.lists(st.floats(-0.95, 0.95), min_size=1, max_size=6), st.booleans())
@settings(max_examples=40)
def test_the_widest_room_between_lines_is_found(wide: float, high: float, shares: list[float], turned: bool) -> None:
    """Whatever lines part an area from side to side: the box as high as their widest gap has room in it."""
    heights = sorted(share * high for share in shares)
    gap = max(b - a for a, b in pairwise([-high, *heights, high]))
    least = max(gap - 0.1, gap / 2)
    lines = [[complex(-wide, each), complex(wide, each)] for each in heights]
    outline = ring(wide, high)
    size = (wide / 2, least)
    if turned:
        lines, outline, size = [[each * 1j for each in line] for line in lines], ring(high, wide), size[::-1]
    room = Clearing(outline, lines, 0.01)
    assert room.lane[not turned] == pytest.approx(gap, abs=0.01)
    assert room.spot(*size, 0j) is not None
