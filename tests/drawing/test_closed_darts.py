"""Darts that are sewn are closed in every figure that follows: cut out of a panel, across a divided one, or drawn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from bagpattern.drawing.model import Shape
from bagpattern.drawing.steps.cupped import dart_of
from bagpattern.drawing.steps.hand import Hand
from bagpattern.geometry.cloths import distance, together
from bagpattern.geometry.points import Point, unit
from bagpattern.making.joints import sheet_of
from bagpattern.model.pattern import Pattern
from bagpattern.pipeline import make
from tests.drawing.test_kinds import shown

BAGS: dict[str, dict[str, Any]] = {
    "cut": {"style": "hobo"},
    "divided": {
        "style": "hobo",
        "style_lines": [{"name": "hill", "kind": "across", "panel": "front", "left": "5 cm", "right": "5 cm"}],
    },
    "drawn": {"style": "tote", "pockets": [{"name": "pocket", "kind": "darted", "panel": "front"}]},
}


@pytest.fixture(scope="module", params=BAGS)
def bag(request: pytest.FixtureRequest) -> Pattern:
    return make(BAGS[request.param])


def _inside(pattern: Pattern, seam: str) -> Iterator[tuple[Point, complex]]:
    """Places a quarter of the way over a dart near its mouth, with the way out from there."""
    dart = dart_of(pattern.draft, pattern.seams[seam])
    assert dart is not None
    start, end = dart.mouth
    out = unit((start + end) / 2 - dart.line[1])
    for share in (0.25, 0.75):
        yield start + (end - start) * share - out, out


def test_what_a_dart_took_out_is_there_when_it_is_sewn_and_not_before(bag: Pattern) -> None:
    darts = [each.id for each in bag.seams if each.id.endswith(" dart")]
    assert darts
    for name in darts:
        sheets = {sheet_of(run) for side in (bag.seams[name].a, bag.seams[name].b) for run in side}
        before, after = (together(hand.net(each) for each in sheets) for hand in (Hand(bag, ()), Hand(bag, [name])))
        cut = together(Hand(bag, [name]).outline(each) for each in sheets)
        for place, out in _inside(bag, name):
            assert distance(after, place) == 0
            assert distance(cut, place + 5 * out) == 0
            assert "pocket" in name or distance(before, place) > 1


@pytest.mark.parametrize("which", ["cut", "divided"])
def test_a_seam_goes_on_across_darts(which: str) -> None:
    figure = shown(make(BAGS[which]), "sew right side")
    stitched = [each for each in figure.canvas.items if isinstance(each, Shape) and each.role.endswith("-seam")]
    bounds = [path.bounds for each in stitched for path in each.paths]
    (round_the_bag,) = [box for box in bounds if box[2] - box[0] > 1]
    assert round_the_bag[3] - round_the_bag[1] > 20


def test_the_darts_of_a_divided_panel_have_their_figure() -> None:
    bag = make(BAGS["divided"])
    figure = shown(bag, "sew front right dart")
    assert figure.kind == "darted"
    assert {each.id for each in figure.operations} == {"sew front left dart", "sew front right dart"}
