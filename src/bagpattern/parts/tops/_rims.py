"""What the opening of a bag ends in at front and back: its faces, and what stands on them there."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.errors import Problem
from bagpattern.geometry import areas
from bagpattern.lengths import over
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Panel
from bagpattern.model.wall import Wall
from bagpattern.parts.part import LEAST_WIDTH, host, refusal, refused
from bagpattern.parts.sewing.joinery import opposite
from bagpattern.proposals import make_it
from bagpattern.said import Length
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


def across_faults(of: object, back: Panel, below: float, width: float) -> Iterator[Problem]:
    """Why a line *width* mm wide does not lie on the *back*, *below* its rim; *of* declares both as ``below`` and
    ``width``.
    """
    edge, outline = back.edge("top").path, back.stitching_line
    middle = edge.point_at(edge.length / 2) - 1j * below
    met = [outline.point_at(at).real - middle.real for at in outline.crossings(middle, 1 + 0j)]
    _, low, _, high = areas.bounds([outline])
    if not over(high - low, below) or not met:
        mend = make_it(of, "below", most=high - low - LEAST_WIDTH, otherwise=words("choose another closure"))
        fault = words("the {panel} is only {high} high", panel=back.title.lower(), high=Length(high - low))
        yield refusal("below", words("{fault}: {mend}", fault=fault, mend=mend))
    elif over(width, most := 2 * min(map(abs, met))):
        mend = make_it(of, "width", most=most, otherwise=words("choose another closure"))
        fault = words("is wider than the back {below} below its rim", below=Length(below))
        yield refusal("width", words("{fault}: {mend}", fault=fault, mend=mend))


def _up(bag: Draft, face: Panel, wall: Wall) -> Panel:
    """The highest panel of a wall whose upright edges go on from a face's."""
    met = opposite(bag, face.id, "top", face.edge("top").length / 2)
    above = None if met is None else bag[met[0].panel]
    if above is None or above.role is not face.role or not above.is_on(wall) or not above.has_edge("top"):
        return face
    return _up(bag, above, wall)
