"""Things that bags hold, each drawn as one knows it: an outline, and a few lines within."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from bagpattern.catalog.items import Form, Item
from bagpattern.geometry.path import Path, arc_through, line_path
from bagpattern.geometry.placement import Placement
from bagpattern.geometry.points import Point, point
from bagpattern.geometry.shapes import rounded_panel

if TYPE_CHECKING:
    from collections.abc import Callable


class Thing(NamedTuple):
    """Its outlines, closed, and the lines within; mm, from its lower left corner."""

    outlines: tuple[Path, ...]
    details: tuple[Path, ...] = ()


_LYING = {Form.LAPTOP, Form.CARD, Form.WALLET, Form.GLASSES, Form.BUDS}
"""What is seen with its longer side level."""


def seen(item: Item) -> tuple[float, float]:
    """mm that it is wide and high as it is drawn."""
    return (item.length, item.width) if item.shown in _LYING else (item.width, item.length)


def thing(item: Item) -> Thing:
    """A thing at true size."""
    return _DRAWN[item.shown](*seen(item))


def _plate(wide: float, high: float, radius: float, at: Point = 0j) -> Path:
    least = min(radius, wide / 2, high / 2)
    return rounded_panel(wide, high, least, least).closed.placed(Placement(at))


def _circle(middle: Point, radius: float) -> Path:
    left, right = middle - radius, middle + radius
    return Path((*arc_through(left, right, math.pi).segments, *arc_through(right, left, math.pi).segments))


def _level(wide: float, y: float, start: float = 0.0) -> Path:
    return line_path(point(start, y), point(wide, y))


def _slab(wide: float, high: float) -> Thing:
    """Whatever it is: a plate."""
    return Thing((_plate(wide, high, min(wide, high) * 0.12),))


def _phone(wide: float, high: float) -> Thing:
    """Its screen, and the bar above."""
    bezel = wide * 0.045
    screen = _plate(wide - 2 * bezel, high - 2 * bezel, wide * 0.12, point(bezel, bezel))
    bar = _plate(wide * 0.26, wide * 0.07, wide * 0.035, point(wide * 0.37, high - wide * 0.17))
    return Thing((_plate(wide, high, wide * 0.16),), (screen, bar))


def _screen(wide: float, high: float) -> Thing:
    bezel = wide * 0.055
    screen = _plate(wide - 2 * bezel, high - 2 * bezel, 3.0, point(bezel, bezel))
    return Thing((_plate(wide, high, wide * 0.06),), (screen,))


def _laptop(wide: float, high: float) -> Thing:
    """Closed: its lid, the line of its hinge, a mark in the middle."""
    hinge = _level(wide * 0.88, high - 5.0, wide * 0.12)
    return Thing((_plate(wide, high, 11.0),), (hinge, _circle(point(wide / 2, high / 2), high * 0.05)))


def _card(wide: float, high: float) -> Thing:
    """Its chip and the number."""
    chip = _plate(wide * 0.14, high * 0.17, 1.5, point(wide * 0.1, high * 0.45))
    return Thing((_plate(wide, high, 3.2),), (chip, _level(wide * 0.7, high * 0.25, wide * 0.1)))


def _booklet(wide: float, high: float) -> Thing:
    """A passport: an emblem between two lines."""
    lines = _level(wide * 0.75, high * 0.8, wide * 0.25), _level(wide * 0.68, high * 0.2, wide * 0.32)
    return Thing((_plate(wide, high, 3.0),), (_circle(point(wide / 2, high / 2), wide * 0.19), *lines))


def _paper(wide: float, high: float) -> Thing:
    """A corner turned down, and a few lines of text."""
    fold = wide * 0.13
    sheet = line_path(0j, point(wide, 0), point(wide, high - fold), point(wide - fold, high), point(0, high), 0j)
    corner = line_path(point(wide, high - fold), point(wide - fold, high - fold), point(wide - fold, high))
    text = (_level(wide * (0.82 if row % 4 else 0.6), high * (0.8 - 0.07 * row), wide * 0.15) for row in range(9))
    return Thing((sheet,), (corner, *text))


def _book(wide: float, high: float) -> Thing:
    """Its spine, and the band that holds it shut."""
    upright = (line_path(point(x, 0), point(x, high)) for x in (wide * 0.09, wide * 0.86))
    return Thing((_plate(wide, high, 4.0),), tuple(upright))


def _wallet(wide: float, high: float) -> Thing:
    """Its stitching, and the snap of its tab."""
    seam = _plate(wide - 6.0, high - 6.0, 4.0, point(3.0, 3.0))
    tab = _plate(wide * 0.2, high * 0.24, high * 0.1, point(wide * 0.8, high * 0.38))
    return Thing((_plate(wide, high, 7.0),), (seam, tab, _circle(point(wide * 0.87, high * 0.5), high * 0.035)))


def _keys(wide: float, high: float) -> Thing:
    """Two on a ring."""
    ring = wide * 0.3
    middle = point(wide / 2, high - ring)
    found = [_circle(middle, ring)]
    for side in (-1, 1):
        bow = point(wide / 2 + side * wide * 0.26, high * 0.45)
        long = high * 0.45 - wide * 0.24
        shaft = point(bow.real - wide * 0.06, bow.imag - wide * 0.22 - long)
        found += [_plate(wide * 0.12, long + 2.0, 1.0, shaft), _circle(bow, wide * 0.24)]
    return Thing(tuple(found), (_circle(middle, ring * 0.84),))


def _fob(wide: float, high: float) -> Thing:
    """Its three buttons."""
    buttons = (_circle(point(wide / 2, high * share), wide * 0.17) for share in (0.3, 0.52, 0.74))
    return Thing((_plate(wide, high, wide * 0.45),), tuple(buttons))


def _glasses(wide: float, high: float) -> Thing:
    """In their case: its lid, and the glasses drawn on it."""
    lens = _plate(wide * 0.28, high * 0.4, high * 0.16, point(wide * 0.17, high * 0.28))
    other = lens.placed(Placement(point(wide * 0.38, 0)))
    bridge = arc_through(point(wide * 0.55, high * 0.54), point(wide * 0.45, high * 0.54), 1.6)
    return Thing((_plate(wide, high, high * 0.42),), (lens, other, bridge))


def _buds(wide: float, high: float) -> Thing:
    """The lid of their case, and its lamp."""
    return Thing(
        (_plate(wide, high, high * 0.4),), (_level(wide, high * 0.64), _circle(point(wide / 2, high * 0.45), 1.2))
    )


def _bottle(wide: float, high: float) -> Thing:
    """Shoulders, a neck, a cap."""
    neck, cap = wide * 0.46, high * 0.11
    shoulder = high * 0.76
    left, right = (wide - neck) / 2, (wide + neck) / 2
    body = Path(
        (
            *line_path(point(4, 0), point(wide - 4, 0)).segments,
            *arc_through(point(wide - 4, 0), point(wide, 4), math.pi / 2).segments,
            *line_path(point(wide, 4), point(wide, shoulder)).segments,
            *arc_through(point(wide, shoulder), point(right, high - cap - 4), 1.1).segments,
            *line_path(point(right, high - cap - 4), point(left, high - cap - 4)).segments,
            *arc_through(point(left, high - cap - 4), point(0, shoulder), 1.1).segments,
            *line_path(point(0, shoulder), point(0, 4)).segments,
            *arc_through(point(0, 4), point(4, 0), math.pi / 2).segments,
        )
    )
    top = _plate(neck + 6.0, cap + 4.0, 4.0, point(left - 3.0, high - cap - 4.0))
    return Thing((body, top), (_level(wide, high * 0.62), _level(wide, high * 0.18)))


def _rod(wide: float, high: float) -> Thing:
    """Something round that is no bottle: its ends."""
    return Thing((_plate(wide, high, wide * 0.14),), (_level(wide, high * 0.93), _level(wide, high * 0.07)))


_DRAWN: dict[Form, Callable[[float, float], Thing]] = {
    Form.SLAB: _slab,
    Form.PHONE: _phone,
    Form.SCREEN: _screen,
    Form.LAPTOP: _laptop,
    Form.CARD: _card,
    Form.BOOKLET: _booklet,
    Form.PAPER: _paper,
    Form.BOOK: _book,
    Form.WALLET: _wallet,
    Form.KEYS: _keys,
    Form.FOB: _fob,
    Form.GLASSES: _glasses,
    Form.BUDS: _buds,
    Form.BOTTLE: _bottle,
    Form.ROD: _rod,
}
