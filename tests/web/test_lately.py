"""What a worker keeps of the bags that it has made: never another answer, and nothing twice."""

from __future__ import annotations

from base64 import b64decode
from functools import partial
from typing import Any

import pytest

from bagpattern.errors import InputError
from bagpattern.model.pattern import Pattern
from bagpattern.preset.source import Written
from bagpattern.sewn.bag import SewnBag
from bagpattern.web import drafting, solid
from bagpattern.web.asked import draft_asked
from bagpattern.web.lately import Lately

POUCH = 'extends = "flat-pouch"\n'
RED = f'{POUCH}[[colourways]]\nname = "red"\nshell = "red"\n'


@pytest.fixture
def sewn(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """How well each bag was sewn that had to be sewn, in a worker that has made none yet."""
    found: list[bool] = []
    bag = solid._bag

    def counted(pattern: Pattern, pose: str, fine: bool) -> SewnBag:
        found.append(fine)
        return bag(pattern, pose, fine)

    monkeypatch.setattr(solid, "_bag", counted)
    monkeypatch.setattr(solid, "_SEWN", Lately())
    monkeypatch.setattr(drafting, "_DRAFTS", Lately())
    return found


def answer(toml: str, quality: str = "glimpse", **more: Any) -> Any:
    return drafting.drafted(Written(toml), {"n": 1, "want": ["sewn"], "quality": quality, **more})


def points(answer: Any) -> int:
    return sum(len(b64decode(each["positions"])) // 12 for each in answer["sewn"]["meshes"])


def test_other_colours_are_not_sewn_again(sewn: list[bool]) -> None:
    plain, red = answer(POUCH), answer(RED)
    assert sewn == [False]
    assert plain["sewn"]["meshes"] is red["sewn"]["meshes"]
    assert (plain["colourways"], red["colourways"][0]["materials"]["shell"]["colour"]) == ([], "#ff0000")
    answer(f'{POUCH}[dimensions]\nwidth = "25 cm"\n')
    assert sewn == [False, False]


def test_what_is_kept_is_what_would_be_made(sewn: list[bool], monkeypatch: pytest.MonkeyPatch) -> None:
    answer(RED, units="in")
    kept = answer(POUCH, units="in", language="de")
    monkeypatch.setattr(solid, "_SEWN", Lately())
    monkeypatch.setattr(drafting, "_DRAFTS", Lately())
    assert answer(POUCH, units="in", language="de") == kept
    assert len(sewn) == 2


def test_a_glimpse_is_the_same_bag_of_fewer_points(sewn: list[bool]) -> None:
    glimpse, full = answer(POUCH), answer(POUCH, "full")
    assert sewn == [False, True]
    assert [each["name"] for each in glimpse["sewn"]["meshes"]] == [each["name"] for each in full["sewn"]["meshes"]]
    assert points(glimpse) < 0.7 * points(full)
    assert glimpse["finished"] == full["finished"]
    assert {*full} - {*glimpse} == {"shopping"}
    assert {*full["figures"]} - {*glimpse["figures"]} == {"mass", "cloth"}


def test_only_a_few_are_kept() -> None:
    made: list[int] = []
    lately = Lately[int](2)

    def make(key: int) -> int:
        made.append(key)
        return key

    for key in (1, 2, 1, 3, 1, 2):
        assert lately(key, partial(make, key)) == key
    assert made == [1, 2, 3, 2]


def test_there_are_two_qualities() -> None:
    with pytest.raises(InputError, match="quality: is one of these: glimpse, full"):
        draft_asked({"toml": "", "quality": "best"})
