"""What a file says of its own unit and scale."""

from __future__ import annotations

import re

import pytest

from bagpattern.export import Job, rendered
from bagpattern.model.pattern import Pattern
from bagpattern.options import Options
from bagpattern.pipeline import make


@pytest.fixture(scope="module")
def bag() -> Pattern:
    return make("pencil-case")


@pytest.mark.parametrize(("dpi", "unit"), [(0, "1 mm"), (72, "1/72 in"), (96, "1/96 in")])
@pytest.mark.parametrize("purpose", ["paper", "cutter"])
def test_the_unit_that_is_told_is_the_one_that_holds(dpi: int, unit: str, purpose: str, bag: Pattern) -> None:
    files = rendered(Job(bag, purpose, Options(svg_dpi=dpi)), ["svg"])
    for content in files.values():
        assert f"1 unit is {unit}" in content.decode()


def test_lay_plans_tell_their_scale(bag: Pattern) -> None:
    texts = [content.decode() for content in rendered(Job(bag, "lay"), ["svg"]).values()]
    for text in texts:
        assert re.search(r"<desc>How pieces lie on cloth, drawn 1:[\d.]+\.</desc>", text)


def test_lay_plans_fill_their_page(bag: Pattern) -> None:
    """But for a list that breaks into more lines, and plans that a wider rule than 1:1 would be needed for."""
    for drawing in Job(bag, "lay").drawings.values():
        low, high = sorted((drawing.width, drawing.height))
        assert low <= 210
        assert high <= 279.4
        assert max(low / 210, high / 279.4) > 0.9
