"""What cannot be made of the sizes of a purse on a frame, and how large it is as drafted."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Protocol

from bagpattern.errors import Problem
from bagpattern.geometry import areas
from bagpattern.geometry.path import joined, line_path
from bagpattern.geometry.points import Point
from bagpattern.lengths import over, under
from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Finished, Measured, Where
from bagpattern.parts.bodies.flat import pillow_volume
from bagpattern.parts.bodies.framed import FramedBody, FrameShape
from bagpattern.parts.bodies.framed_gusset import STEEPEST
from bagpattern.parts.bodies.gusset import across_middle, straight_side
from bagpattern.parts.carrying.rings import AUTO
from bagpattern.parts.part import parts_of
from bagpattern.parts.sewing.clearing import down_from, first_that
from bagpattern.parts.sewing.in_one import edges_of
from bagpattern.parts.tops import Top
from bagpattern.parts.tops._metal_frame import MetalFrame
from bagpattern.proposals import make_it, sized, tellable
from bagpattern.said import Length
from bagpattern.styles._flat import HALF_FULL, LAID_FLAT, flat_finished
from bagpattern.words import words

MOST = 1.8
"""Times the frame: a purse that is wider hangs from it in folds [K]."""
OF_WIDTH, OF_SIDE = 0.4, 0.6
"""Of the width, and of what is below the hinges: the largest radius that leaves some of the base and of a side [K]."""
GUSSET, WITH_GUSSET = "gusset", Measured(Where.WIDEST, Where.SIDE, Where.BASE)
FINE = 0.001
"""mm to which the rounded outline is measured."""
BELOW = 30.0
"""mm of straight or rounded side below the hinges, at the least [K]."""
SIDE = 5.0
"""mm that a side runs on above its rounded corner, at the least, so that the seam reaches the hinge straight [K]."""


def least_width(frame: FrameShape, radius: float) -> float:
    """mm across the narrowest purse on a frame whose lower corners have that radius."""
    return max(frame.width, radius / OF_WIDTH)


def least_height(frame: FrameShape, radius: float, width: float) -> float:
    """mm up the lowest purse of that *width*: its hinges lie above the circles of its lower corners."""
    aside = radius - (width - frame.width) / 2
    beside = radius + math.sqrt(max(radius**2 - aside**2, 0.0))
    return frame.arm + max(BELOW, radius / OF_SIDE, beside + SIDE)


class Cornered(Protocol):
    """Sizes, of which the radius of the lower corners is given."""

    @property
    def bottom_radius(self) -> float:
        """mm, finished; 0: square."""
        ...


def framed_problems(
    asked: Cornered, of_radius: Callable[[float], FramedBody], closure: Top, allowance: float, inset: float
) -> Iterator[Problem]:
    """Every reason why there is no such body; *asked* declares ``width``, ``height`` and ``bottom_radius``.

    *of_radius* gives the body with another radius, on which sizes that follow by rule depend.

    The lining lies *inset* mm inside; the least radius turns the *allowance* all the same.
    """
    body = of_radius(asked.bottom_radius)
    width, height, frame = body.width, body.height, body.frame
    if isinstance(closure, MetalFrame):
        yield from (Problem(f"closure.{each.key}", each.message) for each in closure.faults())
        yield from _tight_corner(closure, allowance + inset)
    if under(width, frame.width):
        fault = words("is less than its frame, {frame}", frame=Length(frame.width))
        yield sized(asked, "width", fault, least=frame.width, most=MOST * frame.width)
    elif over(width, MOST * frame.width):
        fault = words("is too wide for a frame of {frame}", frame=Length(frame.width))
        yield sized(asked, "width", fault, least=frame.width, most=MOST * frame.width)
    elif under(height, frame.arm + BELOW):
        fault = words("leaves nothing below the hinges, {arm} down", arm=Length(frame.arm))
        yield sized(asked, "height", fault, least=frame.arm + BELOW)
    else:
        yield from _corner_problems(asked, of_radius, allowance + inset, inset)


def _corner_problems(
    asked: Cornered, of_radius: Callable[[float], FramedBody], least: float, inset: float
) -> Iterator[Problem]:
    """Lower corners that are rounded tighter than *least* mm, or that leave no straight base or side."""
    radius = asked.bottom_radius

    def fits(each: float) -> bool:
        return not under(each, least) and _fits(of_radius(each), inset)

    if radius > 0 and under(radius, least):
        fault = words("{radius} is tighter than the allowance", radius=Length(radius))
        yield sized(asked, "bottom_radius", fault, least=least, zero=True)
    elif not _fits(of_radius(radius), inset):
        best = first_that(tellable(asked, "bottom_radius", fits), down_from(radius, least))
        yield sized(asked, "bottom_radius", words("leaves no straight base or side"), most=best or 0.0)


def gusset_problems(asked: object, deep: float, body: FramedBody | None, crossbody: str) -> Iterator[Problem]:
    """What keeps a gusset *deep* mm wide from a purse, whose flat *body* is sound, if a frame holds it.

    *asked* declares ``depth``.
    """
    if body is None:
        fault = words(
            'a gusset runs out at the hinges of a frame: leave this out, or write closure.kind = "glued-frame"'
        )
        yield Problem("dimensions.depth", fault)
        return
    if crossbody not in (AUTO, "none"):
        fault = words("a gusset has no side seams for its rings")
        yield Problem("crossbody.kind", words('{fault}: write "none", or leave dimensions.depth out', fault=fault))
    most = 2 * STEEPEST * straight_side(body.below)
    if over(deep, most):
        straight = Length(straight_side(body.below))
        runs_out = words("does not run out along the {straight} of side that are straight", straight=straight)
        yield sized(asked, "depth", runs_out, most=most)


def _tight_corner(closure: MetalFrame, least: float) -> Iterator[Problem]:
    """Corners of a frame that are rounded tighter than the allowance can be turned."""
    if closure.corner > 0 and under(closure.corner, least):
        fault = words("{radius} is tighter than the allowance", radius=Length(closure.corner))
        mend = make_it(closure, "corner", least=least, zero=True)
        yield Problem("closure.corner", words("{fault}: {mend}", fault=fault, mend=mend))


def _fits(body: FramedBody, inset: float) -> bool:
    """Whether the corners of shell and lining leave some of the base, and of the sides below the hinges."""
    if over(body.radius, min(OF_WIDTH * body.width, OF_SIDE * (body.height - body.frame.arm))):
        return False
    try:
        return min(path.length for each in (body, body.smaller(inset)) for path in each.below) > 0
    except ValueError:
        return False


def framed_finished(draft: Draft, closure: Top) -> Finished:
    """Measured across and up the front; what it holds at the most when it bulges, by its mean width."""
    if closure.frame is None:
        return flat_finished(draft, closure.rise, closure.height_at)
    outlines = [panel.stitching_line for panel in parts_of(draft, "front")]
    around = [each for outline in outlines for each in outline.flattened(FINE)]
    left, right = min(each.real for each in around), max(each.real for each in around)
    low, high = min(each.imag for each in around), max(each.imag for each in around)
    if GUSSET in draft:
        deep = across_middle(draft[GUSSET].stitching_line)
        return Finished(right - left, high - low, deep, _held(draft, deep) / 1e6, measured=WITH_GUSSET)
    mean = sum(map(areas.area, outlines)) / (high - low)
    return Finished(
        right - left,
        high - low,
        0.0,
        pillow_volume(mean, high - low),
        measured=LAID_FLAT,
        fullness=HALF_FULL,
    )


def _held(draft: Draft, deep: float) -> float:
    """mm3 below the hinges: upright walls up to where the gusset begins to narrow, above them a roof to the frame.

    Front and back of the roof lean towards each other, and its sides, the tips of the gusset, inwards.
    """
    roof = draft[GUSSET].edge("front").path.segments[0].length
    (bottom_right, right), (bottom_left, left) = (_roof(draft, side, roof) for side in ("right", "left"))
    low, rim = abs(bottom_right - bottom_left), abs(right - left)
    front = math.sqrt(roof**2 - ((low - rim) / 2) ** 2)
    rise = math.sqrt(front**2 - (deep / 2) ** 2)
    frame = joined(edge.path for name in ("right arm", "top", "left arm") for edge in edges_of(draft, "front", name))
    closed = joined((frame, line_path(frame.end, frame.start)))
    face = sum(areas.area(each.stitching_line) for each in parts_of(draft, "front")) - areas.area(closed)
    return (face - front * (low + rim) / 2) * deep + rise / 6 * deep * (2 * low + rim)


def _roof(draft: Draft, side: str, long: float) -> tuple[Point, Point]:
    """The lower and the upper end of the uppermost *long* mm of that side of the front, also where a zip divides it."""
    down = side == "left"
    paths = (edge.path for edge in edges_of(draft, "front", side))
    path = joined(sorted(paths, key=lambda each: each.start.imag, reverse=down))
    return (path.point_at(long), path.start) if down else (path.point_at(path.length - long), path.end)
