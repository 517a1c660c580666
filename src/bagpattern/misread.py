"""What a text says that is no length, and what to write instead."""

from __future__ import annotations

import re

from bagpattern.errors import quoted
from bagpattern.said import Name, Said
from bagpattern.words import words

NUMBER = r"[0-9]+(?:\.[0-9]+)?|\.[0-9]+"
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
_BARE = rf"\s*[-+]?\s*(?:{NUMBER}|(?:[0-9]+[\s-]+)?[0-9]+\s*/\s*[0-9]+)\s*"
VULGAR = str.maketrans(
    {"¼": " 1/4 ", "½": " 1/2 ", "¾": " 3/4 ", "⅛": " 1/8 ", "⅜": " 3/8 ", "⅝": " 5/8 ", "⅞": " 7/8 "}
)
ADVICE = words('write a length with its unit, such as "24 cm", "250 mm" or "9 1/2 in"')
"""What to write, where nothing is known of what was meant."""
LONGEST_TEXT = 400
"""Characters: nothing longer is looked at."""


def is_bare(text: str) -> bool:
    """Whether it is a number or a fraction without its unit."""
    return len(text) <= LONGEST_TEXT and re.fullmatch(_BARE, text.translate(VULGAR)) is not None


def why_no_length(text: str, plain: str) -> Said:
    """Why a *text*, *plain* where its fractions are single signs, is no length."""
    if len(plain) > LONGEST_TEXT:
        return words("{text} is not a length; {advice}", text=quoted(text), advice=ADVICE)
    if re.search(_THOUSANDS, plain):
        return words(
            "{text} has a comma; write {whole}, or {decimal} if it is a decimal",
            text=quoted(text),
            whole=quoted(plain.replace(",", "")),
            decimal=quoted(plain.replace(",", ".")),
        )
    if re.search(_COMMA, plain):
        with_point = re.sub(_COMMA, r"\1.\2", text)
        return words(
            "{text} has a decimal comma; write it with a point: {decimal}",
            text=quoted(text),
            decimal=quoted(with_point),
        )
    if re.fullmatch(_BARE, plain):
        unit, others = ("in", "ft, mm, cm, m") if "/" in plain else ("mm", "cm, m, in, ft")
        return words(
            "{value} has no unit; write {hint}, or {others}",
            value=quoted(text),
            hint=Name(f'"{text.strip()} {unit}"'),
            others=Name(others),
        )
    return words("{text} is not a length; {advice}", text=quoted(text), advice=ADVICE)


def known_units(text: str, unit: str) -> Said:
    """'write "24 in"' for inches spelled out, else what there is."""
    short = next((short for short, word in _SPELLED.items() if unit in word), None)
    if short is None:
        return words("use mm, cm, m, in or ft")
    return words("write {text}", text=quoted(re.sub(unit, short, text.strip(), flags=re.IGNORECASE)))
