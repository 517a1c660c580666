"""In other units the page shows the bag that one takes home in them, and in both it says both."""

from __future__ import annotations

from typing import Any

from bagpattern.pipeline import make
from bagpattern.preset.source import Written
from bagpattern.web.drafting import drafted

POUCH = 'extends = "clutch"\n'


def answer(toml: str, **given: Any) -> Any:
    return drafted(Written(toml), {"want": ["steps"], **given})


def test_inches_are_those_of_the_files_in_inches() -> None:
    metric, inches = answer(POUCH), answer(POUCH, units="in")
    cut = {each.piece: (each.width, each.height) for each in make("clutch", {"units": "in"}).cut_list}
    assert {each["piece"]: (each["width"], each["height"]) for each in inches["cut_list"]} == {
        piece: (round(width, 2), round(height, 2)) for piece, (width, height) in cut.items()
    }
    assert inches["cut_list"] != metric["cut_list"]  # its allowances are on a ruler in inches
    assert (inches["finished"]["width"], inches["values"]["units"]) == (metric["finished"]["width"], "mm")


def test_both_units_stand_beside_each_other() -> None:
    text = " ".join(each["text"] for each in answer(POUCH, units="both")["steps"])
    assert "mm (" in text
    assert answer(f'units = "both"\n{POUCH}', units="mm")["values"]["units"] == "both"


def test_what_is_wrong_in_other_units_is_told_at_its_line() -> None:
    found = answer(f'{POUCH}[dimensions]\nwidth = "9 m"\n', units="in")["findings"]
    assert [(each["key"], each["line"]) for each in found] == [("dimensions.width", 3)]


def test_what_is_refused_from_the_start_is_told_with_all_that_it_inherits() -> None:
    found = answer(f'{POUCH}name = "Mine"\n[dimensions]\nwidth = "9"\nheight = "9 m"\n[closure]\nzzip = "#3"\n')
    assert [each["key"] for each in found["findings"]] == ["dimensions.width", "dimensions.height", "closure.zzip"]
    assert (found["values"]["style"], found["values"]["name"]) == ("clutch", "Mine")
    assert "style" not in found["given"]
