"""Padded straps: the shape of the pad against arithmetic, its layers, and what is bought for it."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any

import pytest

import bagpattern
from bagpattern.errors import InputError
from bagpattern.geometry import areas
from bagpattern.geometry.path import joined
from bagpattern.parts.carrying.wearer import Wearer
from bagpattern.parts.straps._pad import PadShape
from bagpattern.units import parse_length


def made(straps: dict[str, Any] | None = None, **settings: Any) -> bagpattern.Pattern:
    pattern = bagpattern.make({"style": "mini-backpack", "straps": {"kind": "padded", **(straps or {})}, **settings})
    assert pattern.errors == ()
    return pattern


def notion(pattern: bagpattern.Pattern, name: str) -> Any:
    return next(each for each in pattern.notions if each.id == name)


def test_a_straight_pad_is_as_large_as_its_mean_widths() -> None:
    """From 30 to 60 mm over 200 mm, then to 40 over 200: the smooth step's mean is the mean of its ends."""
    sides = PadShape(400, 30, 60, 40, 0).sides()
    assert areas.area(joined(sides)) == pytest.approx(200 * 45 + 200 * 50, rel=1e-4)
    assert sides.bottom.length == pytest.approx(30)
    assert sides.top.length == pytest.approx(40)
    assert sides.left.length == pytest.approx(sides.right.length)


def test_the_middle_is_an_s_of_two_equal_arcs() -> None:
    """An end set out by d over a height of h lies on arcs of radius (h2 + d2) / 4 d."""
    shape = PadShape(400, 40, 40, 40, 60)
    top = shape.middle(400)
    assert top.real == pytest.approx(60, abs=1e-6)
    radius = (top.imag**2 + 60**2) / (4 * 60)
    for at in (0, 50, 120, 200):
        assert abs(shape.middle(at) - radius) == pytest.approx(radius, abs=1e-6)
    steps = [shape.middle(at / 4) for at in range(1601)]
    assert sum(abs(b - a) for a, b in pairwise(steps)) == pytest.approx(400, abs=0.01)


def test_the_sides_of_an_even_strap_keep_their_distance() -> None:
    """The inner side of each arc is 20 mm tighter, so the least radius is that much less."""
    shape = PadShape(400, 40, 40, 40, 60)
    top = shape.middle(400)
    radius = (top.imag**2 + 60**2) / (4 * 60)
    assert shape.tightest() == pytest.approx(radius - 20, rel=0.01)
    assert PadShape(400, 40, 40, 40, 0).tightest() == math.inf


@pytest.mark.parametrize(
    ("height", "least", "most"), [("115 cm", 260, 300), ("155 cm", 330, 360), ("172 cm", 380, 430)]
)
def test_pads_are_as_long_as_published(height: str, least: float, most: float) -> None:
    """Child 260 to 300, petite 330 to 360, adult 380 to 430 [construction 5.5]."""
    pattern = made({"curve": "0 mm"}, wearer={"height": height})
    length = pattern["shoulder-strap"].panel.edge("left").length
    assert least <= length <= most
    assert length == pytest.approx(Wearer(parse_length(height)).strap / 2, abs=5.1)


def test_webbing_is_what_the_pad_leaves() -> None:
    """75 cm less a pad of 37.5 cm and 5 cm of lock, a tail of 10 cm, and 2.5 cm in the tab."""
    webbing = notion(made(), "lower-webbing")
    assert webbing.length == pytest.approx(750 - 375 - 50 + 100 + 25)
    assert 350 <= webbing.length <= 450
    assert webbing.count == 2


def test_shell_and_underside_are_mirrored_and_caught_under_the_anchor() -> None:
    pattern = made({"underside": "lining"})
    for name in ("shoulder-strap", "shoulder-strap-underside"):
        assert (pattern[name].panel.count, pattern[name].panel.mirrored) == (2, 1)
    assert pattern["shoulder-strap-underside"].panel.material == "lining"
    anchor = pattern.draft.seam("strap-anchor to back")
    ends = sorted((run.panel, run.copy) for each in anchor.caught for run in each.runs if run.on == "upper")
    assert ends == [(f"shoulder-strap{end}", copy) for end in ("", "-underside") for copy in (1, 2)]


def test_foam_stays_two_mm_inside_and_ends_below_the_anchor() -> None:
    pattern = made({"curve": "0 mm", "unpadded": "60 mm"})
    foam, strap = pattern["shoulder-strap-foam"], pattern["shoulder-strap"].panel
    assert foam.cut_height == pytest.approx(strap.edge("left").length - 2 - 60, abs=0.2)
    assert foam.cut_width == pytest.approx(50 - 4, abs=0.01)
    assert areas.contains(strap.stitching_line, foam.panel.stitching_line, 1.9)
    assert "shoulder-strap-foam" not in {piece.id for piece in made({"padded": False}).pieces}


def test_edges_are_bound_turned_or_raw() -> None:
    bound, turned = made({"edges": "bound"}), made({"edges": "turned"})
    sides = [bound["shoulder-strap"].panel.edge(name).length for name in ("left", "lower", "right")]
    assert notion(bound, "shoulder-strap binding").length == pytest.approx(sum(sides) + 40)
    assert bound["shoulder-strap"].allowances["left"] == 0
    assert turned["shoulder-strap"].allowances["left"] == 10
    leather = made(materials={"shell": "leather"}, finishing={"machine_limit": "12 mm"})
    assert leather["shoulder-strap"].allowances["left"] == 3


def test_a_sternum_strap_has_webbing_buckle_and_boxes() -> None:
    pattern = made({"sternum": True})
    assert sorted(each.length or 0.0 for each in pattern.notions if each.id.startswith("sternum-")) == [350, 550]
    assert str(notion(pattern, "sternum buckle").size) == "20 mm"
    assert pattern["shoulder-strap"].panel.has("sternum strap")


@pytest.mark.parametrize(
    ("straps", "words"),
    [
        ({"width": "38 mm"}, r"straps.lower_width: webbing of 38 mm is sewn in there: make it at least 48 mm"),
        ({"width": "32 mm"}, r"straps.width: Webbing and ladder locks are not sold 32 mm wide: choose 25 mm"),
        ({"length": "40 cm", "pad_length": "30 cm"}, r"straps.pad_length: .* make it at most 270 mm"),
        ({"curve": "120 mm", "pad_length": "20 cm"}, r"straps.curve: .* too bent .* make it at most \d+ mm"),
        ({"underside": "contrast"}, r"straps.underside: there is no contrast"),
    ],
)
def test_what_cannot_be_made_says_what_would(straps: dict[str, Any], words: str) -> None:
    with pytest.raises(InputError, match=words):
        made(straps)
