"""The test squares: 100 mm and 4 in, apart from each other, each with its size written in it; 5 cm and 2 in on covers.

Makers could not read two squares drawn into each other [print 1.2, FreeSewing #7084].
"""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.drawing.guide.columns import Block, Row, space
from bagpattern.drawing.lettering import LEADING, wrapped
from bagpattern.drawing.model import Item, Shape, Text
from bagpattern.drawing.strokes import box_path
from bagpattern.language import Language

METRIC = 100.0
IMPERIAL = 101.6
SMALL_METRIC, SMALL_IMPERIAL = 50.0, 50.8
COLUMN = 104.0
"""mm, the narrowest column that holds a square."""
PAIR = 108.0
"""mm, the narrowest column that holds both small squares, apart from each other."""
_BELOW = 2.6  # mm, what is written below the size of a small square


def test_squares(language: Language) -> Iterator[Block]:
    """Both squares, one under the other."""
    yield _square(METRIC, "100 mm", "test-square-100-mm", language)
    yield space(6.0)
    yield _square(IMPERIAL, "4 in", "test-square-4-in", language)


def small_squares(language: Language) -> Block:
    """Both small squares, side by side: the first page alone tells whether the printer keeps the scale."""

    def make(width: float) -> Row:
        metric = _small(SMALL_METRIC, "5 cm", 0.5, "test-square-5-cm", language)
        imperial = _small(SMALL_IMPERIAL, "2 in", PAIR - SMALL_IMPERIAL - 0.5, "test-square-2-in", language)
        return Row(SMALL_IMPERIAL + 1.0, (*metric, *imperial))

    return Block(make, least=PAIR)


def _small(side: float, size: str, left: float, name: str, language: Language) -> Iterator[Item]:
    outline = box_path(left, -side - 0.5, left + side, -0.5)
    x, y = left + side / 2, -side / 2 - 0.5
    yield Shape(name, "square", (outline,), data=(("size", size),))
    yield Text(x, y, 8.0, language.number(size), "middle", bold=True, role="square-text")
    lines = wrapped(language.say("Each side measures exactly {size}.", size=size), side - 6.0, _BELOW)
    for line, words in enumerate(lines, 1):
        yield Text(x, y - 1.5 - line * _BELOW * LEADING, _BELOW, words, "middle", role="square-text")


def _square(side: float, size: str, name: str, language: Language) -> Block:
    words = language.say("Each side measures exactly {size}.", size=size)

    def make(width: float) -> Row:
        outline = box_path(0.5, -side - 0.5, side + 0.5, -0.5)
        middle = side / 2 + 0.5
        return Row(
            side + 1.0,
            (
                Shape(name, "square", (outline,), data=(("size", size),)),
                Text(middle, -middle, 12.0, language.number(size), "middle", bold=True, role="square-text"),
                Text(middle, -middle - 7.0, 3.2, words, "middle", role="square-text"),
            ),
        )

    return Block(make, least=COLUMN)
