"""The key leash: where it hangs, and how long it is cut."""

from __future__ import annotations

from typing import Any

import pytest

import bagpattern
from bagpattern.errors import InputError
from bagpattern.export.json import json_text
from tests import proof


def made(**values: Any) -> bagpattern.Pattern:
    """A proved mini backpack with a key leash."""
    leash = {"name": "leash", "kind": "key-leash", **values}
    pattern = bagpattern.make({"style": "mini-backpack", "fittings": [leash]})
    assert pattern.errors == ()
    assert proof.failures(json_text(pattern)) == []
    return pattern


def hung_at(pattern: bagpattern.Pattern) -> float:
    """mm below the top of the lining's back at which the strip's middle is caught in its seam."""
    (seam,) = (each for each in pattern.seams for it in each.caught[:1] if it.runs[0].panel == "leash")
    at = seam.caught[0].at + pattern.draft.run_length(seam.caught[0].runs[0]) / 2
    for run in seam.a:
        length = pattern.draft.run_length(run)
        if at <= length:
            assert run.panel == "lining-back"
            _, _, _, top = pattern["lining-back"].stitching_line.bounds
            return float(top - pattern.draft.point_along(run, at).imag)
        at -= length
    raise AssertionError("caught beyond the seam")


def test_left_open_it_hangs_where_it_is_free_near_65_mm_below_the_top() -> None:
    assert hung_at(made()) == pytest.approx(65, abs=0.5)


def test_it_hangs_where_it_is_told() -> None:
    assert hung_at(made(drop="5 cm")) == pytest.approx(50, abs=0.5)


def test_the_strip_reaches_the_hook_and_folds_round_it() -> None:
    """120 to the bar and half of the 35 that go round it; 4 x (15 and the cloth's own thickness) across."""
    strip = made(length="12 cm")["leash"].panel
    assert strip.edge("left").length == pytest.approx(120 + 17.5)
    assert strip.along("hook stitching").path.start.imag == pytest.approx(120 - 17.5)
    assert strip.edge("start").length == pytest.approx(4 * 15.6)


def test_the_hook_is_as_wide_as_the_strip_and_is_sold() -> None:
    hook = next(each for each in made(width="20 mm").notions if each.id == "leash swivel")
    assert (hook.width, hook.threads) == (20, "leash")
    with pytest.raises(InputError, match=r"fittings.leash.width: Swivel hooks are not sold 12 mm wide"):
        made(width="12 mm")


def test_webbing_is_bought_and_its_place_is_marked() -> None:
    pattern = made(of="webbing", length="12 cm")
    webbing = next(each for each in pattern.notions if each.id == "leash")
    assert webbing.length == pytest.approx(120 + 17.5 + 10)
    assert pattern["lining-back"].panel.along("leash").length == pytest.approx(8)


def test_a_place_that_is_taken_is_told_with_the_nearest_free_one() -> None:
    with pytest.raises(InputError, match=r"fittings.leash.drop: .* nearest free place is at 209 mm"):
        made(drop="20 cm")
    made(drop="209 mm")


@pytest.mark.parametrize("of", ["fabric", "webbing"])
@pytest.mark.parametrize(
    ("lining", "stands", "where"),
    [
        ("drop-in", "between", "right sides together"),
        ("none", "within", "wrong side of the"),
        ("bound", "within", "lining of the"),
    ],
)
def test_it_is_laid_where_it_hangs_inside(of: str, lining: str, stands: str, where: str) -> None:
    """In a bag whose inside is the wrong side of its shell, what lies between right sides would hang outside."""
    panel = "lining-back" if lining == "drop-in" else "back"
    leash = {"name": "leash", "kind": "key-leash", "panel": panel, "of": of}
    bag = {"style": "tote", "build": "wrap", "lining": {"kind": lining}, "fittings": [leash]}
    pattern = bagpattern.make({**bag, "materials": {"shell": "canvas"}})
    assert proof.failures(json_text(pattern)) == []
    assert {it.stands for seam in pattern.seams for it in seam.caught if it.runs[0].panel == "leash"} <= {stands}
    (told,) = [each for step in pattern.steps for each in str(step.step.text).split(". ") if "free end" in each]
    assert where in told
    done = [each.id for step in pattern.steps for each in step.step.operations]
    laid = [each for step in pattern.steps for each in step.step.operations if str(each.side) in ("right", "wrong")]
    (end,) = [each for each in laid if "leash" in (*each.notions, *(sheet.panel for sheet in each.pieces))]
    assert str(end.side) == ("right" if stands == "between" else "wrong")
    linings = [each.id for each in laid if any(sheet.panel == "lining-back" for sheet in each.pieces)]
    assert all(done.index(each) < done.index(end.id) for each in linings)


def test_webbing_cannot_be_caught_where_the_cloth_goes_on() -> None:
    leash = {"name": "leash", "kind": "key-leash", "panel": "back", "of": "webbing"}
    with pytest.raises(InputError, match="build: the left side has to be sewn, because the webbing is caught in it"):
        bagpattern.make({"style": "tote", "build": "tube", "lining": {"kind": "none"}, "fittings": [leash]})
