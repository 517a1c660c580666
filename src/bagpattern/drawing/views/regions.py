"""Regions of one colour, and the lines around them: between two samples the border is looked for, to 0.05 mm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.values import value

if TYPE_CHECKING:
    from collections.abc import Callable

    from bagpattern.drawing.views.samples import Samples
    from bagpattern.drawing.views.scene import Flags
    from bagpattern.sewn.bag import Floats, Whole

    Seen = Callable[[Floats, Whole], Whole]

_HALVINGS = 4
SPECK = 12
"""Samples around a region: what is smaller is a speck."""
_STEPS = {
    # corners of a square of samples that are in the region: 1 lower left, 2 lower right, 4 upper right, 8 upper left
    1: ((0, 3),),
    2: ((1, 0),),
    3: ((1, 3),),
    4: ((2, 1),),
    5: ((0, 3), (2, 1)),
    6: ((2, 0),),
    7: ((2, 3),),
    8: ((3, 2),),
    9: ((0, 2),),
    10: ((1, 0), (3, 2)),
    11: ((1, 2),),
    12: ((3, 1),),
    13: ((0, 1),),
    14: ((3, 0),),
}
"""How a border runs through such a square, the region on its left, from side to side: 0 below, 1 right, 2 above."""


@value
class Borders:
    """Samples with a colour each, -1 for none, and where between neighbours of different colours the border runs.

    ``colours`` is rows x columns; ``right`` and ``up`` are the share of the way from a sample to the next.
    """

    samples: Samples
    colours: Whole
    right: Floats
    up: Floats

    @classmethod
    def of(cls, samples: Samples, seen: Seen) -> Borders:
        """Of samples; *seen* gives the colours of places, k x 2, on triangles, -1 for none."""
        colours: Whole = np.full(samples.triangles.shape, -1)
        rows, columns = np.nonzero(samples.triangles >= 0)
        colours[rows, columns] = seen(samples.places(rows, columns), samples.triangles[rows, columns])
        right, up = np.full(colours.shape, 0.5), np.full(colours.shape, 0.5)
        for shares, (down, aside) in ((right, (0, 1)), (up, (1, 0))):
            here, there = colours[: len(colours) - down, : colours.shape[1] - aside], colours[down:, aside:]
            rows, columns = np.nonzero(here != there)
            shares[rows, columns] = _shares(samples, here[rows, columns], seen, (rows, columns), (down, aside))
        return cls(samples, colours, right, up)

    def lit(self, lights: Floats, dark: float) -> Borders:
        """Likewise, and the border within one colour is where the light falls below what is *dark*, or a face ends."""
        faces = np.append(self.samples.scene.facets, -1)
        of = faces[self.samples.triangles]
        found = []
        for given, (down, aside) in ((self.right, (0, 1)), (self.up, (1, 0))):
            here, there = np.s_[: len(lights) - down, : lights.shape[1] - aside], np.s_[down:, aside:]
            fall = lights[there] - lights[here]
            crossed = np.clip((dark - lights[here]) / np.where(fall == 0.0, np.inf, fall), 0.02, 0.98)
            shares = given.copy()
            shares[here] = np.where(self.colours[here] == self.colours[there], crossed, given[here])
            turns = (self.colours[here] == self.colours[there]) & (of[here] != of[there])
            rows, columns = np.nonzero(turns & ((lights[here] < dark) != (lights[there] < dark)))
            face = of[rows, columns]
            shares[rows, columns] = _shares(
                self.samples, face, lambda _, triangles: faces[triangles], (rows, columns), (down, aside)
            )
            found.append(shares)
        return Borders(self.samples, self.colours, *found)

    def around(self, inside: Flags, least: int = SPECK) -> list[Floats]:
        """The closed borders of a region, k x 2 each, its inside on the left; *inside* is rows x columns.

        Those shorter than *least* samples are left out.
        """
        sides = _sides_of(inside)
        followed = dict(zip(*(each.tolist() for each in sides), strict=True))
        loops = []
        while followed:
            start, at = followed.popitem()
            loop = [start]
            while at != start:
                loop.append(at)
                at = followed.pop(at)
            if len(loop) >= least:
                loops.append(self._placed(np.array(loop)))
        return loops[::-1]

    def sample(self, place: Floats) -> tuple[int, int]:
        """The row and the column of the sample at a place."""
        column, row = np.rint((place - self.samples.origin) / self.samples.step).astype(int).tolist()
        return row, column

    def _placed(self, sides: Whole) -> Floats:
        """Where the border crosses such sides of squares."""
        rising, at = np.divmod(sides, self.colours.size)
        rows, columns = np.divmod(at, self.colours.shape[1])
        shares = np.where(rising, self.up[rows, columns], self.right[rows, columns])
        return self.samples.places(rows + shares * rising, columns + shares * (1 - rising))


def grown(seeds: Flags, parts: Whole) -> Flags:
    """All of those *parts* of a picture that have a seed in them: neighbours of one number, -1 for none of them."""
    rows, columns = np.nonzero(parts >= 0)
    numbers, inside = parts[rows, columns], seeds[rows, columns]
    along = _runs(columns, rows, numbers), _runs(rows, columns, numbers)
    count = -1
    while inside.sum() > count:
        count = int(inside.sum())
        for runs in along:
            inside = (np.bincount(runs, inside) > 0)[runs]
    found: Flags = np.zeros(parts.shape, bool)
    found[rows, columns] = inside
    return found


def _runs(at: Whole, line: Whole, numbers: Whole) -> Whole:
    """For each sample *at* a place of a *line* the number of the stretch of neighbours there that it belongs to."""
    order = np.lexsort((at, line))
    apart = (np.diff(at[order]) != 1) | (np.diff(line[order]) != 0) | (np.diff(numbers[order]) != 0)
    found = np.empty(len(at), int)
    found[order] = np.append(0, np.cumsum(apart))
    return found


def _shares(samples: Samples, colour: Whole, seen: Seen, at: tuple[Whole, Whole], towards: tuple[int, int]) -> Floats:
    """How far from a sample towards its neighbour its colour reaches."""
    low, high = np.zeros(len(colour)), np.ones(len(colour))
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        places = samples.places(at[0] + middle * towards[0], at[1] + middle * towards[1])
        same = seen(places, samples.scene.top(places).triangle) == colour
        low, high = np.where(same, middle, low), np.where(same, high, middle)
    return np.clip((low + high) / 2, 0.02, 0.98)


def _sides_of(inside: Flags) -> tuple[Whole, Whole]:
    """The border as steps through squares of samples: the numbers of the sides from and to which each leads."""
    corners = inside.astype(np.uint8)
    code = corners[:-1, :-1] + 2 * corners[:-1, 1:] + 4 * corners[1:, 1:] + 8 * corners[1:, :-1]
    rows, columns = np.nonzero((code > 0) & (code < 15))
    codes, at, size = code[rows, columns], rows * inside.shape[1] + columns, inside.size
    sides = np.stack([at, size + at + 1, at + inside.shape[1], size + at])
    begins, ends = [], []
    for kind, steps in _STEPS.items():
        here = sides[:, codes == kind]
        begins += [here[one] for one, _ in steps]
        ends += [here[other] for _, other in steps]
    return np.concatenate(begins), np.concatenate(ends)
