"""A body of two covers joined by a spine, the zip round the other three sides in two half bands: it opens like a book.

It is a body of two faces and a band that lies on its spine as others stand on their base, and is stood up.
"""

from __future__ import annotations

from typing import ClassVar

from bagpattern.geometry.path import Path
from bagpattern.geometry.placement import Placement
from bagpattern.model.operation import Operation, Task, Verb, sew, task
from bagpattern.model.wall import Facet, Wall
from bagpattern.parts.bodies.band import BandBody
from bagpattern.parts.bodies.body import Hollow
from bagpattern.parts.bodies.faced import Loop, Turned
from bagpattern.parts.bodies.facets import along
from bagpattern.said import Said
from bagpattern.words import words

FROM_FRONT = Turned(-1j, ("left", "bottom", "right", "top"))
"""The spine is on the left of who looks at the front."""
FROM_BACK = Turned(1j, ("right", "top", "left", "bottom"))


class BookBody(BandBody):
    """The spine goes ``stop`` mm round its corners on to top and base, where it meets the zip's bands."""

    BELOW: ClassVar[str] = "spine"
    CALLED: ClassVar[Said] = words("spine")

    def _loops(self) -> tuple[Loop, Loop]:
        return Loop(self.size, FROM_FRONT), Loop(self.size, FROM_BACK)

    def hollow(self) -> Hollow:
        """The front cover, and the depth of the spine."""
        return Hollow(upright(self.size.face.sides().closed), self.size.depth)

    def tasks(self) -> tuple[Task, ...]:
        """The loop first, then both covers."""
        check = words("Check that the loop is as long as the front's stitching line.")
        return (
            task(
                words("Close the band to a loop"),
                sew("band right end", "band left end"),
                Operation(Verb.TELL, check, ("front to spine", "front to zip band")),
            ),
            task(words("Sew the band to the front"), _matching(words("front"), "front to spine", "front to zip band")),
            task(words("Sew the band to the back"), _matching(words("back"), "back to spine", "back to zip band")),
        )

    def _over_front(self, loop: Loop) -> tuple[Facet, ...]:
        """From the spine along the top, down the side that opens, and along the base back to the spine."""
        return self._over(loop, -1j, downward=loop.turned is FROM_FRONT)

    def _over_back(self, loop: Loop) -> tuple[Facet, ...]:
        """The other way round."""
        return self._over(loop, 1j, downward=loop.turned is FROM_BACK)

    def _over(self, loop: Loop, forward: complex, downward: bool) -> tuple[Facet, ...]:
        """The walls along half of the zip band; of a layer that is turned inside out its side will be on the right."""
        top, base = (Wall.TOP, loop.on_left, forward), (Wall.BASE, loop.face.right.length - loop.on_right, forward)
        side = Wall.RIGHT if loop.turned is FROM_FRONT else Wall.LEFT
        first, last, up = (top, base, -1) if downward else (base, top, 1)
        return along(self.size.depth / 2, first, (side, loop.face.top.length, up), last)

    def _under(self, loop: Loop) -> tuple[Facet, ...]:
        """The spine, and what of it goes round its corners, the front's edge on top."""
        top = Wall.TOP, loop.face.left.length - loop.on_left, 1j
        base, spine = (Wall.BASE, loop.on_right, 1j), loop.face.bottom.length
        if loop.turned is FROM_FRONT:
            return along(self.size.depth, top, (Wall.LEFT, spine, -1), base)
        return along(self.size.depth, base, (Wall.RIGHT, spine, 1), top)


def upright(lying: Path) -> Path:
    """A face that lies on its spine, as it stands seen from the front."""
    _, bottom, right, _ = lying.bounds
    return lying.placed(Placement(complex(-bottom, right), -1j))


def _matching(cover: Said, *seams: str) -> Operation:
    """Sew a cover all round to its band."""
    text = words(
        "Lay the band on the {face}, right sides together: match the middle of the spine and of the side across from "
        "it first, then the joins of the band and every notch. Sew all round, the band on top, where you see its "
        "clips.",
        face=cover,
    )
    return sew(*seams, how=text)
