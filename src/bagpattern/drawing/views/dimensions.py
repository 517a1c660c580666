"""Dimension lines of the finished bag: its width and height beside the front, its depth under the side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bagpattern.drawing.lettering import CAPITAL, text_width
from bagpattern.drawing.model import Shape, Text
from bagpattern.drawing.views.looks import CALL
from bagpattern.geometry.path import Path, line_path
from bagpattern.geometry.points import Point, point, unit
from bagpattern.model.pattern import Where
from bagpattern.said import Length, Scale
from bagpattern.sewn.tops import is_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bagpattern.drawing.names import Names
    from bagpattern.drawing.views.flat import Flat
    from bagpattern.model.pattern import Pattern
    from bagpattern.sewn.bag import Measured

ROOM = 9.0
"""mm of paper that they take below a view, and beside it."""
_OFF, _TEXT, _HEAD = 4.0, 2.8, 1.8


def dimensions(drawn: Flat, view: str, pattern: Pattern, came_out: Measured, names: Names) -> Iterator[Shape | Text]:
    """Those of one view: width and height of the front, depth of the side; none of the others.

    *came_out* is what the bag measures as it is drawn: a base or a rim may be less than all of it.
    """
    left, bottom, right, top = drawn.body
    finished = pattern.finished
    across = {"front": 0.0 if is_sheet(pattern) else finished.width, "side": finished.depth}.get(view, 0.0)
    if across:
        y, middle = drawn.box[1] - _OFF, (left + right) / 2
        half = (right - left) / 2 * _share(view, pattern, came_out)
        yield from dimension_line(point(middle - half, y), point(middle + half, y), names)
        yield under(middle, y, _told(across, pattern), 2 * half)
    if view == "front" and finished.height:
        x = drawn.box[0] - _OFF
        yield from dimension_line(point(x, bottom), point(x, top), names)
        yield Text(x - 1.2, (bottom + top) / 2 - _TEXT * CAPITAL / 2, _TEXT, _told(finished.height, pattern), "end")


def _share(view: str, pattern: Pattern, came_out: Measured) -> float:
    """How much of what is seen from side to side the size is that is told: all, but of a base or of a rim."""
    finished, measured = pattern.finished, pattern.finished.measured
    places = {"front": (finished.width, came_out.width, "width"), "side": (finished.depth, came_out.depth, "depth")}
    size, seen, key = places[view]
    part = measured is not None and getattr(measured, key) in (Where.BASE, Where.RIM)
    return size / seen if part and size < seen else 1.0


def _told(mm: float, pattern: Pattern) -> str:
    return pattern.tell(Length(mm, Scale.CM))


def under(middle: float, y: float, content: str, width: float) -> Text:
    """What is written under a level dimension line so many mm wide; below its ends where it is no narrower."""
    narrow = text_width(content, _TEXT) < width - 1.0
    down = _TEXT * 1.25 if narrow else _HEAD + _TEXT * CAPITAL + 0.4
    return Text(middle, y - down, _TEXT, content, "middle")


def dimension_line(start: Point, end: Point, names: Names) -> Iterator[Shape]:
    """A dimension line between two places of the paper; its heads stand outside where there is no room between."""
    along = unit(end - start)
    short = abs(end - start) < 4 * _HEAD
    tails = -2 * _HEAD * along if short else _HEAD * along
    points = along if short else -along
    yield Shape(names("dimension"), CALL, (line_path(start + tails, end - tails), *_stops(start, end)))
    yield Shape(names("dimension", "head"), f"{CALL}-head", (_head(start, points), _head(end, -points)))


def _stops(start: Point, end: Point) -> tuple[Path, Path]:
    across = 1j * unit(end - start) * _HEAD
    return line_path(start - across, start + across), line_path(end - across, end + across)


def _head(tip: Point, along: complex) -> Path:
    base, side = tip - along * _HEAD, 1j * along * _HEAD * 0.3
    return line_path(tip, base + side, base - side, tip)
