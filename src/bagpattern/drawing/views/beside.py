"""Views of a bag beside each other on one ground, as large as a given room lets them be, to stand on any sheet.

Their dimension lines are those of a drawing of a box: width and height at the back, depth along the side that the
three-quarter view shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from bagpattern.drawing.lettering import CAPITAL, text_width
from bagpattern.drawing.model import Item, Look, Shape, Text
from bagpattern.drawing.views.camera import camera
from bagpattern.drawing.views.dimensions import dimension_line, under
from bagpattern.drawing.views.flat import Subject, flat, reach
from bagpattern.drawing.views.looks import looks
from bagpattern.geometry.points import Point, point
from bagpattern.values import kept, once, value

if TYPE_CHECKING:
    from bagpattern.drawing.names import Names
    from bagpattern.geometry.place import Box
    from bagpattern.language import Teller
    from bagpattern.model.pattern import Pattern
    from bagpattern.sewn.appearance import Appearance
    from bagpattern.sewn.bag import Floats

    Prints = Mapping[str, Appearance] | None

VIEWS = ("three-quarter", "back")
"""The views that tell what a bag is."""
_OFF, _TEXT, _LABEL = 4.0, 2.8, 2.6
_HEAD = 2.0
"""mm for the ends of a dimension line."""
_GAP = 8.0
_STEP = 1.03
"""From one scale that is tried to the next."""


@kept
def looked_at(pattern: Pattern) -> Subject:
    """The bag that a pattern makes, ready to be looked at: folded up once, however many pictures show it."""
    return Subject.of(pattern.sewn())


@kept
def looked_into(pattern: Pattern) -> Subject:
    """Likewise the opened bag."""
    return Subject.of(pattern.sewn(opened=True))


class Sizes(NamedTuple):
    """What is written at the dimension lines; a line without words is left out."""

    width: str = ""
    height: str = ""
    depth: str = ""


class _Call(NamedTuple):
    """A dimension line, and what is written at it; mm of paper from where the bag stands."""

    start: Point
    end: Point
    text: Text


@value
class View:
    """One view of a bag: all of it and its body, in mm of the bag, and its dimension lines at any scale."""

    name: str
    subject: Subject
    sizes: Sizes

    @once
    def boxes(self) -> tuple[Box, Box]:
        """Around all of it, and around its body."""
        return reach(self.subject, camera(self.name))

    def calls(self, scale: float) -> list[_Call]:
        """Its dimension lines at so many mm of paper for a mm of the bag."""
        return [*(self._depth(scale) if self.name == "three-quarter" else self._true(scale))]

    def room(self, scale: float, titled: bool) -> Box:
        """What it takes on paper with its lines and its name."""
        left, bottom, right, top = (each * scale for each in self.boxes[0])
        for start, end, text in self.calls(scale):
            x0, y0, x1, _ = text.box
            left, right = min(left, x0, start.real - _HEAD), max(right, x1, end.real + _HEAD)
            bottom = min(bottom, y0, start.imag - _HEAD)
        return left, bottom - (2.0 * _LABEL if titled else 0.0), right, top

    def _true(self, scale: float) -> Iterator[_Call]:
        """Width and height, both as long as they are."""
        box, (left, bottom, right, top) = ([each * scale for each in box] for box in self.boxes)
        if self.sizes.width:
            y = box[1] - _OFF
            text = under((left + right) / 2, y, self.sizes.width, right - left)
            yield _Call(point(left, y), point(right, y), text)
        if self.sizes.height:
            x = box[0] - _OFF
            at = (bottom + top - _TEXT * CAPITAL) / 2
            yield _Call(point(x, bottom), point(x, top), Text(x - _HEAD - 0.4, at, _TEXT, self.sizes.height, "end"))

    def _depth(self, scale: float) -> Iterator[_Call]:
        """Along the lower edge of the side that is seen, and under everything that stands or hangs before it."""
        if not self.sizes.depth:
            return
        near, far = (point(*each) * scale for each in self._side)
        seen = self._seen * scale
        under = (seen[:, 0] > near.real - 1.0) & (seen[:, 0] < far.real + 1.0)
        slope = (far - near).imag / max((far - near).real, 1e-6)
        height = seen[under, 1] - near.imag - slope * (seen[under, 0] - near.real)
        down = point(0, min(float(height.min(initial=0.0)), 0.0) - _OFF)
        at = (near + far) / 2 + down + point(1.5, -_TEXT * CAPITAL - 1.2)
        yield _Call(near + down, far + down, Text(at.real, at.imag, _TEXT, self.sizes.depth))

    @once
    def _seen(self) -> Floats:
        """Every point of the bag as it lies in the picture."""
        import numpy as np

        axes = camera(self.name).axes
        return np.concatenate([each.points @ axes[:2].T for each in self.subject.bag.surfaces])

    @once
    def _side(self) -> tuple[list[float], list[float]]:
        """The nearer and the farther corner of the body's box on the ground, at the side that is seen."""
        import numpy as np

        bag = self.subject.bag
        points = np.concatenate([each.points for each in bag.surfaces[: bag.body]])
        (_, low, far), (right, _, near) = points.min(axis=0), points.max(axis=0)
        corners = np.array([[right, low, near], [right, low, far]]) @ camera(self.name).axes[:2].T
        return corners[0].tolist(), corners[1].tolist()

    def drawn(self, scale: float, at: Point, prints: Prints, names: Names) -> Iterator[Item]:
        """The view with its origin *at* a place of the paper, and its lines."""
        coloured = prints is not None
        yield from flat(self.subject, self.name, camera(self.name), scale, names, coloured, at, prints).items
        for start, end, text in self.calls(scale):
            yield from dimension_line(start + at, end + at, names)
            yield text.moved(at)


@value
class Beside:
    """Views in a row, at most so many mm wide and high, at a ``scale``; ``titles`` by view are what they are called.

    Without ``prints`` they are in black and white.
    """

    views: tuple[View, ...]
    titles: Mapping[str, str]
    width: float
    most: float
    prints: Prints = None
    first: int = 0
    """The number of the first view among all in colours that are on the sheet."""

    @once
    def scale(self) -> float:
        """The largest at which they fit, at most true size."""
        scale = 1.0
        while self.views and not self._fits(scale):
            scale /= _STEP
        return scale

    def _fits(self, scale: float) -> bool:
        rooms = self._rooms(scale)
        wide = sum(right - left for left, _, right, _ in rooms) + _GAP * (len(rooms) - 1)
        return wide <= self.width and _high(rooms) <= self.most

    def _rooms(self, scale: float) -> list[Box]:
        return [each.room(scale, bool(self.titles)) for each in self.views]

    @once
    def height(self) -> float:
        """mm that they take."""
        return _high(self._rooms(self.scale)) if self.views else 0.0

    def items(self, corner: Point, names: Names) -> Iterator[Item]:
        """All of it, hanging from its upper left *corner*; what is left of the width is shared."""
        if not self.views:
            return
        rooms = self._rooms(self.scale)
        ground = corner.imag - max(top for *_, top in rooms)
        low = corner.imag - self.height
        spare = (self.width - sum(right - left for left, _, right, _ in rooms)) / (len(rooms) + 1)
        x = corner.real + spare
        for number, (view, (left, _, right, _)) in enumerate(zip(self.views, rooms, strict=True), self.first):
            at = point(x - left, ground)
            drawn = view.drawn(self.scale, at, self.prints, names)
            yield from drawn if self.prints is None else numbered(drawn, number)
            if self.titles:
                middle = at.real + (view.boxes[1][0] + view.boxes[1][2]) / 2 * self.scale
                yield self._title(view.name, middle, low + 0.5 * _LABEL)
            x += right - left + spare

    def _title(self, name: str, middle: float, y: float) -> Text:
        half = text_width(self.titles[name], _LABEL) / 2
        return Text(max(middle, half), y, _LABEL, self.titles[name], "middle")


def _high(rooms: list[Box]) -> float:
    return max(top for *_, top in rooms) - min(bottom for _, bottom, _, _ in rooms)


def numbered(items: Iterable[Item], number: int) -> Iterator[Item]:
    """The items of one view in roles of its own: a sheet draws role by role, and would draw over its lines else."""
    for item in items:
        yield item._replace(role=_role(item.role, number)) if isinstance(item, Shape) else item


def numbered_looks(colours: Mapping[str, str], numbers: Iterable[int]) -> dict[str, Look]:
    """How the roles of these views are drawn."""
    return {_role(role, number): look for number in numbers for role, look in looks(colours).items()}


def _role(role: str, number: int) -> str:
    return f"{role}-{number}"


def titles(tell: Teller, more: str = "") -> dict[str, str]:
    """What the views are called, with what *more* is said of the bag that they show."""
    return titled(tell, VIEWS, more)


def titled(tell: Teller, names: Iterable[str], more: str = "") -> dict[str, str]:
    """As ``titles``, of the views of these *names*."""
    return {each: f"{tell(camera(each).title.capitalize())}{more}" for each in names}


def in_a_row(pattern: Pattern, sizes: Sizes | None = None) -> tuple[View, ...]:
    """The views that tell what a bag is, with these sizes at them; none of what did not fold up to a bag."""
    return chosen_views(pattern, VIEWS, sizes)


def chosen_views(pattern: Pattern, names: Iterable[str], sizes: Sizes | None = None) -> tuple[View, ...]:
    """As ``in_a_row``, the views of these *names*."""
    if not _is_bag(pattern):
        return ()
    return tuple(View(each, looked_at(pattern), sizes or Sizes()) for each in names)


def _is_bag(pattern: Pattern) -> bool:
    """Whether what was folded up is about as wide and as high as it is said to be: between a half and three times."""
    came_out, said = looked_at(pattern).bag.measured, pattern.finished
    pairs = (came_out.width, said.width), (came_out.height, said.height)
    return all(expected / 2 < found < 3 * expected for found, expected in pairs)
