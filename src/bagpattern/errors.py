"""What goes wrong, said in words that a maker can act on.

Two kinds, and no more: the *input* is wrong (exit status 2), or the *pattern* does not pass its proof (exit status 1).
Both carry everything that was found, never only the first.
"""

from __future__ import annotations

from collections.abc import Iterable

from bagpattern.said import Said
from bagpattern.values import value

_LONGEST = 40
"""A value is shown in a message up to this many characters."""
_LONGEST_NAME = 300


@value
class Mend:
    """A value that would do, as a preset writes it, for a ``key``: that of the problem, or another."""

    key: str
    value: str | int


@value
class Problem:
    """One thing that is wrong with the input: which key, what about it, and where it stands in the file, if known.

    A message without a length may be a plain text. ``mends`` are what the message proposes, as far as it can be done
    by writing one other value.
    """

    key: str
    message: Said | str
    file: str = ""
    line: int = 0
    column: int = 0
    mends: tuple[Mend, ...] = ()

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (_on_one_line(self.file), self.line, self.column) if part)
        return ": ".join(part for part in (place, _on_one_line(self.key), _printable(str(self.message))) if part)


class BagpatternError(Exception):
    """The root of every error that this package raises on purpose."""


class InputError(BagpatternError):
    """The preset, an option or a path cannot be used; ``problems`` lists all that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type[InputError], tuple[tuple[Problem, ...]]]:
        """What it is made of, not its text: other processes are to have the same problems."""
        return type(self), (self.problems,)


def raise_together(problems: Iterable[Problem]) -> None:
    """Raises all *problems* as one InputError, so that a maker is told of them at once; nothing when there is none."""
    found = tuple(problems)
    if found:
        raise InputError(found)


class PatternError(BagpatternError):
    """The pattern fails its own proof; ``findings`` lists every failure as text. Such a pattern is not exported."""

    def __init__(self, findings: Iterable[object]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(map(str, self.findings)))

    def __reduce__(self) -> tuple[type[PatternError], tuple[tuple[object, ...]]]:
        """Likewise."""
        return type(self), (self.findings,)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """'; did you mean "width"?' for a near miss, else the list of what there is."""
    names = sorted(known)
    near = nearest(word, names)
    if near is not None:
        return f"; did you mean {quoted(near)}?"
    return f"; there is {', '.join(names)}" if names else ""


def is_nearly(word: str, meant: str) -> bool:
    """Whether *word* is *meant*, but for capitals, spaces and hyphens."""
    return "".join(filter(str.isalpha, word)).lower() == "".join(filter(str.isalpha, meant)).lower()


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The name that *word* was probably meant to be."""
    from difflib import get_close_matches  # only ever needed on the way to an error message

    near = get_close_matches(word[:100], list(known), n=1, cutoff=0.6)
    return near[0] if near else None


def quoted(value: object) -> str:
    """A value as a preset would write it, on one line and never longer than a message can take."""
    if isinstance(value, str):
        shown = value if len(value) <= _LONGEST else value[: _LONGEST - 3] + "..."
        return '"' + _on_one_line(shown.replace("\\", "\\\\").replace('"', '\\"')) + '"'
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value) if value.bit_length() < 64 else "a huge number"
    if isinstance(value, float):
        return repr(value)
    kind = type(value).__name__
    sentence = {"dict": "a table", "list": "a list", "tuple": "a list", "bytes": "bytes", "NoneType": "nothing"}
    return sentence.get(kind, f"{'an' if kind[0] in 'AEIOUaeiou' else 'a'} {kind}")


def _on_one_line(text: str) -> str:
    """Keys and file names can hold anything, and be of any length."""
    return _printable(text[:_LONGEST_NAME])


def _printable(text: str) -> str:
    """A message is one line of printable characters, whatever it repeats of what somebody wrote."""
    return text if text.isprintable() else "".join(each if each.isprintable() else _escaped(each) for each in text)


def _escaped(character: str) -> str:
    return {"\n": "\\n", "\t": "\\t", "\r": "\\r"}.get(character, f"\\u{ord(character):04x}")
