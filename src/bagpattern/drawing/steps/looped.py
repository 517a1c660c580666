"""A strap or webbing led round a bar: both ends even, or one folded back and sewn, or running through a lock.

In section, as it runs; what it goes round is schematic, distances are true. A loop is then shown where it is caught.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bagpattern.drawing.steps.canvas import WIDTH, Canvas, rectangle
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.looks import Tone
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import arc, bar, bend, broken, d_ring, dimension, hardware, needle, seam, times
from bagpattern.drawing.steps.view import View
from bagpattern.drawing.strokes import circle
from bagpattern.geometry.cloths import Area, box_area, less, long, mapped
from bagpattern.geometry.points import Point, point, unit
from bagpattern.model.notion import Notion
from bagpattern.model.operation import LAYING, Operation, Sheet, Verb
from bagpattern.model.strap import Mode

_ROW, _TURNED = 33.0, 20.0
"""mm of paper: the middles of both sections."""
_BAR = 62.0
"""mm of paper: the bar that it goes round."""
_SHOWN = 70.0
"""mm of the piece that are shown from the edge on which a loop is caught."""


class _Led(NamedTuple):
    """What is led round what, how, and the operations that are shown; ``sheet`` is none for webbing."""

    hand: Hand
    sheet: Sheet | None
    tape: Notion | None
    around: Notion
    operations: tuple[Operation, ...]

    @property
    def tone(self) -> Tone:
        """Of what is led."""
        return self.hand.tone(self.sheet) if self.sheet else Tone.TAPE


def looped(scene: Scene) -> Drawn | None:
    """A loop whose ends lie even, round a bar."""
    led = _led(scene)
    if led is None or led.around.kind in ("swivel", "slider", "ring", "zip"):
        return None
    caught = next((each for each in led.operations if each.do in LAYING), None)
    canvas = Canvas()
    if _is_even(led):
        _even(canvas, led)
    elif _runs(led):
        _running(canvas, led)
    else:
        _back(canvas, led)
    if caught:
        _on_the_edge(canvas, led, caught)
    _counted(canvas, led)
    return Drawn("looped", canvas, led.operations)


def _led(scene: Scene) -> _Led | None:
    """From a fold round something, or from what is threaded."""
    first, hand = scene.first, scene.hand
    bought = {each.id: each for each in hand.pattern.notions}
    mine = [each for each in scene.left if each.task == first.task]
    fold = first if first.do is Verb.FOLD else next((each for each in mine if _is_folded(each, first)), None)
    names = [each for each in (first.around, fold.around if fold else "", *first.notions) if each in bought]
    if any(bought[each].kind == "slider" for each in names):
        return None
    tape = next((bought[each] for each in names if bought[each].kind == "webbing"), None)
    around = next((bought[each] for each in names if bought[each].kind != "webbing"), None)
    pieces = (fold or first).pieces
    if around is None or around.kind in ("cord-lock", "chain", "elastic", "cord") or not (pieces or tape):
        return None
    sheet = Sheet(pieces[0].panel, max(pieces[0].copy, 1)) if pieces else None
    return _Led(hand, sheet, None if sheet else tape, around, tuple(_shown(scene, mine, first, fold)))


def _is_folded(operation: Operation, first: Operation) -> bool:
    return operation.do is Verb.FOLD and operation.around in first.notions


def _shown(scene: Scene, mine: Sequence[Operation], first: Operation, fold: Operation | None) -> Iterator[Operation]:
    """The threading and its fold, the stitches after it, and the laying of a loop of webbing."""
    yield first
    if fold is not None and fold is not first:
        yield fold
    last = fold or first
    after = mine[mine.index(last) + 1 :][:1]
    for each in after:
        stitched = each.do is Verb.TOPSTITCH and set(each.notions) & set(last.notions) and not each.on
        laid = each.do in LAYING and bool(each.notions) and set(last.notions) <= set(each.notions)
        if stitched or laid:
            yield each


# how it runs ----------------------------------------------------------------------------------------------------------


def _is_even(led: _Led) -> bool:
    """A tab, or a loop that is caught by both of its ends at once: they lie on each other."""
    if led.sheet:
        strap = led.hand.panel(led.sheet).strap
        return strap is not None and strap.mode is Mode.TAB
    return any(each.do in LAYING for each in led.operations)


def _folded(led: _Led) -> bool:
    return any(each.do is Verb.FOLD for each in led.operations)


def _runs(led: _Led) -> bool:
    """Whether it is drawn tight by a lock, so that it is not sewn there."""
    if led.around.kind == "ladder-lock":
        return True
    adjustable = led.tape is not None and led.tape.strap is not None and led.tape.strap.least is not None
    return adjustable and not _folded(led)


def _even(canvas: Canvas, led: _Led) -> None:
    """Flat with its fold in the middle, as long as it is; then round the bar."""
    bar(canvas, [point(8, _ROW), point(48, _ROW)], led.tone, True)
    canvas.line("fold", point(28, _ROW - 2.6), point(28, _ROW + 2.6))
    bend(canvas, point(9, _ROW - 1.6), point(46, _ROW - 1.6), 0.1)
    whole = _whole(led)
    if whole:
        dimension(canvas, point(8, _ROW), point(48, _ROW), led.hand.told(whole), 4.5j)
    loop = [point(12, _TURNED + 1.6), *arc(point(32, _TURNED), 1.6, 90, -90), point(12, _TURNED - 1.6)]
    bar(canvas, loop, led.tone, True)
    _dot(canvas, point(32, _TURNED))
    if led.sheet:
        canvas.number(rectangle(50, _ROW - 3, 56, _ROW + 3), led.hand.number(led.sheet))


def _whole(led: _Led) -> float:
    """mm of a loop of webbing as it is cut; a strip of cloth has its own length on its piece."""
    return (led.tape.length or 0.0) if led.tape else 0.0


def _dot(canvas: Canvas, at: Point) -> None:
    canvas.put("dark", circle(at, 1.0))


def _back(canvas: Canvas, led: _Led) -> None:
    """One end round the bar, to the back, and sewn down by a box."""
    y = _TURNED
    bar(canvas, [point(4, y + 1.6), *arc(point(_BAR, y), 1.6, 90, -90), point(34, y - 1.6)], led.tone, True)
    _dot(canvas, point(_BAR, y))
    for x in (37.0, 52.0):
        needle(canvas, x, y - 4, y + 4)
    deep = sum(turn for each in led.operations if each.do is Verb.FOLD for turn in each.turns)
    if deep:
        dimension(canvas, point(34, y - 1.6), point(_BAR, y - 1.6), led.hand.told(deep), -5.5j)
    _from_above(canvas, led, y + 16, boxed=True)


def _running(canvas: Canvas, led: _Led) -> None:
    """From below through the lock, back over its bar; the free end is turned twice and sewn down."""
    y = _TURNED
    tail = [point(20, y + 4.4), point(16, y + 4.4), *arc(point(16, y + 3.0), 1.4, 90, 270), point(24, y + 1.6)]
    bar(canvas, [*tail, *arc(point(_BAR - 10, y), 1.6, 90, -90), point(4, y - 1.6)], led.tone, False, 1.0)
    needle(canvas, 18.2, y + 0.2, y + 6.4)
    for x in (_BAR - 10, _BAR):
        _dot(canvas, point(x, y))
    canvas.line("thin", point(_BAR - 10, y), point(_BAR, y))
    if led.around.kind == "ladder-lock":
        bar(
            canvas,
            [point(78.6, y + 1.4), *arc(point(_BAR, y), 1.4, 90, 270), point(78.6, y - 1.4)],
            Tone.TAPE,
            True,
            1.0,
        )
        broken(canvas, point(79, y + 3), point(79, y - 3))
    _from_above(canvas, led, y + 17, boxed=False)


def _from_above(canvas: Canvas, led: _Led, y: float, boxed: bool) -> None:
    """The webbing as it comes from the bar."""
    hardware(canvas, led.around.kind, point(_BAR, y), 1 + 0j, 11.0)
    area = rectangle(4, y - 4.5, _BAR, y + 4.5)
    canvas.cloth(area, led.tone, True)
    broken(canvas, point(6, y - 4.5), point(6, y + 4.5))
    if boxed:
        a, b = point(38, y - 3.2), point(53, y + 3.2)
        c, d = point(53, y - 3.2), point(38, y + 3.2)
        for line in ([a, c, b, d, a, b], [c, d]):
            seam(canvas, line, stops=False, arrow=False)
    else:
        seam(canvas, [point(16, y - 3.4), point(16, y + 3.4)], stops=False, arrow=False)
    if led.sheet:
        canvas.number(rectangle(8, y - 4, 36, y + 4), led.hand.number(led.sheet))


def _counted(canvas: Canvas, led: _Led) -> None:
    count = led.hand.panel(led.sheet).count if led.sheet else led.around.count
    times(canvas, count, point(50, _ROW + 8))


# where a loop is folded down ------------------------------------------------------------------------------------------


def folded_down(scene: Scene) -> Drawn | None:
    """A loop that was basted with its lock towards its strap is folded down over the bound end, and stitched across."""
    first, bought = scene.first, {each.id: each for each in scene.hand.pattern.notions}
    mine = [bought[each] for each in first.notions if each in bought]
    loops = [each for each in mine if each.strap is not None and each.strap.mode is Mode.TAB]
    if first.do is not Verb.TOPSTITCH or len(loops) != 1 or len(mine) != 1 or len(first.pieces) != 1:
        return None
    canvas, sheet = Canvas(), Sheet(first.pieces[0].panel, 1)
    _down(canvas, scene.hand, sheet)
    times(canvas, loops[0].count, point(WIDTH - 5, _ROW + 9))
    return Drawn("folded down", canvas, (first,))


def _down(canvas: Canvas, hand: Hand, sheet: Sheet) -> None:
    """The end of the strap to the left, its tape round the end; the loop from there on to the right, over the tape."""
    y, end = _ROW - 4, 46.0
    cloth = rectangle(8, y - 11, end, y + 11)
    canvas.cloth(cloth, hand.tone(sheet), True)
    broken(canvas, point(9, y - 11), point(9, y + 11))
    canvas.cloth(rectangle(end - 4, y - 11, end, y + 11), Tone.TAPE, True)
    d_ring(canvas, point(end + 19, y), 1 + 0j, 11.0)
    canvas.cloth(rectangle(end - 6, y - 5, end + 20, y + 5), Tone.TAPE, True)
    for x in (end - 4.4, end - 1.6):
        seam(canvas, [point(x, y - 4.4), point(x, y + 4.4)], stops=False, arrow=False)
    bend(canvas, point(end - 18, y + 14), point(end + 14, y + 8), -0.2)
    canvas.number(rectangle(12, y - 10, end - 8, y + 10), hand.number(sheet))


# where a loop is caught -----------------------------------------------------------------------------------------------


def _on_the_edge(canvas: Canvas, led: _Led, laid: Operation) -> None:
    """In the middle of an edge, its ends even with the raw edge, the bar inward."""
    where = laid.on[0]
    sheet = Sheet(where.panel, max(where.copy, 1))
    line = led.hand.own_line(sheet, led.hand.draft[where.panel].edge(where.on).path.flat)
    middle, way = (line[0] + line[-1]) / 2, unit(line[-1] - line[0])
    inward = min((1j * way, -1j * way), key=lambda side: abs(middle + side * 20 - _inside(led.hand, sheet)))
    shape = mapped(led.hand.outline(sheet), lambda p: (p - middle) / inward * 1j)
    allowance = led.hand.pattern[where.panel].allowances.get(where.on, 0.0)
    half = max(long(line) * 0.75, 25.0)
    seen = shape.intersection(box_area(-half, -allowance - 1, half, _SHOWN))
    view = View([seen], (56, 6, WIDTH - 2, 46))
    _caught(canvas, led, view, seen, sheet, allowance)


def _inside(hand: Hand, sheet: Sheet) -> Point:
    middle = hand.net(sheet).centroid
    return point(middle.x, middle.y)


def _caught(canvas: Canvas, led: _Led, view: View, seen: Area, sheet: Sheet, allowance: float) -> None:
    area = view.area(seen)
    canvas.cloth(area, led.hand.tone(sheet), True)
    left, _, right, top = area.bounds
    broken(canvas, point(left, top), point(right, top))
    wide, long_ = (led.tape.width or 20.0) if led.tape else 20.0, _whole(led) / 2
    loop = view.area(box_area(-wide / 2, -allowance, wide / 2, long_ - allowance))
    hardware(canvas, led.around.kind, view(point(0, long_ - allowance - 1)), 1j, wide * view.scale + 1)
    canvas.cloth(loop, led.tone, True)
    stitch = [view(point(x, -allowance * 0.45)) for x in (-wide / 2, wide / 2)]
    seam(canvas, stitch, stops=False, arrow=False)
    canvas.number(less(area, loop), led.hand.number(sheet))
