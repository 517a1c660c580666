"""The order of the making: operations, one after the other, and the steps in which they are told."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from bagpattern.making.bench import Bench
from bagpattern.making.derive import derive
from bagpattern.making.plan import plan
from bagpattern.making.runs import is_whole
from bagpattern.making.telling import text_of, title_of
from bagpattern.model.operation import Operation
from bagpattern.model.pattern import Pattern
from bagpattern.model.step import NumberedStep, Step
from bagpattern.parts.workshop import Workshop
from bagpattern.values import replace


def order(pattern: Pattern, shop: Workshop) -> Pattern:
    """*pattern* with its operations in an order in which they can be done, and its steps numbered.

    What is broken is left to the checks. Where there is no such order, what is left stands at the end, and the pattern
    says why: a check refuses it.
    """
    if not is_whole(pattern.draft):
        return pattern
    skived = {piece.id: piece.skived for piece in pattern.pieces if piece.skived}
    bench = Bench(pattern.draft, dict(shop.materials), skived)
    derive(bench)
    found = plan(bench)
    steps = _steps(bench, (*found.operations, *found.left))
    numbered = tuple(NumberedStep(place, step) for place, step in enumerate(steps, start=1))
    return replace(pattern, steps=numbered, stuck=found.stuck)


def _steps(bench: Bench, operations: tuple[Operation, ...]) -> Iterator[Step]:
    """Operations of one title after each other are one step, told by what was done before."""
    done: tuple[Operation, ...] = ()
    for title, group in groupby(operations, key=lambda each: title_of(bench, each)):
        of_it = tuple(group)
        yield Step(title, text_of(bench, of_it, done), of_it)
        done += of_it
