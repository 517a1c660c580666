"""Lengths as people write them. Everything inside the package is millimetres, as float.

Texts inside the package speak millimetres, too ("12.5 mm", "22 x 26 cm"), so that there is one way to say a thing and
pattern.json says the same to everyone. What is printed or drawn for a maker goes through ``Units``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable

from bagpattern.errors import quoted
from bagpattern.values import value

_TENTHS = {"mm": 10, "cm": 100, "m": 10_000, "in": 254, '"': 254, "ft": 3048}
"""Of a millimetre: whole numbers, so that a length is exact until the last step."""
MILLIMETRES = {unit: tenths / 10 for unit, tenths in _TENTHS.items()}

_NUMBER = r"[0-9]+(?:\.[0-9]+)?|\.[0-9]+"
_LENGTH = re.compile(
    rf"\s*(?P<sign>[-+]?)\s*(?:(?:(?P<whole>[0-9]+)[\s-]+)?(?P<over>[0-9]+)\s*/\s*(?P<under>[0-9]+)|(?P<number>{_NUMBER}))"
    r"\s*(?P<unit>[a-zA-Z\"″”]+)\s*"
)
_COMMA = r"([0-9]),([0-9])"
_THOUSANDS = r"(?<![0-9])[1-9][0-9]?,[0-9]{3}(?![0-9])"
_SPELLED = {
    "in": ("inch", "inches"),
    "ft": ("foot", "feet"),
    "mm": ("millimetre", "millimetres", "millimeter", "millimeters"),
    "cm": ("centimetre", "centimetres", "centimeter", "centimeters"),
    "m": ("metre", "metres", "meter", "meters"),
}
"""Units as they are spelled out, which only a message knows."""
_BARE = rf"\s*[-+]?\s*(?:{_NUMBER}|(?:[0-9]+[\s-]+)?[0-9]+\s*/\s*[0-9]+)\s*"
_VULGAR = str.maketrans(
    {"¼": " 1/4 ", "½": " 1/2 ", "¾": " 3/4 ", "⅛": " 1/8 ", "⅜": " 3/8 ", "⅝": " 5/8 ", "⅞": " 7/8 "}
)
LENGTH_PATTERN = (
    rf"^\s*[-+]?\s*(?:(?:{_NUMBER})|(?:[0-9]+[\s-]+)?[0-9]+\s*/\s*[0-9]+|(?:[0-9]+[\s-]*)?[¼½¾⅛⅜⅝⅞])"
    r"\s*(?:[mM][mM]|[cC][mM]|[mM]|[iI][nN]|[fF][tT]|[\"″”])\s*$"
)
"""A regular expression, in the form that JavaScript and others know too, for what ``parse_length`` takes."""
_ADVICE = 'write a length with its unit, such as "24 cm", "250 mm" or "9 1/2 in"'
_OUNCE = 28.349523125  # g
_HEAVY = 100.0  # g
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
        raise ValueError(f"{quoted(text)} has the unknown unit {quoted(match['unit'])}; {_known_units(text, unit)}")
    over, under = _amount(match, text)
    tenths = over * _TENTHS[unit]
    if tenths > 10 * _LONGEST_LENGTH * under:
        raise ValueError(f"{quoted(text)} is far too long for any bag")
    return (-tenths if match["sign"] == "-" else tenths) / (10 * under)


def _why_no_length(text: str, plain: str) -> str:
    if len(plain) > _LONGEST_TEXT:
        return f"{quoted(text)} is not a length; {_ADVICE}"
    if re.search(_THOUSANDS, plain):
        without, with_point = plain.replace(",", ""), plain.replace(",", ".")
        return f"{quoted(text)} has a comma; write {quoted(without)}, or {quoted(with_point)} if it is a decimal"
    if re.search(_COMMA, plain):
        with_point = re.sub(_COMMA, r"\1.\2", text)
        return f"{quoted(text)} has a decimal comma; write it with a point: {quoted(with_point)}"
    if re.fullmatch(_BARE, plain):
        unit, others = ("in", "ft, mm, cm, m") if "/" in plain else ("mm", "cm, m, in, ft")
        return f'{quoted(text)} has no unit; write "{text.strip()} {unit}", or {others}'
    return f"{quoted(text)} is not a length; {_ADVICE}"


def _known_units(text: str, unit: str) -> str:
    """'write "24 in"' for inches spelled out, else what there is."""
    short = next((short for short, word in _SPELLED.items() if unit in word), None)
    if short is None:
        return "use mm, cm, m, in or ft"
    return f"write {quoted(re.sub(unit, short, text.strip(), flags=re.IGNORECASE))}"


def _amount(match: re.Match[str], text: str) -> tuple[int, int]:
    """The number as a fraction: over, under."""
    if match["number"] is not None:
        whole, _, decimals = match["number"].partition(".")
        return int(whole + decimals), 10 ** len(decimals)
    under = int(match["under"])
    if under == 0:
        raise ValueError(f"{quoted(text)} divides by zero; {_ADVICE}")
    return int(match["whole"] or 0) * under + int(match["over"]), under


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


def printed(value: float) -> float:
    """The length in mm that ``millimetres`` prints: two that differ by less are one on paper."""
    return round(value, 1) + 0.0


def millimetres(value: float) -> str:
    """'12.5 mm': how lengths are printed."""
    return f"{number(value)} mm"


def at_least(value: float) -> str:
    """'at least 12.5 mm': a bound that a maker may follow to the letter, rounded to the side on which it holds."""
    return f"at least {number(_tenths(value, up=True))} mm"


def at_most(value: float) -> str:
    """'at most 12.5 mm', likewise."""
    return f"at most {number(_tenths(value, up=False))} mm"


def choose(least: float, most: float, unit: str = "mm") -> str:
    """'choose 12.5 to 30 mm': both ends rounded inward."""
    one = MILLIMETRES[unit]
    return f"choose {number(_tenths(least / one, up=True))} to {number(_tenths(most / one, up=False))} {unit}"


def has_mark(least: float, most: float) -> bool:
    """Whether a maker who follows a bound to the letter, in mm or in 1/16 in, finds a length between the two."""
    if math.isinf(least) or math.isinf(most):
        return least <= most
    low, high = _tenths(least, up=True), _tenths(most, up=False)
    return low <= high and _sixteenths(low, math.ceil) <= _sixteenths(high, math.floor)


def _tenths(value: float, up: bool) -> float:
    """The nearest tenth that is not beyond the value; no tolerance, for what is told is then compared again."""
    near = round(value, 1)
    beyond = near < value if up else near > value
    return round(near + (0.1 if up else -0.1), 1) if beyond else near


def marked(value: float, up: bool = False) -> float:
    """mm: the nearest mark of a ruler in 1/16 in, or the next one *up*: what a maker who reads inches will write."""
    return _sixteenths(value, math.ceil if up else round) * _INCH / _PARTS


def centimetres(value: float) -> str:
    """'24.5 cm': how lengths to buy are printed."""
    return f"{number(value / 10)} cm"


_INCH = 25.4
_YARD = 36 * _INCH
_PARTS = 16
"""Of an inch: the finest mark on a maker's ruler."""
_MANY = 2000.0
"""mm: goods from this length on are told in metres."""
_IN_TEXT = (
    r'"(?:[^"\\]|\\.)*"'  # what somebody wrote is repeated as it was written
    r"|(?P<before>choose )?\d+ mm \((?P<sold>\d[\d /]* in)\)"  # a size that is sold in inches, too
    r"|(?P<bound>at least |at most |choose )?(?<![\w#./])"
    r"(?P<figures>\d+(?:\.\d+)?(?:(?: x | \u00d7 | to | or | and | \+ | - |-|\u2013)\d+(?:\.\d+)?)*)"
    r" (?P<unit>mm|cm|m)\b"
)
_FIGURE = r"\d+(?:\.\d+)?"
_Rounded = Callable[[float], int]
_ROUND: dict[str | None, tuple[_Rounded, _Rounded]] = {
    "at least ": (math.ceil, math.ceil),
    "at most ": (math.floor, math.floor),
    "choose ": (math.ceil, math.floor),
    None: (round, round),
}
"""How the first and the other figures after a word are rounded."""


@value
class Units:
    """How lengths are told to a maker: ``mm``, or ``in``, as fractions of 1/16 in lowest terms."""

    name: str = "mm"

    @property
    def metric(self) -> bool:
        """Whether texts can stay as they are."""
        return self.name != "in"

    def length(self, length: float) -> str:
        """'12.5 mm', '9 1/2 in'; what would be no inch at all stays in mm."""
        if self.metric or (length and not _sixteenths(length)):
            return millimetres(length)
        return f"{self.figure(length)} in"

    def figure(self, length: float) -> str:
        """A length without its unit, for columns that say it above."""
        return number(length) if self.metric else _inches(_sixteenths(length))

    def size(self, *lengths: float, times: str = " x ") -> str:
        """'220 x 260 mm'."""
        return f"{times.join(map(self.figure, lengths))} {self.name}"

    def bought(self, length: float) -> str:
        """A length to ask for in a shop: in cm, from 2 m on in m; inches, and from 10 on yards, are rounded up."""
        if self.metric:
            return centimetres(length) if length < _MANY else f"{number(length / 1000)} m"
        if length >= 10 * _YARD:
            return f"{math.ceil(length / _YARD)} yd"
        return f"{_inches(_sixteenths(length, math.ceil))} in"

    def body(self, *lengths: float, times: str = " x ") -> str:
        """'22 x 26 x 11 cm': the size of a bag."""
        return (
            f"{times.join(number(each / 10) for each in lengths)} cm"
            if self.metric
            else self.size(*lengths, times=times)
        )

    def mass(self, grams: float) -> str:
        """'420 g', from 100 g on in tens; '15 oz', from 4 oz on in halves."""
        if self.metric:
            return f"{round(grams, -1 if grams >= _HEAVY else 0):.0f} g"
        return f"{number(grams / _OUNCE if grams < _HEAVY else round(grams / _OUNCE * 2) / 2)} oz"

    def limits(self, least: float, most: float) -> str:
        """'80 mm to 600 mm'; in inches no more than there is."""
        if self.metric:
            return f"{millimetres(least)} to {millimetres(most)}"
        return f"{_inches(_sixteenths(least, math.ceil))} in to {_inches(_sixteenths(most, math.floor))} in"

    def text(self, text: str) -> str:
        """A text in which lengths stand in mm, cm or m: 'fold 10 mm, hem 3 to 5 cm' with every length in these units.

        Least and most are rounded to the side on which they are kept. A length that is the same in every country (a
        machine's stitch length) is written with a no-break space, and stays; so does what stands in quotes.
        """
        return text if self.metric else re.sub(_IN_TEXT, _told_in_inches, text)

    def written(self, length: float) -> str:
        """A length as text that reads back to the very same float: in inches where that is exact."""
        inches = f"{_inches(_sixteenths(length))} in"
        return inches if not self.metric and parse_length(inches) == length else exact(length)


METRIC = Units()


def _told_in_inches(match: re.Match[str]) -> str:
    if match["figures"] is None:
        return f"{match['before'] or ''}{match['sold']}" if match["sold"] else match[0]
    scale = float(MILLIMETRES[match["unit"]])
    lengths = [float(each) * scale for each in re.findall(_FIGURE, match["figures"])]
    first, others = _ROUND[match["bound"]]
    sixteenths = iter([_sixteenths(each, others if at else first) for at, each in enumerate(lengths)])
    if any(length and not _sixteenths(length) for length in lengths):
        return match[0]
    figures = re.sub(_FIGURE, lambda _: _inches(next(sixteenths)), match["figures"])
    return f"{match['bound'] or ''}{figures} in"


def _sixteenths(length: float, to_whole: Callable[[float], int] = round) -> int:
    """How many sixteenths of an inch; lengths that are a hair beside one are that one."""
    exact_count = length / _INCH * _PARTS
    return round(exact_count) if abs(exact_count - round(exact_count)) < 1e-3 else to_whole(exact_count)


def _inches(sixteenths: int) -> str:
    """'9 1/2', '3/8', '0'."""
    whole, rest = divmod(abs(sixteenths), _PARTS)
    common = math.gcd(rest, _PARTS)
    fraction = f"{rest // common}/{_PARTS // common}" if rest else ""
    return ("-" if sixteenths < 0 else "") + (" ".join(each for each in (str(whole or ""), fraction) if each) or "0")
