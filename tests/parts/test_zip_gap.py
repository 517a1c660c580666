"""How much of a zip shows: the needle stays off its teeth and its slider."""

from __future__ import annotations

from typing import Any

import pytest

import bagpattern
from bagpattern.errors import InputError

# mm: what shows as usual, and the width of the tape, as a shop tells it
CHAINS = {"#3": (10.0, 25.4), "#5": (12.0, 31.8), "#8": (15.0, 38.1), "#10": (18.0, 40.0)}
BAGS: dict[str, dict[str, Any]] = {
    "flat-pouch": {},
    "box-pouch": {},
    "duffle": {},
    "crossbody": {"dimensions": {"depth": "12 cm"}},
}


@pytest.mark.parametrize("style", BAGS)
@pytest.mark.parametrize("chain", CHAINS)
def test_the_needle_goes_half_of_what_shows_from_the_middle(style: str, chain: str) -> None:
    """So the tape's edge lies even with the cloth's on either side: tape / 2 from the middle, both allowances of it."""
    gap, tape = CHAINS[chain]
    pattern = bagpattern.make({**BAGS[style], "style": style, "closure": {"zip": chain}})
    seam = pattern.draft.seam("main zip")
    for run in (*seam.a, *seam.b):
        edge = pattern.draft[run.panel].edge(run.on)
        assert edge.zip == gap
        assert pattern[run.panel].allowances[run.on] + edge.zip == pytest.approx(tape / 2)


def test_a_maker_may_show_more_of_it() -> None:
    pattern = bagpattern.make({"style": "flat-pouch", "closure": {"zip": "#3", "gap": "12 mm"}})
    assert pattern["front"].panel.edge("top").zip == 12


@pytest.mark.parametrize("kind", [{"style": "flat-pouch"}, {"style": "duffle"}, {"style": "mini-backpack"}])
def test_a_gap_in_which_the_slider_rubs_is_refused(kind: dict[str, Any]) -> None:
    with pytest.raises(InputError, match=r"closure\.gap: a slider 10 mm wide would rub on the cloth"):
        bagpattern.make({**kind, "closure": {"zip": "#5", "gap": "9 mm"}})


def test_a_gap_beyond_the_tape_is_refused() -> None:
    with pytest.raises(InputError, match=r"closure\.gap: is more than half of the zip's tape"):
        bagpattern.make({"style": "flat-pouch", "closure": {"zip": "#3", "gap": "15 mm"}})


@pytest.mark.parametrize("chain", CHAINS)
def test_a_window_shows_as_much_as_a_seam(chain: str) -> None:
    gap, _ = CHAINS[chain]
    pocket = {"name": "back pocket", "kind": "zip-window", "panel": "back", "zip": chain}
    pattern = bagpattern.make({"style": "mini-backpack", "pockets": [pocket]})
    window = next(line for line in pattern["back"].panel.lines if line.kind == "stitch" and "window" in line.name)
    left, low, right, high = window.path.bounds
    assert min(right - left, high - low) == pytest.approx(gap)


def test_a_recessed_zip_shows_as_much_between_its_strips_as_asked() -> None:
    """Half of it is within each strip; the cloth ends even with the tape all the same."""
    lined = {"style": "tote", "lining": {"kind": "drop-in"}}
    usual, wide = (
        bagpattern.make({**lined, "closure": {"kind": "recessed-zip", **shows}}) for shows in ({}, {"shows": "14 mm"})
    )
    assert [each["zip-strip"].panel.edge("zip").zip for each in (usual, wide)] == [12.0, 14.0]
    beyond = [each["zip-strip"].allowances["zip"] + each["zip-strip"].panel.edge("zip").zip for each in (usual, wide)]
    assert beyond == pytest.approx([31.8 / 2] * 2)
    with pytest.raises(InputError, match=r"closure\.shows: a slider 10 mm wide would rub on the cloth"):
        bagpattern.make({**lined, "closure": {"kind": "recessed-zip", "shows": "9 mm"}})


@pytest.mark.parametrize("kind", ["zip-window", "hidden"])
def test_the_bag_behind_a_window_has_the_allowance_that_is_asked_for(kind: str) -> None:
    pocket = {"name": "back pocket", "kind": kind, "panel": "back", "allowance": "1/4 in"}
    pattern = bagpattern.make({"style": "mini-backpack", "pockets": [pocket]})
    assert pattern.errors == ()
    assert set(pattern["back-pocket-bag"].allowances.values()) == {6.35}
