"""What goes wrong, said in words that a maker can act on.

Two kinds, and no more: the *input* is wrong (exit status 2), or the *pattern* does not pass its proof (exit status 1).
Both carry everything that was found, never only the first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with the input: which key, what about it, and where it stands in the file if that is known."""

    key: str
    message: str
    file: str = ""
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        return ": ".join(part for part in (place, self.key, self.message) if part)


class BagpatternError(Exception):
    """The root of every error that this package raises on purpose."""


class InputError(BagpatternError):
    """The preset, an option or a path cannot be used; ``problems`` lists all that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


class PatternError(BagpatternError):
    """The pattern fails its own proof; ``findings`` lists every failure as text. Such a pattern is not exported."""

    def __init__(self, findings: Iterable[object]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(map(str, self.findings)))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """'; did you mean "width"?' for a near miss, else the list of what there is."""
    from difflib import get_close_matches  # only ever needed on the way to an error message

    names = sorted(known)
    near = get_close_matches(word, names, n=1, cutoff=0.6)
    if near:
        return f'; did you mean "{near[0]}"?'
    return f"; there is {', '.join(names)}" if names else ""
