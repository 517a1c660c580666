"""Lay plans: inside the cloth, disjoint, with the grain, every copy once; for random pieces and for every preset."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import shapely
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import bagpattern
from bagpattern.errors import InputError
from bagpattern.geometry.placement import IDENTITY
from bagpattern.language import Teller
from bagpattern.layout.blanks import Blank, Spot, blanks, placed
from bagpattern.layout.cloth import GRAINS, Cloth, Order
from bagpattern.layout.engines.search import bettered
from bagpattern.layout.fold import folded_plan
from bagpattern.layout.judge import faults, outlines
from bagpattern.layout.lay import Lay, better, first_plan
from bagpattern.layout.plans import lays, names, possible_lays
from bagpattern.layout.purchase import to_buy
from bagpattern.layout.strips import strips
from bagpattern.layout.tables import on_tables
from bagpattern.model.pattern import Pattern
from bagpattern.said import Length, Name, Scale
from bagpattern.units import Units

MM, INCHES = Units(), Units("in")
TURNS = tuple(GRAINS)


def blank(along: float, across: float, copies: int = 1, cut: float = 0.0, name: str = "piece") -> Blank:
    """A rectangle, with one corner cut off by a share of its sides."""
    corner = (
        (complex(along, across * (1 - cut)), complex(along * (1 - cut), across)) if cut else (complex(along, across),)
    )
    ring = (0j, complex(along, 0), *corner, 1j * across)
    return Blank(name, 1, Name(name.title()), tuple(range(1, copies + 1)), False, IDENTITY, ring)


sizes = st.floats(20.0, 400.0)
blank_lists = st.lists(st.builds(blank, sizes, sizes, st.integers(1, 4), st.sampled_from((0.0, 0.3, 0.9))), max_size=7)
cloths = st.builds(
    lambda turns, selvedge, gap: Cloth("shell", Name("Canvas"), 900.0, turns, selvedge, gap),
    st.sampled_from(TURNS),
    st.sampled_from((0.0, 10.0)),
    st.sampled_from((0.0, 2.0, 7.5)),
)


def clear_of_each_other(plan: Lay) -> bool:
    """A second opinion: whether all outlines lie on the cloth, none nearer to another than the gap."""
    areas = outlines(plan.blanks, plan.spots)
    low, high = plan.cloth.selvedge - 0.05, plan.cloth.width - plan.cloth.selvedge + 0.05
    inside = all(a.bounds[0] > -0.05 and a.bounds[1] > low and a.bounds[3] < high for a in areas)
    pairs = [(a, b) for index, a in enumerate(areas) for b in areas[:index]]
    near = (a.intersection(b).area > 0.5 or a.distance(b) < plan.cloth.gap - 0.06 for a, b in pairs)
    return inside and not any(near)


@settings(max_examples=60)
@given(blank_lists, cloths)
def test_first_plans_of_random_pieces(cut: list[Blank], on: Cloth) -> None:
    assume(cut)
    plan = first_plan(tuple(cut), on)
    assert not faults(plan.blanks, on, plan.spots)
    assert clear_of_each_other(plan)
    assert plan.length >= plan.bound - 1e-6
    assert sorted(spot.blank for spot in plan.spots) == [i for i, b in enumerate(cut) for _ in b.copies]
    assert all(on.allows(spot.degrees) for spot in plan.spots)
    assert first_plan(tuple(cut), on) == plan


@settings(max_examples=30)
@given(blank_lists, cloths)
def test_folded_plans_of_random_pieces(cut: list[Blank], on: Cloth) -> None:
    assume(cut)
    plan = folded_plan(tuple(cut), on)
    assert not faults(plan.blanks, on, plan.spots)
    below: list[Any] = []
    above: list[Any] = []
    across: list[Any] = []
    for area in outlines(plan.blanks, plan.spots):
        if area.bounds[0] < plan.fold - 1e-6:
            low, high = area.bounds[1] - on.width / 2, area.bounds[3] - on.width / 2
            (across if low < -1e-6 and high > 1e-6 else below if high < 1e-6 else above).append(area)
    assert len(below) == len(above)
    for one, other in ((below, above), (across, across)):
        image = shapely.transform(shapely.union_all(one), lambda p: np.column_stack((p[:, 0], on.width - p[:, 1])))
        assert image.symmetric_difference(shapely.union_all(other)).area < 1.0 * max(len(one), 1)
    assert all(area.bounds[2] <= plan.fold + 1e-6 for area in (*below, *above, *across))


def test_a_symmetric_piece_lies_on_the_fold_beside_a_pair() -> None:
    on = Cloth("shell", Name("Canvas"), 1000.0, "two-way", gap=2.0, folded=True)
    plan = folded_plan((blank(600.0, 500.0), blank(590.0, 200.0, 2)), on)
    assert plan.length == plan.fold == pytest.approx(600.0)
    assert plan.best_there_is
    alone = folded_plan((blank(600.0, 500.0, cut=0.3), blank(590.0, 200.0, 2)), on)
    assert alone.length == pytest.approx(590.0 + 2.0 + 600.0)


@settings(max_examples=40)
@given(blank_lists, cloths, st.booleans(), st.sampled_from((420.0, 700.0)))
def test_plans_on_tables(cut: list[Blank], on: Cloth, folded: bool, table: float) -> None:
    named = tuple(replace(each, piece=str(number), number=number) for number, each in enumerate(cut))
    assume(named)
    on = replace(on, folded=folded, table=table)
    plans = on_tables(named, on)
    for plan in plans:
        assert plan.length <= table + 0.02
        assert not faults(plan.blanks, on, plan.spots)
    laid = sorted((each.piece, each.copy) for plan in plans for each in plan.placed)
    assert laid == sorted((each.piece, copy) for each in named for copy in each.copies)


def test_a_plan_that_the_table_holds_stays_one() -> None:
    on = Cloth("shell", Name("Canvas"), 1000.0, "two-way", table=600.0)
    assert len(on_tables((blank(300.0, 500.0, 4),), on)) == 1
    three = on_tables((blank(300.0, 500.0, 9),), on)
    assert [plan.length for plan in three] == pytest.approx([600.0, 600.0, 300.0])
    assert names(three) == ["shell-1", "shell-2", "shell-3"]
    assert names(three[:1]) == ["shell"]


def test_what_is_longer_than_the_table_is_refused_by_name() -> None:
    with pytest.raises(InputError) as caught:
        lays(bagpattern.make("mini-backpack"), Order(table=1000.0, grains={"shell": "two-way"}))
    (problem,) = caught.value.problems
    assert str(problem).startswith(
        "shell: Crossbody strap: the piece is 1345 mm long, and the table 1000 mm: take one of"
    )


def test_straps_of_woven_cloth_lie_across_it_where_that_takes_less() -> None:
    """A strap of 1345 mm along the canvas takes 1.4 m of it, across it only the longest of the other pieces."""
    bag = bagpattern.make("crossbody")
    (shell, *_), (asked, *_) = lays(bag), lays(bag, Order(grains={"shell": "two-way"}))
    assert (round(shell.length), round(asked.length)) == (444, 1345)
    assert shell.utilisation > 0.4 > 0.15 > asked.utilisation
    turned = {
        each.piece for each in shell.placed if abs(each.placement.direction(bag[each.piece].panel.grain).real) < 0.1
    }
    assert "crossbody-strap" in turned <= {"crossbody-strap", "side-tab", "zip-tab"}
    assert lays(bag, Order({"shell": 1200.0}))[0].length == pytest.approx(1345.0)


@settings(max_examples=8)
@given(blank_lists, cloths)
def test_true_shapes_are_never_worse(cut: list[Blank], on: Cloth) -> None:
    assume(cut)
    first = first_plan(tuple(cut), on)
    plan = bettered(first, 0.1)
    assert plan.length <= first.length
    assert not faults(plan.blanks, on, plan.spots)
    assert clear_of_each_other(plan)


def test_one_row_is_as_short_as_the_bound() -> None:
    on = Cloth("shell", Name("Canvas"), 1000.0, "two-way", 10.0, 2.0)
    plan = first_plan((blank(300.0, 200.0, 4), blank(299.0, 100.0, 1)), on)
    assert plan.length == pytest.approx(300.0)
    assert plan.best_there_is
    assert bettered(plan, 60.0) is plan


@settings(max_examples=40)
@given(blank_lists, st.sampled_from(("one-way", "two-way")), st.sampled_from((0.0, 2.0)))
def test_what_fits_one_row_is_as_short_as_the_bound(cut: list[Blank], grain: str, gap: float) -> None:
    assume(cut)
    across = [each.size().across for each in cut for _ in each.copies]
    plan = first_plan(tuple(cut), Cloth("shell", Name("Canvas"), sum(across) + gap * (len(across) - 1), grain, gap=gap))
    assert plan.length == pytest.approx(max(each.size().along for each in cut))


def test_an_exact_fit_fits() -> None:
    on = Cloth("shell", Name("Canvas"), 1000.0, "one-way")
    assert first_plan((blank(100.0, 250.0, 4),), on).length == pytest.approx(100.0)
    assert first_plan((blank(100.0, 1000.0 / 3, 3),), on).length == pytest.approx(100.0)


@pytest.mark.parametrize(
    ("spots", "says"),
    [
        ((Spot(0, 0.0, 0j),), "1 copies of 2"),
        ((Spot(0, 0.0, 0j), Spot(0, 0.0, 50 + 0j)), "overlap"),
        ((Spot(0, 0.0, 0j), Spot(0, 0.0, 101 + 0j)), "nearer than 2"),
        ((Spot(0, 0.0, 0j), Spot(0, 0.0, 450j)), "outside"),
        ((Spot(0, 0.0, 0j), Spot(0, 90.0, 300 + 0j)), "against the grain"),
    ],
)
def test_the_judge_finds_what_is_wrong(spots: tuple[Spot, ...], says: str) -> None:
    on = Cloth("shell", Name("Canvas"), 500.0, "two-way", gap=2.0)
    cut = (blank(100.0, 100.0, 2),)
    assert any(says in fault for fault in faults(cut, on, spots))
    plan = first_plan(cut, on)
    assert better(plan, spots, "somebody") is plan


@pytest.mark.parametrize("name", bagpattern.preset_names())
def test_presets(name: str) -> None:
    pattern = bagpattern.make(name)
    for order in (Order(), Order(copies=2), Order(folded=True), Order(gap=0.0, selvedge=0.0)):
        for plan in lays(pattern, order):
            assert not faults(plan.blanks, plan.cloth, plan.spots)
            _as_placed(pattern, plan, order.copies)


def _as_placed(pattern: Pattern, plan: Lay, copies: int) -> None:
    """What pattern.json says puts every piece where the plan has it, along the grain; a folded strip also across."""
    wanted = {
        (piece.id, copy)
        for piece in pattern.pieces
        if piece.panel.material == plan.cloth.material
        for copy in range(1, piece.panel.count * copies + 1)
    }
    assert {(each.piece, each.copy) for each in plan.placed} == wanted
    assert len(plan.placed) == len(wanted)
    images = []
    for each in plan.placed:
        panel = pattern[each.piece].panel
        grain = each.placement.direction(panel.grain)
        square = panel.either and abs(grain.real) < 1e-6
        assert len(plan.cloth.turns) > 2 or abs(grain.imag) < 1e-6 or square
        points = [each.placement(p) for p in pattern[each.piece].cutting_path.flat]
        images.append(shapely.Polygon([(p.real, p.imag) for p in points]))
    assert shapely.union_all(images).area == pytest.approx(plan.area, rel=1e-4)
    for mirrored in (False, True):
        laid = sum(each.mirrored is mirrored for each in plan.placed)
        assert laid == sum(len(b.copies) for b in plan.blanks if b.mirrored is mirrored)


def test_copies_are_numbered_through_all_bags() -> None:
    cut = blanks(bagpattern.make("mini-backpack"), "shell", 2)
    band = next(each for each in cut if each.piece == "strap-tab")
    assert band.copies == (1, 2, 3, 4)
    spots = [Spot(cut.index(band), 0.0, complex(i, 0)) for i in range(4)]
    assert [each.copy for each in placed(cut, spots)] == [1, 2, 3, 4]


def test_cloth_that_is_too_narrow_is_refused_by_name() -> None:
    pattern = bagpattern.make("mini-backpack")
    with pytest.raises(InputError) as caught:
        lays(pattern, Order({"shell": 200.0}))
    messages = [str(problem) for problem in caught.value.problems]
    assert any(message.startswith("shell: Back: the piece is 240 mm wide across the grain") for message in messages)
    lying = lays(pattern, Order({"shell": 300.0}, grains={"shell": "square"}))
    assert all(plan.cloth.usable == 280.0 for plan in lying if plan.cloth.material == "shell")
    with pytest.raises(InputError, match="width bottom: nothing of this bag"):
        lays(pattern, Order({"bottom": 200.0}))


def test_lengths_are_rounded_as_shops_cut() -> None:
    assert to_buy(374.2, MM) == 400.0
    assert to_buy(400.0, MM) == 400.0
    assert _asked_for(1345.0, MM) == "1.4 m"
    assert _asked_for(1345.0, INCHES) == "1 1/2 yd"
    assert _asked_for(10.0, INCHES) == "1/8 yd"
    assert _asked_for(914.4, INCHES) == "1 yd"


def _asked_for(length: float, units: Units) -> str:
    return Teller(units)(Length(to_buy(length, units), Scale.CLOTH))


def test_rectangles_of_one_height_share_strips() -> None:
    on = Cloth("shell", Name("Canvas"), 1000.0, "one-way")
    plan = first_plan((blank(70.0, 300.0, 3), blank(70.0, 400.0, 1), blank(90.0, 100.0), blank(50.0, 50.0, 2, 0.5)), on)
    (strip,) = strips(plan)
    assert (strip.height, strip.times) == (70.0, 2)
    assert str(strip.said) == "2 strips of 70 mm across the width, for 3x 1 Piece, 1x 1 Piece"


def test_plain_data() -> None:
    pattern = bagpattern.make("mini-backpack")
    plans = bagpattern.lay(pattern, {"shell": "140 cm", "contrast": 1100.0}, copies=2)
    rows = [each.row for each in plans]
    assert rows == [each.row for each in bagpattern.lay(pattern, {"shell": "140 cm", "contrast": 1100.0}, copies=2)]
    assert [row["width"] for row in rows][:2] == [1400.0, 1100.0]
    assert all(row["bound"] <= row["length"] <= row["buy"] for row in rows)
    json.dumps(rows)


def test_what_no_cloth_on_sale_is_wide_enough_for_is_said() -> None:
    pattern = bagpattern.make("mini-backpack", {"materials.shell": "cork"})
    narrow = tuple(replace(each, widths=(200.0,)) if each.id == "lining" else each for each in pattern.materials)
    plans, problems = possible_lays(replace(pattern, materials=narrow))
    assert "lining" not in [plan.cloth.material for plan in plans]
    assert plans
    assert all(str(problem).startswith("lining: ") for problem in problems)
    assert problems
