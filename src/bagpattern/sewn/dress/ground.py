"""Where things lie: places on the body's sheets, and on panels that lie on those."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import numpy as np

from bagpattern.model.panel import Role
from bagpattern.model.seam import SeamKind
from bagpattern.sewn.body import Body, Spots, found_in
from bagpattern.sewn.dress.mesh import Frame, framed, unit
from bagpattern.values import once, replace, value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bagpattern.model.draft import Draft
    from bagpattern.model.panel import Panel
    from bagpattern.model.seam import Run, Seam
    from bagpattern.model.strap import Worn
    from bagpattern.sewn.bag import Floats, Whole
    from bagpattern.sewn.dress.path import Carried

UP = np.array((0.0, 1.0, 0.0))
_BESIDE = 2.0
"""mm: how far apart two places are that tell the direction of an edge."""

Copy = tuple[str, int]


class Layer(NamedTuple):
    """A panel that lies on a sheet: ``turn`` (2 x 2) and ``move`` (2) lay it there, ``lift`` mm above the cloth.

    What lies ``behind`` it is as far below, and its right side looks the other way.
    """

    base: Copy
    turn: Floats
    move: Floats
    lift: float
    behind: bool = False


class Free(Protocol):
    """A panel that lies on no single sheet, and knows itself where it is."""

    def on(self, xy: Floats, lift: float) -> Spots:
        """Where k x 2 places on the panel lie, *lift* mm above it."""
        ...


class Cloth(NamedTuple):
    """A panel that hangs free: its mesh as drawn (k x 2) and in space (k x 3), with its normals."""

    flat: Floats
    triangles: Whole
    points: Floats
    normals: Floats

    def on(self, xy: Floats, lift: float) -> Spots:
        """Its places in space."""
        found, shares = found_in(self.flat, self.triangles, xy)
        corners = self.triangles[found]
        normals = unit((np.clip(shares, 0.0, 1.0)[:, :, None] * self.normals[corners]).sum(axis=1))
        points = (shares[:, :, None] * self.points[corners]).sum(axis=1)
        before = self.flat[corners[:, 1:]] - self.flat[corners[:, :1]]
        after = self.points[corners[:, 1:]] - self.points[corners[:, :1]]
        frames = after.transpose(0, 2, 1) @ np.linalg.inv(before.transpose(0, 2, 1))
        return Spots(points + lift * normals, normals, frames)


class Met(NamedTuple):
    """A place in a seam: its side's direction ``along``, and where what is caught there stands ``out`` to."""

    at: Floats
    along: Floats
    out: Floats
    normal: Floats
    """Out of the bag, of the last side that lies on it."""
    free: bool
    """Whether the bag has a rim there: only one side of the seam is its body."""


@value
class Ground:
    """The body, and the panels that are laid on it so far."""

    body: Body
    layers: Mapping[Copy, Layer | Free] = field(default_factory=dict)
    carried: Carried | None = None
    """How the bag is carried, where that is said."""

    @property
    def draft(self) -> Draft:
        """The draft of the bag."""
        return self.body.pattern.draft

    @once
    def middle(self) -> Floats:
        """The middle of the body's box."""
        found: Floats = (self.body.points.min(axis=0) + self.body.points.max(axis=0)) / 2
        return found

    def worn(self, of: str) -> Worn | None:
        """How a strap, a panel or a notion, serves the way in which the bag is carried."""
        return self.carried.worn(self.draft, of) if self.carried else None

    def path(self, of: str, copy: int, start: Any, end: Any) -> tuple[Floats, Floats] | None:
        """The curve of a strap over its wearer and its normals; None where it hangs as on a table."""
        if self.carried is None or self.carried.path is None or self.worn(of) is None:
            return None
        return self.carried.path(of, copy, np.asarray(start, float), np.asarray(end, float))

    def laying(self, key: Copy, layer: Layer | Free) -> Ground:
        """This ground with one more panel laid on it."""
        return replace(self, layers={**self.layers, key: layer})

    def has(self, panel: str, copy: int = 1) -> bool:
        """Whether places on that copy of that panel can be found."""
        return self.body.has(panel, copy) or (panel, copy) in self.layers

    def on(self, panel: str, copy: int, xy: Any, lift: float = 0.0) -> Spots:
        """Where k x 2 places on a panel lie, *lift* mm above it. Raises KeyError."""
        xy = np.asarray(xy, float).reshape(-1, 2)
        layer = self.layers.get((panel, copy))
        if layer is None:
            spots = self.body.on(panel, copy, xy)
            return spots._replace(points=spots.points + lift * spots.normals)
        if not isinstance(layer, Layer):
            return layer.on(xy, lift)
        way = -1.0 if layer.behind else 1.0
        spots = self.on(*layer.base, xy @ layer.turn.T + layer.move, way * (layer.lift + lift))
        return spots._replace(normals=way * spots.normals, frames=spots.frames @ layer.turn)

    def along(self, panel: str, copy: int, name: str, at: Sequence[float] | Floats, lift: float = 0.0) -> Spots:
        """Where places *at* mm along an edge or a line of a panel lie. Raises KeyError."""
        return self.on(panel, copy, places(self.draft[panel], name, at), lift)

    def frame(self, panel: str, copy: int, xy: Any, towards: complex) -> Frame:
        """The frame at one place of a panel; its ``along`` is the direction *towards* on the panel."""
        spots = self.on(panel, copy, [xy])
        return framed(spots.points[0], spots.frames[0] @ (towards.real, towards.imag), spots.normals[0])

    def met(self, seam: Seam, at: float) -> Met | None:
        """What is *at* mm from the start of a seam's side a; None where neither side is on the ground."""
        share = at / max(self.draft.side_length(seam.a), 1e-9)
        sides = [self._side(side, share) for side in self._shown(seam)]
        found = [each for each in sides if each is not None]
        if not found:
            return None
        if len(found) == 1 or seam.kind is SeamKind.PLACEMENT:  # what is caught under a patch comes out at its edge
            place, along, normal, out = found[-1]
            if all(self.draft[side[0].panel].role is Role.LINING for side in self._shown(seam)):
                out = normal  # what hangs in a seam of the lining hangs into the bag
            return Met(place, along, unit(out + 0.05 * normal), normal, True)
        (place, along, one, _), (_, _, other, _) = found
        return Met(place, along, unit(one + other), other, False)

    def _shown(self, seam: Seam) -> tuple[tuple[Run, ...], ...]:
        """Its sides; where a rim joins the lining to the shell, the shell alone: the bag ends there."""
        sides = [side for side in (seam.a, seam.b) if side]
        shell = [side for side in sides if self.body.has(side[0].panel, side[0].copy)]
        inner = [side for side in sides if self.draft[side[0].panel].role is Role.LINING]
        return tuple(side for side in sides if side not in inner or not shell)

    def _side(self, side: tuple[Run, ...], share: float) -> tuple[Floats, Floats, Floats, Floats] | None:
        """A place in one side: the point, the direction, the normal, and where the cloth ends to."""
        run, at = located(self.draft, side, share)
        if not self.has(run.panel, run.copy):
            return None
        panel = self.draft[run.panel]
        length = panel.along(run.on).length
        spots = self.along(run.panel, run.copy, run.on, [at])
        low, high = max(at - _BESIDE, 0.0), min(at + _BESIDE, length)
        step = np.subtract(*places(panel, run.on, [high, low]))
        along = unit(spots.frames[0] @ step)
        out = unit(spots.frames[0] @ (step[1], -step[0]))  # outlines run counter-clockwise: outside is on the right
        return spots.points[0], -along if run.reversed else along, spots.normals[0], out


def places(panel: Panel, name: str, at: Sequence[float] | Floats) -> Floats:
    """k x 2: the places *at* mm along an edge or a line, as drawn."""
    path = panel.along(name).path
    found = np.array([path.point_at(min(max(float(each), 0.0), path.length)) for each in at], complex)
    return np.stack([found.real, found.imag], axis=1)


def located(draft: Draft, side: tuple[Run, ...], share: float) -> tuple[Run, float]:
    """The run that holds a *share* of a side's length, and the mm along its edge there."""
    rest = share * draft.side_length(side)
    for run in side:
        length = draft.run_length(run)
        if rest <= length or run is side[-1]:
            low, high = draft.span(run)
            rest = min(rest, length)
            return run, high - rest if run.reversed else low + rest
        rest -= length
    raise ValueError("a side of a seam without runs")


def sampled(draft: Draft, side: tuple[Run, ...], count: int) -> Floats:
    """*count* x 2: places evenly along a side, each as drawn on its own panel."""
    found = [located(draft, side, share) for share in np.linspace(0.0, 1.0, count)]
    return np.vstack([places(draft[run.panel], run.on, [at]) for run, at in found])


def evenly_along(length: float, step: float) -> Floats:
    """Places from 0 to *length*, about *step* mm apart."""
    return np.linspace(0.0, length, max(2, round(length / step) + 1))
