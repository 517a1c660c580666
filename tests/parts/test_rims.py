"""Rims of bags without a lining: hemmed as their cloth needs it, or raw; over a stiffener as deep as that is wide."""

from __future__ import annotations

from typing import Any

import pytest

import bagpattern
from bagpattern.errors import InputError
from bagpattern.model.edge import Finish
from bagpattern.model.operation import Operation, Verb


def rolled(shell: str, **values: Any) -> bagpattern.Pattern:
    cloths = {"shell": shell, "interfacing": "none"}
    bag = {"style": "roll-top", "lining": {"kind": "none"}, "materials": cloths, "crossbody": {"kind": "none"}}
    pattern = bagpattern.make({**bag, **values})
    assert pattern.errors == ()
    return pattern


def made(pattern: bagpattern.Pattern, verb: Verb) -> list[Operation]:
    return [each for step in pattern.steps for each in step.step.operations if each.do is verb]


@pytest.mark.parametrize(("shell", "times"), [("nylon-500d", "by 10 mm, then by 25 mm"), ("vinyl", "once, by 35 mm")])
def test_the_hem_of_a_rolled_rim_is_as_deep_as_its_stiffener_is_wide(shell: str, times: str) -> None:
    """Webbing of 25 mm, and 10 mm beyond it, which cloth that frays has turned in first."""
    pattern = rolled(shell)
    top = pattern["back"].panel.edge("top")
    assert (top.finish, top.allowance) == (Finish.HEM, 35.0)
    assert times in str(made(pattern, Verb.HEM)[0].how)


def test_a_hem_in_which_the_stiffener_does_not_lie_is_refused_with_what_it_needs() -> None:
    with pytest.raises(InputError, match=r"closure\.stiffener: webbing 25 mm wide .* make it at least 30 mm"):
        rolled("nylon-500d", finishing={"hem_allowance": "20 mm"})
    assert rolled("nylon-500d", finishing={"hem_allowance": "30 mm"})
    assert rolled("nylon-500d", finishing={"hem_allowance": "20 mm"}, closure={"kind": "roll-top", "stiffener": False})


def test_a_raw_rim_is_topstitched_when_its_sides_are_sewn() -> None:
    pattern = bagpattern.make("tote-market", {"materials.shell": "leather"})
    assert pattern.errors == ()
    assert pattern["front-back"].panel.edge("front top").finish is Finish.RAW
    assert not made(pattern, Verb.HEM)
    order = [each for step in pattern.steps for each in step.step.operations]
    rim = next(number for number, each in enumerate(order) if each.do is Verb.TOPSTITCH and not each.notions)
    sides = [number for number, each in enumerate(order) if each.do is Verb.SEW and "side" in str(each.seams)]
    assert {each.on for each in order[rim].on} == {"front top", "back top"}
    assert sides
    assert max(sides) < rim
