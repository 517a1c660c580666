"""A mouth held open by a metal frame, for display: metal does not bend, nor does the cloth in its groove then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.geometry.nearness import away
from bagpattern.sewn.relax import Ties

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bagpattern.model.draft import Draft
    from bagpattern.model.marks import Line
    from bagpattern.model.panel import Panel
    from bagpattern.sewn.bag import Floats, Whole
    from bagpattern.sewn.weld import Glued

_RIGID = frozenset({"purse-frame", "sew-in-frame"})
"""Kinds of stock that are frames on the rim; sprung ones lie in channels, and bend."""
_HELD, _FREE = 7.0, 40.0
"""mm from the inner edge of a frame: what is nearer is as flat as that, what is farther hangs as it likes."""
_BELOW = 4.0
"""By how much more what hangs below its hinges is away from it: there the halves would pass through each other."""


def rigid_lines(draft: Draft, panel: Panel) -> tuple[Line, ...]:
    """The lines of a panel on which the inner edge of a metal frame lies."""
    rigid = {notion.id for notion in draft.notions if notion.kind in _RIGID}
    return tuple(line for line in panel.lines if line.holds in rigid)


def braced(draft: Draft, mesh: Glued, ties: Ties | None) -> Ties | None:
    """Struts, with those that keep all places of a frame as far from each other as they are on its flat half."""
    pairs, rests = [], []
    for cut in mesh.sheets:
        for line in rigid_lines(draft, cut.panel):
            on = np.flatnonzero(_off(line, cut.flat) < _HELD)
            one, other = (on[each] for each in np.triu_indices(len(on), 1))
            pairs.append(np.stack([cut.vertices[one], cut.vertices[other]], axis=1))
            rests.append(np.linalg.norm(cut.flat[one] - cut.flat[other], axis=1))
    if ties is None or not pairs:
        return ties
    rest = np.concatenate([ties.rest, *rests])
    return Ties(np.concatenate([ties.pairs, *pairs]), rest, np.full(len(rest), ties.strength[0]), struts=True)


def stiffened(draft: Draft, mesh: Glued, points: Floats, faces: Whole) -> Floats:
    """The points, those in the grooves of frames moved to where these hold them, and less the farther they are off."""
    moved, sides = np.zeros_like(points), np.zeros(len(points))
    for panel, numbers, flat in _sheets(mesh, faces):
        for line in rigid_lines(draft, panel):
            share = np.clip((_FREE - _off(line, flat)) / (_FREE - _HELD), 0.0, 1.0)
            held = _held(line, flat, points[numbers])
            moved[numbers] += (share * share * (3.0 - 2.0 * share))[:, None] * (held - points[numbers])
            sides[numbers] += share > 0.0
    return points + moved / np.maximum(sides, 1.0)[:, None]


def _off(line: Line, flat: Floats) -> Floats:
    """mm of k x 2 places of its panel from a line; what is beyond its ends, below the hinges, is soon far from it."""
    places, path = flat[:, 0] + 1j * flat[:, 1], line.path
    ends = ((path.start, -path.tangent_at(0.0)), (path.end, path.tangent_at(path.length)))
    beyond = [((places - end) * out.conjugate()).real for end, out in ends]
    near = away(path, flat)
    found: Floats = near + _BELOW * np.clip(np.maximum(*beyond), 0.0, None)
    return found


def _held(line: Line, flat: Floats, points: Floats) -> Floats:
    """Where k x 2 places would be if all of a sheet were as stiff as the frame, which turns on its hinges."""
    on = _off(line, flat) < _HELD
    places = flat[:, 0] + 1j * flat[:, 1]
    hinges = [np.abs(places - end).argmin() for end in (line.path.start, line.path.end)]
    weights = on.astype(float)
    weights[hinges] = on.sum()
    middle, across = stiff(flat, points, weights)
    found: Floats = middle + (flat - weights @ flat / weights.sum()) @ across
    return found


def stiff(flat: Floats, points: Floats, weights: Floats) -> tuple[Floats, Floats]:
    """Where the middle of k x 2 places of what does not bend lies, that they are as near as can be to k x 3 *points*.

    And 2 x 3: the directions there of the first axis and the second. By singular vectors [Kabsch 1976].
    """
    own, middle = flat - weights @ flat / weights.sum(), weights @ points / weights.sum()
    left, _, right = np.linalg.svd((own * weights[:, None]).T @ (points - middle), full_matrices=False)
    return middle, left @ right


def _sheets(mesh: Glued, faces: Whole) -> Iterator[tuple[Panel, Whole, Floats]]:
    """Each sheet's panel, the numbers of its points, each once, and where they are on the panel."""
    first = 0
    for cut in mesh.sheets:
        last = first + 4 * len(cut.triangles)
        a, b, c = (cut.flat[cut.triangles[:, corner]] for corner in range(3))
        ab, bc, ca = (a + b) / 2, (b + c) / 2, (c + a) / 2
        four = [np.stack(each, axis=1) for each in ((a, ab, ca), (ab, b, bc), (ca, bc, c), (ab, bc, ca))]
        numbers, at = np.unique(faces[first:last], return_index=True)
        yield cut.panel, numbers, np.stack(four, axis=1).reshape(-1, 2)[at]
        first = last
