"""Where the pages of a booklet end."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bagpattern.drawing.booklet.leaves import leaves
from bagpattern.drawing.booklet.letters import USUAL
from bagpattern.drawing.booklet.needs import titled
from bagpattern.drawing.columns import Block, Row
from bagpattern.drawing.model import Text

_HIGH = 100.0


def _block(told: str) -> Block:
    """'40' is so high, '40+' keeps the next, '40|' as well, or faces it; 'w10' is white."""
    height = float(told.strip("w+|"))
    row = Row(height) if told.startswith("w") else Row(height, (Text(0.0, 0.0, 1.0, told),))
    return Block(lambda _: row, keeps=told[-1] in "+|", faces=told.endswith("|"))


def _pages(told: str, left: bool = True) -> list[list[tuple[float, str]]]:
    """Pages of such blocks."""
    return _laid([_block(each) for each in told.split()], left)


def _laid(blocks: Sequence[Block], left: bool) -> list[list[tuple[float, str]]]:
    """What stands on each page, and how far down."""
    return [
        [(down, item.content) for down, row in page for item in row.items if isinstance(item, Text)]
        for page in leaves(blocks, 50.0, _HIGH, left)
    ]


def _texts(pages: Sequence[Sequence[tuple[float, str]]]) -> list[str]:
    return [" ".join(content for _, content in page) for page in pages]


@pytest.mark.parametrize(
    ("told", "left", "expected"),
    [
        ("50 20| 60 30", True, ["50 20|", "60 30"]),
        ("50 20| 60 30", False, ["50", "20| 60", "30"]),
        ("50 20+ 60 10", True, ["50", "20+ 60 10"]),
        ("40 30 30 40 70", True, ["40 30", "30 40", "70"]),
        ("90 10+ 30 80+ 40 5", True, ["90", "10+ 30", "80+", "40 5"]),
        ("10+ 20+ 60+ 30 60", True, ["10+ 20+ 60+", "30 60"]),
        ("120 30", True, ["120", "30"]),
        ("30 w10", True, ["30"]),
    ],
    ids=["faces", "leaf-turned", "kept", "shared-out", "torn", "torn-late", "too-high", "white-last"],
)
def test_where_pages_end(told: str, left: bool, expected: list[str]) -> None:
    assert _texts(_pages(told, left)) == expected


def test_white_gives_way_to_half_where_a_page_gains_by_it() -> None:
    assert _pages("40 w10 55") == [[(0.0, "40"), (45.0, "55")]]
    assert _pages("40 w8 56") == [[(0.0, "40"), (44.0, "56")]]
    assert _texts(_pages("40 w8 57")) == ["40", "57"]
    assert _pages("40 w8 40") == [[(0.0, "40"), (48.0, "40")]]


@pytest.mark.parametrize(("left", "expected"), [(True, ["60 30", "20"]), (False, ["60", "30 20"])])
def test_the_last_row_of_a_list_may_face_the_one_before_but_is_on_no_other_leaf(
    left: bool, expected: list[str]
) -> None:
    blocks = [*titled("List", map(_block, ("60", "30", "20")), USUAL)]
    assert [each.replace("List ", "") for each in _texts(_laid(blocks, left))] == expected
