"""Stitching holes for leather: punched before it is sewn by hand, as many on either side of a seam."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bagpattern.drawing.piece.machine import bare
from bagpattern.errors import InputError, Problem
from bagpattern.geometry.points import Point
from bagpattern.model.pattern import Pattern
from bagpattern.options import Options
from bagpattern.passes.sides import TOUCHING, Side, sides
from bagpattern.words import words

_ONE_HOLE = 0.4
"""A share of the pitch: holes of two seams nearer than this are one, in a corner."""


NO_HOLES: Mapping[str, tuple[Point, ...]] = {}


def stitch_holes(pattern: Pattern, options: Options) -> Mapping[str, tuple[Point, ...]]:
    """The holes that are wished, by panel. Raises InputError where they would lie on the edge that is cut."""
    if not options.holes:
        return NO_HOLES
    found, uncovered = holes_of(pattern, options.holes), bare(pattern, options)
    if any(pattern.draft[panel].material in uncovered for panel in found):
        message = words("lie on the stitching line: cut with the allowance, which for leather is that of its raw edge")
        raise InputError([Problem("holes", message)])
    return found


def holes_of(pattern: Pattern, pitch: float) -> Mapping[str, tuple[Point, ...]]:
    """The places of all holes by panel, of materials that do not fray, about *pitch* mm apart.

    Every seam has the same number on both of its sides, the first and the last at its ends: in corners. Where one side
    is eased in, its holes lie closer. Raises InputError where nothing of the bag is of such a material.
    """
    leathers = {each.id for each in pattern.materials if not each.frays and not each.stiffening}
    of_leather = {each.id for each in pattern.pieces if each.panel.material in leathers}
    if not of_leather:
        raise InputError([Problem("holes", words("nothing of this bag is of leather, or of what else does not fray"))])
    found: dict[str, list[Point]] = {}
    for panel, at in _all(pattern, pitch):
        if panel in of_leather and all(abs(at - other) > _ONE_HOLE * pitch for other in found.setdefault(panel, [])):
            found[panel].append(at)
    return {panel: tuple(holes) for panel, holes in found.items()}


def _all(pattern: Pattern, pitch: float) -> Iterator[tuple[str, Point]]:
    """Every hole of every seam, with its panel."""
    for seam in pattern.seams:
        both = sides(pattern.draft, seam)
        if both is None:
            continue
        count = max(1, round(both[0].length / pitch))
        shares = [number / count for number in range(count + 1)]
        for side in both:
            yield from _placed(side, (share * side.length for share in shares))
        for caught in seam.caught:  # its holes are those of the stretch of seam that it is held in
            inner = Side(pattern.draft, caught.runs)
            within = (share * both[0].length - caught.at for share in shares)
            yield from _placed(inner, (at for at in within if -TOUCHING <= at <= inner.length + TOUCHING))


def _placed(side: Side, places: Iterable[float]) -> Iterator[tuple[str, Point]]:
    for at in places:
        run, on_edge = side.locate(at)
        yield run.panel, side.draft[run.panel].along(run.on).path.point_at(on_edge)
