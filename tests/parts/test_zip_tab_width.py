"""Tabs over the ends of a zip of any width between the needle that holds them and the room that there is."""

from __future__ import annotations

from typing import Any

import pytest

from tests.styles.making import made, refused

WITH_TABS: dict[str, dict[str, Any]] = {
    "mini-backpack": {"zip": "#5"},
    "flat-pouch": {"zip": "#5", "ends": "tabs"},
}


@pytest.mark.parametrize("style", WITH_TABS)
@pytest.mark.parametrize("wide", [20.0, 45.0])
def test_a_tab_is_as_wide_as_asked_and_lies_in_the_middle_of_the_zips_end(style: str, wide: float) -> None:
    pattern = made(style, closure={**WITH_TABS[style], "tab_width": f"{wide} mm"})
    tab = pattern["zip-tab"].panel
    assert tab.edge("start").length == pytest.approx(wide)
    caught = [
        (each.at, pattern.draft.side_length(each.runs), pattern.length(seam))
        for seam in pattern.seams
        for each in seam.caught
        if {(run.panel, run.on) for run in each.runs} == {("zip-tab", "start")} and seam.id != "main zip"
    ]
    whole = [each for each in caught if each[1] == pytest.approx(wide)]
    for at, long, seam in whole if style == "mini-backpack" else ():
        assert at + long / 2 == pytest.approx(seam / 2)
    assert sum(long for _, long, _ in caught) == pytest.approx(2 * wide)  # one end of each of the two


@pytest.mark.parametrize(
    ("style", "closure", "message"),
    [
        ("mini-backpack", {"tab_width": "14 mm"}, "closure.tab_width: is too narrow to be held by the zip's seam"),
        (
            "mini-backpack",
            {"tab_width": "60 mm"},
            "closure.tab_width: is wider than there is room for: choose 18 to 51.8 mm",
        ),
        ("flat-pouch", {"tab_width": "25 mm"}, "closure.tab_width: its ends have no tabs: leave this out"),
    ],
)
def test_what_a_tab_cannot_be_is_told(style: str, closure: dict[str, str], message: str) -> None:
    assert message in refused(style, closure=closure)
