"""Fittings against arithmetic: places in seams, sleeves, feet and boards on all kinds of bases, piping."""

from __future__ import annotations

import math
from typing import Any

import pytest

import bagpattern
from bagpattern.errors import InputError
from bagpattern.geometry import areas


def made(kind: str, style: str = "mini-backpack", name: str = "test", **values: Any) -> bagpattern.Pattern:
    more = values.pop("more", {})
    pattern = bagpattern.make({"style": style, "fittings": [{"name": name, "kind": kind, **values}], **more})
    assert pattern.errors == ()
    return pattern


def notion(pattern: bagpattern.Pattern, name: str) -> Any:
    return next(each for each in pattern.notions if each.id == name)


def caught(pattern: bagpattern.Pattern, piece: str) -> list[tuple[str, float]]:
    """Seam and place of everything of a piece that is held in seams."""
    return [(seam.id, each.at) for seam in pattern.seams for each in seam.caught if each.runs[0].panel == piece]


# loops ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("edge", ["left", "right"])
def test_a_ring_hangs_as_far_up_as_it_is_told(edge: str) -> None:
    """On the tote's side seam, 36 cm long, 10 cm above its lower end, on either side."""
    pattern = made("ring-loop", "tote", panel="front", edge=edge, at="10 cm", width="25 mm")
    seam = pattern.draft.seam(f"{edge} side")
    ats = {round(at, 2) for name, at in caught(pattern, "test") if name == seam.id}
    width = pattern["test"].panel.edge("start").length / 2  # folded to its middle
    low = 100 - width / 2
    assert min(ats) == pytest.approx(low if edge == "right" else 360 - 100 - width / 2, abs=0.02)
    assert str(notion(pattern, "test ring").size) == "25 mm"


def test_a_ring_left_to_the_rule_hangs_in_the_middle() -> None:
    pattern = made("ring-loop", "tote", panel="front", edge="right")
    low, high = min(at for _, at in caught(pattern, "test")), max(at for _, at in caught(pattern, "test"))
    assert abs((low + high) / 2 - 180) < 15


def test_a_wrist_strap_is_a_closed_loop_with_a_hook() -> None:
    pattern = made("wrist-strap", length="31 cm")
    assert pattern["test"].panel.edge("left").length == pytest.approx(310)
    assert {"test swivel", "test-tab ring"} <= {each.id for each in pattern.notions}
    ends = pattern.draft.seam("test ends")
    assert [run.on for run in (*ends.a, *ends.b)] == ["start", "end"]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"edge": "rigth"}, r'edge: the back has no edge "rigth": choose one of bottom, right, top, left'),
        ({"at": "1 m"}, r"at: the right edge of the back ends before: make it at most \d+"),
        ({"width": "22 mm"}, r"width: Rings are not sold 22 mm wide inside: choose 20 mm .* or 25 mm"),
    ],
)
def test_a_ring_that_cannot_hang_there_says_where(values: dict[str, Any], words: str) -> None:
    with pytest.raises(InputError, match=words):
        made("ring-loop", **values)


def test_a_hem_holds_no_ring() -> None:
    with pytest.raises(InputError, match="the top edge of the back is not sewn"):
        made("ring-loop", "tote", edge="top", more={"lining": {"kind": "none"}})


@pytest.mark.parametrize("of", ["bought", "shell"])
def test_a_fold_holds_no_piping(of: str) -> None:
    """In a folded pouch the base is no seam, be the piping bought or covered."""
    with pytest.raises(InputError, match=r"the base seam has to be sewn, because the .* is caught in it"):
        made("piping", "flat-pouch", panel="back", of=of, more={"build": "folded"})


# luggage sleeve -------------------------------------------------------------------------------------------------------


def test_a_luggage_sleeve_passes_the_handle_and_stays_open() -> None:
    """A handle of 15 cm, 25 mm for its thickness; only the sides are sewn."""
    pattern = made("luggage-sleeve", "tote", handle="15 cm", height="14 cm")
    panel = pattern["test"].panel
    assert (panel.edge("top").length, panel.edge("left").length) == pytest.approx((175, 140))
    sewn = [seam for seam in pattern.seams if seam.id.startswith("test ")]
    assert [run.on for seam in sewn for run in seam.b] == ["right", "left"]
    assert [pattern.draft.side_length(seam.a) for seam in sewn] == pytest.approx([140, 140])


def test_a_sleeve_stands_above_the_base_of_a_boxed_bag() -> None:
    """The base is half of 12 cm on the back; the sleeve lies 5 cm above it."""
    pattern = made("luggage-sleeve", "tote", base="5 cm")
    back = pattern["back"].panel
    low = areas.bounds([back.along("test").path])[1] - areas.bounds([back.stitching_line])[1]
    assert low == pytest.approx(60 + 50)


def test_sleeves_that_do_not_fit_say_what_would() -> None:
    """The back is 22 cm wide: 26 mm stay free, 25 mm are for the handle's thickness."""
    with pytest.raises(InputError, match=r"handle: .* make it at most 169 mm"):
        made("luggage-sleeve", handle="30 cm")
    with pytest.raises(InputError, match=r"panel: it goes on the outside of the bag"):
        made("luggage-sleeve", panel="lining-back")


# feet and boards ------------------------------------------------------------------------------------------------------


def test_feet_of_a_boxed_tote_lie_at_the_corners_of_its_base() -> None:
    """The base is 34 by 12 cm, half of it on each panel; feet 3 cm from its edges."""
    pattern = made("feet", "tote", inset="3 cm")
    for name in ("front", "back"):
        panel = pattern[name].panel
        left, bottom, right, _ = areas.bounds([panel.edge("bottom").path])
        spots = sorted((hole.at.real - left, hole.at.imag - bottom) for hole in panel.holes)
        assert [x for x, _ in spots] == pytest.approx([30, right - left - 30])
        assert [y for _, y in spots] == pytest.approx([60 - 30, 60 - 30])


def test_feet_of_a_band_lie_beside_both_of_its_edges() -> None:
    """The straight of the base is 22 cm less two corners of 35 mm, its middle that of the band; feet 25 mm in."""
    pattern = made("feet", more={"dimensions": {"bottom_radius": "35 mm"}})
    band = pattern["base-band"].panel
    _, low, right, high = areas.bounds([band.stitching_line])
    spots = sorted((abs(hole.at.real - right / 2), min(hole.at.imag - low, high - hole.at.imag)) for hole in band.holes)
    assert len(spots) == 4
    assert all((x, y) == pytest.approx((150 / 2 - 25, 25)) for x, y in spots)


def test_feet_of_a_round_base_lie_inside_it() -> None:
    pattern = made("feet", "bucket", count=5)
    base = pattern["base"].panel
    assert len(base.holes) == 5
    assert {str(hole.label) for hole in base.holes} == {"foot"}
    left, _, right, _ = areas.bounds([base.stitching_line])
    radius = (right - left) / 2
    middle = complex((left + right) / 2, sum(hole.at.imag for hole in base.holes) / 5)
    assert max(abs(hole.at - middle) for hole in base.holes) <= radius - 25 + 0.1


def test_a_middle_foot_does_not_lie_on_the_base_seam() -> None:
    with pytest.raises(InputError, match="count: a foot in the middle would lie on a seam"):
        made("feet", "tote", count=5)


def test_a_board_is_smaller_than_the_base_and_its_cover_larger_than_the_board() -> None:
    """34 by 12 cm less 6 mm all round; the cover 2 mm larger on every side."""
    pattern = made("base-insert", "tote")
    assert str(notion(pattern, "test board").size) == "328 x 108 mm"
    cover = pattern["test"]
    assert (cover.cut_width, cover.cut_height) == pytest.approx((332 + 20, 112 + 20))
    halves = [pattern["test"].panel.edge(name).length for name in ("sewn half", "open half")]
    assert halves == pytest.approx([332 + 112, 332 + 112])


def test_a_flat_bag_has_no_feet() -> None:
    with pytest.raises(InputError, match=r"kind: the base, .* is too small for this: make the bag at least 40 mm deep"):
        made("feet", "tote", more={"dimensions": {"depth": "3 cm"}})


# piping ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("closure", ["zip-band", "zip-seam"])
def test_piping_is_as_long_as_the_seams_that_it_is_in(closure: str) -> None:
    """Caught twice, by both of its edges; round the whole back, round the front as far as no zip is there."""
    for name in ("front", "back"):
        pattern = made("piping", panel=name, more={"closure": {"kind": closure}})
        strip, face = pattern["test"].panel, pattern[name].panel
        length = sum(edge.length for edge in face.edges if not edge.zip)
        assert strip.edge("lower").length * strip.count == pytest.approx(length)
        runs = [run for seam in pattern.seams for each in seam.caught for run in each.runs if run.panel == "test"]
        assert sum(pattern.draft.run_length(run) for run in runs) == pytest.approx(2 * length)
        assert notion(pattern, "test cord").length == pytest.approx(length + 40)


def test_a_strip_goes_once_round_its_cord() -> None:
    """A cord of 5 mm in cloth of 0.6 mm, and the allowance at both edges."""
    strip = made("piping", cord="5 mm")["test"]
    assert strip.panel.edge("start").length == pytest.approx(math.pi * 5.6 * math.sqrt(2))
    assert strip.cut_height == pytest.approx(math.pi * 5.6 + 20)
    assert strip.panel.grain == pytest.approx(complex(math.sqrt(0.5), math.sqrt(0.5)))
    assert strip.panel.edge("lower").length <= 400


def test_what_does_not_fray_is_cut_in_one_strip() -> None:
    strip = made("piping", more={"materials": {"shell": "faux-leather"}})["test"].panel
    assert strip.count == 1
    assert not strip.note


def test_bought_piping_is_a_purchase_alone() -> None:
    pattern = made("piping", of="bought")
    assert "test" not in {piece.id for piece in pattern.pieces}
    assert notion(pattern, "test").kind == "piping"


def test_seams_that_end_at_corners_get_a_strip_each() -> None:
    """A tote's front is sewn at its right, its base and its left, with boxed corners between."""
    pattern = made("piping", "tote")
    lengths = [pattern[name].panel.edge("lower").length for name in ("test", "test-2", "test-3")]
    assert sorted(lengths) == pytest.approx([340, 360, 360])
