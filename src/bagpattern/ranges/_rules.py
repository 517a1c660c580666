"""``exclude`` and ``where``: which combinations are not made, or alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from math import isfinite
from typing import Any, NamedTuple

from bagpattern.errors import did_you_mean, quoted
from bagpattern.lengths import between, over, under
from bagpattern.ranges._axes import Found
from bagpattern.ranges._problems import Problems, Steps
from bagpattern.ranges.spec import Entry, Rule, flat, text
from bagpattern.said import Name, Said
from bagpattern.units import parse_length
from bagpattern.words import words

RULES = EXCLUDE, WHERE = "exclude", "where"
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
    return tuple(_of_use(kind, at, dict(flat(table)), found, problems) for at, table in enumerate(given))


def _of_use(kind: str, number: int, table: Mapping[str, Any], found: Sequence[Found], problems: Problems) -> Rule:
    before = len(problems.found)
    rule = _rule(kind, number, table, found, problems)
    if len(problems.found) == before:
        if not all(rule.values()):
            problems.refuse((kind, number), words("means nothing: no value of an axis is all of this at once"))
        elif kind == WHERE and all(len(rule[at]) == len(found[at].axis.entries) for at in rule):
            problems.refuse((kind, number), words("keeps everything: take it out, or name less"))
    return rule


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
            problems.refuse(steps, _without_unit(key, text(each), found) or _nothing(text(each), found))
        yield from numbers


def _nothing(wanted: str, found: Found) -> Said:
    known = [entry.label for entry in found.axis.entries]
    return words("{text} is nothing on this axis{advice}", text=quoted(wanted), advice=did_you_mean(wanted, known))


def _without_unit(key: str, wanted: str, found: Found) -> Said | None:
    """What to write for a bare number where the axis has lengths."""
    amount = _amount(_unsigned(wanted))
    if amount is None or amount.unit or not any(_unit(entry.sets.get(key)) for entry in found.axis.entries):
        return None
    hints = {"hint": quoted(f"{wanted} cm"), "other": quoted(f"{wanted} in")}
    return words(
        "{text} has no unit, and this axis has lengths: write {hint}, or {other}", text=quoted(wanted), **hints
    )


def _is_meant(key: str, wanted: str, entry: Entry) -> bool:
    sign = _sign(wanted)
    one, other = _amount(entry.sets.get(key)), _amount(_unsigned(wanted))
    if one is not None and other is not None and one.unit == other.unit:
        compare = _ORDERS[sign] if sign else lambda one, other: between(one, other, other)
        if compare(one.figure, other.figure):
            return True
    own = [entry.label, *([text(entry.sets[key])] if key in entry.sets else [])]
    return any(fnmatchcase(each, wanted) for each in own)


def _sign(wanted: str) -> str:
    return next((each for each in _ORDERS if wanted.startswith(each)), "")


def _unsigned(wanted: str) -> str:
    return wanted.removeprefix(_sign(wanted)).strip()


class _Amount(NamedTuple):
    """A length in mm, or a number as it is, of no unit: the two are never compared."""

    figure: float
    unit: str = ""


def _amount(given: Any) -> _Amount | None:
    """What can be compared; nothing of anything else, nor of what is not finite."""
    if isinstance(given, bool) or not isinstance(given, int | float | str):
        return None
    try:
        return _Amount(float(given)) if isfinite(float(given)) else None
    except ValueError:
        return _length(str(given))
    except OverflowError:
        return None


def _length(given: str) -> _Amount | None:
    try:
        return _Amount(parse_length(given), "mm")
    except ValueError:
        return None


def _unit(given: Any) -> str:
    amount = _amount(given)
    return amount.unit if amount else ""
