"""How little is too little for a check: what lies just beyond its rule is found, what keeps to it is not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

import bagpattern
from bagpattern.checks import check
from bagpattern.geometry.shapes import rectangle
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Finish
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Caught, Run, Seam
from bagpattern.pipeline import make
from bagpattern.words import words
from tests.checks.bags import SHOP, edges, pattern, pouch, resewn

FUSED = {"interfacing": "fusible-woven"}


def codes(draft: Draft) -> dict[str, str]:
    """The message of each code that the checks find, the last one of each."""
    return {each.code: str(each.message) for each in check(pattern(draft), SHOP)}


@pytest.mark.parametrize(("beyond", "found"), [(0.0, False), (0.02, False), (1.0, True), (4.0, True)])
def test_a_millimetre_that_is_sewn_twice_is_found(beyond: float, found: bool) -> None:
    """The bottom, sewn in two seams that overlap."""
    end, start = 100.0 + beyond, 100.0
    first = resewn(pouch(), "bottom", a=(Run("front", "bottom", end=end),), b=(Run("back", "bottom", end=end),))
    a, b = (Run("front", "bottom", start=start),), (Run("back", "bottom", start=start),)
    both = first + Draft(seams=(replace(first.seam("bottom"), id="rest", a=a, b=b),))
    assert ("BP102" in codes(both)) == found
    assert not found or "is sewn twice between 100.0 and" in codes(both)["BP102"]


@pytest.mark.parametrize(("apart", "told"), [(-8.0, "lies 0 mm from"), (12.0, "lies 12 mm from"), (15.0, "")])
def test_what_lies_on_a_tab_is_nothing_away_from_it(apart: float, told: str) -> None:
    (tab, *_) = pouch().seam("right side").caught
    flap = replace(pouch()["tab"], id="flap", title=words("Flap"), role=Role.POCKET)
    held = Caught((Run("flap", "bottom"),), tab.at + pouch().side_length(tab.runs) + apart)
    bag = resewn(pouch() + Draft((flap,)), "right side", caught=(*pouch().seam("right side").caught, held))
    assert ("BP117" in codes(bag)) == bool(told)
    assert told in codes(bag).get("BP117", "")


@pytest.mark.parametrize(
    ("shell", "warned"), [("nylon-500d", "must be ironed cool"), ("waxed-canvas", "must not be"), ("canvas", "")]
)
def test_glue_melts_on_no_cloth_that_is_ironed_cool(shell: str, warned: str) -> None:
    found = make({"style": "tote", "materials": {"shell": shell, **FUSED}}).findings
    told = "".join(str(each.message) for each in found if each.code == "BP115")
    assert bool(told) == bool(warned)
    assert warned in told


@pytest.mark.parametrize(("foam", "tight"), [({}, False), ({"foam": "foam"}, True)])
def test_a_curve_is_as_wide_as_its_foam_needs(foam: dict[str, Any], tight: bool) -> None:
    """Canvas lies flat in 30 mm, foam in 50 mm."""
    bag = {"style": "crossbody", "dimensions": {"bottom_radius": "40 mm", "top_radius": "40 mm"}}
    found = bagpattern.make({**bag, "materials": {"shell": "quilting-cotton", **foam}}).findings
    assert any(each.code == "BP106" and "50 mm lies flat" in str(each.message) for each in found) == tight


@pytest.mark.parametrize(
    ("held", "width", "bottom", "joined", "flat"),
    [
        (("left", "right"), 200.0, Finish.SEAM, False, True),
        (("left", "right"), 190.0, Finish.SEAM, False, False),
        (("left", "right"), 200.0, Finish.HEM, False, False),
        (("left", "right"), 200.0, Finish.SEAM, True, False),
        (("left",), 200.0, Finish.SEAM, False, False),
    ],
    ids=["flat", "narrower", "nothing is left to sew", "it stands on another", "held at one side"],
)
def test_a_wall_lies_flat_that_nothing_else_holds(
    held: tuple[str, ...], width: float, bottom: Finish, joined: bool, flat: bool
) -> None:
    outline = edges(rectangle(width, 80), top=Finish.HEM, bottom=bottom)
    wall = Panel("wall", words("Wall"), "shell", Role.POCKET, outline)
    bag = pouch() + Draft((wall,))
    for on in held:
        side = bag.seam(f"{on} side")
        bag = resewn(bag, side.id, caught=(*side.caught, Caught((Run("wall", on),), 0.0)))
    if joined:
        bag += Draft(seams=(Seam("foot", (Run("wall", "bottom"),), (Run("back", "bottom"),)),))
    assert ("BP307" in codes(bag)) == flat


def test_a_leash_of_webbing_is_as_long_as_itself_and_not_as_one_of_cloth_beside_it() -> None:
    """A pad's webbing goes on from a piece; a leash is all there is of its strap, and there may be several."""
    cloth = {"kind": "key-leash", "name": "keys", "panel": "front", "length": "160 mm"}
    webbing = {"kind": "key-leash", "name": "purse", "panel": "back", "of": "webbing"}
    made = make({"style": "drawstring-backpack", "fittings": [cloth, webbing]})
    assert made.findings == ()
    assert next(each.length or 0 for each in made.draft.notions if each.kind == "webbing") < 160
