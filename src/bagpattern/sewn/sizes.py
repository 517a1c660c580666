"""How large a sewn body is, each size measured where the finished bag says that it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.model.closing import Closes
from bagpattern.model.pattern import Measured, Where
from bagpattern.model.wall import Wall
from bagpattern.sewn.body import found_in
from bagpattern.sewn.folds import roll_lines
from bagpattern.sewn.measure import across_of
from bagpattern.sewn.tops import FLAT
from bagpattern.sewn.walls import across_at_the_base, across_the_cloth, places_of, up_the_side

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bagpattern.geometry.path import Path
    from bagpattern.model.pattern import Pattern
    from bagpattern.sewn.bag import Floats
    from bagpattern.sewn.shell import Shell

_PLACES = 25
"""On each line that a top is rolled down to."""
_WIDTH, _DEPTH = 0, 2


def sizes(pattern: Pattern, shells: Sequence[Shell]) -> Iterator[tuple[str, float, tuple[float, ...]]]:
    """Each size with what the draft says, and what comes out of each shell, where it is said to be measured.

    One whose style does not say where is the body's box. A flat bag has no depth.
    """
    said = pattern.finished
    where = said.measured or Measured(Where.WIDEST, Where.UPRIGHT, Where.WIDEST)
    over = sum(each.mouth + (each.over if each.kind is Closes.TIES else 0.0) for each in pattern.draft.closings)
    yield "width", said.width, tuple(width_of(each, where.width) for each in shells)
    yield "height", said.height, tuple(height_of(each, where.height) - over for each in shells)
    if said.depth >= FLAT:
        yield "depth", said.depth, tuple(_across(each, where.depth, _DEPTH) for each in shells)


def width_of(shell: Shell, where: Where) -> float:
    """mm from side to side."""
    return across_the_cloth(shell.mesh, Wall.FRONT) if where is Where.CLOTH else _across(shell, where, _WIDTH)


def height_of(shell: Shell, where: Where) -> float:
    """mm from the ground up, or along the cloth; what closes the mouth, and the flap of a roll, with it."""
    if where in (Where.SIDE, Where.CLOTH):
        return up_the_side(shell.mesh, Wall.FRONT)
    return _to_the_roll(shell) if where in (Where.ROLLED, Where.FOLDED) else float(shell.box()[1])


def _across(shell: Shell, where: Where, axis: int) -> float:
    """mm along an axis: of the base, of the rim, or of the whole where none of these is meant, or there."""
    base = shell.places(Wall.BASE)
    if where is Where.BASE and len(base):
        return across_of(base) if axis == _DEPTH else float(np.ptp(base[:, axis]))
    if where is Where.BASE and axis == _WIDTH:  # of a flat bag
        return across_at_the_base(shell.mesh, Wall.FRONT) or float(shell.box()[axis])
    rim = _along_the_rim(shell, Wall.FRONT if axis == _WIDTH else Wall.LEFT) if where is Where.RIM else 0.0
    return rim or float(shell.box()[axis])


def _along_the_rim(shell: Shell, wall: Wall) -> float:
    """mm of a wall along the rim, from corner to corner; 0 where it does not reach that. A mouth may bow, empty."""
    own = set(places_of(shell.mesh, wall).tolist())
    rim = max(shell.surface.rims, key=len, default=np.zeros(0, np.int64))
    pairs = [(one, two) for one, two in zip(rim, np.roll(rim, -1), strict=True) if {int(one), int(two)} <= own]
    return float(sum(np.linalg.norm(shell.points[one] - shell.points[two]) for one, two in pairs))


def _to_the_roll(shell: Shell) -> float:
    """mm from the lowest place up to the line to which the top is rolled or folded down."""
    found: list[Floats] = []
    for cut in shell.mesh.sheets:
        for line in roll_lines(cut.panel):
            triangles, shares = found_in(cut.flat, cut.triangles, _places(line.path))
            corners = shell.points[cut.vertices[cut.triangles[triangles]]]
            found.append((shares[:, :, None] * corners).sum(axis=1)[:, 1])
    low = float(shell.points[:, 1].min())
    return float(np.concatenate(found).mean()) - low if found else float(shell.box()[1])


def _places(path: Path) -> Floats:
    at = [path.point_at(path.length * share) for share in np.linspace(0.0, 1.0, _PLACES)]
    return np.array([[each.real, each.imag] for each in at])
