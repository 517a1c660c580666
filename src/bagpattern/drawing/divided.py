"""A word that is too long for its line, divided with a hyphen before a syllable: German makes one word of three.

A syllable begins with the last consonants before a vowel that a word may begin with: "Reißverschluss-streifen".
"""

from __future__ import annotations

from collections.abc import Iterator

HYPHEN = "-"
_VOWELS = frozenset("aeiouyäöüáéíóúàâèêëîïôûœæ")
_TOGETHER = (
    "sch ch ck ph th qu st str sp spr schl schm schn schr schw bl br cl cr dr fl fr gl gn gr kl kn kr pf pl pr tr zw "
    "ll rr"
)
"""Consonants that stay together at the beginning of a syllable [duden.de, Worttrennung]; any one alone does, too."""
_ONSETS = frozenset(_TOGETHER.split())
_LEAST = 2
"""Letters that are not left alone on a line."""


def places(word: str) -> Iterator[int]:
    """Before which letters a word may be divided, in their order; none of what is no word: an address, a figure."""
    letters = word.rstrip(",.;:!?)").lower()
    if not letters.isalpha() or max(letters) >= "\u0250":
        return
    for place in range(_LEAST, len(letters) - _LEAST):
        if letters[place] in _VOWELS:
            start = _onset(letters, place)
            if start >= _LEAST and any(each in _VOWELS for each in letters[:start]):
                yield start


def _onset(letters: str, vowel: int) -> int:
    """Where the syllable of a vowel begins; 0 where one vowel follows another."""
    start = vowel
    while start and letters[start - 1] not in _VOWELS:
        start -= 1
    if start == vowel:
        return 0
    known = (at for at in range(start, vowel - 1) if letters[at:vowel] in _ONSETS)
    return next(known, vowel - 1)
