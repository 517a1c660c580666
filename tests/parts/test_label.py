"""Labels: patches of cloth and woven ones, flat on a face."""

from __future__ import annotations

from typing import Any

import pytest

import bagpattern
from bagpattern.errors import InputError
from bagpattern.model.operation import Verb


def made(style: str = "mini-backpack", **values: Any) -> bagpattern.Pattern:
    cloths = {"shell": values.pop("shell", "canvas"), "contrast": "faux-leather"}
    label = {"name": "maker", "kind": "label", **values}
    pattern = bagpattern.make({"style": style, "materials": cloths, "fittings": [label]})
    assert pattern.errors == ()
    return pattern


def test_a_patch_is_cut_with_its_turnings_and_one_of_leather_without() -> None:
    """60 x 30 mm finished; canvas has 10 mm all round, faux leather nothing: its stitching lies inside its edge."""
    turned, raw = made()["maker"], made(of="contrast")["maker"]
    assert (turned.cut_width, turned.cut_height) == pytest.approx((80.0, 50.0))
    assert (raw.cut_width, raw.cut_height) == pytest.approx((60.0, 30.0))
    assert raw.panel.material == "contrast"


@pytest.mark.parametrize("across", ["left", "middle", "right"])
def test_it_lies_where_it_is_told(across: str) -> None:
    line = made(panel="back", base="50 mm", across=across)["back"].panel.along("maker")
    left, low, right, high = line.path.bounds
    assert (right - left, high - low) == pytest.approx((60.0, 30.0))
    assert low == pytest.approx(50.0)
    middle = {"left": left < 60, "middle": left + right == pytest.approx(220.0), "right": right > 160}
    assert middle[across]


def test_a_woven_one_is_bought_by_its_size_and_sewn_on_outside() -> None:
    pattern = made(of="woven", width="50 mm", height="15 mm", says="Miller & Daughter")
    (label,) = (each for each in pattern.notions if each.kind == "label")
    assert label.sides == (50.0, 15.0)
    assert "Miller & Daughter" in str(label.note)
    sewn = [each for step in pattern.steps for each in step.step.operations if label.id in each.notions]
    assert [each.do for each in sewn] == [Verb.TOPSTITCH]
    assert any(each.notion == label.id for each in pattern.sewn().surfaces)


def test_what_is_on_it_is_told_before_it_is_sewn_on() -> None:
    operations = [each for step in made(says="Made by hand").steps for each in step.step.operations]
    mine = [each.do for each in operations if "maker" in {sheet.panel for sheet in each.pieces}]
    assert mine[0] is Verb.MARK


def test_it_gives_way_to_pockets_and_is_refused_with_a_place_that_is_free() -> None:
    with pytest.raises(InputError, match=r"fittings\.maker\.base: .* from the base it has room"):
        made(base="250 mm")
    with pytest.raises(InputError, match=r"fittings\.maker\.of: the bag has no contrast"):
        bagpattern.make({"style": "tote", "fittings": [{"name": "maker", "kind": "label", "of": "contrast"}]})
    with pytest.raises(InputError, match=r"fittings\.maker\.width: .* make it .* wide and .* high"):
        made("box-pouch", width="200 mm", height="120 mm")


def test_on_a_panel_that_a_pocket_divides_the_part_it_lies_on_is_named() -> None:
    """A zip at 10 cm parts the front; the label lies above it, and who holds the pieces has no whole front."""
    pockets = [{"name": "front pocket", "kind": "zip-between", "panel": "front", "height": "100 mm"}]
    label = {"name": "maker", "kind": "label", "panel": "front", "base": "150 mm"}
    pattern = bagpattern.make({"style": "mini-backpack", "pockets": pockets, "fittings": [label]})
    assert pattern["front-upper"].panel.along("maker")
    step = next(each.step for each in pattern.steps if "maker" in str(each.step.title))
    title = pattern["front-upper"].panel.title.lower()
    assert step.title.tells(title)
    assert any(each.how.tells(title) for each in step.operations)
