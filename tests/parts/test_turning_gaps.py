"""The gap that a bag is turned through: by its size, and by how it stands up to being crumpled."""

from __future__ import annotations

from typing import Any

import pytest

import bagpattern

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
