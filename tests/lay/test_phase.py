"""A print with a repeat: what is to match lies in phase, what is centred has a motif in its middle."""

from __future__ import annotations

from typing import Any

import pytest

from bagpattern.drawing.cloth.lay_words import repeats
from bagpattern.errors import InputError
from bagpattern.layout.cloth import Order
from bagpattern.layout.judge import faults
from bagpattern.layout.lay import Lay, first_plan, sound
from bagpattern.layout.plans import lays
from bagpattern.model.pattern import Pattern
from bagpattern.pipeline import make

REPEAT = 240.0


def bag(style: str = "tote", **print_: Any) -> Pattern:
    entry = {"name": "Trees", "like": "canvas", "directional": True, "repeat": "24 cm", **print_}
    return make({"style": style, "materials": {"shell": "trees", "own": [entry]}})


def laid(pattern: Pattern, width: float, copies: int = 1) -> Lay:
    return lays(pattern, Order({"shell": width}, copies))[0]


def ends(pattern: Pattern, plan: Lay, piece: str) -> list[tuple[float, float]]:
    """mm along the cloth of the lower and upper ends of a piece's stitching line, for each of its copies."""
    line = pattern[piece].panel.stitching_line.flat
    found = []
    for copy in (each for each in plan.placed if each.piece == piece):
        along = [copy.placement(p).real for p in line]
        found.append((min(along), max(along)))
    return found


@pytest.mark.parametrize(("width", "copies"), [(1500.0, 1), (900.0, 1), (1100.0, 3)])
def test_pieces_that_match_begin_at_the_same_place_of_the_repeat(width: float, copies: int) -> None:
    pattern = bag(match=["front", "back"])
    plan = laid(pattern, width, copies)
    lines = repeats(plan)
    low = [end for piece in ("front", "back") for end, _ in ends(pattern, plan, piece)]
    assert len(low) == 2 * copies
    for each in low:
        assert min(abs(each - line) for line in lines) < 0.01
    assert lines[1] - lines[0] == REPEAT
    assert faults(plan.blanks, plan.cloth, plan.spots) == []
    assert sum(len(blank.copies) for blank in plan.blanks) == len(plan.spots)


def test_a_motif_lies_in_the_middle_of_what_is_centred() -> None:
    pattern = bag(centre=["front"])
    plan = laid(pattern, 900.0)
    ((low, high),) = ends(pattern, plan, "front")
    middles = [line + REPEAT / 2 for line in repeats(plan)]
    assert min(abs((low + high) / 2 - middle) for middle in middles) < 0.01


def test_what_it_takes_is_told_against_the_plan_without() -> None:
    pattern = bag(match=["front", "back"])
    plan = laid(pattern, 900.0)
    assert plan.phase is not None
    without = laid(bag(), 900.0)
    assert without.phase is None
    assert plan.length - without.length == pytest.approx(plan.phase.more)
    assert 0.0 < plan.phase.more < REPEAT


def test_no_search_takes_it_out_of_phase() -> None:
    plan = laid(bag(match=["front", "back"]), 900.0)
    assert plan.best_there_is
    assert sound(plan, first_plan(plan.blanks, plan.cloth).spots, "another") is None


def test_folded_cloth_is_refused() -> None:
    with pytest.raises(InputError, match="lay the cloth open"):
        lays(bag(match=["front"]), Order(folded=True))


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"match": ["fron"]}, 'materials.own.trees.match: no piece "fron" is cut from it; did you mean "front"?'),
        ({"match": ["front"], "repeat": "by rule"}, "match: is for a print that repeats: write repeat"),
    ],
)
def test_what_cannot_match_is_told(given: dict[str, Any], told: str) -> None:
    with pytest.raises(InputError, match="match") as caught:
        bag(**given)
    assert told in str(caught.value)
