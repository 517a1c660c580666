"""The numbers of an SVG, each within bounds: coordinates, the flags of arcs, sizes."""

from __future__ import annotations

import re

from bagpattern.errors import quoted
from bagpattern.said import Name
from bagpattern.words import words

FARTHEST = 1_000_000
"""Units from nought: what is farther is a mistake, and in reach of no drawing."""
_WRITTEN = r"([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)"
_NUMBER = re.compile(rf"[\s,]*{_WRITTEN}", re.ASCII), words("is not made of numbers alone")
_FLAG = re.compile(r"[\s,]*([01])"), words("has a flag of an arc that is neither 0 nor 1")
_LATER = re.compile(r"[\s,]*\Z")
_SIZE = re.compile(rf"\s*{_WRITTEN}\s*([a-zA-Z%]*)\s*", re.ASCII)
_PIXELS = {"mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "pt": 4 / 3, "pc": 16.0}
"""Units of SVG, in its pixels [www.w3.org/TR/css-values-3]."""


def numbers_in(text: str, turn: int = 1, flags: tuple[int, ...] = ()) -> list[float]:
    """Numbers parted by blanks or commas; of every *turn* of them those at *flags* are single digits, 0 or 1.

    Raises ValueError for anything else, and for a number beyond FARTHEST.
    """
    found, at = list[float](), 0
    while not _LATER.match(text, at):
        kind, wrong = _FLAG if len(found) % turn in flags else _NUMBER
        here = kind.match(text, at)
        if not here:
            raise ValueError(words("{text} {wrong}", text=quoted(text[:40]), wrong=wrong))
        found.append(within(float(here[1]), here[1]))
        at = here.end()
    return found


def within(number: float, written: str = "") -> float:
    """The number. Raises ValueError for what is not finite or beyond FARTHEST."""
    if not abs(number) <= FARTHEST:
        raise ValueError(
            words(
                "has the number {number}: write none beyond {farthest}",
                number=Name(written[:40] or str(number)),
                farthest=FARTHEST,
            )
        )
    return number


def size(text: str) -> float:
    """A number of pixels. Raises ValueError for other units, with what to write."""
    found = _SIZE.fullmatch(text)
    if not found:
        raise ValueError(words("says no size: {text}", text=quoted(text)))
    number, unit = within(float(found[1]), found[1]), found[2].lower()
    if unit in _PIXELS:
        raise ValueError(
            words(
                "has the size {text}: write it without a unit, {given}",
                text=quoted(text),
                given=Name(f"{number * _PIXELS[unit]:.6g}"),
            )
        )
    if unit not in ("", "px"):
        raise ValueError(
            words("has the size {text}: write it without a unit, as a number of pixels", text=quoted(text))
        )
    return number
