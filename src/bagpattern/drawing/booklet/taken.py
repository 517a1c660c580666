"""What is taken for a step: the pieces that were not yet in hand, and the bought things."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from bagpattern.drawing.booklet.thumbnails import named_pieces
from bagpattern.model.operation import LAYING, Operation, Sheet
from bagpattern.model.pattern import Pattern
from bagpattern.model.step import NumberedStep
from bagpattern.values import kept


class Taken(NamedTuple):
    """So many copies of pieces, by id, and the ids of bought things."""

    pieces: Mapping[str, int]
    notions: tuple[str, ...]


@kept
def taken(pattern: Pattern) -> Mapping[int, Taken]:
    """What each step takes, by its number: what is taken is taken where it is first worked on."""
    used, bought, found = set[Sheet](), set[str](), dict[int, Taken]()
    for each in pattern.steps:
        fresh = [sheet for sheet in dict.fromkeys(_sheets(pattern, each)) if sheet not in used]
        things = [name for name in dict.fromkeys(_notions(pattern, each)) if name not in bought]
        used.update(fresh)
        bought.update(things)
        found[each.number] = Taken(named_pieces(pattern, iter(fresh)), tuple(things))
    return found


def _sheets(pattern: Pattern, numbered: NumberedStep) -> Iterator[Sheet]:
    """Every copy that a step works on, one by one."""
    for operation in numbered.step.operations:
        for sheet in (
            *operation.pieces,
            *_held(pattern, operation),
            *(Sheet(on.panel, on.copy) for on in operation.on),
        ):
            copies = pattern[sheet.panel].panel.count if sheet.panel in pattern else 1
            yield from [sheet] if sheet.copy else [Sheet(sheet.panel, copy) for copy in range(1, copies + 1)]


def _held(pattern: Pattern, operation: Operation) -> Iterator[Sheet]:
    """The sheets of the seams that are worked on; what is laid for a seam lies on one side of it alone."""
    for name in () if operation.do in LAYING else operation.seams:
        seam = pattern.seams[name]
        yield from (Sheet(run.panel, run.copy) for run in (*seam.a, *seam.b))


def _notions(pattern: Pattern, numbered: NumberedStep) -> Iterator[str]:
    bought = {each.id for each in pattern.notions}
    return (name for each in numbered.step.operations for name in each.notions if name in bought)
