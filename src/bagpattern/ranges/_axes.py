"""The axes of a spec: what varies, by one key or by several that move together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from typing import Any, NamedTuple

from bagpattern.errors import did_you_mean, nearest, quoted
from bagpattern.preset.settable import settable
from bagpattern.preset.shipped import preset_names
from bagpattern.ranges._problems import Problems
from bagpattern.ranges.spec import PRESET, Axis, Base, Entry, flat, text
from bagpattern.said import Name, Said
from bagpattern.words import series, words

_KEYS = ("key", "name", "values")
AS = "as"
"""The key in a table by which an entry is called."""
_ANY = "*"
_SHORT = 12
"""Names that a message can tell."""


class Found(NamedTuple):
    """An axis as the spec has it; ``places`` are those of its entries among the values there."""

    axis: Axis
    number: int
    places: tuple[int, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """What rules and templates call it by."""
        return tuple(dict.fromkeys((self.axis.name, *self.axis.keys)))

    def place(self, at: int) -> tuple[str | int, ...]:
        """Where the entry of that number stands in the spec."""
        return "axes", self.number, "values", self.places[at]

    def patterns_filled(self, bases: Mapping[str, Base], problems: Problems) -> Found:
        """The same with everything in the place of ``laptop-*`` that the preset knows of that kind."""
        if not any(_is_pattern(each) for each in self.axis.entries):
            return self._told_apart(problems)
        entries: list[tuple[int, Entry]] = []
        known = tuple(_known(self.axis.name, bases))
        for place, each in zip(self.places, self.axis.entries, strict=True):
            matching = _matching(each, known) if _is_pattern(each) else [each]
            if not matching:
                problems.refuse(("axes", self.number, "values", place), _no_match(self.axis.name, each.label, known))
            entries += [(place, one) for one in matching]
        once = {entry.label: (place, entry) for place, entry in reversed(entries)}  # what several patterns mean
        kept = sorted(once.values(), key=lambda each: entries.index(each))
        filled = Axis(self.axis.name, tuple(entry for _, entry in kept))
        return Found(filled, self.number, tuple(place for place, _ in kept))

    def _told_apart(self, problems: Problems) -> Found:
        seen: set[str] = set()
        for at, each in enumerate(self.axis.entries):
            if each.label in seen:
                told = words(
                    'there is another {label} on this axis: take one out, or write {key} = "..."',
                    label=quoted(each.label),
                    key=Name(AS),
                )
                problems.refuse(self.place(at), told)
            seen.add(each.label)
        return self


def axes(data: Mapping[str, Any], problems: Problems) -> tuple[Found, ...]:
    """Every axis that can be read."""
    given = data.get("axes")
    if not isinstance(given, list | tuple) or not given:
        problems.refuse(("axes",), words("is missing: write [[axes]], and below it key and values of what varies"))
        return ()
    found = [each for at, table in enumerate(given) if (each := _axis(table, at, problems))]
    taken: dict[str, int] = {}
    for each in found:
        for name in each.names:
            if name in taken:
                told = words(
                    "{name} stands on axis {number} already: what varies together is one axis",
                    name=quoted(name),
                    number=taken[name] + 1,
                )
                problems.refuse(("axes", each.number), told)
            taken.setdefault(name, each.number)
    return tuple(found)


def _axis(table: Any, number: int, problems: Problems) -> Found | None:
    if not isinstance(table, Mapping):
        problems.refuse(
            ("axes", number), words("must be a table, not {table}: write [[axes]] before each", table=quoted(table))
        )
        return None
    problems.refuse_unknown(("axes", number), table, _KEYS)
    key, name, values = table.get("key", ""), table.get("name", ""), table.get("values")
    if not isinstance(key, str) or not isinstance(name, str) or not (key or name):
        problems.refuse(
            ("axes", number), words('needs a key, such as key = "holds", or a name, where tables set several')
        )
        return None
    if not isinstance(values, list | tuple) or not values:
        problems.refuse(("axes", number, "values"), words("is a list with something in it: write values = [...]"))
        return None
    entries = [(at, each) for at, one in enumerate(values) if (each := _entry(one, key, number, at, problems))]
    axis = Axis(name or key, tuple(each for _, each in entries))
    return Found(axis, number, tuple(at for at, _ in entries)) if entries else None


def _entry(given: Any, key: str, number: int, at: int, problems: Problems) -> Entry | None:
    steps = ("axes", number, "values", at)
    if isinstance(given, Mapping):
        sets = dict(flat({name: each for name, each in given.items() if name != AS}))
        sets = {key if name == "value" and key else name: each for name, each in sets.items()}
        label = given.get(AS, "-".join(text(each) for each in sets.values()))
        if not sets or not isinstance(label, str) or not label.strip():
            problems.refuse(
                steps,
                words(
                    "sets nothing, or is called nothing: write {example}",
                    example=Name(f'{{ {AS} = "small", key = value }}'),
                ),
            )
            return None
        return Entry(label, sets)
    if not key:
        problems.refuse(
            steps,
            words("needs a key on this axis: write key = ..., or a table of keys, not {given}", given=quoted(given)),
        )
        return None
    if isinstance(given, int | float | bool | str) or _is_list_of_words(given):
        return Entry(text(given), {key: given})
    problems.refuse(steps, words("is no value of a preset: {given}", given=quoted(given)))
    return None


def _is_list_of_words(given: Any) -> bool:
    return isinstance(given, list | tuple) and bool(given) and all(isinstance(each, str) for each in given)


def _is_pattern(entry: Entry) -> bool:
    """Whether it is a single word with a star in it."""
    return _ANY in entry.label and [*entry.sets.values()] == [entry.label]


def _known(key: str, bases: Mapping[str, Base]) -> Iterator[str]:
    """Every value that the key can have in some preset, if those can be listed."""
    if key == PRESET:
        yield from preset_names()
        return
    found = (each for base in bases.values() for each in settable(base.data) if each.key == key)
    yield from dict.fromkeys(value for each in found for value in each.values)


def _no_match(key: str, pattern: str, known: Sequence[str]) -> Said:
    """Why a pattern means nothing, with what may be meant; the whole list only where that is short."""
    told = words("{pattern} matches nothing that {key} can be", pattern=quoted(pattern), key=Name(key))
    if not known:
        return words("{told}: these values cannot be listed, so write each", told=told)
    near = nearest(pattern, known)
    return series((told, did_you_mean(pattern, known)), "") if near or len(known) <= _SHORT else told


def _matching(entry: Entry, known: Sequence[str]) -> list[Entry]:
    return [Entry(each, dict.fromkeys(entry.sets, each)) for each in known if fnmatchcase(each, entry.label)]
