"""What the opening of a bag ends in at front and back: its faces, and what stands on them there."""

from __future__ import annotations

from bagpattern.model.draft import Draft
from bagpattern.model.panel import Panel
from bagpattern.model.wall import Wall
from bagpattern.parts.part import host, refused
from bagpattern.parts.sewing.joinery import opposite
from bagpattern.words import words


def faces_under(bag: Draft) -> tuple[Panel, Panel]:
    """The front and the back of an open bag, over which a flap lies. Raises InputError when it has none."""
    faces = host(bag, "front", "kind"), host(bag, "back", "kind")
    if any(not face.has_edge(name) for face in faces for name in ("top", "right", "bottom")):
        raise refused(
            "kind", words("a flap lies on a front with a rim and sides, which this bag has not: choose another top")
        )
    return faces


def rims_of(bag: Draft) -> tuple[Panel, Panel]:
    """What ends at the rim at front and back: the faces, or what stands on them there, as a collar does."""
    front, back = faces_under(bag)
    return _up(bag, front, Wall.FRONT), _up(bag, back, Wall.BACK)


def _up(bag: Draft, face: Panel, wall: Wall) -> Panel:
    """The highest panel of a wall whose upright edges go on from a face's."""
    met = opposite(bag, face.id, "top", face.edge("top").length / 2)
    above = None if met is None else bag[met[0].panel]
    if above is None or above.role is not face.role or not above.is_on(wall) or not above.has_edge("top"):
        return face
    return _up(bag, above, wall)
