"""What a refusal proposes, followed: it is accepted or gives another reason, and leads out within a few steps."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from bagpattern.contract.cases import Settings
from bagpattern.errors import InputError, Problem
from bagpattern.pipeline import make

MOST = 3
"""How often one value may be refused while what is proposed is done: a loop of two bounds would never end."""
_STEPS = 12

_NUMBER = r"(?:\d+ )?\d+(?:[./]\d+)?"
_LENGTH = rf"({_NUMBER}) (mm|cm|in)"
_PROPOSED = (
    rf"make it (?:\d+ mm, or )?(?:at least|at most) {_LENGTH}",
    rf"choose ({_NUMBER}) to {_NUMBER} (mm|cm|in)",
    rf"choose {_NUMBER} to {_LENGTH}",
    rf"(?:nearest|lowest) free place is at {_LENGTH}",
    rf"{_LENGTH} from the base it has room",
    rf": it has room for {_LENGTH}$",
    rf'not sold .* choose "?{_LENGTH}',
    rf'not sold .* or "?{_LENGTH}',
)
"""A length that, as the message says, will do for the value that is refused."""
_BESIDE = (
    (rf"\b(?:with|or) an? (\w+) of {_LENGTH}", r"\1"),
    (rf"(make) the anchor at least {_LENGTH} wide", "anchor.width"),
    (rf"(make) the bag at least {_LENGTH} deep", "dimensions.depth"),
)
"""The same for another value: of the same part, or in another table."""
_FITS = r"would fit with (.*)"
_PART = rf"(\w+) (?:=|of(?: at (?:least|most))?) ({_NUMBER}(?: (?:mm|cm|in))?)"
"""One of the values that would fit together, among alternatives."""

Values = tuple[tuple[str, str], ...]
"""What one proposal writes, keys and values: several where they are meant together."""


def proposals(problem: Problem) -> list[Values]:
    """What a message proposes: lengths, and counts, each with its key."""
    told, table = problem.tell(problem.message), problem.key.rpartition(".")[0]
    own = [((problem.key, f"{each[1]} {each[2]}"),) for form in _PROPOSED for each in re.finditer(form, told)]
    beside = [
        ((_beside(table, each.expand(key)), f"{each[2]} {each[3]}"),)
        for form, key in _BESIDE
        for each in re.finditer(form, told)
    ]
    return [*own, *beside, *_together(table, told)]


def _beside(table: str, key: str) -> str:
    return key if "." in key else f"{table}.{key}"


def _together(table: str, told: str) -> Iterator[Values]:
    """Each alternative of what would fit: 'the opening of at most 85 mm and the depth of at most 45 mm'."""
    for found in re.finditer(_FITS, told):
        told_each = (re.findall(_PART, each) for each in found[1].split(" or "))
        yield from (tuple((_beside(table, key), size) for key, size in each) for each in told_each if each)


def offered(problem: Problem) -> list[Values]:
    """What a problem offers beside its message, as data."""
    return [((each.key, str(each.value)),) for each in problem.mends]


def all_proposed(problem: Problem) -> list[Values]:
    """All that a problem proposes, in words or as data, each once."""
    return sorted({*proposals(problem), *offered(problem)})


def refusals(preset: Settings, written: Mapping[str, str] | None = None) -> list[Problem]:
    """What is wrong with a preset, these values of it set anew."""
    try:
        make(preset, dict(written or {}))
    except InputError as error:
        return list(error.problems)
    return []


def wording(problem: Problem) -> str:
    """A message without its figures."""
    return re.sub(r"[\d./ ]+", " ", problem.tell(problem.message))


def repeated(preset: Settings) -> list[str]:
    """Every proposal for *preset* that is refused in its turn, by the same words or by the limits of the value."""
    faults = []
    for problem in refusals(preset):
        for values in all_proposed(problem):
            again = [each for each in refusals(preset, dict(values)) if each.key in (problem.key, *dict(values))]
            faults += [f"{problem}; with {_told(values)}: {each}" for each in again if _same(each, problem)]
    return faults


def _told(values: Values) -> str:
    return ", ".join(f"{key} = {value}" for key, value in values)


def _same(again: Problem, problem: Problem) -> bool:
    told = again.tell(again.message)
    return wording(again) == wording(problem) or "is too small: " in told or "is too large: " in told


def circles(preset: Settings) -> Iterator[str]:
    """Where doing what is proposed first, again and again, leads round in a circle."""
    written: dict[str, str] = {}
    refused: Counter[str] = Counter()
    told: list[str] = []
    for _ in range(_STEPS):
        proposed = [(each, way) for each in refusals(preset, written) for way in (*offered(each), *proposals(each))]
        if not proposed:
            return
        problem, values = proposed[0]
        written |= values
        refused[problem.key] += 1
        told.append(f"{problem} [{_told(values)}]")
        if refused[problem.key] > MOST:
            yield f"refused {MOST + 1} times, each time done as told: {' -> '.join(told)}"
            return
