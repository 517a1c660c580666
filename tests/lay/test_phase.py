"""A print with a repeat: what is to match lies in phase, what is centred has a motif in its middle."""

from __future__ import annotations

import math
from typing import Any

import pytest

from bagpattern.attached.lying import lies
from bagpattern.drawing.cloth.lay_words import repeating, repeats, repeats_across
from bagpattern.errors import InputError
from bagpattern.layout.beds import Bed, on_bed
from bagpattern.layout.cloth import Order
from bagpattern.layout.judge import faults
from bagpattern.layout.lay import Lay, first_plan, sound
from bagpattern.layout.phase import in_phase
from bagpattern.layout.plans import lays
from bagpattern.layout.together import Ordered, together
from bagpattern.model.pattern import Pattern
from bagpattern.pipeline import make
from bagpattern.values import replace

REPEAT = 240.0


def bag(style: str = "tote", **print_: Any) -> Pattern:
    entry = {"name": "Trees", "like": "canvas", "directional": True, "repeat": "24 cm", **print_}
    return make({"style": style, "preset": style, "materials": {"shell": "trees", "own": [entry]}})


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


def begins(pattern: Pattern, plan: Lay, piece: str, at: complex) -> list[complex]:
    """Where a point of a piece lies in the repeat of its print, along and across, for each of its copies; in mm."""
    assert plan.phase is not None
    found = []
    for copy in (each for each in plan.placed if each.piece == piece):
        on = copy.placement(at)
        along, across = on.real - plan.phase.origin, on.imag - (plan.phase.across or 0.0)
        found.append(complex((along + 1) % 240 - 1, (across + 1) % 90 - 1))
    return found


@pytest.mark.parametrize(("width", "copies"), [(1500.0, 1), (900.0, 2)])
def test_a_print_that_repeats_both_ways_matches_both_ways(width: float, copies: int) -> None:
    """The middle of each lower end lies at a corner of the repeat; nothing lies on anything."""
    pattern = bag(match=["front", "back"], repeat_across="9 cm")
    plan = laid(pattern, width, copies)
    for piece in ("front", "back"):
        left, low, right, _ = pattern[piece].panel.stitching_line.bounds
        found = begins(pattern, plan, piece, complex((left + right) / 2, low))
        assert len(found) == copies
        assert all(abs(each) < 0.01 for each in found)
    assert faults(plan.blanks, plan.cloth, plan.spots) == []


def test_stripes_along_the_cloth_take_no_more_of_its_length_than_they_must() -> None:
    entry = {"name": "Ticking", "like": "canvas", "repeat_across": "9 cm", "match": ["front", "back"]}
    plan = laid(make({"style": "tote", "materials": {"shell": "ticking", "own": [entry]}}), 1500.0)
    assert plan.phase is not None
    assert (plan.phase.origin, repeats(plan)) == (0.0, [])
    lines = repeats_across(plan)
    assert lines[1] - lines[0] == 90.0
    assert "begin at the lines along the cloth" in str(next(repeating(plan)))


@pytest.fixture(scope="module")
def flapped() -> Pattern:
    names = ["front", "front-pocket", "front-pocket-flap"]
    entry = {"name": "Trees", "like": "canvas", "repeat": "24 cm", "repeat_across": "9 cm", "match": names}
    return make({"extends": "mini-backpack-flap", "materials": {"shell": "trees", "own": [entry]}})


def test_a_pocket_and_its_flap_go_on_with_the_print_of_the_front_where_they_lie(flapped: Pattern) -> None:
    """The pocket lies 38 mm from the left and 43 mm up, its flap 32 and 125 mm, as the figures of the bag have them."""
    plan = laid(flapped, 1500.0)
    point = complex(100, 150)
    (front,) = begins(flapped, plan, "front", point)
    for piece in ("front-pocket", "front-pocket-flap"):
        lie = next(each for each in lies(flapped.draft) if each.panel == piece)
        assert lie.placed is not None
        (here,) = begins(flapped, plan, piece, point - lie.placed.move)
        assert abs(here - front) < 0.01


def test_a_flap_goes_on_with_the_print_of_the_front_below_its_lock() -> None:
    entry = {"name": "Trees", "like": "canvas", "repeat": "24 cm", "repeat_across": "9 cm", "match": ["front", "flap"]}
    pattern = make({"extends": "messenger", "materials": {"shell": "trees", "own": [entry]}})
    plan = laid(pattern, 1500.0)
    (snap,), (other,) = pattern["front"].panel.holes, pattern["flap-lining"].panel.holes
    below = pattern["flap-lining"].panel.edge("hinge").path.start.imag - other.at.imag
    _, _, right, high = pattern["flap"].panel.stitching_line.bounds
    (on_front,) = begins(pattern, plan, "front", snap.at)
    (on_flap,) = begins(pattern, plan, "flap", complex(right / 2, high - below))
    assert abs(on_front - on_flap) < 0.01


def test_the_widest_piece_lies_at_the_selvedge_and_what_does_not_come_out_in_phase_is_told() -> None:
    """A handle is longer than a front, and narrower; half a repeat aside it would be off the cloth."""
    pattern = bag(match=["front", "back", "handle"], repeat_across="50 cm")
    plan = laid(pattern, pattern["front"].cut_width + 30)
    assert faults(plan.blanks, plan.cloth, plan.spots) == []
    aside = tuple(
        replace(each, phase_across=(each.phase_across or 0.0) - 250 * (each.piece == "back")) for each in plan.blanks
    )
    with pytest.raises(InputError, match="take wider cloth, or leave it out of match"):
        in_phase(aside, plan.cloth)


def order(*bags: Pattern) -> tuple[Pattern, Lay]:
    whole = together([Ordered(each, 2) for each in bags])
    return whole, lays(whole, Order({"shell": 1500.0}))[0]


def test_bags_of_an_order_match_each_other_in_both_directions() -> None:
    """A tote whose front and back match, and a messenger whose flap goes on with its front: of one cloth, one plan."""
    both = {"repeat": "24 cm", "repeat_across": "9 cm"}
    tote, messenger = bag(match=["front", "back"], **both), bag("messenger", match=["front", "flap"], **both)
    whole, plan = order(tote, messenger)
    assert [each.cloth.material for each in lays(whole)].count("shell") == 1
    assert plan.phase is not None
    assert plan.phase.across is not None
    matching = {blank.piece: len(blank.copies) for blank in plan.blanks if blank.matches}
    assert matching == dict.fromkeys(["tote-front", "tote-back", "messenger-front", "messenger-flap"], 2)
    for blank, spot in ((plan.blanks[each.blank], each) for each in plan.spots):
        if blank.phase is not None and blank.phase_across is not None:
            along = spot.move.real + blank.phase - plan.phase.origin
            across = spot.move.imag + blank.phase_across - plan.phase.across
            assert math.remainder(along, REPEAT) == pytest.approx(0, abs=0.01)
            assert math.remainder(across, 90.0) == pytest.approx(0, abs=0.01)
    assert faults(plan.blanks, plan.cloth, plan.spots) == []


def test_a_hide_with_a_print_matches_within_one_piece() -> None:
    hide: dict[str, Any] = {"like": "leather", "match": ["front", "back"]}
    plan = laid(bag(**hide, longest="1.5 m"), 1000.0)
    assert plan.phase is not None
    assert plan.length <= 1500.0
    with pytest.raises(InputError, match="does not come out in phase of one piece"):
        laid(bag(**hide, longest="45 cm"), 1000.0)


def test_a_bed_takes_sheets_whose_repeats_nobody_knows() -> None:
    with pytest.raises(InputError, match="the repeats of sheets on a bed begin: leave match and centre out"):
        on_bed(bag(match=["front"]), Order(), Bed(900.0, 600.0))
