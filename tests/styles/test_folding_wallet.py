"""The folding wallet: what its folded sides measure, how they lie closed and open, and what cannot be folded."""

from __future__ import annotations

import math
from functools import cache
from typing import Any

import numpy as np
import pytest

import bagpattern
from bagpattern.errors import InputError
from bagpattern.geometry import areas
from bagpattern.geometry.shapes import rectangle
from bagpattern.sewn.accordion import folded_up
from bagpattern.sewn.proof import Strain, proved
from bagpattern.sewn.weld import glued
from bagpattern.values import replace
from tests.checks import bags

SIZE = {"width": "20 cm", "height": "11 cm", "depth": "8 cm"}
ON_SIDE = {"name": "p", "panel": "side-right"}
FOLDED_IN = "the side-right is folded into the bag, and nothing lies flat on it: choose front, back, lining-front"


def made(dimensions: dict[str, Any] | None = None, **settings: Any) -> bagpattern.Pattern:
    pattern = bagpattern.make({"style": "folding-wallet", "dimensions": {**SIZE, **(dimensions or {})}, **settings})
    assert pattern.errors == ()
    return pattern


@cache
def usual() -> bagpattern.Pattern:
    return made()


def test_a_side_is_as_wide_as_the_rim_opens_and_is_folded_to_and_fro() -> None:
    """Folded inward twice, 80 mm lie in four layers of 20; the lower edge is closed by its own halves of 40."""
    side = usual()["side-left"].panel
    folds = [line for line in side.lines if line.crease]
    assert [(line.path.start.real, line.inward) for line in folds] == [(20.0, True), (40.0, False), (60.0, True)]
    assert side.edge("top").length == 80.0
    assert [side.edge(f"{half} lower end").length for half in ("left", "right")] == [40.0, 40.0]
    left, low, right, high = areas.bounds([usual()["side-left"].cutting_path])
    assert (right - left, high - low) == pytest.approx((100.0, 130.0))


def test_its_lining_is_folded_as_it_is() -> None:
    """It lies 1.5 mm inside the shell: 3 mm less from edge to edge, its folds at the same shares."""
    lining = usual()["lining-side-right"].panel
    assert lining.edge("top").length == pytest.approx(77.0)
    assert [line.path.start.real / 77.0 for line in lining.lines if line.inward] == pytest.approx([0.25, 0.75])


def test_the_flap_comes_over_what_it_is_thick_when_it_is_closed() -> None:
    thin, thick = (made({"closed": closed})["flap"].panel.edge("right").length for closed in ("15 mm", "25 mm"))
    assert thick - thin == pytest.approx(10.0)


def test_a_tab_reaches_over_that_too() -> None:
    (closing,) = made({"closed": "20 mm"}, closure={"kind": "snap-tab"}).draft.closings
    assert closing.over == 20.0


def test_closed_it_is_thin_and_its_sides_lie_within_it() -> None:
    bag = usual().sewn()
    assert (bag.measured.width, bag.measured.depth) == pytest.approx((200.0, 15.0), abs=0.1)
    sides = np.concatenate([each.points for each in bag.surfaces if each.piece in ("side-left", "side-right")])
    assert np.abs(sides[:, 0]).max() == pytest.approx(100.0, abs=0.1)
    assert 80.0 <= np.abs(sides[:, 0]).min() < 82.0


@pytest.mark.parametrize("folds", [1, 2, 3])
def test_a_side_keeps_its_width_however_far_it_is_opened(folds: int) -> None:
    """Across each side, at the rim: the way from fold to fold is as long as it was cut."""
    pattern = made({"folds": folds})
    mesh = glued(pattern.draft, 400)
    side = next(each for each in mesh.sheets if each.panel.id == "side-right")
    rim = np.flatnonzero(side.flat[:, 1] > side.flat[:, 1].max() - 0.01)
    rim = rim[np.argsort(side.flat[rim, 0])]
    for wide in (5.0, 40.0, 79.0):
        points = folded_up(mesh, folds, wide)[side.vertices[rim]]
        assert np.linalg.norm(np.diff(points, axis=0), axis=1).sum() == pytest.approx(80.0, abs=0.05)
        assert np.ptp(points[:, 2]) == pytest.approx(wide, abs=0.01)


def test_the_proof_sees_a_side_that_is_too_long_for_the_front() -> None:
    draft = usual().draft
    path = dict(zip(("bottom", "right", "top", "left"), rectangle(80.0, 132.0), strict=True))
    low = path["bottom"]
    path |= {"left lower end": low.part(0.0, 40.0), "right lower end": low.part(40.0, 80.0)}
    edges = tuple(replace(each, path=path[each.name]) for each in draft["side-left"].edges)
    longer = replace(usual(), draft=bags.repanelled(draft, "side-left", edges=edges))
    assert Strain.code in {each.code for each in proved(longer).findings}
    assert proved(usual()).findings == ()


def test_it_holds_the_wedge_to_which_it_opens() -> None:
    """Two faces of 110 mm, 80 apart at the rim: an upright triangle, 200 mm long."""
    assert usual().finished.volume == pytest.approx(0.2 * 0.08 * math.sqrt(0.11**2 - 0.04**2) / 2 * 1000)


def test_it_is_as_large_as_what_it_holds_needs() -> None:
    held = bagpattern.make({"style": "folding-wallet", "holds": ["iphone-16"]})
    assert held.errors == ()
    assert held.finished.width > 147.6
    assert held.finished.height > 71.6


def test_its_lower_ends_are_told_as_what_they_are() -> None:
    told = " ".join(usual().tell(each.step.text) for each in usual().steps)
    assert "the two halves of an edge of lining left side" in told
    assert "across each corner" not in told


@pytest.mark.parametrize(
    ("dimensions", "settings", "told"),
    [
        ({"depth": "12 cm"}, {}, "opens wider than it is high: choose 32 to 110 mm"),
        ({"width": "10 cm", "folds": 1}, {}, "its folds reach 40 mm in from either side: choose 20 to 60 mm"),
        ({"depth": "3 cm"}, {}, "leaves layers of 7.5 mm, too narrow to crease: choose 32 to 110 mm"),
        ({"closed": "5 mm", "folds": 3}, {"materials": {"shell": "faux-leather"}}, "the folds alone are"),
        ({}, {"closure": {"kind": "roll-top"}}, 'nothing holds its rim open: write kind = "flap"'),
        ({}, {"wearer": {"carry": ["backpack"]}}, "a wallet is carried in the hand: leave backpack out"),
        ({}, {"closure": {"kind": "flap", "lock": "buckle"}}, "leaves no place for the buckle below it"),
        *(({}, {"pockets": [{"kind": kind, **ON_SIDE}]}, FOLDED_IN) for kind in ("zip-between", "patch", "slip")),
        ({}, {"fittings": [{"kind": "label", **ON_SIDE}]}, FOLDED_IN),
        ({}, {"closure": {"kind": "flap", "sewn": "across", "below": "12 cm"}}, "110 mm high: make it at most 102 mm"),
        ({}, {"closure": {"kind": "flap", "sewn": "across", "width": "40 cm"}}, "than the rim of the back: make it at"),
    ],
)
def test_what_cannot_be_made_is_told(dimensions: dict[str, Any], settings: dict[str, Any], told: str) -> None:
    with pytest.raises(InputError) as caught:
        made(dimensions, **settings)
    assert told in str(caught.value)
