"""One page for a projector: every piece whole, plain dark lines without fills, and large squares to focus by.

Pattern Projector thickens dark lines, opens its layer menu for a single page only, and draws pages coarser from
1820 sq in on: so the page is one, and tight [print 2.1].
"""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.drawing.lettering import CAPITAL
from bagpattern.drawing.model import Drawing, Item, Look, Shape, Text
from bagpattern.drawing.names import Names
from bagpattern.drawing.paper.spread import spread
from bagpattern.drawing.paper.subject import Subject
from bagpattern.drawing.strokes import box_path
from bagpattern.geometry.points import Point, point
from bagpattern.options import Options

_RIM = 5.0  # mm
_BETWEEN = 12.0
_SQUARES = (("200 mm", 200.0), ("8 in", 203.2))
"""Twice as large as on paper: a projector's error grows with the distance from its middle."""
_STYLES = {
    "head": Look(0.35),
    "seam-tag": Look(0.35),
    "grain": Look(0.5),
    "notch": Look(0.5),
    "drill": Look(0.5),
    "topstitch": Look(0.35, (0.9, 0.6, 0.9, 2.1)),
    "leader": Look(0.35),
    "stitch": Look(0.5, (3.0, 1.5)),
    "box": Look(0.45, (1.0, 1.6)),
    "fold": Look(0.5, (8.0, 1.5, 1.0, 1.5)),
    "fold-back": Look(0.5, (8.0, 1.5, 1.0, 1.5, 1.0, 1.5)),
    "square": Look(0.5),
    "cut": Look(0.8),
    "slit": Look(0.8),
}
"""Heavier than on paper, black, and nothing filled."""


def projected(subject: Subject, options: Options) -> Drawing:
    """The pieces, and both squares in a column left of them."""
    left_out = subject.listed() if options.rectangles == "list" else frozenset[str]()
    names, laid = Names(), spread(subject.lie(left_out))
    aside = max(side for _, side in _SQUARES) + _BETWEEN
    height = max(laid.height, sum(side + _BETWEEN for _, side in _SQUARES))
    items = [
        *_squares(point(_RIM, _RIM + height)),
        *laid.items(names, point(_RIM + aside, _RIM + height - laid.height)),
    ]
    return subject.drawing(aside + laid.width + 2 * _RIM, height + 2 * _RIM, items, styles=_STYLES)


def _squares(corner: Point) -> Iterator[Item]:
    """The squares, one under the other, hanging from *corner*; what they measure is written in them."""
    for size, side in _SQUARES:
        low = corner - 1j * side
        outline = box_path(low.real, low.imag, low.real + side, low.imag + side)
        yield Shape(f"check-square-{size.replace(' ', '-')}", "square", (outline,), data=(("size", size),))
        middle = low + point(side / 2, side / 2)
        yield Text(middle.real, middle.imag - 16.0 * CAPITAL / 2, 16.0, size, "middle", bold=True, role="square-text")
        corner = low - 1j * _BETWEEN
