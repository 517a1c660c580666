"""Pieces on one sheet, as large as they need: packed by their bounding boxes, the same way every time."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

GAP = 12.0
"""mm between two pieces: room for scissors and a side label's leader."""
CLOSE_GAP = 8.0
"""mm between two pieces where that saves a page: still room for scissors."""
_SCALE = 10  # the packer counts whole tenths of a mm
_STRIP = 1.6  # a piece this many times higher than wide lies down
_LONG = 320.0  # ... if it is longer than a page
_HIGH = 1.3


class Size(NamedTuple):
    """A piece's room on the sheet in mm."""

    width: float
    height: float


class Arrangement(NamedTuple):
    """Where the lower left corner of each box lies, and the size of it all, in mm."""

    places: tuple[complex, ...]
    width: float
    height: float


def lies_down(size: Size, lines_stand: bool = False) -> bool:
    """Whether a piece is drawn along the sheet, not up it: long strips, and high pieces whose lines stand upright.

    Text lies better between lying lines.
    """
    strip = size.height > _STRIP * size.width and size.height > _LONG
    return strip or (lines_stand and size.height > _HIGH * size.width)


def arrange(sizes: Sequence[Size], width: float | None = None, gap: float = GAP) -> Arrangement:
    """The boxes packed into *width* mm, or into the width that gives the best sheet. The order of *sizes* is kept."""
    if width is not None:
        return _packed(sizes, width, gap)
    return min((_packed(sizes, each, gap) for each in _widths(sizes)), key=_cost)


def _widths(sizes: Sequence[Size]) -> list[float]:
    """A few sheet widths to try: near a square and wider, never narrower than the widest box."""
    area = sum((size.width + GAP) * (size.height + GAP) for size in sizes)
    widest = max(size.width for size in sizes)
    return sorted({max(widest, math.sqrt(area * shape)) for shape in (1.0, 1.3, 1.7)})


def _cost(arrangement: Arrangement) -> float:
    """The area, made dearer where the sheet becomes a ribbon."""
    longer = max(arrangement.width, arrangement.height) / min(arrangement.width, arrangement.height)
    return arrangement.width * arrangement.height * max(1.0, longer / 1.6)


def _packed(sizes: Sequence[Size], width: float, gap: float) -> Arrangement:
    from rectpack import MaxRectsBl, PackingMode, newPacker  # 10 ms that only a drawing needs

    packer = newPacker(mode=PackingMode.Offline, pack_algo=MaxRectsBl, rotation=False)
    packer.add_bin(_units(max(width, max(size.width for size in sizes)) + gap), _units(1e6))
    for index, size in enumerate(sizes):
        packer.add_rect(_units(size.width + gap), _units(size.height + gap), rid=index)
    packer.pack()
    places = [0j] * len(sizes)
    for _, x, y, _, _, index in packer.rect_list():
        places[index] = complex(x / _SCALE, y / _SCALE)
    return _upright(sizes, places)


def _upright(sizes: Sequence[Size], places: list[complex]) -> Arrangement:
    """Counted from the top: the big boxes, which the packer lays first, stand where one begins to read."""
    height = max(place.imag + size.height for place, size in zip(places, sizes, strict=True))
    width = max(place.real + size.width for place, size in zip(places, sizes, strict=True))
    turned = tuple(
        complex(place.real, height - place.imag - size.height) for place, size in zip(places, sizes, strict=True)
    )
    return Arrangement(turned, width, height)


class Filled(NamedTuple):
    """One sheet: which boxes lie on it, by their place in the list, and where."""

    indices: tuple[int, ...]
    arranged: Arrangement


def fill(sizes: Sequence[Size], widths: Sequence[float], height: float) -> tuple[list[Filled], list[int]]:
    """The boxes on as few sheets as it takes, none of them cut in two; and those that are too large for every sheet.

    *widths* are those of the first sheets in mm; all further ones are as wide as the last. A sheet that nothing fits is
    empty, and stands in its place all the same.
    """
    from rectpack import MaxRectsBl, PackingBin, PackingMode, newPacker

    large = [i for i, size in enumerate(sizes) if size.width > widths[-1] or size.height > height]
    packer = newPacker(mode=PackingMode.Offline, bin_algo=PackingBin.BFF, pack_algo=MaxRectsBl, rotation=False)
    for number in range(len(widths) + len(sizes)):
        packer.add_bin(_units(widths[min(number, len(widths) - 1)] + GAP), _units(height + GAP), bid=number)
    for index, size in enumerate(sizes):
        if index not in large:
            packer.add_rect(_units(size.width + GAP), _units(size.height + GAP), rid=index)
    packer.pack()
    sheets: dict[int, list[tuple[int, complex]]] = {}
    for each in packer:  # not packer.rect_list(), which counts only the sheets that hold something
        for box in each:
            sheets.setdefault(each.bid, []).append((box.rid, complex(box.x / _SCALE, box.y / _SCALE)))
    return [_filled(sizes, sheets.get(number, [])) for number in range(max(sheets, default=-1) + 1)], large


def _filled(sizes: Sequence[Size], placed: list[tuple[int, complex]]) -> Filled:
    placed.sort(key=lambda each: each[0])
    indices = tuple(index for index, _ in placed)
    if not indices:
        return Filled((), Arrangement((), 0.0, 0.0))
    return Filled(indices, _upright([sizes[index] for index in indices], [place for _, place in placed]))


def _units(millimetres: float) -> int:
    return math.ceil(millimetres * _SCALE)
