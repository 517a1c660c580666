"""A flat pocket hidden behind a panel, reached by an upright zip near its side [construction 4.7]."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bagpattern.parameters import choice, measure, text
from bagpattern.parts.pockets._window_size import WindowSize
from bagpattern.parts.pockets._windows import LEAST_DEPTH, LEAST_OPENING, WindowPocket
from bagpattern.parts.sewing.clearing import down_from
from bagpattern.values import replace, value

LEAST_BELOW, LEAST_BASE = 20.0, 10.0
"""mm: the least that a message proposes for them."""
LONGEST = 180.0
"""mm: a longer zip than a hand needs only weakens the panel [K]."""
RIGHT, LEFT, BOTH = "right", "left", "both"
BASES = (15.0, 30.0, 45.0, 60.0, 80.0)
"""mm above the panel's base that a rule tries, the lowest first [K]."""


@value
class Hidden(WindowPocket):
    """A flat pocket as wide as the panel, behind an upright zip near its side: on the back only you find it."""

    panel: str = text("back", "the panel it is on")
    side: str = choice(
        RIGHT, (RIGHT, LEFT, BOTH), "of the panel, as drawn, from which it is reached; both: a zip at either end"
    )
    drop: float = measure(
        "40 mm", "30 mm", "300 mm", "from that side of the panel to the zip; with both, from the right one"
    )
    depth: float | None = measure(None, "4 cm", "50 cm", "from the zip to its far side; left out: where room ends")
    below: float = measure("40 mm", "15 mm", "200 mm", "of it below the zip's lower end, which keeps things in")
    base: float | None = measure(None, "6 mm", "30 cm", "from the panel's base to its own; left out: the lowest place")

    @property
    def across(self) -> bool:
        """The zip runs down."""
        return False

    @property
    def low(self) -> float:
        """mm of the bag beyond the zip's lower end."""
        return self.below

    def openings(self, along: float) -> Sequence[float]:
        """The zips to try: no longer than a hand needs, and what the pocket below them leaves."""
        longest = max(min(LONGEST, along - self.below), LEAST_OPENING)
        return [self.opening] if self.opening else list(down_from(longest, LEAST_OPENING))

    def depths(self, beside: float) -> Sequence[float]:
        """The depths to try: as far as the panel reaches."""
        return [self.depth] if self.depth else list(down_from(max(beside, LEAST_DEPTH), LEAST_DEPTH))

    def smaller(self, size: WindowSize) -> dict[str, Iterator[WindowSize]]:
        """What may be tried where there is no room."""
        below = (replace(size, low=each) for each in down_from(size.low, LEAST_BELOW))
        base = (replace(size, base=each) for each in down_from(size.base or 0.0, LEAST_BASE))
        return {**super().smaller(size), "below": below, "base": base}

    def _size(self, opening: float, depth: float, drop: float, base: float | None) -> WindowSize:
        """The pocket of those sizes, from the side that is asked for."""
        size = super()._size(opening, depth, drop, base)
        return replace(size, from_left=self.side == LEFT, both=self.side == BOTH)

    def bases(self) -> Sequence[float | None]:
        """The lowest place that is free."""
        return BASES if self.base is None else (self.base,)
