"""Two groups of pieces laid right sides together: how the upper one has to lie, and which seams that serves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bagpattern.drawing.steps.hand import Hand, Layer
from bagpattern.geometry.cloths import Area, apart, area_of, at_length, centre_of, long, placed, together
from bagpattern.geometry.placement import IDENTITY, Placement, onto
from bagpattern.geometry.points import Point, unit
from bagpattern.making.joints import sheet_of
from bagpattern.model.operation import Sheet
from bagpattern.model.seam import Run, Seam

_NEAR = 2.0
"""mm by which two sides may miss each other and still be sewn as they lie."""
_FAR = 1e4


class Lay(NamedTuple):
    """The ``under`` group with its right side up, the ``top`` group turned over on it; ``line`` is where they are sewn.

    ``swapped`` says that side b of a seam is the one below.
    """

    under: dict[Sheet, Placement]
    top: dict[Sheet, Placement]
    line: list[Point]
    swapped: bool
    half: complex = 0j

    def sides(self, seam: Seam) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
        """The sides of a seam, that of the under group first."""
        return (seam.b, seam.a) if self.swapped else (seam.a, seam.b)


def lay(hand: Hand, seam: Seam) -> Lay | None:
    """How the two sides lie while they are sewn; None where they do not lie flat on each other."""
    one, other = sheet_of(seam.a[0]), sheet_of(seam.b[0])
    groups, folded = (hand.group(one), hand.group(other)), one == other
    if set(groups[0]) & set(groups[1]):  # joined elsewhere already: they are laid out alone, like a tube laid flat
        whole, groups = groups[0], ({one: IDENTITY}, {other: IDENTITY})
        if not hand.chain(seam.a, groups[0]) or not hand.chain(seam.b, groups[1]):
            groups, folded = (whole, whole), True  # a corner of a piece in parts is folded like that of a whole one
    sizes = [sum(hand.net(each).area for each in group) for group in groups]
    swapped = sizes[1] > sizes[0] * 1.01
    under, top = groups[::-1] if swapped else groups
    own = hand.chain(seam.b if swapped else seam.a, under)
    upper = hand.chain(seam.a if swapped else seam.b, top)
    if not own or not upper or min(abs(own[-1] - own[0]), abs(upper[-1] - upper[0])) < 1:
        return None
    placed = _placed(hand, (under, own), (top, upper), folded)
    if placed is None:
        return None
    return Lay(
        under,
        {each: place.then(placed) for each, place in top.items()},
        own,
        swapped,
        _half(own, upper) if folded else 0j,
    )


def _placed(
    hand: Hand,
    under: tuple[dict[Sheet, Placement], list[Point]],
    top: tuple[dict[Sheet, Placement], list[Point]],
    folded: bool,
) -> Placement | None:
    """The motion of the upper group: its side on the other, all of it on the same side of the seam."""
    own, upper = under[1], top[1]
    for other in (upper, upper[::-1]):
        over = onto(own, other, True)
        if apart(own, [over(p) for p in other]) <= _NEAR + abs(long(own) - long(other)):
            left = is_left(own, net_of(hand, under[0]))
            image = placed(net_of(hand, top[0]), over)
            if folded or is_left(own, image) == left:
                return over
    return None


def is_left(line: Sequence[Point], area: Area) -> bool:
    """Whether an area lies on the left of a seam."""
    middle, way = at_length(line, long(line) / 2)
    near = area.intersection(area_of([middle + 30 * z for z in (1, 1j, -1, -1j)]))
    centre = centre_of(area if near.is_empty else near)
    return ((centre - middle) * way.conjugate()).imag > 0


def net_of(hand: Hand, places: dict[Sheet, Placement]) -> Area:
    """What a group covers at finished size."""
    return together(placed(hand.net(each), place) for each, place in places.items())


def _half(own: Sequence[Point], other: Sequence[Point]) -> complex:
    """From the fold of one piece to the side that lies below."""
    p, q = at_length(own, long(own) / 2)[0], at_length(other, long(other) / 2)[0]
    return p - q


def folded(layers: list[Layer], line: Sequence[Point], half: complex, top: bool) -> list[Layer]:
    """Of one piece that is folded on itself, the half that is below, or the other turned over."""
    if not half:
        return layers
    middle, way = at_length(line, long(line) / 2)[0] - half / 2, unit(half)
    corners = (-1j, 1j, 1j + 1, 1 - 1j)
    side = area_of([middle + way * each * _FAR for each in corners])
    return [Layer(each.sheet, each.area.intersection(side)) for each in layers]
