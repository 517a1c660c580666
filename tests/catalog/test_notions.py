"""The catalogue of notions: sizes that can be, each with its source; and what is bought for a given size."""

from __future__ import annotations

import re

import pytest

from bagpattern.catalog.notions import ZIPS, Stock, Zip, nearest, notions, sold_in_all, stock
from bagpattern.errors import InputError, raise_together
from bagpattern.parts.sewing.strips import check_hardware
from bagpattern.parts.sewing.zips import closed_zip
from bagpattern.pipeline import make
from bagpattern.said import Name


@pytest.mark.parametrize("name", list(notions()))
def test_each_has_a_source_and_sizes_that_can_be(name: str) -> None:
    notion = notions()[name]
    assert "[S" in notion.source or "K]" in notion.source
    if isinstance(notion, Stock):
        assert all(1 <= size <= 300 for size in notion.millimetres)  # a purse frame is widest
    else:
        assert 0 < notion.coil < notion.slider <= notion.gap < notion.tape < 60
        assert notion.beyond_centre > 0
        assert list(notion.closed) == sorted(set(notion.closed))


def test_a_zip_is_not_a_stock_nor_the_other_way_round() -> None:
    with pytest.raises(KeyError):
        stock("#5")
    with pytest.raises(KeyError):
        ZIPS["ring"]


@pytest.mark.parametrize(
    ("opening", "bought", "note"),
    [(180, 180, "18 cm closed; x"), (175, 180, "18 cm closed, shorten to 17.5 cm; x"), (100, 100, "10 cm closed; x")],
)
def test_the_next_closed_zip_is_bought_and_shortened(opening: float, bought: float, note: str) -> None:
    notion = closed_zip("zip", ZIPS["#3"], opening, opening + 40, Name("x"))[0]
    assert (str(notion.title), notion.buy, str(notion.note)) == ("#3 coil zip, closed", bought, note)


@pytest.mark.parametrize(("chain", "opening"), [("#3", 700), ("#8", 200)])
def test_a_zip_that_is_not_sold_closed_comes_by_the_metre(chain: str, opening: float) -> None:
    notion = closed_zip("zip", ZIPS[chain], opening, opening + 40, Name("x"))[0]
    assert str(notion.title).endswith("by the metre")
    assert notion.buy is not None
    assert notion.buy >= opening + 40


def test_a_zip_by_the_metre_comes_without_sliders() -> None:
    rows = {each.id: each for each in make({"style": "mini-backpack"}).notions}
    assert (rows["main zip slider"].count, str(rows["main zip slider"].size)) == (2, "#5")


WIDTHS = [
    (22, "20 mm (3/4 in) or 25 mm (1 in)"),
    (30, "25 mm (1 in) or 32 mm (1 1/4 in)"),
    (55, "50 mm (2 in)"),
    (12, '"15 mm"'),
]


@pytest.mark.parametrize(("width", "near"), WIDTHS)
def test_a_width_that_is_not_sold_gets_the_nearest_two(width: float, near: str) -> None:
    fault = f"Webbing, rings and sliders are not sold {width} mm wide: choose {near}"
    with pytest.raises(InputError, match=f"^width: {re.escape(fault)}$"):
        raise_together(check_hardware(width))


def test_inch_sizes_are_sold() -> None:
    raise_together(check_hardware(25.4))
    assert sold_in_all(("webbing", "ring", "slider"))[19.05] == "3/4 in"


def test_one_kind_alone_is_named_alone() -> None:
    with pytest.raises(
        InputError, match=r"^size: Magnetic snaps are not sold 16 mm across: choose \"14 mm\" or \"18 mm\"$"
    ):
        raise_together(check_hardware(16.0, "size", ("magnetic-snap",)))


def test_nearest_at_the_ends_is_one() -> None:
    assert list(map(str, nearest(1.0, {2.0: "2 mm", 4.0: "4 mm"}))) == ['"2 mm"']
    assert list(map(str, nearest(9.0, {2.0: "2 mm", 4.0: "4 mm"}))) == ['"4 mm"']


@pytest.mark.parametrize(("units", "offered"), [("mm", ["20 mm", "25 mm"]), ("in", ["3/4 in", "1 in"])])
def test_a_size_that_is_sold_is_offered_as_a_preset_writes_it(units: str, offered: list[str]) -> None:
    with pytest.raises(InputError) as caught:
        make({"style": "tote", "handles": {"kind": "webbing", "width": "22 mm"}, "units": units})
    assert [each.value for each in caught.value.problems[0].mends] == offered


def test_chains_are_zips() -> None:
    assert all(isinstance(each, Zip) for each in ZIPS.values())
    assert list(ZIPS) == ["#3", "#5", "#8", "#10"]
