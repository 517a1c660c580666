"""How large a bag with boxed lower corners is, as drafted: one that stands open, or that a zip closes to a wedge."""

from __future__ import annotations

import math

from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Finished, Measured, Where
from bagpattern.parts.bodies.body import ZIP
from bagpattern.parts.sewing.in_one import length_of


def boxed_size(draft: Draft, rise: float = 0.0, height_at: Where = Where.UPRIGHT) -> Finished:
    """Measured on base, rim or zip, on both edges of a boxed corner, and up the side, whose lean the others give.

    *rise* mm of the height are taken up by what closes the rim; *height_at* is how the height is measured then.
    """
    width, rim = length_of(draft, "front", "bottom") or folded_base(draft), length_of(draft, "front", "top")
    depth = 2 * length_of(draft, "front", "right corner side")
    closed = any(seam.id == ZIP for seam in draft.seams)
    wide = rim if closed else rim - depth
    drafted = math.sqrt(length_of(draft, "front", "right") ** 2 - ((wide - width) / 2) ** 2)
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


def folded_base(draft: Draft) -> float:
    """mm of the first fold at which front and base are cut in one."""
    return next(
        line.length for panel in draft.panels for line in panel.lines if line.name in ("base fold", "front fold")
    )
