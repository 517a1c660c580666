"""The planner: every operation once, nothing before what it needs, whatever the order of drafting."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bagpattern import make, preset_names, read
from bagpattern.making.bench import Bench
from bagpattern.making.derive import derive
from bagpattern.making.plan import plan
from bagpattern.model.draft import Draft
from bagpattern.model.operation import Operation, Task, Verb, sew
from bagpattern.model.pattern import Pattern
from bagpattern.model.seam import Run, Seam
from bagpattern.said import Name
from bagpattern.values import replace
from tests.checks.bags import SHOP, box, lined, pouch

SOME = ("mini-backpack", "mini-backpack-double", "tote-work", "duffle", "roll-top", "camera-cube")


def bench_of(draft: Draft) -> Bench:
    bench = Bench(draft, dict(SHOP.materials))
    derive(bench)
    return bench


def operations(pattern: Pattern) -> list[Operation]:
    return [each for step in pattern.steps for each in step.step.operations]


@pytest.mark.parametrize("draft", [pouch(), lined(pouch()), box(), lined(box())], ids=["pouch", "lined", "box", "both"])
def test_every_operation_is_done_once_and_after_what_it_needs(draft: Draft) -> None:
    bench = bench_of(draft)
    found = plan(bench)
    assert not found.stuck
    place = {each.id: number for number, each in enumerate(found.operations)}
    assert len(place) == len(found.operations)
    assert place.keys() >= bench.operations.keys()
    assert all(place[first] < place[name] for name in bench.operations for first in bench.needs[name])


@given(st.sampled_from(SOME), st.integers(0, 10**6))
@settings(max_examples=20)
def test_there_is_an_order_however_it_was_drafted(name: str, seed: int) -> None:
    """Seams, panels and tasks in any order: what is derived does not hang on the order in which parts were called."""
    shop, draft = read(name).style.workshop, make(name).draft
    shuffle = random.Random(seed)
    mixed = {key: list(getattr(draft, key)) for key in ("panels", "seams", "notions", "tasks")}
    for each in mixed.values():
        shuffle.shuffle(each)
    bench = Bench(replace(draft, **{key: tuple(each) for key, each in mixed.items()}), dict(shop.materials))
    derive(bench)
    found = plan(bench)
    assert not found.stuck
    assert {seam for each in found.operations if each.do is Verb.SEW for seam in each.seams} == {
        seam.id for seam in draft.seams
    }


@pytest.mark.parametrize("name", preset_names())
def test_a_task_is_done_in_one_go(name: str) -> None:
    """What was begun is finished, but for the few bags whose own rooms forbid it."""
    titles = [each.step.title for each in make(name).steps]
    assert len(titles) - len(set(titles)) <= 1


def test_what_nothing_allows_is_told() -> None:
    """A seam that runs over two panels which nothing joins."""
    across = Seam("across", (Run("front", "bottom"), Run("base", "left")), (Run("front", "bottom", copy=2),))
    apart = [seam for seam in box().seams if not seam.id.startswith("base")]
    draft = replace(box(), seams=(across, *apart), tasks=(Task(Name("Sew"), (sew("across"),)),))
    found = plan(bench_of(draft))
    assert str(found.stuck).startswith("sew across: front and base are not joined")
    assert "sew across" in {each.id for each in found.left}


@pytest.mark.parametrize(
    ("preset", "opened"),
    [("folding-wallet", []), ("mini-backpack-organiser", ["main zip"]), ("tote-work", ["recessed zip"])],
)
def test_no_bag_is_turned_through_the_zip_of_what_hangs_in_it_or_on_it(preset: str, opened: list[str]) -> None:
    """A coin pocket between folds, a divider, a bellows: their zips lead into them; one caught in the rim is open."""
    found = [notion for each in operations(make(preset)) if each.do is Verb.OPEN for notion in each.notions]
    assert found == opened


def test_the_zip_is_opened_before_the_last_seam_and_the_bag_turned_through_it() -> None:
    done = [each.id for each in plan(bench_of(pouch())).operations]
    assert done.index("sew zip") < done.index("open zip") < done.index("turn")
    last = max(done.index(f"sew {seam}") for seam in ("bottom", "right side", "left side"))
    assert done.index("open zip") < last < done.index("turn")


def test_a_lined_bag_is_turned_through_its_gap_which_is_closed_then() -> None:
    found = operations(make("mini-backpack"))
    turn = next(each for each in found if each.do is Verb.TURN)
    assert turn.through.endswith("gap")
    assert turn.out == "right"
    after = [each.seams[0] for each in found[found.index(turn) :] if each.do is Verb.SEW]
    assert after[0] == turn.through


def test_two_linings_are_sewn_before_the_wall_between_them() -> None:
    sewn = [seam for each in make("mini-backpack-double").steps for seam in each.step.seams]
    wall = sewn.index("second zip band to zip band")
    linings = [place for place, seam in enumerate(sewn) if "lining" in seam and not seam.endswith("gap")]
    assert max(linings) < wall


def test_the_sides_of_a_folded_pouch_come_after_its_zip_whatever_is_on_its_lining() -> None:
    """They join the one panel with itself: a pocket that lies on it as well as on the lining waits for neither."""
    pocket = {"kind": "zip-between", "name": "inner", "panel": "lining-front"}
    pattern = make({"style": "flat-pouch", "build": "folded", "pockets": [pocket]})
    done = [each.id for each in operations(pattern)]
    assert pattern.errors == ()
    assert done.index("baste inner-backing") < done.index("sew main zip") < done.index("sew right side")


def test_a_line_in_the_lining_is_creased_where_a_facing_of_wax_ends_on_it() -> None:
    line = {"kind": "down", "name": "middle", "panel": "lining-front"}
    for lining, verb in (({}, Verb.PRESS), ({"facing": "50 mm"}, Verb.FOLD)):
        pattern = make({"style": "tote", "lining": lining, "style_lines": [line]})
        flat = [each.do for each in operations(pattern) if "lining-front middle line" in each.seams]
        assert [do for do in flat if do in (Verb.PRESS, Verb.FOLD)] == [verb]
        assert pattern.errors == ()


def test_seams_are_bound_whatever_lines_the_lining_behind_them_has() -> None:
    line = {"kind": "across", "name": "middle", "panel": "lining-front"}
    plain, divided = (
        make({"style": "sling", "lining": {"kind": "bound"}, **lines}) for lines in ({}, {"style_lines": [line]})
    )
    bound = [{each.seams for each in operations(pattern) if each.do is Verb.BIND} for pattern in (plain, divided)]
    assert bound[0] == bound[1] != set()
    assert divided.errors == ()
