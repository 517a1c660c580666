"""A data file of the catalogue as a mapping: one table ``[kind.name]`` for each thing, parsed when it is asked for.

A cold start needs three of thirty tables: parsing those takes 0.9 ms, parsing all of them 4 ms.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from bagpattern.values import once

T = TypeVar("T")

_HEADING = re.compile(r'^\[(?P<kind>[\w-]+)\.(?:"(?P<quoted>[^"\n]+)"|(?P<name>[\w-]+))\]\n', re.MULTILINE)


class Shelf(Mapping[str, T]):
    """Everything in a file by its name, in the file's order; ``make`` turns a name, its kind and its row into a T."""

    def __init__(self, file: str, make: Callable[[str, str, dict[str, Any]], T]) -> None:
        self._file = file
        self._make = make
        self._made: dict[str, T] = {}

    @once
    def _text(self) -> str:
        return Path(__file__).with_name(self._file).read_text(encoding="utf-8")

    @once
    def preface(self) -> dict[str, Any]:
        """What stands before the first thing: tables for all of them."""
        first = _HEADING.search(self._text)
        return tomllib.loads(self._text[: first.start()] if first else self._text)

    @once
    def _rows(self) -> dict[str, tuple[str, str]]:
        """Each name, with its kind and the text below its heading."""
        text = self._text
        found = list(_HEADING.finditer(text))
        ends = [*(each.start() for each in found[1:]), len(text)]
        return {
            each["quoted"] or each["name"]: (each["kind"], text[each.end() : end])
            for each, end in zip(found, ends, strict=True)
        }

    def of(self, *kinds: str) -> tuple[str, ...]:
        """The names of all things of these kinds; none of them is parsed."""
        return tuple(name for name, (kind, _) in self._rows.items() if kind in kinds)

    def __getitem__(self, name: str) -> T:
        """The thing of that name. Raises KeyError."""
        if name not in self._made:
            kind, text = self._rows[name]
            self._made[name] = self._make(name, kind, tomllib.loads(text))
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)
