"""Lengths as people write them. Everything inside the package is millimetres, as float."""

from __future__ import annotations

import re
from fractions import Fraction

from bagpattern.errors import quoted

MILLIMETRES = {
    "mm": Fraction(1),
    "cm": Fraction(10),
    "m": Fraction(1000),
    "in": Fraction(254, 10),
    '"': Fraction(254, 10),
    "ft": Fraction(3048, 10),
}

_NUMBER = r"[0-9]+(?:\.[0-9]+)?|\.[0-9]+"
_LENGTH = re.compile(
    rf"\s*(?P<sign>[-+]?)\s*(?:(?:(?P<whole>[0-9]+)[\s-]+)?(?P<over>[0-9]+)\s*/\s*(?P<under>[0-9]+)|(?P<number>{_NUMBER}))"
    r"\s*(?P<unit>[a-zA-Z\"″”]+)\s*"
)
_COMMA = re.compile(r"([0-9]),([0-9])")
_BARE = re.compile(rf"\s*[-+]?\s*(?:{_NUMBER}|(?:[0-9]+[\s-]+)?[0-9]+\s*/\s*[0-9]+)\s*")
_VULGAR = str.maketrans({"¼": " 1/4", "½": " 1/2", "¾": " 3/4", "⅛": " 1/8", "⅜": " 3/8", "⅝": " 5/8", "⅞": " 7/8"})
_ADVICE = 'write a length with its unit, such as "24 cm", "250 mm" or "9 1/2 in"'
_LONGEST_TEXT = 400
_LONGEST_LENGTH = 10**7
"""10 km: beyond it no limit of a parameter needs to speak."""


def parse_length(text: str) -> float:
    """The length in mm.

    Exact until the last step, so that "9 1/2 in" and "241.3 mm" are the same float.
    Raises ValueError, with advice, for anything else than a number (or fraction) and a known unit.
    """
    plain = text.translate(_VULGAR)
    match = _LENGTH.fullmatch(plain) if len(plain) <= _LONGEST_TEXT else None
    if match is None:
        raise ValueError(_why_no_length(text, plain))
    unit = match["unit"].lower().replace("″", '"').replace("”", '"')
    if unit not in MILLIMETRES:
        raise ValueError(f"{quoted(text)} has the unknown unit {quoted(match['unit'])}; use mm, cm, m, in or ft")
    length = _amount(match, text) * MILLIMETRES[unit]
    if length > _LONGEST_LENGTH:
        raise ValueError(f"{quoted(text)} is far too long for any bag")
    return float(-length if match["sign"] == "-" else length)


def _why_no_length(text: str, plain: str) -> str:
    if len(plain) > _LONGEST_TEXT:
        return f"{quoted(text)} is not a length; {_ADVICE}"
    if _COMMA.search(plain):
        with_point = _COMMA.sub(r"\1.\2", text)
        return f"{quoted(text)} has a decimal comma; write it with a point: {quoted(with_point)}"
    if _BARE.fullmatch(plain):
        return f'{quoted(text)} has no unit; write "{text.strip()} mm", or cm, m, in, ft'
    return f"{quoted(text)} is not a length; {_ADVICE}"


def _amount(match: re.Match[str], text: str) -> Fraction:
    if match["number"] is not None:
        return Fraction(match["number"])
    if int(match["under"]) == 0:
        raise ValueError(f"{quoted(text)} divides by zero; {_ADVICE}")
    return int(match["whole"] or 0) + Fraction(int(match["over"]), int(match["under"]))


def exact(millimetres: float) -> str:
    """The length as text that parses back to the very same float: what settings are stored as."""
    if millimetres == round(millimetres):
        return f"{millimetres + 0.0:.0f} mm"
    shortest = repr(millimetres)
    if "e" in shortest:  # below 0.0001 mm: no preset holds it, but what is written must read back all the same
        from decimal import Decimal

        shortest = f"{Decimal(shortest):f}"
    return f"{shortest} mm"


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
