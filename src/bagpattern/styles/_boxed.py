"""How large a box is, as drafted: with boxed lower corners, open or closed to a wedge by a zip, or of five panels."""

from __future__ import annotations

import math

from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Finished, Measured, Where
from bagpattern.parts.naming import ZIP
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
    (width, depth), (rim, deep) = _level(draft, "bottom"), _level(draft, "top")
    front = math.sqrt(length_of(draft, "front", "right") ** 2 - ((rim - width) / 2) ** 2)
    share = (front - rise) / front
    upright = math.sqrt(front**2 - ((deep - depth) / 2) ** 2) * share
    closed = width + (rim - width) * share, depth + (deep - depth) * share
    volume = _between((width, depth), closed, upright)
    return Finished(width, front - rise, depth, volume / 1e6, measured=Measured(Where.BASE, height_at, depth_at))


def collared_size(draft: Draft, rise: float, height_at: Where) -> Finished:
    """Measured likewise, where an upright collar stands on the rim, *rise* mm of which its closure takes up."""
    base, rim = _level(draft, "bottom"), _level(draft, "top")
    leans = ((above - below) / 2 for below, above in zip(base, rim, strict=True))
    box = math.sqrt(length_of(draft, "side-left", "right") ** 2 - sum(lean**2 for lean in leans))
    collar = length_of(draft, "collar-front", "right") - rise
    volume = _between(base, rim, box) + _between(rim, rim, collar)
    measured = Measured(Where.BASE, height_at, Where.BASE)
    return Finished(base[0], box + collar, base[1], volume / 1e6, measured=measured)


def _level(draft: Draft, edge: str) -> tuple[float, float]:
    """mm across and from front to back, along the lower or the upper edges of the walls."""
    wide = length_of(draft, "front", edge) or folded_base(draft)
    return wide, length_of(draft, "side-left", edge) or folded_base(draft, "side-left fold")


def _between(base: tuple[float, float], rim: tuple[float, float], high: float) -> float:
    """mm3 between two levels *high* mm apart, whose sides change evenly: a prismatoid."""
    (width, depth), (wide, deep) = base, rim
    return high / 6 * (width * depth + (width + wide) * (depth + deep) + wide * deep)


def folded_base(draft: Draft, *folds: str) -> float:
    """mm of the first of these folds, or of those at which the base is cut in one with the front."""
    names = folds or ("base fold", "front fold")
    return next(line.length for panel in draft.panels for line in panel.lines if line.name in names)
