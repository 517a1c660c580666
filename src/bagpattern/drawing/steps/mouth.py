"""What a bag is turned through: where an opening is on it, and how the bag is held for that."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.shapes import Face, in_shares, is_box, mirrored, shape_of
from bagpattern.drawing.steps.tub import Cloth, Size, Tub
from bagpattern.geometry.cloths import area_of, at_length, long
from bagpattern.geometry.points import Point, dot, point, unit
from bagpattern.making.joints import sheet_of
from bagpattern.model.operation import Sheet
from bagpattern.model.seam import Seam
from bagpattern.model.wall import Wall

_LEFT_OVER = 1.5
"""mm of paper beside an opening that is as long as the edge it is in, at least."""
_ALIKE = 0.85
"""The least share that two outlines have in common which are alike but for darts that are still open."""


class Mouth(NamedTuple):
    """What a bag is turned through: its length in mm, the share of its edge at which its middle is, the cloth round it
    when it is wrong side out, whether it is in a side of the bag, whether it is a zip, and whether it is below. Where
    the bag has the shape of what it is in, ``face`` is that and ``line`` its place there, counter-clockwise, in shares.
    """

    long: float
    at: float
    cloth: Cloth
    upright: bool = False
    zip: bool = False
    below: bool = False
    face: Face = ()
    line: Face = ()

    def up(self, size: Size) -> tuple[Mouth, Size]:
        """It and the bag as they are held: turned so that an opening in the outline is up, no larger than before."""
        if not self.line:
            return self, size
        start, end = (size.point(each) for each in (self.line[0], self.line[-1]))
        turned, line = size._replace(face=self.face).turned(1 / unit(start - end), self.line)
        return self._replace(line=line, upright=False, below=False), turned

    def on(self, size: Size, tub: Tub) -> list[Point]:
        """Where it lies, the bag to the right of it: on its outline, or the upper or right edge of its front."""
        return [tub.at(each) for each in self.line[::-1]] if self.line else [*self._ends(size, tub)]

    def away(self, tub: Tub) -> complex:
        """How far from it its length stands."""
        return point(-4.5, 0) if self.upright else point(0, tub.back.imag + 3.5)

    def _ends(self, size: Size, tub: Tub) -> tuple[Point, Point]:
        """On the upper edge of a bag's front, or down the right one."""
        left, right = tub.rim[:2]
        start, end = (right, tub.foot + tub.wide) if self.upright else (left, right)
        whole, way = abs(end - start), unit(end - start)
        half = min(self.long * size.scale, whole - 2 * _LEFT_OVER) / 2
        at = min(max(self.at * whole, half + _LEFT_OVER), whole - half - _LEFT_OVER)
        return start + way * (at - half), start + way * (at + half)


def mouth_of(hand: Hand, gap: Seam, right: bool = False) -> Mouth:
    """A gap by its length, and by its place along or up the panel that it is in, whose *right* side is seen, or not."""
    sheet = sheet_of(gap.a[0])
    points = hand.run(gap.a[0])
    way, middle = points[-1] - points[0], at_length(points, long(points) / 2)[0]
    left, bottom, right_end, top = hand.net(sheet).bounds
    upright = abs(way.imag) > abs(way.real)
    at = (middle.imag - bottom) / (top - bottom) if upright else (middle.real - left) / (right_end - left)
    below = not upright and middle.imag < (bottom + top) / 2
    mouth = Mouth(hand.draft.side_length(gap.a), at, Cloth(hand.tone(sheet), right), upright, below=below)
    return _outlined(hand, sheet, points, mouth)


def _outlined(hand: Hand, sheet: Sheet, points: Sequence[Point], mouth: Mouth) -> Mouth:
    """A gap in a front, or in the lining of front or back, with its face and its line, if that is the bag's shape."""
    net, own = hand.net(sheet), shape_of(hand.pattern).face
    lies, line = (each if mouth.cloth.right else mirrored(each) for each in (in_shares(net), in_shares(net, points)))
    alike, face = max(((_alike(lies, each), each) for each in (own, mirrored(own))), key=lambda found: found[0])
    is_wall = any(hand.panel(sheet).is_on(each) for each in (Wall.FRONT, Wall.BACK))
    if is_box(own) or alike < _ALIKE or not is_wall:
        return mouth
    inside = dot(1j * (line[-1] - line[0]), point(0.5, 0.5) - line[0]) > 0
    return mouth._replace(face=face, line=line if inside else line[::-1])


def _alike(one: Face, other: Face) -> float:
    """The share that two outlines have in common."""
    a, b = area_of(one), area_of(other)
    return float(a.intersection(b).area / a.union(b).area)
