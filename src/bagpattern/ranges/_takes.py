"""Whether the bags of a range have the keys that its axes and settled values speak of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from bagpattern.errors import InputError, nearest, quoted
from bagpattern.options import wishes
from bagpattern.preset.reading import read
from bagpattern.preset.settable import settable
from bagpattern.ranges._problems import Problems, Steps
from bagpattern.ranges.spec import OPTIONS, PRESET, Spec
from bagpattern.words import words

if TYPE_CHECKING:
    from bagpattern.ranges.plan import Plan

_TRIED = 20
"""Variants with a key that is not known at once: a kind of part has keys of its own."""


def unknown_keys(plan: Plan, problems: Problems) -> None:
    """Refuses each key that no variant takes, nor any of its presets."""
    spec = plan.spec
    known = {each.key for base in spec.bases.values() for each in settable(base.data)} | {PRESET}
    options = {OPTIONS + each for each in wishes()}
    for steps, key in _keys(spec):
        names = options if key.startswith(OPTIONS) else known
        if key not in names and (names is options or not _taken(plan, key)):
            near = nearest(key, names)
            told = words("{key}: there is no such value to set", key=quoted(key))
            problems.refuse(
                steps, words("{told}; did you mean {near}?", told=told, near=quoted(near)) if near else told
            )


def _keys(spec: Spec) -> Iterator[tuple[Steps, str]]:
    for at, axis in enumerate(spec.axes):
        yield from ((("axes", at), key) for key in axis.keys)
    yield from ((("set",), key) for key in spec.settled)


def _taken(plan: Plan, key: str) -> bool:
    """Whether one of the first variants that set it can be read, or is refused for another reason."""
    setting = (each for each in plan.variants() if key in each.sets)
    for each in islice(setting, _TRIED):
        try:
            read(plan.spec.bases[each.base].data, each.sets)
        except InputError as error:
            if any(problem.key == key for problem in error.problems):
                continue
        return True
    return False
