"""Names of colours, and what they look like on a screen, for pictures of colourways.

The colours of CSS are after [CSS Color Module Level 4, 6.1, https://www.w3.org/TR/css-color-4/#named-colors]; those of
the shop (mustard, brass) are as near as a screen comes [K].
"""

from __future__ import annotations

import re
from enum import StrEnum

_CSS = """
aqua 00ffff, aquamarine 7fffd4, azure f0ffff, beige f5f5dc, black 000000, blue 0000ff, brown a52a2a, burlywood deb887,
chartreuse 7fff00, chocolate d2691e, coral ff7f50, cornflower 6495ed, crimson dc143c, cyan 00ffff, firebrick b22222,
fuchsia ff00ff, gold ffd700, goldenrod daa520, gray 808080, green 008000, grey 808080, hotpink ff69b4, indigo 4b0082,
ivory fffff0, khaki f0e68c, lavender e6e6fa, lime 00ff00, linen faf0e6, magenta ff00ff, maroon 800000, navy 000080,
olive 808000, orange ffa500, orchid da70d6, peru cd853f, pink ffc0cb, plum dda0dd, purple 800080, red ff0000,
salmon fa8072, sienna a0522d, silver c0c0c0, skyblue 87ceeb, slate 708090, tan d2b48c, teal 008080, tomato ff6347,
turquoise 40e0d0, violet ee82ee, wheat f5deb3, white ffffff, yellow ffff00, dark blue 00008b, dark green 006400,
dark grey a9a9a9, dark gray a9a9a9, dark red 8b0000, forest green 228b22, light blue add8e6, light green 90ee90,
light grey d3d3d3, light gray d3d3d3, light pink ffb6c1, midnight blue 191970, royal blue 4169e1, sea green 2e8b57,
sky blue 87ceeb, steel blue 4682b4
"""
_TRADE = """
amber ffbf00, anthracite 383e42, aubergine 472c4c, blush de5d83, bordeaux 5f021f, bottle green 0f4d3a, brass b5a642,
bronze cd7f32, burgundy 800020, camel c19a6b, charcoal 36454f, cognac 9a463d, copper b87333, coyote 81613c,
cream fffdd0, denim 3b5f8a, ecru c2b280, emerald 50c878, graphite 41424c, gunmetal 2a3439, mint 98ff98,
moss 8a9a5b, mulberry c54b8c, mustard d9a514, natural efe6d5, nickel a8a9ad, ochre cc7722, off-white faf9f6,
ocean 1c6b8c, petrol 005f6a, powder ecd9d4, rose e8909c, rust b7410e, sage 9caf88, sand d8c3a0, taupe 8b7d6b,
terracotta e2725b, wine 722f37
"""
_HEX = re.compile(r"#(?:[0-9a-f]{6}|[0-9a-f]{3})\b", re.IGNORECASE)
_ENTRIES = (each.strip().rpartition(" ") for text in (_CSS, _TRADE) for each in text.split(","))
_COLOURS = {name: f"#{colour}" for name, _, colour in _ENTRIES}
_NAMED = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, _COLOURS), key=len, reverse=True))})\b", re.IGNORECASE)


class Design(StrEnum):
    """What is printed on a cloth, or woven into it."""

    NONE = "none"
    STRIPES = "stripes"
    CHECK = "check"
    DOTS = "dots"


_DESIGNS = {
    Design.STRIPES: re.compile(r"\b(?:stripe[sd]?|ticking|pinstripe[sd]?)\b", re.IGNORECASE),
    Design.CHECK: re.compile(r"\b(?:check(?:s|ed)?|gingham|plaid|tartan|vichy)\b", re.IGNORECASE),
    Design.DOTS: re.compile(r"\b(?:dot(?:s|ted|ty)?|spot(?:s|ted|ty)?|polka)\b", re.IGNORECASE),
}
_GROUND = re.compile(r"\bon\b", re.IGNORECASE)


def design_of(text: str) -> Design:
    """STRIPES for 'mustard stripes', NONE where the text speaks of no design."""
    return next((design for design, words in _DESIGNS.items() if words.search(text)), Design.NONE)


def colours_in(text: str) -> tuple[str, ...]:
    """Every colour that a text names or holds as a code, the ground first: of 'white dots on navy' it is navy."""
    on = _GROUND.search(text)
    parts = (text[on.end() :], text[: on.start()]) if on else (text,)
    both = re.compile(f"{_HEX.pattern}|{_NAMED.pattern}", re.IGNORECASE)
    found = (colour_of(each[0]) for part in parts for each in both.finditer(part))
    return tuple(dict.fromkeys(filter(None, found)))


def colour_of(text: str) -> str | None:
    """'#d9a514' for 'mustard stripes': the code that a text holds, else the first colour that it names; else None."""
    code = _HEX.search(text)
    if code:
        digits = code[0][1:].lower()
        return "#" + (digits if len(digits) == 6 else "".join(each * 2 for each in digits))
    named = _NAMED.search(text)
    return _COLOURS[named[0].lower()] if named else None


def is_dark(colour: str) -> bool:
    """Whether white shows better on it than black, by its relative brightness."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return (299 * red + 587 * green + 114 * blue) / 1000 < 128
