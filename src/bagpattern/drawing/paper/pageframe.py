"""What every page carries besides its part of the drawing: frame, join marks, name, number, ruler.

All of it lies inside the printable area: a printer that cuts off its margin must not cut off the marks [print 1.2].
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bagpattern.drawing.lettering import CAPITAL, text_width
from bagpattern.drawing.model import Item, Shape, Text
from bagpattern.drawing.names import Names
from bagpattern.drawing.strokes import box_path
from bagpattern.geometry.path import line_path
from bagpattern.geometry.place import Clearing
from bagpattern.geometry.points import Point, point
from bagpattern.language import Teller
from bagpattern.layout.paper.pages import Grid, Paper, Tile, letters
from bagpattern.said import Length, Name, Scale
from bagpattern.values import value
from bagpattern.words import words

_RULERS = {True: (50.0, 5), False: (50.8, 4)}
"""mm that a ruler measures, and in how many parts; by whether its maker reads metres or inches."""
_HALF, _DEEP = 6.0, 8.0  # mm, half the base of a half diamond, and its depth
_WRITTEN = 2.8  # mm from the base to the middle of what stands in it
_DEPTHS = (2.8, 2.2, 3.5, 4.5, 5.5, 6.5)  # ... where lines run close along the page's edge
_BEYOND = (9.5, 11.0, 13.0, 15.0, 18.0, 22.0, 27.0)  # ... and before the tip, where they fill all of the half diamond
_SHARES = [0.5 + side * step * 0.03 for step in range(15) for side in ((1, -1) if step else (1,))]


@value
class Join:
    """A half diamond: where on the drawing its base's middle lies, its tip's way, and what is written how deep."""

    at: Point
    inward: complex
    mark: str
    written: float = _WRITTEN


def joins(grid: Grid, room: Clearing, upright: int = 0, lying: int = 0) -> dict[Tile, list[Join]]:
    """The half diamonds of every page, in pairs: numbers on upright edges, letters on lying ones.

    So many *upright* and *lying* ones are there already, on other pages.
    """
    found: dict[Tile, list[Join]] = {tile: [] for tile in grid.tiles}
    for tile in grid.tiles:
        right, below = grid.tile(tile.row, tile.column + 1), grid.tile(tile.row + 1, tile.column)
        if right:
            upright += 1
            places = [right.corner + 1j * grid.height * share for share in _SHARES]
            _pair(found, tile, right, _join(places, -1 + 0j, str(upright), room))
        if below:
            lying += 1
            places = [tile.corner + grid.width * share for share in _SHARES]
            _pair(found, tile, below, _join(places, 1j, letters(lying - 1), room))
    return found


def _pair(found: dict[Tile, list[Join]], one: Tile, other: Tile, halves: tuple[Join, Join]) -> None:
    found[one].append(halves[0])
    found[other].append(halves[1])


def _join(places: Sequence[Point], inward: complex, mark: str, room: Clearing) -> tuple[Join, Join]:
    """Both halves where they cross no line of the pattern, else where what is written in or before them does not.

    A pair is never left out: where lines fill the page all along its edge, it stands in the middle all the same.
    """
    across, along = (_DEEP, _HALF) if inward.imag == 0 else (_HALF, _DEEP)
    clear = room.first(places, 2 * across, 2 * along)
    if clear is not None:
        return Join(clear, inward, mark), Join(clear, -inward, mark)
    width = text_width(mark, 3.2) + 0.2
    for depths in (_DEPTHS, (*_DEPTHS, *_BEYOND)):
        for place in places:
            one, other = (_depth(place, side, width, depths, room) for side in (inward, -inward))
            if one and other:
                return Join(place, inward, mark, one), Join(place, -inward, mark, other)
    return Join(places[0], inward, mark), Join(places[0], -inward, mark)


def _depth(place: Point, inward: complex, width: float, depths: Sequence[float], room: Clearing) -> float:
    """The first depth at which there is room to write; 0 for none."""
    return next((depth for depth in depths if room.is_free(place + inward * depth, width, 3.0)), 0.0)


def join_items(paper: Paper, tile: Tile, marks: Sequence[Join], names: Names) -> Iterator[Item]:
    """The half diamonds of one page."""
    for join in marks:
        at, along = join.at - tile.corner + paper.corner, 1j * join.inward
        triangle = line_path(at - along * _HALF, at + along * _HALF, at + join.inward * _DEEP, at - along * _HALF)
        yield Shape(names("join", join.mark), "join", (triangle,))
        size = 3.2 if len(join.mark) < 3 else 2.4
        middle = at + join.inward * join.written
        yield Text(middle.real, middle.imag - size * CAPITAL / 2, size, join.mark, "middle", role="join-text")


def frame_items(paper: Paper, names: Names) -> Iterator[Item]:
    """The thin grey frame round the tile, and round what it repeats of its neighbours: dashed between the two."""
    width, height = paper.tile
    low, more = paper.corner, paper.overlap
    right, top = low.real + width, low.imag + height
    yield Shape(names("frame"), "frame", (box_path(low.real, low.imag - more, right + more, top),))
    if more:
        inner = line_path(point(low.real, low.imag), point(right, low.imag), point(right, top))
        yield Shape(names("overlap"), "overlap", (inner,))


def strip_items(
    paper: Paper, label: str, titles: Sequence[str], page: str, names: Names, tell: Teller
) -> Iterator[Item]:
    """The line at the foot: page label, the first of the pattern's *titles* that finds room, page number, and a ruler,
    because scale slips page by page.
    """
    y, x = paper.margin + 1.5, paper.margin
    if label:
        yield Text(x, y, 5.0, label, bold=True, role="page-text")
        x += text_width(label, 5.0, True) + 4.0
    long, parts = _RULERS[tell.units.metric]
    start = paper.width - paper.margin - long - 0.5
    room = start - 4.0 - x
    numbered = tell(words("page {page}", page=Name(page)))
    told = (*(f"{title} · {numbered}" for title in titles), numbered, page)
    fitting = next((each for each in told if text_width(each, 3.2) <= room), "")
    if fitting:
        yield Text(x, y, 3.2, fitting, role="page-text")
    yield from _ruler(point(start, paper.margin + 5.5), long, parts, tell(Length(long, Scale.CM)), names)


def _ruler(start: Point, long: float, parts: int, size: str, names: Names) -> Iterator[Item]:
    """So many mm with a tick at every cm or half inch, the ends marked deeper."""
    places = [(start + long * part / parts, 2.4 if part in (0, parts) else 1.4) for part in range(parts + 1)]
    ticks = tuple(line_path(at, at - 1j * deep) for at, deep in places)
    yield Shape(names("ruler"), "join", (line_path(start, start + long), *ticks))
    yield Text(start.real + long / 2, start.imag - 4.6, 2.6, size, "middle", role="page-text")
