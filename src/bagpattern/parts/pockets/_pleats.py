"""Edges that are folded flat before they are sewn: pleats, and sides that fold like an accordion.

Of a folded edge, some stretches lie along the seam end to end; the others lie folded under them, and are caught in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from bagpattern.geometry.path import line_path
from bagpattern.geometry.points import point
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.operation import Operation, Verb, done
from bagpattern.model.seam import Caught, Run
from bagpattern.parts.sewing.edging import flattened
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Length
from bagpattern.values import replace, value
from bagpattern.words import words


@value
class Folded:
    """An edge ``cut`` mm long that turns back on itself at every one of its ``folds``, in mm from its start.

    ``through`` are the stretches, counted from 0, that lie along the seam, one after the other.
    """

    cut: float
    folds: tuple[float, ...]
    through: tuple[int, ...]

    @property
    def finished(self) -> float:
        """mm of seam that it takes."""
        return sum(high - low for number, (low, high, _) in enumerate(self._stretches()) if number in self.through)

    def runs(self, panel: str, edge: str) -> tuple[Run, ...]:
        """What is sewn along the seam."""
        return tuple(
            Run(panel, edge, low, high)
            for number, (low, high, _) in enumerate(self._stretches())
            if number in self.through
        )

    def caught(self, panel: str, edge: str, before: float) -> tuple[Caught, ...]:
        """What lies folded in the seam, which starts *before* mm ahead of this edge."""
        return tuple(
            Caught((Run(panel, edge, low, high, reversed=number % 2 == 1),), before + at)
            for number, (low, high, at) in enumerate(self._stretches())
            if number not in self.through
        )

    def lines(self, bottom: float, top: float) -> Iterator[Line]:
        """The folds, drawn across the cloth from the level *bottom* to *top*."""
        for number, x in enumerate(self.folds, start=1):
            told, path = words("fold {number}", number=number), line_path(point(x, bottom), point(x, top))
            back = not {number - 1, number} & {*self.through}  # both of its stretches lie under the face
            yield Line(f"fold {number}", path, LineKind.FOLD, told, back=back)

    def _stretches(self) -> Iterator[tuple[float, float, float]]:
        """From, to, and where the lower end of each stretch lies along the seam; every second one lies backward."""
        at = 0.0
        for number, (low, high) in enumerate(pairwise((0.0, *self.folds, self.cut))):
            onward = high - low if number % 2 == 0 else low - high
            yield low, high, min(at, at + onward)
            at += onward


def unfolded(width: float) -> Folded:
    """An edge without folds, *width* mm long."""
    return Folded(width, (), (0,))


def box_pleat(width: float, pleat: float) -> Folded:
    """A pleat *pleat* mm wide in the middle of what is to be *width* mm: twice its width more cloth [construction 4.5].

    Folded the other way it is an inverted pleat.
    """
    middle, half = width / 2, pleat / 2
    folds = middle, middle + half, middle + 3 * half, middle + 4 * half
    return Folded(width + 2 * pleat, folds, (0, 4))


def accordion(width: float, depth: float) -> Folded:
    """Sides *depth* mm deep that lie folded once under a face *width* mm wide."""
    folds = depth / 2, depth, depth + width, depth + width + depth / 2
    return Folded(width + 2 * depth, folds, (2,))


def cargo(width: float, depth: float, pleat: float) -> Folded:
    """Sides *depth* mm deep, folded under a face *width* mm wide, and a box pleat *pleat* mm wide down its middle."""
    sides = accordion(width + 2 * pleat, depth)
    if not pleat:
        return sides
    middle = tuple(depth + each for each in box_pleat(width, pleat).folds)
    return Folded(sides.cut, (*sides.folds[:2], *middle, *sides.folds[2:]), (2, 6))


def pleat_done(shop: Workshop, slot: str, panel: str, wide: float, seam: str) -> Iterator[Operation]:
    """A pleat at the base of a *panel*, which takes that in to *wide* mm, and lies folded in a *seam*."""
    size = Length(wide)
    pressed = words("Fold the pleat at the base on its lines, which takes it in to {wide}, and press it.", wide=size)
    creased = words("Fold the pleat at the base on its lines, which takes it in to {wide}, and clip it.", wide=size)
    yield flattened(shop, (slot,), pressed, creased, panel)
    yield replace(done(Verb.BASTE, words("Baste the pleat across the base."), panel), goal=seam)
