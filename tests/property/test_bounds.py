"""The box round paths."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bagpattern.geometry import areas
from bagpattern.geometry.path import line_path
from bagpattern.geometry.points import point

Box = tuple[float, float, float, float]
boxes = st.tuples(st.floats(-300, 0), st.floats(-300, 0), st.floats(1, 300), st.floats(1, 300))


@given(st.lists(boxes, min_size=1, max_size=4))
def test_bounds_are_those_of_all_paths_together(each: list[Box]) -> None:
    lefts, bottoms, rights, tops = zip(*each, strict=True)
    paths = [line_path(point(left, top), point(right, bottom)) for left, bottom, right, top in each]
    assert areas.bounds(paths) == (min(lefts), min(bottoms), max(rights), max(tops))
