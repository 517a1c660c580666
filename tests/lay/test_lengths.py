"""Webbing, zips and binding from stock lengths."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bagpattern.layout.lengths import END, from_stock


@given(st.lists(st.floats(10.0, 1000.0), min_size=1, max_size=30))
def test_every_cut_comes_out_of_some_length(cuts: list[float]) -> None:
    rolls = from_stock(cuts, 1000.0)
    assert sorted(cut for roll, _ in rolls for cut in roll) == sorted(cuts)
    assert all(roll for roll, _ in rolls)
    for roll, left in rolls:
        assert sum(roll) + END * (len(roll) - 1) <= 1000.0 + 1e-6
        assert 0.0 <= left <= 1000.0 - sum(roll) + 1e-6


def test_fewer_lengths_than_the_longest_first_would_take() -> None:
    """44, 8, 8; 24, 24, 6, 6; 22, 21, 17 are three times 60, of which the longest first makes four."""
    cuts = [10.0 * each - END for each in (44, 24, 24, 22, 21, 17, 8, 8, 6, 6)]
    rolls = from_stock(cuts, 600.0 - END)
    assert len(rolls) == 3
    assert sorted(cut for roll, _ in rolls for cut in roll) == sorted(cuts)
    assert rolls == from_stock(cuts, 600.0 - END)


def fewest(cuts: tuple[float, ...], stock: float) -> int:
    """By trying everything."""
    best = len(cuts)

    def place(number: int, left: list[float]) -> None:
        nonlocal best
        if len(left) >= best:
            return
        if number == len(cuts):
            best = len(left)
            return
        for index in range(len(left)):
            if left[index] >= cuts[number]:
                place(number + 1, [*left[:index], left[index] - cuts[number] - END, *left[index + 1 :]])
        place(number + 1, [*left, stock - cuts[number] - END])

    place(0, [])
    return best


@settings(max_examples=60)
@given(st.lists(st.integers(8, 60), min_size=1, max_size=9))
def test_no_fewer_lengths_would_do(tens: list[int]) -> None:
    cuts = tuple(10.0 * each for each in tens)
    assert len(from_stock(cuts, 1000.0)) == fewest(cuts, 1000.0)
