"""Flats of a bag on a sheet: as large as they can be at one scale, each with its name, the true ones with sizes."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from bagpattern.drawing.lettering import TIMES
from bagpattern.drawing.model import Drawing, Shape, Text, layered
from bagpattern.drawing.names import Names
from bagpattern.drawing.views.aimed import aimed
from bagpattern.drawing.views.camera import UPRIGHT, cameras, in_company
from bagpattern.drawing.views.colours import colours_shown, looks_shown
from bagpattern.drawing.views.company import Shown, carried, holding
from bagpattern.drawing.views.dimensions import ROOM, dimensions
from bagpattern.drawing.views.flat import Flat, Subject, flat, reach
from bagpattern.drawing.views.looks import fills_first, looks
from bagpattern.drawing.views.row import SCALES
from bagpattern.geometry.points import Point, point
from bagpattern.said import Figure
from bagpattern.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bagpattern.drawing.views.camera import Camera
    from bagpattern.drawing.views.company import Company
    from bagpattern.drawing.views.row import Row
    from bagpattern.geometry.place import Box
    from bagpattern.model.pattern import Pattern
    from bagpattern.model.strap import Way
    from bagpattern.sewn.bag import SewnBag

WIDTH, HEIGHT = 297.0, 210.0
"""mm: A4, lying; a sheet is no higher than its views."""
_MARGIN, _TITLE, _TEXT, _LABEL = 12.0, 6.0, 3.2, 3.4
_GAP = 14.0
_UNDER = _LABEL * 2.2
"""mm under a view for its name."""
_SHARED = 125.0
"""mm of height of the bag in company, where more is on the sheet."""
_HEADING = 12.0
"""mm above the bag in company, for what is said of it."""


class Wanted(NamedTuple):
    """What is to be drawn: ``views`` by name, none for all; ``coloured``, in the colours of a colourway of that name;
    with ``dimensions`` or without.
    """

    views: Sequence[str] = ()
    coloured: bool = False
    colourway: str | None = None
    dimensions: bool = True
    carry: Way | None = None
    """The one way in which it is shown carried; None for each."""


def flats(pattern: Pattern, bag: SewnBag, wanted: Wanted) -> Drawing:
    """The sheet; views of the opened bag are of that. Raises InputError for a view or a colourway that there is not."""
    seen = {name: aimed(each, pattern.draft) for name, each in cameras(wanted.views).items()}
    poses = {opened: _subject(pattern, bag, wanted, opened) for opened in {each.opened for each in seen.values()}}
    subjects = {name: poses[each.opened] for name, each in seen.items()}
    colours = colours_shown(pattern, wanted.colourway) if wanted.coloured else {}
    prints = looks_shown(pattern, wanted.colourway) if wanted.coloured else {}
    room = ROOM if wanted.dimensions else 0.0
    below = _Below.of(pattern, bag, wanted, Shown(wanted.coloured, prints), bool(seen))
    plan = _planned({name: reach(subjects[name], each)[0] for name, each in seen.items()}, room, below.height)
    names, tell = Names(), pattern.tell
    items: list[Shape | Text] = []
    for name, at in plan.places.items():
        drawn = flat(subjects[name], name, seen[name], 1 / plan.scale, names, wanted.coloured, at, prints)
        items += drawn.items
        items.append(_label(drawn, tell(seen[name].title.capitalize()), room))
        if wanted.dimensions and name in UPRIGHT:
            items += dimensions(drawn, name, pattern, bag.measured, names)
    items += [*_head(pattern, plan, bool(seen)), *below.items(pattern, names)]
    styles = looks(colours)
    layers = layered(fills_first(items, styles))
    return Drawing(WIDTH, plan.height, layers, title=pattern.title, name=pattern.name, styles=styles)


def _subject(pattern: Pattern, bag: SewnBag, wanted: Wanted, opened: bool) -> Subject:
    return Subject.of(pattern.sewn(wanted.carry, opened=True) if opened else bag)


def one_flat(pattern: Pattern, bag: SewnBag, name: str, camera: Camera, wanted: Wanted) -> Drawing:
    """One view alone, without a word, as large as its paper: at most 180 mm wide and high."""
    subject = Subject.of(bag)
    colours = colours_shown(pattern, wanted.colourway) if wanted.coloured else {}
    prints = looks_shown(pattern, wanted.colourway) if wanted.coloured else {}
    left, bottom, right, top = reach(subject, camera)[0]
    scale = min(1.0, 172.0 / max(right - left, top - bottom, 1.0))
    at = point(4.0 - left * scale, 4.0 - bottom * scale)
    drawn = flat(subject, name, camera, scale, Names(), wanted.coloured, at, prints)
    wide, high = (right - left) * scale + 8.0, (top - bottom) * scale + 8.0
    styles = looks(colours)
    return Drawing(wide, high, layered(drawn.items), title=pattern.title, styles=styles)


def _label(drawn: Flat, title: str, room: float) -> Text:
    middle = (drawn.body[0] + drawn.body[2]) / 2
    return Text(middle, drawn.box[1] - room - _LABEL * 1.4, _LABEL, title, "middle")


def _head(pattern: Pattern, plan: _Plan, scaled: bool) -> tuple[Text, Text]:
    tell, y = pattern.tell, plan.height - _MARGIN - _TITLE * 0.76
    size = pattern.finished.seen(f" {TIMES} ")
    told = words("finished size {size}", size=size)
    if scaled:
        scale = words("1:{scale}", scale=Figure(plan.scale))
        told = words("finished size {size}, drawn at {scale}", size=size, scale=scale)
    return (
        Text(_MARGIN, y, _TITLE, pattern.title, bold=True),
        Text(WIDTH - _MARGIN, y, _TEXT, tell(told.capitalize()), "end"),
    )


# in company ----------------------------------------------------------------------------------------------------------


class _Below(NamedTuple):
    """What is shown of the bag in company, below its views; each with its row."""

    rows: tuple[tuple[Company, Row], ...]

    @classmethod
    def of(cls, pattern: Pattern, bag: SewnBag, wanted: Wanted, shown: Shown, beside: bool) -> _Below:
        """What is wanted; it is lower *beside* other views, and where there is more of it."""
        found = [_company(each, pattern, bag, wanted.carry, shown) for each in in_company(wanted.views)]
        room = HEIGHT - 2 * _MARGIN - 2 * _TITLE - _HEADING
        most = room if len(found) == 1 and not beside else _SHARED
        return cls(tuple((each, each.row(WIDTH - 2 * _MARGIN, most)) for each in found))

    @property
    def height(self) -> float:
        """mm of all of them."""
        return sum(row.height + _HEADING for _, row in self.rows)

    def items(self, pattern: Pattern, names: Names) -> Iterator[Shape | Text]:
        """They, one above the other, from the bottom of the sheet."""
        y = _MARGIN + self.height
        for company, row in self.rows:
            yield Text(_MARGIN, y - _TEXT, _TEXT, pattern.tell(company.heading(row.scale)))
            yield from row.items(point(_MARGIN, y - _HEADING + _UNDER / 4), names)
            y -= row.height + _HEADING


def _company(name: str, pattern: Pattern, bag: SewnBag, carry: Way | None, shown: Shown) -> Company:
    return carried(pattern, bag, carry, shown) if name == "carried" else holding(pattern, bag, shown)


def company_alone(pattern: Pattern, bag: SewnBag, name: str, wanted: Wanted) -> Drawing:
    """The bag in company without a heading, at most as wide and as high as a sheet."""
    colours = colours_shown(pattern, wanted.colourway) if wanted.coloured else {}
    prints = looks_shown(pattern, wanted.colourway) if wanted.coloured else {}
    company = _company(name, pattern, bag, wanted.carry, Shown(wanted.coloured, prints))
    row = company.row(WIDTH, HEIGHT)
    row = company.row(row.least(WIDTH), HEIGHT)
    styles, items = looks(colours), [*row.items(point(0.0, row.height + 2.0), Names())]
    return Drawing(row.width, row.height + 4.0, layered(fills_first(items, styles)), title=pattern.title, styles=styles)


# layout ---------------------------------------------------------------------------------------------------------------


class _Plan(NamedTuple):
    """A scale (1 to so much), the height of the sheet, and by view the place of the bag's origin on it; mm."""

    scale: float
    height: float
    places: Mapping[str, Point]


def _planned(boxes: Mapping[str, Box], room: float, below: float) -> _Plan:
    """As few rows as give the largest scale; in a row all bags stand on one ground, *below* them is so much room."""
    if not boxes:
        return _Plan(1.0, below + 2 * _MARGIN + 2 * _TITLE, {})
    options = []
    for rows in range(1, min(3, len(boxes)) + 1):
        lines = _lines(list(boxes), rows)
        scale = next((each for each in SCALES if _fits(boxes, lines, room, each)), SCALES[-1])
        options.append((scale, rows, lines))
    scale, _, lines = min(options)
    high = _high(boxes, lines, room, scale) + below
    return _Plan(scale, high, _placed(boxes, lines, room, scale, high))


def _lines(names: list[str], rows: int) -> list[list[str]]:
    """The views in so many rows, the first ones longer."""
    share, more = divmod(len(names), rows)
    ends = [share * row + min(row, more) for row in range(rows + 1)]
    return [names[low:high] for low, high in pairwise(ends)]


def _wide(boxes: Mapping[str, Box], line: Sequence[str], scale: float) -> float:
    return sum(boxes[each][2] - boxes[each][0] for each in line) / scale + _GAP * (len(line) - 1)


def _above(boxes: Mapping[str, Box], line: Sequence[str], scale: float) -> tuple[float, float]:
    """mm of a row above the ground, and below."""
    return max(boxes[each][3] for each in line) / scale, -min(boxes[each][1] for each in line) / scale


def _fits(boxes: Mapping[str, Box], lines: Sequence[Sequence[str]], room: float, scale: float) -> bool:
    wide = max(_wide(boxes, line, scale) for line in lines) + 2 * room
    return wide <= WIDTH - 2 * _MARGIN and _high(boxes, lines, room, scale) <= HEIGHT


def _high(boxes: Mapping[str, Box], lines: Sequence[Sequence[str]], room: float, scale: float) -> float:
    """mm of a sheet with these rows."""
    rows = sum(sum(_above(boxes, line, scale)) + room + _UNDER for line in lines)
    return rows + _GAP / 2 * (len(lines) - 1) + 2 * _MARGIN + 2 * _TITLE


def _placed(
    boxes: Mapping[str, Box], lines: Sequence[Sequence[str]], room: float, scale: float, high: float
) -> dict[str, Point]:
    """Views share what is left of the width."""
    y, found = high - _MARGIN - 2 * _TITLE, {}
    for line in lines:
        above, below = _above(boxes, line, scale)
        spare = (WIDTH - 2 * _MARGIN - _wide(boxes, line, scale) + _GAP * (len(line) - 1)) / (len(line) + 1)
        x = _MARGIN + spare
        for each in line:
            found[each] = point(x - boxes[each][0] / scale, y - above)
            x += (boxes[each][2] - boxes[each][0]) / scale + spare
        y -= above + below + room + _UNDER + _GAP / 2
    return found
