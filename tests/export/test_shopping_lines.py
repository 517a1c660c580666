"""The shopping list has one line for all that is bought by the piece in one size."""

from __future__ import annotations

import bagpattern
from bagpattern.export import Job
from bagpattern.export._shopping import shopping_text
from bagpattern.export.shopping import Shopping
from bagpattern.layout.plans import lays
from bagpattern.library import svg
from bagpattern.values import replace


def lines(preset: str, copies: int = 1) -> list[str]:
    pattern = bagpattern.make(preset)
    return [each for each in shopping_text(pattern, lays(pattern), copies).splitlines() if each.startswith("- [ ]")]


def test_rings_of_one_width_are_one_line() -> None:
    """Of 25 mm: two in the base tabs, one in the loop at the top, two at the sides."""
    assert [each for each in lines("convertible-backpack") if "ring" in each] == ["- [ ] 5 D-ring 25 mm"]
    assert [each for each in lines("convertible-backpack", 3) if "ring" in each] == ["- [ ] 15 D-ring 25 mm"]


def test_their_notes_are_all_told() -> None:
    (sliders,) = (each for each in lines("mini-backpack-double") if "Zip slider" in each)
    assert sliders == "- [ ] 4 Zip slider #5 (for the main zip; for the second zip)"


def test_what_has_a_length_keeps_a_line_of_its_own() -> None:
    webbing = [each for each in lines("roll-top") if "Webbing" in each]
    assert len(webbing) == 4  # across the rim, on the straps, in the base tabs, for the ladder locks


def test_the_sheet_of_the_pattern_says_it_so_too() -> None:
    sheet = "".join(svg(bagpattern.make("convertible-backpack")))
    assert sheet.count("D-ring, 25 mm") == 1


def test_a_piece_wider_than_its_cloth_is_warned_of_and_the_list_written() -> None:
    bag = bagpattern.make("pencil-case")
    narrow = tuple(replace(each, widths=(200.0,)) if each.id == "shell" else each for each in bag.materials)
    job = Job(replace(bag, materials=narrow))
    text = Shopping().files(job)["pencil-case-shopping.md"].decode()
    (told,) = Shopping().told(job)
    assert told.startswith("shell: Front and back: the piece is 280 mm wide across the grain, and 180 mm can be used")
    assert f"## Not sold wide enough\n\n- {told.capitalize()[0]}{told[1:]}\n" in text
    assert "- [ ] 20 cm of Lining cotton, 140 cm wide (lining)" in text
    assert "of Cotton canvas" not in text
    assert not [*Shopping().told(Job(bag))]
