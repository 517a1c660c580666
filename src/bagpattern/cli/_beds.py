"""A bag on a machine's bed: its sheets, what finds no room, and the files of both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bagpattern.cli._laid import Laid
from bagpattern.cli._plans import watched
from bagpattern.cli._tables import heads, section, table
from bagpattern.said import Length, Said, Scale
from bagpattern.words import words

if TYPE_CHECKING:
    from bagpattern.layout.beds import Bed, Sheets
    from bagpattern.layout.cloth import Order
    from bagpattern.model.pattern import Pattern


def on_beds(pattern: Pattern, order: Order, bed: Bed, slots: Sequence[str], effort: float) -> Laid:
    """Everything, or what is cut from these slots, on sheets of the bed's size; the time is for fewer sheets."""
    from bagpattern.drawing.cloth.bed import bed_drawings
    from bagpattern.drawing.cloth.true_size import bed_sheets
    from bagpattern.layout.bed_search import merged
    from bagpattern.layout.beds import on_bed

    with watched(pattern.tell) as watch:
        found = merged(on_bed(pattern, order, bed, slots), effort, watch)
    missing = any(each.missing for each in found)
    return Laid(_told(pattern, found), not missing, bed_drawings(pattern, found), [*bed_sheets(found)])


_HEADS = words("material"), words("what"), words("sheets"), words("pieces"), words("used"), words("grain")


def _told(pattern: Pattern, found: Sequence[Sheets]) -> str:
    from bagpattern.layout.beds import without_room

    tell = pattern.tell
    rows = [
        (
            each.cloth.material,
            tell(each.cloth.title),
            len(each.plans),
            sum(len(plan.spots) for plan in each.plans),
            f"{each.share:.0%}",
            tell(_grain(each)),
        )
        for each in found
    ]
    told = table(heads(tell, *_HEADS), rows, right=range(2, 5))
    lacking = [
        f"{slot}: {len(blank.copies)}x {tell(blank.title)} {tell(why)}" for slot, blank, why in without_room(found)
    ]
    return section(tell(words("Sheets")), "\n".join([told, *lacking]))


def _grain(sheets: Sheets) -> Said:
    if sheets.cloth.free:
        return words("none")
    return words("along its {length}", length=Length(sheets.along, Scale.CM))
