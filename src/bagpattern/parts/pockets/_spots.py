"""Where a pocket lies on the face of a panel, how much room there is for it, and which sizes and places would do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from bagpattern.errors import InputError
from bagpattern.geometry import areas
from bagpattern.geometry.path import Path, joined
from bagpattern.geometry.placement import Placement, moved
from bagpattern.geometry.points import point
from bagpattern.geometry.shapes import Sides, rectangle_path, rounded_panel
from bagpattern.lengths import over
from bagpattern.model.panel import Panel
from bagpattern.parts.holding.contents import LEAST
from bagpattern.parts.sewing.clearing import STEP, down_from, first_that, obstacle, up_from, upright
from bagpattern.proposals import tellable
from bagpattern.said import Length, Said
from bagpattern.values import once, replace, value
from bagpattern.words import words

CLEAR = 13.0
"""mm from the pocket to the panel's seams: 13 inside the side seam [construction 4.2, K]."""
HIGHEST = 300.0
"""mm from the base: as high as a pocket may be put."""
ACROSS = ("middle", "left", "right")
"""Where a pocket lies across its panel, as that is drawn."""


@value
class Spot:
    """Where a pocket lies on its host, in the middle, ``base`` mm above where that begins to stand; all in mm.

    ``lap`` is from the pocket's raw edge to its stitching. It takes ``above`` and ``beside`` more of the host, for a
    flap; ``depth`` is how far it stands out, ``radius`` that of its lower corners. It lies ``shift``
    to the right of the host's middle.
    """

    host: Panel
    width: float
    height: float
    base: float
    lap: float
    depth: float = 0.0
    above: float = 0.0
    beside: float = 0.0
    radius: float = 0.0
    shift: float = 0.0

    @once
    def _bounds(self) -> tuple[float, float, float, float]:
        return areas.bounds([self.host.stitching_line])

    @property
    def inner(self) -> tuple[float, float]:
        """Width and height inside the stitching."""
        return self.width - 2 * self.lap, self.height - self.lap

    @property
    def middle(self) -> float:
        """Where the pocket's middle lies across the host."""
        left, _, right, _ = self._bounds
        return (left + right) / 2 + self.shift

    @property
    def bottom(self) -> float:
        """Where the pocket's lower edge lies on the host."""
        return upright(self.host)[0] + self.base

    @property
    def headroom(self) -> float:
        """From the pocket's base to where the host ends, or folds over to the top."""
        return upright(self.host)[1] - self.bottom

    @property
    def at(self) -> Placement:
        """Lays what is drawn on the stitched pocket, from its lower left corner, on the host."""
        return moved(self.middle - self.width / 2 + self.lap, self.bottom + self.lap)

    def sides(self, by: float = 0.0) -> Sides:
        """The pocket's outline *by* mm inside its sides and base, from a lower left corner at the origin."""
        return rounded_panel(self.width - 2 * by, self.height - by, 0.0, max(self.radius - by, 0.0))

    def around(self, by: float = 0.0) -> Path:
        """Down the left side, along the base and up the right, *by* mm inside the pocket's edge."""
        sides = self.sides(by)
        path = joined((sides.left, sides.bottom, sides.right))
        return path.placed(moved(self.middle - self.width / 2 + by, self.bottom + by))

    @property
    def is_whole(self) -> bool:
        """Whether its corners leave something of its sides and base."""
        return not over(self.radius, min(self.width / 2, self.height))

    @property
    def footprint(self) -> Path:
        """All that it takes of the host."""
        if not self.above and not self.beside:
            return self.around()
        width, height = self.width + 2 * self.beside, self.height + self.above
        return rectangle_path(width, height, point(self.middle, self.bottom + height / 2))

    @once
    def obstacle(self) -> str | None:
        """What is in its way: ``seams``, or the name of a part; None when it has room."""
        return obstacle(self.host, self.footprint, CLEAR)

    @property
    def most(self) -> dict[str, float]:
        """The largest width and height that the host has room for."""
        left, _, right, _ = self._bounds
        return {
            "width": right - left - 2 * (CLEAR + self.beside),
            "height": self.headroom - CLEAR - self.above,
        }


def nearest_spots(of: object, spot: Spot, other: Callable[..., Spot]) -> dict[str, float]:
    """The nearest width, height and base, in mm, with which a pocket would have room; without what does not help.

    *of* declares the three; *other* gives the pocket's place with other ones, where its rules would lay that then, or
    raises InputError where it cannot be made.
    """

    def fits(key: str) -> Callable[[float], bool]:
        def there(size: float) -> bool:
            try:
                changed = other(**{key: size})
            except InputError:
                return False
            return changed.is_whole and changed.obstacle is None

        return tellable(of, key, there)

    tried = {
        "width": down_from(spot.width, max(LEAST, 2 * spot.radius)),
        "height": down_from(spot.height, max(LEAST, spot.radius)),
        "base": up_from(CLEAR, HIGHEST),
    }
    near = {key: first_that(fits(key), values) for key, values in tried.items()}
    return {key: size for key, size in near.items() if size is not None}


def smaller_spot(of: object, spot: Spot, other: Callable[..., Spot]) -> Said:
    """Where none of ``nearest_spots`` helps by itself: the largest pocket of that shape that has room, and its base."""
    for share in (tenths / 10 for tenths in range(10, 1, -1)):
        size = {"width": spot.width * share // STEP * STEP, "height": spot.height * share // STEP * STEP}
        shrunk = replace(spot, **size)  # type: ignore[arg-type]
        if min(size.values()) < LEAST or not shrunk.is_whole:
            break
        base = nearest_spots(of, shrunk, partial(other, **size)).get("base")
        if base is not None:
            lengths = {key: Length(each) for key, each in {**size, "base": base}.items()}
            return words("it would fit {width} wide and {height} high, {base} above the base", **lengths)
    return words("no size has room: choose another panel")


def aside(spot: Spot, where: str) -> Spot:
    """*spot* as near to the ``left`` or ``right`` of its host as it has room; in the ``middle`` where it has none."""
    tries = (replace(spot, shift=each) for each in shifts(where, (spot.most["width"] - spot.width) / 2))
    return first_that(lambda each: each.obstacle is None, tries) or spot


def shifts(where: str, most: float) -> Iterator[float]:
    """mm to the right of the middle, from the side inward; none where a pocket lies in the middle, or fills it."""
    if where != "middle" and most > 0:
        sign = -1 if where == "left" else 1
        yield from (sign * each for each in (most, *down_from(most, 0.0)))
