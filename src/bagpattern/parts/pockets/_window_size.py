"""How large a pocket behind a window is, and where it lies on its panel."""

from __future__ import annotations

from collections.abc import Callable

from bagpattern.geometry import areas
from bagpattern.geometry.path import Path
from bagpattern.geometry.placement import Placement
from bagpattern.geometry.points import point
from bagpattern.geometry.shapes import rectangle_path
from bagpattern.model.panel import Panel
from bagpattern.parts.sewing.clearing import upright
from bagpattern.values import value

ABOVE = 25.0
"""mm of the bag above the window's middle: room to sew and to close the bag [construction 3.6]."""
BESIDE = 15.0
"""mm of the bag beyond each end of the window, net; with its allowance the 25 mm of [construction 3.6]."""


@value
class WindowSize:
    """The pocket's settled sizes in mm, and which way its zip runs; ``low`` is the bag beyond the zip's lower end.

    The bag of a zip that runs down lies in the middle of the panel, or its lower end ``base`` mm above the panel's. It
    is reached from the panel's right, or ``from_left``; with ``both`` a second zip is ``depth`` mm from the first.
    """

    opening: float
    depth: float
    drop: float
    across: bool
    low: float = BESIDE
    base: float | None = None
    from_left: bool = False
    both: bool = False

    @property
    def width(self) -> float:
        """mm of the bag along the zip."""
        return self.opening + BESIDE + self.low

    @property
    def height(self) -> float:
        """mm of the bag, folded."""
        return self.depth + ABOVE * (2 if self.both else 1)

    @property
    def windows(self) -> tuple[float, ...]:
        """mm from the first window to each."""
        return (0.0, self.depth) if self.both else (0.0,)

    @property
    def aside(self) -> float:
        """mm from the window's middle to that of the bag, along the zip."""
        beyond = (self.low - BESIDE) / 2
        return -beyond if self.from_left else beyond

    def placement(self, host: Panel) -> Placement:
        """Lays what is drawn round the window's middle, the pocket hanging down from it, on the host."""
        left, _, right, top = areas.bounds([host.stitching_line])
        if self.across:
            return Placement(point((left + right) / 2, top - self.drop))
        low, high = upright(host)
        middle = (low + high) / 2 if self.base is None else low + self.base + self.width / 2
        at = left + self.drop if self.from_left else right - self.drop
        return Placement(point(at, middle + abs(self.aside)), turn=1j if self.from_left else -1j)

    def on(self, host: Panel) -> Callable[[Path], Path]:
        """The same, of a path."""
        placement = self.placement(host)
        return lambda path: path.placed(placement)

    def footprint(self, host: Panel) -> Path:
        """The outline of the folded bag behind the host."""
        middle = point(self.aside, ABOVE - self.height / 2)
        return self.on(host)(rectangle_path(self.width, self.height, middle))
