"""Bought things at true size whose size or shape the bag tells: frames, boards, locks, sliders, chains, thread.

What is larger than the room for it is drawn broken: its ends are true, what is left out lies between torn edges. Where
nothing says how thick or how long a part of a thing is, it is as it usually is [K].
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from bagpattern.catalog.notions import ZIPS
from bagpattern.drawing.booklet.looks import HATCH, LINE, METAL, PALE, shape
from bagpattern.drawing.booklet.pictures import NO_PICTURE, Picture
from bagpattern.drawing.model import Item, Shape
from bagpattern.drawing.strokes import circle
from bagpattern.geometry.cloths import (
    Area,
    area_of,
    at_length,
    beside,
    box_area,
    centre_of,
    disc_area,
    distance,
    grown_by,
    less,
    long,
    mapped,
    moved_by,
    rings,
    together,
)
from bagpattern.geometry.path import Path, line_path
from bagpattern.geometry.points import Point, point
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.notion import Notion
from bagpattern.model.panel import Panel
from bagpattern.model.pattern import Pattern

_LONG, _HIGH = 52.0, 42.0
"""mm that are shown of what is sold by length; mm up to which a thing is drawn whole."""
_TORN, _STEP = 2.0, 3.0
"""mm between torn edges, and of their teeth."""
_SPECK = 0.01
"""mm: shorter stretches of an outline are left out."""
_BALL, _ASIDE = 4.5, 3.0
"""mm: radius of a ball of a kiss-lock, and from the middle to either of them [K]."""
_STRIP, _PIN = 10.0, 4.0
"""mm: width of the strips of a flex frame, and of its hinges [K]."""
_RIM, _KNOB = 3.0, (16.0, 6.0)
"""mm: the rim of a turn-lock round its slit, and its knob [K]."""
_TUCK = (38.0, 30.0), (24.0, 5.0)
"""mm: the plate of a tuck-lock, and the slot for its tongue [K]."""
_PULL = 0.7, 2.4
"""Width and length of a zip's puller in widths of its slider [K]."""
_LIP = 10.0
"""mm: the tape of ready-made piping beside its cord [K]."""
_LINK = 1.5
"""Length of a chain's link in its widths [K]."""
_HOLES = 5.0
"""mm from hole to hole along a sew-in frame [K]."""
Draw = Callable[[Notion, Pattern, float], Picture]


def drawn_whole(notion: Notion, pattern: Pattern, room: float) -> Picture:
    """It as large as it is, in so many mm across; nothing of what is no such thing."""
    drawn = _DRAWN.get(notion.kind)
    return drawn(notion, pattern, room) if drawn else NO_PICTURE


# broken ---------------------------------------------------------------------------------------------------------------


def _broken(area: Area, room: float) -> Area:
    """An area, its middle left out so that it is no wider."""
    left, _, right, _ = area.bounds
    gone, half = right - left - room, (room - _TORN) / 2
    if gone <= 0:
        return area
    return _begun(area, half).union(moved_by(less(area, _begun(area, half + gone + _TORN)), -gone))


def _begun(area: Area, shown: float) -> Area:
    """So many mm of an area from its left end on, torn off there."""
    left, low, _, high = area.bounds
    teeth = range(int((high - low) / _STEP) + 3)
    tear = [point(left + shown - n % 2 * _STEP / 2, low - 1 + n * _STEP) for n in teeth]
    return area.intersection(area_of([*tear, point(left - 1, high + 9), point(left - 1, low - 9)]))


def _within(area: Area, room: float) -> Area:
    """An area, broken across and up where it is too large."""
    return mapped(_broken(mapped(_broken(area, room), _swapped), _HIGH), _swapped)


def _oval(start: Point, end: Point, half: float) -> Area:
    """What is round at both ends."""
    return together([disc_area(start, half), disc_area(end, half)]).convex_hull


def _swapped(p: Point) -> Point:
    return complex(p.imag, p.real)


def _paths(area: Area) -> Iterator[Path]:
    for ring in rings(area):
        points = [p for p, q in pairwise([*ring, ring[0]]) if abs(q - p) > _SPECK]
        yield line_path(*points, points[0])


def _picture(items: Iterable[Item]) -> Picture:
    """Items, hung from the upper left corner of what they cover."""
    found = list(items)
    bounds = [path.bounds for each in found if isinstance(each, Shape) for path in each.paths]
    left, low, right, high = (end(each[n] for each in bounds) for n, end in enumerate((min, min, max, max)))
    return Picture(right - left, high - low, tuple(each.moved(point(-left, -high)) for each in found))


# frames ---------------------------------------------------------------------------------------------------------------


def _frame(notion: Notion, pattern: Pattern, room: float) -> Picture:
    """One half of a purse frame as it lies on the rim, with the balls of its lock, and holes if it is sewn on; torn off
    behind the lock where it is too wide, as its other side is the same.
    """
    held = ((each.panel, line) for each in pattern.pieces for line in each.panel.lines if line.holds == notion.id)
    found = next(held, None)
    if found is None:
        return NO_PICTURE
    points, groove = _groove(*found)
    metal = beside(points, -groove)
    middle = at_length(points, long(points) / 2)[0] + 1j * (groove + _BALL / 2)
    balls = [disc_area(middle + side * _ASIDE, _BALL) for side in (1, -1)]
    whole, (left, _, right, _) = together([metal, *balls]), metal.bounds
    shown = _begun(whole, middle.real - left + 3 * _BALL) if right - left > room else whole
    return _picture([shape(METAL, *_paths(shown)), *(_holes(points, groove) if notion.kind == "sew-in-frame" else ())])


def _groove(panel: Panel, line: Line) -> tuple[list[Point], float]:
    """The inner edge of a frame, the rim to its right, and how deep its groove is: as far as it is from the rim."""
    points, net = list(line.path.flat), area_of(panel.stitching_line.flat)
    return points, distance(net.boundary, at_length(points, long(points) / 2)[0])


def _holes(points: list[Point], groove: float) -> Iterator[Item]:
    """Those of the half that is always seen."""
    for n in range(1, int(long(points) / 2 / _HOLES)):
        at, way = at_length(points[::-1], n * _HOLES)
        yield shape(PALE, circle(at + 1j * way * groove / 2, 0.7))


def _flex(notion: Notion, _: Pattern, room: float) -> Picture:
    """Both of its strips lie on each other: one is seen, between the hinges."""
    (wide,) = notion.sides
    strip = box_area(0.0, 0.0, wide, _STRIP)
    pins = [box_area(x - _PIN / 2, -1.5, x + _PIN / 2, _STRIP + 1.5) for x in (0.0, wide)]
    return _picture([shape(METAL, *_paths(_broken(together([strip, *pins]), room)))])


def _plate(crossed: bool) -> Draw:
    """What is cut to a rectangle; what stiffens cloth is *crossed*, as its swatch is."""

    def drawn(notion: Notion, _: Pattern, room: float) -> Picture:
        area = _within(box_area(0.0, 0.0, *notion.sides), room)
        left, low, right, high = area.bounds
        cross = [line_path(point(left, low), point(right, high)), line_path(point(left, high), point(right, low))]
        return _picture([shape(METAL, *_paths(area)), *([shape(HATCH, *cross)] if crossed else [])])

    return drawn


# locks and sliders ----------------------------------------------------------------------------------------------------


def _turn_lock(notion: Notion, pattern: Pattern, _: float) -> Picture:
    """Its rim round the slit that is cut for it, the knob through that."""
    lines = (line for each in pattern.pieces for line in each.panel.lines)
    slit = next((each for each in lines if each.kind is LineKind.SLIT and each.holds == notion.id), None)
    if slit is None:
        return NO_PICTURE
    inner = area_of(slit.path.flat)
    middle, knob = centre_of(inner), point(*_KNOB) / 2
    low, high = middle - knob, middle + knob
    areas = grown_by(inner, _RIM), inner, box_area(low.real, low.imag, high.real, high.imag)
    return _picture(shape(role, *_paths(each)) for role, each in zip((METAL, PALE, LINE), areas, strict=True))


def _tuck_lock(_: Notion, __: Pattern, ___: float) -> Picture:
    """The plate with its slot."""
    (wide, high), (slot, thin) = _TUCK
    plate = box_area(0.0, 0.0, wide, high)
    gap = box_area((wide - slot) / 2, (high - thin) / 2, (wide + slot) / 2, (high + thin) / 2)
    return _picture([shape(METAL, *_paths(plate)), shape(PALE, *_paths(gap))])


def _zip_slider(notion: Notion, _: Pattern, __: float) -> Picture:
    """A slider from above, as wide as that of its chain, and its puller."""
    chain = next((each for each in ZIPS.values() if each.told == notion.size), None)
    if chain is None:
        return NO_PICTURE
    wide = chain.slider
    half, deep = _PULL[0] * wide / 2, _PULL[1] * wide
    body = area_of([0j, point(wide, 0), point(wide * 0.8, wide * 1.3), point(wide * 0.2, wide * 1.3)])
    pull = _oval(point(wide / 2, half - deep * 0.7), point(wide / 2, wide * 0.8 - half), half)
    hole = circle(point(wide / 2, half - deep * 0.7), half * 0.4)
    return _picture([shape(METAL, *_paths(body)), shape(PALE, *_paths(pull)), shape(LINE, hole)])


# by length ------------------------------------------------------------------------------------------------------------


def _chain(notion: Notion, _: Pattern, __: float) -> Picture:
    """As many links as fit; each second one lies over its neighbours."""
    wide = notion.width or 0.0
    long_one, wire = wide * _LINK, wide * 0.17
    count = int((min(_LONG, notion.length or _LONG) - long_one) // (long_one - 2 * wire)) + 1
    links = []
    for n in range(count):
        x = n * (long_one - 2 * wire) + wide / 2
        outer = _oval(point(x, 0), point(x + long_one - wide, 0), wide / 2)
        links += [shape(METAL, *_paths(outer)), shape(PALE, *_paths(grown_by(outer, -wire)))]
    return _picture(links)


def _piping(notion: Notion, _: Pattern, __: float) -> Picture:
    """Its cord, and the tape that is sewn in."""
    (thick,) = notion.measures
    shown = min(_LONG, notion.length or _LONG)
    tape, cord = box_area(0.0, -_LIP, shown, 0.0), box_area(0.0, 0.0, shown, thick)
    return _picture([shape(PALE, *_paths(tape)), shape(METAL, *_paths(cord))])


def _thread(_: Notion, __: Pattern, ___: float) -> Picture:
    """A curl of it, about as thick as a thread of Tex 40: a quarter of a mm [K]."""
    curl = (point(_LONG * n / 60, 2.0 * math.sin(n / 4.5) + 1.0 * math.sin(n / 2.7)) for n in range(61))
    return _picture([shape(LINE, line_path(*curl))])


_DRAWN: dict[str, Draw] = {
    **dict.fromkeys(("purse-frame", "sew-in-frame"), _frame),
    "flex-frame": _flex,
    **dict.fromkeys(("board", "label"), _plate(False)),
    "patch": _plate(True),
    "turn-lock": _turn_lock,
    "tuck-lock": _tuck_lock,
    "zip-slider": _zip_slider,
    "chain": _chain,
    "piping": _piping,
    "thread": _thread,
}
