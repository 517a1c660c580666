"""The page map: the pieces small, the printed pages grey, each with its label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bagpattern.drawing.columns import Block, Row, paragraph, space
from bagpattern.drawing.lettering import CAPITAL, text_width
from bagpattern.drawing.model import Item, Shape, Text
from bagpattern.drawing.names import Names
from bagpattern.drawing.strokes import box_path
from bagpattern.geometry.path import line_path
from bagpattern.geometry.place import Points, Room
from bagpattern.geometry.points import Point, point
from bagpattern.layout.pages import Grid, Tile

_HIGHEST = 150.0  # mm
_SIZES = (4.0, 3.2, 2.6)


@dataclass(frozen=True)
class _Small:
    """A map's scale, and the point of the drawing that lies at its upper left corner."""

    scale: float
    origin: Point

    def __call__(self, p: Point) -> Point:
        return (p - self.origin) * self.scale


def page_map(grid: Grid, outlines: Sequence[Points], names: Names) -> list[Block]:
    """How the pages lie and how to join them, as blocks of the guide."""
    count = len(grid.tiles)
    orientation = "upright" if grid.paper.height >= grid.paper.width else "lying"
    how = (
        f"{count} pages on {_paper_name(grid)} paper, {orientation}. Rows are letters, columns are numbers. "
        "Cut two sides of each page on its grey frame and lay it on its neighbours' frames: "
        "half diamonds with the same number or letter make a whole one."
    )
    return [
        space(5.0),
        paragraph("Page map", 4.4, bold=True, after=1.2),
        paragraph(how, 3.2, after=2.0),
        Block(lambda width: _map(grid, outlines, names, width)),
    ]


def _paper_name(grid: Grid) -> str:
    name = grid.paper.name
    return name.upper() if name[:1] == "a" and name[1:].isdigit() else name.capitalize()


def _map(grid: Grid, outlines: Sequence[Points], names: Names, width: float) -> Row:
    left = min(tile.corner.real for tile in grid.tiles)
    top = max(tile.corner.imag for tile in grid.tiles) + grid.height
    wide = max(tile.corner.real for tile in grid.tiles) + grid.width - left
    high = top - min(tile.corner.imag for tile in grid.tiles)
    small = _Small(min(width / wide, _HIGHEST / high), point(left, top))
    return Row(high * small.scale + 2.0, tuple(_items(grid, outlines, names, small)))


def _items(grid: Grid, outlines: Sequence[Points], names: Names, small: _Small) -> Iterator[Item]:
    lines = [[small(p) for p in outline] for outline in outlines]
    pages = [(tile, _corners(grid, tile, small)) for tile in grid.tiles]
    yield Shape(names("map-pages"), "map-page", tuple(box_path(*corners) for _, corners in pages))
    yield Shape(names("map-pieces"), "map", tuple(line_path(*_thinned(line)) for line in lines))
    for tile, corners in pages:
        yield _label(tile, corners, lines)


def _corners(grid: Grid, tile: Tile, small: _Small) -> tuple[float, float, float, float]:
    low, high = small(tile.corner), small(tile.corner + point(grid.width, grid.height))
    return low.real, low.imag, high.real, high.imag


def _thinned(line: Sequence[Point]) -> list[Point]:
    """Points no nearer than a printer shows, closed."""
    kept = [line[0]]
    kept.extend(p for p in line[1:-1] if abs(p - kept[-1]) > 0.1)
    return [*kept, kept[0]]


def _label(tile: Tile, corners: tuple[float, float, float, float], lines: Sequence[Points]) -> Text:
    """The page's name where no piece's line runs, as large as that allows."""
    left, bottom, right, top = corners
    frame = [point(left, bottom), point(right, bottom), point(right, top), point(left, top), point(left, bottom)]
    room = Room(frame, lines, clearance=0.4)
    sizes = [(text_width(tile.label, size, True), size * CAPITAL) for size in _SIZES]
    index, at = next(room.fits(sizes, room.centre), (len(_SIZES) - 1, room.centre))
    size = _SIZES[index]
    return Text(at.real, at.imag - size * CAPITAL / 2, size, tile.label, "middle", bold=True)
