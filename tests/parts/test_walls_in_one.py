"""Walls cut in one: a duffle's from zip to zip, a box's all round; style lines round them, in bands of any cloth."""

from __future__ import annotations

import math
from typing import Any

import pytest

import bagpattern
from bagpattern.errors import InputError
from bagpattern.geometry import areas
from bagpattern.sewn.proof import proved
from tests.sewn.ruled import ruled
from tests.sewn.stacked import without

MATERIALS = {"contrast": "faux-leather"}
BAND = {"name": "low", "kind": "across", "panel": "walls", "left": "10 cm", "right": "10 cm", "lower": "contrast"}
SECOND = {"name": "high", "kind": "across", "panel": "walls-low-upper", "left": "14 cm", "right": "14 cm"}


def made(settings: dict[str, Any]) -> bagpattern.Pattern:
    pattern = bagpattern.make(settings)
    assert pattern.findings == ()
    return pattern


def size(pattern: bagpattern.Pattern, piece: str) -> tuple[float, float]:
    left, low, right, high = areas.bounds([pattern[piece].panel.stitching_line])
    return right - left, high - low


@pytest.mark.parametrize(
    ("dimensions", "piece", "around"),
    [
        ({"shape": "box", "radius": "0 mm", "height": "20 cm", "depth": "30 cm"}, "front-base-back", 2 * (200 + 300)),
        ({"shape": "round", "height": "25 cm"}, "front-base-back", 785.398),
        ({"shape": "round", "height": "25 cm", "base": "0 mm"}, "front-back", 785.398),
    ],
)
def test_a_duffle_in_one_piece_goes_all_the_way_round(dimensions: dict[str, str], piece: str, around: float) -> None:
    """As long as its ends are round, the zip included, and as wide as the bag; it holds what it held."""
    settings = {"style": "duffle", "dimensions": {"width": "50 cm", **dimensions}}
    pattern, seamed = made({**settings, "build": "one-piece"}), made(settings)
    assert sorted(size(pattern, piece)) == pytest.approx(sorted((500, around)))
    assert pattern.finished == seamed.finished
    assert not {"front", "base", "back"} & set(pattern)


def test_a_duffle_in_one_piece_is_lined_like_it_where_a_straight_seam_is_left() -> None:
    box = {"style": "duffle", "build": "one-piece", "dimensions": {"shape": "box", "radius": "0 mm"}}
    assert "lining-front-base-back" in made({**box, "lining": {"build": "as-shell"}})
    with pytest.raises(InputError, match="no straight seam for its gap"):
        made({"style": "duffle", "build": "one-piece", "lining": {"build": "as-shell"}})


@pytest.mark.parametrize("style", ["tote", "basket-bag", "lunch-bag"])
def test_four_walls_in_one_have_one_seam(style: str) -> None:
    pattern, five = made({"style": style, "build": "one-wall"}), made({"style": style, "build": "five-panel"})
    assert pattern.finished.volume == pytest.approx(five.finished.volume)
    corners = [seam.id for seam in pattern.draft.seams if seam.id in {each.id for each in _corners(five)}]
    assert corners == ["back to side-right"]
    whole = sum(areas.area(five[name].panel.stitching_line) for name in ("front", "side-left", "back", "side-right"))
    assert areas.area(pattern["walls"].panel.stitching_line) == pytest.approx(whole)


def _corners(pattern: bagpattern.Pattern) -> list[Any]:
    walls = {"front", "side-left", "back", "side-right"}
    return [seam for seam in pattern.draft.seams if {run.panel for run in (*seam.a, *seam.b)} <= walls and seam.a]


def test_style_lines_go_round_walls_in_one_as_many_as_one_likes() -> None:
    """Bands of 10, 14 and 12 cm on a tote of 34 x 36 x 12 cm, each 2 (34 + 12) cm long, its corners creased."""
    sizes = {"width": "34 cm", "height": "36 cm", "depth": "12 cm"}
    lines = [BAND, {**SECOND, "upper": "contrast"}]
    tote = {"style": "tote", "build": "one-wall", "dimensions": sizes, "materials": MATERIALS, "style_lines": lines}
    pattern = made(tote)
    bands = "walls-low-lower", "walls-low-upper-high-lower", "walls-low-upper-high-upper"
    assert [size(pattern, each) for each in bands] == [pytest.approx((920, high)) for high in (100, 140, 120)]
    assert [pattern[each].panel.material for each in bands] == ["contrast", "shell", "contrast"]
    assert [len([line for line in pattern[each].panel.lines if line.crease]) for each in bands] == [3, 3, 3]
    assert proved(pattern).findings == ()


def test_a_line_goes_round_the_wall_of_a_bucket_and_along_a_duffle() -> None:
    bucket = {"style": "bucket", "build": "one-piece", "style_lines": [{**BAND, "panel": "front-back"}]}
    assert "front-back-low-upper" in made({**bucket, "materials": MATERIALS})
    line = {"name": "end", "kind": "down", "panel": "front-base-back", "left": "contrast"}
    duffle = {"style": "duffle", "build": "one-piece", "handles": {"kind": "none"}, "style_lines": [line]}
    assert "front-base-back-end-left" in made({**duffle, "materials": MATERIALS})


@pytest.mark.parametrize(
    ("build", "base", "panels"), [("one-piece", "oval", ["front-back"]), ("halves", "rounded", ["front", "back"])]
)
def test_a_line_lies_level_round_walls_that_lean(build: str, base: str, panels: list[str]) -> None:
    """What is below it is a bag of its own, 8 cm up walls that lean out by 4 on 26 cm: its rim is as high all round."""
    size = {"height": "26 cm", "base": base, "flare": "4 cm"}
    up = {"left": "8 cm", "right": "8 cm"}
    lines = [{**BAND, **up, "panel": each, "name": f"low {each}"} for each in panels]
    bucket = {"style": "bucket", "build": build, "dimensions": size, "materials": MATERIALS, "style_lines": lines}
    draft = made({**bucket, "closure": {"kind": "open"}}).draft
    lower = ruled(without(draft, [each for each in draft.panels if each.id.endswith("-upper")]))
    assert lower is not None
    assert lower.rise == pytest.approx(80 * 260 / math.hypot(260, 40), abs=1e-3)


def test_a_line_round_four_leaning_walls_has_their_corners() -> None:
    """Of the way up the corner it takes the same share on each wall: as wide as that there."""
    size = {"width": "30 cm", "depth": "20 cm", "rim_width": "36 cm", "rim_depth": "26 cm"}
    line = {**BAND, "panel": "walls", "left": "6 cm", "right": "6 cm"}
    basket = {"style": "basket-bag", "build": "one-wall", "dimensions": size, "materials": MATERIALS}
    pattern = made({**basket, "style_lines": [line]})
    lower = pattern["walls-low-lower"].panel
    share = 60 / made(basket)["walls"].panel.edge("side-right right").length
    wide = sorted(each.length for each in lower.edge("low line").path.segments)
    assert wide == pytest.approx([each + 60 * share for each in (200, 200, 300, 300)])


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"style": "tote", "style_lines": [BAND]}, "style lines divide front, back"),
        ({"style": "tote", "build": "one-wall", "style_lines": [{**BAND, "left": "12 cm"}]}, "does not meet itself"),
        (
            {"style": "bucket", "build": "one-piece", "dimensions": {"flare": "2 cm"}, "style_lines": [BAND]},
            "style lines divide front, back",
        ),
        (
            {"style": "tote", "build": "one-wall", "pockets": [{"name": "b", "kind": "bottle", "panel": "side-left"}]},
            "the b is caught in it",
        ),
        (
            {"style": "tote", "build": "one-wall", "style_lines": [{"name": "a", "kind": "down", "panel": "front"}]},
            "a style line cuts the walls in two",
        ),
    ],
)
def test_what_walls_in_one_cannot_have_is_refused(settings: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError, match=message):
        made({**settings, "materials": MATERIALS})


@pytest.mark.parametrize(("build", "front", "back"), [("wrapped", 200, 440), ("front-wrapped", 440, 200)])
def test_front_or_back_goes_round_the_sides(build: str, front: float, back: float) -> None:
    """Of a base of 20 x 12 cm: one wall is 200 long, the other that and two sides; each says which walls it is."""
    sizes = {"width": "20 cm", "depth": "12 cm", "base": "rectangular"}
    pattern = made({"style": "bucket", "build": build, "dimensions": sizes})
    assert [size(pattern, name)[0] for name in ("front", "back")] == pytest.approx([front, back])
    wraps = pattern["front" if front > back else "back"].panel
    assert [each.wall.value for each in wraps.facets] == (
        ["left", "front", "right"] if front > back else ["right", "back", "left"]
    )
    assert pattern.finished == made({"style": "bucket", "dimensions": sizes}).finished
