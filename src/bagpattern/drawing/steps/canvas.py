"""The canvas of one figure: what is painted later covers what was painted before; mm of paper, y up.

Letters, on their plates and discs, lie over all of it: no line goes through a number, whenever it is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache

from bagpattern.drawing.lettering import text_width
from bagpattern.drawing.model import FLAT, Drawing, Item, Look, Shape, Text, layered
from bagpattern.drawing.names import Names
from bagpattern.drawing.steps.looks import HATCH, LOOKS, ON_ACCENT, SIZE, TEXT, Tone
from bagpattern.drawing.strokes import circle
from bagpattern.geometry.cloths import (
    Area,
    along,
    area_of,
    box_area,
    calm_place,
    disc_area,
    grown_by,
    hatched,
    less,
    near,
    rings,
    thinned,
)
from bagpattern.geometry.path import Path, line_path
from bagpattern.geometry.points import SAME, Point, point

WIDTH, HEIGHT = 85.0, 60.0
"""mm of a figure at most: empty rows and columns round it are left out."""
_FINE = 0.012
"""mm by which an outline may be moved so that it has fewer points: nobody sees that."""
_MARGIN, _BETWEEN = 1.0, 4.0
"""mm round a figure, and between what stands at its foot."""
_DISC = 2.5
_LINE = 0.61
"""The share of its size that a line of text takes above and below its middle, with its descent."""
_ROOM, _SEEN = 2.8, 0.4
"""mm from the middle of a free place that a number wants, and that the dot of a line to it wants."""


class Canvas:
    """Collects the shapes and texts of one figure; ``busy`` are the areas where nothing is to be written any more."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.busy: list[Area] = []
        self.styles: dict[str, Look] = {}
        self._texts: list[Area] = []
        self._names, self._kind, self._depth = Names(), "", 0
        self._feet: list[tuple[int, int]] = []
        self._letters: list[int] = []

    # paint ------------------------------------------------------------------------------------------------------------

    def put(self, kind: str, *paths: Path) -> None:
        """Paths that look like a kind of thing."""
        if paths:
            self.items.append(Shape(self._names(kind), self._role(kind), paths))

    def _role(self, kind: str) -> str:
        """Writers draw all of a role at once: each layer of paint has roles of its own."""
        if kind != self._kind:
            self._kind, self._depth = kind, self._depth + 1
        role = f"{FLAT}{self._depth}-{kind}"
        self.styles[role] = LOOKS[kind]
        return role

    def line(self, kind: str, *points: Point) -> None:
        """A chain of straight lines."""
        kept = [p for at, p in enumerate(points) if not at or abs(p - points[at - 1]) > 10 * SAME]
        if len(kept) > 1:
            self.put(kind, line_path(*kept))

    def ring(self, kind: str, points: Sequence[Point]) -> None:
        """A closed one."""
        self.line(kind, *points, *([points[0]] if abs(points[0] - points[-1]) > SAME else []))

    def area(self, kind: str, area: Area) -> None:
        """An area that is filled, its holes as well where it has any."""
        for each in rings(area):
            self.ring(kind, each)

    def cloth(self, area: Area, tone: Tone, right: bool, edge: str = "edge") -> None:
        """A piece of cloth, its right side up or its wrong side; it hides what is below."""
        if area.is_empty:
            return
        area = thinned(area, _FINE)
        self.area(f"{tone}-{'right' if right else 'wrong'}", area)
        if not right and tone in HATCH:
            kind, way = HATCH[tone]
            self.put(kind, *(line_path(*each) for each in hatched(area, way, 2.4)))
        elif right and tone is Tone.LINING:
            self.put("dots", *(line_path(*each) for each in hatched(grown_by(area, -0.3), 1 + 0j, 1.8)))
        if edge:
            self.area_edge(edge, area)

    def area_edge(self, kind: str, area: Area) -> None:
        """The border of an area."""
        for each in rings(area):
            self.ring(kind, each)

    # letters ----------------------------------------------------------------------------------------------------------

    def text(self, at: Point, told: str, size: float = SIZE, bold: bool = False, kind: str = TEXT) -> None:
        """One line, its middle at a place or as near to it as no other text stands, on a white plate."""
        if not told:
            return
        left, _, right, _ = self.box_of(0j, told, size, bold)
        at = self._clear(at, (right - left) / 2, _LINE * size)
        box, start = self.box_of(at, told, size, bold), len(self.items)
        if kind == TEXT:
            self.area("plate", box_area(box[0] - 0.3, box[1] - 0.3, box[2] + 0.3, box[3] + 0.3))
        self._write(at, told, size, bold, kind)
        self._letters += range(start, len(self.items))
        self.busy.append(box_area(*box))

    def _write(self, at: Point, told: str, size: float, bold: bool, kind: str) -> None:
        self.items.append(Text(at.real, at.imag - size * 0.365, size, told, "middle", bold, self._role(kind)))

    def _clear(self, at: Point, wide: float, high: float) -> Point:
        """The nearest place to that where a text of so much to either side meets none, inside of the figure."""
        left, right = wide + _MARGIN, WIDTH - wide - _MARGIN
        for step in _nearby():
            x, y = min(max(at.real + step.real, left), right), at.imag + step.imag
            box = box_area(x - wide - 0.2, y - high - 0.2, x + wide + 0.2, y + high + 0.2)
            if not any(box.intersects(each) for each in self._texts):
                self._texts.append(box)
                return point(x, y)
        raise AssertionError(f"no room for a text at {at:.1f}")

    @staticmethod
    def box_of(at: Point, told: str, size: float = SIZE, bold: bool = False) -> tuple[float, float, float, float]:
        """What a line of digits covers whose middle is there."""
        half, tall = text_width(told, size, bold) / 2, size * 0.38
        return at.real - half, at.imag - tall, at.real + half, at.imag + tall

    def disc(self, at: Point, told: str, accent: bool = False) -> None:
        """A number in a disc."""
        radius = max(_DISC, text_width(told, SIZE, bold=True) / 2 + 0.7)
        at, start = self._clear(at, radius, radius), len(self.items)
        self.put("disc-accent" if accent else "disc", circle(at, radius))
        self._write(at, told, SIZE, True, ON_ACCENT if accent else TEXT)
        self._letters += range(start, len(self.items))
        self.busy.append(disc_area(at, radius + 0.4))

    def number(self, area: Area, told: str) -> bool:
        """The number of a piece on what is seen of it, else beside it on a line; whether anything is seen of it."""
        place, room = calm_place(less(area, *self.busy))
        if room >= _ROOM:
            self.disc(place, told)
            return True
        if area.is_empty:
            return False
        anchor = place if room > _SEEN else calm_place(area)[0]
        beside = self._beside(anchor, area)
        self.line("thin", anchor, beside)
        self.put("dark", circle(anchor, 0.4))
        self.disc(beside, told)
        return True

    def _beside(self, anchor: Point, area: Area) -> Point:
        """The nearest free place round an anchor to which a line goes over no text; else any free one."""
        first = None
        for each in _round(anchor):
            if self._is_free(each, area):
                if not self._crosses(anchor, each):
                    return each
                first = each if first is None else first
        return anchor + 5 if first is None else first

    def _crosses(self, start: Point, end: Point) -> bool:
        """Whether a line to a number would go over another text."""
        line = along([start, end], 0.3)
        return any(line.intersects(each) for each in self._texts)

    def _is_free(self, at: Point, area: Area) -> bool:
        inside = 3.5 < at.real < WIDTH - 3.5 and 3.5 < at.imag < HEIGHT - 3.5
        return inside and not near(at, (*self.busy, area), _DISC + 0.5)

    @contextmanager
    def foot(self) -> Iterator[None]:
        """What is drawn inside stands below the picture: it is moved to where it makes the figure no wider."""
        start = len(self.items)
        yield
        self._feet.append((start, len(self.items)))

    def _picture(self) -> list[Item]:
        """The items that do not stand at the foot."""
        own = {at for start, end in self._feet for at in range(start, end)}
        return [each for at, each in enumerate(self.items) if at not in own]

    @property
    def floor(self) -> float:
        """mm of paper: what stands at the foot is below it."""
        return _bounds(self._picture())[1]

    def _gathered(self) -> list[Item]:
        """The items, those of the foot under the rest, from its left edge on, where nothing else reaches so low, or
        where a number would lie on them.
        """
        rest = self._picture()
        feet = sorted((self.items[start:end] for start, end in self._feet), key=_bounds)
        left, low, right, _ = _bounds(rest) if rest else (0.0, 0.0, 0.0, 0.0)
        top = max((_bounds(each)[3] for each in feet), default=low)
        if not feet or (top > low and not self._is_covered(feet)):
            return self.items
        down = 1j * min(low - _MARGIN - top, 0.0) if top > low else 0j
        moved = {id(item): item.moved(by + down) for each, by in _along_the_foot(feet, left, right) for item in each}
        return [moved.get(id(item), item) for item in self.items]

    def _is_covered(self, feet: Sequence[Sequence[Item]]) -> bool:
        """Whether a letter of the picture lies on what stands at the foot."""
        own = {id(item) for each in feet for item in each}
        letters = [box_area(*_bounds([each])) for at in self._letters if id(each := self.items[at]) not in own]
        return any(box_area(*_bounds(each)).intersects(letter) for each in feet for letter in letters)

    # done -------------------------------------------------------------------------------------------------------------

    def drawing(self, title: str) -> Drawing:
        """All of it, on paper that is as large as what is on it."""
        items, letters = self._gathered(), {*self._letters}
        items = [*(each for at, each in enumerate(items) if at not in letters), *(items[at] for at in self._letters)]
        left, low, right, high = _bounds(items)
        by = point(_MARGIN - left, _MARGIN - low)
        moved = tuple(each.moved(by) for each in items)
        wide, tall = right - left + 2 * _MARGIN, high - low + 2 * _MARGIN
        return Drawing(min(wide, WIDTH), tall, layered(moved), title=title, styles=self.styles)


def _round(at: Point) -> list[Point]:
    steps = [1 + 0j, 1j, -1 + 0j, -1j, 0.7 + 0.7j, 0.7 - 0.7j, -0.7 + 0.7j, -0.7 - 0.7j]
    return [at + step * far for far in (5.0, 6.5, 8.0, 10.0, 12.5, 15.0, 18.0) for step in steps]


@cache
def _nearby() -> tuple[Point, ...]:
    """Steps away from a place, the shortest first."""
    steps = (point(x / 2, y / 2) for x in range(-60, 61) for y in range(-60, 61))
    return tuple(sorted(steps, key=lambda step: (round(abs(step), 3), step.imag, step.real)))


def _along_the_foot(
    feet: Sequence[Sequence[Item]], left: float, right: float
) -> Iterator[tuple[Sequence[Item], Point]]:
    """Groups side by side under what lies between two places, the last one to the right; and how far each moves."""
    widths = [_bounds(each)[2] - _bounds(each)[0] for each in feet]
    x = min(left, max(_MARGIN, right - sum(widths) - _BETWEEN * (len(feet) - 1)))
    for place, (each, wide) in enumerate(zip(feet, widths, strict=True)):
        to = max(x, right - wide) if place and place == len(feet) - 1 else x
        yield each, point(to - _bounds(each)[0], 0.0)
        x = to + wide + _BETWEEN


def _bounds(items: Sequence[Item]) -> tuple[float, ...]:
    boxes = [each.box for each in items if isinstance(each, Text)]
    boxes += [path.bounds for each in items if isinstance(each, Shape) for path in each.paths]
    lows, highs = zip(*((box[:2], box[2:]) for box in boxes), strict=True)
    return (*map(min, zip(*lows, strict=True)), *map(max, zip(*highs, strict=True)))


def rectangle(left: float, bottom: float, right: float, top: float) -> Area:
    """An upright rectangle on the paper, from any two corners."""
    corners = point(left, bottom), point(right, bottom), point(right, top), point(left, top)
    return area_of(corners)
