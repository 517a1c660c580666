"""Rigid motions found from points and their images: how a thing was laid, from where some places of it came to lie."""

from __future__ import annotations

from collections.abc import Sequence

from bagpattern.geometry.placement import Placement
from bagpattern.geometry.points import Point

Pair = tuple[Point, Point]
"""A point, and where it came to lie."""
_TIE = 1e-6
"""mm: a mirrored motion that fits better by less does not fit better."""


def rigid(pairs: Sequence[Pair]) -> tuple[Placement, float]:
    """The motion that brings the first points nearest to the second ones, by least squares, and how far it misses.

    The second figure is the mm from the worst point's image to where it ought to lie. Points on one straight line leave
    open whether they were mirrored: then they were not. Raises ValueError for no pairs.
    """
    if not pairs:
        raise ValueError("no points tell how a thing was laid")
    plain, mirrored = _fitted(pairs, False), _fitted(pairs, True)
    return mirrored if mirrored[1] < plain[1] - _TIE else plain


def _fitted(pairs: Sequence[Pair], mirrored: bool) -> tuple[Placement, float]:
    """Kabsch's fit in the plane, where the best turn is the direction of a sum of complex products."""
    start = [-p.conjugate() if mirrored else p for p, _ in pairs]
    middle, aim = sum(start) / len(start), sum(q for _, q in pairs) / len(pairs)
    together = sum((q - aim) * (p - middle).conjugate() for p, (_, q) in zip(start, pairs, strict=True))
    turn = together / abs(together) if abs(together) > 0 else 1 + 0j
    found = Placement(aim - turn * middle, turn, mirrored)
    return found, max(abs(found(p) - q) for p, q in pairs)
