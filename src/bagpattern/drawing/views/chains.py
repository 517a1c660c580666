"""Pieces of lines, joined end to end; and which of some pieces lead from one line to another."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from bagpattern.sewn.bag import Floats

_NEAR = 0.08
"""mm: ends nearer than that are one."""

Key = tuple[int, int]


def chained(pairs: Floats) -> list[Floats]:
    """Stretches, s x 2 x 3, joined end to end where two, and only two, meet."""
    return [np.array([pairs[each, end] for each, end in chain]) for chain in _chains(pairs)]


def bridges(pairs: Floats, lines: Floats, longest: float) -> list[int]:
    """Those of some stretches, s x 2 x 3, that lead on a short way from a loose end of lines to a place of them."""
    met = Counter(each for ends in _keys(lines) for each in ends)
    keys, found = _keys(pairs), []
    lengths = np.linalg.norm(pairs[:, 1] - pairs[:, 0], axis=1) if len(pairs) else np.zeros(0)
    for chain in _chains(pairs):
        own = [number for number, _ in chain[1:]]
        ends = [keys[number][end] for number, end in (chain[0], chain[-1])]
        loose = all(each in met for each in ends) and min(met[each] for each in ends) == 1
        if loose and ends[0] != ends[1] and lengths[own].sum() < longest:
            found += own
    return found


def _keys(pairs: Floats) -> list[list[Key]]:
    return [[(round(x / _NEAR), round(y / _NEAR)) for x, y, _ in ends] for ends in pairs.tolist()]


def _chains(pairs: Floats) -> list[list[tuple[int, int]]]:
    """Chains of stretches: the first, and at which of its ends it begins; then each, and at which of them it ends."""
    keys = _keys(pairs)
    meeting: dict[Key, list[int]] = {}
    for number, (start, end) in enumerate(keys):
        if start != end:
            meeting.setdefault(start, []).append(number)
            meeting.setdefault(end, []).append(number)
    left = {number for number, (start, end) in enumerate(keys) if start != end}
    found = []
    for number in range(len(keys)):
        if number in left:
            left.discard(number)
            ahead = _followed(number, keys[number][1], keys, meeting, left)
            back = _followed(number, keys[number][0], keys, meeting, left)
            chain = [*((each, 1 - end) for each, end in reversed(back)), (number, 0), *ahead]
            found.append([chain[0], *((each, 1 - end) for each, end in chain)])
    return found


def _followed(
    number: int,
    at: Key,
    keys: list[list[Key]],
    meeting: dict[Key, list[int]],
    left: set[int],
) -> list[tuple[int, int]]:
    """The stretches that follow one at a place, each with the number of the end at which it is entered."""
    found = []
    while len(meeting[at]) == 2:
        one, other = meeting[at]
        number = other if one == number else one
        if number not in left:
            break
        left.discard(number)
        entered = keys[number].index(at)
        found.append((number, entered))
        at = keys[number][1 - entered]
    return found
