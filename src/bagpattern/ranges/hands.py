"""How a range may be made, declared once for the command line and the library: by how many, and in what time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import isfinite
from typing import Any

from bagpattern.errors import InputError, Problem, quoted
from bagpattern.parameter import Parameter
from bagpattern.said import Figure
from bagpattern.words import words

MOST_PROCESSES = 1024
SHORTEST, LONGEST = 0.1, 86_400
"""Seconds that a variant may be given, up to a day."""


def refuse_hands(given: Mapping[str, Any], hired: bool) -> None:
    """Raises InputError for *given* processes, limits and numbers at once that are none, or that nobody reads.

    Who is *hired*, an executor, has its own processes and limits; without one there is nothing but those.
    """
    said = {name: each for name, each in given.items() if each is not None}
    if hired and {"processes", "limit"} & {*said}:
        told = words("has its own processes and limits: leave processes and limit out")
        raise InputError([Problem("executor", told)])
    if not hired and "at_once" in said:
        raise InputError([Problem("at_once", words("is for an executor: write processes in its place"))])
    problems = [*_faults(said)]
    if problems:
        raise InputError(problems)


def _faults(said: Mapping[str, Any]) -> Iterator[Problem]:
    for name, most in (("processes", MOST_PROCESSES), ("at_once", None)):
        try:
            Parameter("count", "", least=1, most=most).read(said.get(name, 1))
        except ValueError as error:
            yield Problem(name, error.args[0])
    limit = said.get("limit", LONGEST)
    is_number = isinstance(limit, int | float) and not isinstance(limit, bool)
    if not is_number or not isfinite(limit) or not SHORTEST <= limit <= LONGEST:
        ends = {"least": Figure(SHORTEST), "most": Figure(LONGEST)}
        told = words("is a number of seconds, {least} to {most}, not {given}", given=quoted(limit), **ends)
        yield Problem("limit", told)
