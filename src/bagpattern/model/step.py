"""A step of the making, with its place in the order of construction."""

from __future__ import annotations

from bagpattern.model.operation import Operation, Verb
from bagpattern.said import Said
from bagpattern.values import value


@value
class Step:
    """One step of the making: a title, what to do in words, the operations that are done and the seams sewn in it."""

    title: Said
    text: Said
    operations: tuple[Operation, ...] = ()

    @property
    def seams(self) -> tuple[str, ...]:
        """The ids of the seams that it sews, in their order."""
        return tuple(seam for each in self.operations if each.do is Verb.SEW for seam in each.seams)


@value
class NumberedStep:
    """A step with its place in the order of construction."""

    number: int
    step: Step
