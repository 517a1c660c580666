"""Plans pressed together: convex parts, linear programs, and that a pressed plan is shorter and as sound as before."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bagpattern.geometry.placement import IDENTITY
from bagpattern.layout.blanks import Blank, Spot, polygon
from bagpattern.layout.cloth import Cloth
from bagpattern.layout.convex import convex_parts
from bagpattern.layout.engines import contest
from bagpattern.layout.engines.search import bettered
from bagpattern.layout.engines.watch import Watch
from bagpattern.layout.fold import folded_plan
from bagpattern.layout.judge import faults, length_of
from bagpattern.layout.lay import Lay, first_plan, sound
from bagpattern.layout.linear import solved
from bagpattern.layout.press import pressed
from bagpattern.said import Name
from bagpattern.values import replace
from tests.lay.test_lays import blank, blank_lists, clear_of_each_other, cloths
from tests.lay_benchmark import INSTANCES, read


def shape(*ring: complex, copies: int = 1, name: str = "piece") -> Blank:
    return Blank(name, 1, Name(name.title()), tuple(range(1, copies + 1)), False, IDENTITY, ring)


ELL = shape(0j, 300 + 0j, 300 + 100j, 100 + 100j, 100 + 300j, 300j, name="ell")

# convex parts ---------------------------------------------------------------------------------------------------------


@st.composite
def stars(draw: st.DrawFn) -> shapely.Polygon:
    """Any outline that can be seen from its middle, with as many dents as there may be."""
    radii = np.array(draw(st.lists(st.floats(5.0, 300.0), min_size=3, max_size=24)))
    angles = np.linspace(0.0, 2.0 * np.pi, len(radii), endpoint=False)
    return polygon(radii * np.exp(1j * angles) + 300 + 300j)


@settings(max_examples=100)
@given(stars())
def test_convex_parts_are_the_whole(area: shapely.Polygon) -> None:
    parts = [polygon(part) for part in convex_parts(area)]
    assert sum(part.area for part in parts) == pytest.approx(area.area)
    assert shapely.union_all(parts).symmetric_difference(area).area < 1e-6 * area.area
    assert all(part.convex_hull.area == pytest.approx(part.area) for part in parts)
    assert all(part.exterior.is_ccw for part in parts)
    assert len(parts) <= 2 * dents(area) + 1  # what is promised of the method


def dents(area: shapely.Polygon) -> int:
    """How many corners point inwards."""
    ring = shapely.get_coordinates(shapely.orient_polygons(area))[:-1] @ (1, 1j)
    into, out = ring - np.roll(ring, 1), np.roll(ring, -1) - ring
    return int(((into.conj() * out).imag < 0).sum())


def test_a_convex_outline_is_one_part_whichever_way_it_runs() -> None:
    for ring in ((0j, 100 + 0j, 100 + 100j, 50 + 120j, 100j), (0j, 100j, 50 + 120j, 100 + 100j, 100 + 0j)):
        (part,) = convex_parts(polygon(np.array(ring)))
        assert sorted(part, key=str) == sorted(ring, key=str)
    assert len(convex_parts(polygon(ELL.points))) == 2


# linear programs ------------------------------------------------------------------------------------------------------


def test_a_linear_program(capfd: pytest.CaptureFixture[str]) -> None:
    """The least x + 2y with x + y at least 4, x at most 3; and none with x + y at least 20."""
    cost, least, most = np.array((1.0, 2.0)), np.zeros(2), np.array((3.0, 9.0))
    rows = [np.array([[0, 1]])], [np.array([[1.0, 1.0]])]
    found = solved(cost, least, most, *rows, np.array((4.0,)), 5.0)
    assert found == pytest.approx((3.0, 1.0))
    assert solved(cost, least, most, *rows, np.array((20.0,)), 5.0) is None
    assert capfd.readouterr() == ("", "")  # it greets by itself


# pressing -------------------------------------------------------------------------------------------------------------


def pressed_plan(cut: tuple[Blank, ...], on: Cloth, *spots: Spot) -> tuple[Spot, ...]:
    found = pressed(cut, on, spots, 20.0)
    assert not faults(cut, on, found)
    return found


@pytest.mark.parametrize("gap", [0.0, 3.0])
def test_pieces_come_as_near_as_the_gap(gap: float) -> None:
    cut, on = (blank(100.0, 100.0, 2),), Cloth("shell", Name("Canvas"), 120.0, "one-way", 5.0, gap)
    found = pressed_plan(cut, on, Spot(0, 0.0, 40 + 10j), Spot(0, 0.0, 190 + 8j))
    assert length_of(cut, found) == pytest.approx(200.0 + gap, abs=1e-6)


def test_a_piece_slides_into_a_corner() -> None:
    cut, on = (ELL, blank(100.0, 100.0, name="box")), Cloth("shell", Name("Canvas"), 300.0, "one-way")
    found = pressed_plan(cut, on, Spot(0, 0.0, 0j), Spot(1, 0.0, 290 + 190j))
    assert length_of(cut, found) == pytest.approx(300.0, abs=1e-6)


def test_round_corners_keep_the_gap() -> None:
    """Diamonds meet corner to corner, where the gap is a part of a circle."""
    diamond = shape(100j, 100 + 0j, 200 + 100j, 100 + 200j, copies=2)
    on = Cloth("shell", Name("Canvas"), 405.0, "one-way", gap=8.0)
    found = pressed_plan((diamond,), on, Spot(0, 0.0, 0j), Spot(0, 0.0, 150 + 160j))
    areas = [polygon(diamond.points + spot.move) for spot in found]
    assert areas[0].distance(areas[1]) == pytest.approx(8.0, abs=0.05)
    assert length_of((diamond,), found) == pytest.approx(200.0 + (8.0**2 - 5.0**2) ** 0.5, abs=0.1)


def test_no_time_no_step() -> None:
    cut, on = (blank(100.0, 100.0, 2),), Cloth("shell", Name("Canvas"), 120.0, "one-way")
    spots = (Spot(0, 0.0, 0j), Spot(0, 0.0, 150 + 0j))
    assert pressed(cut, on, spots, 0.0) == spots


def spread(plan: Lay, by: float) -> tuple[Spot, ...]:
    return tuple(spot._replace(move=spot.move + by * spot.move.real) for spot in plan.spots)


@st.composite
def star_lists(draw: st.DrawFn) -> list[Blank]:
    areas = draw(st.lists(stars(), min_size=1, max_size=5))
    rings = [shapely.get_coordinates(area)[:-1] @ (1, 1j) for area in areas]
    return [shape(*(ring - complex(ring.real.min(), ring.imag.min())).tolist(), copies=2) for ring in rings]


@settings(max_examples=60)
@given(st.one_of(blank_lists, star_lists()), cloths, st.floats(0.0, 0.4))
def test_a_loose_plan_becomes_a_sound_and_shorter_one(cut: list[Blank], on: Cloth, loose: float) -> None:
    assume(cut)
    first = first_plan(tuple(cut), on)
    spots = spread(first, loose)
    found = sound(first, pressed(cut, on, spots, 20.0), "any")
    assert found
    assert found.length <= length_of(cut, spots) + 1e-6
    assert found.length >= first.bound - 0.05
    assert clear_of_each_other(found)
    assert [spot[:2] for spot in found.spots] == [spot[:2] for spot in spots]
    assert pressed(cut, on, spots, 20.0) == pressed(cut, on, spots, 20.0)


@pytest.mark.parametrize("file", sorted(INSTANCES.glob("*.json")), ids=lambda file: file.stem)
def test_published_pieces(file: Path) -> None:
    cut, on = read(file)
    first = first_plan(cut, on)
    found = sound(first, pressed(cut, on, spread(first, 0.1), 20.0), "any")
    assert found
    assert found.length < first.length * 1.05


# in the search --------------------------------------------------------------------------------------------------------


def loosened(cut: tuple[Blank, ...], on: Cloth, share: float) -> Lay:
    """The first plan, spread along the cloth."""
    first = first_plan(cut, on)
    spots = spread(first, share)
    return replace(first, spots=spots, length=length_of(cut, spots))


def test_a_search_first_presses_what_is_near_its_bound() -> None:
    heard: list[float] = []
    loose = loosened((blank(100.0, 495.0, 3),), Cloth("shell", Name("Canvas"), 500.0, "two-way"), 0.02)
    plan = bettered(loose, 0.5, Watch(heard.append))
    assert plan.length == pytest.approx(300.0, abs=0.1)
    assert plan.engine == "rectpack and HiGHS"
    assert heard[0] == pytest.approx(300.0, abs=0.1)
    assert heard[-1] == plan.length


def test_a_search_that_finds_nothing_presses_what_it_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contest, "contest", lambda *given: [])
    cut = (blank(100.0, 400.0, 2), blank(90.0, 450.0))
    plan = bettered(loosened(cut, Cloth("shell", Name("Canvas"), 500.0, "two-way", gap=2.0), 0.3), 0.5)
    assert plan.length == pytest.approx(294.0, abs=0.1)
    assert plan.engine == "rectpack and HiGHS"


def test_progress_on_folded_cloth_tells_the_whole_length() -> None:
    on = Cloth("shell", Name("Canvas"), 900.0, "two-way", 10.0, 2.0, folded=True)
    first = folded_plan((blank(300.0, 250.0, 4), blank(300.0, 400.0, 1, 0.5), blank(150.0, 500.0, 1, 0.9, "flap")), on)
    heard: list[float] = []
    plan = bettered(first, 0.6, Watch(heard.append))
    assert sum(not each.plan.best_there_is for each in first.sections) > 1
    assert heard
    assert heard[-1] == pytest.approx(plan.length, abs=0.1)
    assert min(heard) > first.bound - 0.1
