"""Lengths as people write them. Everything inside the package is millimetres, as float."""

from __future__ import annotations

import re
from fractions import Fraction

MILLIMETRES = {
    "mm": Fraction(1),
    "cm": Fraction(10),
    "m": Fraction(1000),
    "in": Fraction(254, 10),
    '"': Fraction(254, 10),
    "ft": Fraction(3048, 10),
}

_NUMBER = r"\d+(?:\.\d+)?|\.\d+"
_LENGTH = re.compile(
    rf"\s*(?P<sign>[-+]?)\s*(?:(?:(?P<whole>\d+)[\s-]+)?(?P<over>\d+)\s*/\s*(?P<under>\d+)|(?P<number>{_NUMBER}))"
    r"\s*(?P<unit>[a-zA-Z\"″”]+)\s*"
)
_COMMA = re.compile(r"(\d),(\d)")
_BARE = re.compile(rf"\s*[-+]?(?:{_NUMBER}|\d+\s*/\s*\d+)\s*")
_ADVICE = 'write a length with its unit, such as "24 cm", "250 mm" or "9 1/2 in"'


def parse_length(text: str) -> float:
    """The length in mm.

    Exact until the last step, so that "9 1/2 in" and "241.3 mm" are the same float.
    Raises ValueError, with advice, for anything else than a number (or fraction) and a known unit.
    """
    if _COMMA.search(text):
        with_point = _COMMA.sub(r"\1.\2", text)
        raise ValueError(f"{text!r} has a decimal comma; write it with a point: {with_point!r}")
    if _BARE.fullmatch(text):
        raise ValueError(f'{text!r} has no unit; write "{text.strip()} mm", or cm, m, in, ft')
    match = _LENGTH.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is not a length; {_ADVICE}")
    unit = match["unit"].lower().replace("″", '"').replace("”", '"')
    if unit not in MILLIMETRES:
        raise ValueError(f"{text!r} has the unknown unit {match['unit']!r}; use mm, cm, m, in or ft")
    return float(_amount(match, text) * MILLIMETRES[unit]) * (-1 if match["sign"] == "-" else 1)


def _amount(match: re.Match[str], text: str) -> Fraction:
    if match["number"] is not None:
        return Fraction(match["number"])
    if int(match["under"]) == 0:
        raise ValueError(f"{text!r} divides by zero; {_ADVICE}")
    return int(match["whole"] or 0) + Fraction(int(match["over"]), int(match["under"]))


def exact(millimetres: float) -> str:
    """The length as text that parses back to the very same float: what settings are stored as."""
    return f"{millimetres:.0f} mm" if millimetres == round(millimetres) else f"{millimetres!r} mm"


def number(value: float, decimals: int = 1) -> str:
    """A number as a person writes it: at most *decimals* places, no trailing zeros, no minus zero."""
    text = f"{value:.{decimals}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def millimetres(value: float) -> str:
    """'12.5 mm': how lengths are printed."""
    return f"{number(value)} mm"


def centimetres(value: float) -> str:
    """'24.5 cm': how lengths to buy are printed."""
    return f"{number(value / 10)} cm"
