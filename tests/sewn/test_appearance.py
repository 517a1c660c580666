"""How a bag looks: in the colours of a colourway, else in likely ones of its materials, no two cloths the same."""

from __future__ import annotations

import pytest

import bagpattern
from bagpattern.catalog.colours import Design, colours_in, design_of, is_dark
from bagpattern.catalog.stuffs import substances
from bagpattern.model.colourway import Colourway
from bagpattern.model.pattern import Pattern
from bagpattern.sewn.appearance import appearances
from bagpattern.sewn.bag import Stuff


@pytest.fixture(scope="module")
def bag() -> Pattern:
    return bagpattern.make("mini-backpack")


def test_every_slot_and_every_stuff_has_a_look(bag: Pattern) -> None:
    slots = {each.id for each in bag.materials} | {each.value for each in Stuff}
    assert {*appearances(bag)} == slots
    assert {*substances()} == {each.value for each in Stuff}


def test_a_lining_of_the_shell_s_own_cloth_is_told_from_it() -> None:
    bag = bagpattern.make("mini-backpack", {"materials.shell": "canvas", "materials.lining": "canvas"})
    looks = appearances(bag)
    assert looks["shell"].colour != looks["lining"].colour


def test_a_colourway_is_heard(bag: Pattern) -> None:
    way = Colourway(name="Autumn", shell="mustard stripes", hardware="brass", lining="Strawberry Thief")
    looks = appearances(bag, way)
    assert looks["shell"].second == "#d9a514"
    assert looks["shell"].design is Design.STRIPES
    assert looks["shell"].repeat > 0
    assert looks["metal"].colour == "#b5a642"
    assert looks["metal"].metallic == 1
    assert looks["lining"] == appearances(bag)["lining"]


def test_thread_shows_on_its_cloth(bag: Pattern) -> None:
    for shell in ("navy", "cream"):
        looks = appearances(bag, Colourway(name="One", shell=shell))
        assert is_dark(looks["shell"].colour) is not is_dark(looks["thread"].colour)


@pytest.mark.parametrize(
    ("text", "colours", "design"),
    [
        ("mustard stripes", ("#d9a514",), Design.STRIPES),
        ("white dots on navy", ("#000080", "#ffffff"), Design.DOTS),
        ("navy and white gingham", ("#000080", "#ffffff"), Design.CHECK),
        ("#abc", ("#aabbcc",), Design.NONE),
        ("checkout grey", ("#808080",), Design.NONE),
        ("a print of birds", (), Design.NONE),
    ],
)
def test_what_a_text_says(text: str, colours: tuple[str, ...], design: Design) -> None:
    assert colours_in(text) == colours
    assert design_of(text) is design


@pytest.mark.parametrize("colour", ["white", "navy"])
def test_one_colour_s_stripes_show_on_their_ground(bag: Pattern, colour: str) -> None:
    look = appearances(bag, Colourway(name="One", shell=f"{colour} stripes"))["shell"]
    assert is_dark(look.colour) is not is_dark(look.second)
