"""Strap lengths against what is published for adults (drafting notes 5.1 to 5.11), and one strap that serves twice."""

from __future__ import annotations

from typing import Any

import pytest

import bagpattern
from bagpattern.errors import InputError
from bagpattern.parts.carrying.wearer import TORSO_SHARE, TORSOS, Wearer, shortest
from bagpattern.units import parse_length

INCH = 25.4


def made(**settings: Any) -> bagpattern.Pattern:
    pattern = bagpattern.make({"style": "mini-backpack", **settings})
    assert pattern.errors == ()
    return pattern


def note(pattern: bagpattern.Pattern, notion: str) -> str:
    return next(str(each.note) for each in pattern.notions if each.id == notion)


@pytest.mark.parametrize("height", ["158 cm", "168 cm", "182 cm", "195 cm"])
def test_adult_straps_are_as_long_as_published(height: str) -> None:
    """Shoulder straps 28 to 36 in, crossbody straps 45 to 60 in, handles 160 to 200 mm."""
    wearer = Wearer(parse_length(height))
    assert 28 * INCH <= wearer.strap <= 36 * INCH
    assert 45 * INCH <= wearer.crossbody <= 60 * INCH
    assert 160 <= wearer.handle <= 200


def test_torso_classes_are_bounded_as_published() -> None:
    assert TORSOS["S"] < 450 < TORSOS["M"] < 500 < 520 < TORSOS["L"]
    assert abs(1580 * TORSO_SHARE - 450) <= 1


def test_a_54_in_strap_ranges_as_published() -> None:
    """54 in of webbing give 25 to 50 in: 75 mm are folded back, 60 are lost at the slider."""
    length = 54 * INCH - 75
    assert length == pytest.approx(50 * INCH, rel=0.03)
    assert shortest(length, 75) == pytest.approx(25 * INCH, rel=0.18)


def test_lengths_follow_the_wearer_and_are_told() -> None:
    pattern = made(wearer={"height": "150 cm"})
    assert pattern["shoulder-strap"].panel.edge("left").length == pytest.approx(690 + 40)
    assert note(pattern, "strap slider") == "straps from 42 to 69 cm, for a wearer of 150 cm"
    assert note(pattern, "crossbody slider") == "strap from 66 to 113 cm, for a wearer of 150 cm"


def test_given_lengths_stand() -> None:
    pattern = made(wearer={"height": "150 cm"}, straps={"length": "80 cm"}, crossbody={"length": "120 cm"})
    assert pattern["shoulder-strap"].panel.edge("left").length == pytest.approx(840)
    assert pattern["crossbody-strap"].panel.edge("left").length == pytest.approx(1275)


def test_a_strap_for_the_shoulder_can_be_taken_in_to_28_in() -> None:
    wearer = Wearer(carry=("crossbody", "shoulder"))
    assert shortest(wearer.crossbody, 75) <= 28 * INCH


@pytest.mark.parametrize("height", ["120 cm", "150 cm", "168 cm", "190 cm", "215 cm"])
@pytest.mark.parametrize("bag", [{}, {"width": "30 cm", "height": "45 cm"}])
def test_the_convertible_strap_serves_back_and_body(height: str, bag: dict[str, str]) -> None:
    pattern = made(dimensions=bag, wearer={"height": height}, straps={"kind": "convertible", "of": "webbing"})
    used = next(each.length or 0.0 for each in pattern.notions if each.id == "convertible-strap")
    longest = used - 75 - 2 * 10
    wearer = Wearer(parse_length(height))
    assert longest >= wearer.stature * 0.75 - 10
    ring, base = pattern["back"].panel.along("strap-anchor").path, 0.0
    straight = min(point.imag for point in ring.flat) - base
    loosest = 2 * max(wearer.paths[1], straight + 120 + wearer.paths[1] - wearer.paths[0]) + 30
    assert shortest(longest, 75) <= loosest


def test_the_convertible_strap_is_as_long_as_published() -> None:
    """150 to 160 cm of 25 mm webbing for an adult [drafting notes 5.10]."""
    pattern = made(wearer={"height": "168 cm"}, straps={"kind": "convertible", "of": "webbing"})
    webbing = next(each for each in pattern.notions if each.id == "convertible-strap")
    assert webbing.width == 25
    assert 1500 <= (webbing.length or 0.0) <= 1600


def test_the_convertible_strap_brings_its_rings_and_hooks() -> None:
    pattern = made(straps={"kind": "convertible"})
    counts = {each.id: each.count for each in pattern.notions if each.kind in ("ring", "swivel", "slider")}
    assert counts == {
        "strap-tab ring": 2,
        "strap-loop ring": 1,
        "side-tab ring": 2,
        "convertible slider": 1,
        "convertible swivel": 2,
    }


def test_every_way_of_carrying_is_served_by_default() -> None:
    made(wearer={"carry": ["backpack", "crossbody", "shoulder", "hand"]})


def test_side_tabs_go_where_a_pocket_leaves_them_room() -> None:
    """Left open, their height is the first below two thirds that is clear of the pocket's top."""
    pocket = {"name": "magazine", "kind": "full", "panel": "back", "height": "15 cm"}
    free, moved = (made(pockets=pockets).draft.seam("back to zip band") for pockets in ([], [pocket]))
    assert _tab_at(free) != _tab_at(moved)


def _tab_at(seam: Any) -> list[float]:
    return [caught.at for caught in seam.caught if caught.runs[0].panel == "side-tab"]


@pytest.mark.parametrize("key", ["crossbody.height", "straps.base_inset"])
def test_proposed_places_are_free(key: str) -> None:
    """What a refusal proposes is taken."""
    part, name = key.split(".")
    settings: dict[str, Any] = {
        "pockets": [{"name": "magazine", "kind": "full", "panel": "back", "height": "15 cm"}],
        part: {name: "15 cm" if part == "crossbody" else "10 mm"},
    }
    if part == "straps":
        settings["dimensions"] = {"bottom_radius": "60 mm"}
    with pytest.raises(InputError) as refused:
        made(**settings)
    proposed = str(refused.value).rpartition("at ")[2]
    made(**{**settings, part: {name: proposed}})


@pytest.mark.parametrize(
    ("torso", "apart"), [(400.0, 50.0), (440.0, 50.0), (449.0, 50.0), (451.0, 60.0), (519.0, 60.0), (521.0, 70.0)]
)
def test_straps_are_as_far_apart_as_the_torso_is_sold(torso: float, apart: float) -> None:
    """S to 45 cm, L from 52 cm: as the sizes of torsos are told."""
    assert Wearer(height=torso / TORSO_SHARE).spacing == apart
