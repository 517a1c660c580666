"""``dimensions = "from contents"``: the smallest sensible body, and the reasons that are told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bagpattern.catalog.items import items
from bagpattern.contents_fit import fit
from bagpattern.errors import InputError
from bagpattern.parameters import Choice, Table, declarations
from bagpattern.pipeline import make
from bagpattern.styles import STYLES
from tests.cli.conftest import Run, run
from tests.contract import sensible

__all__ = ["run"]


def bag(*holds: str, style: str = "mini-backpack", **more: Any) -> dict[str, Any]:
    return {"style": style, "dimensions": "from contents", "holds": [*holds], **more}


def test_two_things_side_by_side() -> None:
    """Long wallet, 200 x 100 x 25, and a hard case, 160 x 65 x 60; ease 10, lining 1.5 on either side.

    Narrowest: 100 + 10 + 3 = 113, but 12 cm at least. There they stand behind each other: 60 + 25 + 10 + 3 = 98, so
    100 deep, which is more than half of the width until that is 200. Side by side they take 65 + 100 + 10 = 175, but
    a narrower bag is that wide only above its rounded corners, where the wallet would stand in the upper ones.
    """
    finished = make(bag("wallet-long", "sunglasses-hard")).finished
    assert (finished.width, finished.depth) == pytest.approx((200, 100))
    reasons = [str(each) for each in finished.because]
    assert reasons[:2] == ["layer 1: sunglasses in a hard case, 65 mm across", "layer 2: long wallet, 100 mm across"]
    told = "100 mm deep: layers 60 mm + 25 mm, ease 10 mm, lining 3 mm; 5 mm steps, 60 mm at least"
    assert told in reasons


def test_cards_stand_side_by_side_in_the_smallest_bag() -> None:
    """Two cards, 85.6 x 54 x 0.8: 108 and an ease of 6 stand in 12 x 14 x 6 cm, the least that the sizes may be."""
    finished = make(bag("card", "card", lining={"kind": "none"}, closure={"kind": "zip-seam"})).finished
    assert str(finished.because[0]) == "layer 1: bank card and bank card, 108 mm across"
    assert finished.depth == pytest.approx(60)


def test_pockets_count_and_find_their_places() -> None:
    pocket = {"name": "phone", "kind": "slip", "panel": "lining-back", "holds": ["iphone-17-pro-cased"]}
    bare, more = make(bag("wallet-bifold")), make(bag("wallet-bifold", pockets=[pocket]))
    assert more.finished.height > bare.finished.height
    assert "pockets 12.8 mm" in "".join(map(str, more.finished.because[-2:]))
    assert fit(more).fits


def sized() -> Iterator[str]:
    """Every style whose dimensions may be that word."""
    for name in STYLES.names():
        declared = declarations(STYLES.member(name)).get("dimensions")
        if isinstance(declared, Table) and declared.word:
            yield name


@pytest.mark.parametrize("style", [*sized()])
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(names=st.lists(st.sampled_from(sorted(items())), min_size=1, max_size=4))
def test_it_takes_what_it_is_made_for(style: str, names: list[str]) -> None:
    try:
        found = fit(bag(*names, style=style))
    except InputError as error:
        found = None
        refused = error.problems
    if found is None:
        assert refused
        return
    assert found.fits, found


@pytest.mark.parametrize("style", [*sized()])
def test_no_side_could_be_shorter(style: str) -> None:
    """A wallet and sunglasses: 5 mm lower or shallower, and something is tight, or less than may be.

    The width is not the least, but twice the depth.
    """
    things = ["wallet-long", "sunglasses-hard"]
    size = make(bag(*things, style=style)).finished
    assert make(bag(*things, style=style)).errors == ()
    for side in ("height", "depth"):
        given = {each: f"{getattr(size, each):.2f} mm" for each in ("width", "height", "depth")}
        given[side] = f"{getattr(size, side) - 5:.2f} mm"
        try:
            smaller = fit({"style": style, "dimensions": given, "holds": things})
        except InputError:
            continue
        tight = any("usual ease" in str(place.verdict) for place in smaller.places)
        assert not smaller.fits or tight, (side, smaller)


def test_a_tote_whose_zip_closes_it_to_a_wedge_is_twice_as_deep() -> None:
    open_, zipped = (
        make(bag("passport", "keys", style="tote", closure={"kind": kind})).finished
        for kind in ("open", "straight-zip")
    )
    assert zipped.depth > open_.depth
    assert fit(bag("passport", "keys", style="tote", closure={"kind": "straight-zip"})).fits


def test_the_settings_keep_the_word() -> None:
    pattern = make(bag("passport"))
    assert pattern.settings["dimensions"] == "from contents"
    assert make(pattern.settings).finished == pattern.finished


def test_given_sizes_have_no_reasons() -> None:
    assert make("mini-backpack").finished.because == ()


def test_show_tells_the_reasons(run: Run) -> None:
    told = run("show", "mini-backpack", "--set", "dimensions=from contents").stdout
    assert "deep: layers" in told
    inches = run("show", "mini-backpack", "--set", "dimensions=from contents", "--set", "units=in").stdout
    assert "deep: layers" in inches
    assert " mm" not in inches.partition("shell:")[0]


@pytest.mark.parametrize(
    ("holds", "message"),
    [
        ([], '"from contents" knows no contents: write holds = ["passport"], at the top or in a pocket'),
        (["bottle-500"] * 20, '"from contents" would be more than 450 mm wide: let the bag hold less, or give sizes'),
    ],
)
def test_what_cannot_be_is_refused(holds: list[str], message: str) -> None:
    with pytest.raises(InputError) as refused:
        make(bag(*holds))
    assert [(each.key, str(each.message)) for each in refused.value.problems] == [("dimensions", message)]


def test_a_fault_that_no_size_mends_is_told_alone() -> None:
    """Not what the bag is too small for at first, either: no size was found because of the fault."""
    phone = {"name": "phone", "kind": "phone-sleeve", "panel": "lining-back", "holds": ["iphone-16"]}
    lipstick = {"name": "lipstick", "kind": "elastic-top", "panel": "lining-front", "holds": ["lipstick"]}
    with pytest.raises(InputError) as refused:
        make({"style": "mini-backpack", "dimensions": "from contents", "pockets": [phone, lipstick]})
    assert [each.key for each in refused.value.problems] == ["pockets.lipstick.gather"]


def test_unknown_things_are_all_told() -> None:
    pocket = {"name": "phone", "kind": "slip", "panel": "lining-back", "holds": ["iphone"]}
    with pytest.raises(InputError) as refused:
        make(bag("pasport", pockets=[pocket]))
    assert [each.key for each in refused.value.problems] == ["holds", "pockets.phone.holds"]


# which way the bag goes -----------------------------------------------------------------------------------------------


def test_a_crossbody_for_a_phone_is_as_deep_as_its_zip_needs() -> None:
    """The tape of #5 is 31.8 mm wide: 35 mm is the next step; the phone alone would do with 30."""
    pattern = make(bag("iphone-16", style="crossbody"))
    assert pattern.errors == ()
    assert pattern.finished.depth == pytest.approx(35)
    assert "then 35 mm deep, as its zip, its top or its seams need" in [str(each) for each in pattern.finished.because]


def test_a_messenger_for_a_laptop_lies() -> None:
    """304.1 with its ease of 12 and twice the lining's 1.5 mm are 319.1; standing, 215 + 12 + 3 are 230."""
    lying, standing = (
        make(bag("laptop-13", style="messenger", **more)).finished for more in ({}, {"orientation": "standing"})
    )
    assert (lying.width, standing.width) == pytest.approx((320, 230))
    assert lying.height < 304 < standing.height


@pytest.mark.parametrize("style", [*sized()])
def test_the_best_way_is_the_smaller_bag(style: str) -> None:
    best, *others = (
        make(bag("tablet-11", style=style, orientation=way)).finished for way in ("best", "lying", "standing")
    )
    assert best.width * best.height * best.depth == pytest.approx(
        min(each.width * each.height * each.depth for each in others)
    )
    assert others[0].width > others[1].width


def test_a_band_pouch_takes_a_large_laptop() -> None:
    pattern = make(bag("laptop-16", style="band-pouch"))
    assert pattern.errors == ()
    assert pattern.finished.width == pytest.approx(375)
    assert fit(pattern).fits


def test_what_is_too_high_standing_is_told_to_lie() -> None:
    with pytest.raises(InputError) as refused:
        make(bag("laptop-16", style="band-pouch", orientation="standing"))
    told = '"from contents" would be more than 350 mm high: let the bag hold less, or give sizes, '
    assert [str(each.message) for each in refused.value.problems] == [told + 'or write orientation = "lying"']


@pytest.mark.parametrize("style", ["messenger", "clutch", "flat-pouch"])
def test_an_orientation_of_given_sizes_is_refused(style: str) -> None:
    size = {"width": "30 cm", "height": "20 cm"}
    with pytest.raises(InputError, match="orientation: is for sizes that follow from contents: leave this out, or"):
        make({"style": style, "dimensions": size, "orientation": "lying", "holds": ["passport"]})


@pytest.mark.parametrize("style", ["clutch", "flat-pouch"])
@pytest.mark.parametrize("orientation", ["lying", "standing", "best"])
def test_flat_bags_go_either_way_and_open_wide_enough(style: str, orientation: str) -> None:
    pattern = make({"style": style, "holds": ["tablet-11"], "orientation": orientation})
    assert (pattern.finished.width > pattern.finished.height) == (orientation == "lying")
    assert fit(pattern).fits


def closed() -> Iterator[tuple[str, str]]:
    """Every style whose sizes may follow, with every way to close it."""
    for style in sized():
        family = declarations(STYLES.member(style)).get("closure")
        if isinstance(family, Choice):
            yield from ((style, kind) for kind in family.family.names())


@pytest.mark.parametrize(("style", "kind"), [*closed()])
@pytest.mark.parametrize("thing", ["iphone-16", "passport", "tablet-11"])
def test_whatever_closes_it_a_bag_for_one_thing_can_be_made(style: str, kind: str, thing: str) -> None:
    """Unless a bag of that kind cannot be closed so at all, whatever its size."""
    asked = bag(thing, style=style, closure={"kind": kind})
    if not sensible.taken({"style": style, "closure": {"kind": kind}}):
        return
    pattern = make(asked)
    assert pattern.errors == ()
    assert fit(pattern).fits
