"""Where a pocket behind a window has room, and how large it may be there.

At one place a pocket lies inside every longer or deeper one: where the least has no room none has, and the largest that
has room is found by halving. Of the thousands of sizes and places on a panel one is tried, or two hundred.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import product

from bagpattern.model.panel import Panel
from bagpattern.parts.pockets._window_size import WindowSize
from bagpattern.parts.sewing.clearing import first_that, obstacle
from bagpattern.values import replace

CLEAR = 5.0
"""mm between the pocket's bag and the panel's seams [K]."""

Fits = Callable[[WindowSize], bool]


def room_on(host: Panel) -> Fits:
    """Whether a pocket has room on *host*."""
    return lambda size: obstacle(host, size.footprint(host), CLEAR) is None


def first_with_room(
    fits: Fits, pairs: Iterable[tuple[float, float]], places: Sequence[WindowSize]
) -> WindowSize | None:
    """The first of some *pairs* of opening and depth that *fits*, at the first of the *places* that it fits at.

    The places are pockets of any size. None when nothing fits.
    """
    sizes = (replace(place, opening=opening, depth=depth) for (opening, depth), place in product(pairs, places))
    return first_that(fits, sizes)


def largest_with_room(
    fits: Fits, openings: Sequence[float], depths: Sequence[float], places: Sequence[WindowSize]
) -> WindowSize | None:
    """The longest of the *openings* that *fits*, as deep as it can be, at the first of the *places* that it fits at.

    Openings and depths go downward. None when nothing fits.
    """
    if most := first_with_room(fits, [(openings[0], depths[0])], places):
        return most  # as most panels have it
    roomy = [place for place in places if first_with_room(fits, [(openings[-1], depths[-1])], [place])]
    if not roomy:
        return None

    def found(opening: float, depth: float) -> WindowSize | None:
        return first_with_room(fits, [(opening, depth)], roomy)

    opening = _first_of_nested(lambda each: found(each, depths[-1]) is not None, openings)
    depth = _first_of_nested(lambda each: found(opening, each) is not None, depths)
    return found(opening, depth)


def _first_of_nested(fits: Callable[[float], bool], sizes: Sequence[float]) -> float:
    """The first that fits of some sizes, each of which fits where the one before it does; the last is known to."""
    return sizes[bisect_left(sizes[:-1], True, key=fits)]
