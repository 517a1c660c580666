"""The two test squares: 100 mm and 4 in, apart from each other, each with its size written in it.

Makers could not read two squares drawn into each other [print 1.2, FreeSewing #7084].
"""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.drawing.columns import Block, Row, space
from bagpattern.drawing.model import Shape, Text
from bagpattern.drawing.strokes import box_path
from bagpattern.language import Language

METRIC = 100.0
IMPERIAL = 101.6
COLUMN = 104.0
"""mm, the narrowest column that holds a square."""


def test_squares(language: Language) -> Iterator[Block]:
    """Both squares, one under the other."""
    yield _square(METRIC, "100 mm", "test-square-100-mm", language)
    yield space(6.0)
    yield _square(IMPERIAL, "4 in", "test-square-4-in", language)


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
