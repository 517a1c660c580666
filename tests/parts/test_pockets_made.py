"""How pockets, compartments and style lines are made: what is done in which order, with what, and with heat or not."""

from __future__ import annotations

from typing import Any

import pytest

import bagpattern
from bagpattern.geometry import areas
from bagpattern.model.operation import Operation, Side, Verb
from bagpattern.model.pattern import Pattern
from bagpattern.model.seam import Stands
from bagpattern.parts.pockets import POCKETS

WARM, COLD = "canvas", "waxed-canvas"


def made(style: str = "mini-backpack", **settings: Any) -> Pattern:
    pattern = bagpattern.make({"style": style, **settings})
    assert pattern.errors == ()
    return pattern


def pocket(kind: str, panel: str = "front", **values: Any) -> dict[str, Any]:
    return {"name": "test", "kind": kind, "panel": panel, **values}


def operations(pattern: Pattern) -> list[Operation]:
    return [each for step in pattern.steps for each in step.step.operations]


def doing(pattern: Pattern, panel: str) -> list[Verb]:
    """What is done with a panel in hand, or to a seam of it, in order."""
    of_it = {seam.id for seam in pattern.seams if any(run.panel == panel for run in (*seam.a, *seam.b))}
    return [
        each.do
        for each in operations(pattern)
        if any(sheet.panel == panel for sheet in each.pieces) or (each.do is Verb.SEW and of_it & set(each.seams))
    ]


def place(pattern: Pattern, do: Verb, what: str) -> int:
    """Where in the order something is done to a seam or with a panel."""
    return next(
        number
        for number, each in enumerate(operations(pattern))
        if each.do is do and (what in each.seams or any(sheet.panel == what for sheet in each.pieces))
    )


def test_a_window_is_sewn_slit_turned_and_its_zip_laid_and_topstitched() -> None:
    pattern = made(pockets=[pocket("zip-window")], materials={"shell": WARM})
    first = doing(pattern, "test-bag")
    assert first[:5] == [Verb.SEW, Verb.SLIT, Verb.FOLD, Verb.PRESS, Verb.TOPSTITCH]
    assert first[5:] == [Verb.SEW] * 3
    laid = next(each for each in operations(pattern) if "test zip" in each.notions and each.do is Verb.LAY)
    assert operations(pattern).index(laid) < place(pattern, Verb.TOPSTITCH, "test-bag")


def test_a_window_that_is_cut_out_is_cut_before_the_zip_lies_behind_it() -> None:
    pattern = made(pockets=[pocket("zip-window", edge="cut", facing=True)], materials={"shell": "leather"})
    order = [place(pattern, Verb.SEW, "test facing"), place(pattern, Verb.SLIT, "test-bag")]
    assert [*order, place(pattern, Verb.SEW, "test window")] == sorted(
        [*order, place(pattern, Verb.SEW, "test window")]
    )


@pytest.mark.parametrize("kind", POCKETS.names())
def test_nothing_is_ironed_that_bears_no_iron(kind: str) -> None:
    cold = made("tote", pockets=[pocket(kind)], materials={"shell": COLD})
    assert not [each for each in operations(cold) if each.heat and _is_cold(cold, each)]


@pytest.mark.parametrize(
    "kind", ["slip", "pleated", "bellows", "darted", "flap", "card-slots", "bottle", "zip-between"]
)
def test_what_bears_an_iron_is_pressed(kind: str) -> None:
    warm = made("tote", pockets=[pocket(kind)], materials={"shell": WARM})
    assert any(each.do is Verb.PRESS and each.heat for each in operations(warm))


def _is_cold(pattern: Pattern, operation: Operation) -> bool:
    slots = {each.id for each in pattern.materials if each.iron == "no"}
    return any(pattern.draft[sheet.panel].material in slots for sheet in operation.pieces)


def test_a_full_pocket_lies_on_the_right_side_of_its_panel_and_is_basted_once() -> None:
    pattern = made(pockets=[pocket("full")])
    held = [each for seam in pattern.seams for each in seam.caught if each.runs[0].panel == "test"]
    assert {each.stands for each in held} == {Stands.ON}
    (laid,) = (each for each in operations(pattern) if each.do is Verb.BASTE and each.pieces[0].panel == "test")
    assert laid.side is Side.RIGHT
    assert {where.panel for where in laid.on} == {"front"}


def test_a_bottle_pocket_has_its_sides_basted_after_its_base_is_sewn() -> None:
    pattern = made("tote", pockets=[pocket("bottle")])
    assert doing(pattern, "test")[-2:] == [Verb.SEW, Verb.BASTE]
    assert [
        each.notions for each in operations(pattern) if each.do is Verb.THREAD and each.pieces[0].panel == "test"
    ] == [("test elastic",)]


@pytest.mark.parametrize("how", ["self-lined", "lined"])
def test_what_has_two_layers_is_laid_on_no_panel_before_it_is_sewn_on(how: str) -> None:
    pattern = made(pockets=[pocket("slip", made_of=how)])
    assert Verb.BASTE not in doing(pattern, "test-lining" if how == "lined" else "test")
    closes = next(each for each in operations(pattern) if each.seams == ("test base gap",))
    assert operations(pattern).index(closes) > place(pattern, Verb.TOPSTITCH, "test")


def test_pockets_go_on_a_divider_before_it_is_closed() -> None:
    dividers = [{"name": "wall", "kind": "divider"}]
    pockets = [pocket("slip", "wall", width="8 cm", height="6 cm", base="13 mm")]
    pattern = made(compartments=dividers, pockets=pockets)
    assert place(pattern, Verb.SEW, "test to wall") < place(pattern, Verb.SEW, "wall top")
    assert (
        place(pattern, Verb.SEW, "wall top")
        < place(pattern, Verb.BASTE, "wall")
        < place(pattern, Verb.SEW, "wall line")
    )


def test_padding_is_laid_once_and_before_the_sleeve_is_bound() -> None:
    pattern = made(compartments=[{"name": "sleeve", "kind": "sleeve"}])
    laid = [each for each in operations(pattern) if any(sheet.panel == "sleeve-padding" for sheet in each.pieces)]
    assert [each.do for each in laid].count(Verb.BASTE) + [each.do for each in laid].count(Verb.FUSE) == 1
    assert place(pattern, laid[0].do, "sleeve-padding") < place(pattern, Verb.BIND, "sleeve")


def test_the_steps_of_two_compartments_name_the_right_band() -> None:
    pattern = bagpattern.make("mini-backpack-double")
    titles = {seam: str(each.step.title) for each in pattern.steps for seam in each.step.seams}
    assert titles["front to base band"] == "Sew the second band to the front"
    assert titles["back to base band"] != titles["front to base band"]


def test_allowances_are_bound_before_they_are_pressed_and_topstitched() -> None:
    line = {"name": "low", "kind": "across", "panel": "front", "left": "8 cm", "right": "8 cm"}
    settings = {"style_lines": [line], "lining": {"kind": "none"}, "materials": {"shell": WARM}}
    pattern = bagpattern.make({"style": "tote", **settings})
    names = [place(pattern, do, "front low line") for do in (Verb.SEW, Verb.BIND, Verb.PRESS, Verb.TOPSTITCH)]
    assert names == sorted(names)


def test_a_panel_that_is_divided_later_is_in_hand_in_both_its_parts() -> None:
    first = {"name": "low", "kind": "across", "panel": "front", "left": "8 cm", "right": "8 cm"}
    pattern = made(style_lines=[first], pockets=[pocket("zip-between", "front-low-upper", height="8 cm")])
    there = {panel.id for panel in pattern.draft.panels}
    assert {sheet.panel for each in operations(pattern) for sheet in each.pieces} <= there


def test_what_comes_first_in_a_task_is_not_put_behind_its_clips() -> None:
    bellows = {"name": "test", "kind": "bellows", "zip": "#3"}
    pattern = made(compartments=[bellows])
    assert place(pattern, Verb.SEW, "test zip") < place(pattern, Verb.CLIP, "test to gusset")


@pytest.mark.parametrize("style", ["flat-pouch", "box-pouch"])
def test_a_pocket_behind_the_whole_panel_leaves_the_zip_of_the_bag_what_it_is(style: str) -> None:
    """Its backing is held along the top zip, which has the lining behind it as well, and opens the bag."""
    pattern = made(style, pockets=[pocket("zip-between")])
    turned = [each.do for each in operations(pattern)].index(Verb.TURN)
    assert place(pattern, Verb.SEW, "main zip") < turned


@pytest.mark.parametrize("style", ["mini-backpack", "tote", "box-pouch"])
def test_a_sleeve_that_is_turned_lies_on_its_lining_on_purpose(style: str) -> None:
    pattern = made(style, compartments=[{"name": "sleeve", "kind": "sleeve", "top": "turned"}])
    laid = next(each for each in operations(pattern) if each.do is Verb.BASTE and each.pieces[0].panel == "sleeve")
    assert laid.side is Side.RIGHT


@pytest.mark.parametrize("units", ["mm", "in"])
def test_a_padded_sleeve_lies_where_its_layers_have_room_too(units: str) -> None:
    """A phone stands or lies; which of both has room is seen with the layers round it."""
    sleeve = {"kind": "phone-sleeve", "name": "phone", "panel": "end-right", "base": "86 mm"}
    pattern = bagpattern.make({"style": "duffle", "units": units, "pockets": [sleeve]})
    assert pattern.errors == ()
    end = pattern.draft["end-right"]
    assert areas.inside(end.stitching_line, end.along("phone").path)


@pytest.mark.parametrize(("shape", "corners"), [("rounded", False), ("straight", True), ("pointed", True)])
def test_the_allowance_of_a_flap_is_notched_in_curves_and_cut_off_at_corners(shape: str, corners: bool) -> None:
    told = made_how(Verb.TRIM, pocket("flap", shape=shape))
    assert ("cut the corners off" in told, "where it curves" in told) == (corners, not corners)


@pytest.mark.parametrize(("kind", "way"), [("zip-window", "bag up behind"), ("hidden", "bag sideways behind")])
def test_the_bag_behind_a_window_is_folded_across_its_zip(kind: str, way: str) -> None:
    assert way in made_how(Verb.SEW, pocket(kind))


def made_how(do: Verb, part: dict[str, Any]) -> str:
    """All that is told of doing so to a bag with that pocket."""
    return " ".join(str(each.how) for each in operations(made(pockets=[part])) if each.do is do)
