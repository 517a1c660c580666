"""Plans that are kept in a file, and come back from it."""

from __future__ import annotations

import json

import pytest

import bagpattern
from bagpattern.errors import InputError
from bagpattern.layout.cloth import Order
from bagpattern.layout.engines.search import bettered
from bagpattern.layout.plans import lays
from bagpattern.layout.saved import Kept, keeping, key, plan_text, recalled


def test_a_kept_plan_comes_back() -> None:
    pattern = bagpattern.make("mini-backpack")
    first = lays(pattern, Order(copies=2))
    found = tuple(bettered(plan, 0.4) for plan in first)
    again = recalled(first, Kept(plan_text(found), "plan.json"))
    assert [plan.length for plan in again] == pytest.approx([plan.length for plan in found])
    assert plan_text(again) == plan_text(recalled(first, Kept(plan_text(again), "plan.json")))
    other = lays(pattern, Order(copies=3))
    assert recalled(other, Kept(plan_text(found), "plan.json")) == other


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"format": "bagpattern/plan", "version": 9, "plans": []}', "[" * 9999]
)
def test_what_is_no_plan_is_refused(text: str) -> None:
    with pytest.raises(InputError, match=r"plan.json: holds no lay plan"):
        recalled((), Kept(text, "plan.json"))


def test_a_plan_file_keeps_the_plans_of_other_cloth() -> None:
    pattern = bagpattern.make("pencil-case")
    one, other = lays(pattern), lays(pattern, Order(copies=2))
    kept = Kept(keeping(other, Kept(keeping(one, None), "plan.json")), "plan.json")
    assert keeping(one, kept) == keeping(other, kept) == kept.text
    assert len(json.loads(kept.text)["plans"]) == len({key(plan) for plan in (*one, *other)})


def test_a_damaged_plan_is_refused() -> None:
    first = lays(bagpattern.make("mini-backpack"))
    data = json.loads(plan_text(first))
    data["plans"][0]["spots"][0][0] = 99
    with pytest.raises(InputError, match="damaged"):
        recalled(first, Kept(json.dumps(data), "plan.json"))
