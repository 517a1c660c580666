"""The making as pattern.json has it: operations in their order, and the steps that tell them."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.export._json_values import Row, if_any
from bagpattern.model.operation import Operation, Sheet, Verb, Where
from bagpattern.model.pattern import Pattern
from bagpattern.model.step import NumberedStep


def step_row(each: NumberedStep) -> Row:
    """One step: its words, its seams, its operations."""
    step = each.step
    return {
        "step": each.number,
        "title": str(step.title),
        "text": str(step.text),
        "seams": list(step.seams),
        "operations": [operation.id for operation in step.operations],
    }


_WRITTEN = {Verb.SKIVE: Verb.TRIM}
"""What this version of the format has no word for: an edge that is skived is trimmed of its thickness."""


def operation_rows(pattern: Pattern) -> Iterator[Row]:
    """Every operation, in the order in which they are done."""
    for each in pattern.steps:
        for operation in each.step.operations:
            yield _operation(each.number, operation)


def _operation(step: int, operation: Operation) -> Row:
    return {
        "id": operation.id,
        "step": step,
        "do": _WRITTEN.get(operation.do, operation.do).value,
        "pieces": [_sheet(each) for each in operation.pieces],
        "notions": list(operation.notions),
        "seams": list(operation.seams),
        "on": [_where(each) for each in operation.on],
        "side": operation.side and operation.side.value,
        "for": operation.goal or None,
        "around": operation.around or None,
        "through": operation.through or None,
        "out": operation.out and operation.out.value,
        "turns": [round(each, 3) for each in operation.turns],
        "stitches": operation.stitches,
        "beside": if_any(round(operation.beside, 3) or None),
        "heat": operation.heat,
        "after": list(operation.after),
        "before": list(operation.before),
        "why": str(operation.why),
        "text": str(operation.how),
    }


def _sheet(sheet: Sheet) -> Row:
    return {"piece": sheet.panel} | ({"copy": sheet.copy} if sheet.copy else {})


def _where(where: Where) -> Row:
    stretch = {"from": if_any(where.start), "to": if_any(where.end)} if where.start is not None else {}
    return _sheet(Sheet(where.panel, where.copy)) | ({"on": where.on} if where.on else {}) | stretch
