"""Sheets of views: their labels, sizes, colours and formats."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import shapely

import bagpattern
from bagpattern.drawing.model import Drawing, Shape, Text
from bagpattern.drawing.views.looks import EDGE, FILL, SEAM, UNDER, looks
from bagpattern.drawing.views.sheet import Wanted, flats
from bagpattern.errors import InputError
from bagpattern.export.pdf import pdf_bytes
from bagpattern.export.svg import svg_text
from bagpattern.sewn.bag import StrokeKind
from bagpattern.sewn.dress.hardware import d_ring
from bagpattern.sewn.dress.mesh import framed, surface
from tests.drawing import solids
from tests.drawing.test_views import FRONT, TRUE, drawn, seam, view

if TYPE_CHECKING:
    from bagpattern.model.pattern import Pattern


@pytest.fixture(scope="module")
def pattern() -> Pattern:
    return bagpattern.make("mini-backpack")


def sheet(pattern: Pattern, *views: str, **wanted: Any) -> Drawing:
    return flats(pattern, solids.bag(solids.box(), [seam(100)]), Wanted(views, **wanted))


def told(drawing: Drawing) -> list[str]:
    return [each.content for each in drawing.items if isinstance(each, Text)]


def test_views_are_labelled_and_true_to_each_other(pattern: Pattern) -> None:
    drawing = sheet(pattern)
    assert {"Front", "Side", "Back", "Three-quarter view", "From above"} <= {*told(drawing)}
    front, back, side = (
        shapely.union_all([path.line_string for path in each.paths]).bounds
        for name in ("front", "back", "side")
        for each in drawing.items
        if isinstance(each, Shape) and each.id == f"{name}-flat-outline"
    )
    scale = (front[2] - front[0]) / 200
    assert (front[3] - front[1], back[2] - back[0], side[2] - side[0]) == pytest.approx(
        (150 * scale, 200 * scale, 80 * scale), abs=0.1
    )
    assert front[1] == pytest.approx(back[1], abs=0.05) == pytest.approx(side[1], abs=0.05)


def test_only_the_wanted_views_are_drawn(pattern: Pattern) -> None:
    drawing = sheet(pattern, "front", "three-quarter")
    assert "Back" not in told(drawing)
    with pytest.raises(InputError, match=r'views: there is no view "frnt"; did you mean "front"'):
        sheet(pattern, "frnt")


def test_finished_sizes_stand_beside_the_front_and_the_side(pattern: Pattern) -> None:
    assert {"22 cm", "26 cm", "11 cm"} <= {*told(sheet(pattern))}
    assert not {"22 cm", "26 cm", "11 cm"} & {*told(sheet(pattern, dimensions=False))}


def test_everything_is_in_the_maker_s_language(pattern: Pattern) -> None:
    german = bagpattern.make("mini-backpack", {"language": "de"})
    assert not {*told(sheet(german))} & {*told(sheet(pattern))} - {pattern.name, "22 cm", "26 cm", "11 cm"}


def test_nothing_is_drawn_off_the_sheet(pattern: Pattern) -> None:
    drawing = sheet(pattern)
    boxes = [each.box for each in drawing.items if isinstance(each, Text)]
    boxes += [path.bounds for each in drawing.items if isinstance(each, Shape) for path in each.paths]
    assert min(each[0] for each in boxes) > 0 < min(each[1] for each in boxes)
    assert max(each[2] for each in boxes) < drawing.width
    assert max(each[3] for each in boxes) < drawing.height


def test_a_colourway_gives_its_colours() -> None:
    rows = [{"name": "Autumn", "shell": "olive"}, {"name": "Deep sea", "shell": "#102030"}]
    pattern = bagpattern.make({"style": "mini-backpack", "colourways": rows})
    assert sheet(pattern, coloured=True).style_of(f"{FILL}shell").filled == "#808000"
    assert sheet(pattern, coloured=True, colourway="deep sea").style_of(f"{FILL}shell").filled == "#102030"
    with pytest.raises(InputError, match="has no colourway"):
        sheet(pattern, coloured=True, colourway="Winter")


def test_black_and_white_is_black_and_white(pattern: Pattern) -> None:
    colours = re.findall(r"#([0-9a-f]{6})", svg_text(sheet(pattern)))
    assert colours
    assert all(each == each[:2] * 3 for each in colours)


def test_an_edge_of_cloth_is_drawn() -> None:
    rim = solids.line(StrokeKind.EDGE, (-100, 150, 40), (100, 150, 40), FRONT)
    assert drawn(view(solids.bag(solids.box(), [rim]), "open"), EDGE).length == pytest.approx(200, abs=TRUE * 2)


def test_lines_show_on_dark_cloth() -> None:
    """They are apart from it in brightness, as far as thin lines need."""
    for shell in ("#102030", "#c4b292"):
        colours = looks({"shell": shell})
        assert abs(bright(colours[SEAM].colour) - bright(shell)) > 60


def bright(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def test_prints_run_as_they_are_cut() -> None:
    """Those of a face stand upright, since its uv is its place."""
    rows = [{"name": "Deck", "shell": "white stripes on navy"}]
    pattern = bagpattern.make({"style": "mini-backpack", "colourways": rows})
    drawing = sheet(pattern, "front", coloured=True)
    (stripes,) = (each for each in drawing.items if isinstance(each, Shape) and each.role.endswith("shell-second"))
    boxes = [path.bounds for path in stripes.paths]
    high = max(top - bottom for _, bottom, _, top in boxes)
    whole = [right - left for left, bottom, right, top in boxes if top - bottom > 0.99 * high]
    assert len(whole) >= 6
    apart = np.diff(sorted({round(left, 1) for left, *_ in boxes}))
    scale = high / 150
    assert apart[1:-1] == pytest.approx(24 * scale, abs=0.2)
    assert drawing.style_of(stripes.role).filled == "#ffffff"


def test_a_pattern_shows_its_bag(pattern: Pattern) -> None:
    text = pattern.view("back", style="line")
    assert text.startswith("<?xml")
    assert 20_000 < len(text) < 80_000
    assert text == pattern.view("back", style="line")
    with pytest.raises(InputError, match='there is no view "bck"; did you mean "back"'):
        pattern.view("bck")
    with pytest.raises(InputError, match="style: cannot be"):
        pattern.view("back", style="lines")


def test_the_sheet_is_a_format(pattern: Pattern) -> None:
    files = bagpattern.files(pattern, "view", views="front,back", style="colour")
    assert [*files] == ["mini-backpack-view.svg"]
    text = files["mini-backpack-view.svg"].decode()
    assert "front-flat-under-shell" in text
    assert "side-flat-outline" not in text


def test_fills_lie_under_all_lines(pattern: Pattern) -> None:
    """Each format draws all of a role where it first meets it."""
    ring = surface("ring", "metal", d_ring(framed((0, 120, -46), (0, -1, 0), (0.0, 0.0, -1.0)), 25), notion="ring")
    drawing = flats(pattern, solids.bag([*solids.box(), ring], body=5), Wanted(coloured=True))
    roles = [*dict.fromkeys(each.role for each in drawing.items if isinstance(each, Shape))]
    filled = [bool(drawing.style_of(each).filled) for each in roles]
    assert filled == sorted(filled, reverse=True)
    assert f"{FILL}metal" in roles


def test_every_format_shows_it(pattern: Pattern) -> None:
    drawing = sheet(pattern, coloured=True)
    assert pdf_bytes([drawing]).startswith(b"%PDF")
    assert {each.id for each in drawing.layers} == {"info", "text"}


def test_the_same_bag_gives_the_same_text(pattern: Pattern) -> None:
    texts = {svg_text(flats(pattern, solids.bag([solids.round_box()]), Wanted(coloured=True))) for _ in range(2)}
    assert len(texts) == 1


@pytest.mark.parametrize("preset", ["bucket-market"])
def test_no_fill_of_a_sheet_covers_what_is_drawn_on_it_in_its_own_view(preset: str) -> None:
    """A writer draws a role at once for all views; the main cloth of these is not the same in both."""
    pattern = bagpattern.make(preset)
    bag = pattern.sewn()
    alone = [
        [each.id for each in flats(pattern, bag, Wanted((name,), coloured=True)).items if isinstance(each, Shape)]
        for name in ("front", "open")
    ]
    drawing = flats(pattern, bag, Wanted(("front", "open"), coloured=True))
    shapes = [each for each in drawing.items if isinstance(each, Shape) and drawing.styles[each.role].filled]
    roles = list(dict.fromkeys(each.role for each in shapes))
    assert len({each.role for each in shapes if each.role.startswith(UNDER)}) == 2
    shapes.sort(key=lambda each: roles.index(each.role))
    for order in alone:
        own = [each for each in shapes if each.id in order]
        for later, shape in enumerate(own):
            for before in own[:later]:
                if order.index(before.id) > order.index(shape.id):
                    assert area(before).intersection(area(shape)).area < 1.0, (before.id, shape.id)


def area(shape: Shape) -> shapely.Geometry:
    """What a shape fills, holes and all."""
    found = shapely.Polygon()
    for path in shape.paths:
        found = found.symmetric_difference(
            shapely.make_valid(shapely.Polygon([(each.start.real, each.start.imag) for each in path.segments]))
        )
    return found


def test_a_width_is_drawn_where_it_is_measured() -> None:
    """A tapered tote, 40 cm wide at its rim and 30 at its base: 30 cm lie under the base."""
    tote = bagpattern.make("tote-tapered")
    drawing = flats(tote, tote.sewn(), Wanted(("front", "side")))
    lines = (
        path
        for each in drawing.items
        if isinstance(each, Shape) and each.id.startswith("dimension")
        for path in each.paths
    )
    level = sorted(path.length for path in lines if abs((path.end - path.start).imag) < 0.01)
    (scale,) = (float(each.rpartition("1:")[2]) for each in told(drawing) if "1:" in each)
    assert any(length * scale == pytest.approx(300, abs=2 * 1.8 * scale + 3) for length in level)
    assert not any(length * scale > 340 for length in level)
