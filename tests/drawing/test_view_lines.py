"""Lines of flats: fair where cloth is round, drawn once where two lie on each other."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bagpattern.drawing.views.doubled import alone
from bagpattern.drawing.views.fairing import faired
from bagpattern.drawing.views.loose import gaps, ticks

TURN = np.linspace(0.0, 2 * np.pi, 21)
POLYGON = 50.0 * np.column_stack([np.cos(TURN), np.sin(TURN)])
SQUARE = np.array([(0.0, 0.0), (80.0, 0.0), (80.0, 60.0), (0.0, 60.0), (0.0, 0.0)])


def turns(chain: np.ndarray, closed: bool) -> np.ndarray:
    """Degrees by which a line turns at each of its corners."""
    ways = np.diff(np.vstack([chain, chain[1:2]]) if closed else chain, axis=0)
    angles = np.unwrap(np.arctan2(ways[:, 1], ways[:, 0]))
    return np.abs(np.degrees(np.diff(angles)))


def aside(found: np.ndarray, of: np.ndarray) -> np.ndarray:
    """mm from each of some places to a line."""
    a, b = of[:-1], of[1:]
    along = b - a
    share = ((found[:, None] - a) * along).sum(2) / np.maximum((along**2).sum(1), 1e-12)
    away: np.ndarray = np.linalg.norm(a + np.clip(share, 0.0, 1.0)[:, :, None] * along - found[:, None], axis=2)
    return np.asarray(away.min(axis=1))


@pytest.mark.parametrize("closed", [True, False])
def test_a_line_of_straight_pieces_becomes_round(closed: bool) -> None:
    chain = POLYGON if closed else POLYGON[:15]
    found = faired(chain, 2.0)
    assert turns(chain, closed).max() == pytest.approx(18.0)
    assert turns(found, closed).max() < 6.0
    assert np.abs(np.linalg.norm(found, axis=1) - 50.0).max() < 1.0
    assert np.allclose(found[0], found[-1]) if closed else np.allclose(found[[0, -1]], chain[[0, -1]])


@given(st.floats(10.0, 25.0), st.floats(0.2, 0.4), st.floats(60.0, 500.0))
def test_a_line_does_not_waver(wave: float, high: float, radius: float) -> None:
    run = np.arange(0.0, 100.0, 3.0)
    out = radius + high * np.sin(run / wave * 2 * np.pi)
    chain = np.column_stack([out * np.sin(run / radius), out * np.cos(run / radius)])
    middle = faired(chain, 1.0)[6:-6]
    assert np.ptp(np.linalg.norm(middle, axis=1)) < 0.6 * np.ptp(np.linalg.norm(chain, axis=1)) + 0.1


def test_a_waver_goes_and_a_small_arc_stays() -> None:
    run, turn = np.arange(0.0, 200.0, 0.5), np.linspace(0.0, 2 * np.pi, 400)
    wave = faired(np.column_stack([run, 0.5 * np.sin(run / 25 * 2 * np.pi)]), 9.0)
    arc = faired(15.0 * np.column_stack([np.cos(turn), np.sin(turn)]), 9.0)
    assert np.ptp(wave[20:-20, 1]) < 0.15
    assert np.abs(np.linalg.norm(arc, axis=1) - 15.0).max() < 0.7


@given(st.lists(st.tuples(st.integers(-40, 40), st.integers(-40, 40)), min_size=1, max_size=12), st.booleans())
def test_no_line_is_moved_far(places: list[tuple[int, int]], ring: bool) -> None:
    chain = np.array([*places, places[0]] if ring else places, float)
    found = faired(chain, 0.5)
    assert aside(found, np.vstack([chain, chain[-1:]])).max() <= 0.5 + 1e-9
    assert places[0] == places[-1] or ring or np.allclose(found[[0, -1]], chain[[0, -1]])


@given(st.integers(0, 3), st.booleans())
def test_corners_stay(first: int, mirrored: bool) -> None:
    square = np.vstack([np.roll(SQUARE[:4], first, axis=0), np.roll(SQUARE[:4], first, axis=0)[:1]])
    square = square[::-1] if mirrored else square
    found = faired(square, 1.0)
    assert aside(square, found).max() < 1e-9
    assert aside(found, square).max() < 1e-9


def test_a_short_line_on_a_long_one_is_a_tick() -> None:
    long = np.array([(0.0, 0.0), (100.0, 0.0)])
    on, beside, off = (np.array([(20.0, y), (28.0, y + more)]) for y, more in ((0.4, 0.2), (3.0, 0.0), (0.3, 9.0)))
    other = np.array([(0.0, 0.5), (90.0, 0.5)])
    assert alone([on, long, beside, off, other]).tolist() == [False, True, True, True, True]


def test_short_lines_alone_are_kept() -> None:
    assert alone([np.array([(0.0, 0.0), (8.0, 0.0)])] * 2).all()
    assert alone([]).tolist() == []


def line(*places: tuple[float, float]) -> np.ndarray:
    return np.array([(x, y, 0.0) for x, y in places])


@given(st.floats(2.0, 15.0), st.floats(-15.0, 15.0), st.booleans())
def test_a_line_that_is_broken_goes_on(gap: float, turn: float, backwards: bool) -> None:
    slope = np.tan(np.radians(turn))
    one, other = line((0.0, 0.0), (40.0, 0.0)), line((40.0 + gap, gap * slope), (90.0 + gap, (50.0 + gap) * slope))
    crossing = line((-10.0, -30.0), (-10.0, 30.0))
    found = gaps([crossing, one, other[::-1] if backwards else other], [])
    assert [sorted(each[:, 0]) for each in found] == [[40.0, 40.0 + gap]]
    assert not len(gaps([one, other + np.array((0.0, 12.0, 0.0))], []))  # beside it
    assert not len(gaps([one, other - np.array((0.0, 0.0, 60.0))], []))  # on another wall
    assert not len(gaps([one, other], [line((40.5, -9.0), (40.5, 9.0))]))  # one of them ends on what is there


def test_what_is_short_and_leads_nowhere_is_a_tick() -> None:
    long, other = line((0.0, 0.0), (60.0, 0.0)), line((0.0, 50.0), (60.0, 50.0))
    alone_there, on_it, stub = (
        line((20.0, 20.0), (28.0, 20.0)),
        line((30.0, 0.0), (30.0, 9.0)),
        line((50.0, 0.0), (50.0, 3.0)),
    )
    assert ticks([long, alone_there, on_it, stub, other], []).tolist() == [False, True, False, True, False]
    assert not ticks([alone_there], [line((28.0, 10.0), (28.0, 30.0))]).any()
