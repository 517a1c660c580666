"""Tables of text: columns as wide as they need, numbers to the right."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

if TYPE_CHECKING:
    from bagpattern.language import Teller
    from bagpattern.said import Said

Row = Sequence[object]
AS_LONG_AS_NEEDED: Mapping[str, int] = {}


def table(
    head: Row, rows: Sequence[Row], right: Container[int] = (), folded: Mapping[str, int] = AS_LONG_AS_NEEDED
) -> str:
    """Lines of aligned columns; those of the numbers *right*, from 0 on, are set to the right.

    Columns that are *folded*, by their heads, go on in a new line after so many characters.
    """
    limits = [folded.get(str(name)) for name in head]
    texts = [[str(cell) for cell in line] for row in (head, *rows) for line in _lines(row, limits)]
    widths = [max(_wide(row[column]) for row in texts) for column in range(len(head))]
    to_the_right = [column in right for column in range(len(head))]
    lines = (
        "  ".join(
            _blank(cell, width) + cell if numeric else cell + _blank(cell, width)
            for cell, width, numeric in zip(row, widths, to_the_right, strict=True)
        )
        for row in texts
    )
    return "\n".join(line.rstrip() for line in lines)


def _wide(text: str) -> int:
    """The columns of a terminal that a text takes: signs of East Asia take two."""
    return len(text) if text.isascii() else sum(1 + (east_asian_width(each) in "WF") for each in text)


def _blank(cell: str, width: int) -> str:
    return " " * (width - _wide(cell))


def _lines(row: Row, limits: Sequence[int | None]) -> Iterator[Row]:
    """A row as one line, or as several where cells are folded."""
    if not any(limit and _wide(str(cell)) > limit for cell, limit in zip(row, limits, strict=True)):
        yield row
        return
    cells = ([cell] if limit is None else _folded(str(cell), limit) for cell, limit in zip(row, limits, strict=True))
    yield from zip_longest(*cells, fillvalue="")


def _folded(text: str, limit: int) -> list[str]:
    """The text in lines: between words, and where there are no blanks between words, anywhere."""
    from textwrap import wrap

    unspaced = _wide(text) > 1.5 * len(text)
    return wrap(text, limit // 2 if unspaced else limit, break_long_words=unspaced, break_on_hyphens=False)


def heads(tell: Teller, *said: Said) -> tuple[str, ...]:
    """The heads of a table's columns."""
    return tuple(map(tell, said))


def section(title: str, body: str) -> str:
    """A titled block."""
    return f"{title}\n{'-' * _wide(title)}\n{body}\n"
