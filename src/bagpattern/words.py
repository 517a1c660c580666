"""How what is said is written down: forms with gaps, lists, sizes, bounds.

A gap such as {6 mm}, {30 x 30 mm} or {45 to 50 mm} is a length of its own accord, told in the maker's units.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from bagpattern.said import (
    NOTHING,
    Counted,
    Figure,
    Length,
    Lengths,
    Rounding,
    Said,
    Scale,
    Series,
    Words,
)

FIGURES = "|"
"""The joint of figures without a unit, which languages tell apart from their decimals."""


def form(text: str) -> str:
    """Marks a form that is kept in a table and said elsewhere, so that the message catalogues have it."""
    return text


def words(form: str, **gaps: Said | int) -> Words:
    """What is printed on a pattern, refused or found, and translated: every form stands in the message catalogues.

    Raises ValueError for a gap that is not filled, or for something that fits no gap.
    """
    wanted = {name for _, name in divided(form) if name and not name[0].isdigit()}
    if wanted != gaps.keys():
        raise ValueError(f"{form!r} has the gaps {sorted(wanted)}, not {sorted(gaps)}")
    return Words(
        form,
        tuple((name, Figure(each) if isinstance(each, int) else each) for name, each in gaps.items()),
    )


def counted(one: str, many: str, count: int, **gaps: Said | int) -> Counted:
    """As ``words``, in one of two forms, whose gap ``count`` is the count itself."""
    filled = words(many, count=count, **gaps).gaps if "{count}" in many else words(many, **gaps).gaps
    return Counted(one, many, count, filled)


def series(parts: Iterable[Said], joint: str = " ") -> Said:
    """All that is not empty, one after the other."""
    said = tuple(each for each in parts if each)
    return said[0] if len(said) == 1 else Series(said, joint) if said else NOTHING


def sentences(*parts: Said) -> Said:
    """Sentences after each other; empty ones are left out."""
    return series(parts)


def figures(parts: Iterable[Said]) -> Said:
    """Figures after each other: '12.5, 30'."""
    return series(parts, FIGURES)


def extent(*lengths: float, scale: Scale = Scale.MM, times: str = " x ") -> Lengths:
    """'220 x 260 mm'."""
    return Lengths(tuple(Length(each, scale) for each in lengths), times)


def between(low: float, high: float, scale: Scale = Scale.MM) -> Lengths:
    """'20 to 80 mm'."""
    return Lengths((Length(low, scale), Length(high, scale)), " to ")


def trade(mm: float) -> Length:
    """The size of hardware, webbing, tape or cord: '20 mm', or '3/4 in', by which a shop sells the same thing."""
    return Length(mm, Scale.TRADE)


def at_least(mm: float) -> Words:
    """'at least 12.5 mm': a bound that a maker may follow to the letter, rounded to the side on which it holds."""
    return words("at least {length}", length=Length(mm, rounding=Rounding.UP))


def at_most(mm: float) -> Words:
    """'at most 12.5 mm', likewise."""
    return words("at most {length}", length=Length(mm, rounding=Rounding.DOWN))


def choose(least: float, most: float, scale: Scale = Scale.MM) -> Words:
    """'choose 12.5 to 30 mm': both ends rounded inward."""
    ends = (Length(least, scale, Rounding.UP), Length(most, scale, Rounding.DOWN))
    return words("choose {lengths}", lengths=Lengths(ends, " to "))


_GAP = re.compile(r"\{([^{}]*)\}")


@lru_cache(maxsize=4096)
def divided(form: str) -> tuple[tuple[str, str], ...]:
    """A form as pairs: some text, and the name of the gap after it; none after the last."""
    parts = _GAP.split(form)
    return tuple(zip(parts[::2], [*parts[1::2], ""], strict=True))


_JOINTS = (" x ", " to ", " or ", " and ", " + ", " \N{MULTIPLICATION SIGN} ")
_PER_UNIT = {"mm": (1.0, Scale.MM), "cm": (10.0, Scale.CM), "m": (1000.0, Scale.SHOP)}


@lru_cache(maxsize=512)
def literal(gap: str) -> Length | Lengths:
    """The length that a gap such as {6 mm}, {30 x 30 mm} or {45 to 50 mm} is. Raises ValueError for any other."""
    figures, _, unit = gap.rpartition(" ")
    if unit not in _PER_UNIT:
        raise ValueError(f"{{{gap}}} is no length")
    each_mm, scale = _PER_UNIT[unit]
    joint = next((each for each in _JOINTS if each in figures), "")
    lengths = tuple(Length(float(each) * each_mm, scale) for each in (figures.split(joint) if joint else [figures]))
    return Lengths(lengths, joint) if joint else lengths[0]
