"""The organiser: covers that mirror each other, a zip round three sides, a spine; how it is opened and looked into."""

from __future__ import annotations

import math
from typing import Any

import pytest

import bagpattern
from bagpattern.drawing.views.aimed import aimed
from bagpattern.drawing.views.camera import CAMERAS
from bagpattern.errors import InputError
from bagpattern.geometry import areas
from bagpattern.model.wall import Wall

SIZE = {"width": "18 cm", "height": "24 cm", "depth": "35 mm", "radius": "30 mm"}


def made(dimensions: dict[str, str] | None = None, **settings: Any) -> bagpattern.Pattern:
    pattern = bagpattern.make({"style": "organiser", "dimensions": {**SIZE, **(dimensions or {})}, **settings})
    assert pattern.errors == ()
    return pattern


def test_zip_and_spine_go_round_a_cover() -> None:
    """Round it: 2 (180 + 240) less two corners of 2 r - r pi / 2; 240 of spine and twice 20 mm have no zip."""
    pattern = made()
    around = 2 * (180 + 240) - 2 * (2 - math.pi / 2) * 30
    assert pattern["spine"].panel.edge("front").length == pytest.approx(240 + 2 * 20)
    for half in ("front", "back"):
        assert pattern[f"zip-band-{half}"].panel.edge("zip").length == pytest.approx(around - 280)


def test_the_spine_is_at_the_straight_side_of_both_covers() -> None:
    """Seen from the front it is on the left, and so it is on the right of the back: there the corners are square."""
    pattern = made()
    for cover, spine, opens in (("front", "left", "right"), ("back", "right", "left")):
        panel = pattern[cover].panel
        assert len(panel.edge(spine).path.segments) == 1 < len(panel.edge(opens).path.segments)
        seam = next(each for each in pattern.seams if each.id == f"{cover} to spine")
        whole = [run.on for run in seam.a if run.start is None and run.end is None]
        assert whole == [spine]
        assert areas.bounds([panel.stitching_line]) == pytest.approx((0, 0, 180, 240))


def test_the_lining_of_a_cover_is_as_that_is_seen_from_inside() -> None:
    """Its right side looks into the bag: the corners at the zip, on the right of the front, are on its left."""
    pattern = made()
    for cover, spine, opens in (("lining-front", "right", "left"), ("lining-back", "left", "right")):
        panel = pattern[cover].panel
        assert len(panel.edge(spine).path.segments) == 1 < len(panel.edge(opens).path.segments)
        assert {facet.wall for facet in pattern[cover.replace("-", "-zip-band-")].panel.facets} >= {Wall.RIGHT}
    assert Wall.LEFT in {facet.wall for facet in pattern["lining-spine"].panel.facets}


def test_sewn_it_has_its_spine_on_the_left_and_its_zip_on_the_right() -> None:
    bag = made().sewn()
    spine, zip_band = (
        [each.points for each in bag.surfaces if each.piece == piece] for piece in ("spine", "zip-band-front")
    )
    assert max(points[:, 0].max() for points in spine) < 0 < max(points[:, 0].max() for points in zip_band)
    assert (bag.measured.width, bag.measured.height, bag.measured.depth) == pytest.approx((180, 240, 35), rel=0.05)


def test_opened_it_is_looked_into_from_the_side_that_opens() -> None:
    seen = aimed(CAMERAS["open"], made().draft)
    assert seen.round > 45
    assert aimed(CAMERAS["open"], bagpattern.make("band-pouch").draft) == CAMERAS["open"]
    assert aimed(CAMERAS["front"], made().draft) == CAMERAS["front"]


def test_it_is_as_large_as_what_it_holds_needs() -> None:
    """An A5 notebook stands in it, with room on every side."""
    held = bagpattern.make({"style": "organiser", "dimensions": "from contents", "holds": ["notebook"]})
    assert held.errors == ()
    assert held.finished.width > 148
    assert held.finished.height > 210


@pytest.mark.parametrize(
    ("dimensions", "settings", "told"),
    [
        ({"radius": "12 cm", "width": "17 cm"}, {}, "leaves top and base no straight for the zip to end on"),
        ({"radius": "4 mm"}, {}, "4 mm is tighter than the allowance"),
        ({"depth": "25 mm"}, {"closure": {"zip": "#10"}}, "wider than the band"),
        ({}, {"wearer": {"carry": ["backpack"]}}, "an organiser is carried in the hand: leave backpack out"),
    ],
)
def test_what_cannot_be_made_is_told(dimensions: dict[str, str], settings: dict[str, Any], told: str) -> None:
    with pytest.raises(InputError) as caught:
        made(dimensions, **settings)
    assert told in str(caught.value)
