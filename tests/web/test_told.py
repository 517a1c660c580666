"""In other units the page shows the bag that one takes home in them, and in both it says both."""

from __future__ import annotations

from typing import Any

from bagpattern.pipeline import make
from bagpattern.preset.source import Written
from bagpattern.web.drafting import drafted
from bagpattern.web.form import form
from bagpattern.web.learnt import learnt
from bagpattern.web.tongues import TONGUES

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


def test_a_pose_in_which_nobody_holds_the_bag_is_told() -> None:
    tote = 'extends = "tote"\n'
    told = {pose: answer(tote, want=["sewn"], pose=pose)["findings"] for pose in ("open", "hand", "hip")}
    assert [len(each) for each in told.values()] == [0, 0, 1]
    assert 'not made to be carried "hip": it can be carried: ' in told["hip"][0]["message"]


def test_what_is_wrong_in_other_units_is_told_at_its_line() -> None:
    found = answer(f'{POUCH}[dimensions]\nwidth = "9 m"\n', units="in")["findings"]
    assert [(each["key"], each["line"]) for each in found] == [("dimensions.width", 3)]


def test_what_is_refused_from_the_start_is_told_with_all_that_it_inherits() -> None:
    found = answer(f'{POUCH}name = "Mine"\n[dimensions]\nwidth = "9"\nheight = "9 m"\n[closure]\nzzip = "#3"\n')
    assert [each["key"] for each in found["findings"]] == ["dimensions.width", "dimensions.height", "closure.zzip"]
    assert (found["values"]["style"], found["values"]["name"]) == ("clutch", "Mine")
    assert "style" not in found["given"]


def test_what_forms_say_is_learnt_in_each_language_and_units_alone() -> None:
    german, inches = learnt(TONGUES["de-mm"]), learnt(TONGUES["en-in"])
    (help_text,) = (each["help"] for each in form("tote")["fields"] if each["key"] == "pockets")
    assert "Teil" in german[help_text]
    assert help_text not in inches
    assert inches["of each slot; left out: 45 mm, or for what it holds"] == (
        "of each slot; left out: 1 3/4 in, or for what it holds"
    )
    assert learnt(TONGUES["en-mm"]) == {}


def test_names_of_a_shipped_preset_are_told_and_a_makers_own_are_not() -> None:
    own = f'{POUCH}[[colourways]]\nname = "Idas Farben"\nshell = "red"\n'
    told = answer(own, language="de")
    assert told["called"]["Evening clutch"] == "Abendclutch"
    assert told["values"]["name"] == "Evening clutch"
    assert "Idas Farben" not in told["called"]
