"""Chains of many points as paths of few."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
import shapely

from bagpattern.geometry.path import Path, line_path
from bagpattern.geometry.points import Point

if TYPE_CHECKING:
    from numpy.typing import NDArray

_DECIMALS = 2


def thinned(
    chains: Sequence[NDArray[np.float64]],
    error: float,
    closed: bool = False,
    move: Point = 0j,
    decimals: int = _DECIMALS,
) -> Iterator[Path]:
    """Chains of k x 2 points as straight lines that leave them by *error* mm at most, to 0.01 mm or so; moved.

    A *closed* chain says its first point again at its end. Chains that are nothing but a point are left out.
    """
    if not chains:
        return
    indices = np.repeat(np.arange(len(chains)), [len(each) for each in chains])
    lines = shapely.simplify(
        shapely.linestrings(np.concatenate(chains), indices=indices), error, preserve_topology=False
    )
    points, owner = shapely.get_coordinates(lines, return_index=True)
    places = np.round(points + np.array([move.real, move.imag]), decimals)
    fresh = np.append(True, (np.diff(places, axis=0) != 0).any(1) | (np.diff(owner) != 0))
    places, owner = places[fresh], owner[fresh]
    for chain in np.split(places[:, 0] + 1j * places[:, 1], np.flatnonzero(np.diff(owner)) + 1):
        if len(chain) > (3 if closed else 1):
            yield line_path(*chain.tolist())
