"""Where a line of Japanese may be broken: between any two letters, but no mark that closes begins one, and none that
opens ends one (the Japanese call this kinsoku)."""

from __future__ import annotations

import re
from unicodedata import category

_WIDE = "\u3000-\u30ff\u3400-\u9fff\uff00-\uffef"
_LOANED = "[\u30a1-\u30fa\u30fc]"
"""Katakana: words from other languages, which are read as a whole."""
_SMALL = "々ーぁぃぅぇぉっゃゅょァィゥェォッャュョヵヶ〜"
"""Letters that belong to the one before them."""


def _marks(*kinds: str) -> str:
    """The punctuation of these Unicode categories among wide letters, for a character class."""
    wide = (*range(0x3000, 0x3100), *range(0xFF00, 0xFFF0))
    return "".join(re.escape(chr(each)) for each in wide if category(chr(each)) in kinds)


_UNIT = re.compile(
    rf"[{_marks('Ps')}]*(?:[^\s{_WIDE}]+|{_LOANED}+|[{_WIDE}])[{_marks('Pe', 'Po')}{_SMALL}]*",
)


def units(content: str) -> list[tuple[str, str]]:
    """What is not torn apart: letters with their marks, and words of other scripts; each with the blank before it."""
    found = _UNIT.finditer(content)
    return [(" " if content[each.start() - 1 : each.start()].isspace() else "", each[0]) for each in found]
