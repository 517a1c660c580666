"""What cannot be made of the sizes of a purse on a frame, and how large it is as drafted."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.errors import Problem
from bagpattern.geometry import areas
from bagpattern.lengths import over, under
from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Finished
from bagpattern.parts.bodies.flat import pillow_volume
from bagpattern.parts.tops import Top
from bagpattern.parts.tops.glued_frame import GluedFrame
from bagpattern.proposals import sized
from bagpattern.said import Length
from bagpattern.styles._flat import HALF_FULL, LAID_FLAT, flat_finished
from bagpattern.words import english

MOST = 1.8
"""Times the frame: a purse that is wider hangs from it in folds [K]."""
FINE = 0.001
"""mm to which the rounded outline is measured."""
BELOW = 30.0
"""mm of straight or rounded side below the hinges, at the least [K]."""


def framed_problems(size: object, closure: Top, tightest: float) -> Iterator[Problem]:
    """Every reason why there is no such purse; *size* declares ``width``, ``height`` and ``bottom_radius``.

    *tightest* mm is the least radius that turns the allowance.
    """
    frame = closure.frame
    assert frame is not None
    width, height, radius = (float(getattr(size, key)) for key in ("width", "height", "bottom_radius"))
    if isinstance(closure, GluedFrame):
        yield from (Problem(f"closure.{each.key}", each.message) for each in closure.faults())
    if under(width, frame.width):
        fault = english("is less than its frame, {frame}", frame=Length(frame.width))
        yield sized(size, "width", fault, least=frame.width, most=MOST * frame.width)
    elif over(width, MOST * frame.width):
        fault = english("is too wide for a frame of {frame}", frame=Length(frame.width))
        yield sized(size, "width", fault, least=frame.width, most=MOST * frame.width)
    if under(height, frame.arm + BELOW):
        fault = english("leaves nothing below the hinges, {arm} down", arm=Length(frame.arm))
        yield sized(size, "height", fault, least=frame.arm + BELOW)
        return
    most = min(0.4 * width, 0.6 * (height - frame.arm))
    if over(radius, most):
        yield sized(size, "bottom_radius", "leaves no straight base or side", most=most)
    elif radius > 0 and under(radius, tightest):
        fault = english("{radius} is tighter than the allowance", radius=Length(radius))
        yield sized(size, "bottom_radius", fault, least=tightest, zero=True)


def framed_finished(draft: Draft, closure: Top) -> Finished:
    """Measured across and up the front; what it holds at the most when it bulges, by its mean width."""
    if closure.frame is None:
        return flat_finished(draft, closure.rise, closure.height_at)
    outline = draft["front"].stitching_line
    around = outline.flattened(FINE)
    left, right = min(each.real for each in around), max(each.real for each in around)
    low, high = min(each.imag for each in around), max(each.imag for each in around)
    mean = areas.area(outline) / (high - low)
    return Finished(
        right - left,
        high - low,
        0.0,
        pillow_volume(mean, high - low),
        measured=LAID_FLAT,
        fullness=HALF_FULL,
    )
