"""What a kind of figure is given, and what it gives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bagpattern.drawing.steps.canvas import Canvas
from bagpattern.drawing.steps.hand import Hand
from bagpattern.model.operation import Operation, Verb
from bagpattern.model.seam import Seam, SeamKind


class Scene(NamedTuple):
    """The work in hand, the ``first`` operation to be shown, those of the step that are still ``left``, and ``every``
    one of it.
    """

    hand: Hand
    first: Operation
    left: tuple[Operation, ...]
    every: tuple[Operation, ...]

    @property
    def seam(self) -> Seam:
        """The seam that is sewn. Raises IndexError when none is."""
        return self.hand.pattern.seams[self.first.seams[0]]

    def sewing(self, *kinds: SeamKind) -> Iterator[tuple[Operation, Seam]]:
        """What is left to sew in this step of some kinds of seams."""
        for each in self.left:
            if each.do is Verb.SEW:
                seam = self.hand.pattern.seams[each.seams[0]]
                if seam.kind in kinds:
                    yield each, seam

    def of_seams(self, seams: set[str]) -> tuple[Operation, ...]:
        """The operations left that sew, clip, bind or lay for some seams."""
        return tuple(
            each for each in self.left if (each.goal in seams or set(each.seams) & seams) and each.do in _WITH_A_SEAM
        )


_WITH_A_SEAM = {Verb.SEW, Verb.CLIP, Verb.LAY}


class Drawn(NamedTuple):
    """A figure that is drawn: its ``kind``, and the operations that it shows."""

    kind: str
    canvas: Canvas
    operations: tuple[Operation, ...]
