"""Straps led through a ring on the bag, and leather thinned before it is turned: operations of their own."""

from __future__ import annotations

from typing import Any

import pytest

from bagpattern.checks.making_use import UsedNotions
from bagpattern.drawing.steps import figures
from bagpattern.model.operation import Operation, Verb
from bagpattern.model.pattern import Pattern
from bagpattern.pipeline import make
from bagpattern.values import replace
from tests.checks.bags import SHOP

RING = "strap-loop ring"


def operations(pattern: Pattern) -> list[Operation]:
    return [each for numbered in pattern.steps for each in numbered.step.operations]


def backpack(**straps: Any) -> Pattern:
    return make({"style": "mini-backpack", "straps": straps})


@pytest.mark.parametrize("straps", [{}, {"of": "webbing"}, {"joins": 2}])
def test_a_convertible_strap_goes_through_its_top_ring_before_it_is_clipped_on(straps: dict[str, Any]) -> None:
    done = operations(backpack(kind="convertible", **straps))
    (led,) = (
        each for each in done if RING in each.notions and each.do is Verb.THREAD and "loop" not in str(each.pieces)
    )
    assert done[done.index(led) + 1].do is Verb.PUT
    assert done[-1].notions == ("convertible swivel", "strap-tab ring")


def test_it_is_drawn() -> None:
    pattern = backpack(kind="convertible")
    kinds = [each.kind for each in figures(pattern)[pattern.steps[-1].number]]
    assert kinds[-2:] == ["led through", "clipped on"]


def test_a_ring_that_no_step_leads_its_strap_through_is_found() -> None:
    pattern = backpack(kind="convertible")
    last = pattern.steps[-1]
    kept = tuple(each for each in last.step.operations if RING not in each.notions)
    steps = (*pattern.steps[:-1], replace(last, step=replace(last.step, operations=kept)))
    found = [*UsedNotions().find(replace(pattern, steps=steps), SHOP)]
    assert [(each.subject, str(each.message)) for each in found] == [
        (RING, "is to have 'convertible-strap' led through it")
    ]


@pytest.mark.parametrize("kind", ["fabric", "webbing"])
def test_shoulder_straps_go_through_the_rings_at_the_base(kind: str) -> None:
    pattern = backpack(kind=kind)
    assert pattern.notions["strap-tab ring"].leads == "shoulder-strap"
    (led,) = (each for each in operations(pattern) if "strap slider" in each.notions and each.do is Verb.THREAD)
    assert "strap-tab ring" in led.notions


PATCH = {"name": "patch", "kind": "patch", "panel": "front"}


def leather(**more: Any) -> Pattern:
    return make({"style": "crossbody", "materials": {"shell": "leather"}, **more})


def test_what_is_turned_is_skived_before_anything_else_is_done_to_it() -> None:
    pattern = leather(pockets=[PATCH], finishing={"hem": "single", "patches": "turned"})
    mine = [each for each in operations(pattern) if any(sheet.panel == "patch" for sheet in each.pieces)]
    assert [each.do for each in mine[:3]] == [Verb.SKIVE, Verb.SKIVE, Verb.HEM]
    wide = {where.on: each.turns for each in mine[:2] for where in each.on}
    assert wide == {"top": (23.0,), "bottom": (11.0,), "left": (11.0,), "right": (11.0,)}
    number, text = next((each.number, str(each.step.text)) for each in pattern.steps if mine[0] in each.step.operations)
    assert text.startswith("Skive the wrong side of the patch along bottom, right, left: 11 mm wide")
    assert [each.kind for each in figures(pattern)[number]][:2] == ["thinned", "thinned"]


def test_raw_edges_of_leather_are_not_skived() -> None:
    done = operations(leather(pockets=[PATCH], finishing={"hem": "raw", "patches": "raw"}))
    assert Verb.SKIVE not in {each.do for each in done}


def test_a_rim_of_leather_is_skived_while_it_lies_flat() -> None:
    pattern = make({"style": "stuff-sack", "materials": {"shell": "leather"}})
    first = operations(pattern)[0]
    assert (first.do, first.turns) == (Verb.SKIVE, (43.0,))
    assert str(pattern.steps[0].step.title) == "Skive what is turned"
    assert not pattern.errors
