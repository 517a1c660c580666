"""What the corners of a wedge leave room for, and how large one is for what it holds."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from bagpattern.catalog.items import Item
from bagpattern.errors import Problem
from bagpattern.geometry.points import turn, unit
from bagpattern.geometry.segments import Straight
from bagpattern.geometry.shapes import Sides
from bagpattern.lengths import between, over, under
from bagpattern.parts.bodies.body import Hollow
from bagpattern.parts.bodies.wedges import WedgeFace
from bagpattern.parts.closures import JOIN
from bagpattern.parts.holding.arranging import best
from bagpattern.parts.holding.contents import main_space
from bagpattern.parts.sewing.clearing import STEP, down_from, first_that, up_from
from bagpattern.proposals import sized
from bagpattern.styles._bag import Bag
from bagpattern.styles._faced import corner_radius, flat_radius
from bagpattern.words import words

MOST_TIP = 0.5
"""Of the side across from it, at the most: with more it is a box, and no wedge [K]."""
USUAL, LEAST, MOST = 220.0, 100.0, 500.0
"""mm along a tube: usually, and the limits of that."""
LOPSIDED = 1.6
"""Times as long as along the other tube, at the most: the zip would no longer lie across the corner [K]."""
LEVEL = 10.0
"""mm of tip and of top between their corners, at the least, so that the band is matched there [K]."""
UPRIGHT = 2 * JOIN + LEVEL
"""mm of both sides between their corners, at the least: the zip ends there."""


class Tubes(Protocol):
    """Sizes of a wedge, of which the one along the left tube may be left open."""

    @property
    def left(self) -> float | None:
        """mm from where both tubes meet."""
        ...


def is_wedge(face: WedgeFace) -> bool:
    """Whether neither side is too long beside the other."""
    return between(face.right, face.left / LOPSIDED, face.left * LOPSIDED)


def lopsided(asked: Tubes, face: WedgeFace, of_right: Callable[[float], WedgeFace]) -> Problem:
    """What is wrong with the right side beside a left one that may follow it: *of_right* is the face with another."""
    least, most = face.left / LOPSIDED, face.left * LOPSIDED
    if asked.left is not None:
        return sized(asked, "right", words("leaves no wedge"), least=least, most=most)
    longer = under(face.right, least)
    nearer = up_from(face.right, most) if longer else down_from(face.right, least)
    found = first_that(lambda right: is_wedge(of_right(right)), nearer)
    if found is None:
        return Problem("dimensions.right", words("leaves no wedge: leave it out, or give dimensions.left, too"))
    if longer:
        return sized(asked, "right", words("leaves no wedge"), least=found)
    return sized(asked, "right", words("leaves no wedge"), most=found)


def straights(sides: Sides) -> tuple[float, float]:
    """mm above the tip between which both sides run straight."""
    found = [next(each for each in path.segments if isinstance(each, Straight)) for path in (sides.left, sides.right)]
    ends = [sorted((each.start.imag, each.end.imag)) for each in found]
    return max(low for low, _ in ends), min(high for _, high in ends)


def most_corner(face: WedgeFace) -> float:
    """mm of the largest radius of all corners that leaves every side some straight; 0 where the cut leaves no face."""
    if not under(face.tip, face.top):
        return 0.0
    corners = face.corners()
    ways = [unit(corners[(number + 1) % 4] - corners[number]) for number in range(4)]
    reach = [math.tan(turn(ways[number - 1], ways[number]) / 2) for number in range(4)]
    room = [abs(corners[(number + 1) % 4] - corners[number]) for number in range(4)]
    least = (LEVEL, UPRIGHT, LEVEL, UPRIGHT)
    fits = ((room[n] - least[n]) / (reach[n] + reach[(n + 1) % 4]) for n in range(4))
    return max(min(fits), 0.0)


def flat_corner(bag: Bag, face: WedgeFace) -> float:
    """mm of the radius by rule: the cloth lies flat in it, where it fits; square where none can be turned."""
    by_rule = corner_radius(None, min(face.top, face.high), flat_radius(bag))
    most = most_corner(face) // STEP * STEP
    least = bag.workshop.seam_allowance + bag.lining.inset_for(bag.workshop)
    return min(by_rule, most) if most >= least else 0.0


def beside_tube(face: WedgeFace) -> float:
    """mm of the shorter side on which straps lie: between its corners, and below where the zip ends by rule."""
    sides = face.sides()
    found = [next(each for each in path.segments if isinstance(each, Straight)) for path in (sides.left, sides.right)]
    return min(each.length for each in found) - JOIN


def along_tubes(
    face: Callable[[float], WedgeFace], room: tuple[float, float, float], held: Sequence[Item], beside: float
) -> float:
    """mm along the tube for what is *held*, or the usual, and for straps that take *beside* mm of either side.

    *room* is the depth, how far in the lining lies, and how high the wedge is to be at the least. The most where what
    is held goes into none.
    """
    depth, inset, high = room

    def goes_in(made: WedgeFace) -> bool:
        hollow = Hollow(made.smaller(inset).sides().closed, depth - 2 * inset)
        found = best(main_space(hollow, made.top - 2 * inset, tuple(held)), held)
        return not held or (found is not None and not found.wanting)

    def does(left: float) -> bool:
        made = face(left)
        shaped = not over(made.tip, MOST_TIP * made.top) and not under(made.high, high)
        fits = shaped and not under(most_corner(made), made.radius)
        return fits and not under(beside_tube(made), beside) and goes_in(made)

    return first_that(does, [*up_from(LEAST if held else USUAL, MOST)]) or (MOST if held else USUAL)


def corner_problems(size: object, face: WedgeFace, least: float) -> Iterator[Problem]:
    """Corners tighter than *least* mm, or too large; where no radius is neither, they are square."""
    most = most_corner(face)
    if face.radius and under(face.radius, least):
        yield sized(size, "radius", words("is tighter than the allowance"), least=least, most=most, zero=True)
    elif over(face.radius, most):
        low = least if under(most, least) else -math.inf
        yield sized(size, "radius", words("does not fit the tip and the sides"), least=low, most=most, zero=True)
