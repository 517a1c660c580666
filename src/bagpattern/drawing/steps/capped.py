"""The ends of a zip that no seam holds: a piece folded over each of them, or the ends folded out into the allowance."""

from __future__ import annotations

from bagpattern.drawing.steps.canvas import Canvas, rectangle
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import arc, bar, bend, broken, dimension, move, seam, teeth, times
from bagpattern.geometry.cloths import Area, area_of, grown_by, less, rings
from bagpattern.geometry.points import Point, point
from bagpattern.making.joints import sheet_of
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Sheet, Verb
from bagpattern.model.seam import Run, Seam

_TAPE = 30.0
"""mm: the width of a tape that does not say its own [K]."""
_Y, _HIGH, _MOST = 40.0, 22.0, 0.9
"""mm of paper: the middle of the tape, how high a cap is drawn, and of paper for a mm of cloth at most."""
_FOLD, _SECTION, _STITCH = 46.0, 14.0, 1.4
"""mm of paper: where the fold and the section stand, and from an edge to its stitching."""


def capped(scene: Scene) -> Drawn | None:
    """A piece folded over each end of a zip, and stitched round there."""
    first, of = scene.first, _zip(scene)
    if not of or len(first.pieces) != 1 or first.on or first.goal:
        return None
    stitched = [each for each in scene.left if each.do is Verb.TOPSTITCH and each.pieces == first.pieces]
    shown = (first, *(each for each in stitched if each.task == first.task and not each.on))
    canvas = _capped(scene.hand, Sheet(first.pieces[0].panel, 1), of, len(shown) > 1)
    beside = max(each.beside for each in shown)
    if beside:
        edge, seam_at = point(_FOLD - 0.7, _SECTION + 4.0), point(_FOLD + 2.6, _SECTION + 4.0)
        dimension(canvas, edge, seam_at, scene.hand.told(beside), 2j)
    return Drawn("capped", canvas, shown)


def folded_out(scene: Scene) -> Drawn | None:
    """Both ends of a zip that begins and ends within an edge."""
    first, of = scene.first, _zip(scene)
    if not of or first.pieces or first.on or first.goal:
        return None
    sides = [side for each in scene.hand.pattern.seams if each.zip == of.id for side in _sides(each)]
    run = next((run for run in sides if scene.hand.draft[run.panel].has_edge(run.on)), None)
    return Drawn("folded out", _folded_out(scene.hand, run, of), (first,)) if run else None


def _zip(scene: Scene) -> Notion | None:
    """The one zip that an operation is done to."""
    bought = [each for each in scene.hand.pattern.notions if each.id in scene.first.notions]
    return bought[0] if len(bought) == 1 and bought[0].kind == "zip" else None


def _sides(of: Seam) -> tuple[Run, ...]:
    """The sides of one run first: these lie straight."""
    return tuple(side[0] for side in sorted((of.a, of.b), key=len))


# a piece over the end -------------------------------------------------------------------------------------------------


def _capped(hand: Hand, sheet: Sheet, of: Notion, stitched: bool) -> Canvas:
    """The piece flat with its fold, then over the end of the tape; below it both in section."""
    canvas = Canvas()
    left, low, right, high = hand.net(sheet).bounds
    wide, long = sorted((right - left, high - low))
    tape = of.width or _TAPE
    wide, long = (long, wide) if abs(long - tape) < abs(wide - tape) else (wide, long)
    scale = min(_HIGH / wide, _MOST)
    deep = long * scale / 2
    _flat(canvas, hand, sheet, (deep, wide * scale), long)
    move(canvas, point(20 + deep, _Y), point(27 + deep, _Y))
    _over(canvas, hand, sheet, (_FOLD, deep, wide * scale, tape * scale), stitched)
    times(canvas, hand.panel(sheet).count, point(82, _Y + wide * scale / 2 + 2))
    _cap_section(canvas, hand, sheet, deep, stitched)
    return canvas


def _flat(canvas: Canvas, hand: Hand, sheet: Sheet, size: tuple[float, float], mm: float) -> None:
    (deep, high), x = size, 18.0
    area = rectangle(x - deep, _Y - high / 2, x + deep, _Y + high / 2)
    canvas.cloth(area, hand.tone(sheet), False)
    canvas.line("fold", point(x, _Y - high / 2 - 1), point(x, _Y + high / 2 + 1))
    bend(canvas, point(x - deep + 1, _Y + high / 2 + 1), point(x + deep - 1, _Y + high / 2 + 1), -0.3)
    dimension(canvas, point(x - deep, _Y - high / 2), point(x + deep, _Y - high / 2), hand.told(mm), -3.5j)
    canvas.number(area, hand.number(sheet))


def _over(canvas: Canvas, hand: Hand, sheet: Sheet, size: tuple[float, float, float, float], stitched: bool) -> None:
    """The tape up to the fold, dashed under the cloth; the stitching all round."""
    x, deep, high, tape = size
    strip = rectangle(x + 1.5, _Y - tape / 2, x + deep + 22, _Y + tape / 2)
    canvas.area("zip-right", strip)
    teeth(canvas, [point(x + 1.5, _Y), point(x + deep + 22, _Y)])
    broken(canvas, point(x + deep + 22, _Y - tape / 2), point(x + deep + 22, _Y + tape / 2))
    area = rectangle(x, _Y - high / 2, x + deep, _Y + high / 2)
    canvas.cloth(area, hand.tone(sheet), True)
    canvas.area_edge("guide", strip.intersection(area))
    if stitched:
        inner = grown_by(area, -_STITCH)
        seam(canvas, rings(inner)[0], stops=False, arrow=False)
    canvas.number(area, hand.number(sheet))
    dimension(canvas, point(x, _Y - high / 2), point(x + deep, _Y - high / 2), _half(hand, sheet, deep, high), -3.5j)


def _half(hand: Hand, sheet: Sheet, deep: float, high: float) -> str:
    """mm of the piece on one side of the tape, as the maker reads it."""
    left, low, right, top = hand.net(sheet).bounds
    sides = sorted((right - left, top - low))
    return hand.told(max(sides, key=lambda mm: -abs(mm / sum(sides) - 2 * deep / (2 * deep + high))) / 2)


def _cap_section(canvas: Canvas, hand: Hand, sheet: Sheet, deep: float, stitched: bool) -> None:
    """Both halves of the piece, the tape between them."""
    x, y = _FOLD, _SECTION
    bow = arc(point(x + 1.2, y), 1.5, 90, 270)
    bar(canvas, [point(x + deep, y + 1.5), *bow, point(x + deep, y - 1.5)], hand.tone(sheet), False, 0.9)
    canvas.area("tape-right", rectangle(x + 1.5, y - 0.45, x + deep + 22, y + 0.45))
    for at in (x + 2.6, x + deep - 1.6) if stitched else ():
        seam(canvas, [point(at, y + 4.5), point(at, y - 4.5)], stops=False, arrow=False)


# ends folded out ------------------------------------------------------------------------------------------------------


def _folded_out(hand: Hand, run: Run, of: Notion) -> Canvas:
    """The edge with its right side up, the zip face down on it; from the notch on its end goes out, over the edge."""
    canvas, sheet, tape = Canvas(), sheet_of(run), of.width or _TAPE
    allowance = hand.pattern[run.panel].allowances[run.on]
    scale = 0.55
    raw, x = 36.0, 24.0
    line, half = raw - allowance * scale, tape / 2 * scale
    cloth = rectangle(3, 8, 80, raw)
    canvas.cloth(cloth, hand.tone(sheet), True)
    canvas.line("guide", point(3, line), point(80, line))
    canvas.line("notch", point(x, raw), point(x, raw - 2.5))
    level = rectangle(x, line - half, 76, line + half)
    turned = area_of([point(x, line - half), point(x + 2 * half, line + half), point(x, line + half + 9)])
    up = less(rectangle(x, line - half, x + 2 * half, line + half + 9), _below(x, line, half))
    canvas.area("zip-wrong", less(level, _above(x, line, half)))
    teeth(canvas, [point(x + half, line), point(76, line)])
    broken(canvas, point(76, line - half), point(76, line + half))
    _end(canvas, up.union(turned.intersection(up)), point(x + half, line), line + half + 9)
    bend(canvas, point(x - 4, line - half + 2), point(x - 3, line + half + 8), -0.4)
    for y in (raw - 1.2, line + 1.0):
        seam(canvas, [point(x + 1, y), point(x + 2 * half - 1, y)], stops=False, arrow=False)
    canvas.number(less(cloth, level, up), hand.number(sheet))
    dimension(canvas, point(14, line), point(14, raw), hand.told(allowance), -5 + 0j)
    return canvas


def _end(canvas: Canvas, area: Area, corner: Point, top: float) -> None:
    """The end of the tape, its right side seen, the coil along its middle."""
    canvas.area("zip-right", area)
    canvas.area_edge("edge", area)
    teeth(canvas, [corner, point(corner.real, top)])


def _below(x: float, line: float, half: float) -> Area:
    """What of the end would lie below its fold."""
    return area_of([point(x, line - half), point(x + 2 * half, line - half), point(x + 2 * half, line + half)])


def _above(x: float, line: float, half: float) -> Area:
    """What of the level tape is folded away."""
    return area_of([point(x, line - half), point(x, line + half), point(x + 2 * half, line + half)])
