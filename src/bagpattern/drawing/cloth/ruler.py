"""The rulers of a plan: marks along the cut edge and across the cloth, the two figures that matter, fold and grain."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.drawing.cloth.arranged import View
from bagpattern.drawing.cloth.lay_words import enough, figure, ruler_marks, ruler_step
from bagpattern.drawing.cloth.numbered import arrow
from bagpattern.drawing.lettering import text_width
from bagpattern.drawing.model import Item, Shape, Text
from bagpattern.drawing.names import Names
from bagpattern.geometry.path import line_path
from bagpattern.language import Teller
from bagpattern.layout.lay import Lay
from bagpattern.said import Length, Said, Scale
from bagpattern.words import words

_TEXT, _SMALL = 3.2, 2.4
_FIGURES, _ENDS, _FOLD = 5.0, 9.5, 13.5
"""mm from the cloth down to the lines of what is written there."""
_GRAIN, _BESIDE = 2.8, 4.0
_LEAST_ARROW, _LONGEST_ARROW = 12.0, 60.0
_NEAR = 0.4
"""Of a step: nearer to the cloth's own width no figure is written."""


def ruler(lay: Lay, view: View, names: Names, tell: Teller) -> Iterator[Item]:
    """Marks and figures along both sides of a stretch, and how wide the cloth is."""
    start, low, end, high = view.box
    step = ruler_step(view.scale, tell)
    along = [(at, view.at(at, low)) for at in ruler_marks(start, end, step)]
    across = [(at, view.at(start, at)) for at in ruler_marks(low, high, step)]
    left, bottom = view.window[:2]
    level, upright = (across, along) if view.turned else (along, across)
    ticks = [line_path(complex(p.real, bottom - 2.0), complex(p.real, bottom)) for _, p in level]
    ticks += [line_path(p - 2.0, p) for _, p in upright]
    yield from [Shape(names("ruler"), "table", tuple(ticks))] if ticks else ()
    wide = lay.cloth.width - _NEAR * step
    for at, p in level:
        if not view.turned or at <= wide:
            yield Text(p.real, bottom - _FIGURES, _SMALL, figure(at, tell), "middle")
    for at, p in upright:
        if view.turned or at <= wide:
            yield Text(left - 3.0, p.imag - 0.4 * _SMALL, _SMALL, figure(at, tell), "end")
    if high == lay.cloth.width:
        yield _width(view, tell(Length(high, Scale.CM)))


def _width(view: View, told: str) -> Text:
    """How wide the cloth is, at its farther selvedge."""
    left, bottom, right, top = view.window
    if view.turned:
        return Text(right, bottom - _FIGURES, _SMALL, told, "middle", bold=True)
    return Text(left - 3.0, top - 0.4 * _TEXT, _SMALL, told, "end", bold=True)


def end(lay: Lay, view: View, tell: Teller) -> Text:
    """Where the plan ends: under its end, or where that is too narrow, from the left."""
    left, bottom, right, _ = view.window
    told = tell(words("ends at {length}", length=enough(lay.length)))
    if view.turned or text_width(told, _TEXT, True) > right - left:
        return Text(left, bottom - _ENDS, _TEXT, told, bold=True)
    return Text(right, bottom - _ENDS, _TEXT, told, "end", bold=True)


def grain(lay: Lay, view: View, names: Names, tell: Teller) -> Iterator[Item]:
    """Which way the cloth came off the roll: the words above it, the arrow along it."""
    left, _, right, top = view.window
    along = tell(words("along the roll") if lay.cloth.free else words("grain, along the selvedge"))
    yield Text(left, top + _GRAIN, _SMALL, along)
    aside = text_width(along, _SMALL) + 2.0
    start = complex(right + _BESIDE, top) if view.turned else complex(left + aside, top + _GRAIN + 0.3 * _SMALL)
    room = (view.box[2] - view.box[0]) / view.scale - (0.0 if view.turned else aside)
    if room > _LEAST_ARROW:
        yield from arrow(start, start + min(room, _LONGEST_ARROW) * view.turn, names, both=True)


def fold(lay: Lay, view: View, names: Names, tell: Teller) -> Iterator[Item]:
    """The fold in the middle of the cloth, and what it is."""
    start, low, until, high = view.box
    middle = lay.cloth.width / 2
    if start < lay.fold and low < middle < high:
        line = line_path(view.at(start, middle), view.at(min(lay.fold, until), middle))
        yield Shape(names("fold"), "fold", (line,))
        yield Text(view.window[0], view.window[1] - _FOLD, _SMALL, tell(_folded(lay)))


def _folded(lay: Lay) -> Said:
    if lay.fold > lay.length - 1.0:
        return words("fold lengthwise")
    return words("fold lengthwise, as far as {length}", length=enough(lay.fold))
