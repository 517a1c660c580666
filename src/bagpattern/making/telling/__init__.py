"""The words of the making: a sentence form for each verb and case, filled from the operation and its materials.

What a part says of an operation itself is told as it is. Operations that are alike, such as the same tab twice, are
told once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from bagpattern.making.bench import Bench, is_first_row
from bagpattern.making.telling.closing import of_opening, of_putting, of_sliders, of_turning, of_zip
from bagpattern.making.telling.keeping import kept_out
from bagpattern.making.telling.laying import of_laying
from bagpattern.making.telling.sealing import sealed
from bagpattern.making.telling.sewing import (
    of_binding,
    of_clipping,
    of_felling,
    of_hem,
    of_overcasting,
    of_sewing,
    of_skiving,
    of_topstitching,
)
from bagpattern.model.operation import Operation, Verb
from bagpattern.model.seam import SeamKind
from bagpattern.said import NOTHING, Said
from bagpattern.words import form, sentences, words

Telling = Callable[[Bench, tuple[Operation, ...]], Said]

_TELLING: dict[Verb, Telling] = {
    Verb.LAY: of_laying,
    Verb.BASTE: of_laying,
    Verb.SEW: of_sewing,
    Verb.TOPSTITCH: of_topstitching,
    Verb.HEM: of_hem,
    Verb.BIND: of_binding,
    Verb.FELL: of_felling,
    Verb.OVERCAST: of_overcasting,
    Verb.SKIVE: of_skiving,
    Verb.CLIP: of_clipping,
    Verb.INSERT: of_sliders,
    Verb.OPEN: of_opening,
    Verb.PUT: of_putting,
    Verb.TURN: of_turning,
}
_TITLES = {
    Verb.TURN: form("Turn the bag right side out"),
    Verb.SKIVE: form("Skive what is turned"),
    Verb.HEM: form("Hem the rim"),
    Verb.BIND: form("Bind the edges"),
    Verb.FELL: form("Close the raw edges in"),
}
_SEAMED = (Verb.SEW, Verb.FELL, Verb.BIND)
"""What is done at seams one after the other, in the order in which it is told of all of them."""
_ANY_TITLE = form("Get on with the bag")


def title_of(bench: Bench, operation: Operation) -> Said:
    """The title of the step that tells an operation: that of its task."""
    if operation.task >= 0:
        return bench.draft.tasks[operation.task].title
    return words(_TITLES.get(operation.do, _ANY_TITLE))


def text_of(bench: Bench, operations: tuple[Operation, ...], before: tuple[Operation, ...]) -> Said:
    """The text of a step of these operations, after what was done *before*."""
    return sentences(*dict.fromkeys(_sentences(bench, operations, before)))


def _sentences(bench: Bench, operations: tuple[Operation, ...], before: tuple[Operation, ...]) -> Iterator[Said]:
    for (_, _, how), group in groupby(_in_turn(bench, operations), key=lambda each: _likeness(bench, each)):
        alike = tuple(group)
        yield sealed(bench, before, alike)
        yield how or said(bench, alike)
        yield kept_out(bench, before, alike)
        before += alike


def _in_turn(bench: Bench, operations: tuple[Operation, ...]) -> Iterator[Operation]:
    """Seams that are bound or closed in one after the other are told together, and that after them."""
    for sewn, group in groupby(operations, key=lambda each: each.do in _SEAMED and bool(each.seams)):
        alike = list(group)
        yield from sorted(alike, key=lambda each: _told_at(bench, each)) if sewn else alike


def _told_at(bench: Bench, operation: Operation) -> int:
    """The place among what is done at several seams: the first row of a French one comes before its second."""
    return -1 if is_first_row(bench, operation) else _SEAMED.index(operation.do)


def said(bench: Bench, alike: tuple[Operation, ...]) -> Said:
    """What is said of operations that are alike, where no part says it."""
    telling = of_zip if _is_zip(bench, alike[0]) else _TELLING.get(alike[0].do)
    return telling(bench, alike) if telling else NOTHING


def _likeness(bench: Bench, operation: Operation) -> tuple[Verb, object, Said]:
    """What operations have in common that are told together: all but the copies, and of seams the kind."""
    if operation.do is Verb.SEW and not operation.how:
        seam = bench.draft.seam(operation.seams[0])
        return operation.do, (seam.kind, seam.enclosed), operation.how
    if operation.do is Verb.FELL:
        return operation.do, bench.draft.seam(operation.seams[0]).enclosed, operation.how
    if operation.do is Verb.CLIP:
        return operation.do, None, operation.how
    panels = tuple(each.panel for each in operation.pieces)
    return operation.do, (panels, tuple(each.panel for each in operation.on), operation.side), operation.how


def _is_zip(bench: Bench, operation: Operation) -> bool:
    return operation.do is Verb.SEW and bench.draft.seam(operation.seams[0]).kind is SeamKind.ZIP
