"""Tables of text: columns as wide as they need, numbers to the right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

Row = Sequence[object]
AS_LONG_AS_NEEDED: Mapping[str, int] = {}


def table(head: Row, rows: Sequence[Row], right: str = "", folded: Mapping[str, int] = AS_LONG_AS_NEEDED) -> str:
    """Lines of aligned columns; *right* names the heads of those that are set to the right.

    Columns that are *folded*, by their heads, go on in a new line after so many characters.
    """
    limits = [folded.get(str(name)) for name in head]
    texts = [[str(cell) for cell in line] for row in (head, *rows) for line in _lines(row, limits)]
    widths = [max(len(row[column]) for row in texts) for column in range(len(head))]
    to_the_right = [name in right.split(",") for name in texts[0]]
    lines = (
        "  ".join(
            cell.rjust(width) if numeric else cell.ljust(width)
            for cell, width, numeric in zip(row, widths, to_the_right, strict=True)
        )
        for row in texts
    )
    return "\n".join(line.rstrip() for line in lines)


def _lines(row: Row, limits: Sequence[int | None]) -> Iterator[Row]:
    """A row as one line, or as several where cells are folded."""
    if not any(limit and len(str(cell)) > limit for cell, limit in zip(row, limits, strict=True)):
        yield row
        return
    from textwrap import wrap

    cells = (
        [cell] if limit is None else wrap(str(cell), limit, break_long_words=False, break_on_hyphens=False)
        for cell, limit in zip(row, limits, strict=True)
    )
    yield from zip_longest(*cells, fillvalue="")


def section(title: str, body: str) -> str:
    """A titled block."""
    return f"{title}\n{'-' * len(title)}\n{body}\n"
