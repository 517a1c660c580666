"""Corners are pushed out of bags that have some: in words, checks and tools."""

from __future__ import annotations

import pytest

from bagpattern.drawing.booklet.checked import checked
from bagpattern.drawing.booklet.needs import tools
from bagpattern.making.surface import angles
from bagpattern.model.panel import Role
from bagpattern.model.pattern import Pattern
from bagpattern.pipeline import make


def _told(pattern: Pattern) -> tuple[bool, bool, bool]:
    steps = [each.step for each in pattern.steps]
    looked_at = " ".join(pattern.tell(checked(pattern, each)) for each in steps)
    return (
        any("Push out the corners." in pattern.tell(each.text) for each in steps),
        "every corner" in looked_at,
        any("blunt stick" in pattern.tell(each) for each in tools(pattern)),
    )


@pytest.mark.parametrize(
    ("preset", "cornered"),
    [
        ("bucket", False),
        ("barrel-bag", False),
        ("stuff-sack", False),
        ("crossbody", False),
        ("box-pouch", True),
        ("clutch", True),
        ("tote", True),
    ],
)
def test_corners_are_pushed_out_where_there_are_some(preset: str, cornered: bool) -> None:
    assert _told(make(preset)) == (cornered,) * 3


def test_a_corner_rounded_no_wider_than_a_thumb_is_pushed_out_too() -> None:
    radii = dict.fromkeys(("dimensions.top_radius", "dimensions.bottom_radius"), "15 mm")
    assert _told(make("band-pouch", radii)) == (True, True, True)


def test_round_a_box_the_angles_are_those_of_a_box() -> None:
    draft = make("box-bag").draft
    found = angles(draft, {each.id: each for each in draft.panels if each.role is Role.BODY})
    assert min(found) == pytest.approx(1.5 * 3.14159265, abs=0.01)
