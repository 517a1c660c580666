"""Words and figures of a step compared: both are read back, the words from the finished text, the figures as drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bagpattern.drawing.model import Item, Shape, Text
from bagpattern.drawing.steps import Figure, figures
from bagpattern.model.operation import Operation
from bagpattern.model.pattern import Pattern
from bagpattern.model.step import NumberedStep
from tests.drawing.counted import miscounted
from tests.drawing.lengths import unshown
from tests.drawing.sided import unsided
from tests.drawing.stitched import missewn, sewn_lengths

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_SECTIONS = {"zip", "bound"}
"""Kinds with a section, in which thin things are drawn wider than they are, and carry their true number."""
_OF_DATA = {"layered", "elastic", "collared", "rim", "rim-topstitched", "closed", "lidded", "boxed", "piped"}
"""Kinds with one whose numbers are all told, or are lengths of what is sewn."""
_ONE_SIDE = {"zip", "whole", "turned", "hemmed", "boxed", "bound", "webbing"}
"""Kinds that show what is alike once, or the bag as a whole: not every piece that the words name is in them."""


class _Distance(NamedTuple):
    told: str
    drawn: float

    @property
    def scale(self) -> float:
        return self.drawn / float(self.told)


def disagreements(pattern: Pattern) -> Iterator[str]:
    """Where the words of a step say other than one of its figures."""
    for each in pattern.steps:
        known = {operation.id: operation for operation in each.step.operations}
        for figure in figures(pattern)[each.number]:
            of = [known[name] for name in figure.operations]
            sewn = missewn(pattern, figure, of)
            found = (*_distances(pattern, each, figure, of), *unsided(pattern, figure, of), *sewn)
            yield from (f"{pattern.name}, step {each.number}, {figure.kind}: {fault}" for fault in found)
        unsaid = unshown(pattern, figures(pattern)[each.number], each.step.operations)
        faults = (*_pieces(pattern, each), *miscounted(pattern, each), *unsaid)
        yield from (f"{pattern.name}, step {each.number}: {fault}" for fault in faults)


def _words(pattern: Pattern, each: NumberedStep) -> str:
    return pattern.tell(each.step.text).casefold()


# distances ------------------------------------------------------------------------------------------------------------


def _distances(pattern: Pattern, each: NumberedStep, figure: Figure, of: list[Operation]) -> Iterator[str]:
    """A number is told in the words, or its line is as long as it says; in a section it has only its own word."""
    told, found = set(_NUMBER.findall(_words(pattern, each))), [*_dimensions(figure)]
    bar = _bar(figure)
    if figure.kind in _OF_DATA:
        known = told | sewn_lengths(pattern, of)
        yield from (f"{one.told} is neither told nor sewn" for one in found if one.told not in known)
        return
    for place, one in enumerate(found):
        others = [other.scale for n, other in enumerate(found) if n != place] + ([bar] if bar else [])
        true = any(abs(one.drawn - scale * float(one.told)) < 0.1 + 0.01 * one.drawn for scale in others)
        if one.told not in told and not true and not (figure.kind in _SECTIONS or len(found) == 1):
            yield f"{one.told} is neither told nor as long as it says"


def _dimensions(figure: Figure) -> Iterator[_Distance]:
    """A dimension is two heads, the line between them, and its number on a plate."""
    items = _as_drawn(figure)
    for place, each in enumerate(items):
        if isinstance(each, Text) and not each.bold and _NUMBER.fullmatch(each.content):
            before = [x for x in items[max(place - 4, 0) : place] if isinstance(x, Shape)]
            kinds = [x.role.rsplit("-", 1)[-1] for x in before]
            if {"thin", "head"} <= set(kinds):
                path = before[len(kinds) - 1 - kinds[::-1].index("thin")].paths[0]
                yield _Distance(each.content, abs(path.end - path.start))


def _as_drawn(figure: Figure) -> list[Item]:
    """What is on it in the order of drawing, which its roles count: letters lie over all else."""
    return sorted(figure.drawing.items, key=lambda each: int(each.role.split("-")[1]))


def _bar(figure: Figure) -> float | None:
    """mm of paper for a mm of cloth, by the bar that tells the scale."""
    items = _as_drawn(figure)
    for place, each in enumerate(items):
        if isinstance(each, Text) and each.content.endswith(" cm"):
            lines = [x for x in items[:place] if isinstance(x, Shape) and x.role.endswith("-thin")][-3:]
            longest = max(abs(path.end - path.start) for line in lines for path in line.paths)
            return longest / (float(each.content.split()[0]) * 10)
    return None


# pieces ---------------------------------------------------------------------------------------------------------------


def _pieces(pattern: Pattern, each: NumberedStep) -> Iterator[str]:
    """Of the pieces that the words name one is in the figure by its number, as what is alike is drawn once; and each
    number is that of a piece.
    """
    drawn = figures(pattern)[each.number]
    shown, words = {number for figure in drawn for number in _numbers(figure)}, _words(pattern, each)
    exact = [figure for figure in drawn if figure.kind not in _ONE_SIDE]
    known = {operation.id: operation for operation in each.step.operations}
    for operation in (known[o] for figure in exact for o in figure.operations):
        named = [name for name in _named(pattern, operation) if _is_named(_title(pattern, name), words)]
        if named and not {str(pattern[name].number) for name in named} & shown:
            yield f"the words of {operation.id} name {named[0]}, which is not drawn"
    numbers = {str(piece.number) for piece in pattern.pieces}
    frames = {str(n) for n in range(1, 6)}
    yield from (f"there is no piece {number}" for number in sorted(shown - numbers - frames))


def _is_named(title: str, words: str) -> bool:
    """Whether a title is in the words: to back-tack is not the back."""
    return re.search(re.escape(title) + "(?!-)", words) is not None


def _title(pattern: Pattern, name: str) -> str:
    return pattern.tell(pattern[name].panel.title).casefold()


def _numbers(figure: Figure) -> Iterator[str]:
    """The numbers of pieces are bold; two of them may stand on one line."""
    for each in figure.drawing.items:
        if isinstance(each, Text) and each.bold:
            yield from (number for number in each.content.split(" + ") if number.isdigit())


def _named(pattern: Pattern, operation: Operation) -> Iterator[str]:
    runs = (run for name in operation.seams for side in (pattern.seams[name].a, pattern.seams[name].b) for run in side)
    names = {each.panel for each in operation.pieces} | {each.panel for each in operation.on}
    yield from (name for name in sorted(names | {run.panel for run in runs}) if name in pattern)
