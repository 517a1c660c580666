"""Whether the bags of a range have the keys that its axes and settled values speak of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from bagpattern.errors import InputError, nearest, quoted
from bagpattern.options import wishes
from bagpattern.preset.reading import read
from bagpattern.preset.settable import settable
from bagpattern.ranges._problems import Problems, Steps
from bagpattern.ranges.spec import OPTIONS, PRESET, Spec
from bagpattern.ranges.variant import Variant
from bagpattern.words import words

_TRIED = 20
"""Variants with a key that is not known at once: a kind of part has keys of its own."""


def unknown_keys(spec: Spec, variants: Callable[[], Iterable[Variant]], problems: Problems) -> None:
    """Refuses each key that none of the *variants*, which are called for anew, takes, nor any of its presets."""
    known = {each.key for base in spec.bases.values() for each in settable(base.data)} | {PRESET}
    options = {OPTIONS + each for each in wishes()}
    for steps, key in _keys(spec):
        names = options if key.startswith(OPTIONS) else known
        if key not in names and (names is options or not _taken(spec, variants(), key)):
            near = nearest(key, names)
            told = words("{key}: there is no such value to set", key=quoted(key))
            problems.refuse(
                steps, words("{told}; did you mean {near}?", told=told, near=quoted(near)) if near else told
            )


def _keys(spec: Spec) -> Iterator[tuple[Steps, str]]:
    for at, axis in enumerate(spec.axes):
        yield from ((("axes", at), key) for key in axis.keys)
    yield from ((("set",), key) for key in spec.settled)


def _taken(spec: Spec, variants: Iterable[Variant], key: str) -> bool:
    """Whether one of the first variants that set it can be read, or is refused for another reason."""
    setting = (each for each in variants if key in each.sets)
    for each in islice(setting, _TRIED):
        try:
            read(spec.bases[each.base].data, each.sets)
        except InputError as error:
            if any(problem.key == key for problem in error.problems):
                continue
        return True
    return False
