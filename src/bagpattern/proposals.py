"""What a message proposes instead of a value that is refused: a bound that the value's own limits allow."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from enum import Enum, auto
from typing import TypedDict, Unpack

from bagpattern.errors import Problem
from bagpattern.parameters import Parameter, declarations
from bagpattern.units import at_least, at_most, choose, has_mark, marked, millimetres
from bagpattern.values import value

NOTHING_DOES = "no value that it may have would do"
"""Where a part or style knows no better advice."""


class Cure(Enum):
    """What a proposal asks for."""

    LEAST = auto()
    MOST = auto()
    BETWEEN = auto()
    ZERO = auto()
    OTHERWISE = auto()
    """Something else: no value of the parameter would do."""


@value
class Mend:
    """A proposal: what it asks for, and its words, which are its text."""

    cure: Cure
    words: str

    def __str__(self) -> str:
        return self.words


class Bounds(TypedDict, total=False):
    """What ``make_it`` takes."""

    least: float
    most: float
    otherwise: str
    zero: bool


@value
class Given:
    """A parameter by which a maker sets one direction of a space: its key and its value in mm, None if left open.

    ``most`` is the most that it may be, in mm.
    """

    key: str
    value: float | None
    most: float = math.inf


def make_it(
    of: object,
    key: str,
    *,
    least: float = -math.inf,
    most: float = math.inf,
    otherwise: str = NOTHING_DOES,
    zero: bool = False,
    what: str = "it",
) -> Mend:
    """'make it at most 80 mm', 'make it at least 20 mm', 'choose 20 to 80 mm'; *otherwise* where nothing would do.

    The bounds, in mm, are held to the limits of the parameter *key* of the part, table or style *of* (an instance or
    its class), and there has to be a mark between them on a ruler in 1/16 in. With *zero* 0 mm would do as well.
    *what* is to be made so long, where that is not the thing that the message is about.
    """
    low, high = limits(of, key)
    low, high, both = max(least, low), min(most, high), math.isfinite(least) and math.isfinite(most)
    if not has_mark(low, high):
        return Mend(Cure.ZERO, f"make {what} 0 mm") if zero else Mend(Cure.OTHERWISE, otherwise)
    if zero and math.isfinite(least):
        return Mend(Cure.LEAST, f"make {what} 0 mm, or {at_least(low)}")
    if both:
        return Mend(Cure.BETWEEN, choose(low, high))
    if math.isfinite(least):
        return Mend(Cure.LEAST, f"make {what} {at_least(low)}")
    return Mend(Cure.MOST, f"make {what} {at_most(high)}")


def would_fit(fault: str, near: Mapping[str, float], otherwise: str) -> str:
    """What is wrong, and the values in mm, by parameter, any one of which would fit; *otherwise* where none would."""
    mends = [f"a {key} of {millimetres(size)}" for key, size in near.items()]
    return f"{fault}: it would fit with {' or '.join(mends)}" if mends else f"{fault}: {otherwise}"


def tellable(of: object, key: str, fits: Callable[[float], bool]) -> Callable[[float], bool]:
    """Whether a value in mm *fits* that the parameter may have, as it is and as a maker who reads inches writes it."""
    low, high = limits(of, key)
    return lambda value: all(low <= each <= high and fits(each) for each in (value, marked(value)))


def limits(of: object, key: str) -> tuple[float, float]:
    """The least and the most of a parameter of a part, table or style; infinite where it has none."""
    kind = of if isinstance(of, type) else type(of)
    declared = declarations(kind).get(key) if is_dataclass(kind) else None
    if not isinstance(declared, Parameter) or declared.least is None or declared.most is None:
        return -math.inf, math.inf
    return declared.least, declared.most


def sized(size: object, key: str, fault: str, **bounds: Unpack[Bounds]) -> Problem:
    """The problem of one of a style's dimensions, which *size* declares, with what would do: see ``make_it``."""
    return Problem(f"dimensions.{key}", f"{fault}: {make_it(size, key, **bounds)}")


def given(of: object, key: str) -> Given:
    """What a maker gives for one parameter of a part, and its limit; nothing where the part has none of that name."""
    return Given(key, getattr(of, key, None), limits(of, key)[1])
