"""What every body of two faces and a band has: its size, the loop round a face, and where zip and turning gap lie."""

from __future__ import annotations

from abc import abstractmethod

from bagpattern.catalog.notions import Zip
from bagpattern.geometry.shapes import Sides
from bagpattern.model.edge import Edge
from bagpattern.model.seam import Run
from bagpattern.parts.bodies.body import Body, Hollow, Opening
from bagpattern.parts.bodies.faces import Face
from bagpattern.values import replace, value


@value
class BodySize:
    """Finished sizes in mm. The zip ends on both sides, ``stop`` mm above the base."""

    face: Face
    depth: float
    stop: float
    zip: Zip

    def smaller(self, inset: float) -> BodySize:
        """The size of the layer inside, every panel's stitching line *inset* mm within this one's."""
        return replace(self, face=self.face.smaller(inset), depth=self.depth - 2 * inset, stop=self.stop - inset)


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


class Loop:
    """The way round a face, divided where the zip ends on its sides."""

    def __init__(self, size: BodySize) -> None:
        self.face = size.face.sides()
        level = complex(0, size.stop)
        self.on_right = self.face.right.crossings(level, 1 + 0j)[0]
        self.on_left = self.face.left.crossings(level, 1 + 0j)[0]
        self.over = self.face.right.length - self.on_right + self.face.top.length + self.on_left
        """mm along the zip."""
        self.under = self.face.length - self.over
        """mm along the base, from stop to stop."""

    def upper(self, panel: str) -> tuple[Run, ...]:
        """A whole face's edge along the zip, right to left."""
        return Run(panel, "right", start=self.on_right), Run(panel, "top"), Run(panel, "left", end=self.on_left)

    def lower(self, panel: str) -> tuple[Run, ...]:
        """A whole face's edge along the base, left to right."""
        return Run(panel, "left", start=self.on_left), Run(panel, "bottom"), Run(panel, "right", end=self.on_right)
