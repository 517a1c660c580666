"""Bags in company: on figures and beside what they hold, true to scale, every thing named, no text on another."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
import shapely

import bagpattern
from bagpattern.catalog.items import Form, items
from bagpattern.drawing.model import Drawing, Shape, Text
from bagpattern.drawing.views.hand import SHARE, hand
from bagpattern.drawing.views.looks import THING, UNDER
from bagpattern.drawing.views.sheet import HEIGHT, WIDTH, Wanted, flats
from bagpattern.drawing.views.things import seen, thing
from bagpattern.errors import InputError
from bagpattern.preset.shipped import preset_names
from bagpattern.sewn.bag import FIGURE
from tests.drawing import solids


def sheet(pattern: bagpattern.Pattern, *views: str, **wanted: Any) -> Drawing:
    return flats(pattern, solids.bag(solids.box()), Wanted(views, **wanted))


def shapes(drawing: Drawing, role: str) -> list[Shape]:
    return [each for each in drawing.items if isinstance(each, Shape) and each.role == role]


def bounds(shape: Shape) -> tuple[float, float, float, float]:
    left, low, right, high = zip(*(path.bounds for path in shape.paths), strict=True)
    return min(left), min(low), max(right), max(high)


def texts(drawing: Drawing) -> list[Text]:
    return [each for each in drawing.items if isinstance(each, Text)]


def scale_of(drawing: Drawing) -> float:
    """As it is told: 'drawn at 1:12'."""
    told = next(each.content for each in texts(drawing) if "1:" in each.content)
    return float(told.rpartition("1:")[2])


def assert_legible(drawing: Drawing) -> None:
    for one, other in combinations(texts(drawing), 2):
        assert not shapely.box(*one.box).intersects(shapely.box(*other.box)), (one.content, other.content)
    for each in texts(drawing):
        left, low, right, high = each.box
        assert left >= 0 and low >= 0 and right <= drawing.width and high <= drawing.height, each.content  # noqa: PT018


@pytest.mark.parametrize("preset", preset_names())
def test_every_bag_stands_beside_what_it_holds(preset: str) -> None:
    """Each thing once, at true size, on a sheet that can be printed; nothing overlaps."""
    pattern = bagpattern.make(preset)
    drawing = sheet(pattern, "holds")
    scale, things = scale_of(drawing), shapes(drawing, THING)
    held = {each.id: each for space in pattern.draft.spaces for each in space.holds}
    assert len(things) == len(held) if held else len(things) == 2
    for item, drawn in zip(held.values(), things, strict=False):
        left, low, right, high = bounds(drawn)
        size = (right - left) * scale, (high - low) * scale
        assert sorted(size) == pytest.approx(sorted((item.width, item.length)), rel=0.02), item.id
        assert any(str(item.title) in each.content for each in texts(drawing)), item.id
    for one, other in combinations(things, 2):
        assert not shapely.box(*bounds(one)).intersects(shapely.box(*bounds(other)))
    assert_legible(drawing)
    assert (drawing.width, drawing.height <= HEIGHT + 1.0) == (WIDTH, True)


@pytest.mark.parametrize("name", sorted(items()))
def test_things_are_as_large_as_the_catalogue_says(name: str) -> None:
    item = items()[name]
    drawn = thing(item)
    boxes = [path.bounds for path in drawn.outlines]
    size = max(each[2] for each in boxes), max(each[3] for each in boxes)
    assert size == pytest.approx(seen(item), rel=0.02)
    assert min(each[0] for each in boxes) == pytest.approx(0.0, abs=0.02 * item.length)
    assert all(shapely.box(0, 0, *size).buffer(0.5).covers(path.line_string) for path in drawn.details)


def test_every_form_of_thing_is_in_the_catalogue() -> None:
    assert {each.shown for each in items().values()} == {*Form}


def test_a_hand_is_as_long_as_published() -> None:
    """.108 of the height [Drillis and Contini]: the middle finger's tip above the wrist."""
    outline = hand(1700.0)
    assert outline.bounds[3] == pytest.approx(1700.0 * SHARE, rel=0.01)
    assert outline.polygon.is_valid


@pytest.mark.parametrize("language", ["en", "de", "ja"])
@pytest.mark.parametrize("preset", ["crossbody-half-moon", "mini-backpack-evening", "tote", "sling", "pencil-case"])
def test_a_bag_is_carried_by_a_figure_as_high_as_its_wearer(preset: str, language: str) -> None:
    """A figure for every way; what is carried by nobody lies beside a hand."""
    pattern = bagpattern.make(preset, {"language": language})
    drawing = sheet(pattern, "carried", coloured=True)
    figures = shapes(drawing, f"{UNDER}{FIGURE}")
    assert len(figures) == len(pattern.ways)
    assert pattern.wearer is not None
    for each in figures:
        _, low, _, high = bounds(each)
        assert (high - low) * scale_of(drawing) == pytest.approx(pattern.wearer.height, rel=0.02)
    if not figures:
        (palm,) = shapes(drawing, THING)
        assert bounds(palm)[3] > 0
    assert_legible(drawing)


def test_a_wearer_is_told() -> None:
    contents = [each.content for each in texts(sheet(bagpattern.make("crossbody-half-moon"), "carried"))]
    assert any(each.startswith("Wearer 168 cm, drawn at 1:") for each in contents)
    usual = [each.content for each in texts(sheet(bagpattern.make("tote"), "carried"))]
    assert any(each.startswith("A usual adult, 167 cm, drawn at 1:") for each in usual)


def test_company_stands_below_the_views() -> None:
    drawing = sheet(bagpattern.make("tote"), "front", "back", "holds")
    at = {each.content: each.y for each in texts(drawing)}
    below = next(y for content, y in at.items() if content.startswith("Beside what it holds"))
    assert below < at["Front"] == at["Back"]
    assert_legible(drawing)


def test_one_way_alone() -> None:
    pattern = bagpattern.make("mini-backpack")
    both, one = pattern.view("carried"), pattern.view("carried", carry="crossbody")
    assert "On the back" in both
    assert "Across the body" in both
    assert "Across the body" in one
    assert "On the back" not in one
    assert pattern.view("front", carry="crossbody") != pattern.view("front")


@pytest.mark.parametrize(
    ("preset", "way", "told"),
    [
        ("tote", "hip", 'carry: Shopping tote is not made to be carried "hip": it can be carried: shoulder, hand'),
        ("pencil-case", "hand", 'carry: Pencil case is not made to be carried "hand": nobody carries it by anything'),
    ],
)
def test_a_way_that_there_is_not(preset: str, way: str, told: str) -> None:
    pattern = bagpattern.make(preset)
    for asked in (lambda: pattern.view("carried", carry=way), lambda: pattern.sewn(way)):
        with pytest.raises(InputError) as refused:
            asked()
        assert str(refused.value) == told


def test_company_is_the_same_each_time() -> None:
    first, second = (bagpattern.make("fanny-pack").view("carried") for _ in range(2))
    assert first == second


def test_a_flat_bag_has_no_depth_of_0() -> None:
    assert "22 x 15 cm" in str(bagpattern.make("flat-pouch").finished.seen())
    assert "22 x 26 x 11 cm" in str(bagpattern.make("mini-backpack").finished.seen())
