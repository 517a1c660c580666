"""What a range is: its axes, what of their combinations is made, and what is written of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from itertools import product
from typing import Any

from bagpattern.layout.prices import Prices
from bagpattern.preset.source import Document
from bagpattern.values import once, value

PRESET = "preset"
"""The key of what every variant begins from: above the axes, or on one."""
OPTIONS = "options."
"""What the key of an option begins with: options.paper."""


@value
class Entry:
    """One place on an axis: what it is called, and what it sets, by dotted keys."""

    label: str
    sets: Mapping[str, Any]


@value
class Axis:
    """One way in which variants differ; ``name`` is its key, or what a table's entries are called by."""

    name: str
    entries: tuple[Entry, ...]

    @once
    def keys(self) -> tuple[str, ...]:
        """Every key that some entry sets."""
        return tuple(dict.fromkeys(key for each in self.entries for key in each.sets))

    @once
    def words(self) -> tuple[Mapping[str, str], ...]:
        """For each entry what fills the gaps of a template: by each key what it sets, by the name what it is called."""
        unset = dict.fromkeys(self.keys, "")
        set_by = ({key: text(given) for key, given in each.sets.items()} for each in self.entries)
        return tuple({**unset, **own, self.name: each.label} for own, each in zip(set_by, self.entries, strict=True))


Rule = Mapping[int, frozenset[int]]
"""By an axis' number the numbers of those of its entries that are meant; a combination is meant if all of its are."""
Combination = tuple[int, ...]
"""The number of an entry on each axis."""


@value
class Base:
    """A preset with all that it inherits, as plain data that goes anywhere, and the hash of it."""

    name: str
    data: Mapping[str, Any]
    digest: str


@value
class Spec:
    """A range that has been read and checked; the ``document`` is its text.

    ``name`` and ``title`` are templates with a gap for each axis, ``{holds}``; an empty title leaves each bag its own.
    ``settled`` is what holds for all variants. Nothing is made of what ``exclude`` means, nor, if there is any
    ``where``, of what none of these means. ``options`` are those of what is written, by name, as the spec has them.
    ``pictures`` says whether the sewn bag is drawn.
    """

    document: Document
    name: str
    title: str
    bases: Mapping[str, Base]
    axes: tuple[Axis, ...]
    formats: tuple[str, ...]
    purpose: str = "paper"
    preset: str = ""
    settled: Mapping[str, Any] = field(default_factory=dict)
    options: Mapping[str, Any] = field(default_factory=dict)
    exclude: tuple[Rule, ...] = ()
    where: tuple[Rule, ...] = ()
    pictures: bool = True
    prices: Prices | None = None

    @property
    def id(self) -> str:
        """What it is called: as its file is."""
        return self.document.id

    def combinations(self) -> Iterator[Combination]:
        """What is made, the last axis changing first."""
        everything = product(*(range(len(axis.entries)) for axis in self.axes))
        if not self.exclude and not self.where:
            return everything
        return filter(self._is_made, everything)

    def _is_made(self, one: Combination) -> bool:
        if self.where and not any(_means(rule, one) for rule in self.where):
            return False
        return not any(_means(rule, one) for rule in self.exclude)

    @once
    def total(self) -> int:
        """How many variants there are."""
        if not self.exclude and not self.where:
            return _product(len(axis.entries) for axis in self.axes)
        return sum(1 for _ in self.combinations())

    def entries(self, one: Combination) -> Iterator[tuple[Axis, Entry]]:
        """Each axis with the entry that a combination has of it."""
        return ((axis, axis.entries[at]) for axis, at in zip(self.axes, one, strict=True))


def _means(rule: Rule, one: Combination) -> bool:
    return all(one[axis] in meant for axis, meant in rule.items())


def _product(numbers: Iterator[int]) -> int:
    result = 1
    for each in numbers:
        result *= each
    return result


def flat(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """A table's values by dotted keys: ``dimensions = {width = "20 cm"}`` is ``dimensions.width``."""
    for key, given in table.items():
        if isinstance(given, Mapping):
            yield from flat(given, f"{before}{key}.")
        else:
            yield f"{before}{key}", given


def text(given: Any) -> str:
    """A value as a line would have it: several with commas."""
    if isinstance(given, bool):
        return str(given).lower()
    if isinstance(given, Sequence) and not isinstance(given, str):
        return ",".join(map(text, given))
    return str(given)
