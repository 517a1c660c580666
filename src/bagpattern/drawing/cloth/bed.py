"""What lies on a machine's bed, to scale: the same as a lay plan, with the words of a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from bagpattern.drawing.cloth.lay import drawn
from bagpattern.drawing.cloth.plan import Plan, Room
from bagpattern.drawing.model import Drawing
from bagpattern.layout.beds import Bed, Sheets
from bagpattern.layout.lay import Lay
from bagpattern.model.pattern import Pattern
from bagpattern.said import Figure, Name
from bagpattern.values import replace
from bagpattern.words import extent, words


def bed_drawings(pattern: Pattern, found: Sequence[Sheets]) -> dict[str, Drawing]:
    """A drawing of each sheet, by what a file's name has after the preset's."""
    return {
        f"lay-{each.cloth.material}-{number}": drawn(
            partial(_Sheet, pattern, plan, each.bed, (number, len(each.plans)))
        )
        for each in found
        for number, plan in enumerate(each.plans, 1)
    }


class _Sheet(Plan):
    """One sheet of several: it is as long as the bed, whatever its pieces take."""

    in_one = True

    def __init__(self, pattern: Pattern, lay: Lay, bed: Bed, which: tuple[int, int], room: Room) -> None:
        moved = tuple(each._replace(move=each.move + bed.rim) for each in lay.spots)
        whole = replace(lay, spots=moved, length=lay.cloth.table + 2 * bed.rim)
        self.bed, self.of = bed, which
        super().__init__(pattern, whole, f"-{which[0]}", room)

    def lines(self) -> list[str]:
        """Which sheet it is, how large, and how the pieces lie."""
        plan = words(
            "{cloth}: sheet {number} of {count}, {size}, of which {share} is used. Drawn {scale}.",
            cloth=self.lay.cloth.title,
            number=Figure(self.of[0]),
            count=Figure(self.of[1]),
            size=extent(self.bed.width, self.bed.height),
            share=Name(f"{self.lay.area / (self.bed.width * self.bed.height):.0%}"),
            scale=self.scale_said(),
        )
        return [self.tell(plan), self.tell(self.lying())]
