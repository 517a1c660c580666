"""The sizes of a wallet whose sides are folded: what its folds need, and how large it is as drafted."""

from __future__ import annotations

import math
from collections.abc import Iterator

from bagpattern.errors import Problem
from bagpattern.lengths import over, under
from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Finished, Measured, Where
from bagpattern.parameters import count, measure
from bagpattern.parts.sewing.clearing import STEP
from bagpattern.parts.sewing.in_one import length_of
from bagpattern.proposals import sized
from bagpattern.said import Length
from bagpattern.values import value
from bagpattern.words import words

USUAL_CLOSED = 15.0
"""mm of a wallet with its cards and coins in it [K]."""
LEAST_LAYER, CREASED = 8.0, 4.0
"""mm of one layer of a folded side, and times the thickness of its cloth: less is neither creased nor turned [K]."""
MIDDLE = 0.6
"""Of the width: how far the folds of both sides together may reach in, so that a hand finds room between [K]."""


@value
class Dimensions:
    """The finished size, seam to seam."""

    width: float | None = measure(
        None, "9 cm", "40 cm", "across the base; left out: as wide as what it holds needs, or {20 cm}"
    )
    height: float | None = measure(
        None, "7 cm", "30 cm", "from the base to the rim, up the front; left out: by what it holds, or {11 cm}"
    )
    depth: float = measure("8 cm", "2 cm", "20 cm", "how far the rim opens: the sides laid flat")
    folds: int = count(2, 1, 5, "how many times each side is folded inward")
    closed: float | None = measure(
        None, "5 mm", "60 mm", "how thick it is at the rim when it is closed; left out: {15 mm}, more if its folds are"
    )

    @property
    def layer(self) -> float:
        """mm of one layer of a folded side: how far its folds reach into the bag."""
        return self.depth / (2 * self.folds)

    def thick(self, cloth: float) -> float:
        """mm at the rim, closed, of *cloth* mm: as given, or with room beside the folds."""
        by_rule = max(USUAL_CLOSED, math.ceil(self._stack(cloth) / STEP) * STEP)
        return by_rule if self.closed is None else self.closed

    def faults(self, wide: float, high: float, cloth: float) -> Iterator[Problem]:
        """Folds that cannot be made, leave no room, or do not lie in what it is thick; *cloth* mm with its lining."""
        least, most = self._least_depth(cloth), min(high, MIDDLE * wide * self.folds)
        fewer = words("fold it less often, or take thinner cloth")
        if over(self.depth, high):
            yield sized(self, "depth", words("opens wider than it is high"), least=least, most=most, otherwise=fewer)
        if over(2 * self.layer, MIDDLE * wide):
            fault = words("its folds reach {layer} in from either side", layer=Length(self.layer))
            yield sized(
                self, "depth", fault, least=least, most=most, otherwise=words("fold it more often, or make it wider")
            )
        if under(self.depth, least):
            fault = words("leaves layers of {layer}, too narrow to crease", layer=Length(self.layer))
            yield sized(self, "depth", fault, least=least, most=most, otherwise=fewer)
        if self.closed is not None and under(self.closed, self._stack(cloth)):
            fault = words("the folds alone are {stack} thick", stack=Length(self._stack(cloth)))
            yield sized(self, "closed", fault, least=self._stack(cloth), otherwise=words("fold it less often"))

    def _least_depth(self, cloth: float) -> float:
        """mm: how far the rim opens at least, for layers that can be creased."""
        return 2 * self.folds * max(LEAST_LAYER, CREASED * cloth)

    def _stack(self, cloth: float) -> float:
        """mm of all layers of a folded side."""
        return 2 * self.folds * cloth


def opened_size(draft: Draft) -> Finished:
    """Measured on the front and across a side at the rim; the volume is that of the wedge that it opens to."""
    wide, high = length_of(draft, "front", "top"), length_of(draft, "front", "right")
    deep = length_of(draft, "side-right", "top")
    litres = wide * deep * math.sqrt(high**2 - (deep / 2) ** 2) / 2e6
    return Finished(wide, high, deep, litres, measured=Measured(Where.BASE, Where.SIDE, Where.RIM))
