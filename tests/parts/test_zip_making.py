"""How zips are made ready and sewn in, and what follows from it for channels."""

from __future__ import annotations

from typing import Any

import pytest

import bagpattern
from bagpattern.model.marks import LineKind
from bagpattern.model.operation import Operation, Verb


def operations(pattern: bagpattern.Pattern) -> list[Operation]:
    return [each for step in pattern.steps for each in step.step.operations]


def at(made: list[Operation], do: Verb, panel: str = "", seam: str = "", notion: str = "") -> int:
    """The place of the first operation of that kind, in the order of making."""
    return next(
        number
        for number, each in enumerate(made)
        if each.do is do
        and (not panel or panel in {sheet.panel for sheet in each.pieces})
        and (not seam or seam in each.seams)
        and (not notion or notion in each.notions)
    )


def test_sliders_then_tabs_then_the_tape() -> None:
    made = operations(bagpattern.make("mini-backpack"))
    order = (
        at(made, Verb.INSERT, notion="main zip slider"),
        at(made, Verb.FOLD, panel="zip-tab"),
        at(made, Verb.BASTE, panel="zip-tab"),
        at(made, Verb.SEW, seam="main zip"),
        at(made, Verb.SEW, seam="band right end"),
    )
    assert list(order) == sorted(order)
    assert sum(each.do is Verb.BASTE and "zip-tab" in {s.panel for s in each.pieces} for each in made) == 1


@pytest.mark.parametrize("bag", [{"style": "mini-backpack"}, {"style": "flat-pouch", "closure": {"ends": "tabs"}}])
def test_a_tab_s_fold_lies_10_mm_over_the_end_of_the_tape(bag: dict[str, Any]) -> None:
    """Its cut ends lie in the seam across the end; drawn on it is the line at which the tape ends."""
    pattern = bagpattern.make(bag)
    tab, zipper = pattern["zip-tab"].panel, next(each for each in pattern.notions if each.id == "main zip")
    fold = next(line for line in tab.lines if line.kind is LineKind.FOLD).path.start.imag
    assert fold - tab.along("tape end").path.start.imag == pytest.approx(10)
    whole = pattern.draft.side_length(pattern.draft.seam("main zip").a)
    assert zipper.length == pytest.approx(whole - 2 * (fold - 10))


@pytest.mark.parametrize(("preset", "heat"), [("mini-backpack", False), ("pencil-case", True)])
def test_a_tab_is_pressed_where_its_cloth_bears_an_iron(preset: str, heat: bool) -> None:
    made = operations(bagpattern.make(preset))
    assert made[at(made, Verb.FOLD, panel="zip-tab")].heat is heat


@pytest.mark.parametrize(
    ("width", "opens", "bought"), [("22 cm", 200, 200), ("21.6 cm", 200, 200), ("25 cm", 220, 220)]
)
def test_a_zip_whose_length_is_open_needs_no_shortening(width: str, opens: float, bought: float) -> None:
    """Stops lie 8 mm and more inside the seams; up to 15 mm are given up for a length that is sold."""
    pattern = bagpattern.make({"style": "flat-pouch", "dimensions": {"width": width}})
    zipper = next(each for each in pattern.notions if each.id == "main zip")
    assert (zipper.opening, zipper.buy) == (opens, bought)


@pytest.mark.parametrize(("preset", "count"), [("crossbody", 1), ("mini-backpack", 2)])
def test_a_short_zip_has_one_slider(preset: str, count: int) -> None:
    assert [each.count for each in bagpattern.make(preset).notions if each.zip == "main zip"] == [count]


@pytest.mark.parametrize("strip", [{"style": "tote", "closure": {"kind": "drawstring", "through": "strip"}}])
def test_an_unlined_bag_with_a_channel_strip_is_turned_when_that_is_sewn(strip: dict[str, Any]) -> None:
    pattern = bagpattern.make({**strip, "lining": {"kind": "none"}})
    assert not [each for each in pattern.errors if each.code == "BP308"]
    made = operations(pattern)
    assert at(made, Verb.SEW, seam="channel to rim") < at(made, Verb.TURN)


def test_what_is_done_on_a_panel_follows_it_when_it_is_divided() -> None:
    """The lock's other half is set on the part of the front on which its mark is."""
    line = {"name": "beam", "kind": "across", "panel": "front", "left": "60 mm", "right": "60 mm"}
    pattern = bagpattern.make({"style": "messenger", "style_lines": [line]})
    known = {panel.id for panel in pattern.draft.panels}
    named = {where.panel for each in operations(pattern) for where in each.on}
    assert "front" not in known
    assert named <= known
