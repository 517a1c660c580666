"""The figures of the steps: for each operation the picture that makes its words unnecessary, from the pattern's data.

A figure is chosen by what is done and to what, never by words. It shows the work as it is by then: what is sewn so far
is replayed (``hand``), what is sewn now is in an accent. Where no kind of figure fits, the sewn bag shows where the
step is (``whole``). No words stand in a figure, only the numbers of pieces and distances in the maker's units.
"""

from __future__ import annotations

from collections.abc import Mapping

from bagpattern.drawing.model import Drawing
from bagpattern.drawing.steps.hand import Hand, lined_in, sewn_in
from bagpattern.drawing.steps.kinds import Drawn, Scene, drawn, on_the_bag
from bagpattern.drawing.steps.short import clip_ends
from bagpattern.drawing.steps.telling import alt
from bagpattern.model.operation import Operation, Verb
from bagpattern.model.pattern import Pattern
from bagpattern.said import Said
from bagpattern.values import kept, value

__all__ = ["Figure", "figures"]


@value
class Figure:
    """One figure: a ``drawing`` of ``width`` x ``height`` mm, what it shows in one sentence, the ids of the
    ``operations`` that it shows, and its ``kind``.
    """

    drawing: Drawing
    width: float
    height: float
    alt: Said
    operations: tuple[str, ...]
    kind: str


@kept
def figures(pattern: Pattern) -> Mapping[int, tuple[Figure, ...]]:
    """The figures of each step by its number, in the order of its operations.

    Each operation is in one of them, but those that are nowhere on the bag: these are left to the words.
    """
    found, before = {}, list[Operation]()
    for each in pattern.steps:
        found[each.number] = tuple(_figures(pattern, each.step.operations, before))
        before += each.step.operations
    return found


def _figures(pattern: Pattern, operations: tuple[Operation, ...], before: list[Operation]) -> list[Figure]:
    """Each operation is tried in its order; one without a figure of its own may still come into a later one's."""
    left, tried, found = list(operations), set[str](), list[Drawn]()
    while first := _next(left, tried):
        done = before + [each for each in operations[: operations.index(first)] if each not in left]
        hand = Hand(pattern, sewn_in(done), lined_in(pattern.draft, done))
        new = drawn(Scene(hand, first, tuple(left), operations))
        shown = {each.id for each in new.operations} if new else set()
        left = [each for each in left if each.id not in shown]
        found, tried = [*found, new] if new else found, tried | {first.id}
    where = on_the_bag(pattern, left) if left else None
    found += [where] if where else []
    return [_figure(pattern, each) for each in found]


def _next(left: list[Operation], tried: set[str]) -> Operation | None:
    """What is tried next: clips are shown with their seam, where that has a figure."""
    new = [each for each in left if each.id not in tried]
    return next((each for each in new if each.do is not Verb.CLIP), new[0] if new else None)


def _figure(pattern: Pattern, done: Drawn) -> Figure:
    clip_ends(pattern, done)
    drawing = done.canvas.drawing(pattern.title)
    ids = tuple(each.id for each in done.operations)
    return Figure(drawing, drawing.width, drawing.height, alt(pattern, done.kind, done.operations), ids, done.kind)
