"""Walls between the folds of an accordion: where they lie, what holds them, and what no fold holds."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from bagpattern.drawing.steps import figures
from bagpattern.export.json import json_text
from bagpattern.model.pattern import Pattern
from tests.proof import failures
from tests.styles.making import made, refused

COINS = {"name": "coins", "kind": "divider", "zip": "#3"}
NOTES = {"name": "notes", "kind": "divider"}


def parted(folds: int, *walls: dict[str, Any], **sizes: str) -> dict[str, Any]:
    size = {"width": "24 cm", "height": "12 cm", "depth": "8 cm", "folds": folds, **sizes}
    return {"dimensions": size, "lining": {"inset": "0 mm"}, "closure": {"kind": "open"}, "compartments": list(walls)}


@pytest.fixture(scope="module")
def with_coins() -> Pattern:
    return made("folding-wallet", **parted(2, COINS))


def test_a_zipped_pocket_lies_in_the_folds_in_the_middle_of_the_sides(with_coins: Pattern) -> None:
    """As wide as the lining, whose sides are 80 mm wide; held from 5 mm above its base to 10 below its rim."""
    wall = with_coins["coins"].panel
    assert with_coins["lining-back"].panel.edge("bottom").length == pytest.approx(wall.edge("bottom").length)
    for name, side in (("left", "lining-side-right"), ("right", "lining-side-left")):
        place = with_coins[side].panel.along(f"coins {name}").path
        assert {p.real for p in (place.start, place.end)} == {40.0}
        assert (place.start.imag, place.end.imag) == pytest.approx((5, 110))
        (seam,) = (each for each in with_coins.seams if each.a[0].on == f"coins {name}")
        assert {run.panel for each in seam.caught for run in each.runs} == {"coins-back"}
        assert wall.along(seam.b[0].on).path.start.real in (3, 237)  # beside either edge of the wall
    assert "coins zip" in {each.id for each in with_coins.notions}


def test_it_stands_in_the_middle_of_the_sewn_bag_from_side_to_side(with_coins: Pattern) -> None:
    points = next(each.points for each in with_coins.sewn().surfaces if each.piece == "coins")
    assert abs(points[:, 2]).max() < 4
    assert np.ptp(points[:, 0]) == pytest.approx(240, abs=4)


def test_a_wallet_with_walls_is_proved_and_every_step_of_it_drawn(with_coins: Pattern) -> None:
    two = made("folding-wallet", **parted(3, NOTES, COINS))
    assert failures(json_text(two)) == []
    assert {each.kind for step in figures(with_coins).values() for each in step}.isdisjoint({"whole"})
    at = {run.on: two[run.panel].panel.along(run.on).path.start.real for seam in two.seams for run in seam.a}
    assert at["notes left"] != pytest.approx(at["coins left"])


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        (parted(1, COINS), "no fold of its sides is free for it: fold them once more"),
        (parted(2, NOTES, COINS), "no fold of its sides is free for it: fold them once more"),
        (parted(2, COINS | {"depth": "2 cm"}), "depth: no fold holds it there: make it 40 mm, or leave this out"),
        (parted(2, COINS | {"height": "11 cm"}), "height: 110 mm is higher than the folds that hold it"),
        (parted(2, COINS | {"holds": ["passport"]}, height="9 cm"), "compartments.coins.holds"),
    ],
)
def test_walls_that_no_fold_holds_are_refused(settings: dict[str, Any], told: str) -> None:
    assert told in refused("folding-wallet", **settings)
