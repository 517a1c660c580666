"""Filling in where a problem's key stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from bagpattern.errors import InputError, Problem
from bagpattern.preset.keys import Given, canonical, follow
from bagpattern.preset.locate import Position, Steps, positions
from bagpattern.preset.overrides import OPTION


@dataclass(frozen=True)
class Places:
    """Where the values of one preset stand: in its file, or on the command line."""

    file: str
    text: str
    data: Mapping[str, Any]
    """The values with the overrides in them."""

    @cached_property
    def _positions(self) -> Mapping[Steps, Position]:
        return positions(self.text)

    def located(self, problems: Iterable[Problem]) -> InputError:
        """The problems as one error, each with its place, in the order of the file."""
        return InputError(sorted(map(self._placed, problems), key=lambda each: (each.file == OPTION, each.line)))

    def _placed(self, problem: Problem) -> Problem:
        if problem.file:
            return problem
        steps, value, rest = follow(self.data, problem.key)
        key = canonical(self.data, steps, rest)
        if isinstance(value, Given):
            return replace(problem, key=key, file=OPTION)
        line, column = self._nearest(steps)
        return replace(problem, key=key, file=self.file, line=line, column=column)

    def _nearest(self, steps: Steps) -> Position:
        """The place of the value, or of the innermost table around it that stands in the file."""
        while steps and steps not in self._positions:
            steps = steps[:-1]
        return self._positions.get(steps, (0, 0))
