"""What is wrong with a spec, gathered: each with its key, and with the line at which that stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from bagpattern.errors import InputError, Problem, did_you_mean
from bagpattern.preset.source import Document
from bagpattern.said import Said
from bagpattern.words import words

Steps = tuple[str | int, ...]


class Problems:
    """``found`` grows: who reads goes on after what cannot be read."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.found: list[Problem] = []

    def refuse(self, steps: Steps, message: Said) -> None:
        """One more, of what stands there."""
        self.found.append(self.problem(steps, message))

    def problem(self, steps: Steps, message: Said) -> Problem:
        """A problem of what stands there."""
        line, column = self.document.nearest(steps)
        return Problem(_key(steps), message, self.document.file, line, column)

    def refuse_unknown(self, steps: Steps, given: Mapping[str, Any], known: Iterable[str]) -> None:
        """A problem of each key that there is not."""
        names = [*known]
        for key in given:
            if key not in names:
                self.refuse((*steps, key), words("there is no such key{advice}", advice=did_you_mean(str(key), names)))

    @property
    def in_order(self) -> list[Problem]:
        """As they stand in the spec, line by line; those of other files come last."""
        return sorted(self.found, key=lambda each: (each.file != self.document.file, each.file, each.line))

    @contextmanager
    def taking(self) -> Iterator[None]:
        """Takes the problems of another file on."""
        try:
            yield
        except InputError as error:
            self.found += error.problems


def _key(steps: Steps) -> str:
    """``axes[2].key``: entries are counted from 1."""
    key = ""
    for each in steps:
        key += f"[{each + 1}]" if isinstance(each, int) else f".{each}" if key else each
    return key
