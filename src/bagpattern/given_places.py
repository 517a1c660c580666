"""Where a key stands in a TOML or JSON text, which the standard library's parsers do not say.

The text has been parsed before, so this scanner need not judge it: it only has to step over values of every form.
Should it lose its way all the same, the places found so far still serve; a message without a line is no disaster.
"""

from __future__ import annotations

import json
import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import NamedTuple

from bagpattern.errors import Problem
from bagpattern.values import replace

Steps = tuple[str | int, ...]
"""The way to a value: keys, and indices in arrays."""

_DEEPEST = 20
"""No preset nests deeper; a key of a hundred thousand parts must not be spelled out a hundred thousand times."""

Position = tuple[int, int]
"""Line and column, both from 1."""

_BLANK = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_KEY = re.compile(r"""[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'""")
_TEXT = re.compile(
    r'"""(?:[^"\\]|\\.|"{1,2}(?!"))*"{3,5}'
    r"|'''(?:[^']|'{1,2}(?!'))*'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)
_WORD = re.compile(r"[^,\]}\n#]+")


class Statement(NamedTuple):
    """A header or a pair of a TOML text: what it is of, and where it stands, from its first sign to behind its last.

    ``value`` is where a pair's value begins; None for a header.
    """

    steps: Steps
    start: int
    end: int
    value: int | None = None


def statements(text: str) -> list[Statement]:
    """Every header and every pair of a valid TOML text in order; none of what stands within an inline table."""
    scanner = _Scanner(text)
    with suppress(_LostError, RecursionError):
        scanner.document()
    return scanner.statements


def positions(text: str) -> Mapping[Steps, Position]:
    """The place of every key and array entry of a valid TOML text."""
    scanner = _Scanner(text)
    with suppress(_LostError, RecursionError):
        scanner.document()
    return scanner.positions()


def beside(problems: Iterable[tuple[Steps, Problem]], text: str) -> list[Problem]:
    """The problems of a TOML text, each with the place of its value, or else of the table around it."""
    given = [*problems]
    places = positions(text) if given else {}
    found = []
    for steps, problem in given:
        while steps and steps not in places:
            steps = steps[:-1]
        line, column = places.get(steps, (0, 0))
        found.append(replace(problem, line=line, column=column))
    return found


def json_positions(text: str) -> Mapping[Steps, Position]:
    """The place of every key and array entry of a valid JSON text."""
    scanner = _Scanner(text, equals=":")
    with suppress(_LostError, RecursionError):
        scanner.value(())
    return scanner.positions()


def _position(starts: list[int], offset: int) -> Position:
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


class _LostError(Exception):
    """The text is not what the scanner expects."""


class _Scanner:
    def __init__(self, text: str, equals: str = "=") -> None:
        self.text = text
        self.equals = equals
        """What stands between a key and its value."""
        self.at = 0
        self.found: dict[Steps, int] = {}
        self.entries: dict[Steps, int] = {}
        """How many entries each array of tables has so far."""
        self.statements: list[Statement] = []

    def positions(self) -> Mapping[Steps, Position]:
        """Everything noted so far, as lines and columns."""
        starts = [0, *(match.end() for match in re.finditer("\n", self.text))]
        return {steps: _position(starts, offset) for steps, offset in self.found.items()}

    def document(self) -> None:
        """Note every key of the text."""
        table: Steps = ()
        while self.blank() < len(self.text):
            if self.peek() == "[":
                start = self.at
                table = self.header()
                self.statements.append(Statement(table, start, self.at))
            else:
                self.statements.append(self.pair(table))

    def header(self) -> Steps:
        """``[a.b]`` or ``[[a.b]]``: the table that the following keys belong to."""
        start = self.at
        many = self.text.startswith("[[", start)
        self.at += 2 if many else 1
        keys = self.keys()
        self.at += 2 if many else 1
        steps = self.inside((), keys[:-1])
        steps = self.entry((*steps, keys[-1]), start) if many else self.inside(steps, keys[-1:])
        for depth in range(1, len(steps)):
            self.found.setdefault(steps[:depth], start)
        self.found[steps] = start
        return steps

    def entry(self, array: Steps, start: int) -> Steps:
        """One more entry of an array of tables."""
        self.found.setdefault(array, start)
        index = self.entries.get(array, 0)
        self.entries[array] = index + 1
        return (*array, index)

    def inside(self, steps: Steps, keys: list[str]) -> Steps:
        """Down the keys; in an array of tables it is the latest entry that a header goes on with."""
        for key in keys:
            steps = (*steps, key)
            if steps in self.entries:
                steps = (*steps, self.entries[steps] - 1)
        return steps

    def pair(self, table: Steps) -> Statement:
        """``a.b = value``."""
        start = self.at
        steps = table
        for key in self.keys():
            steps = (*steps, key)
            self.found.setdefault(steps, start)
        self.expect(self.equals)
        value = self.blank()
        self.value(steps)
        return Statement(steps, start, len(self.text[: self.at].rstrip(" \t\r")), value)

    def value(self, steps: Steps) -> None:
        """Over a value, noting the keys and entries within."""
        self.blank()
        opening = self.peek()
        if opening == "[":
            self.array(steps)
        elif opening == "{":
            self.inline_table(steps)
        else:
            self.take(_TEXT if opening in ('"', "'") else _WORD)

    def array(self, steps: Steps) -> None:
        """``[value, value]``."""
        self.at += 1
        index = 0
        while self.blank() < len(self.text) and self.peek() != "]":
            self.found[(*steps, index)] = self.at
            self.value((*steps, index))
            index += 1
            self.skip_comma()
        self.expect("]")

    def inline_table(self, steps: Steps) -> None:
        """``{a = value, b = value}``."""
        self.at += 1
        while self.blank() < len(self.text) and self.peek() != "}":
            self.pair(steps)
            self.skip_comma()
        self.expect("}")

    def keys(self) -> list[str]:
        """The parts of a dotted key."""
        keys = [self.key()]
        while self.take(_SPACE) is not None and self.peek() == ".":
            self.at += 1
            keys.append(self.key())
        return keys[:_DEEPEST]

    def key(self) -> str:
        self.take(_SPACE)
        word = self.take(_KEY)
        if word[0] not in "\"'":
            return word
        return str(json.loads(word) if self.equals == ":" else tomllib.loads(f"key = {word}")["key"])

    def peek(self) -> str:
        return self.text[self.at : self.at + 1]

    def blank(self) -> int:
        self.take(_BLANK)
        return self.at

    def skip_comma(self) -> None:
        self.blank()
        if self.peek() == ",":
            self.at += 1

    def expect(self, sign: str) -> None:
        self.blank()
        if self.peek() != sign:
            raise _LostError(sign)
        self.at += 1

    def take(self, form: re.Pattern[str]) -> str:
        match = form.match(self.text, self.at)
        if match is None:
            raise _LostError(form.pattern)
        self.at = match.end()
        return match[0]
