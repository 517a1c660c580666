"""Where the drawing of a cloth breaks off: the dashed edge of a stretch, and what it says of what lies beyond."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bagpattern.drawing.cloth.arranged import View
from bagpattern.drawing.model import Item, Shape, Text
from bagpattern.drawing.names import Names
from bagpattern.geometry.path import line_path
from bagpattern.geometry.place import Box
from bagpattern.geometry.window import reach, seen
from bagpattern.language import Teller
from bagpattern.layout.lay import Lay
from bagpattern.said import Length, Scale
from bagpattern.words import words

_SMALL = 2.5
_PART, _NEXT, _FREE = 6.2, 9.5, 13.5
"""mm from a stretch up to its number, and down to what is said of what follows."""


def clipped(shapes: Sequence[Shape], window: Box) -> Iterator[Shape]:
    """What a stretch shows of some shapes."""
    for each in shapes:
        paths = tuple(part for path in each.paths for part in seen(path, reach(path), window))
        if paths:
            yield each._replace(paths=paths)


def breaks(lay: Lay, views: Sequence[View], names: Names, tell: Teller) -> Iterator[Item]:
    """The dashed edges of all stretches, each part's number, and where it goes on."""
    for number, view in enumerate(views, 1):
        left, bottom, right, top = view.window
        yield from _edges(lay, view, names)
        if len(views) > 1:
            part = words("Part {number} of {count}", number=number, count=len(views))
            yield Text(left, top + _PART, _SMALL, tell(part), bold=True)
        if number < len(views):
            told = words("goes on in part {number}", number=number + 1)
            yield Text(left, bottom - _NEXT, _SMALL, tell(told), bold=True)
        elif view.box[3] < lay.cloth.width:
            free = words("free from there on, to {width}", width=Length(lay.cloth.width, Scale.CM))
            y = bottom - _FREE if view.turned else top + _PART
            yield Text(right, y, _SMALL, tell(free), "end")


def _edges(lay: Lay, view: View, names: Names) -> Iterator[Item]:
    """A dashed line along each side of a stretch that is no edge of the cloth."""
    start, low, end, high = view.box
    across = [at for at in (start, end) if 0.0 < at < lay.length]
    along = [at for at in (low, high) if 0.0 < at < lay.cloth.width]
    lines = [line_path(view.at(at, low), view.at(at, high)) for at in across]
    lines += [line_path(view.at(start, at), view.at(end, at)) for at in along]
    if lines:
        yield Shape(names("break"), "break", tuple(lines))
