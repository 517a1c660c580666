"""How straps are worn: the ways that each bag can be carried, and how long its straps are then."""

from __future__ import annotations

import pytest

from bagpattern.model.pattern import Pattern
from bagpattern.model.strap import Strap, Way
from bagpattern.pipeline import make
from bagpattern.preset.shipped import preset_names


def straps(pattern: Pattern) -> dict[str, Strap]:
    every = {each.id: each.strap for each in pattern.draft.panels}
    every |= {each.id: each.strap for each in pattern.draft.notions}
    return {key: strap for key, strap in every.items() if strap is not None and strap.worn}


@pytest.mark.parametrize(
    ("preset", "ways"),
    [
        ("mini-backpack", "backpack crossbody hand"),
        ("convertible-backpack", "backpack crossbody shoulder hand"),
        ("tote", "shoulder hand"),
        ("handbag", "hand"),
        ("basket-bag-roll", "hand"),  # its collar stands between
        ("handbag-day", "shoulder hand"),
        ("gym-bag", "crossbody hand"),
        ("fanny-pack", "hip"),
        ("sling", "chest"),
        ("drawstring-backpack", "backpack"),
        ("clutch-boxed", "hand"),
        ("pencil-case", ""),
    ],
)
def test_ways_to_carry_a_bag(preset: str, ways: str) -> None:
    assert " ".join(make(preset).ways) == ways


@pytest.mark.parametrize("preset", preset_names())
def test_a_strap_can_be_set_as_it_is_worn(preset: str) -> None:
    for key, strap in straps(make(preset)).items():
        for worn in strap.worn:
            assert worn.length >= (strap.least or 0.0), key
            assert strap.most is None or worn.length <= strap.most, key


def test_what_is_worn_is_as_published() -> None:
    """Across the body 110 to 150 cm, from a shoulder 24 to 28 in [construction 5.1, 5.10]."""
    carried = straps(make("convertible-backpack"))["convertible-strap"]
    across, aside = carried.length_for(Way.CROSSBODY), carried.length_for(Way.SHOULDER)
    assert across is not None
    assert 1100 <= across <= 1500
    assert aside == carried.least  # it cannot be taken in to 71 cm
    assert carried.length_for(Way.HIP) is None


def test_a_taller_wearer_wears_it_longer() -> None:
    low, high = (make("crossbody", {"wearer.height": height}) for height in ("155 cm", "190 cm"))
    shorter, longer = (straps(each)["crossbody-strap"].length_for(Way.CROSSBODY) for each in (low, high))
    assert shorter is not None
    assert longer is not None
    assert longer - shorter > 200


def test_who_carries_it() -> None:
    assert make("sling").wearer == (1750.0, False)
    usual = make("tote").wearer
    assert usual is not None
    assert usual.usual
    assert 1600 < usual.height < 1750
