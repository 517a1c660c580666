"""The cut list by material: every size that is needed at the table, and the strips that rectangles are cut from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bagpattern.language import Teller
from bagpattern.layout.blanks import blanks
from bagpattern.layout.lay import Lay
from bagpattern.layout.plans import names
from bagpattern.layout.strips import strips
from bagpattern.model.pattern import CutRow, Pattern
from bagpattern.words import extent, series

_HEAD = ("no.", "piece", "cut", "cut size", "finished, allowance, notes", "shape", "fold")


def cut_list_text(pattern: Pattern, plans: Sequence[Lay]) -> str:
    """The list as Markdown, a table for each material, then strips for the rotary cutter.

    Sizes are width by height with the grain upright.
    """
    tell = Teller(pattern.units)
    blocks = [f"# {pattern.name}: cut list", *_tables(pattern, tell), *strip_lists(plans, tell)]
    return "\n\n".join(blocks) + "\n"


def _tables(pattern: Pattern, tell: Teller) -> Iterator[str]:
    for material in pattern.materials:
        rows = [row for row in pattern.cut_list if row.material == material.id]
        if rows:
            on_fold = {blank.piece for blank in blanks(pattern, material.id) if blank.symmetric}
            lines = [_line(_cells(pattern, row, row.piece in on_fold, tell)) for row in rows]
            title = tell(pattern.coloured(material.title, material.id))
            yield "\n".join([f"## {material.id}: {title}", "", _line(_HEAD), _line(["---"] * len(_HEAD)), *lines])


def _cells(pattern: Pattern, row: CutRow, on_fold: bool, tell: Teller) -> list[str]:
    count = f"{row.count}, {row.mirrored} mirrored" if row.mirrored else str(row.count)
    size, label = tell(extent(row.width, row.height)), tell(series(pattern[row.piece].label, "; "))
    return [str(row.number), tell(row.title), count, size, label, row.shape, "may lie on it" if on_fold else ""]


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def strip_lists(plans: Sequence[Lay], tell: Teller) -> Iterator[str]:
    """Rectangles of one height, as they are cut with a rotary cutter."""
    called = zip(names(plans), plans, strict=True)
    lines = [f"- {name}: {tell(each.said)}" for name, plan in called for each in strips(plan)]
    if lines:
        yield "\n".join(["## Strips for the rotary cutter", "", *lines])
