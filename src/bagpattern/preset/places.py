"""Filling in where a problem's key stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from bagpattern.errors import InputError, Mend, Problem
from bagpattern.language import ENGLISH, LANGUAGES, Teller
from bagpattern.preset.keys import Given, canonical, follow, joined
from bagpattern.preset.laid import Laid
from bagpattern.preset.overrides import OVERRIDES
from bagpattern.said import Figure, Proposed
from bagpattern.units import BOTH, Units
from bagpattern.values import replace, value

T = TypeVar("T")


def mends(problem: Problem, tell: Teller) -> Iterator[Mend]:
    """What a problem's message proposes, for its own key or for one beside it, in the maker's units."""
    table, _, _ = problem.key.rpartition(".")
    for each in problem.message.unfold():
        if isinstance(each, Proposed):
            key = joined(table, each.key) if each.key else problem.key
            yield Mend(key, int(each.value.number) if isinstance(each.value, Figure) else tell(each.value))


@value
class Places:
    """Where the values of one preset stand: in its file, in one that it extends, or among the overrides.

    ``called`` is what its reader calls the overrides.
    """

    laid: Laid
    data: Mapping[str, Any]
    """The values with the overrides in them."""
    called: str = OVERRIDES

    def located(self, problems: Iterable[Problem]) -> list[Problem]:
        """The problems, each with its place, in the order of the preset's file, then of its parents'."""
        own = self.laid.document.file
        tell, written = Teller(self._units, self._language), Teller(self._units)
        placed = [replace(each, tell=tell, mends=tuple(mends(each, written))) for each in map(self._placed, problems)]
        placed.sort(key=lambda each: (each.file == OVERRIDES, each.file != own, each.file, each.line))
        return [replace(each, file=self.called) if each.file == OVERRIDES else each for each in placed]

    def locating(self, function: Callable[[], T]) -> T:
        """What *function* gives. Raises its InputError anew, with the place of each problem's key filled in."""
        try:
            return function()
        except InputError as error:
            raise InputError(self.located(error.problems)) from None

    def beside(self, key: str, named: str) -> Path:
        """A file that is named by a key's value: beside the preset that names it, else from where one works."""
        steps, found, _ = follow(self.data, key)
        document = self.laid.place(steps)[0]
        here = Path() if isinstance(found, Given) or document.path is None else document.path.parent
        return here / named

    @property
    def _units(self) -> Units:
        """The units in which the maker thinks, as far as they can be read."""
        word = self._word("units")
        return Units(word if word in ("in", BOTH) else "mm")

    @property
    def _language(self) -> str:
        """The maker's language, likewise."""
        word = self._word("language")
        return word if word in LANGUAGES else ENGLISH

    def _word(self, key: str) -> str:
        """A word of the preset or of the overrides; nothing for what is none."""
        given = self.data.get(key)
        word = given.text if isinstance(given, Given) else given
        return word if isinstance(word, str) else ""

    def _placed(self, problem: Problem) -> Problem:
        if problem.file:
            return problem
        steps, value, rest = follow(self.data, problem.key)
        key = canonical(self.data, steps, rest)
        if isinstance(value, Given):
            return replace(problem, key=key, file=OVERRIDES)
        document, there = self.laid.place(steps)
        line, column = document.nearest(there)
        return replace(problem, key=key, file=document.file, line=line, column=column, shipped=document.shipped)
