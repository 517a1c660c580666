"""What every body of two faces and a band has: its size, the loop round a face, and where zip and turning gap lie."""

from __future__ import annotations

from abc import abstractmethod
from typing import NamedTuple

from bagpattern.catalog.notions import Zip
from bagpattern.geometry.placement import Placement
from bagpattern.geometry.shapes import Sides
from bagpattern.model.edge import Edge
from bagpattern.model.seam import Run
from bagpattern.parts.bodies.body import Body, Hollow, Opening
from bagpattern.parts.bodies.faces import Face
from bagpattern.values import replace, value


@value
class BodySize:
    """Finished sizes in mm. The zip ends on both sides, ``stop`` mm above the base, or on it, ``onto`` mm from each."""

    face: Face
    depth: float
    stop: float
    zip: Zip
    onto: float = 0.0

    def smaller(self, inset: float) -> BodySize:
        """The size of the layer inside, every panel's stitching line *inset* mm within this one's."""
        return replace(
            self,
            face=self.face.smaller(inset),
            depth=self.depth - 2 * inset,
            stop=self.stop - inset,
            onto=self.onto - inset if self.onto else 0.0,
        )

    @property
    def from_behind(self) -> BodySize:
        """The same with its face as it is seen from the back of the bag."""
        return replace(self, face=self.face.from_behind())


@value
class FacedBody(Body):
    """Two equal faces, and a band between them that a zip opens over the top."""

    size: BodySize

    def smaller(self, inset: float) -> FacedBody:
        """The same body for the layer inside."""
        return replace(self, size=self.size.smaller(inset))

    def hollow(self) -> Hollow:
        """A face, and the depth of the band."""
        return Hollow(self.size.face.sides().closed, self.size.depth)

    def opening(self, prefix: str) -> Opening:
        """The two tapes of the main zip."""
        return Opening(self.zip_sides(prefix))

    @abstractmethod
    def zip_sides(self, prefix: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
        """The runs along the two tapes of the main zip."""


def face_edges(face: Sides) -> tuple[Edge, ...]:
    """The four edges of a face that is sewn all round."""
    return Edge("bottom", face.bottom), Edge("right", face.right), Edge("top", face.top), Edge("left", face.left)


class Turned(NamedTuple):
    """How a face stands in the bag: turned by ``turn``, its bottom, right, top and left are these ``sides`` there."""

    turn: complex
    sides: tuple[str, str, str, str]


UPRIGHT = Turned(1, ("bottom", "right", "top", "left"))
"""On its base."""


class Loop:
    """The way round a face, divided where the zip ends on its sides, or on its base; the face as it is *turned*."""

    def __init__(self, size: BodySize, turned: Turned = UPRIGHT) -> None:
        self.face = size.face.sides()
        self.turned = turned
        self.onto = size.onto
        self.on_right, self.on_left = self._on_sides(size.stop) if not size.onto else (0.0, self.face.left.length)
        self.base = self._on_base() if size.onto else (0.0, self.face.bottom.length)
        """mm along the bottom from which to which the zip does not reach."""
        low, high = self.base
        self.beside = low, self.face.bottom.length - high
        """mm of the bottom along the zip, left and right."""
        self.over = self.face.right.length - self.on_right + self.face.top.length + self.on_left + sum(self.beside)
        """mm along the zip."""
        self.under = self.face.length - self.over
        """mm along the base, from stop to stop."""

    @property
    def stood(self) -> Sides:
        """The face as it stands, its lower left corner where it was."""
        if self.turned is UPRIGHT:
            return self.face
        about = Placement(turn=self.turned.turn)
        left, bottom, _, _ = self.face.closed.placed(about).bounds
        moved = about.then(Placement(complex(-left, -bottom)))
        named = zip(self.turned.sides, self.face, strict=True)
        return Sides(**{name: path.placed(moved) for name, path in named})

    def _on_sides(self, stop: float) -> tuple[float, float]:
        level = complex(0, stop)
        return self.face.right.crossings(level, 1 + 0j)[0], self.face.left.crossings(level, 1 + 0j)[0]

    def _on_base(self) -> tuple[float, float]:
        left, _, right, _ = self.face.closed.bounds
        bottom = self.face.bottom
        low, high = (bottom.crossings(complex(x, 0), 1j)[0] for x in (left + self.onto, right - self.onto))
        return low, high

    def upper(self, panel: str) -> tuple[Run, ...]:
        """A whole face's edge along the zip, right to left."""
        low, high = self.base
        bottom, right, top, left = self.turned.sides
        over = Run(panel, right, start=self.on_right), Run(panel, top), Run(panel, left, end=self.on_left)
        if not self.onto:
            return over
        whole = (Run(panel, edge) for edge in (right, top, left))
        return Run(panel, bottom, start=high), *whole, Run(panel, bottom, end=low)

    def lower(self, panel: str) -> tuple[Run, ...]:
        """A whole face's edge along the base, left to right."""
        low, high = self.base
        bottom, right, _, left = self.turned.sides
        if self.onto:
            return (Run(panel, bottom, start=low, end=high),)
        return Run(panel, left, start=self.on_left), Run(panel, bottom), Run(panel, right, end=self.on_right)
