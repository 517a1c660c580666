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
from bagpattern.parameters import Table, declarations
from bagpattern.pipeline import make
from bagpattern.styles import STYLES
from tests.cli.conftest import Run, run

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


def test_unknown_things_are_all_told() -> None:
    pocket = {"name": "phone", "kind": "slip", "panel": "lining-back", "holds": ["iphone"]}
    with pytest.raises(InputError) as refused:
        make(bag("pasport", pockets=[pocket]))
    assert [each.key for each in refused.value.problems] == ["holds", "pockets.phone.holds"]
