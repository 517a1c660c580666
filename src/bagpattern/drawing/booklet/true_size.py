"""Bought things at true size, so that what lies in the drawer can be laid on the page.

The bar, the tape or the hole is as wide as it is said to be; wires, plates and hooks around it are as thick as they
usually are [K].
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

from bagpattern.catalog.notions import ZIPS
from bagpattern.drawing.booklet.larger import drawn_whole
from bagpattern.drawing.booklet.looks import HATCH, LINE, METAL, PALE, TAPE, TEETH, shape
from bagpattern.drawing.booklet.pictures import Picture
from bagpattern.drawing.model import Item
from bagpattern.drawing.strokes import box_path, circle
from bagpattern.geometry.path import Path, joined, line_path
from bagpattern.geometry.points import point
from bagpattern.geometry.segments import Arc
from bagpattern.model.notion import Notion
from bagpattern.model.pattern import Pattern

_LONG = 52.0
"""mm that are shown of what is longer."""
_WIRE, _BAR = 0.14, 3.0
"""Thickness of a ring's wire as a share of its inner width, and mm of a slider's bar [K]."""
_SLOT = 5.5
"""mm: a slider's slot for two layers of webbing [K]."""
_TEAR, _STEP = 1.6, 3.0
_RIM = 1.9
"""How many times an eyelet's rim is as wide as its hole [K]."""


def true_size(notion: Notion, pattern: Pattern, room: float) -> Picture:
    """It as large as it is, what is wider than *room* mm broken; nothing of a kind that the catalogue has not."""
    drawn = _DRAWN.get(notion.kind)
    return drawn(notion) if drawn and notion.measures else drawn_whole(notion, pattern, room)


def _of(width: float, height: float, items: Iterator[Item]) -> Picture:
    """A picture of what was drawn from its lower left corner up."""
    return Picture(width, height, tuple(item.moved(point(0, -height)) for item in items))


def _shown(notion: Notion) -> tuple[float, Path]:
    """How much is shown of what is sold by length, and its outline: torn at its right end where it goes on."""
    long, wide = notion.length or _LONG, notion.width or 0.0
    return (long, box_path(0.0, 0.0, long, wide)) if long <= _LONG else (_LONG, _torn(_LONG, wide))


def _torn(width: float, height: float) -> Path:
    """A strip that goes on beyond its torn right end."""
    steps = max(2, round(height / _STEP))
    tear = [point(width - _TEAR * (step % 2), height * step / steps) for step in range(steps + 1)]
    return line_path(0j, *tear, point(0, height), 0j)


def _strip(notion: Notion) -> Picture:
    """Webbing, elastic and binding from above, with their weave."""
    (long, outline), wide = _shown(notion), notion.width or 0.0

    def drawn() -> Iterator[Item]:
        yield shape(METAL, outline)
        yield shape(HATCH, *(line_path(point(0, wide * n / 5), point(long - 2.0, wide * n / 5)) for n in (1, 2, 3, 4)))

    return _of(long, wide, drawn())


def _cord(notion: Notion) -> Picture:
    wide = notion.width or 0.0

    def drawn() -> Iterator[Item]:
        yield shape(METAL, _torn(_LONG, wide))
        turns = (point(2.0 * wide * n / 2, 0) for n in range(1, int(_LONG / wide) - 2))
        yield shape(HATCH, *(line_path(at, at + point(wide, wide)) for at in turns))

    return _of(_LONG, wide, drawn())


def _zip(notion: Notion) -> Picture:
    """A stretch of the closed zip with a slider: the whole tape, and the coil as wide as it is seen."""
    tape = notion.width or 0.0
    chain = min(ZIPS.values(), key=lambda each: abs(each.tape - tape))

    def drawn() -> Iterator[Item]:
        yield shape(METAL, _torn(_LONG, tape))
        low, high = (tape - chain.coil) / 2, (tape + chain.coil) / 2
        yield shape(TAPE, box_path(0.0, low, _LONG - 2.0, high))
        yield shape(TEETH, line_path(point(0.6, tape / 2), point(_LONG - 2.5, tape / 2)))
        yield shape(
            PALE, box_path(30.0, low - 1.5, 38.0, high + 1.5), box_path(20.0, tape / 2 - 2.0, 31.0, tape / 2 + 2.0)
        )

    return _of(_LONG, tape, drawn())


def _ring(notion: Notion) -> Picture:
    """A D-ring: a bar of the width that it is sold by, and an arch over it."""
    inner = notion.width or 0.0
    wire = inner * _WIRE
    outer = inner + 2 * wire

    def drawn() -> Iterator[Item]:
        yield shape(METAL, _arch(0j, outer, wire + 0.12 * inner))
        yield shape(PALE, _arch(point(wire, wire), inner, 0.12 * inner))

    return _of(outer, outer / 2 + wire + 0.12 * inner, drawn())


def _arch(corner: complex, width: float, up: float) -> Path:
    """A bar, two posts and half a circle over them."""
    right, left = corner + point(width, up), corner + point(0, up)
    return joined((line_path(left, corner, corner + width, right), Path((Arc(right, left, math.pi),))))


def _slider(notion: Notion) -> Picture:
    """A frame with a bar in its middle: webbing goes over it."""
    inner = notion.width or 0.0
    width, height = inner + 2 * _BAR, 2 * _SLOT + 3 * _BAR

    def drawn() -> Iterator[Item]:
        yield shape(METAL, box_path(0.0, 0.0, width, height))
        slots = (_BAR, 2 * _BAR + _SLOT)
        yield shape(PALE, *(box_path(_BAR, low, _BAR + inner, low + _SLOT) for low in slots))

    return _of(width, height, drawn())


def _swivel(notion: Notion) -> Picture:
    """A loop for the webbing, and a hook that turns on it."""
    inner = notion.width or 0.0
    width, loop, hook = inner + 2 * _BAR, _SLOT + 2 * _BAR, 0.42 * inner + 4.0
    middle = point(width / 2, loop + 5.0 + hook)

    def drawn() -> Iterator[Item]:
        yield shape(METAL, box_path(0.0, 0.0, width, loop), circle(middle, hook))
        yield shape(METAL, box_path(width / 2 - 3.0, loop, width / 2 + 3.0, loop + 6.0))
        yield shape(PALE, box_path(_BAR, _BAR, _BAR + inner, _BAR + _SLOT), circle(middle, hook - 3.5))
        gate = middle + hook * complex(-0.95, 0.3)
        yield shape(LINE, line_path(gate, gate + point(3.4, -0.9)))

    return _of(width, loop + 5.0 + 2 * hook, drawn())


def _buckle(notion: Notion) -> Picture:
    """A frame and the prong across it."""
    inner = notion.width or 0.0
    width, height = 0.9 * inner + 2 * _BAR, inner + 2 * _BAR

    def drawn() -> Iterator[Item]:
        yield shape(METAL, box_path(0.0, 0.0, width, height))
        yield shape(PALE, box_path(_BAR, _BAR, width - _BAR, height - _BAR))
        yield shape(LINE, box_path(0.0, height / 2 - 1.2, width, height / 2 + 1.2))

    return _of(width, height, drawn())


def _round(share: float) -> Callable[[Notion], Picture]:
    """A round thing with a smaller circle in it, of a *share* of its width."""

    def drawn(notion: Notion) -> Picture:
        wide = notion.measures[0]
        rings = (shape(METAL, circle(point(wide / 2, wide / 2), wide / 2)),)
        inner = (shape(PALE, circle(point(wide / 2, wide / 2), wide / 2 * share)),)
        return _of(wide, wide, iter((*rings, *inner)))

    return drawn


def _eyelet(notion: Notion) -> Picture:
    """A hole of the width that it is sold by, and its rim."""
    hole = notion.width or 0.0
    wide = hole * _RIM
    middle = point(wide / 2, wide / 2)
    return _of(wide, wide, iter((shape(METAL, circle(middle, wide / 2)), shape(PALE, circle(middle, hole / 2)))))


def _cord_lock(notion: Notion) -> Picture:
    hole = notion.width or 0.0
    width, height = hole + 9.0, hole + 14.0

    def drawn() -> Iterator[Item]:
        yield shape(METAL, box_path(0.0, 0.0, width, height - 5.0), box_path(2.5, height - 5.0, width - 2.5, height))
        yield shape(PALE, circle(point(width / 2, (height - 5.0) / 2), hole / 2))

    return _of(width, height, drawn())


_DRAWN: dict[str, Callable[[Notion], Picture]] = {
    **dict.fromkeys(("webbing", "binding", "elastic", "fold-over-elastic", "hook-and-loop"), _strip),
    **dict.fromkeys(("slider", "ladder-lock"), _slider),
    "cord": _cord,
    "zip": _zip,
    "ring": _ring,
    "swivel": _swivel,
    "buckle": _buckle,
    "eyelet": _eyelet,
    "cord-lock": _cord_lock,
    "bag-foot": _round(0.5),
    "snap": _round(0.5),
    "magnetic-snap": _round(0.35),
}
