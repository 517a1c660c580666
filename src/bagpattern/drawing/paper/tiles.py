"""A pattern on pages: covers with the guide and the page map, then the drawing cut into tiles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bagpattern.drawing.guide.columns import GUTTER, Block, Column, flow, named
from bagpattern.drawing.guide.finished import Head
from bagpattern.drawing.guide.squares import PAIR
from bagpattern.drawing.model import Drawing, Item, Shape, Text
from bagpattern.drawing.names import Names
from bagpattern.drawing.paper.apart import pages_apart
from bagpattern.drawing.paper.large import LARGE, best_plan
from bagpattern.drawing.paper.pageframe import Join, frame_items, join_items, joins, strip_items
from bagpattern.drawing.paper.pagemap import MAP, page_maps
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

_NARROW = 60.0  # mm, the narrowest column for text
_HIGH = 245.0  # mm: on lower pages two equal columns, or more, are easier to read than a wide and a narrow one
_WIDTHS = 6  # sheet widths tried, in tiles
_SHARES = (0.42, 0.36, 0.3, 0.24, 0.18)
"""Of a cover's height for the finished bag: the first that costs no page."""


@value
class Lot:
    """What is taped together: pieces on the pages of one grid, and everything that is drawn there."""

    laid: Spread
    grid: Grid
    items: tuple[Item, ...]


def tiled_sheets(
    subject: Subject, sheet: Paper, left_out: frozenset[str] = frozenset(), apart: bool = False
) -> tuple[Drawing, ...]:
    """All pages in order, without the pieces that are *left_out* to the cut list; if *apart*, each by itself."""
    lying = subject.lie(left_out)
    if not lying:
        head, covers = _headed(subject, sheet, subject.guide((), left_out, cover=True))
        return _pages(subject, sheet, (), _with_head(head, covers, sheet))
    if min(sheet.tile) >= LARGE and not apart:
        return tuple(_large_pages(subject, lying, sheet, left_out))
    grids = pages_apart(lying, sheet) if apart else (_fewest_pages(lying, sheet),)
    lots = tuple(_lots(grids))
    return _pages(subject, lots[0].grid.paper, lots, _covers(subject, lots, left_out))


def _lots(grids: Iterable[tuple[Spread, Grid]]) -> Iterator[Lot]:
    """Everything drawn; the rows of each lot follow those of the one before, so that no two pages have one name."""
    rows = 0
    for laid, grid in grids:
        items = tuple(laid.items(Names(), fences=fences(grid)))
        grid = _with_texts(grid, items)
        yield Lot(laid, grid.lowered(rows), items)
        rows += max(tile.row for tile in grid.tiles) + 1


def _pages(subject: Subject, paper: Paper, lots: Sequence[Lot], covers: list[list[Item]]) -> tuple[Drawing, ...]:
    """The covers, then the drawing's own pages."""
    total = len(covers) + sum(len(lot.grid.tiles) for lot in lots)
    pages = [_cover(subject, paper, content, number, total) for number, content in enumerate(covers, 1)]
    upright, lying = 0, 0
    for lot in lots:
        marks = joins(lot.grid, _room(lot.grid, lot.items), upright, lying)
        pages += _tiles(subject, lot.grid, lot.items, marks, len(pages), total)
        upright, lying = upright + lot.grid.joins[0], lying + lot.grid.joins[1]
    return tuple(pages)


def _large_pages(
    subject: Subject, lying: tuple[Lying, ...], sheet: Paper, left_out: frozenset[str]
) -> Iterator[Drawing]:
    """On paper that is paid by the sheet the guide stands beside the pieces, not on a cover."""
    plan = best_plan(subject, lying, sheet, left_out)
    names = Names()
    items = [*plan.guide(names), *plan.laid.items(names, fences=fences(plan.grid))]
    grid = _with_texts(plan.grid, items)
    return _tiles(subject, grid, items, joins(grid, _room(grid, items)), 0, len(grid.tiles))


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


# covers ---------------------------------------------------------------------------------------------------------------


def _covers(subject: Subject, lots: Sequence[Lot], left_out: frozenset[str]) -> list[list[Item]]:
    """The guide and the page maps in columns, on pages of the same size.

    A map tells the numbers of the pages after the covers: they are made again until there are as many as it says.
    """
    before, maps, sheet = 1, [(lot.grid, lot.laid.outlines()) for lot in lots], lots[0].grid.paper
    while True:
        blocks = subject.guide(page_maps(maps, before, subject.tell), left_out, cover=True)
        head, covers = _headed(subject, sheet, blocks)
        if len(covers) <= before:
            return [*_with_head(head, covers, sheet), *([] for _ in range(before - len(covers)))]
        before = len(covers)


def _headed(subject: Subject, sheet: Paper, blocks: Sequence[Block]) -> tuple[Head, list[list[Item]]]:
    """Blocks in columns, page after page, and a head over them with the finished bag, as large as costs no page.

    On low pages it stands over the first column alone.
    """
    width, height = sheet.tile
    wide = width if height >= _HIGH else _column_widths(width, height)[0]
    heads = [subject.head(wide, share * height) for share in _SHARES]
    least = _cost(_flowed(sheet, blocks, heads[-1].height))
    for head in heads:
        pages = _flowed(sheet, blocks, head.height)
        if _cost(pages) <= least:
            break
    return head, pages


def _cost(pages: list[list[Item]]) -> tuple[int, int]:
    """How many pages there are, and how many one turns to come to the page map."""
    shapes = ((page, each) for page, items in enumerate(pages) for each in items if isinstance(each, Shape))
    return len(pages), next((page for page, each in shapes if each.id == MAP), 0)


def _with_head(head: Head, pages: list[list[Item]], sheet: Paper) -> list[list[Item]]:
    corner, names = point(sheet.margin, sheet.corner.imag + sheet.tile[1]), Names()
    drawn = [named(item, names).moved(corner) for item in head.row().items]
    return [[*drawn, *pages[0]], *pages[1:]]


def _flowed(sheet: Paper, blocks: Sequence[Block], below: float) -> list[list[Item]]:
    """Blocks in columns, page after page, on the first *below* so many mm."""
    pages: list[list[Item]] = [[]]
    for page, item in flow(blocks, _columns(sheet, below), Names()):
        pages.extend([] for _ in range(page + 1 - len(pages)))
        pages[page].append(item)
    return pages


def _columns(sheet: Paper, below: float) -> Iterator[Column]:
    width, height = sheet.tile
    page = 0
    while True:
        x = sheet.margin
        for number, each in enumerate(_column_widths(width, height)):
            lowered = not page and (height >= _HIGH or not number)
            high = height - below if lowered else height
            yield Column(page, point(x, sheet.corner.imag + high), each, high)
            x += each + GUTTER
        page += 1


def _column_widths(width: float, height: float) -> list[float]:
    """The first column holds both small squares; on low pages the second is as wide."""
    squares = 1 if height >= _HIGH else 2
    fixed = [PAIR] * squares
    rest = width - squares * (PAIR + GUTTER)
    if rest < _NARROW:
        count = max(1, int((width + GUTTER) // (PAIR + GUTTER)))
        return [(width - (count - 1) * GUTTER) / count] * count
    count = max(1, int((rest + GUTTER) // (_NARROW + 25 + GUTTER)))
    return [*fixed, *[(rest - (count - 1) * GUTTER) / count] * count]


def _cover(subject: Subject, sheet: Paper, items: list[Item], number: int, total: int) -> Drawing:
    foot = strip_items(sheet, "", subject.name, f"{number}/{total}", Names(), subject.tell)
    return subject.drawing(
        sheet.width,
        sheet.height,
        [*items, *foot],
        subject.tell(words("page {number} of {total}", number=number, total=total)),
        LINES,
    )


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
    yield from strip_items(grid.paper, tile.label, subject.name, page, names, subject.tell)


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
