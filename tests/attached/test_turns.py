"""How the bag turns at its seams, by the walls on their sides."""

from __future__ import annotations

import pytest

from bagpattern.attached.turns import Turn, turn_at
from bagpattern.pipeline import make

EDGE, FLAT, FOLD = Turn(True, 90.0), Turn(False, 0.0), Turn(True, 180.0)


@pytest.mark.parametrize(
    ("preset", "expected"),
    [
        ("mini-backpack", {"front to zip band": EDGE, "main zip": FLAT, "back to base band": EDGE}),
        ("tote", {"right side": FLAT, "base seam": FLAT}),
        ("flat-pouch", {"base seam": FOLD, "main zip": FOLD}),
        ("camera-cube", {"right base corner": EDGE, "top seam": EDGE}),
    ],
)
def test_the_bag_turns_where_two_walls_meet(preset: str, expected: dict[str, Turn]) -> None:
    draft = make(preset).draft
    assert {each: turn_at(draft, draft.seam(each)) for each in expected} == expected


def test_where_no_wall_is_nothing_is_said() -> None:
    draft = make("messenger").draft
    told = {each.kind.value: turn_at(draft, each) for each in draft.seams if each.kind.value == "placement"}
    hinge = next(each for each in draft.seams if any(run.panel == "flap" for run in (*each.a, *each.b)))
    assert set(told.values()) <= {None}
    assert turn_at(draft, hinge) is None
