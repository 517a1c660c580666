"""The gap that a bag is turned through: by its size, and by how it stands up to being crumpled."""

from __future__ import annotations

from typing import Any

import pytest

import bagpattern
from bagpattern.errors import InputError

SMALL = {"width": "22 cm", "height": "26 cm", "depth": "11 cm"}
LARGE = {"width": "30 cm", "height": "42 cm", "depth": "14 cm"}


def gap(**settings: Any) -> float:
    draft = bagpattern.make({"style": "mini-backpack", **settings}).draft
    (seam,) = (each for each in draft.seams if each.id.endswith("gap"))
    return draft.side_length(seam.a)


@pytest.mark.parametrize(
    ("dimensions", "materials", "wide"),
    [
        (SMALL, {"foam": "none"}, 120.0),
        (SMALL, {"foam": "foam"}, 180.0),
        (SMALL, {"interfacing": "sew-in-heavy"}, 180.0),
        (LARGE, {"foam": "none"}, 180.0),
        (LARGE, {"foam": "foam"}, 200.0),
    ],
)
def test_a_stiff_bag_or_a_large_one_has_a_wider_gap(
    dimensions: dict[str, str], materials: dict[str, str], wide: float
) -> None:
    assert gap(dimensions=dimensions, materials=materials) == pytest.approx(wide)


def test_the_makers_own_gap_stays() -> None:
    assert gap(dimensions=LARGE, lining={"gap": "100 mm"}) == pytest.approx(100.0)


def test_a_small_bag_is_turned_through_its_longest_seam() -> None:
    """A base of 77 mm inside has no room for a gap of 40 and 20 mm of seam on either side of it; a high side has."""
    size = {"width": "80 mm", "height": "200 mm", "depth": "40 mm"}
    pattern = bagpattern.make({"style": "tote", "dimensions": size})
    assert pattern.errors == ()
    (seam,) = (each for each in pattern.draft.seams if each.id.endswith("gap"))
    assert seam.cut_from == "lining-right side"
    assert pattern.draft.side_length(seam.a) >= 40.0
    with pytest.raises(bagpattern.InputError, match="too short for a gap"):
        bagpattern.make({"style": "tote", "dimensions": {**size, "height": "80 mm"}})


def test_five_panels_may_be_small() -> None:
    """96 mm are published; a gap of 93 - 2 x 20 mm is left in the base."""
    size = {"width": "96 mm", "height": "100 mm", "depth": "60 mm"}
    pattern = bagpattern.make(
        {"style": "tote", "build": "five-panel", "dimensions": size, "handles": {"width": "20 mm"}}
    )
    assert pattern.errors == ()
    assert (pattern.finished.width, pattern.finished.depth) == pytest.approx((96.0, 60.0))


@pytest.mark.parametrize("width", ["12 cm", "13 cm"])
def test_beside_the_widest_gap_enough_is_sewn(width: str) -> None:
    """What is proposed instead of too wide a gap leaves 3 cm at either end, and no more."""
    bag = {"style": "mini-backpack", "dimensions": {**SMALL, "width": width}}
    with pytest.raises(InputError) as told:
        bagpattern.make({**bag, "lining": {"gap": "200 mm"}})
    (mend,) = told.value.problems[0].mends
    draft = bagpattern.make({**bag, "lining": {"gap": mend.value}}).draft
    (gap,) = (each.id for each in draft.seams if each.id.endswith("gap"))
    beside = [each for each in draft.seams if each.id.startswith(gap.removesuffix("gap")) and each.id != gap]
    assert [draft.side_length(each.a) for each in beside] == pytest.approx([30.0, 30.0], abs=0.6)
