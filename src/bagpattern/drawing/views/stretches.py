"""Of which stretches of a line something holds, such as that they are seen, or how: to 0.05 mm of the bag."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bagpattern.drawing.views.scene import spread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bagpattern.drawing.views.scene import Flags
    from bagpattern.sewn.bag import Floats, Whole

    Holds = Callable[[Floats, Whole], Flags | Whole]

_STEP = 1.5
"""mm from one place that is looked at to the next."""
_HALVINGS = 5
"""1.5 mm halved five times is 0.05 mm."""


class Chains(NamedTuple):
    """Several chains of points in one list: ``points`` is n x 3 or more, x, y and depth and whatever goes with them;
    chain i begins at ``starts[i]``.
    """

    points: Floats
    starts: Whole

    @classmethod
    def of(cls, chains: Sequence[Floats]) -> Chains:
        """Of at least one chain."""
        return cls(np.concatenate(chains), np.cumsum([0, *map(len, chains)]))

    @classmethod
    def straight(cls, ends: Floats) -> Chains:
        """Of straight lines, k x 2 x 3."""
        return cls(ends.reshape(-1, ends.shape[2]), np.arange(len(ends) + 1) * 2)


class Stretches(NamedTuple):
    """Stretches in one list: ``points`` as those of the chains, that of number i begins at ``starts[i]``; the number of
    the ``chain`` that each is of, and ``how`` it holds there.
    """

    points: Floats
    starts: Whole
    chain: Whole
    how: Whole

    @property
    def ends(self) -> Floats:
        """The first and the last point of each: k x 2 x 3 or more."""
        return np.stack([self.points[self.starts[:-1]], self.points[self.starts[1:] - 1]], axis=1)

    def each(self) -> Iterator[tuple[int, Floats]]:
        """One after the other: the number of its chain, and its points."""
        for number, (low, high) in zip(self.chain.tolist(), pairwise(self.starts.tolist()), strict=True):
            yield number, self.points[low:high]


def stretches(chains: Chains, holds: Holds) -> Stretches:
    """Every stretch of which something holds, in the order of the chains.

    *holds* takes points and chains' numbers, and says whether, or by a number above 0 how: then stretches end where
    that changes.
    """
    samples = _Samples.of(chains)
    held = holds(samples.points, samples.chain)
    same = samples.chain[1:] == samples.chain[:-1]
    changes = np.flatnonzero(same & (held[1:] != held[:-1]))
    return _cut(samples, held, changes, _between(samples, changes, held, holds))


class _Samples(NamedTuple):
    """All corners of the chains, with further points between them where these are far apart."""

    points: Floats
    chain: Whole
    corner: Flags

    @classmethod
    def of(cls, chains: Chains) -> _Samples:
        points = chains.points
        chain = np.repeat(np.arange(len(chains.starts) - 1), np.diff(chains.starts))
        following = np.minimum(np.arange(len(points)) + 1, len(points) - 1)
        many = np.ceil(np.linalg.norm((points[following] - points)[:, :2], axis=1) / _STEP).astype(int)
        many[chains.starts[1:] - 1] = 1
        owner, step = spread(np.maximum(many, 1))
        share = (step / np.maximum(many, 1)[owner])[:, None]
        placed = points[owner] * (1 - share) + points[following[owner]] * share
        return cls(placed, chain[owner], step == 0)


def _between(samples: _Samples, changes: Whole, held: Flags | Whole, holds: Holds) -> Floats:
    """Where, after each of the samples *changes*, it changes."""
    low, high = samples.points[changes], samples.points[changes + 1]
    before, chain = held[changes], samples.chain[changes]
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        as_before = (holds(middle, chain) == before)[:, None]
        low, high = np.where(as_before, middle, low), np.where(as_before, high, middle)
    found: Floats = (low + high) / 2
    return found


def _cut(samples: _Samples, held: Flags | Whole, changes: Whole, between: Floats) -> Stretches:
    """What holds, from change to change; of the samples between these only corners are kept."""
    new = np.append(True, samples.chain[1:] != samples.chain[:-1])
    other = new[1:] | (held[1:] != held[:-1])
    begins = np.flatnonzero((held > 0) & np.append(True, other))
    number = np.cumsum((held > 0) & np.append(True, other)) - 1
    corners = np.flatnonzero(samples.corner & (held > 0))
    after, before = (np.flatnonzero(held[changes + step] > 0) for step in (1, 0))
    points = np.concatenate([between[after], samples.points[corners], between[before]])
    owner = np.concatenate([number[changes[after] + 1], number[corners], number[changes[before]]])
    order = np.argsort(owner, kind="stable")
    many = np.bincount(owner, minlength=len(begins))
    kept = np.flatnonzero(many > 1)
    order = order[(many > 1)[owner[order]]]
    starts = np.append(0, np.cumsum(many[kept]))
    return Stretches(points[order], starts, samples.chain[begins[kept]], held[begins[kept]].astype(int))
