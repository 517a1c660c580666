"""What fits where, against calculations by hand; and a pocket that is sized for things always takes them."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import bagpattern
from bagpattern.catalog.items import items
from bagpattern.contents_fit import Fit, Place, fit
from bagpattern.errors import InputError
from bagpattern.model.space import Cloth
from bagpattern.parameters import declarations
from bagpattern.parts.holding.arranging import best, stand
from bagpattern.parts.holding.laid import Arrangement, Laid
from bagpattern.parts.pockets import POCKETS
from bagpattern.pipeline import make
from bagpattern.preset import read
from tests.cli.conftest import Run, run

__all__ = ["run"]


def bag(*pockets: dict[str, Any], **more: Any) -> dict[str, Any]:
    """The default bag, 22 x 26 x 11 cm with square corners: its lining is 1.5 mm inside, 217 x 257 x 107 mm."""
    square = {"top_radius": "0 mm", "bottom_radius": "0 mm"}
    named = [{"name": f"p{index}", **pocket} for index, pocket in enumerate(pockets)]
    return {"style": "mini-backpack", "dimensions": square, "pockets": named, **more}


def only(found: Fit) -> Place:
    """The one thing that is held."""
    (place,) = found.places
    return place


def test_the_lining_is_where_the_calculations_have_it() -> None:
    (space,) = make(bag()).draft.spaces
    xs, ys = [p.real for p in space.outline.flat], [p.imag for p in space.outline.flat]
    assert (max(xs) - min(xs), max(ys) - min(ys), space.depth) == pytest.approx((217, 257, 107))


def test_a_phone_in_a_slip_pocket() -> None:
    """iPhone 17 Pro, 150 x 71.9 x 8.75, in a slip pocket of 100 x 130 on the lining: two soft layers.

    It takes 71.9 + 8.75 = 80.65 of the width: 100 - 80.65 = 19.35 are left.
    It stands 150 high in 130: 20 show, which is less than 0.3 x 150 = 45.
    Nothing else lies there, so 107 - 8.75 = 98.25 of the bag's depth are left.
    """
    place = only(
        fit(
            bag(
                {
                    "kind": "slip",
                    "panel": "lining-back",
                    "width": "10 cm",
                    "height": "13 cm",
                    "holds": ["iphone-17-pro"],
                }
            )
        )
    )
    assert (place.width, place.length, place.thickness) == pytest.approx((19.35, -20, 98.25))
    assert (place.fits, str(place.verdict)) == (True, "fits; 20 mm show")


def test_a_passport_on_the_outside() -> None:
    """Passport, 125 x 88 x 4, in a slip pocket of 100 x 130 on the front: a patch on the stiffened shell.

    The patch alone goes round it: 88 + 2 x 4 = 96, of 100 leaves 4, which is 2 less than the usual 6.
    125 in 130 leaves 5 above it. It bulges outward: no depth of the bag is taken.
    """
    place = only(
        fit(bag({"kind": "slip", "panel": "front", "width": "10 cm", "height": "13 cm", "holds": ["passport"]}))
    )
    assert (place.width, place.length, place.thickness) == pytest.approx((4, 5, None))
    assert (place.fits, str(place.verdict)) == (True, "fits tightly; with the usual ease it would be 2 mm wider")


def test_keys_behind_a_zip() -> None:
    """Keys, 90 x 50 x 20, behind a zip window that opens 100, its bag 130 wide and 130 deep.

    50 + 20 = 70 of 130 leaves 60 to the sides; 90 + 20 = 110 of 130 leaves 20 above, more than the usual 15.
    They pass the zip: 50 + 20 + 10 for its slider = 80 of 100. 107 - 20 = 87 of the depth are left.
    """
    place = only(
        fit(
            bag({"kind": "zip-window", "panel": "lining-back", "opening": "10 cm", "depth": "13 cm", "holds": ["keys"]})
        )
    )
    assert (place.width, place.length, place.thickness) == pytest.approx((60, 20, 87))
    assert (place.fits, str(place.verdict)) == (True, "fits")


def test_keys_that_do_not_pass_the_zip() -> None:
    """They need 80 of an opening of 70: refused, with the opening that would do."""
    pocket = {"kind": "zip-window", "panel": "lining-back", "opening": "7 cm", "depth": "13 cm", "holds": ["keys"]}
    with pytest.raises(InputError) as refused:
        make(bag(pocket))
    message = "70 mm is too short an opening for the bunch of keys: make it at least 80 mm"
    assert [(each.key, str(each.message)) for each in refused.value.problems] == [("pockets.p0.opening", message)]


def test_a_bottle_in_the_bag() -> None:
    """500 ml bottle, 235 long, 70 across, upright in the bag itself: 217 - 70 = 147, 257 - 235 = 22, 107 - 70 = 37."""
    place = only(fit(bag(holds=["bottle-500"])))
    assert (place.width, place.length, place.thickness) == pytest.approx((147, 22, 37))
    assert (str(place.space), place.fits, str(place.verdict)) == ("the bag itself", True, "fits")


def test_a_laptop_in_the_bag() -> None:
    """13 in laptop, 304.1 x 215 x 11.3: taller than 257 and longer than 217, so it goes in no way.

    Upright 217 - 215 = 2 to the sides, 12 - 2 = 10 short of its ease; 257 - 304.1 = -47.1, and with its ease of 12
    it would have to be 59.1 higher, told as 60. Lying it would be 304.1 + 12 - 217 = 99.1 short: upright is nearer.
    """
    place = only(fit(bag(holds=["laptop-13"])))
    assert (place.width, place.length, place.thickness) == pytest.approx((2, -47.1, 95.7))
    assert (place.fits, str(place.verdict)) == (False, "does not fit; it would have to be 60 mm higher")


def test_what_lies_on_each_other_takes_depth_together() -> None:
    """Sunglasses of 60 in the bag, a wallet of 25 in the back pocket and one of 25 in the front: 110 of 107."""
    wallet = {"kind": "slip", "width": "14 cm", "height": "9 cm", "holds": ["wallet-bifold"]}
    found = fit(bag({**wallet, "panel": "lining-back"}, {**wallet, "panel": "lining-front"}, holds=["sunglasses-hard"]))
    assert [place.thickness for place in found.places] == pytest.approx([-3, -3, -3])
    assert not found.fits
    assert str(found.places[0].verdict).endswith("the bag would have to be 3 mm deeper for all that lies there")
    findings = [finding.subject for finding in make(bag({**wallet, "panel": "lining-back"})).findings]
    assert "BP114" not in findings


def test_what_lies_behind_a_divided_panel_takes_depth_too() -> None:
    """The same wallet of 25 behind a zip that has divided the front: it lies before the same sunglasses."""
    wallet = {"width": "14 cm", "height": "9 cm", "holds": ["wallet-bifold"]}
    behind = {"kind": "zip-between", "panel": "front", "holds": ["wallet-bifold"]}
    found = fit(bag({**wallet, "kind": "slip", "panel": "lining-back"}, behind, holds=["sunglasses-hard"]))
    assert [place.thickness for place in found.places] == pytest.approx([-3, -3, -3])


def test_round_things_take_half_their_girth() -> None:
    """A can of 66 across: half its girth is 103.7 in two soft layers, and the patch on a stiff panel 66 + 103.7."""
    can = Arrangement(((Laid(items()["can-500"]),),))
    assert can.width(Cloth.SLEEVE) == pytest.approx(math.pi * 33)
    assert can.width(Cloth.PATCH) == pytest.approx(66 + math.pi * 33)
    assert can.width(Cloth.GUSSET) == 66


def test_overrides_hold_whatever_the_source_is() -> None:
    """A pattern and a preset that have been made are read anew."""
    pattern, low = make("tote", {"holds": ["tablet-11"]}), {"dimensions.height": "16 cm"}
    for source in (pattern, read("tote", {"holds": ["tablet-11"]}), pattern.settings):
        assert fit(source, overrides=low).places != fit(pattern).places


def test_what_is_asked_for_is_one_name() -> None:
    with pytest.raises(InputError, match=r"^add: is the name of one thing, not a list$"):
        fit("tote", add=["keys"])  # type: ignore[arg-type]


def test_asking_for_one_thing_more() -> None:
    pocket = {"kind": "slip", "panel": "lining-back", "width": "10 cm", "height": "13 cm"}
    found = fit(bag(pocket), add="tablet-8")
    assert [(str(place.space), place.fits) for place in found.proposals] == [("the bag itself", True), ("p0", False)]
    assert str(found.proposals[1].verdict) == "does not fit; it would have to be 54 mm wider, 7 mm higher"
    assert found.fits
    assert not fit(bag(pocket), add="laptop-16").fits
    with pytest.raises(InputError, match=r'^add: there is no item "laptop-61"; did you mean "laptop-16"'):
        fit(bag(pocket), add="laptop-61")


def test_a_pattern_can_be_asked_and_knows_the_makers_own_things() -> None:
    own = [{"name": "Lens cap", "length": "6 cm", "width": "6 cm", "thickness": "1 cm"}]
    pattern = bagpattern.make(bag(holds=["lens-cap"], items=own))
    place = only(bagpattern.fit(pattern, add="Lens cap"))
    assert (place.item, str(place.title)) == ("lens-cap", "Lens cap")
    assert place.width == pytest.approx(157)
    assert bagpattern.fit(pattern, add="Lens cap").proposals[0].item == "lens-cap"


def test_own_things_come_before_the_catalogue() -> None:
    own = [{"name": "passport", "length": "10 cm", "width": "5 cm", "thickness": "5 mm"}]
    assert only(fit(bag(holds=["passport"], items=own))).width == pytest.approx(167)


def test_a_thing_stands_where_rounded_corners_let_it() -> None:
    """In a bag with a dome of 108.5 radius inside a tall thing loses width at its top."""
    domed = bag(holds=["bottle-500"])
    domed["dimensions"] = {"top_radius": "110 mm", "bottom_radius": "0 mm"}
    place = only(fit(domed))
    chord = 2 * math.sqrt(108.5**2 - (235 - (257 - 108.5)) ** 2)
    assert place.width == pytest.approx(chord - 70, abs=0.1)


# what is sized always holds -------------------------------------------------------------------------------------------

held = st.lists(st.sampled_from(sorted(items())), min_size=1, max_size=3)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(POCKETS.names()), st.sampled_from(["front", "back", "lining-front", "lining-back"]), held)
def test_a_pocket_that_is_sized_holds_its_things(kind: str, panel: str, names: list[str]) -> None:
    try:
        pattern = make({"style": "mini-backpack", "pockets": [pocket(kind, panel, names)]})
    except InputError as error:
        refused = [problem.key for problem in error.problems]
    else:
        refused = []
    assert all(key.startswith("pockets.it.") for key in refused)
    if refused:
        return
    spaces = [each for each in pattern.draft.spaces if each.id.startswith("it") and each.holds]
    assert [item.id for space in spaces for item in space.holds] == names
    for space in spaces:
        found = best(space, space.holds)
        assert found is not None
        assert found.missing == {}
        if {"width", "opening"} & {*declarations(POCKETS.member(kind))}:  # other kinds are as wide as their panel
            assert not {"width", "mouth"} & {*found.wanting}


def pocket(kind: str, panel: str, names: list[str]) -> dict[str, Any]:
    return {"name": "it", "kind": kind, "panel": panel, "holds": names}


@pytest.mark.parametrize("kind", POCKETS.names())
def test_every_kind_of_pocket_takes_a_phone_somewhere(kind: str) -> None:
    """A kind that told no space, or paid no heed to what it holds, would fail here."""
    taken = []
    for panel in ("front", "back", "lining-front", "lining-back"):
        try:
            found = fit({"style": "mini-backpack", "pockets": [pocket(kind, panel, ["iphone-17-pro"])]})
        except InputError:
            continue
        taken += [place.fits for place in found.places if place.item == "iphone-17-pro"]
    assert taken
    assert all(taken)


@given(held)
def test_nothing_is_lost_in_an_arrangement(names: list[str]) -> None:
    (space,) = make(bag()).draft.spaces
    found = best(space, [items()[name] for name in names])
    assert found is not None
    assert sorted(laid.item.id for laid in found.arrangement.laid) == sorted(names)
    assert found == stand(space, found.arrangement)


# the command ----------------------------------------------------------------------------------------------------------


def test_the_command_prints_a_table(run: Run) -> None:
    result = run("fit", "mini-backpack", "--add", "tablet-8")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].split() == ["item", "where", "width", "length", "thickness", "verdict"]
    assert "And the 8 in tablet?" in lines
    assert lines[1].startswith("sunglasses in a soft case  the bag itself ")


def test_the_command_speaks_the_presets_units(run: Run) -> None:
    told = run("fit", "mini-backpack-minimal", "--set", "units=in", "--add", "laptop-16").stdout
    assert "fits; 1 1/16 in show" in told  # 27.6 mm
    assert " mm" not in told


def test_the_command_fails_for_what_does_not_fit(run: Run) -> None:
    assert run("fit", "mini-backpack", "--add", "laptop-16").exit_code == 1
    tight = run("fit", "mini-backpack", "--set", "holds=laptop-13")
    assert (tight.exit_code, tight.stderr) == (1, "")
    wrong = run("fit", "mini-backpack", "--add", "laptop")
    assert (wrong.exit_code, wrong.stdout) == (2, "")
    assert wrong.stderr.startswith('--add: there is no item "laptop"')


def test_the_command_says_so_when_nothing_is_held(run: Run) -> None:
    result = run("fit", "mini-backpack", "--set", "holds=")
    assert result.exit_code == 0
    assert result.stdout.startswith("It is to hold nothing yet")
