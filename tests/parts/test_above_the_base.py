"""What is put on a face whose corners are boxed lies above the part of it that is folded under the bag."""

from __future__ import annotations

from typing import Any

import pytest

import bagpattern
from bagpattern.errors import InputError
from bagpattern.geometry import areas

UNDER = 60.0
"""mm of each face that lie under a bag 12 cm deep."""
SIZE = {"width": "34 cm", "height": "36 cm", "depth": "12 cm"}


def spans(pattern: bagpattern.Pattern) -> list[tuple[float, float]]:
    """From where to where up the front, in mm, something is sewn on to it that is called test."""
    lines = (line for line in pattern["front"].panel.lines if line.name.startswith("test"))
    return [(low, high) for _, low, _, high in (areas.bounds([line.path]) for line in lines)]


def made(style: str, kind: str, to: str = "pockets", size: dict[str, str] | None = None, **values: Any) -> Any:
    part = {"name": "test", "kind": kind, "panel": "front", **values}
    return bagpattern.make({"style": style, "dimensions": size or SIZE, to: [part]})


@pytest.mark.parametrize(
    "kind", ["patch", "slip", "bellows", "cargo", "pleated", "darted", "flap", "card-slots", "hidden", "mesh"]
)
def test_a_pocket_that_is_left_to_the_rules_lies_on_the_wall(kind: str) -> None:
    found = spans(made("tote", kind))
    assert min(low for low, _ in found) >= UNDER


def test_a_compartment_does_so_too() -> None:
    assert min(low for low, _ in spans(made("tote", "bellows", "compartments"))) == pytest.approx(UNDER + 30)


def test_a_base_that_is_given_is_measured_from_the_edge_of_the_bag() -> None:
    (found,) = spans(made("tote", "patch", base="15 mm", height="20 cm"))
    assert found == pytest.approx((UNDER + 15, UNDER + 215))


def test_it_ends_below_a_top_that_is_cut_in_one_with_the_face() -> None:
    """Of a box 12 cm deep and 10 cm high the front is 22 cm: 6 of base, 10 of wall, 6 of top."""
    box = {"width": "26 cm", "height": "10 cm", "depth": "12 cm"}
    (found,) = spans(made("box-pouch", "slip", size=box))
    assert found[0] >= UNDER + 13
    assert found[1] <= UNDER + 100 - 13
    with pytest.raises(InputError, match=r"test.height: the pocket .* is larger than .*: make it at most 74 mm"):
        made("box-pouch", "slip", size=box, height="8 cm")
    made("box-pouch", "slip", size=box, height="74 mm")
