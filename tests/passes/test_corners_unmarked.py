"""A corner is its own mark: no notch lies where the needle turns, or where an outline ends in one."""

from __future__ import annotations

from bagpattern.model.panel import Panel
from tests.checks.bags import box, pattern, pouch


def at_ends(panel: Panel) -> list[tuple[str, float]]:
    """The notches within 2 mm of an end of their edge."""
    return [
        (each.on, each.at)
        for each in panel.notches
        if panel.has_edge(each.on) and min(each.at, panel.edge(each.on).length - each.at) < 2.0
    ]


def test_square_corners_have_no_notches() -> None:
    panels = pattern(box()).draft.panels
    assert any(panel.notches for panel in panels)
    assert [at_ends(panel) for panel in panels] == [[], [], []]


def test_an_end_that_no_corner_shows_has_one() -> None:
    """The pouch's bottom runs on into its round corners and its sides."""
    assert {on for on, _ in at_ends(pattern(pouch()).draft["front"])} >= {"bottom"}
