"""A facing at the top of a lining: cut from the shell, seamed to the lining, sewn to the rim in its place."""

from __future__ import annotations

from typing import Any

import pytest

import bagpattern
from bagpattern.errors import InputError


def made(style: str, wide: str = "45 mm", **settings: Any) -> bagpattern.Pattern:
    pattern = bagpattern.make({"style": style, "lining": {"kind": "drop-in", "facing": wide}, **settings})
    assert pattern.errors == ()
    return pattern


@pytest.mark.parametrize("style", ["tote", "bucket", "roll-top", "basket-bag", "clutch"])
def test_lining_and_facing_finish_as_the_lining_did(style: str) -> None:
    plain = bagpattern.make({"style": style, "lining": {"kind": "drop-in"}})
    pattern = made(style)
    faced = [piece.id for piece in pattern.pieces if piece.id.endswith("-facing") and piece.id.startswith("lining")]
    assert faced
    for strip in faced:
        whole = strip.removesuffix("-facing")
        area = plain[whole].panel.stitching_line.polygon.area
        parts = (pattern[name].panel.stitching_line.polygon.area for name in (whole, strip))
        assert sum(parts) == pytest.approx(area, rel=1e-6)
        assert pattern[strip].panel.material == "shell"


def test_it_is_as_wide_as_asked_and_sewn_to_the_rim() -> None:
    pattern = made("tote", "60 mm")
    strip = pattern["lining-front-facing"].panel
    _, bottom, _, top = strip.stitching_line.bounds
    assert top - bottom == pytest.approx(60)
    assert {run.panel for run in pattern.draft.seam("rim").b} == {"lining-front-facing", "lining-back-facing"}


def test_a_facing_of_a_leaning_wall_is_a_part_of_its_sector() -> None:
    """Its two curved edges are 50 mm apart, and longer above: 50 mm of wall lean out by 50 x 3 / 25.2 mm or so."""
    pattern = made("bucket", "50 mm", dimensions={"flare": "3 cm"})
    strip = pattern["lining-front-facing"].panel
    above, below = strip.edge("top").length, strip.edge("facing line").length
    assert strip.edge("right").length == pytest.approx(50, abs=0.01)
    assert above > below


def test_both_ends_of_a_gusset_are_faced() -> None:
    pattern = made("messenger")
    ends = {piece.id for piece in pattern.pieces if piece.id.startswith("lining-gusset-")}
    assert ends == {"lining-gusset-left-end-facing", "lining-gusset-right-end-facing"}


@pytest.mark.parametrize(
    ("preset", "message"),
    [
        ({"style": "mini-backpack"}, "only the rim of an open bag is faced, and a zip closes this one: leave this out"),
        ({"style": "tote", "closure": {"kind": "magnetic-snap"}}, "do not go on this lining .* with a facing of 65 mm"),
    ],
    ids=str,
)
def test_a_facing_that_does_not_go_is_refused(preset: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError, match=f"lining.facing: .*{message}"):
        bagpattern.make({**preset, "lining": {"facing": "45 mm"}})


def test_a_facing_that_leaves_no_lining_to_be_sewn_below_it_is_refused() -> None:
    """A box 140 mm high has 138.5 mm of lining: 132.5 of facing would leave 6, and 8 can be sewn."""
    with pytest.raises(InputError, match="it would fit with a facing of 130 mm"):
        bagpattern.make({"style": "box-bag", "lining": {"facing": "132.5 mm"}})
