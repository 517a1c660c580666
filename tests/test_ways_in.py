"""Things go in whichever way they can: six ways into a bag with a depth, and round ones by their diameter."""

from __future__ import annotations

import itertools
import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bagpattern.catalog.items import Item
from bagpattern.contents_fit import Place, fit
from bagpattern.geometry.shapes import rectangle_path
from bagpattern.model.space import Cloth, Space
from bagpattern.parts.holding.arranging import best
from bagpattern.pipeline import make
from bagpattern.said import Words

sides = st.floats(5.0, 400.0)
BOTTLE = {"name": "flask", "length": "20 cm", "width": "7 cm", "thickness": "7 cm", "round": True, "ease": "0 mm"}


def thing(length: float, width: float, thickness: float, *, rod: bool = False) -> Item:
    long, wide, thin = sorted((length, width, thickness), reverse=True)
    return Item("thing", Words("thing"), long, wide, wide if rod else thin, 0.0, round=rod)


@given(sides, sides, sides, st.tuples(sides, sides, sides))
@settings(deadline=None)
def test_any_of_six_ways_counts(width: float, height: float, depth: float, size: tuple[float, float, float]) -> None:
    """A box goes into a box when its sides, in some order, are none longer than those of the other."""
    space = Space("box", Words("box"), Cloth.GUSSET, rectangle_path(width, height, 0j), depth=depth)
    stand = best(space, [thing(*size)])
    assert stand is not None
    room = (width, height, depth)
    goes = any(all(a <= b for a, b in zip(way, room, strict=True)) for way in itertools.permutations(size))
    assert (stand.missing == {}) == goes


def place(bag: dict[str, Any], add: str) -> Place:
    return next(each for each in fit(bag, add=add).proposals if str(each.space) == "the bag itself")


def test_a_laptop_lies_along_a_duffle() -> None:
    """304.1 x 215 x 11.3 in 480 x 260 x 260: lengthwise, its 304.1 along the 477 inside; 477 - 304.1 = 172.9."""
    found = place({"style": "duffle"}, "laptop-13")
    assert found.fits
    assert found.thickness == pytest.approx(172.9)
    assert "lengthwise" in str(found.verdict)
    assert "BP116" not in codes({"style": "duffle", "holds": ["laptop-13"]})


def codes(bag: dict[str, Any]) -> list[str]:
    return [finding.code for finding in make(bag).findings]


def round_bag(style: str, across: float) -> dict[str, Any]:
    """A bag of that diameter inside; its lining lies 1.5 mm inside the shell on either side."""
    dimensions = {"width": f"{across + 3} mm", "height": "260 mm"}
    if style == "duffle":
        dimensions = {"width": "260 mm", "height": f"{across + 3} mm", "depth": f"{across + 3} mm", "shape": "round"}
    return {"style": style, "dimensions": dimensions, "items": [BOTTLE]}


@pytest.mark.parametrize("style", ["bucket", "duffle"])
@pytest.mark.parametrize("across", [97.0, 120.0])
def test_a_round_thing_goes_into_a_round_bag_by_its_diameter(style: str, across: float) -> None:
    """70 in 97 leaves 27, though the square in that circle is only 68.6 wide."""
    bag = round_bag(style, across)
    found = place(bag, "flask")
    assert found.fits
    assert found.width == pytest.approx(across - 70)
    assert "BP116" not in codes({**bag, "holds": ["flask"]})


def test_a_round_thing_larger_than_the_bag_does_not_go_in() -> None:
    bag = {**round_bag("bucket", 97.0), "items": [{**BOTTLE, "width": "98 mm", "thickness": "98 mm"}]}
    assert not place(bag, "flask").fits
    assert "BP116" in codes({**bag, "holds": ["flask"]})


@given(st.floats(20.0, 140.0), st.floats(5.0, 140.0))
@settings(max_examples=60, deadline=None)
def test_a_box_stands_on_a_round_floor_as_far_as_its_corners_reach(width: float, thickness: float) -> None:
    """Its diagonal is no longer than the diameter, 117 mm inside."""
    size = (f"{max(width, thickness)} mm", f"{min(width, thickness)} mm")
    own = {"name": "box", "length": "19 cm", "width": size[0], "thickness": size[1], "ease": "0 mm"}
    diagonal = math.hypot(width, thickness)
    if abs(diagonal - 117.0) > 0.1:
        bag = {**round_bag("bucket", 117.0), "items": [own]}
        assert place(bag, "box").fits == (diagonal < 117.0)
