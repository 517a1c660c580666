"""The lunch bag: how much of the wall its fold takes, and where its two halves meet."""

from __future__ import annotations

from typing import Any

import pytest

import bagpattern
from bagpattern.errors import InputError
from bagpattern.geometry import areas
from bagpattern.model.pattern import Where

SIZE = {"width": "20 cm", "height": "22 cm", "depth": "12 cm"}


def made(**closure: Any) -> bagpattern.Pattern:
    pattern = bagpattern.make({"style": "lunch-bag", "dimensions": SIZE, "closure": {"kind": "fold-over", **closure}})
    assert pattern.errors == ()
    return pattern


def test_the_wall_is_higher_by_the_fold_and_by_half_the_depth() -> None:
    """22 cm, 8 of fold, 6 to reach across 12 cm, and 6 of the base."""
    pattern = made(fold="8 cm")
    _, low, _, high = areas.bounds([pattern["front"].panel.stitching_line])
    assert high - low == pytest.approx(220 + 80 + 60 + 60)
    assert pattern.finished.height == pytest.approx(220)
    assert pattern.finished.measured is not None
    assert pattern.finished.measured.height is Where.FOLDED


@pytest.mark.parametrize("fastener", ["hook-and-loop", "snap"])
def test_both_halves_lie_on_each_other_when_the_rim_is_folded(fastener: str) -> None:
    """The line of the fold is in the middle between them."""
    front = made(fold="9 cm", fastener=fastener)["front"].panel
    fold = next(line for line in front.lines if line.name == "folded down to here").path.start.imag
    held = [line.path.start.imag for line in front.lines if line.holds]
    held += [hole.at.imag for hole in front.holes if hole.holds]
    upper, lower = max(held), min(held)
    assert (upper + lower) / 2 == pytest.approx(fold)
    assert front.edge("top").path.start.imag - upper > 10


def test_a_fold_that_its_fastener_or_the_front_has_no_room_for_is_refused() -> None:
    with pytest.raises(InputError, match=r"40 mm do not cover what holds it: make it at least [\d.]+ mm"):
        made(fold="4 cm", width="50 mm")
    with pytest.raises(InputError, match="too little for what comes down over it: make it at most"):
        bagpattern.make({"style": "basket-bag", "closure": {"kind": "fold-over"}})
    with pytest.raises(InputError, match="nothing holds the rim: leave this out"):
        made(fastener="none", width="25 mm")


def test_the_cloth_of_the_back_comes_over_and_hangs_before_the_front() -> None:
    """80 mm of it, along a front that leans; what is not folded stays behind the front."""
    sewn = {each.piece: each.points for each in made(fold="8 cm").sewn().surfaces if each.piece in ("front", "back")}
    top = sewn["front"][:, 1].max()
    hanging = sewn["back"][sewn["back"][:, 2] > 20]
    assert 40 < top - hanging[:, 1].min() < 80
    assert hanging[:, 2].max() > sewn["front"][:, 2].max() - 10
    assert sewn["back"][sewn["back"][:, 1] < top - 90][:, 2].max() < 20
