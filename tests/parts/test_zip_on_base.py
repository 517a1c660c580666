"""A zip band that goes on round the lower corners: the bands join on the base."""

from __future__ import annotations

from typing import Any

import pytest

import bagpattern
from bagpattern.errors import InputError
from bagpattern.model.wall import Wall

SIZE = {"width": "30 cm", "height": "26 cm", "depth": "10 cm", "top_radius": "40 mm", "bottom_radius": "40 mm"}


def made(**closure: Any) -> bagpattern.Pattern:
    given = {"closure": {"kind": "zip-band", **closure}, "straps": {"kind": "none"}, "dimensions": SIZE}
    pattern = bagpattern.make({"style": "mini-backpack", **given})
    assert pattern.errors == ()
    return pattern


def test_both_bands_together_go_once_round_the_face() -> None:
    """Of 30 cm the zip leaves 30 - 2 x 9 to the base band, of the lining's 29.7 as much."""
    pattern = made(onto_base="9 cm")
    front, base = pattern["front"].panel, pattern["base-band"].panel
    around = sum(front.edge(name).length for name in ("bottom", "right", "top", "left"))
    assert base.edge("front").length == pytest.approx(120)
    assert pattern["zip-band-front"].panel.edge("outer").length == pytest.approx(around - 120)
    assert pattern["lining-base-band"].panel.edge("front").length == pytest.approx(120)
    finished = pattern.finished
    assert (finished.width, finished.height, finished.depth) == pytest.approx((300, 260, 100))


def test_every_stretch_of_the_bands_knows_its_wall() -> None:
    pattern = made(onto_base="9 cm")
    assert [facet.wall for facet in pattern["base-band"].panel.facets] == [Wall.BASE]
    for half, first in (("front", Wall.LEFT), ("back", Wall.RIGHT)):
        walls = [facet.wall for facet in pattern[f"zip-band-{half}"].panel.facets]
        last = Wall.RIGHT if first is Wall.LEFT else Wall.LEFT
        assert walls == [Wall.BASE, first, Wall.TOP, last, Wall.BASE]


@pytest.mark.parametrize(
    ("closure", "told"),
    [
        ({"onto_base": "45 mm"}, "does not end on the straight of the base, with a band between both ends: choose 55"),
        ({"onto_base": "14 cm"}, "does not end on the straight of the base"),
        ({"onto_base": "9 cm", "stop": "60 mm"}, "the zip ends on the base: leave this out, or make onto_base 0 mm"),
    ],
)
def test_where_it_cannot_end_is_told(closure: dict[str, str], told: str) -> None:
    with pytest.raises(InputError) as caught:
        made(**closure)
    assert told in str(caught.value)
