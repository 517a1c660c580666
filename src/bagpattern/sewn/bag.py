"""The sewn bag as it stands: surfaces, lines and figures.

Axes are those of glTF in mm: x to the right of who looks at the front, y up from the ground, z to the front; the middle
of the base stands at the origin.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from bagpattern.values import once, value

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Whole = NDArray[np.int64]
    Flags = NDArray[np.bool_]


class Stuff(StrEnum):
    """What a surface is made of, where that is no slot of cloth."""

    WEBBING = "webbing"
    ZIP = "zip"
    METAL = "metal"
    PLASTIC = "plastic"
    CORD = "cord"
    THREAD = "thread"


def settle(*arrays: NDArray[Any]) -> None:
    """Have arrays stay as they are: they belong to a value, and may be shared with what was kept of its pattern."""
    for each in arrays:
        each.setflags(write=False)


FIGURE = "figure"
"""The material of who carries the bag, which is no part of it."""


@value
class Surface:
    """A stretch of one material in space, one triangle mesh.

    ``points`` and ``normals`` are n x 3, mm and unit vectors that point to where the right side is seen from; ``uv`` is
    n x 2, mm on the cloth, v along its grain, so that a print runs as it is cut; ``triangles`` is m x 3, counter-
    clockwise seen from outside. ``piece`` and ``copy`` name the panel that it is; hardware has none, and ``notion``
    instead. ``material`` is a slot (shell, lining) or a ``Stuff``; ``inner`` is what is seen from behind. ``lined``
    says whether its edges are lines of a drawing: teeth are too fine, and have a line of their own. ``rims`` says that
    of hardware which is the outline of the bag where it is, as cloth is elsewhere.
    """

    name: str
    material: str
    points: Floats
    normals: Floats
    uv: Floats
    triangles: Whole
    inner: str = ""
    piece: str = ""
    copy: int = 1
    notion: str = ""
    lined: bool = True
    rims: bool = False

    def __post_init__(self) -> None:
        settle(self.points, self.normals, self.uv, self.triangles)


class StrokeKind(StrEnum):
    """What a line on the bag is."""

    SEAM = "seam"
    EDGE = "edge"
    """A rim, a fold or a raw edge: where the cloth ends or turns."""
    TOPSTITCH = "topstitch"
    ZIP = "zip"
    """The middle of a zip's teeth."""
    STYLE = "style-line"
    FOLD = "fold"


@value
class Stroke:
    """A line on the bag: ``points`` and outward ``normals``, each k x 3; ``owner`` is its seam or its piece.

    One that ``lies`` on cloth is not seen from behind, whatever its kind: the cloth is before it. ``under`` is one of
    the body itself: all that the body wears lies over it.
    """

    kind: StrokeKind
    points: Floats
    normals: Floats
    owner: str = ""
    lies: bool = False
    under: bool = False

    def __post_init__(self) -> None:
        settle(self.points, self.normals)


@value
class Measured:
    """What comes out when the bag is glued and filled, by another route than the draft's.

    ``width``, ``height``, ``depth`` in mm of the body's box, ``volume`` in litres; ``strain`` is the mean of the
    edges', and ``worst`` the strain of the worst edge with the piece that it lies in, as shares. ``euler`` and ``rims``
    are of the body's surface.
    """

    width: float
    height: float
    depth: float
    volume: float
    strain: float
    worst: tuple[float, str]
    euler: int
    rims: int
    steps: int


@value
class SewnBag:
    """All surfaces and lines, and what was measured; ``body`` says how many of the surfaces are the body itself."""

    surfaces: tuple[Surface, ...]
    strokes: tuple[Stroke, ...]
    measured: Measured
    body: int
    notes: Mapping[str, str]
    """What could not be shown, by piece or notion, and why."""

    @once
    def longest(self) -> float:
        """mm of its longest side, with all that is on it and hangs from it."""
        import numpy as np

        points = np.concatenate([each.points for each in self.surfaces])
        return float(np.ptp(points, axis=0).max())
