"""Tables of text: columns as wide as they need, numbers to the right."""

from __future__ import annotations

from collections.abc import Sequence

Row = Sequence[object]


def table(head: Row, rows: Sequence[Row], right: str = "") -> str:
    """Lines of aligned columns; *right* names the heads of those that are set to the right."""
    texts = [[str(cell) for cell in row] for row in (head, *rows)]
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


def section(title: str, body: str) -> str:
    """A titled block."""
    return f"{title}\n{'-' * len(title)}\n{body}\n"
