"""The QR code of a link on the cover: every square where it belongs, large enough, or refused."""

from __future__ import annotations

import pytest
import segno

from bagpattern.drawing.booklet.booklet import booklet
from bagpattern.drawing.guide.code import MODULE, matrix
from bagpattern.drawing.model import Drawing, Shape
from bagpattern.drawing.paper.sheets import printed
from bagpattern.errors import InputError
from bagpattern.model.pattern import Pattern
from bagpattern.options import Options
from bagpattern.pipeline import make

LINK = "https://bags.example/#1." + "aZ09-_" * 60


def coded(page: Drawing) -> list[Shape]:
    return [each for each in page.items if isinstance(each, Shape) and each.role == "code"]


def read(shape: Shape) -> list[list[bool]]:
    """What is dark at the middle of every square of the box that all bars fill."""
    boxes = [path.bounds for path in shape.paths]
    left, top = min(box[0] for box in boxes), max(box[3] for box in boxes)
    count = round((max(box[2] for box in boxes) - left) / MODULE)

    def dark(x: float, y: float) -> bool:
        return any(box[0] < x < box[2] and box[1] < y < box[3] for box in boxes)

    middles = [(number + 0.5) * MODULE for number in range(count)]
    return [[dark(left + across, top - down) for across in middles] for down in middles]


def printed_on(pattern: Pattern, paper: str) -> list[list[Shape]]:
    return [coded(page) for page in printed(pattern, Options(paper, link=LINK))]


def test_the_code_on_the_first_page_is_that_of_the_link() -> None:
    pattern = make("flat-pouch")
    wanted = [[bool(each) for each in row] for row in segno.make_qr(LINK, error="l").matrix]
    for paper in ("a4", "full"):
        first, *others = printed_on(pattern, paper)
        assert [read(each) for each in first] == [wanted], paper
        assert not any(others)


def test_a_booklet_has_it_on_its_cover() -> None:
    first, *others = booklet(make("flat-pouch"), Options("a4", link=LINK))
    wanted = [[bool(each) for each in row] for row in segno.make_qr(LINK, error="l").matrix]
    assert [read(each) for each in coded(first)] == [wanted]
    assert not any(map(coded, others))


def test_without_a_link_there_is_none() -> None:
    assert not any(coded(page) for page in printed(make("flat-pouch"), Options("a4")))


def test_what_no_telephone_reads_is_refused() -> None:
    assert len(matrix("a" * 1465)) * MODULE < 65
    with pytest.raises(InputError, match="link: a code that a telephone reads holds 1 to 1465 bytes, not 1466"):
        matrix("a" * 1466)
