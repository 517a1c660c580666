"""What can be moved is moved by what is said of it: the value, from where it lies, as far as it then lies off."""

from __future__ import annotations

from typing import Any

import pytest

from bagpattern.errors import InputError
from bagpattern.preset.edit import edited
from bagpattern.preset.source import Written
from bagpattern.web.drafting import drafted

FARTHER = 4.0
SEEN = {
    "mini-backpack": {"pockets.back-pocket": "drop", "pockets.bottle-pocket": "base", "pockets.slip-pocket": "base"},
    "sling": {"pockets.front-pocket": "drop", "pockets.phone-pocket": "base"},
    "mini-backpack-organiser": {
        "compartments.bellows": "base",
        "pockets.back-pocket": "drop",
        "pockets.organiser": "base",
        "pockets.card-slots": "base",
    },
}


def moves(source: Written) -> Any:
    return drafted(source, {}).get("moves")


def nearer(source: Written, key: str, at: float) -> Written | None:
    """The text with the value so many mm; None where that is refused."""
    try:
        return Written(edited(source, key, f"{at:.2f} mm"))
    except InputError:
        return None


@pytest.mark.parametrize("preset", SEEN)
def test_a_part_lies_where_its_value_puts_it(preset: str) -> None:
    source = Written(f'extends = "{preset}"\n')
    found = moves(source)
    assert {part: each["key"] for part, each in found.items()} == SEEN[preset]
    for part, each in found.items():
        tried = [nearer(source, f"{part}.{each['key']}", each["at"] + by) for by in (FARTHER, -FARTHER)]
        moved = [told[part]["at"] - each["at"] for text in tried if text and (told := moves(text))]
        assert moved, part
        assert all(abs(abs(by) - FARTHER) < 0.1 for by in moved), (part, moved)


def test_who_takes_hold_of_a_zip_moves_its_pocket() -> None:
    found = moves(Written('extends = "mini-backpack"\n'))
    assert found["pockets.back-pocket"] == {
        "key": "drop",
        "at": 100.0,
        "out": [0.0, -1.0],
        "up": [0.0, 1.0],
        "panel": "back",
        "ids": ["back-pocket-bag", "back-pocket zip"],
    }
    across = found["pockets.bottle-pocket"]  # it lies in a band
    assert across["up"] == across["out"] == [1.0, 0.0]
