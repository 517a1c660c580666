"""A bag in company: on who carries it, in every way; and beside what it holds, or beside a hand, for scale."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from bagpattern.catalog.items import items
from bagpattern.drawing.lettering import TIMES
from bagpattern.drawing.model import Shape
from bagpattern.drawing.views.camera import Camera, camera
from bagpattern.drawing.views.flat import Subject, flat, reach
from bagpattern.drawing.views.hand import SHARE, creases, hand
from bagpattern.drawing.views.looks import DETAIL, PALE, THING
from bagpattern.drawing.views.row import Cell, Row
from bagpattern.drawing.views.things import thing
from bagpattern.geometry.areas import bounds
from bagpattern.geometry.placement import Placement
from bagpattern.geometry.scale import scaled
from bagpattern.model.strap import Way
from bagpattern.said import Figure, Length, Name, Said, Scale
from bagpattern.sewn.wearing.carrying import CARRYING
from bagpattern.sewn.wearing.worn import worn
from bagpattern.words import extent, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bagpattern.catalog.items import Item as Held
    from bagpattern.drawing.model import Item
    from bagpattern.drawing.names import Names
    from bagpattern.drawing.views.things import Thing
    from bagpattern.geometry.path import Path
    from bagpattern.geometry.points import Point
    from bagpattern.model.pattern import Pattern
    from bagpattern.sewn.appearance import Appearance
    from bagpattern.sewn.bag import SewnBag

USUAL = 1670.0
"""mm: the height of a usual adult, where no bag says whose it is; as a torso of class M has it."""
_ABOVE = 3.0
"""Degrees from above, from which a figure is looked at."""
_LARGE = 250.0
"""mm: a bag that is wider or higher is compared with a sheet of paper, a smaller one with a hand."""
WAYS = {
    Way.BACKPACK: words("on the back"),
    Way.CROSSBODY: words("across the body"),
    Way.SHOULDER: words("from the shoulder"),
    Way.CHEST: words("across the chest"),
    Way.HIP: words("round the hip"),
    Way.HAND: words("in the hand"),
}
"""What the ways to carry a bag are called."""


class Shown(NamedTuple):
    """How bags are shown: in ``coloured`` areas or not, and what is printed on their cloths."""

    coloured: bool
    prints: Mapping[str, Appearance]


class Company(NamedTuple):
    """Cells, and what is said of all of them but the scale."""

    cells: tuple[Cell, ...]
    told: Said

    def row(self, width: float, most: float) -> Row:
        """They beside each other."""
        return Row(self.cells, width, most)

    def heading(self, scale: float) -> Said:
        """What is said of them, and the scale."""
        scaled = words("1:{scale}", scale=Figure(scale))
        return words("{what}, drawn at {scale}", what=self.told, scale=scaled).capitalize()


# carried --------------------------------------------------------------------------------------------------------------


def carried(pattern: Pattern, bag: SewnBag, way: Way | None, shown: Shown) -> Company:
    """The bag on its wearer in one *way*, or in each; beside the wearer's hand where nobody carries it so."""
    ways = [each for each in pattern.ways if way in (None, each)]
    if ways:
        cells = tuple(_on_figure(pattern, each, shown) for each in ways)
        return Company(cells, _wearer(pattern))
    palm = pattern.wearer.height if pattern.wearer else USUAL
    cells = _alone(pattern, bag, "three-quarter", shown), _hand(pattern)
    return Company(cells, words("beside a hand of {length}", length=Length(palm * SHARE, Scale.CM)))


def _wearer(pattern: Pattern) -> Said:
    person = pattern.wearer
    height = Length(USUAL if person is None else round(person.height / 10) * 10.0, Scale.CM)
    if person is None or person.usual:
        return words("a usual adult, {height}", height=height)
    return words("wearer {height}", height=height)


def _on_figure(pattern: Pattern, way: Way, shown: Shown) -> Cell:
    stature = pattern.wearer.height if pattern.wearer else USUAL
    eye = Camera(WAYS[way], CARRYING[way].seen, _ABOVE)
    return _bag_cell(worn(pattern, way, stature), f"carried {way}", eye, shown, (pattern.tell(WAYS[way].capitalize()),))


def _bag_cell(bag: SewnBag, name: str, eye: Camera, shown: Shown, named: tuple[str, ...]) -> Cell:
    subject = Subject.of(bag)

    def drawn(scale: float, at: Point, names: Names) -> Iterator[Item]:
        yield from flat(subject, name, eye, scale, names, shown.coloured, at, shown.prints).items

    return Cell(reach(subject, eye)[0], drawn, named)


def _alone(pattern: Pattern, bag: SewnBag, view: str, shown: Shown) -> Cell:
    size = pattern.tell(pattern.finished.seen(f" {TIMES} "))
    return _bag_cell(bag, f"beside {view}", camera(view), shown, (pattern.title, size))


def _hand(pattern: Pattern) -> Cell:
    stature = pattern.wearer.height if pattern.wearer else USUAL
    named = words("hand"), Length(stature * SHARE, Scale.CM)
    return _cell((hand(stature),), creases(stature), "hand", tuple(pattern.tell(each.capitalize()) for each in named))


# beside what it holds -------------------------------------------------------------------------------------------------


def holding(pattern: Pattern, bag: SewnBag, shown: Shown) -> Company:
    """The bag beside all that its pockets and itself are to hold; where that is nothing, beside what everyone knows."""
    held = Counter(item for space in pattern.draft.spaces for item in space.holds)
    cells = [_alone(pattern, bag, "front", shown)]
    if held:
        cells += [_thing(pattern, item, count) for item, count in held.items()]
        return Company(tuple(cells), words("beside what it holds"))
    cells.append(_thing(pattern, items()["iphone-16"], 1))
    large = max(pattern.finished.width, pattern.finished.height) > _LARGE
    cells.append(_thing(pattern, items()["a4"], 1) if large else _hand(pattern))
    return Company(tuple(cells), words("beside what is well known"))


def _thing(pattern: Pattern, item: Held, count: int) -> Cell:
    made: Thing = thing(item)
    name = (
        item.title if count == 1 else words("{count} {times} {thing}", count=count, times=Name(TIMES), thing=item.title)
    )
    size = extent(*_sizes(item), times=f" {TIMES} ")
    return _cell(made.outlines, made.details, item.id, (pattern.tell(name), pattern.tell(size)))


def _sizes(item: Held) -> tuple[float, ...]:
    """Those of a round thing: its length and its diameter."""
    return (item.length, item.width) if item.round else (item.length, item.width, item.thickness)


def _cell(outlines: tuple[Path, ...], details: tuple[Path, ...], name: str, named: tuple[str, ...]) -> Cell:
    """What is drawn flat, at true size."""
    box = bounds([*outlines])

    def drawn(scale: float, at: Point, names: Names) -> Iterator[Item]:
        for role, paths in ((PALE, outlines), (THING, outlines), (DETAIL, details)):
            if paths:
                yield Shape(names(name, role), role, tuple(_laid(paths, scale, at)))

    return Cell(box, drawn, named)


def _laid(paths: Iterable[Path], scale: float, at: Point) -> Iterator[Path]:
    return (scaled(path, scale).placed(Placement(at)) for path in paths)
