"""Lengths as people write them. Everything inside the package is millimetres, as float.

``Units`` are how a length is told to a maker; what is said with it is a value of ``words``, told by ``language``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import NamedTuple

from bagpattern.errors import quoted
from bagpattern.misread import ADVICE, LONGEST_TEXT, NUMBER, VULGAR, known_units, why_no_length
from bagpattern.ruler import INCH, PARTS, fraction, in_words, sixteenths, trade_size
from bagpattern.said import Length, Rounding, Scale
from bagpattern.values import value
from bagpattern.words import words

_TENTHS = {"mm": 10, "cm": 100, "m": 10_000, "in": 254, '"': 254, "ft": 3048}
"""Of a millimetre: whole numbers, so that a length is exact until the last step."""
MILLIMETRES = {unit: tenths / 10 for unit, tenths in _TENTHS.items()}

_LENGTH = re.compile(
    rf"\s*(?P<sign>[-+]?)\s*(?:(?:(?P<whole>[0-9]+)[\s-]+)?(?P<over>[0-9]+)\s*/\s*(?P<under>[0-9]+)|(?P<number>{NUMBER}))"
    r"\s*(?P<unit>[a-zA-Z\"″”]+)\s*"
)
LENGTH_PATTERN = (
    rf"^\s*[-+]?\s*(?:(?:{NUMBER})|(?:[0-9]+[\s-]+)?[0-9]+\s*/\s*[0-9]+|(?:[0-9]+[\s-]*)?[¼½¾⅛⅜⅝⅞])"
    r"\s*(?:[mM][mM]|[cC][mM]|[mM]|[iI][nN]|[fF][tT]|[\"″”])\s*$"
)
"""A regular expression, in the form that JavaScript and others know too, for what ``parse_length`` takes."""
_OUNCE = 28.349523125  # g
_HEAVY = 100.0  # g
_LONGEST_LENGTH = 10**7
"""10 km: beyond it no limit of a parameter needs to speak."""


def parse_length(text: str) -> float:
    """The length in mm.

    Exact until the last step, so that "9 1/2 in" and "241.3 mm" are the same float.
    Raises ValueError, with advice, for anything else than a number (or fraction) and a known unit.
    """
    plain = text.translate(VULGAR)
    match = _LENGTH.fullmatch(plain) if len(plain) <= LONGEST_TEXT else None
    if match is None:
        raise ValueError(why_no_length(text, plain))
    unit = match["unit"].lower().replace("″", '"').replace("”", '"')
    if unit not in MILLIMETRES:
        raise ValueError(
            words(
                "{text} has the unknown unit {unit}; {advice}",
                text=quoted(text),
                unit=quoted(match["unit"]),
                advice=known_units(text, unit),
            )
        )
    over, under = _amount(match, text)
    tenths = over * _TENTHS[unit]
    if tenths > 10 * _LONGEST_LENGTH * under:
        raise ValueError(words("{text} is far too long for any bag", text=quoted(text)))
    return (-tenths if match["sign"] == "-" else tenths) / (10 * under)


def _amount(match: re.Match[str], text: str) -> tuple[int, int]:
    """The number as a fraction: over, under."""
    if match["number"] is not None:
        whole, _, decimals = match["number"].partition(".")
        return int(whole + decimals), 10 ** len(decimals)
    under = int(match["under"])
    if under == 0:
        raise ValueError(words("{text} divides by zero; {advice}", text=quoted(text), advice=ADVICE))
    return int(match["whole"] or 0) * under + int(match["over"]), under


class ExactLength(str):
    """A length as text that parses back to the very same float, ``mm``: settings tell by it that it is no name."""

    mm: float
    sold: bool
    """Whether it is a size of hardware, which shops tell in their own way: 3/4 in for 20 mm."""

    def __new__(cls, mm: float, sold: bool = False) -> ExactLength:
        """'241.3 mm'."""
        made = super().__new__(cls, f"{_in_full(mm)} mm")
        made.mm, made.sold = mm, sold
        return made

    def __reduce__(self) -> tuple[type[ExactLength], tuple[float, bool]]:
        return ExactLength, (self.mm, self.sold)


def exact(mm: float, sold: bool = False) -> ExactLength:
    """The length as text that parses back to the very same float: what settings are stored as."""
    return ExactLength(mm, sold)


def _in_full(figure: float) -> str:
    """With all decimals, and no exponent."""
    if figure == round(figure):
        return f"{figure + 0.0:.0f}"
    shortest = repr(figure)
    if "e" in shortest:  # below 0.0001 mm: no preset holds it, but what is written must read back all the same
        from decimal import Decimal

        shortest = f"{Decimal(shortest):f}"
    return shortest


def number(value: float, decimals: int = 1) -> str:
    """A number as a person writes it: at most *decimals* places, no trailing zeros, no minus zero."""
    text = f"{value:.{decimals}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def has_mark(least: float, most: float) -> bool:
    """Whether a maker who follows a bound to the letter, in mm or in 1/16 in, finds a length between the two."""
    if math.isinf(least) or math.isinf(most):
        return least <= most
    low, high = _tenths(least, up=True), _tenths(most, up=False)
    return low <= high and sixteenths(low, math.ceil) <= sixteenths(high, math.floor)


def _tenths(value: float, up: bool) -> float:
    """The nearest tenth that is not beyond the value; no tolerance, for what is told is then compared again."""
    near = round(value, 1)
    beyond = near < value if up else near > value
    return round(near + (0.1 if up else -0.1), 1) if beyond else near


_YARD = 36 * INCH
_EIGHTHS = 8
"""Of a yard: the steps in which cloth is sold."""
BOTH = "both"


class _Long(NamedTuple):
    """From so many mm on goods are told in metres, with so many decimals."""

    least: float
    decimals: int


_LONG = {Scale.SHOP: _Long(2000.0, 1), Scale.CLOTH: _Long(1000.0, 2)}
_PER = {Scale.MM: 1.0, Scale.CM: 10.0, Scale.TRADE: 1.0}
_Told = tuple[list[str], str]
"""The figures of some lengths, and the unit that they share."""


@value
class Units:
    """How lengths are told to a maker: ``mm``, or ``in``, as fractions of 1/16 in lowest terms; or ``both``.

    Both are mm, with inches beside them: a bag is drafted, and cloth is laid, as for mm.
    """

    name: str = "mm"

    @property
    def metric(self) -> bool:
        """Whether texts can stay as they are."""
        return self.name != "in"

    @property
    def column(self) -> str:
        """What stands above figures without a unit: 'mm', 'in', 'mm (in)'."""
        return "mm (in)" if self.name == BOTH else self.name

    @property
    def main(self) -> str:
        """The unit of plain numbers, which have one each: 'mm' or 'in'."""
        return METRIC.name if self.metric else self.name

    @property
    def beside(self) -> tuple[Units, Units] | None:
        """The two that stand beside each other, if both do."""
        return (METRIC, INCHES) if self.name == BOTH else None

    def figure(self, length: float) -> str:
        """A length without its unit, for columns that say it above."""
        return number(length) if self.metric else in_words(sixteenths(length))

    def mass(self, grams: float, whole: float = 0.0, last: bool = False) -> str:
        """'420 g', from 100 g on in tens; '15 oz', from 4 oz on in halves.

        A part is told in the steps of its *whole*, the *last* one as what the others leave of that: they add up.
        """
        heavy = (whole or grams) >= _HEAVY
        unit, step, name = (1.0, 10.0 if heavy else 1.0, "g") if self.metric else (_OUNCE, 0.5 if heavy else 0.1, "oz")

        def told(mass: float) -> float:
            return round(mass / unit / step) * step

        return f"{number(told(whole) - told(whole - grams) if last else told(grams))} {name}"

    def limits(self, least: float, most: float) -> tuple[str, str]:
        """'80 mm' and '600 mm', as they are written; in inches no more than there is."""
        if self.metric:
            return f"{number(least)} mm", f"{number(most)} mm"
        return f"{in_words(sixteenths(least, math.ceil))} in", f"{in_words(sixteenths(most, math.floor))} in"

    def told(self, *lengths: Length) -> _Told:
        """The figures of lengths that are told together, and their unit.

        What would be no inch at all stays in mm, and so do all that are told with it.
        """
        scale = lengths[0].scale
        if scale is Scale.FIGURE:
            return [self.figure(each.mm) for each in lengths], ""
        if not self.metric and all(not each.mm or _in_sixteenths(each) for each in lengths):
            return [each.sold.removesuffix(" in") or self._inches(each) for each in lengths], self._unit(lengths[0])
        if scale in _LONG:
            long = max(each.mm for each in lengths) >= _LONG[scale].least
            decimals = _LONG[scale].decimals if long else 1
            return [number(each.mm / (1000 if long else 10), decimals) for each in lengths], "m" if long else "cm"
        unit = Scale.CM if scale is Scale.CM else Scale.MM
        return [_rounded(each.mm / _PER[scale], each.rounding) for each in lengths], unit.value

    def _inches(self, length: Length) -> str:
        if length.scale is Scale.CLOTH:
            return fraction(round(length.mm / _YARD * _EIGHTHS), _EIGHTHS)
        if self._unit(length) == "yd":
            return str(math.ceil(length.mm / _YARD))
        return in_words(_in_sixteenths(length))

    @staticmethod
    def _unit(length: Length) -> str:
        by_yards = length.scale is Scale.CLOTH or (length.scale is Scale.SHOP and length.mm >= 10 * _YARD)
        return "yd" if by_yards else "in"

    def written(self, length: float) -> str:
        """A length as text that reads back to the very same float: in inches where that is exact."""
        inches = f"{in_words(sixteenths(length))} in"
        return inches if not self.metric and parse_length(inches) == length else exact(length)


METRIC = Units()
INCHES = Units("in")


_TO_WHOLE: dict[Rounding, Callable[[float], int]] = {
    Rounding.NEAREST: round,
    Rounding.UP: math.ceil,
    Rounding.DOWN: math.floor,
    Rounding.EXACT: round,
}


def _in_sixteenths(length: Length) -> int:
    """A length as sixteenths of an inch; what a shop sells is rounded up to whole ones, for less would not do."""
    if length.scale is Scale.TRADE:
        return round(trade_size(length.mm) / INCH * PARTS)
    if length.scale is Scale.SHOP:
        return math.ceil(sixteenths(length.mm, math.ceil) / PARTS) * PARTS
    return sixteenths(length.mm, _TO_WHOLE[length.rounding])


def _rounded(value: float, rounding: Rounding) -> str:
    if rounding is Rounding.EXACT:
        return _in_full(value)
    return number(value if rounding is Rounding.NEAREST else _tenths(value, up=rounding is Rounding.UP))
