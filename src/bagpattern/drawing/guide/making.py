"""The steps with their figures, for pages whose columns are wide enough for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bagpattern.drawing.columns import TEXT, TITLE, Block, Row, item, paragraph, space
from bagpattern.drawing.figured import Placeable, looks_within, placeable
from bagpattern.drawing.model import Look
from bagpattern.geometry.points import point
from bagpattern.model.pattern import Pattern
from bagpattern.values import value
from bagpattern.words import words


@value
class Making:
    """The steps of a pattern, each with its figures."""

    pattern: Pattern

    def __bool__(self) -> bool:
        return any(placeable(self.pattern).values())

    def blocks(self) -> Iterator[Block]:
        """Title, words and figures of every step; a step may be parted between two figures only."""
        tell = self.pattern.tell
        yield paragraph(tell(words("Make")), TITLE, bold=True, after=2.0, keeps=True)
        for each in self.pattern.steps:
            figures = placeable(self.pattern).get(each.number, ())
            yield item(str(each.number), tell(each.step.title), bold=True, keeps=bool(each.step.text or figures))
            if each.step.text:
                yield paragraph(tell(each.step.text), TEXT, indent=8.0, after=1.5, keeps=bool(figures))
            yield from map(_figure, figures)
            yield space(3.0)

    def looks(self, width: float) -> Mapping[str, Look]:
        """How the figures look in a column of so many mm."""
        return looks_within(self.pattern, width)


def _figure(figure: Placeable) -> Block:
    def make(width: float) -> Row:
        placed = figure.within(width)
        return Row(placed.height + 2.0, tuple(placed.items(point((width - placed.width) / 2, 0))))

    return Block(make)
