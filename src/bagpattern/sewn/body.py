"""The body of the bag in space: each sheet of cloth, where every place on it came to lie, its seams and its rims.

This is what dressers lay things on: a pocket, a zip, a strap's end, a line of topstitching. Whatever is drawn on a
panel, in the panel's own mm, is found in space by ``on`` (any places) or ``along`` (places along an edge or a line).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bagpattern.values import once, value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bagpattern.model.panel import Panel
    from bagpattern.model.pattern import Pattern
    from bagpattern.sewn.bag import Floats, Whole

_SAME = 1e-9
"""Of triangles that hold a place as well, the first one has it: rounding is not to decide."""
_AT_ONCE = 400
"""Places that are looked for together: more take memory without saving time."""


class Spots(NamedTuple):
    """Places on the bag: ``points`` k x 3 mm, ``normals`` k x 3, unit, out of the bag, and ``frames`` k x 3 x 2.

    A frame turns a direction on the panel as drawn into one in space: ``frames @ [dx, dy]`` is where that much on the
    panel leads to (the cloth hardly stretches, so mm stay mm).
    """

    points: Floats
    normals: Floats
    frames: Floats


@value
class Sheet:
    """One copy of a panel of the body, as a mesh.

    ``flat`` is k x 2: its vertices on the panel as drawn, mm, also where the copy is ``mirrored``; ``vertices`` are
    their k places in ``Body.points`` (sheets sewn together share some); ``triangles`` m x 3 are numbers into these,
    counter-clockwise seen from outside the bag; ``normals`` k x 3 are the sheet's own, so that it has crisp edges.
    """

    panel: Panel
    copy: int
    mirrored: bool
    flat: Floats
    vertices: Whole
    triangles: Whole
    normals: Floats

    def found(self, xy: Floats) -> tuple[Whole, Floats]:
        """For each of k x 2 places on the panel its triangle, and its shares of the corners, k x 3.

        A place off the sheet gets the triangle whose plane it is nearest to, with shares below 0 and above 1.
        """
        return _found(self._shares, xy)

    @once
    def _shares(self) -> Floats:
        return shares_in(self.flat, self.triangles)

    @once
    def back(self) -> Floats:
        """m x 2 x 2: what makes of a direction on the panel its shares of each triangle's two sides."""
        return self._shares[1:, 1:].transpose(2, 1, 0)


def found_in(flat: Floats, triangles: Whole, xy: Floats) -> tuple[Whole, Floats]:
    """For each of k x 2 places the triangle in which it lies, and its shares of the corners, as ``Sheet.found``."""
    return _found(shares_in(flat, triangles), xy)


def shares_in(flat: Floats, triangles: Whole) -> Floats:
    """3 x 3 x m: what makes of (1, x, y), for each corner and triangle, the share of the corner in that place."""
    import numpy as np

    one, two, three = (flat[triangles[:, corner]] for corner in range(3))
    second, third = two - one, three - one
    whole = _cross(second, third)
    whole = np.where(whole == 0.0, 1e-9, whole)  # nothing lies in a triangle of three places in a row
    b = np.stack([-_cross(one, third), third[:, 1], -third[:, 0]]) / whole
    c = np.stack([-_cross(second, one), -second[:, 1], second[:, 0]]) / whole
    a = np.array([[1.0], [0.0], [0.0]]) - b - c
    return np.stack([a, b, c], axis=1)


def _found(shares: Floats, xy: Floats) -> tuple[Whole, Floats]:
    import numpy as np

    places = np.concatenate([np.ones((len(xy), 1)), xy], axis=1)
    numbers, found = [np.zeros(0, np.int64)], [np.zeros((0, 3))]
    for first in range(0, len(xy), _AT_ONCE):
        each = (places[first : first + _AT_ONCE] @ shares.reshape(3, -1)).reshape(-1, *shares.shape[1:])
        least = np.minimum(np.minimum(each[:, 0], each[:, 1]), each[:, 2])
        best = (least > least.max(axis=1, keepdims=True) - _SAME).argmax(axis=1)
        numbers.append(best)
        found.append(each[np.arange(len(best)), :, best])
    return np.concatenate(numbers), np.concatenate(found)


def _cross(one: Floats, other: Floats) -> Floats:
    return one[..., 0] * other[..., 1] - one[..., 1] * other[..., 0]


@value
class Body:
    """The glued and filled body: ``points`` n x 3 in mm, axes as in ``sewn.bag``; ``sheets`` in the pattern's order.

    ``seams`` gives, for each seam that joins sheets, its vertices in sewing order, from start to end of side a;
    ``rims`` are the closed chains of vertices where the body is open (the last is not the first again). ``flat_seams``
    are the ids of those in which the cloth goes on smoothly; in the others the bag has an edge.
    """

    pattern: Pattern
    points: Floats
    sheets: tuple[Sheet, ...]
    seams: Mapping[str, Whole]
    rims: tuple[Whole, ...]
    flat_seams: frozenset[str]
    folds: tuple[Whole, ...] = ()
    """Chains of vertices along which a sheet goes round an edge of the bag."""

    @once
    def _sheets(self) -> dict[tuple[str, int], Sheet]:
        return {(sheet.panel.id, sheet.copy): sheet for sheet in self.sheets}

    def has(self, panel: str, copy: int = 1) -> bool:
        """Whether that copy of that panel is a sheet of the body."""
        return (panel, copy) in self._sheets

    def sheet(self, panel: str, copy: int = 1) -> Sheet:
        """That copy of that panel. Raises KeyError when it is no sheet of the body."""
        return self._sheets[panel, copy]

    def on(self, panel: str, copy: int, xy: Floats) -> Spots:
        """Where k x 2 places on a panel as drawn, mm, lie on the bag. Raises KeyError."""
        import numpy as np

        sheet = self.sheet(panel, copy)
        triangles, shares = sheet.found(np.asarray(xy, float).reshape(-1, 2))
        corners = sheet.triangles[triangles]
        at = self.points[sheet.vertices[corners]]
        inside = np.clip(shares, 0.0, 1.0)[:, :, None]
        normals = _unit((inside * sheet.normals[corners]).sum(axis=1))
        return Spots((shares[:, :, None] * at).sum(axis=1), normals, _frames(sheet.back[triangles], at))

    def along(self, panel: str, copy: int, name: str, at: Sequence[float] | Floats) -> Spots:
        """Where places *at* mm along an edge or a line of a panel lie on the bag. Raises KeyError."""
        import numpy as np

        path = self.sheet(panel, copy).panel.along(name).path
        places = np.array([path.point_at(min(max(float(each), 0.0), path.length)) for each in at], complex)
        return self.on(panel, copy, np.stack([places.real, places.imag], axis=1))

    @once
    def faces(self) -> Whole:
        """All triangles, m x 3, as numbers into ``points``, counter-clockwise seen from outside; sheet by sheet."""
        import numpy as np

        return np.concatenate([sheet.vertices[sheet.triangles] for sheet in self.sheets])


def _frames(back: Floats, at: Floats) -> Floats:
    """How triangles whose way ``back`` is known, k x 2 x 2, became those in space, k x 3 x 3: k x 3 x 2."""
    import numpy as np

    frames: Floats = np.stack([at[:, 1] - at[:, 0], at[:, 2] - at[:, 0]], axis=2) @ back
    return frames


def _unit(vectors: Floats) -> Floats:
    import numpy as np

    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    found: Floats = vectors / np.maximum(lengths, 1e-12)
    return found
