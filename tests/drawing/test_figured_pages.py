"""Figures of the steps on the covers of pages to tape together."""

from __future__ import annotations

import pytest
import shapely

from bagpattern.drawing.figured import Placeable
from bagpattern.drawing.model import FIGURE, Drawing, Shape
from bagpattern.drawing.paper.sheets import on_paper, printed
from bagpattern.drawing.paper.subject import Bag
from bagpattern.drawing.sizes.nest import nest
from bagpattern.export import Job
from bagpattern.geometry import areas
from bagpattern.geometry.points import point
from bagpattern.options import Options
from tests.drawing import seen
from tests.drawing.booklets import HIGH, WIDE, figures_of, preset, stand_in, stand_ins


def with_figures(name: str, options: Options) -> tuple[Drawing, ...]:
    with figures_of(stand_ins):
        return on_paper(Bag(preset(name)), options)


def figures(drawing: Drawing) -> list[tuple[float, float, float, float]]:
    shown = (each for each in seen.shapes(drawing) if each.role.startswith(FIGURE) and each.role.endswith("black"))
    return [areas.bounds(each.paths) for each in shown]


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_every_figure_stands_once_on_a_cover_as_large_as_it_is_meant(paper: str) -> None:
    pages = with_figures("mini-backpack", Options(paper))
    boxes = [box for page in pages for box in figures(page)]
    assert len(boxes) == sum(number % 3 for number in range(1, len(preset("mini-backpack").steps) + 1))
    for left, bottom, right, top in boxes:
        assert (right - left, top - bottom) == pytest.approx((WIDE, HIGH))
    assert max(len(figures(page)) for page in pages) >= 2
    for page in pages:
        rooms = [shapely.box(*box) for box in figures(page)]
        words = [seen.box(each) for each in seen.texts(page) if not each.role.startswith(FIGURE)]
        assert not any(room.intersects(word) for room in rooms for word in words)


def test_a_page_says_how_many_pages_there_are() -> None:
    pages = with_figures("mini-backpack", Options("a4"))
    feet = [text.content for page in pages for text in seen.texts(page) if text.role == "page-text"]
    for number in range(1, len(pages) + 1):
        assert any(f"{number}/{len(pages)}" in each for each in feet)
    tiles = next(n for n, page in enumerate(pages, 1) if seen.shapes(page, "frame"))
    labels = {text.content for page in pages for text in seen.texts(page)}
    assert any(f"pages {tiles}" in each or f"page {tiles}" in each for each in labels)


def test_without_figures_the_steps_stand_in_the_guide() -> None:
    plain = with_figures("mini-backpack", Options("a4", figures=False))
    assert not any(map(figures, plain))
    assert plain == printed(preset("mini-backpack"), Options("a4", figures=False))


@pytest.mark.parametrize(("room", "grown", "wide"), [(60.0, False, 60.0), (200.0, False, WIDE), (120.0, True, 120.0)])
def test_a_figure_is_made_smaller_where_it_has_to_be_and_larger_where_it_may(
    room: float, grown: bool, wide: float
) -> None:
    placed = Placeable(stand_in("1"), f"{FIGURE}1-1").within(room, grown)
    black = next(item for item in placed.items(point(7.0, 300.0)) if item.role.endswith("black"))
    assert isinstance(black, Shape)
    left, bottom, right, top = areas.bounds(black.paths)
    assert (left, top) == pytest.approx((7.0, 300.0))
    assert (right - left, top - bottom) == pytest.approx((wide, HIGH * wide / WIDE))
    assert placed.looks().keys() >= {black.role}


def test_sizes_that_lie_in_each_other_show_no_figure_of_one() -> None:
    patterns = tuple(map(preset, ("mini-backpack", "mini-backpack-l")))
    with figures_of(stand_ins):
        job = Job(patterns[0], "paper", Options("a4"), patterns[1:])
        assert not any(figures(each) for each in job.drawings.values())
    assert nest(patterns).several
