"""Paper, and the grid of pages that is laid over a large drawing: as few pages as can be, empty ones left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np
import shapely

from bagpattern.errors import did_you_mean, reason
from bagpattern.geometry.place import Box, Points
from bagpattern.geometry.points import Point, point
from bagpattern.said import Length, Name
from bagpattern.units import MILLIMETRES, number, parse_length
from bagpattern.values import replace, value
from bagpattern.words import words

MARGIN = 10.0
"""mm of every page edge that stays white; few home printers reach farther [print 1.3]."""
STRIP = 8.0
"""mm below the tile for the page's name and ruler: inside the printable area, outside the drawing."""
LEAST, MOST = 130.0, 5000.0
"""mm: the smallest paper holds a test square; larger pages than 5 m fail in PDF readers [print 2.2]."""

PAPERS = {
    "a4": (210.0, 297.0),
    "letter": (215.9, 279.4),
    "legal": (215.9, 355.6),
    "a3": (297.0, 420.0),
    "tabloid": (279.4, 431.8),
    "a1": (594.0, 841.0),
    "a0": (841.0, 1189.0),
    "arch-e": (914.4, 1219.2),
}
"""Width and height in mm, upright."""
_TIMES = re.compile(r"(?<=[\d\s\"a-z])\s*[x\u00d7]\s*(?=[\d.])")
CLEAR = 2.0
"""mm by which the first cutting line keeps off the page's frame."""


@value
class Paper:
    """A page in mm, as it lies in the printer.

    ``margin`` stays white on every side, unless ``bleed`` lets lines run on into it. Pages repeat ``overlap`` mm of
    their neighbours on the right and at the foot.
    """

    name: str
    width: float
    height: float
    margin: float = MARGIN
    overlap: float = 0.0
    bleed: bool = False

    @property
    def ways(self) -> tuple[Paper, ...]:
        """The paper upright and lying, as far as that differs."""
        turned = replace(self, width=self.height, height=self.width)
        return (self,) if self.width == self.height else (self, turned)

    @property
    def tile(self) -> tuple[float, float]:
        """Width and height of the drawing on one page: what the margins, the strip and the overlap leave."""
        white = 2 * self.margin + self.overlap
        return self.width - white, self.height - white - STRIP

    @property
    def corner(self) -> Point:
        """Where a tile's lower left corner lies on its page."""
        return point(self.margin, self.margin + STRIP + self.overlap)

    def with_edges(self, margin: float, overlap: float, bleed: bool) -> Paper:
        """The same paper with other edges."""
        return replace(self, margin=margin, overlap=overlap, bleed=bleed)


@value
class Tile:
    """One page's window on the drawing: its place in the grid, counted from the top left, and its lower left corner."""

    row: int
    column: int
    corner: Point

    @property
    def label(self) -> str:
        """'B3': rows are letters, columns are numbers."""
        return f"{letters(self.row)}{self.column + 1}"


@value
class Grid:
    """The printed pages of a drawing, in reading order; ``width`` and ``height`` are a tile's, in mm."""

    paper: Paper
    width: float
    height: float
    tiles: tuple[Tile, ...]

    def tile(self, row: int, column: int) -> Tile | None:
        """The tile in that place of the grid, if it is printed."""
        return next((each for each in self.tiles if (each.row, each.column) == (row, column)), None)

    def box(self, tile: Tile) -> Box:
        """What one page shows of the drawing."""
        return tile.corner.real, tile.corner.imag, tile.corner.real + self.width, tile.corner.imag + self.height

    @property
    def bounds(self) -> Box:
        """Left, bottom, right and top of all pages."""
        boxes = [self.box(tile) for tile in self.tiles]
        low, high = ([pick(sides) for sides in zip(*boxes, strict=True)] for pick in (min, max))
        return low[0], low[1], high[2], high[3]

    def lowered(self, rows: int) -> Grid:
        """The same pages, their rows counted so many further on."""
        return replace(self, tiles=tuple(replace(tile, row=tile.row + rows) for tile in self.tiles)) if rows else self

    @property
    def joins(self) -> tuple[int, int]:
        """How many pages have a neighbour on their right, and how many below."""
        there = {(tile.row, tile.column) for tile in self.tiles}
        return sum((y, x + 1) in there for y, x in there), sum((y + 1, x) in there for y, x in there)


def letters(index: int) -> str:
    """A, B, ... Z, AA, AB..."""
    return (letters(index // 26 - 1) if index >= 26 else "") + chr(ord("A") + index % 26)


def paper(text: str) -> Paper:
    """The paper of that name or size ('a4', '60 x 90 cm', '24inx36in').

    Raises ValueError, with advice, for anything else or for a size that cannot be used.
    """
    name = text.strip().lower()
    if name in PAPERS:
        return Paper(name, *PAPERS[name])
    parts = _TIMES.split(name)
    if len(parts) != 2:
        known = did_you_mean(name, ("full", *PAPERS))
        raise ValueError(
            words(
                'no paper is called {text}{known}; or write WIDTHxHEIGHT, such as "60x90cm" or "24inx36in"',
                text=Name(f"{text!r}"),
                known=known,
            )
        )
    width, height = _sides(text, *parts)
    for side in (width, height):
        if not LEAST <= side <= MOST:
            raise ValueError(
                words(
                    "paper {name}: {side} is no side to print on; at least {least}, at most {most}",
                    name=Name(repr(text)),
                    side=Length(side),
                    least=Length(LEAST),
                    most=Length(MOST),
                )
            )
    return Paper(f"{number(width)} x {number(height)} mm", width, height)


def plotter(text: str) -> tuple[Paper, bool]:
    """The sheet, or the roll, of that name or width ('a0', 'roll:90cm', '36in'), and whether it is a roll.

    A roll is as long as a PDF page may be. Raises ValueError, with advice, for anything else.
    """
    name = text.strip().lower()
    width = name.removeprefix("roll:").strip()
    if name in PAPERS or (width == name and len(_TIMES.split(name)) == 2):
        return paper(text), False
    try:
        side = parse_length(width)
    except ValueError:
        known = did_you_mean(name, PAPERS)
        raise ValueError(
            words(
                'no sheet is called {text}{known}; or name a roll by its width, such as "roll:36in"',
                text=Name(f"{text!r}"),
                known=known,
            )
        ) from None
    if not LEAST <= side <= MOST:
        raise ValueError(words("no roll is {side} wide; at least {least}", side=Length(side), least=Length(LEAST)))
    return Paper(f"roll {number(side)} mm wide", side, MOST), True


def two_sides(text: str) -> tuple[float, float]:
    """mm of a size such as '60 x 90 cm' or '12x24in'. Raises ValueError, with advice, for anything else."""
    parts = _TIMES.split(text.strip().lower())
    if len(parts) != 2:
        raise ValueError(
            words('{text} is no size: write WIDTHxHEIGHT, such as "60x90cm" or "12x24in"', text=Name(f"{text!r}"))
        )
    return _sides(text, *parts)


def _sides(text: str, first: str, second: str) -> tuple[float, float]:
    """Both lengths; one unit at the end serves for both."""
    if first.strip().replace(".", "", 1).isdigit():
        first += "".join(unit for unit in re.findall(r"[a-z\"]+$", second.strip()) if unit in MILLIMETRES)
    try:
        return parse_length(first), parse_length(second)
    except ValueError as error:
        raise ValueError(words("paper {text}: {error}", text=Name(f"{text!r}"), error=reason(error))) from None


# the grid -------------------------------------------------------------------------------------------------------------


def best_grid(ways: Sequence[Paper], chains: Sequence[Points], boxes: Sequence[Box], offsets: int = 6) -> Grid:
    """The grid with the fewest pages that shows all closed *chains* (with what is inside them) and all *boxes*.

    Every way of laying the paper is tried, and so many *offsets* along each side: 36 in all cut Letter from 25 to 18
    pages in a trial [print 1.3]. With one, the grid starts at the upper left corner of what it shows.
    """
    areas = [shapely.polygons([(p.real, p.imag) for p in chain]) for chain in chains]
    areas += [shapely.box(*box) for box in boxes]
    tree = shapely.STRtree(areas)
    bounds = shapely.total_bounds(areas).tolist()
    grids = (grid for way in ways for grid in _grids(way, tree, bounds, offsets))
    return min(grids, key=lambda grid: len(grid.tiles))


def _grids(way: Paper, tree: shapely.STRtree, bounds: Sequence[float], offsets: int) -> Iterator[Grid]:
    """The grid moved step by step over the slack that it has, or over a whole tile."""
    width, height = way.tile
    for across in range(offsets):
        for up in range(offsets):
            slack = point(-CLEAR - width * across / offsets, CLEAR + height * up / offsets)
            yield _printed(way, tree, bounds, point(bounds[0], bounds[3]) + slack)


def _printed(way: Paper, tree: shapely.STRtree, bounds: Sequence[float], origin: Point) -> Grid:
    """The tiles that have something on them; *origin* is the grid's upper left corner."""
    width, height = way.tile
    columns = int(np.ceil((bounds[2] - origin.real) / width - 1e-9))
    rows = int(np.ceil((origin.imag - bounds[1]) / height - 1e-9))
    row, column = (each.ravel() for each in np.indices((max(rows, 1), max(columns, 1))))
    left, top = origin.real + column * width, origin.imag - row * height
    boxes = shapely.box(left + 0.01, top - height + 0.01, left + width - 0.01, top - 0.01)
    used = np.unique(tree.query(boxes, predicate="intersects")[0]).tolist()
    tiles = (Tile(int(row[i]), int(column[i]), complex(left[i], top[i] - height)) for i in used)
    return Grid(way, width, height, _from_zero(tuple(tiles)))


def _from_zero(tiles: tuple[Tile, ...]) -> tuple[Tile, ...]:
    """Counted from the first row and column that are printed."""
    first_row = min((tile.row for tile in tiles), default=0)
    first_column = min((tile.column for tile in tiles), default=0)
    return tuple(Tile(tile.row - first_row, tile.column - first_column, tile.corner) for tile in tiles)
