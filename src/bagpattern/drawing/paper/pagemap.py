"""The page map: the pieces small, the printed pages grey, each with its label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from bagpattern.drawing.columns import Block, Row, paragraph, space
from bagpattern.drawing.lettering import CAPITAL, text_width
from bagpattern.drawing.model import Item, Shape, Text
from bagpattern.drawing.paper.spread import Named
from bagpattern.drawing.strokes import box_path
from bagpattern.geometry.place import Box, Clearing, Points
from bagpattern.geometry.points import Point, point
from bagpattern.geometry.window import around
from bagpattern.language import Teller
from bagpattern.layout.paper.pages import Grid, Tile
from bagpattern.layout.paper.sheet import Size, arrange
from bagpattern.said import Figure, Name, Said
from bagpattern.values import replace, value
from bagpattern.words import counted, form, sentences, words

_PAGES = {
    True: form("{count} pages on {paper} paper, upright. Rows are letters, columns are numbers."),
    False: form("{count} pages on {paper} paper, landscape. Rows are letters, columns are numbers."),
}
"""By whether the pages stand upright."""
_JOINING = {
    True: words(
        "Lay the left side of each page's frame on the dashed line of the page left of it, and its upper side on that "
        "of the page above: half diamonds with the same number or letter make a whole one."
    ),
    False: words(
        "Cut the left and the upper margin off each page, on its grey frame, and lay it on the frames of the pages "
        "left of it and above it: half diamonds with the same number or letter make a whole one."
    ),
}
"""By whether pages overlap."""
MAP = "map-pages"
"""The id of the pages on the map."""
_HIGHEST = 120.0  # mm
_APART = 30.0  # mm between the grids of several pieces
_SIZES = (3.6, 3.0, 2.6, 2.0)
_NAMES = (2.4, 2.0)
"""mm of the names of pieces: smaller than those of pages."""


@value
class _Small:
    """A map's scale, and the point of the drawing that lies at its upper left corner."""

    scale: float
    origin: Point

    def __call__(self, p: Point) -> Point:
        return (p - self.origin) * self.scale


def page_maps(grids: Sequence[tuple[Grid, Sequence[Named]]], before: int, tell: Teller) -> list[Block]:
    """One map of all grids with their outlines, side by side; so many covers come *before* their pages."""
    if len(grids) == 1:
        return page_map(*grids[0], before, tell)
    corners = [grid.bounds for grid, _ in grids]
    sizes = [Size(right - left + _APART, top - bottom + _APART) for left, bottom, right, top in corners]
    places = arrange(sizes).places
    moves = [place - point(*box[:2]) for place, box in zip(places, corners, strict=True)]
    moved = [(grid.tiles, own, by) for (grid, own), by in zip(grids, moves, strict=True)]
    tiles = (replace(tile, corner=tile.corner + by) for own, _, by in moved for tile in own)
    pieces = [
        each._replace(outlines=[[p + by for p in line] for line in each.outlines])
        for _, own, by in moved
        for each in own
    ]
    whole = replace(grids[0][0], tiles=tuple(tiles))
    how = words(
        "{count} pages on {paper} paper. Each piece larger than a page has pages of its own; the others are whole.",
        count=len(whole.tiles),
        paper=_paper_name(whole),
    )
    return [*_headed(sentences(how, _joining(whole)), tell), Block(lambda width: _map(whole, pieces, width))]


def page_map(grid: Grid, pieces: Sequence[Named], before: int, tell: Teller) -> list[Block]:
    """How the pages lie and how to join them, as blocks of the guide; so many covers come *before* them."""
    count = len(grid.tiles)
    upright = grid.paper.height >= grid.paper.width
    how = words(_PAGES[upright], count=count, paper=_paper_name(grid))
    return [
        *_headed(sentences(how, _joining(grid)), tell),
        Block(lambda width: _map(grid, pieces, width)),
        *([paragraph(tell(stitching(grid, before)), 2.6, after=1.0)] if count > 1 else ()),
    ]


def _headed(how: Said, tell: Teller) -> tuple[Block, ...]:
    return (
        space(5.0),
        paragraph(tell(words("Page map")), 4.4, bold=True, after=1.2, keeps=True),
        paragraph(tell(how), 3.2, after=2.0, keeps=True),
    )


def _joining(grid: Grid) -> Said:
    return _JOINING[bool(grid.paper.overlap)]


def stitching(grid: Grid, before: int) -> Said:
    """What to tell a program that puts the pages together, such as PDFStitcher or Pattern Projector [print 1.3]."""
    columns = max(tile.column for tile in grid.tiles) + 1
    numbers = {(tile.row, tile.column): before + place for place, tile in enumerate(grid.tiles, 1)}
    rows = range(min(tile.row for tile in grid.tiles), max(tile.row for tile in grid.tiles) + 1)
    pages = _ranges([numbers.get((row, column), 0) for row in rows for column in range(columns)])
    sheet = grid.paper
    return words(
        "To stitch by program: {columns}, pages {pages}, by rows; trim in millimetres: left and top {side}, "
        "right {right}, foot {foot}.",
        columns=counted("{count} column", "{count} columns", columns),
        pages=Name(pages),
        side=Figure(sheet.margin),
        right=Figure(sheet.margin + sheet.overlap),
        foot=Figure(sheet.corner.imag),
    )


def _ranges(pages: Sequence[int]) -> str:
    """'4-7,0,0,8': pages that follow each other as a range, 0 for a blank."""
    told: list[list[int]] = []
    for page in pages:
        if told and page and page == told[-1][-1] + 1 and told[-1][-1]:
            told[-1].append(page)
        else:
            told.append([page])
    return ",".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in told)


def _paper_name(grid: Grid) -> Name:
    name = grid.paper.name
    return Name(name.upper() if name[:1] == "a" and name[1:].isdigit() else name.capitalize())


def _map(grid: Grid, pieces: Sequence[Named], width: float) -> Row:
    left, bottom, right, top = grid.bounds
    high = top - bottom
    small = _Small(min(width / (right - left), _HIGHEST / high), point(left, top))
    return Row(high * small.scale + 2.0, tuple(_items(grid, pieces, small)))


def _items(grid: Grid, pieces: Sequence[Named], small: _Small) -> Iterator[Item]:
    """The pages, their labels, and the pieces with their names, whose lines stop short of the labels."""
    pages = [_corners(grid, tile, small) for tile in grid.tiles]
    labels = [_label(tile, corners) for tile, corners in zip(grid.tiles, pages, strict=True)]
    lines = [[small(p) for p in outline] for each in pieces for outline in each.outlines]
    yield Shape(MAP, "map-page", tuple(box_path(*corners) for corners in pages))
    yield Shape("map-pieces", "map", tuple(around(lines, [_clear(text) for text in labels])))
    yield from labels
    yield from _piece_names(pieces, small, [_clear(text) for text in labels])


def _piece_names(pieces: Sequence[Named], small: _Small, labels: Sequence[Box]) -> Iterator[Text]:
    """Number and name in each piece, or the number alone, where there is room beside the pages' labels."""
    for each in pieces:
        rings = sorted(([small(p) for p in outline] for outline in each.outlines), key=_breadth)
        room = Clearing(rings[0], rings[1:], 0.4)
        room.taken = [*labels]
        for content, size in product((each.name, each.number), _NAMES):
            at = room.spot(text_width(content, size), size, room.centre)
            if content and at is not None:
                yield Text(at.real, at.imag - size * CAPITAL / 2, size, content, "middle")
                break


def _breadth(ring: Points) -> float:
    return max(p.real for p in ring) - min(p.real for p in ring)


def _corners(grid: Grid, tile: Tile, small: _Small) -> Box:
    left, bottom, right, top = grid.box(tile)
    low, high = small(point(left, bottom)), small(point(right, top))
    return low.real, low.imag, high.real, high.imag


def _label(tile: Tile, corners: Box) -> Text:
    """The page's name in its middle, as large as the page allows."""
    left, bottom, right, top = corners
    fitting = (size for size in _SIZES if text_width(tile.label, size, True) + 1.0 <= right - left)
    size = next(fitting, _SIZES[-1])
    return Text((left + right) / 2, (bottom + top - size * CAPITAL) / 2, size, tile.label, "middle", bold=True)


def _clear(text: Text) -> Box:
    """A label's box with a little white round it."""
    left, bottom, right, top = text.box
    return left - 0.5, bottom - 0.3, right + 0.5, top + 0.3
