"""``exclude`` and ``where``: which combinations are not made, or alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from typing import Any

from bagpattern.errors import did_you_mean, quoted
from bagpattern.lengths import between, over, under
from bagpattern.ranges._axes import Found
from bagpattern.ranges._problems import Problems, Steps
from bagpattern.ranges.spec import Entry, Rule, flat, text
from bagpattern.said import Name
from bagpattern.units import parse_length
from bagpattern.words import words

_ORDERS: Mapping[str, Callable[[float, float], bool]] = {
    "<=": lambda one, other: not over(one, other),
    ">=": lambda one, other: not under(one, other),
    "<": under,
    ">": over,
}
"""The longer signs first: each begins a text."""


def rules(kind: str, data: Mapping[str, Any], found: Sequence[Found], problems: Problems) -> tuple[Rule, ...]:
    """The rules of a kind. One that means nothing is a slip of the pen, and refused."""
    given = data.get(kind, [])
    if not isinstance(given, list | tuple) or not all(isinstance(each, Mapping) and each for each in given):
        problems.refuse(
            (kind,), words("is a list of tables: write [[{kind}]], and below it values of axes", kind=Name(kind))
        )
        return ()
    return tuple(_rule(kind, at, dict(flat(table)), found, problems) for at, table in enumerate(given))


def _rule(kind: str, number: int, table: Mapping[str, Any], found: Sequence[Found], problems: Problems) -> Rule:
    meant: dict[int, frozenset[int]] = {}
    for key, wanted in table.items():
        steps: Steps = (kind, number, *key.split("."))
        at = next((at for at, each in enumerate(found) if key in each.names), None)
        if at is None:
            names = [name for each in found for name in each.names]
            problems.refuse(steps, words("there is no such axis{advice}", advice=did_you_mean(key, names)))
            continue
        numbers = frozenset(_meant(key, wanted, found[at], steps, problems))
        meant[at] = meant.get(at, numbers) & numbers
    return meant


def _meant(key: str, wanted: Any, found: Found, steps: Steps, problems: Problems) -> Iterator[int]:
    """The numbers of the entries that one of the wanted values means."""
    several = wanted if isinstance(wanted, list | tuple) else [wanted]
    for each in several:
        numbers = [at for at, entry in enumerate(found.axis.entries) if _is_meant(key, text(each), entry)]
        if not numbers:
            known = [entry.label for entry in found.axis.entries]
            problems.refuse(
                steps,
                words(
                    "{text} is nothing on this axis{advice}",
                    text=quoted(text(each)),
                    advice=did_you_mean(text(each), known),
                ),
            )
        yield from numbers


def _is_meant(key: str, wanted: str, entry: Entry) -> bool:
    sign = next((each for each in _ORDERS if wanted.startswith(each)), "")
    one, other = _amount(entry.sets.get(key)), _amount(wanted.removeprefix(sign).strip())
    if one is not None and other is not None and (_ORDERS[sign](one, other) if sign else between(one, other, other)):
        return True
    own = [entry.label, *([text(entry.sets[key])] if key in entry.sets else [])]
    return any(fnmatchcase(each, wanted) for each in own)


def _amount(given: Any) -> float | None:
    """mm of a length, a number as it is; nothing of anything else."""
    if isinstance(given, bool) or not isinstance(given, int | float | str):
        return None
    try:
        return float(given)
    except ValueError:
        return _mm(str(given))


def _mm(given: str) -> float | None:
    try:
        return parse_length(given)
    except ValueError:
        return None
