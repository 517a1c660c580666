"""A channel strip on the rim: folded up, the allowances down, and topstitched through them below the seam."""

from __future__ import annotations

from bagpattern.drawing.steps.canvas import Canvas
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.looks import SMALL
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import arc, bar, bend, dimension
from bagpattern.drawing.steps.signs import seam as stitched
from bagpattern.drawing.steps.tub import Cloth, size_of
from bagpattern.geometry.points import point
from bagpattern.making.joints import sheet_of
from bagpattern.model.operation import Sheet
from bagpattern.model.panel import Role
from bagpattern.model.seam import SeamKind

_X, _SEAM = 68.0, 28.0
"""mm of paper: the rim in section, and its seam."""
_HIGH, _DEEP, _STITCH = 18.0, 11.0, 5.0
"""mm of paper from the seam up to the fold of the strip, down to the raw edges, and down to the needle."""


def channelled(scene: Scene) -> Drawn | None:
    """Strips folded in two that are sewn to the rim by now."""
    first, hand = scene.first, scene.hand
    strips = {each.panel for each in first.pieces if hand.draft[each.panel].role is Role.CLOSURE}
    if not strips or len(strips) != len(first.pieces) or first.on or first.notions:
        return None
    for seam in hand.before:
        sides = [{sheet_of(run) for run in side} for side in (seam.a, seam.b)]
        mine = [each for each in sides if {sheet.panel for sheet in each} <= strips]
        if seam.kind is SeamKind.PLAIN and len(mine) == 1:
            (other,) = (each for each in sides if each is not mine[0])
            rim, strip = (min(each, key=lambda sheet: sheet.panel) for each in (other, mine[0]))
            return Drawn("channelled", _drawn(hand, rim, strip, first.beside), (first,))
    return None


def _drawn(hand: Hand, rim: Sheet, strip: Sheet, beside: float) -> Canvas:
    canvas = Canvas()
    _bag(canvas, hand, rim, strip)
    _section(canvas, hand, rim, strip)
    if beside:
        start, end = point(_X + 1, _SEAM), point(_X + 1, _SEAM - _STITCH)
        dimension(canvas, start, end, hand.told(beside), 5 + 0j)
    return canvas


def _bag(canvas: Canvas, hand: Hand, rim: Sheet, strip: Sheet) -> None:
    """The bag with its strip up, the stitching round the rim."""
    size = size_of(hand.pattern, 40.0, 38.0)
    low = size.tub(point(26, 3), 0.82)
    low.draw(canvas, Cloth(hand.tone(rim), True), Cloth(hand.tone(rim), False))
    up = low.on_top(size.high * 0.18)
    up.draw(canvas, Cloth(hand.tone(strip), True), Cloth(hand.tone(strip), False))
    line = [p - 1.6j for p in low.near]
    stitched(canvas, line, stops=False)
    for tub, sheet in ((low, rim), (up, strip)):
        canvas.number(tub.front, hand.number(sheet))
    canvas.line("thin", line[-1], point(_X - 7, _SEAM - _STITCH))


def _section(canvas: Canvas, hand: Hand, rim: Sheet, strip: Sheet) -> None:
    """The outside to the right: the wall folded in at the seam, both layers of the strip beside it."""
    x, y = _X, _SEAM
    wall = [point(x, y - 24), point(x, y - 0.8), *arc(point(x - 0.8, y - 0.8), 0.8, 0, 180), point(x - 1.6, y - _DEEP)]
    bar(canvas, wall, hand.tone(rim), False, 0.9)
    top = y + _HIGH
    outer = [point(x - 3.0, y - _DEEP), point(x - 3.0, y), point(x, y + 2.2), point(x, top)]
    inner = [point(x - 1.8, top), point(x - 1.8, y + 2.8), point(x - 4.4, y), point(x - 4.4, y - _DEEP)]
    bar(canvas, [*outer, *arc(point(x - 0.9, top), 0.9, 0, 180), *inner], hand.tone(strip), False, 0.9)
    stitched(canvas, [point(x - 7, y - _STITCH), point(x + 4, y - _STITCH)], stops=False, arrow=False)
    bend(canvas, point(x + 4, y + 4), point(x + 4, y + 14), 0.4)
    canvas.text(point(x + 3.5, y - 20), hand.number(rim), SMALL, bold=True)
    canvas.text(point(x + 4, top - 1), hand.number(strip), SMALL, bold=True)
