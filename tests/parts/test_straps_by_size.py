"""Straps that go by the size of the bag: of cloth below 10 l, padded above, with what was said of them."""

from __future__ import annotations

from typing import Any

import pytest

import bagpattern

SMALL = {"width": "25 cm", "height": "40 cm", "depth": "9.9 cm"}
LARGE = SMALL | {"depth": "10.1 cm"}


def foams(style: str, **settings: Any) -> list[str]:
    """The foam of its straps."""
    pattern = bagpattern.make({"style": style, **settings})
    assert pattern.errors == ()
    return [piece.id for piece in pattern.pieces if piece.id == "shoulder-strap-foam"]


@pytest.mark.parametrize(("sizes", "padded"), [(SMALL, 0), (LARGE, 1)], ids=["9.9 l", "10.1 l"])
def test_straps_of_a_backpack_are_padded_above_ten_litres(sizes: dict[str, str], padded: int) -> None:
    assert len(foams("mini-backpack", dimensions=sizes)) == padded
    assert foams("mini-backpack", dimensions=sizes, straps={"kind": "webbing"}) == []


@pytest.mark.parametrize(
    ("style", "high", "padded"), [("tote", "25 cm", 0), ("tote", "40 cm", 1), ("roll-top", "50 cm", 1)]
)
def test_any_bag_that_is_worn_on_the_back_may_go_by_its_size(style: str, high: str, padded: int) -> None:
    size = {"width": "30 cm", "height": high, "depth": "11 cm"}
    assert len(foams(style, dimensions=size, straps={"kind": "by-size"})) == padded


@pytest.mark.parametrize(("things", "padded"), [(["notebook-pocket"], 0), (["laptop-16", "bottle-500", "notebook"], 1)])
def test_a_backpack_from_contents_goes_by_the_sizes_that_follow(things: list[str], padded: int) -> None:
    assert len(foams("mini-backpack", dimensions="from contents", holds=things)) == padded


def test_what_is_said_of_the_straps_holds_for_either_kind() -> None:
    """38 mm of webbing needs a pad of 48 mm at its lower end."""
    for sizes in (SMALL, LARGE):
        pattern = bagpattern.make({"style": "mini-backpack", "dimensions": sizes, "straps": {"width": "38 mm"}})
        assert pattern.errors == ()
        locks = {notion.width for notion in pattern.notions if notion.id in ("strap slider", "ladder lock")}
        assert locks == {38.0}
