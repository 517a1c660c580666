"""The base of a bag, whatever it is made of: a panel of its own, the stretch of a band below, or two boxed halves.

Places on it are told as mm right of its middle and mm to the front of it, seen from above.
"""

from __future__ import annotations

from abc import abstractmethod

from bagpattern.geometry import areas
from bagpattern.geometry.path import Path
from bagpattern.geometry.placement import moved
from bagpattern.geometry.points import Point, dot
from bagpattern.geometry.segments import Straight
from bagpattern.geometry.shapes import rectangle_path
from bagpattern.lengths import under
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Panel
from bagpattern.model.seam import Run
from bagpattern.parts.part import refused
from bagpattern.parts.sewing.cuts import meetings
from bagpattern.parts.sewing.joinery import opposite
from bagpattern.said import Length, Name, Said
from bagpattern.values import value
from bagpattern.words import at_least, words

LEAST = 40.0
"""mm: a base less wide or deep has no room for anything [K]."""


@value
class Ground:
    """A base: its ``outline`` round the origin, in mm."""

    outline: Path

    @property
    def size(self) -> tuple[float, float]:
        """mm across and from front to back."""
        left, bottom, right, top = areas.bounds([self.outline])
        return right - left, top - bottom

    @abstractmethod
    def locate(self, right: float, forward: float) -> tuple[str, Point]:
        """The panel and the point on it that lie there."""


@value
class _Panel(Ground):
    """A base of one panel, its front above."""

    panel: str
    middle: Point

    def locate(self, right: float, forward: float) -> tuple[str, Point]:
        return self.panel, self.middle + complex(right, forward)


@value
class _Joined(Ground):
    """What lies between the lower edges of front and back: a band, or the lower ends of both, sewn in the middle."""

    bag: Draft
    boxed: bool

    def locate(self, right: float, forward: float) -> tuple[str, Point]:
        face, across = ("front", right) if forward >= 0 else ("back", -right)
        at = self.bag[face].edge("bottom").length / 2 + across
        if self.boxed:
            return face, _inside(self.bag[face], "bottom", at, abs(forward))
        found = opposite(self.bag, face, "bottom", at)
        if found is None:
            raise refused(
                "kind", words("the lower edge of the {face} is sewn to nothing there: take this out", face=Name(face))
            )
        run, there = found
        return run.panel, _inside(self.bag[run.panel], run.on, there, self.size[1] / 2 - abs(forward))


def ground_of(bag: Draft) -> Ground:
    """The base of *bag*. Raises InputError when it has none, or too small a one."""
    found = _whole(bag) or _between(bag)
    if found is None or under(min(found.size), LEAST):
        raise refused("kind", _too_small(found) if found else words("the bag has no base: take this out"))
    return found


def _too_small(found: Ground) -> Said:
    wide, deep = map(Length, found.size)
    fault = words("the base, {wide} x {deep}, is too small for this", wide=wide, deep=deep)
    if under(found.size[0], LEAST):  # how wide the bag is to be for that, its corners decide
        return words("{fault}: make the bag wider, its lower corners less round, or take this out", fault=fault)
    deeper = words("make the bag {bound} deep, or take this out", bound=at_least(LEAST))
    return words("{fault}: {deeper}", fault=fault, deeper=deeper)


def _whole(bag: Draft) -> Ground | None:
    if "base" not in bag:
        return None
    line = bag["base"].stitching_line
    left, bottom, right, top = areas.bounds([line])
    middle = complex((left + right) / 2, (bottom + top) / 2)
    return _Panel(line.placed(moved(-middle.real, -middle.imag)), "base", middle)


def _between(bag: Draft) -> Ground | None:
    if not all(face in bag and bag[face].has_edge("bottom") for face in ("front", "back")):
        return None
    below, behind = _below(bag, "front"), _below(bag, "back")
    boxed = below is None or bag[below[0].panel].face
    if not boxed and below is not None and (behind is None or behind[0].panel != below[0].panel):
        return None  # a zip runs round there
    depth = (
        _boxed_depth(bag["front"]) if boxed or below is None else _across(bag[below[0].panel], below[0].on, below[1])
    )
    width = _flat(bag["front"].edge("bottom").path)
    return _Joined(rectangle_path(width, depth, 0j), bag, boxed) if min(width, depth) > 0 else None


def _below(bag: Draft, face: str) -> tuple[Run, float] | None:
    """What is sewn to the middle of a face's lower edge, and where."""
    return opposite(bag, face, "bottom", bag[face].edge("bottom").length / 2)


def _flat(path: Path) -> float:
    """mm of the straight stretch in the middle of an edge; 0 where it is curved there."""
    middle, done = path.length / 2, 0.0
    for segment in path.segments:
        if done <= middle <= done + segment.length:
            return segment.length if isinstance(segment, Straight) else 0.0
        done += segment.length
    return 0.0


def _boxed_depth(face: Panel) -> float:
    return 2 * face.edge("right corner side").length if face.has_edge("right corner side") else 0.0


def _across(panel: Panel, edge: str, at: float) -> float:
    """mm from a place on one edge straight across a panel."""
    path = panel.edge(edge).path
    start, inward = path.point_at(at), 1j * path.tangent_at(at)
    return max((dot(each.point - start, inward) for each in meetings(panel, start, inward)), default=0.0)


def _inside(panel: Panel, edge: str, at: float, by: float) -> Point:
    path = panel.edge(edge).path
    return path.point_at(at) + 1j * path.tangent_at(at) * by
