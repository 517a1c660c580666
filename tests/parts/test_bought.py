"""What is said of bought things, and what they know of themselves: nothing of it is read off their words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bagpattern.catalog.notions import Stock, notions
from bagpattern.errors import InputError, raise_together
from bagpattern.model.notion import Sold
from bagpattern.parts.sewing.strips import check_hardware
from bagpattern.pipeline import make


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        (("webbing",), "Webbing is not sold"),
        (("hook-and-loop",), "Hook-and-loop tape is not sold"),
        (("ring",), "Rings are not sold"),
        (("webbing", "hook-and-loop"), "Webbing and hook-and-loop tape are not sold"),
    ],
)
def test_one_thing_that_is_not_counted_is_told_as_one(kinds: tuple[str, ...], said: str) -> None:
    with pytest.raises(InputError, match=said):
        raise_together(check_hardware(21.0, kinds=kinds))


def test_what_is_counted_has_a_word_for_one() -> None:
    uncounted = {name for name, each in notions().items() if isinstance(each, Stock) and not each.one}
    assert uncounted == {"webbing", "hook-and-loop", "binding", "chain", "elastic", "fold-over-elastic", "piping"}


@pytest.mark.parametrize(("wide", "sold"), [("20 cm", Sold.CLOSED), ("90 cm", Sold.METRE)])
def test_a_zip_by_the_metre_gets_a_slider_of_its_own(wide: str, sold: Sold) -> None:
    """No ready-made zip is 90 cm long."""
    notions = make({"style": "duffle", "dimensions": {"width": wide}, "closure": {"zip": "#5", "sliders": 1}}).notions
    (chain,) = (each for each in notions if each.kind == "zip")
    assert chain.stock is sold
    assert [each.zip for each in notions if each.kind == "zip-slider"] == ([chain.id] if sold is Sold.METRE else [])


@pytest.mark.parametrize(("buy", "opening", "shortened"), [(250.0, 230.0, True), (250.0, 249.5, False)])
def test_a_zip_that_is_shortened_is_longer_than_its_opening(buy: float, opening: float, shortened: bool) -> None:
    (chain,) = (each for each in make("pencil-case").notions if each.kind == "zip")
    assert replace(chain, buy=buy, opening=opening).shortened is shortened
    assert not replace(chain, buy=buy, opening=opening, stock=Sold.METRE).shortened
