"""What a message proposes instead of a value that is refused: a bound that the value's own limits allow."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from typing import TypedDict, Unpack

from bagpattern.errors import Problem
from bagpattern.parameter import Parameter
from bagpattern.parameters import declarations
from bagpattern.ruler import marked
from bagpattern.said import Length, Name, Proposed, Rounding, Said, Scale
from bagpattern.units import has_mark
from bagpattern.values import value
from bagpattern.words import at_least, at_most, choose, series, words

NOTHING_DOES = words("no value that it may have would do")
"""Where a part or style knows no better advice."""


class Bounds(TypedDict, total=False):
    """What ``make_it`` takes."""

    least: float
    most: float
    otherwise: Said
    zero: bool


@value
class Given:
    """A parameter ``key`` of a part by which a maker sets one direction of a space: its value in mm, None if open."""

    of: object
    key: str
    value: float | None


def make_it(
    of: object,
    key: str,
    *,
    least: float = -math.inf,
    most: float = math.inf,
    otherwise: Said = NOTHING_DOES,
    zero: bool = False,
) -> Said:
    """'make it at most 80 mm', 'make it at least 20 mm', 'choose 20 to 80 mm'; *otherwise* where nothing would do.

    The bounds, in mm, are held to the limits of the parameter *key* of *of*: see ``within``. With *zero* 0 mm would do
    as well.
    """
    found = within(of, key, least=least, most=most)
    if found is None:
        return words("make it {0 mm}") if zero else otherwise
    low, high = found
    if zero and math.isfinite(least):
        return _least(words("make it {0 mm}, or {bound}", bound=at_least(low)), low, key)
    if math.isfinite(least) and math.isfinite(most):
        return chosen(low, high, getattr(of, key, None) or 0.0, key)
    if math.isfinite(least):
        return _least(words("make it {bound}", bound=at_least(low)), low, key)
    return _most(words("make it {bound}", bound=at_most(high)), high, key)


def either(mend: Said, other: Said) -> Said:
    """'make it at most 80 mm, or take another'; the *other* way alone where the first is empty."""
    return words("{mend}, or {other}", mend=mend, other=other) if mend else other


def chosen(low: float, high: float, now: float, key: str = "", scale: Scale = Scale.MM) -> Proposed:
    """'choose 12.5 to 30 mm', which proposes the end that is nearer to the value *now*, all in mm.

    It is for the value that is refused, or for the parameter *key* beside it.
    """
    bound = Length(high, scale, Rounding.DOWN) if now > high else Length(low, scale, Rounding.UP)
    return Proposed(choose(low, high, scale), bound, key)


def at_mark(said: Said, mm: float) -> Proposed:
    """Words that name a place or a size in mm which would do for the value that is refused, rounded as they have it."""
    return Proposed(said, Length(mm))


def _least(said: Said, bound: float, key: str) -> Proposed:
    return Proposed(said, Length(bound, rounding=Rounding.UP), key)


def _most(said: Said, bound: float, key: str) -> Proposed:
    return Proposed(said, Length(bound, rounding=Rounding.DOWN), key)


def within(of: object, key: str, *, least: float = -math.inf, most: float = math.inf) -> tuple[float, float] | None:
    """These bounds in mm, held to the limits of the parameter *key* of the part, table or style *of*, or of its class.

    None where there is no mark between them on a ruler in 1/16 in.
    """
    low, high = limits(of, key)
    low, high = max(least, low), min(most, high)
    return (low, high) if has_mark(low, high) else None


def would_fit(fault: Said, near: Mapping[str, float], otherwise: Said) -> Said:
    """What is wrong, and the values in mm, by parameter, any one of which would fit; *otherwise* where none would."""
    if not near:
        return words("{fault}: {otherwise}", fault=fault, otherwise=otherwise)
    each = (
        Proposed(words("a {key} of {size}", key=Name(key), size=Length(size)), Length(size), key)
        for key, size in near.items()
    )
    mends = series(each, " or ")
    return words("{fault}: it would fit with {mends}", fault=fault, mends=mends)


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


def sized(size: object, key: str, fault: Said, **bounds: Unpack[Bounds]) -> Problem:
    """The problem of one of a style's dimensions, which *size* declares, with what would do: see ``make_it``."""
    return Problem(f"dimensions.{key}", words("{fault}: {mend}", fault=fault, mend=make_it(size, key, **bounds)))


def given(of: object, key: str) -> Given:
    """What a maker gives for one parameter of a part; nothing where the part has none of that name."""
    return Given(of, key, getattr(of, key, None))
