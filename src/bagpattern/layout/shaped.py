"""Pieces on an offcut of any outline, by their true shapes: a grid of cells says where each finds room.

A piece lies where all cells below it are free: cells that touch it, not those of its bounding box. Every place on the
grid is tried at once: the cells that it would share with others are sums of products, which Fourier transforms find.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import shapely

from bagpattern.layout.blanks import Blank, Grade, Spot, polygon
from bagpattern.layout.cloth import Cloth
from bagpattern.layout.offcut import Offcut
from bagpattern.layout.skyline import spot

_CELL = 4.0
"""mm: side of a grid cell. Finer cells waste less and take longer."""
_ROUNDING = 0.01
"""mm by which a piece may reach into a cell that it does not take: what ends on a line between two takes one."""


def by_shape(
    offcut: Offcut, cut: Sequence[Blank], waiting: Sequence[int], on: Cloth, turns: Sequence[float]
) -> Iterator[Spot]:
    """Each piece that is *waiting*, in order, at the first place along the cloth where it finds room in some turn."""
    corner = offcut.corner
    free = _cells(offcut, corner, offcut.sound)
    grades = {grade: _cells(offcut, corner, offcut.area_for(grade)) for grade in Grade} if offcut.zones else {}
    shapes: dict[tuple[int, float], _Shape] = {}
    full: set[int] = set()
    for index in (each for each in waiting if each not in full):
        found = []
        taken = np.fft.rfft2(~(free & grades[cut[index].grade] if grades else free))
        for turn in turns:
            if (index, turn) not in shapes:
                shapes[index, turn] = _shape(cut[index], turn, free.shape)
            place = _room(free.shape, taken, shapes[index, turn])
            found += [(place, turn)] if place is not None else []
        if not found:
            full.add(index)  # nor do its other copies
            continue
        place, turn = min(found)  # foremost along the cloth, then across it
        lying = spot(cut[index], index, turn, corner + complex(*place) * _CELL)
        _take(free, polygon(cut[index].turned(turn) + lying.move - corner), on.gap)
        yield lying


class _Shape(NamedTuple):
    """The cells that a piece takes along and across, and the transform of those that it touches."""

    long: int
    wide: int
    transform: Any


def _shape(blank: Blank, turn: float, size: tuple[int, int]) -> _Shape:
    cells = _touched(blank, turn)
    fits = cells.shape[0] <= size[0] and cells.shape[1] <= size[1]
    return _Shape(cells.shape[0], cells.shape[1], np.fft.rfft2(cells, size).conj() if fits else None)


def _touched(blank: Blank, turn: float) -> Any:
    """The cells that a piece touches, its bounding box in the corner of the first."""
    points = blank.turned(turn)
    area = polygon(points - complex(points.real.min(), points.imag.min()))
    size = blank.size(turn)
    cells = math.ceil(size.along / _CELL - 1e-3), math.ceil(size.across / _CELL - 1e-3)
    return _touching(area, (0, 0), cells)


def _touching(area: Any, start: tuple[int, int], cells: tuple[int, int]) -> Any:
    """Which of so many cells from *start* on an area touches, by more than a rounding."""
    along, across = np.indices((max(cells[0], 1), max(cells[1], 1)))
    left, bottom = (start[0] + along) * _CELL, (start[1] + across) * _CELL
    inner = shapely.buffer(area, -_ROUNDING, join_style="mitre")
    shapely.prepare(inner)
    return shapely.intersects(inner, shapely.box(left, bottom, left + _CELL, bottom + _CELL))


def _room(size: tuple[int, int], taken: Any, shape: _Shape) -> tuple[int, int] | None:
    """The first place where a shape shares no cell with what is taken."""
    if shape.transform is None:
        return None
    shared = np.fft.irfft2(taken * shape.transform, size)[: size[0] - shape.long + 1, : size[1] - shape.wide + 1]
    places = np.argwhere(shared < 0.5)
    return (int(places[0][0]), int(places[0][1])) if len(places) else None


def _take(free: Any, area: Any, gap: float) -> None:
    """The cells of a piece, and those nearer to it than the gap, are free no more."""
    wide = shapely.buffer(area, gap, join_style="mitre") if gap else area
    low_x, low_y, high_x, high_y = (float(each) for each in shapely.bounds(wide))
    start = max(0, math.floor(low_x / _CELL)), max(0, math.floor(low_y / _CELL))
    end = min(free.shape[0], math.ceil(high_x / _CELL)), min(free.shape[1], math.ceil(high_y / _CELL))
    touched = _touching(wide, start, (end[0] - start[0], end[1] - start[1]))
    part = free[start[0] : end[0], start[1] : end[1]]
    part &= ~touched[: part.shape[0], : part.shape[1]]


def _cells(offcut: Offcut, corner: complex, area: Any) -> Any:
    """Which cells lie wholly on an area of it."""
    long, wide = (int(side / _CELL + 1e-6) for side in offcut.size)
    along, across = np.indices((max(long, 1), max(wide, 1)))
    left, bottom = corner.real + along * _CELL, corner.imag + across * _CELL
    sound = shapely.buffer(area, _ROUNDING, join_style="mitre")
    shapely.prepare(sound)
    return shapely.covers(sound, shapely.box(left, bottom, left + _CELL, bottom + _CELL))
