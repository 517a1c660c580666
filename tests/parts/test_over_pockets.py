"""What is caught in seams takes all of its panel up to its top: a pocket sewn on there would close it."""

from __future__ import annotations

from typing import Any

import pytest

import bagpattern
from bagpattern.errors import InputError
from bagpattern.geometry import areas

SLIP = {"kind": "slip", "name": "small", "width": "9 cm", "height": "5 cm"}
FULL = {"kind": "full", "name": "wide", "height": "15 cm"}
SLEEVE = {"kind": "sleeve", "name": "sleeve", "height": "15 cm"}
PACK = {"style": "mini-backpack", "dimensions": {"height": "32 cm", "width": "28 cm"}}
"""Its corners are round, and nothing of its faces lies under it."""


def slip(panel: str, **values: Any) -> dict[str, Any]:
    return {**SLIP, "panel": panel, **values}


@pytest.mark.parametrize(
    ("bag", "before", "panel", "of"),
    [
        ({"style": "tool-roll"}, [], "lining-back", "slots"),
        (PACK, [{**FULL, "panel": "front"}], "front", "wide"),
        ({**PACK, "compartments": [SLEEVE]}, [], "lining-back", "sleeve"),
    ],
)
def test_a_pocket_over_one_is_refused_and_told_how_high_it_has_room(
    bag: dict[str, Any], before: list[dict[str, Any]], panel: str, of: str
) -> None:
    with pytest.raises(InputError, match=f"small.base: the pocket lies on the {of} top of the {panel}") as refused:
        bagpattern.make({**bag, "pockets": [*before, slip(panel)]})
    base = str(refused.value).rpartition("base of ")[2]
    pattern = bagpattern.make({**bag, "pockets": [*before, slip(panel, base=base)]})
    assert pattern.errors == ()
    top = areas.bounds([pattern[panel].panel.along(f"{of} top").path])[3]
    assert areas.bounds([pattern[panel].panel.along("small").path])[1] >= top + 8


def test_one_that_is_sewn_on_first_lies_behind_it() -> None:
    pattern = bagpattern.make({**PACK, "pockets": [slip("front"), {**FULL, "panel": "front"}]})
    assert pattern.errors == ()
    sewn = [step for step in pattern.steps if "small" in str(step.step.title) or "wide" in str(step.step.title)]
    assert ["small" in str(step.step.title) for step in sewn][:2] == [True, False]
