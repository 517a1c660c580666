"""What is needed stands before all else: every cloth with its amount, of every size."""

from __future__ import annotations

import pytest

from bagpattern.drawing.guide.guide import guide
from bagpattern.drawing.guide.needed import needed
from bagpattern.drawing.guide.settings import settings_told
from bagpattern.drawing.model import Text
from bagpattern.drawing.sizes.nest import Nest, alone, nest
from bagpattern.layout.plans import lays
from bagpattern.pipeline import make


def told(of: Nest) -> str:
    """All that is said, in one line."""
    return " ".join(item.content for block in needed(of) for item in block.make(1000.0).items if isinstance(item, Text))


def test_every_cloth_is_told_with_how_much_and_how_it_is_sewn() -> None:
    said = told(alone(make("tote", {"materials.interfacing": "fusible-medium"})))
    assert "shell: Cotton canvas, 8-10 oz; " in said
    assert "Fusible medium interfacing; " in said
    assert "cm, 150 cm wide" in said
    assert "Shell: needle 100/16 jeans, thread Tex 40 polyester, stitch 3 mm" in said


def test_the_gap_to_turn_through_is_told() -> None:
    assert "Turned through a gap of 120 mm." in told(alone(make("mini-backpack")))


def test_several_sizes_tell_their_amounts_in_their_order() -> None:
    sizes = [make("tote"), make("tote", {"preset": "large", "name": "Large", "dimensions.height": "48 cm"})]
    small, large = (next(each for each in lays(size) if each.cloth.material == "lining").length for size in sizes)
    assert large > small + 100.0
    lining = told(nest(sizes)).partition("lining: ")[2].partition(" wide")[0]
    first, _, second = lining.partition("; ")[2].partition(" / ")
    assert float(first.split()[0]) < float(second.split()[0])


def test_it_is_the_first_section() -> None:
    texts = [
        item.content
        for block in guide(alone(make("tote")))
        for item in block.make(1000.0).items
        if isinstance(item, Text)
    ]
    heads = [each for each in texts if each in ("What you need", "What the lines mean", "Cut", "Make")]
    assert heads == ["What you need", "What the lines mean", "Cut", "Make"]


@pytest.mark.parametrize("units", ["mm", "in"])
def test_it_speaks_the_makers_units(units: str) -> None:
    assert ("yd" in told(alone(make("tote", {"units": units})))) is (units == "in")


def test_widths_of_straps_are_told_as_their_hardware_is_sold() -> None:
    """20 mm are 13/16 in on a ruler, and 3/4 in in every shop."""
    (line,) = (each for each in settings_told(alone(make("crossbody", {"units": "in"}))) if "crossbody: " in each)
    assert "width 3/4 in" in line
