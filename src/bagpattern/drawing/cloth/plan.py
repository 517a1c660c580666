"""A plan as it is drawn: the words above it, the cloth with its rulers and pieces, the list of what lies there."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import ClassVar

from bagpattern.drawing.cloth.arranged import SCALES, Listed, View, arranged
from bagpattern.drawing.cloth.breaks import breaks, clipped
from bagpattern.drawing.cloth.lay_words import enough, listed, repeating, repeats, repeats_across, share
from bagpattern.drawing.cloth.numbered import Numbered
from bagpattern.drawing.cloth.ruler import end, fold, grain, ruler
from bagpattern.drawing.lettering import LEADING, text_width, widest, wrapped
from bagpattern.drawing.model import Drawing, Item, Shape, Text
from bagpattern.drawing.names import Names
from bagpattern.geometry.path import line_path
from bagpattern.geometry.points import Point, point
from bagpattern.layout.lay import Lay
from bagpattern.layout.purchase import to_buy
from bagpattern.model.colourway import slot_words
from bagpattern.model.pattern import Pattern
from bagpattern.said import Figure, Length, Name, Said, Scale
from bagpattern.values import replace
from bagpattern.words import words

_TEXT, _TITLE = 3.2, 6.0
_UNDER = 2.5
_COLUMN, _GUTTER = 88.0, 3.0
"""mm of a column of the list, and between two."""
_GAP = 3.0
_NARROW, _LEADERS = 4.5, 8

Room = tuple[float, float]
"""mm across a page, and up it."""


class Plan:
    """A plan in a *room* of so many mm, as large as it can be read there: what is drawn hangs from the upper left.

    ``which`` tells it from others of its material; ``in_one``, whether the cloth must be drawn whole.
    """

    in_one: ClassVar[bool] = False

    def __init__(self, pattern: Pattern, lay: Lay, which: str, room: Room) -> None:
        self.pattern, self.lay, self.tell, self.which = pattern, lay, pattern.tell, which
        self.room = room
        self.scale = max(SCALES, key=lambda each: len(str(each)))  # no other takes more room in the words
        self.names = Names()
        self.rows = [listed(blank, self.tell) for blank in lay.blanks]
        wide = min(widest(self.rows, _TEXT), _COLUMN - _GUTTER) + _GUTTER
        self.list = Listed(len(self.rows), _TEXT * LEADING, wide, _GAP)
        left = room[0], room[1] - self.head_height()
        self.arrangement = arranged(lay, left, self.list, self.in_one)
        self.scale = self.arrangement.scale

    @property
    def title(self) -> str:
        """The material, with what tells this plan from others of it."""
        return f"{self.tell(slot_words(self.lay.cloth.material))}{self.which}"

    @property
    def crowded(self) -> bool:
        """Whether so many pieces are too narrow for their numbers that nobody would follow all their leaders [K]."""
        narrow = sum(blank.least_breadth / self.scale < _NARROW for blank in self.lay.blanks for _ in blank.copies)
        return narrow > _LEADERS

    def lay_title(self) -> str:
        """What the drawing is called."""
        return self.tell(words("lay of {cloth}", cloth=Name(self.title)))

    def described(self, drawing: Drawing) -> Drawing:
        """The drawing with its own scale told: it is no pattern to print at 100 %."""
        told = self.tell(words("How pieces lie on cloth, drawn {scale}.", scale=self.scale_said()))
        return replace(drawing, description=told, in_pixels={})

    def size(self) -> tuple[float, float]:
        """mm that it takes of its room."""
        wide, high = self.arrangement.size
        lines = max(widest(self.head_lines(), _TEXT), text_width(self.headline(), self.title_size(), True))
        if self.arrangement.beside:
            high, wide = max(high, self.list.rows * self.list.high), wide + self.list.wide
        else:
            high += self.list.below(self.room[0])
            wide = max(wide, min(self.list.columns(self.room[0]), self.list.rows) * self.list.wide)
        return max(wide, lines), self.head_height() + high

    def items(self, corner: Point) -> list[Item]:
        """Everything that is drawn, from the upper left *corner* on."""
        below = corner - 1j * self.head_height()
        views = self.arrangement.views(below)
        wide, high = self.arrangement.size
        found = [*self.head(corner)]
        for number, view in enumerate(views, 1):
            found += [*clipped([*self.cloth(view)], view.window), *fold(self.lay, view, self.names, self.tell)]
            found += [*self.written(view)]
            found += [*ruler(self.lay, view, self.names, self.tell), *grain(self.lay, view, self.names, self.tell)]
            found += [end(self.lay, view, self.tell)] if number == len(views) else []
            found += [*Numbered(self.lay, view, self.names, self.tell).items()]
        found += [*breaks(self.lay, views, self.names, self.tell)]
        beside = self.arrangement.beside
        return [*found, *self._list(below + wide if beside else below - 1j * (high + _GAP), beside)]

    # the words above ------------------------------------------------------------------------------------------------

    def headline(self) -> str:
        """What it is a plan of."""
        return f"{self.pattern.title}: {self.title}"

    def title_size(self) -> float:
        """mm of the letters of that, in one line."""
        return min(_TITLE, _TITLE * self.room[0] / text_width(self.headline(), _TITLE, True))

    def head_lines(self) -> list[str]:
        """What stands below it, as wide as the room."""
        return [line for each in self.lines() for line in wrapped(each, self.room[0], _TEXT)]

    def head_height(self) -> float:
        """mm of both."""
        return _TITLE + len(self.head_lines()) * _TEXT * LEADING + _UNDER

    def head(self, corner: Point) -> Iterator[Item]:
        """The title and the lines below it."""
        x, y = corner.real, corner.imag - _TITLE
        yield Text(x, y, self.title_size(), self.headline(), bold=True)
        for number, line in enumerate(self.head_lines()):
            yield Text(x, y - (number + 1.2) * _TEXT * LEADING, _TEXT, line)

    def lines(self) -> list[str]:
        """What is to be bought and how it lies."""
        cloth = self.lay.cloth
        plan = words(
            "{cloth}, {width} wide: the plan takes {length}; {buy}. Drawn {scale}.",
            cloth=cloth.title,
            width=Length(cloth.width, Scale.CM),
            length=enough(self.lay.length),
            buy=self._buy(),
            scale=self.scale_said(),
        )
        said = (plan, self.lying(), *self._folding(), *repeating(self.lay), share(self.lay))
        return [self.tell(each) for each in said]

    def lying(self) -> Said:
        """Which way up the cloth and the pieces lie."""
        return words("Right side up, seen from above; {rule}.", rule=self.lay.cloth.rule)

    def scale_said(self) -> Said:
        """'1:2.5'."""
        return words("1:{scale}", scale=Figure(self.scale))

    def _buy(self) -> Said:
        """What to ask for in the shop; what several tables take is bought in one length."""
        if self.which and self.lay.cloth.ends:
            return words("each of its plans is cut from a piece of its own")
        if self.which:
            return words("buy what all its tables take, in one length")
        return words(
            "buy {length}", length=Length(to_buy(self.lay.length, self.tell.units, self.lay.cloth.shrinks), Scale.CLOTH)
        )

    def _folding(self) -> list[Said]:
        """How folded cloth is drawn, and what to do where nothing is gained by folding it."""
        if not self.lay.cloth.folded:
            return []
        if not self.lay.fold:
            return [words("Nothing is cut through both layers: lay the cloth open.")]
        return [
            words(
                "Folded as far as {length}, drawn opened out: cut what lies there once, through both layers.",
                length=enough(self.lay.fold),
            )
        ]

    # the cloth ------------------------------------------------------------------------------------------------------

    def cloth(self, view: View) -> Iterator[Shape]:
        """Edges, selvedges and the repeats of a print."""
        lay, width = self.lay, self.lay.cloth.width
        edges = [view.at(*each) for each in ((0, 0), (lay.length, 0), (lay.length, width), (0, width), (0, 0))]
        yield Shape(self.names("cloth"), "leader", tuple(line_path(*each) for each in pairwise(edges)))
        if lay.cloth.selvedge:
            inner = (lay.cloth.selvedge, width - lay.cloth.selvedge)
            lines = tuple(line_path(view.at(0.0, y), view.at(lay.length, y)) for y in inner)
            yield Shape(self.names("selvedges"), "topstitch", lines)
        if lay.phase:
            across = (line_path(view.at(x, 0.0), view.at(x, width)) for x in repeats(lay))
            down = (line_path(view.at(0.0, y), view.at(lay.length, y)) for y in repeats_across(lay))
            yield Shape(self.names("repeats"), "table", (*across, *down))

    def written(self, view: View) -> Iterator[Text]:
        """What is to be read on the cloth itself."""
        return iter(())

    # the list -------------------------------------------------------------------------------------------------------

    def _list(self, corner: Point, beside: bool) -> Iterator[Item]:
        """The pieces in columns: some have only their number on them."""
        high = len(self.rows) if beside else math.ceil(len(self.rows) / self.list.columns(self.room[0]))
        for index, row in enumerate(self.rows):
            column, line = divmod(index, high)
            size = min(_TEXT, _TEXT * (self.list.wide - _GUTTER) / text_width(row, _TEXT))
            at = corner + point(column * self.list.wide, -(line + 1) * self.list.high)
            yield Text(at.real, at.imag, size, row)


PlanIn = Callable[[Room], Plan]
"""A plan that is to be drawn in a room yet."""


def best(plans: Sequence[Plan]) -> Plan:
    """Of the same plan in several rooms the one that is drawn largest; the first of equals."""
    return min(plans, key=lambda plan: plan.scale)
