"""Pull tabs: folded strips of any width in the seams across a zip's ends, their middles on the zip's."""

from __future__ import annotations

from typing import Any

import pytest

from bagpattern.model.pattern import Pattern
from tests.styles.making import made, refused

COTTON = {"shell": "quilting-cotton", "interfacing": "none"}


def pulls(**more: Any) -> list[dict[str, Any]]:
    return [{"name": "pull", "kind": "pull-tab", **more}]


def held(pattern: Pattern) -> dict[str, tuple[float, float]]:
    """For each seam that holds a tab, where that begins and ends on it."""
    found: dict[str, tuple[float, float]] = {}
    for seam in pattern.seams:
        lows = [
            (each.at, each.at + pattern.draft.side_length(each.runs)) for each in seam.caught if _is_pull(each.runs)
        ]
        if lows:
            found[seam.id] = min(low for low, _ in lows), max(high for _, high in lows)
    return found


def _is_pull(runs: tuple[Any, ...]) -> bool:
    return all(run.panel == "pull" for run in runs)


def test_a_box_pouch_has_one_over_the_middle_of_each_end() -> None:
    width = 30.0
    pattern = made("box-pouch", materials=COTTON, fittings=pulls(width=f"{width} mm", shows="38 mm"))
    assert pattern["pull"].panel.count == 2
    assert pattern["pull"].panel.edge("right").length == 2 * 38.0
    for seam, (low, high) in held(pattern).items():
        assert (low + high) / 2 == pytest.approx(pattern.length(seam) / 2, abs=0.5)
        assert high - low == pytest.approx(width, abs=1.0)  # and what its folds take
    assert set(held(pattern)) == {"right end", "left end"}


def test_it_lies_beside_the_zip_where_the_seam_ends_there() -> None:
    pattern = made("flat-pouch", materials=COTTON, fittings=pulls(ends="last", width="15 mm"))
    ((seam, (low, high)),) = held(pattern).items()
    assert seam in ("right side", "left side")
    assert low == pytest.approx(0.0) or high == pytest.approx(pattern.length(seam))


def test_it_may_be_at_the_ends_of_a_pockets_zip() -> None:
    pocket = {"name": "front pocket", "kind": "zip-between", "panel": "front"}
    pattern = made("mini-backpack", materials=COTTON, pockets=[pocket], fittings=pulls(zip="front-pocket zip"))
    assert pattern["pull"].panel.count == 2
    assert all(seam.startswith("front to ") for seam in held(pattern))


@pytest.mark.parametrize(
    ("style", "more", "message"),
    [
        ("tote", {}, "fittings.pull.kind: the bag has no zip in a seam: take this out"),
        (
            "box-pouch",
            {"zip": "side zip"},
            'fittings.pull.zip: no seam of the bag holds a zip "side zip": write one of',
        ),
    ],
)
def test_what_it_hangs_on_is_told(style: str, more: dict[str, str], message: str) -> None:
    assert message in refused(style, materials=COTTON, fittings=pulls(**more))
