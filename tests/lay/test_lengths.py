"""Webbing, zips and binding from stock lengths."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bagpattern.layout.lengths import END, from_stock


@given(st.lists(st.floats(10.0, 1000.0), min_size=1, max_size=30))
def test_every_cut_comes_out_of_some_length(cuts: list[float]) -> None:
    rolls = from_stock(cuts, 1000.0)
    assert sorted(cut for roll, _ in rolls for cut in roll) == sorted(cuts)
    for roll, left in rolls:
        assert sum(roll) + END * (len(roll) - 1) <= 1000.0 + 1e-6
        assert 0.0 <= left <= 1000.0 - sum(roll) + 1e-6
