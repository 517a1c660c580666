"""A strap led through a loop on the bag and closed round a tube, hook on loop; in section."""

from __future__ import annotations

import cmath
import math

from bagpattern.drawing.steps.canvas import Canvas
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.looks import SMALL
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import bar, move, times
from bagpattern.drawing.strokes import circle
from bagpattern.geometry.cloths import rounded_along
from bagpattern.geometry.points import Point, point
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Sheet
from bagpattern.model.strap import Mode

_X, _BAND, _FLAT, _TUBE = 42.0, 10.0, 6.5, 12.0
"""mm of paper: the middle, the band in section, from there to the bow of the strap, and the radius of that."""


def strapped(scene: Scene) -> Drawn | None:
    """Straps round tubes, through loops of webbing that are stitched on a panel."""
    first, hand = scene.first, scene.hand
    found = next((each for each in hand.pattern.notions if each.id in first.notions and each.strap), None)
    if found is None or found.strap is None or found.strap.mode is not Mode.TUBE:
        return None
    loops = [
        (panel.id, line.holds) for panel in hand.draft.panels for line in panel.lines if _is_loop(hand, line.holds)
    ]
    if not loops:
        return None
    return Drawn("strapped", _drawn(hand, Sheet(loops[0][0], 1), found, len(loops)), (first,))


def _is_loop(hand: Hand, name: str) -> bool:
    return any(each.id == name and each.kind == "webbing" and each.strap is None for each in hand.pattern.notions)


def _drawn(hand: Hand, sheet: Sheet, strap: Notion, count: int) -> Canvas:
    """Across the band: the strap on it under its loop, and round the tube, its one end on the other."""
    canvas, tube = Canvas(), point(_X, _BAND + _FLAT + _TUBE)
    bar(canvas, [point(_X - 16, _BAND), point(_X + 16, _BAND)], hand.tone(sheet), False, 1.6)
    canvas.text(point(_X + 20, _BAND), hand.number(sheet), SMALL, bold=True)
    canvas.put("block", circle(tube, _TUBE - 2.0))
    for start, end, radius in ((-42.0, 128.0, _TUBE), (70.0, 222.0, _TUBE + 1.7)):
        bow = _bow(tube, radius, start, end)
        below = point(_X, _BAND + 2.0)
        chain = [below, below + 7, *bow] if start < 0 else [*bow, below - 7, below]
        _tape(canvas, chain, 0.7)
    _tape(canvas, [point(_X - 6, _BAND + 4.2), point(_X + 6, _BAND + 4.2)], 0.8)
    for degrees in range(76, 126, 8):
        canvas.put("dark", circle(tube + cmath.rect(_TUBE + 0.85, math.radians(degrees)), 0.25))
    tip = tube + cmath.rect(_TUBE + 5.5, math.radians(25))
    move(canvas, tip, tube + cmath.rect(_TUBE + 4.5, math.radians(65)))
    times(canvas, count if count == strap.count else 1)
    return canvas


def _bow(middle: Point, radius: float, start: float, end: float) -> list[Point]:
    """Finer than the bends of sections: it is large."""
    return [middle + cmath.rect(radius, math.radians(start + (end - start) * n / 40)) for n in range(41)]


def _tape(canvas: Canvas, points: list[Point], half: float) -> None:
    area = rounded_along(points, half)
    canvas.area("tape-right", area)
    canvas.area_edge("thin", area)
    canvas.busy.append(area)
