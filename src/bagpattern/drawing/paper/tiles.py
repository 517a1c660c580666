"""A pattern on pages: covers with the guide and the page map, then the drawing cut into tiles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from bagpattern.drawing.model import Drawing, Item, Shape, Text
from bagpattern.drawing.names import Names
from bagpattern.drawing.paper.apart import pages_apart
from bagpattern.drawing.paper.covers import Covers
from bagpattern.drawing.paper.large import LARGE, best_plan
from bagpattern.drawing.paper.pageframe import Join, frame_items, join_items, joins, strip_items
from bagpattern.drawing.paper.spread import Lying, Spread, spread
from bagpattern.drawing.paper.subject import Subject
from bagpattern.drawing.views.looks import LINES
from bagpattern.geometry.path import Path
from bagpattern.geometry.place import Box, Clearing, Points
from bagpattern.geometry.points import Point, point
from bagpattern.geometry.window import inside, reach, seen
from bagpattern.layout.paper.pages import CLEAR, Grid, Paper, Tile, best_grid
from bagpattern.layout.paper.sheet import CLOSE_GAP, GAP
from bagpattern.said import Name
from bagpattern.values import replace, value
from bagpattern.words import words

if TYPE_CHECKING:
    from bagpattern.drawing.guide.making import Making

_WIDTHS = 6  # sheet widths tried, in tiles


@value
class Lot:
    """What is taped together: pieces on the pages of one grid, and everything that is drawn there."""

    laid: Spread
    grid: Grid
    items: tuple[Item, ...]


def tiled_sheets(
    subject: Subject,
    sheet: Paper,
    left_out: frozenset[str] = frozenset(),
    apart: bool = False,
    making: Making | None = None,
    behind: int = 0,
) -> tuple[Drawing, ...]:
    """All pages in order, without the pieces that are *left_out* to the cut list; if *apart*, each by itself.

    A *making* has pages of its own among the covers; so many pages more come *behind* all of these.
    """
    lying = subject.lie(left_out)
    if not lying:
        covers = Covers(subject, sheet, left_out, making)
        return _pages(covers, (), covers.alone(), behind)
    if min(sheet.tile) >= LARGE and not apart:
        return tuple(_large_pages(subject, lying, sheet, left_out, behind))
    grids = pages_apart(lying, sheet) if apart else (_fewest_pages(lying, sheet),)
    lots = tuple(_lots(grids))
    covers = Covers(subject, lots[0].grid.paper, left_out, making)
    return _pages(covers, lots, covers.before([(lot.grid, lot.laid.named()) for lot in lots]), behind)


def _lots(grids: Iterable[tuple[Spread, Grid]]) -> Iterator[Lot]:
    """Everything drawn; the rows of each lot follow those of the one before, so that no two pages have one name."""
    rows = 0
    for laid, grid in grids:
        items = tuple(laid.items(Names(), fences=fences(grid)))
        grid = _with_texts(grid, items)
        yield Lot(laid, grid.lowered(rows), items)
        rows += max(tile.row for tile in grid.tiles) + 1


def _pages(covers: Covers, lots: Sequence[Lot], first: list[list[Item]], behind: int) -> tuple[Drawing, ...]:
    """The *first* pages, then the drawing's own; so many more come *behind* them."""
    total = len(first) + sum(len(lot.grid.tiles) for lot in lots) + behind
    pages = [covers.drawing(content, number, total) for number, content in enumerate(first, 1)]
    upright, lying = 0, 0
    for lot in lots:
        marks = joins(lot.grid, _room(lot.grid, lot.items), upright, lying)
        pages += _tiles(covers.subject, lot.grid, lot.items, marks, len(pages), total)
        upright, lying = upright + lot.grid.joins[0], lying + lot.grid.joins[1]
    return tuple(pages)


def _large_pages(
    subject: Subject, lying: tuple[Lying, ...], sheet: Paper, left_out: frozenset[str], behind: int
) -> Iterator[Drawing]:
    """On paper that is paid by the sheet the guide stands beside the pieces, not on a cover."""
    plan = best_plan(subject, lying, sheet, left_out)
    names = Names()
    items = [*plan.guide(names), *plan.laid.items(names, fences=fences(plan.grid))]
    grid = _with_texts(plan.grid, items)
    return _tiles(subject, grid, items, joins(grid, _room(grid, items)), 0, len(grid.tiles) + behind)


# the grid -------------------------------------------------------------------------------------------------------------


def _fewest_pages(lying: tuple[Lying, ...], sheet: Paper) -> tuple[Spread, Grid]:
    """The pieces packed a few tiles wide, as wide, and as far apart, as makes the fewest pages."""
    tries = ((laid, best_grid(sheet.ways, laid.outlines(), laid.side_boxes())) for laid in _layouts(lying, sheet))
    return min(tries, key=lambda each: len(each[1].tiles))


def _layouts(lying: tuple[Lying, ...], sheet: Paper) -> Iterator[Spread]:
    widest = max((each.size.width for each in lying), default=0.0)
    widths = {way.tile[0] * count - 2 * CLEAR for way in sheet.ways for count in range(1, 12)}
    fitting = sorted(width for width in widths if width >= widest)[:_WIDTHS]
    yield from (spread(lying, width, gap) for gap in (GAP, CLOSE_GAP) for width in fitting or [widest])


def fences(grid: Grid) -> list[Points]:
    """The lines between pages, which no text may cross."""
    corners = [tile.corner for tile in grid.tiles]
    xs = {x for corner in corners for x in (corner.real, corner.real + grid.width)}
    ys = {y for corner in corners for y in (corner.imag, corner.imag + grid.height)}
    upright = [[point(x, min(ys)), point(x, max(ys))] for x in sorted(xs)]
    return [*upright, *([point(min(xs), y), point(max(xs), y)] for y in sorted(ys))]


def _with_texts(grid: Grid, items: Sequence[Item]) -> Grid:
    """The grid with every page that a text has come to stand on."""
    missing = set[tuple[int, int]]()
    start = grid.tiles[0]
    for text in (item for item in items if isinstance(item, Text)):
        left, bottom, right, top = text.box
        away = complex((left + right) / 2, (bottom + top) / 2) - start.corner
        place = start.row - int(away.imag // grid.height), start.column + int(away.real // grid.width)
        if grid.tile(*place) is None:
            missing.add(place)
    more = (
        Tile(row, column, start.corner + point((column - start.column) * grid.width, (start.row - row) * grid.height))
        for row, column in missing
    )
    return replace(grid, tiles=tuple(sorted((*grid.tiles, *more), key=lambda tile: (tile.row, tile.column))))


# tiles ----------------------------------------------------------------------------------------------------------------


@value
class _Measured:
    """A shape with the bounds of each of its paths, which every page asks for."""

    shape: Shape
    boxes: tuple[Box, ...]


def _tiles(
    subject: Subject,
    grid: Grid,
    items: Sequence[Item],
    marks: Mapping[Tile, Sequence[Join]],
    before: int,
    total: int,
) -> Iterator[Drawing]:
    shapes = [_Measured(item, tuple(map(reach, item.paths))) for item in items if isinstance(item, Shape)]
    texts = [(item, item.box) for item in items if isinstance(item, Text)]
    for number, tile in enumerate(grid.tiles, before + 1):
        content = [*_clipped(grid, tile, shapes), *_whole(grid, tile, texts)]
        furniture = _furniture(subject, grid, tile, marks[tile], f"{number}/{total}")
        part = words("page {label}, {number} of {total}", label=Name(tile.label), number=number, total=total)
        yield subject.drawing(grid.paper.width, grid.paper.height, [*content, *furniture], subject.tell(part), LINES)


def _window(grid: Grid, tile: Tile, bleeding: bool = False) -> Box:
    """What a page shows: its tile, what it repeats of its neighbours, and the margins above and beside if it bleeds."""
    x, y, more = tile.corner.real, tile.corner.imag, grid.paper.overlap
    rim = grid.paper.margin if bleeding else 0.0
    return x - rim, y - more, x + grid.width + more + rim, y + grid.height + rim


def _clipped(grid: Grid, tile: Tile, shapes: Sequence[_Measured]) -> Iterator[Item]:
    window, by = _window(grid, tile, grid.paper.bleed), grid.paper.corner - tile.corner
    for each in shapes:
        filled = each.shape.role == "head"
        paths: list[Path] = []
        for path, box in zip(each.shape.paths, each.boxes, strict=True):
            paths.extend(seen(path, box, window, filled))
        if paths:
            yield each.shape._replace(paths=tuple(paths)).moved(by)


def _whole(grid: Grid, tile: Tile, texts: Sequence[tuple[Text, Box]]) -> Iterator[Item]:
    window, by = _window(grid, tile), grid.paper.corner - tile.corner
    return (text.moved(by) for text, box in texts if inside(box, window))


def _furniture(subject: Subject, grid: Grid, tile: Tile, marks: Sequence[Join], page: str) -> Iterator[Item]:
    names = Names()
    yield from frame_items(grid.paper, names)
    yield from join_items(grid.paper, tile, marks, names)
    yield from strip_items(grid.paper, tile.label, subject.titles, page, names, subject.tell)


def _room(grid: Grid, items: Sequence[Item]) -> Clearing:
    """The paper between all lines and texts, where join marks disturb nothing."""
    corners = [tile.corner for tile in grid.tiles]
    xs, ys = [corner.real for corner in corners], [corner.imag for corner in corners]
    low, high = point(min(xs) - 1, min(ys) - 1), point(max(xs) + grid.width + 1, max(ys) + grid.height + 1)
    ring: list[Point] = [low, point(high.real, low.imag), high, point(low.real, high.imag), low]
    lines = [path.flattened(0.3) for item in items if isinstance(item, Shape) for path in item.paths]
    room = Clearing(ring, lines, clearance=0.5)
    for text in items:
        if isinstance(text, Text):
            room.take(text.box)
    return room
