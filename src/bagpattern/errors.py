"""What goes wrong, said in words that a maker can act on.

Two kinds, and no more: the *input* is wrong (exit status 2), or the *pattern* does not pass its proof (exit status 1).
Both carry everything that was found, never only the first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from bagpattern.said import NOTHING, Name, Said
from bagpattern.values import value
from bagpattern.words import form, series, words

_LONGEST = 40
"""A value is shown in a message up to this many characters."""
_LONGEST_NAME = 300
_SHIPPED = form("{told}; the shipped preset says so: give a value of your own")
_MANY = 30
"""Names that are listed in one message."""
_LIST = words("a list")
_KINDS = {
    "dict": words("a table"),
    "list": _LIST,
    "tuple": _LIST,
    "bytes": words("bytes"),
    "NoneType": words("nothing"),
}
"""What a value is that no message repeats."""


@value
class Mend:
    """A value that would do, as a preset writes it, for a ``key``: that of the problem, or another."""

    key: str
    value: str | int


@value
class Problem:
    """One thing that is wrong with the input: which key, what about it, and where it stands in the file, if known.

    ``mends`` are what the message proposes, as far as it can be done by writing one other value. A message that is a
    plain text is told as it is. A ``shipped`` value stands in a preset that came with the package, not with its reader.
    """

    key: str
    message: Said
    file: str = ""
    line: int = 0
    column: int = 0
    mends: tuple[Mend, ...] = ()
    tell: Callable[[Said], str] = str
    """How it is told to whoever asks for nothing else: in the units and the language of the preset."""
    shipped: bool = False

    def __post_init__(self) -> None:
        if isinstance(self.message, str):  # of a part of one's own, whose maker speaks to nobody else
            object.__setattr__(self, "message", Name(self.message))

    def __str__(self) -> str:
        return self.told(self.tell)

    def told(self, tell: Callable[[Said], str]) -> str:
        """The whole of it in one line: 'bag.toml:3:1: dimensions.width: 900 mm is too large'."""
        place = ":".join(str(part) for part in (_on_one_line(self.file), self.line, self.column) if part)
        message = words(_SHIPPED, told=self.message) if self.shipped else self.message
        return ": ".join(part for part in (place, _on_one_line(self.key), _printable(tell(message))) if part)


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


class Fault(Protocol):
    """What a check has found, whatever it is: it can be told."""

    def told(self, tell: Callable[[Said], str]) -> str:
        """The whole of it in one line."""


class PatternError(BagpatternError):
    """The pattern fails its own proof; ``findings`` lists every failure. Such a pattern is not exported."""

    def __init__(self, findings: Iterable[Fault]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(map(str, self.findings)))

    def __reduce__(self) -> tuple[type[PatternError], tuple[tuple[Fault, ...]]]:
        """Likewise."""
        return type(self), (self.findings,)


def reason(error: Exception) -> Said:
    """What an error says: of ours a text to be told, of others their words as they are."""
    told = error.args[0] if error.args else ""
    return told if isinstance(told, Said) else Name(str(told))


def did_you_mean(word: str, known: Iterable[str], listed: str = "") -> Said:
    """'; did you mean "width"?' for a near miss, else the list of what there is.

    Of names that begin with the word, all are told. What a command has *listed* is told by that command, if it is long.
    """
    names = sorted(known)
    begun = beginning(word, names)
    if len(begun) > 1:
        return words("; say which: {names}", names=named(begun))
    near = begun[0] if begun else nearest(word, names)
    if near is not None:
        return words("; did you mean {name}?", name=quoted(near))
    if listed and len(names) > _MANY:
        return words('; "{command}" tells all that there are', command=Name(listed))
    return words("; there is {names}", names=named(names)) if names else NOTHING


def beginning(word: str, names: Iterable[str]) -> list[str]:
    """The names of which the word is the first part: 'mini' is that of 'mini-backpack'."""
    begins = f"{word.strip().lower()}-"
    return [each for each in names if len(begins) > 1 and each.startswith(begins)]


def named(names: Iterable[str]) -> Said:
    """Words that a preset may have, after each other: 'back, front'."""
    return series(map(Name, names), ", ")


def is_nearly(word: str, meant: str) -> bool:
    """Whether *word* is *meant*, but for capitals, spaces and hyphens."""
    return "".join(filter(str.isalpha, word)).lower() == "".join(filter(str.isalpha, meant)).lower()


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The name that *word* was probably meant to be."""
    from difflib import get_close_matches  # only ever needed on the way to an error message

    near = get_close_matches(word[:100], list(known), n=1, cutoff=0.6)
    return near[0] if near else None


def quoted(value: object) -> Said:
    """A value as a preset would write it, on one line and never longer than a message can take."""
    if isinstance(value, str):
        shown = value if len(value) <= _LONGEST else value[: _LONGEST - 3] + "..."
        return Name('"' + _on_one_line(shown.replace("\\", "\\\\").replace('"', '\\"')) + '"')
    if isinstance(value, bool):
        return Name(str(value).lower())
    if isinstance(value, int):
        return Name(str(value)) if value.bit_length() < 64 else words("a huge number")
    if isinstance(value, float):
        return Name(repr(value))
    return _KINDS.get(type(value).__name__) or words("a {kind}", kind=Name(type(value).__name__))


def no_switch(value: object) -> Said:
    """What to write in place of a value that is neither true nor false."""
    return words("must be true or false, without quotes, not {value}", value=quoted(value))


def _on_one_line(text: str) -> str:
    """Keys and file names can hold anything, and be of any length."""
    return _printable(text[:_LONGEST_NAME])


def _printable(text: str) -> str:
    """A message is one line of printable characters, whatever it repeats of what somebody wrote."""
    return text if text.isprintable() else "".join(each if each.isprintable() else _escaped(each) for each in text)


def _escaped(character: str) -> str:
    return {"\n": "\\n", "\t": "\\t", "\r": "\\r"}.get(character, f"\\u{ord(character):04x}")
