"""The test squares: 100 mm and 4 in, apart from each other, each with its size written in it; 5 cm and 2 in on covers.

Makers could not read two squares drawn into each other [print 1.2, FreeSewing #7084].
"""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.drawing.columns import Block, Row, space
from bagpattern.drawing.lettering import LEADING, wrapped
from bagpattern.drawing.model import Item, Shape, Text
from bagpattern.drawing.strokes import box_path
from bagpattern.geometry.path import Path
from bagpattern.language import Teller
from bagpattern.said import Length, Said, Scale
from bagpattern.units import Units
from bagpattern.words import words

METRIC = 100.0
IMPERIAL = 101.6
SMALL_METRIC, SMALL_IMPERIAL = 50.0, 50.8
COLUMN = 104.0
"""mm, the narrowest column that holds a square."""
PAIR = 108.0
"""mm, the narrowest column that holds both small squares, apart from each other."""
_BELOW = 2.6  # mm, what is written below the size of a small square


def test_squares(tell: Teller) -> Iterator[Block]:
    """Both squares, one under the other."""
    yield _square(METRIC, "100 mm", Teller(Units("mm"), tell.language))
    yield space(6.0)
    yield _square(IMPERIAL, "4 in", Teller(Units("in"), tell.language))


def small_squares(tell: Teller) -> Block:
    """Both small squares, side by side: the first page alone tells whether the printer keeps the scale."""

    def make(width: float) -> Row:
        metric = _small(SMALL_METRIC, "5 cm", 0.5, Teller(Units("mm"), tell.language))
        imperial = _small(SMALL_IMPERIAL, "2 in", PAIR - SMALL_IMPERIAL - 0.5, Teller(Units("in"), tell.language))
        return Row(SMALL_IMPERIAL + 1.0, (*metric, *imperial))

    return Block(make, least=PAIR)


def _small(side: float, size: str, left: float, tell: Teller) -> Iterator[Item]:
    outline = box_path(left, -side - 0.5, left + side, -0.5)
    x, y, long = left + side / 2, -side / 2 - 0.5, Length(side, Scale.CM)
    yield _shape(size, outline)
    yield Text(x, y, 8.0, tell(long), "middle", bold=True, role="square-text")
    for number, line in enumerate(wrapped(tell(_measured(long)), side - 6.0, _BELOW), 1):
        yield Text(x, y - 1.5 - number * _BELOW * LEADING, _BELOW, line, "middle", role="square-text")


def _shape(size: str, outline: Path) -> Shape:
    return Shape(f"test-square-{size.replace(' ', '-')}", "square", (outline,), data=(("size", size),))


def _measured(side: Length) -> Said:
    return words("Each side measures exactly {size}.", size=side)


def _square(side: float, size: str, tell: Teller) -> Block:
    def make(width: float) -> Row:
        outline = box_path(0.5, -side - 0.5, side + 0.5, -0.5)
        middle, long = side / 2 + 0.5, Length(side)
        return Row(
            side + 1.0,
            (
                _shape(size, outline),
                Text(middle, -middle, 12.0, tell(long), "middle", bold=True, role="square-text"),
                Text(middle, -middle - 7.0, 3.2, tell(_measured(long)), "middle", role="square-text"),
            ),
        )

    return Block(make, least=COLUMN)
