"""Comparisons of lengths, all with the one tolerance: what is as long as its limit is neither over nor under it.

Sizes in inches are no whole numbers of mm, and sums of them differ in their last digit from the length that they make:
4 + 2 in are more than 6 in by 3e-14 mm. Whoever refuses or chooses by a length asks here.
"""

from __future__ import annotations

SAME = 1e-6
"""mm: what differs by less is one length; no ruler, and no sum of lengths, tells it apart."""


def over(length: float, most: float) -> bool:
    """Whether *length* is more than *most*, both in mm."""
    return length > most + SAME


def under(length: float, least: float) -> bool:
    """Whether *length* is less than *least*, both in mm."""
    return length < least - SAME


def between(length: float, least: float, most: float) -> bool:
    """Whether *length* is neither under *least* nor over *most*, all in mm."""
    return not (under(length, least) or over(length, most))
