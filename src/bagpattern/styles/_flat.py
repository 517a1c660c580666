"""What bags without depth share: what cannot be made of their sizes, and their finished size."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from bagpattern.catalog.items import Item
from bagpattern.errors import Problem, raise_together
from bagpattern.geometry.path import Path
from bagpattern.geometry.segments import Straight
from bagpattern.lengths import between, over, under
from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Finished, Measured, Where
from bagpattern.model.space import Cloth
from bagpattern.parts.bodies.flat import pillow_volume
from bagpattern.parts.holding.contents import Wanted, wanted
from bagpattern.parts.sewing.in_one import edges_of
from bagpattern.proposals import sized
from bagpattern.said import Length
from bagpattern.styles._lean import lean_problem
from bagpattern.styles._orientation import BEST, LYING, STANDING, orientation_problems
from bagpattern.words import words

LEAST_RIM, MOST_RIM = 0.6, 1.6
"""Of the width below: sides that lean more make no bag [K]."""


LAID_FLAT = Measured(Where.FLAT, Where.FLAT, Where.FLAT)
HALF_FULL = 0.5
"""Of its volume: a flat bag that is filled to a pillow holds nothing else, and does not close well [K]."""


_PREFERRED: dict[str, Callable[[Wanted], float]] = {
    LYING: lambda each: each.width,
    STANDING: lambda each: -each.width,
    BEST: lambda each: -each.width * each.height,
}
"""What is to be the most of a sleeve, by its orientation."""


class Size(NamedTuple):
    """Across and up a flat bag, finished, in mm."""

    width: float
    height: float


def flat_size(
    given: tuple[float | None, float | None],
    held: Sequence[Item],
    inset: float,
    radius: float,
    usual: Size,
    orientation: str | None,
    least_rim: Callable[[float], float],
) -> Size:
    """The sizes that are *given*, else those that a sleeve for what is *held* needs, else the *usual* ones.

    Things lie on their long sides unless the *orientation* says otherwise, their ease counted [construction 4.1]; the
    lining lies *inset* mm inside the shell. Their square corners touch lower corners of this *radius* at the middle of
    the arc. *least_rim* is how wide the bag has to be to open so many mm. Raises InputError for an orientation where no
    size is left out.
    """
    width, height = given
    left_out = words("leave out dimensions.width or dimensions.height")
    raise_together(
        orientation_problems(
            orientation,
            None in given and bool(held),
            words("{left_out} and say what it holds", left_out=left_out),
        )
    )
    room = (each and each - 2 * inset for each in given)
    best = max(wanted(held, Cloth.SLEEVE, False, *room), key=_PREFERRED[orientation or LYING], default=None)
    if best is not None:
        aside = inset + (1 - math.sqrt(0.5)) * radius
        usual = Size(max(best.width + 2 * aside, least_rim(best.mouth)), best.height + aside)
    return Size(usual.width if width is None else width, usual.height if height is None else height)


def flat_problems(
    size: object, width: float, height: float, radius: float, rim: float | None, least: float
) -> Iterator[Problem]:
    """Every reason why there is no such panel; *least* mm is the tightest corner that turns the allowance.

    *size* declares ``bottom_radius`` and ``rim``.
    """
    most = min(width, width if rim is None else rim, height) * (0.5 if rim is None else 0.4)
    if over(radius, most):
        yield sized(size, "bottom_radius", words("leaves no straight base or side"), most=most)
    elif radius > 0 and under(radius, least):
        fault = words("{radius} is tighter than the allowance", radius=Length(radius))
        yield sized(size, "bottom_radius", fault, least=least, most=most, zero=True)
    if rim is not None and not between(rim, LEAST_RIM * width, MOST_RIM * width):
        yield lean_problem(size, "rim", rim, width, LEAST_RIM, MOST_RIM)


def flat_finished(draft: Draft, rise: float = 0.0, height_at: Where = Where.UPRIGHT) -> Finished:
    """Measured between the sides of the front, run on to the base; the most that the bag holds when it bulges.

    *rise* mm of the front are taken up by what closes its rim; *height_at* is how its height is measured then. Where
    its sides lean its width is that of its base.
    """
    sides = {
        name: [edge.path for edge in edges_of(draft, "front", name)] for name in ("bottom", "right", "top", "left")
    }
    level = min(at.imag for paths in sides.values() for path in paths for at in path.flat)
    height = max(at.imag for path in sides["top"] for at in path.flat) - level - rise
    width = _crossing(sides["right"], level) - _crossing(sides["left"], level)
    rim = sum(path.length for path in sides["top"])
    return Finished(
        width,
        height,
        0.0,
        pillow_volume((width + rim) / 2, height),
        measured=LAID_FLAT._replace(
            width=Where.BASE if over(abs(rim - width), 0.0) else LAID_FLAT.width,
            height=LAID_FLAT.height if height_at is Where.UPRIGHT else height_at,
        ),
        fullness=HALF_FULL,
    )


def _crossing(side: list[Path], level: float) -> float:
    """Where the straight stretch of a side, run on, meets a level."""
    straight = max((each for path in side for each in path.segments if isinstance(each, Straight)), key=_length)
    slope = (straight.end - straight.start).real / (straight.end - straight.start).imag
    return straight.start.real + (level - straight.start.imag) * slope


def _length(segment: Straight) -> float:
    return segment.length
