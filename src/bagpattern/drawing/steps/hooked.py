"""A loop with a swivel hook: the hook slid on the strip before its ends are sewn; then held by a stitching across both
layers, in section.
"""

from __future__ import annotations

from bagpattern.drawing.steps.canvas import Canvas, rectangle
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import arc, bar, dimension, move, needle
from bagpattern.drawing.strokes import circle
from bagpattern.geometry.points import Point, point
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Sheet, Verb

_ROW, _HALF, _LONG = 24.0, 4.0, 62.0
"""mm of paper: the middle of a figure, half of the strip's width from above, and its length."""
_BAR, _BOW, _SHUT = 70.0, 14.0, 46.0
"""mm of paper: the hook's bar, the middle of the loop's open end, and where it is stitched together."""
_APART, _OPEN = 1.6, 8.0
"""mm of paper from the middle to either layer at the bar, and where the loop is open."""
_SEAM, _GAP = _BAR - 4.0, 0.15
"""mm of paper: the seam of the ends, and from it to either of them."""


def slid_on(scene: Scene) -> Drawn | None:
    """The strip from above, the hook on its way along it."""
    found = _hook(scene)
    if found is None or scene.first.do is not Verb.THREAD:
        return None
    canvas, sheet = Canvas(), _sheet(scene)
    _ring(canvas, 44.0, behind=True)
    cloth = rectangle(4, _ROW - _HALF, 4 + _LONG, _ROW + _HALF)
    canvas.cloth(cloth, scene.hand.tone(sheet), True)
    for side in (-1, 1):
        y = _ROW + side * (_HALF - 1.2)
        canvas.line("before", point(4, y), point(4 + _LONG, y))
    _ring(canvas, 44.0, behind=False)
    move(canvas, point(78, _ROW), point(69, _ROW))
    canvas.number(rectangle(6, _ROW - _HALF, 38, _ROW + _HALF), scene.hand.number(sheet))
    return Drawn("slid on", canvas, (scene.first,))


def hooked(scene: Scene) -> Drawn | None:
    """The closed loop with the hook at its seam."""
    found = _hook(scene)
    if found is None or scene.first.do is not Verb.TOPSTITCH or scene.first.notions or scene.first.on:
        return None
    canvas, sheet = Canvas(), _sheet(scene)
    bar(canvas, _loop(), scene.hand.tone(sheet), False)
    canvas.line("before", point(_SEAM, _ROW + _APART - 1.6), point(_SEAM, _ROW + _APART + 2))
    for kind in ("metal", "metal-light"):
        canvas.line(kind, *_hook_of(point(_BAR, _ROW)))
    canvas.put("dark", circle(point(_BAR, _ROW), 1.1))
    needle(canvas, _SHUT, _ROW - 5, _ROW + 5)
    dimension(canvas, point(_SHUT, _ROW), point(_BAR, _ROW), _beside(scene.hand, sheet, found[1]), -8j)
    canvas.number(rectangle(20, _ROW - 3, 34, _ROW + 3), scene.hand.number(sheet))
    return Drawn("hooked", canvas, (scene.first,))


def _sheet(scene: Scene) -> Sheet:
    first = scene.first.pieces[0]
    return Sheet(first.panel, max(first.copy, 1))


def _hook(scene: Scene) -> tuple[Notion, Line] | None:
    """The swivel hook that a line of the strip in hand holds, and that line."""
    if len(scene.first.pieces) != 1:
        return None
    hooks = {each.id: each for each in scene.hand.pattern.notions if each.kind == "swivel"}
    lines = scene.hand.panel(_sheet(scene)).lines
    held = (each for each in lines if each.kind is LineKind.TOPSTITCH and each.holds in hooks)
    return next(((hooks[each.holds], each) for each in held), None)


def _beside(hand: Hand, sheet: Sheet, line: Line) -> str:
    """From the end of the strip, which is at the bar, to the stitching."""
    left, low, right, high = hand.net(sheet).bounds
    at = line.path.start
    upright = high - low > right - left
    return hand.told(min(at.imag - low, high - at.imag) if upright else min(at.real - left, right - at.real))


def _loop() -> list[Point]:
    """From the seam at the bar round the open end and back to it."""
    way = [(_SEAM - _GAP, _APART), (_SHUT, _APART), (_SHUT - 12, _OPEN)]
    out = [point(x, _ROW + y) for x, y in way]
    back = [point(x, _ROW - y) for x, y in way[:0:-1]]
    bow = arc(point(_BOW, _ROW), _OPEN, 90, 270)
    turn = arc(point(_BAR, _ROW), _APART, -90, 90)
    return [*out, *bow, *back, *turn, point(_SEAM + _GAP, _ROW + _APART)]


def _ring(canvas: Canvas, x: float, behind: bool) -> None:
    """The eye that the strip goes through, and below it the hook; in front of the strip only its bar."""
    half = _HALF + 1.4
    if not behind:
        for kind in ("metal", "metal-light"):
            canvas.line(kind, point(x, _ROW - half), point(x, _ROW + half))
        return
    for kind in ("metal", "metal-light"):
        corners = [point(x, _ROW - half), point(x + 4, _ROW - half), point(x + 4, _ROW + half), point(x, _ROW + half)]
        canvas.ring(kind, corners)
        canvas.line(kind, *(point(x + 2, _ROW - half) - 1j * (p - point(0, 0)) for p in _hook_of(0j)))


def _hook_of(at: Point) -> list[Point]:
    """A stem to the right, and the hook at its end."""
    return [at, at + 3.5, *arc(at + 7.0, 3.4, 180, 500)]
