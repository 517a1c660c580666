"""Every length that the words of an operation say is written in one of its figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bagpattern.drawing.model import Text
from bagpattern.drawing.steps import Figure
from bagpattern.making.bench import Bench
from bagpattern.making.telling import said
from bagpattern.model.operation import Operation
from bagpattern.model.pattern import Pattern
from bagpattern.said import Length, Said, Scale, Words
from bagpattern.values import kept

_LENGTH = re.compile(r"(\d+(?:\.\d+)?)\s(mm|cm)")
_NUMBER = re.compile(r"(\d+(?:\.\d+)?)(\scm)?")
_MM, _ABOUT = {"mm": 1.0, "cm": 10.0}, {"mm": 1e-6, "cm": 0.5}
"""mm that a unit has, and by how many what is told in it is rounded, at most."""


_LEFT_TO_WORDS = (
    # it is stretched: along the edge that is drawn it has no length of its own
    "Fold {drawn} of elastic over the top",
    # both outlines are drawn, a hair apart on paper
    "Lay the foam on the wrong side of each strap, {inside} inside",
    # a pull is as small as its own numbers, and so is the stitching of ends of webbing
    "Sew across both layers {trimmed} from the ends",
    "Lay the ends on their marks, the loop not twisted. Topstitch round each, {edge}",
    # how long a stitch is, the machine is told
    "Lay the slanting ends right sides together",
)
"""Beginnings of sentences whose lengths no figure has room for."""


def unshown(pattern: Pattern, figures: Sequence[Figure], operations: Sequence[Operation]) -> Iterator[str]:
    """Lengths that the words of some operations say, and that stand in none of the figures of those told alike."""
    bench, known = bench_of(pattern), {each.id: each for each in operations}
    drawn: dict[Said, set[float]] = {}
    for figure in figures:
        for each in (known[name] for name in figure.operations):
            drawn.setdefault(each.how or said(bench, (each,)), set()).update(_written(figure))
    for words, numbers in drawn.items():
        if any(isinstance(each, Words) and each.form.startswith(_LEFT_TO_WORDS) for each in words.unfold()):
            continue
        for mm, about in sorted(_told(pattern, words)):
            if not any(abs(each - mm) <= about for each in numbers):
                yield f"{mm:g} mm is told and not drawn: {pattern.tell(words)}"


@kept
def bench_of(pattern: Pattern) -> Bench:
    """Everything that is done, to tell it anew."""
    bench = Bench(pattern.draft, {each.id: each for each in pattern.materials})
    for each in pattern.steps:
        for operation in each.step.operations:
            bench.put(operation)
    return bench


def _told(pattern: Pattern, words: Said) -> set[tuple[float, float]]:
    """mm, and how far from that a figure may be.

    The size by which a bought thing is known is no length to find: it names the thing, as where it is taken.
    """
    told = pattern.tell(words)
    for each in words.unfold():
        if isinstance(each, Length) and each.scale is Scale.TRADE:
            told = told.replace(pattern.tell(each), "")
    return {(float(number) * _MM[unit], _ABOUT[unit]) for number, unit in _LENGTH.findall(told)}


def _written(figure: Figure) -> set[float]:
    """mm: figures have no unit, but where they stand at a scale; what is bold is the number of a piece."""
    plain = (each.content for each in figure.drawing.items if isinstance(each, Text) and not each.bold)
    found = (match for each in plain for match in _NUMBER.findall(each))
    return {round(float(number) * (10.0 if unit else 1.0), 3) for number, unit in found}
