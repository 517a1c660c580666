"""What an engine is asked, as text for its process, and what its answers mean: the same for every engine.

An answer is one line of JSON for each plan that is better than the one before: of every piece its place in the job's
list, degrees, x and y.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from bagpattern.layout.blanks import Blank, Spot
from bagpattern.layout.cloth import Cloth
from bagpattern.values import value


@value
class Job:
    """Lay these blanks on this cloth until ``deadline``, in seconds of the clock; *free* ones at any angle."""

    blanks: tuple[Blank, ...]
    cloth: Cloth
    deadline: float
    free: bool = False
    seed: int = 0

    @property
    def area(self) -> float:
        """mm2 of all pieces."""
        return sum(blank.whole_area for blank in self.blanks)

    @property
    def text(self) -> str:
        """The job in JSON: rings run counter-clockwise, and turns that show the same shape again are left out."""
        return json.dumps(
            {
                "deadline": self.deadline,
                "seed": self.seed,
                "width": self.cloth.usable,
                "length": sum(max(blank.size()) * len(blank.copies) for blank in self.blanks) * 1.5 + self.cloth.gap,
                "gap": self.cloth.gap,
                "items": [self._item(blank) for blank in self.blanks],
            }
        )

    def _item(self, blank: Blank) -> dict[str, Any]:
        return {
            "ring": [(p.real, p.imag) for p in blank.counter_clockwise],
            "copies": len(blank.copies),
            "turns": None if self.free else blank.telling(self.cloth.turns),
        }

    def spots(self, answer: Sequence[Sequence[float]]) -> tuple[Spot, ...]:
        """The plan that an answer tells; empty where it tells none."""
        turn = float if self.free else self.cloth.nearest_turn
        return tuple(
            Spot(int(number), turn(degrees), complex(x, y + self.cloth.selvedge)) for number, degrees, x, y in answer
        )
