"""Plans as they are drawn: they fill their page, go on in parts where they are long, and name every piece."""

from __future__ import annotations

import re
from functools import cache

import pytest
import shapely

from bagpattern.drawing import Drawing, sheets
from bagpattern.drawing.cloth.lay import lay_drawings
from bagpattern.drawing.model import Shape
from bagpattern.drawing.paper.clothpages import cloth_pages
from bagpattern.drawing.paper.subject import Bag
from bagpattern.geometry import areas
from bagpattern.layout.cloth import Order
from bagpattern.layout.paper.pages import Paper
from bagpattern.layout.plans import lays
from bagpattern.model.pattern import Pattern
from bagpattern.pipeline import make
from tests.drawing import seen

UPRIGHT, LYING = Paper("a4", 210.0, 297.0), Paper("letter", 279.4, 215.9)


@cache
def bag(name: str) -> Pattern:
    return make(name)


def drawn(name: str, slot: str, order: Order | None = None) -> Drawing:
    return lay_drawings(bag(name), lays(bag(name), order))[f"lay-{slot}"]


def scale(page: Drawing) -> float:
    (found,) = re.findall(r"1:([\d.]+)[.]$", page.description)
    return float(found)


def told(drawing: Drawing) -> list[str]:
    return [text.content for text in seen.texts(drawing)]


def shapes(drawing: Drawing, name: str) -> list[Shape]:
    return [item for item in drawing.items if isinstance(item, Shape) and item.id.startswith(name)]


@pytest.mark.parametrize("sheet", [UPRIGHT, LYING], ids=lambda sheet: sheet.name)
@pytest.mark.parametrize("name", ["mini-backpack", "folding-wallet", "tool-roll", "messenger"])
def test_a_plan_fills_its_page(name: str, sheet: Paper) -> None:
    """Cloth and list reach over nine tenths of the page on one side at least, or are drawn as large as can be read."""
    whole = Bag(bag(name))
    for page in cloth_pages(whole, sheet, whole.plans(None), 0):
        boxes = [areas.bounds(item.paths) for item in page.items if isinstance(item, Shape) and item.role == "laid"]
        wide = (max(b[2] for b in boxes) - min(b[0] for b in boxes) + 23) / sheet.tile[0]
        high = (max(b[3] for b in boxes) - min(b[1] for b in boxes) + 27) / sheet.tile[1]
        assert max(wide, high) > 0.7 or scale(page) <= 3.0, (page.title, wide, high)


def test_a_long_plan_goes_on_in_parts_without_a_gap() -> None:
    drawing = drawn("pencil-case", "interfacing", Order(copies=20))
    texts = told(drawing)
    parts = [text for text in texts if text.startswith("Part ")]
    assert parts == [f"Part {number} of {len(parts)}" for number in range(1, len(parts) + 1)]
    assert [text for text in texts if text.startswith("goes on")] == [
        f"goes on in part {number}" for number in range(2, len(parts) + 1)
    ]
    marks = sorted(int(text) for text in texts if text.isdigit() and int(text) > 50)  # across, there are 50 cm
    assert marks == list(range(60, marks[-1] + 1, 10))


@pytest.mark.parametrize("order", [Order(), Order(copies=3, folded=True)])
def test_every_piece_has_its_number_on_it_or_beside_it_with_a_leader(order: Order) -> None:
    drawing = drawn("mini-backpack", "shell", order)
    dots = [
        shapely.Point(areas.bounds(dot.paths)[0] + 0.5, areas.bounds(dot.paths)[1] + 0.5)
        for dot in shapes(drawing, "leader-dot")
    ]
    for piece in (item for item in drawing.items if isinstance(item, Shape) and item.role == "laid"):
        ring = areas.polygon(piece.paths[0]).buffer(0.01)
        written = [
            text for text in seen.texts(drawing) if text.piece == piece.piece and ring.covers(shapely.box(*text.box))
        ]
        assert written or any(ring.covers(dot) for dot in dots), piece.id
    numbers = [text for text in seen.texts(drawing) if text.piece]
    assert min(text.size for text in numbers) >= 2.5
    assert [*seen.collisions(drawing)] == []


def test_cloth_that_nothing_lies_on_is_told_not_drawn() -> None:
    page = drawn("mini-backpack", "contrast")
    assert "free from there on, to 150 cm" in told(page)
    assert scale(page) == 3.0


def test_the_foot_of_every_page_counts_the_plans() -> None:
    pages = sheets(bag("flat-pouch"), "a4")
    feet = [next(text for text in told(page) if re.search(r"page \d+/\d+$", text)) for page in pages]
    assert [foot.rpartition(" ")[2] for foot in feet] == [f"{n}/{len(pages)}" for n in range(1, len(pages) + 1)]
    assert [page.title.partition(", ")[2] for page in pages][-2:] == ["lay of lining", "lay of interfacing"]
