"""The catalogue of items: complete, plausible, sourced; and told by ``bagpattern list items``."""

from __future__ import annotations

import pytest

from bagpattern.catalog.items import Item, eases, items
from bagpattern.parameters import slug
from tests.cli.conftest import Run, run

__all__ = ["run"]
_WANTED = """iphone-16 iphone-17-pro iphone-17-pro-cased galaxy-s25 pixel-9 card passport wallet-bifold wallet-long keys
car-key lipstick compact sunglasses-soft sunglasses-hard earbuds power-bank bottle-500 a5 a4 e-reader tablet-8 tablet-11
tablet-13 laptop-13 laptop-14 laptop-16 wipes umbrella notebook"""


def test_what_people_carry_is_there() -> None:
    assert {*_WANTED.split()} <= {*items()}


@pytest.mark.parametrize("item", items().values(), ids=lambda item: item.id)
def test_every_item_is_whole(item: Item) -> None:
    assert slug(item.id) == item.id
    assert 400 > item.length >= item.width >= item.thickness > 0
    assert item.width == item.thickness or not item.round
    assert "[" in item.source
    assert item.title
    assert item.ease == eases()[item.kind]


def test_a_case_adds_its_rule() -> None:
    bare, cased = items()["iphone-16"], items()["iphone-16-cased"]
    grown = (cased.length - bare.length, cased.width - bare.width, cased.thickness - bare.thickness)
    assert grown == pytest.approx((8, 8, 4))
    assert str(cased.title) == "iPhone 16 in a case"


def test_only_phones_have_cases() -> None:
    assert {item.kind for item in items().values() if item.id.endswith("-cased")} == {"phone"}


def test_list_tells_them(run: Run) -> None:
    lines = run("list", "items").stdout.splitlines()[1:]
    assert [line.split()[0] for line in lines] == [*items()]
    assert "size: 235 mm long, 70 mm across" in run("list", "items", "bottle-500").stdout
    assert "size: 85.6 x 53.98 x 0.76 mm" in run("list", "items", "card").stdout
    assert 'did you mean "passport"?' in run("list", "items", "pasport").stderr
