"""What would fit in the place of what is refused: tried, not only proposed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bagpattern.errors import InputError
from bagpattern.pipeline import draft
from bagpattern.preset.reading import read
from bagpattern.units import exact, parse_length

_ROUNDS = 10
"""Times that what is proposed is put in and tried: one thing that gives way may need another to do so, too."""
_STEP = 1.25
"""So many times a length that does not do alone is the next that is tried: what is proposed is a limit, and bare."""

Values = dict[str, Any]


def what_fits(base: Mapping[str, Any], sets: Mapping[str, Any]) -> Values:
    """Values by key with which the bag is made, and passes its proof; nothing if none are found.

    Of several things that a message proposes the first one is taken; where nothing more is proposed, lengths go on in
    the direction in which they were sent.
    """
    found: Values = {}
    for _ in range(_ROUNDS):
        proposed = _proposed(base, {**sets, **found})
        if proposed is None:
            return found
        new = {key: each for key, each in proposed.items() if found.get(key) != each} or _further(sets, found)
        if not new:
            return {}
        found |= new
    return {}


def _proposed(base: Mapping[str, Any], sets: Mapping[str, Any]) -> Values | None:
    """What the refusal of a bag proposes, by key; None if it is not refused."""
    try:
        pattern = draft(read(base, sets, called=""))
    except InputError as error:
        first = [each.mends[0] for each in error.problems if each.mends]
        return {each.key: each.value for each in reversed(first)}
    return {} if pattern.errors else None


def _further(sets: Mapping[str, Any], found: Values) -> Values:
    """Every length that was made longer or shorter, once more so."""
    further: Values = {}
    for key, each in found.items():
        try:
            before, now = parse_length(sets[key]), parse_length(each)
        except (KeyError, TypeError, ValueError, AttributeError):
            continue
        further[key] = exact(float(round(now * _STEP if now > before else now / _STEP)))
    return further
