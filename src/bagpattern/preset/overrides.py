"""Overrides, ``--set`` on a command line: single values put in the place of what the preset says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from bagpattern.errors import InputError, Problem, did_you_mean, named, nearest, quoted
from bagpattern.preset.keys import Covered, Given, entry_names, follow
from bagpattern.said import NOTHING, Name, Said
from bagpattern.words import words

if TYPE_CHECKING:
    from bagpattern.given_places import Steps

OVERRIDES = "overrides"
"""What stands in the place of the file in a message about an override, unless its reader calls them otherwise."""

_DEEPEST = 20


class Added(dict[str, Any]):
    """A table that is not in the file: made to hold an override."""


def keyed(overrides: object) -> dict[str, Any]:
    """The overrides by their keys as text. Raises InputError when they are no mapping."""
    if overrides is not None and not isinstance(overrides, Mapping):
        raise InputError(
            [
                Problem(
                    "",
                    words("must be a mapping of keys to values, not {overrides}", overrides=quoted(overrides)),
                    OVERRIDES,
                )
            ]
        )
    return {str(key): value for key, value in (overrides or {}).items()}


def overridden(data: Mapping[str, Any], overrides: Mapping[str, Any]) -> Mapping[str, Any]:
    """A copy of *data* with every override that has a place there put into it, as ``Given``."""
    result = data
    for key, text in overrides.items():
        steps, found, rest = follow(data, key)
        if rest and isinstance(found, Mapping) and rest.count(".") < _DEEPEST:
            steps = (*steps, *rest.split("."))
            rest = ""
        if steps and not rest:
            result = _put(result, steps, Given(key, text))
    return result


def refusal(data: Mapping[str, Any], key: str, known: Sequence[str]) -> Problem:
    """The problem of an override that no declaration has taken up; *known* are all the keys that there are."""
    steps, found, rest = follow(data, key)
    if rest and steps and isinstance(found, Sequence) and not isinstance(found, str):
        word = rest.partition(".")[0]
        advice = did_you_mean(word, entry_names(found))
        below = Name(".".join(map(str, steps)))
        new = words("; a new one is written into the file, below [[{table}]]", table=below)
        return Problem(
            key,
            words(
                "there is no {word} among the {steps}{advice}{new}",
                word=quoted(word),
                steps=Name(str(steps[-1])),
                advice=advice,
                new=new,
            ),
            OVERRIDES,
        )
    if rest and isinstance(found, str):
        table = ".".join(str(step) for step in steps)
        return Problem(
            key,
            words(
                "{table} is {found} here: write its values into the file, in its place",
                table=Name(table),
                found=quoted(found),
            ),
            OVERRIDES,
        )
    inside = [each for each in known if key and each.startswith((f"{key}.", f"{key}["))]
    if inside:
        return Problem(
            key, words("holds several values: set one of them; there is {names}", names=named(inside)), OVERRIDES
        )
    return Problem(key, words("there is no such value to set{advice}", advice=_meant(key, known)), OVERRIDES)


def _meant(key: str, known: Sequence[str]) -> Said:
    """What is said of a key that is none: those that end as it does, where it lacks its table, else the nearest."""
    ending = [each for each in known if each.endswith(f".{key}")]
    if len(ending) > 1:
        return words("; there is {names}", names=named(ending))
    near = ending[0] if ending else nearest(key, known)
    return words("; did you mean {near}?", near=quoted(near)) if near else NOTHING


def _put(data: Any, steps: Steps, value: Given) -> Any:
    """A copy of *data*, as deep as need be, with *value* at *steps*, beside what is there if that is a table."""
    if not steps:
        return Covered(data, value) if isinstance(data, Mapping) else data if _holds_tables(data) else value
    step, deeper = steps[0], steps[1:]
    if isinstance(step, int):
        return [*data[:step], _put(data[step], deeper, value), *data[step + 1 :]]
    if not isinstance(data, Mapping):
        return Added({step: _put(None, deeper, value)})
    table = {**data, step: _put(data.get(step), deeper, value)}
    return Added(table) if isinstance(data, Added) else table


def _holds_tables(data: Any) -> bool:
    """Whether *data* is a list of tables: a list of words is a single value."""
    return isinstance(data, list | tuple) and any(isinstance(each, Mapping) for each in data)
