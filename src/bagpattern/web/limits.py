"""How much a request may ask for, and what is refused: written once, for server and workers."""

from __future__ import annotations

import signal
from collections.abc import Iterator, Mapping
from typing import Any

from bagpattern.errors import InputError, Problem
from bagpattern.said import Said
from bagpattern.values import value
from bagpattern.words import words

BODY = 64 * 1024
"""Bytes of a request's body, and of the text that a link holds."""
LINK = 8 * 1024
"""Characters of what a link holds, deflated: every value of a preset written out takes 5 800."""
DEEPEST, MOST_VALUES, MOST_ENTRIES, LONGEST = 8, 4000, 100, 200
"""Tables within tables, values in all, entries of one list, characters of one text: no bag has half of that."""
_LARGEST = 1e9
COUNTED = hasattr(signal, "setitimer")
"""Whether the system counts a process's seconds of the processor, and ends it when they are used up."""


@value
class Limits:
    """How much work one server does at once; seconds are of the processor, for a machine may be busy otherwise.

    ``queue`` is how many requests wait at most. A worker is renewed after so many ``jobs``; ``memory`` is what it may
    take at most, in bytes, 0 for as much as there is.
    """

    workers: int = 1
    queue: int = 16
    draft: float = 2.0
    file: float = 10.0
    everything: float = 40.0
    """For all files in one."""
    patience: float = 4.0
    """How many times its seconds a job may take by the clock."""
    jobs: int = 1000
    memory: int = 0


def refuse_beyond(data: Mapping[str, Any]) -> None:
    """Raises InputError for a preset's values that go beyond what any bag has."""
    problem = next(_beyond(data), None)
    if problem:
        raise InputError([Problem("", problem)])


def _beyond(data: Mapping[str, Any]) -> Iterator[Said]:
    waiting: list[tuple[Any, int]] = [(data, 1)]
    for number, (each, depth) in enumerate(waiting):
        if number > MOST_VALUES:
            yield words("holds more than {most_values} values", most_values=MOST_VALUES)
        elif depth > DEEPEST:
            yield words("its tables are nested more than {deepest} deep", deepest=DEEPEST)
        elif isinstance(each, Mapping | list):
            if len(each) > MOST_ENTRIES:
                yield words("has a list or a table of more than {most_entries} entries", most_entries=MOST_ENTRIES)
                return
            inside = [*each, *each.values()] if isinstance(each, Mapping) else each
            waiting += [(one, depth + 1) for one in inside]
        else:
            yield from _alone(each)


def _alone(value: Any) -> Iterator[Said]:
    if isinstance(value, str) and len(value) > LONGEST:
        yield words("has a text of more than {longest} characters", longest=LONGEST)
    elif isinstance(value, int | float) and not abs(value) < _LARGEST:  # which no NaN is
        yield words("has a number that no bag has")
