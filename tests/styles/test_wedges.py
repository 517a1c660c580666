"""Bags that a zip closes to a wedge, stood up in space from the sizes asked for: every panel must reach its corners.

No draft is asked for a height here: base, zip and the middles of the boxed corners are put where the sizes say, and
the distances between them are what a tape would find.
"""

from __future__ import annotations

import itertools
import math
from typing import Any

import pytest

from bagpattern.pipeline import make

CORNERS = ("left corner side", "bottom", "right corner side", "right", "top", "left")
"""The edges of a front that start at the corners of ``stood``, in its order; ``bottom`` starts below the first two."""

WEDGES: list[tuple[str, dict[str, Any], float]] = [
    ("box-pouch", {"shape": "wedge"}, 0.0),
    ("box-pouch", {"shape": "wedge", "build": "folded"}, 0.0),
    ("tote", {"closure": {"kind": "straight-zip"}}, 0.0),
    ("tote", {"closure": {"kind": "straight-zip"}, "build": "folded"}, 0.0),
    ("tote", {"closure": {"kind": "straight-zip"}}, 60.0),
    ("tote", {"closure": {"kind": "straight-zip"}}, -50.0),
    ("clutch", {"closure": {"kind": "straight-zip"}}, 0.0),
]
SIZES = [(220.0, 130.0, 70.0), (300.0, 150.0, 100.0), (180.0, 200.0, 60.0), (123.0, 121.0, 97.0)]


def asked(values: dict[str, Any], size: tuple[float, float, float], wider: float) -> dict[str, Any]:
    """Settings of a bag *wider* mm along its zip than base and depth together; 0: as wide as that, unsaid."""
    dimensions = dict(zip(("width", "height", "depth"), (f"{each} mm" for each in size), strict=True))
    if wider:
        dimensions["rim"] = f"{size[0] + size[2] + wider} mm"
    return {**values, "dimensions": dimensions}


def stood(size: tuple[float, float, float], zipped: float) -> tuple[tuple[float, float, float], ...]:
    """x, y up, z of the front's corners: at the base, in the middles of the boxed corners, at the ends of the zip."""
    width, height, depth = size
    low, middle, high = (width / 2, 0.0, depth / 2), (width / 2, 0.0, 0.0), (zipped / 2, height, 0.0)
    return tuple((side * x, y, z) for x, y, z in (low, middle, high) for side in (-1.0, 1.0))


def drafted(pattern: Any) -> tuple[complex, ...]:
    """The same corners on the drafted front, in mm on its cloth."""
    front = pattern["front"] if "front" in {piece.panel.id for piece in pattern.pieces} else pattern["front-back"]
    at = {edge.name.removeprefix("front "): edge.path for edge in front.panel.edges}
    low = at["left corner base"].start, at["right corner base"].end
    middle = at["left corner side"].start, at["right corner side"].end
    return *low, *middle, at["top"].end, at["top"].start


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("style", "values", "wider"), WEDGES)
def test_a_wedge_stands_as_high_as_it_is_asked_for(
    style: str, values: dict[str, Any], wider: float, size: tuple[float, float, float]
) -> None:
    pattern = make({"style": style, **asked(values, size, wider)})
    corners, cloth = stood(size, size[0] + size[2] + wider), drafted(pattern)
    for (one, here), (other, there) in itertools.combinations(zip(corners, cloth, strict=True), 2):
        if one[0] * other[0] > 0 or one[1:] == other[1:] == corners[0][1:] or one[1] == other[1] > 0:  # on one face
            assert abs(here - there) == pytest.approx(math.dist(one, other), abs=0.02)
    finished = pattern.finished
    assert (finished.width, finished.height, finished.depth) == pytest.approx(size, abs=0.02)


@pytest.mark.parametrize(("style", "values", "wider"), WEDGES)
def test_a_wedge_holds_what_lies_between_its_faces(style: str, values: dict[str, Any], wider: float) -> None:
    """By slices, each a rectangle: longer and shallower towards the zip."""
    size = width, height, depth = 240.0, 160.0, 90.0
    slices = [(n + 0.5) / 2000 for n in range(2000)]
    held = sum((width + (depth + wider) * up) * depth * (1 - up) * height / 2000 for up in slices)
    pattern = make({"style": style, **asked(values, size, wider)})
    assert pattern.finished.volume * 1e6 == pytest.approx(held, rel=1e-5)
