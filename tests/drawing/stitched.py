"""What the data of an operation say of its lengths, its seam and its stitches, compared with its figure as drawn."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.drawing.model import Text
from bagpattern.drawing.steps import Figure
from bagpattern.drawing.steps.looks import SMALL
from bagpattern.model.operation import Operation, Verb
from bagpattern.model.pattern import Pattern
from bagpattern.units import ExactLength
from tests.drawing.counted import paths, texts

_STITCHING = frozenset({Verb.SEW, Verb.TOPSTITCH, Verb.HEM, Verb.QUILT, Verb.BIND, Verb.FELL})
_STITCHES = ("seam", "box")
_STACKED = ("join",)
"""Kinds whose small numbers are those of a section through one seam."""


def missewn(pattern: Pattern, figure: Figure, of: list[Operation]) -> Iterator[str]:
    """Where a figure does not show how far beside an edge, what is sewn to what, or that it is stitched."""
    yield from _lengths(pattern, figure, of)
    yield from _stack(pattern, figure, of)
    if any(each.do in _STITCHING for each in of) and not any(paths(figure, kind) for kind in _STITCHES):
        yield "it is stitched, and no stitches are drawn"


def _lengths(pattern: Pattern, figure: Figure, of: list[Operation]) -> Iterator[str]:
    """What an operation turns, and what it leaves beside its stitches, is told by a number."""
    told = {each.split()[0] for each in texts(figure)}
    for each in of:
        for mm in (*each.turns, *([each.beside] if each.beside else [])):
            if pattern.units.figure(mm) not in told:
                yield f"{each.id} leaves or turns {pattern.units.figure(mm)}, which is not told"


def sewn_lengths(pattern: Pattern, of: list[Operation]) -> set[str]:
    """The lengths of what some operations sew, turn and leave, and how far from an edge the maker topstitches."""
    lengths = [mm for each in of for mm in (*each.turns, each.beside)]
    for seam in (pattern.seams[name] for each in of for name in each.seams):
        lengths += [pattern.draft.side_length(seam.a), pattern.draft.side_length(seam.b)]
        lengths += [pattern[run.panel].allowances.get(run.on, 0.0) for run in (*seam.a, *seam.b)]
    topstitch = pattern.settings["finishing"]["topstitch"]
    assert isinstance(topstitch, ExactLength)
    return {pattern.units.figure(mm) for mm in (*lengths, topstitch.mm)}


def _stack(pattern: Pattern, figure: Figure, of: list[Operation]) -> Iterator[str]:
    """The numbers beside a section are those of the pieces of one seam, and of what it catches."""
    small = [each for each in figure.drawing.items if isinstance(each, Text) and each.bold and each.size == SMALL]
    numbers = {each.content for each in small if each.content.isdigit()}
    seams = [name for each in of if each.do is Verb.SEW for name in each.seams]
    if figure.kind in _STACKED and not any(numbers <= _pieces(pattern, each) for each in seams):
        yield f"the section is through {sorted(numbers)}, which no seam joins"


def _pieces(pattern: Pattern, seam: str) -> set[str]:
    of = pattern.seams[seam]
    runs = (*of.a, *of.b, *(run for each in of.caught for run in each.runs))
    return {str(pattern[run.panel].number) for run in runs}
