"""The cut list by material: every size that is needed at the table, and the strips that rectangles are cut from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bagpattern.language import Teller
from bagpattern.layout.blanks import blanks
from bagpattern.layout.lay import Lay
from bagpattern.layout.plans import numbers
from bagpattern.layout.strips import strips
from bagpattern.model.colourway import slot_words
from bagpattern.model.pattern import CutRow, Pattern
from bagpattern.said import Called
from bagpattern.words import extent, series, words

_HEAD = (
    words("No."),
    words("Piece"),
    words("How many"),
    words("Cut size"),
    words("Finished size, allowance, notes"),
    words("Shape"),
    words("On the fold"),
)
SHAPES = {"rectangle": words("rectangle"), "shaped": words("shaped")}


def cut_list_text(pattern: Pattern, plans: Sequence[Lay]) -> str:
    """The list as Markdown, a table for each material, then strips for the rotary cutter.

    Sizes are width by height with the grain upright. It speaks the maker's language.
    """
    tell = pattern.tell
    title = tell(words("{bag}: cut list", bag=Called(pattern.name)))
    blocks = [f"# {title}", *_tables(pattern, tell), *strip_lists(plans, tell)]
    return "\n\n".join(blocks) + "\n"


def _tables(pattern: Pattern, tell: Teller) -> Iterator[str]:
    for material in pattern.materials:
        rows = [row for row in pattern.cut_list if row.material == material.id]
        if rows:
            on_fold = {blank.piece for blank in blanks(pattern, material.id) if blank.symmetric}
            lines = [_line(_cells(pattern, row, row.piece in on_fold, tell)) for row in rows]
            title = tell(pattern.coloured(material.title, material.id))
            slot = tell(slot_words(material.id))
            head = [f"## {slot}: {title}", "", _line([*map(tell, _HEAD)]), _line(["---"] * len(_HEAD))]
            yield "\n".join([*head, *lines])


def _cells(pattern: Pattern, row: CutRow, on_fold: bool, tell: Teller) -> list[str]:
    mirrored = words("{count}, {mirrored} mirrored", count=row.count, mirrored=row.mirrored)
    count = tell(mirrored) if row.mirrored else str(row.count)
    on_it = tell(words("may lie on it")) if on_fold else ""
    size, label = tell(extent(row.width, row.height)), tell(series(pattern[row.piece].label, "; "))
    return [str(row.number), tell(row.title), count, size, label, tell(SHAPES[row.shape]), on_it]


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def strip_lists(plans: Sequence[Lay], tell: Teller) -> Iterator[str]:
    """Rectangles of one height, as they are cut with a rotary cutter."""
    called = zip(plans, numbers(plans), strict=True)
    lines = [
        f"- {tell(slot_words(plan.cloth.material))}{number}: {tell(each.said)}"
        for plan, number in called
        for each in strips(plan)
    ]
    if lines:
        title = tell(words("Strips for the rotary cutter"))
        yield "\n".join([f"## {title}", "", *lines])
