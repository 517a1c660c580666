"""Boxes on sheets: each once, none over another or over the edge, and those that no sheet takes are told."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from bagpattern.layout.paper.sheet import GAP, Arrangement, Size, arrange, fill

HAIR = 1e-6
boxes = st.lists(st.builds(Size, st.floats(5, 300), st.floats(5, 300)), min_size=1, max_size=7)


def apart(sizes: list[Size], arranged: Arrangement, gap: float) -> bool:
    """Whether all lie within the arrangement, and no two are nearer than the gap."""
    found = list(zip(arranged.places, sizes, strict=True))
    ends = [(at.real, at.imag, at.real + size.width, at.imag + size.height) for at, size in found]
    inside = all(
        -HAIR <= left <= right <= arranged.width + HAIR and -HAIR <= low <= top <= arranged.height + HAIR
        for left, low, right, top in ends
    )
    return inside and all(
        max(b[0] - a[2], a[0] - b[2], b[1] - a[3], a[1] - b[3]) >= gap - HAIR for a, b in combinations(ends, 2)
    )


@given(boxes, st.one_of(st.none(), st.floats(100, 900)))
@settings(max_examples=25)
def test_one_sheet_takes_all_boxes_as_they_are(sizes: list[Size], width: float | None) -> None:
    arranged = arrange(sizes, width, GAP)
    assert apart(sizes, arranged, GAP)
    assert width is None or arranged.width <= max(width, *(each.width for each in sizes), 0.0) + HAIR


@given(boxes, st.lists(st.floats(150, 400), min_size=1, max_size=3), st.floats(150, 400))
@settings(max_examples=25)
def test_sheets_take_each_box_once(sizes: list[Size], widths: list[float], height: float) -> None:
    sheets, large = fill(sizes, widths, height)
    assert sorted([*large, *(index for sheet in sheets for index in sheet.indices)]) == [*range(len(sizes))]
    for number, sheet in enumerate(sheets):
        assert apart([sizes[index] for index in sheet.indices], sheet.arranged, GAP)
        assert sheet.arranged.width <= widths[min(number, len(widths) - 1)] + HAIR
        assert sheet.arranged.height <= height + HAIR
