"""How large a box is, as drafted: with boxed lower corners, open or closed to a wedge by a zip, or of five panels."""

from __future__ import annotations

import math

from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Finished, Measured, Where
from bagpattern.parts.bodies.body import ZIP
from bagpattern.parts.sewing.in_one import length_of


def boxed_size(draft: Draft, rise: float = 0.0, height_at: Where = Where.UPRIGHT) -> Finished:
    """Measured on base, rim or zip, on an edge of a boxed corner, and up the side, whose lean the others give.

    *rise* mm of the height are taken up by what closes the rim; *height_at* is how the height is measured then.
    """
    width, rim = length_of(draft, "front", "bottom") or folded_base(draft), length_of(draft, "front", "top")
    depth = 2 * length_of(draft, "front", "right corner side")
    closed = any(seam.id == ZIP for seam in draft.seams)
    side, out = length_of(draft, "front", "right"), (rim - width) / 2
    drafted = math.sqrt(side**2 + ((0.0 if closed else depth / 2) ** 2 - out**2))
    wide = rim if closed else width + 2 * drafted * _lean(side, depth / 2, drafted, out)
    high = drafted - rise
    above = width + (wide - width) * high / drafted
    mean = width / 3 + above / 6 if closed else (width + above) / 2
    return Finished(
        width,
        high,
        depth,
        mean * depth * high / 1e6,
        measured=Measured(Where.BASE, height_at, Where.BASE),
    )


def _lean(side: float, half: float, high: float, out: float) -> float:
    """mm by which the sides lean out for each mm of height: cut-out and side seam are square to each other.

    From the inner corner to the rim's end it is *out* mm across and *high* mm up; it is as far by way of the cut-out,
    *half* mm, and the *side* seam.
    """
    return math.tan(math.atan2(side, half) - math.atan2(high, out))


SIDES = (("side-right", "top"), ("side-left", "top"))
"""Where rings hang on five panels: over the sides, where there is a seam in the rim."""


def five_panel_size(
    draft: Draft, rise: float = 0.0, height_at: Where = Where.UPRIGHT, depth_at: Where = Where.RIM
) -> Finished:
    """Measured on base, rims and the seam of a corner, whose lean the others give; *rise* and *height_at* as above.

    Where it is not as deep at its rim as at its base, the height is that of the front, which leans.
    """
    width, rim = length_of(draft, "front", "bottom") or folded_base(draft), length_of(draft, "front", "top")
    depth = length_of(draft, "side-left", "bottom") or folded_base(draft, "side-left fold")
    deep = length_of(draft, "side-left", "top")
    front = math.sqrt(length_of(draft, "front", "right") ** 2 - ((rim - width) / 2) ** 2)
    share = (front - rise) / front
    upright = math.sqrt(front**2 - ((deep - depth) / 2) ** 2) * share
    wide, deep = width + (rim - width) * share, depth + (deep - depth) * share
    volume = upright / 6 * (width * depth + (width + wide) * (depth + deep) + wide * deep)
    return Finished(width, front - rise, depth, volume / 1e6, measured=Measured(Where.BASE, height_at, depth_at))


def folded_base(draft: Draft, *folds: str) -> float:
    """mm of the first of these folds, or of those at which the base is cut in one with the front."""
    names = folds or ("base fold", "front fold")
    return next(line.length for panel in draft.panels for line in panel.lines if line.name in names)
