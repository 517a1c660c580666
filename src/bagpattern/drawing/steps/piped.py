"""Piping: a strip folded round its cord and sewn close to it, in section; then basted round a panel."""

from __future__ import annotations

from typing import NamedTuple

from bagpattern.drawing.steps.canvas import HEIGHT, WIDTH, Canvas
from bagpattern.drawing.steps.cupped import gone_on
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.lays import is_left, net_of
from bagpattern.drawing.steps.looks import SMALL, Tone
from bagpattern.drawing.steps.scale import scaled
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import arc, bar, bend, dimension, needle
from bagpattern.drawing.steps.signs import seam as stitched
from bagpattern.drawing.steps.view import View
from bagpattern.drawing.strokes import circle
from bagpattern.geometry.cloths import Area, beside, less, long, parallel, placed, stretch, together
from bagpattern.geometry.placement import Placement
from bagpattern.geometry.points import Point, point
from bagpattern.model.operation import LAYING, Operation, Sheet, Side, Verb, Where

_WIDE = 48.0
"""mm of paper for the panel; the sections stand beside it."""
_CORD, _CASE = 2.0, 2.8
"""mm of paper: the radius of a cord in section, and of the strip round it."""
_LEFT, _RIGHT = 56.0, WIDTH - 10
_FOLDED, _BASTED = 40.0, 14.0
"""mm of paper: where a section begins and ends; how high the middles of cords stand."""
_LEAST = 1.6
"""mm of paper that piping is wide from above, at least."""


class _Work(NamedTuple):
    """What is done: the strip made, if it is not bought, and basted on."""

    made: tuple[Operation, ...]
    basted: Operation


def piped(scene: Scene) -> Drawn | None:
    """A cord in a folded strip, or bought so, that goes round a panel in its seams."""
    work = _work(scene)
    if work is None or scene.first not in (*work.made, work.basted):
        return None
    canvas, hand = Canvas(), scene.hand
    _round_the_panel(canvas, hand, work)
    _sections(canvas, hand, work)
    return Drawn("piped", canvas, (*work.made, work.basted))


def _work(scene: Scene) -> _Work | None:
    for basted in scene.left:
        if basted.do in LAYING and basted.side is Side.RIGHT and basted.on and basted.seams:
            made = _made(scene, basted)
            if made or _is_bought(scene.hand, basted):
                return _Work(made, basted)
    return None


def _made(scene: Scene, basted: Operation) -> tuple[Operation, ...]:
    """The strip folded round a cord, and sewn along that."""
    cords = {each.id for each in scene.hand.pattern.notions if each.kind == "cord"}
    mine = [each for each in scene.left if each.pieces and each.pieces == basted.pieces and each is not basted]
    if not any(each.do is Verb.FOLD and each.around in cords for each in mine):
        return ()
    return tuple(each for each in mine if each.do in (Verb.FOLD, Verb.TOPSTITCH))


def _is_bought(hand: Hand, basted: Operation) -> bool:
    return any(each.kind == "piping" and each.id in basted.notions for each in hand.pattern.notions)


def _round_the_panel(canvas: Canvas, hand: Hand, work: _Work) -> None:
    """The panel with its right side up, the piping inside of its stitching line and its allowance out to the edge."""
    group = hand.group(_host(work))
    layers = {sheet: placed(hand.outline(sheet), place) for sheet, place in group.items()}
    view = View(layers.values(), (8, 12, _WIDE, HEIGHT - 6))
    for sheet, area in layers.items():
        canvas.cloth(view.area(area), hand.tone(sheet), True)
    lines = gone_on((_line(hand, group, each) for each in work.basted.on), hand.mouths(group))
    out = _allowance(hand, work.basted.on[0])
    strips = [_strip_on(line, net_of(hand, group), out, view) for line in lines]
    piping = together(area for each in strips for area in each.areas)
    for area in (area for each in strips for area in each.areas):  # a whole ring would hide what is in it
        canvas.cloth(area, _tone(hand, work), True, "")
    canvas.area_edge("edge", piping)
    for each in strips:
        canvas.area("dark", beside(parallel(each.line, each.inward * _LEAST * 0.4), each.inward * _LEAST * 0.3))
        stitched(canvas, each.line, stops=False, arrow=False)
    whole = view.area(together(layers.values()))
    canvas.number(less(whole, piping), hand.number(_host(work)))
    scaled(canvas, hand.pattern, view.scale, point(2, whole.bounds[1] - 6))


class _Strip(NamedTuple):
    """Piping on paper: its stitching, which side is inward, and how far it lies outward of that."""

    line: list[Point]
    inward: float
    out: float

    @property
    def areas(self) -> list[Area]:
        """Half by half, the cord with what is round it, and the allowance."""
        middle = long(self.line) / 2
        halves = stretch(self.line, 0.0, middle), stretch(self.line, middle, 2 * middle)
        ways = (self.inward * _LEAST, -self.inward * self.out)
        return [beside(half, way) for half in halves for way in ways]


def _allowance(hand: Hand, on: Where) -> float:
    return hand.pattern[on.panel].allowances[on.on]


def _line(hand: Hand, group: dict[Sheet, Placement], on: Where) -> list[Point]:
    sheet = Sheet(on.panel, max(on.copy, 1))
    path = hand.draft[on.panel].along(on.on).path.part(on.start or 0.0, on.end or 0.0)
    return [group[sheet](p) for p in hand.own_line(sheet, path.flat)]


def _strip_on(line: list[Point], net: Area, out: float, view: View) -> _Strip:
    return _Strip(view.points(line), 1.0 if is_left(line, net) else -1.0, out * view.scale)


def _host(work: _Work) -> Sheet:
    first = work.basted.on[0]
    return Sheet(first.panel, max(first.copy, 1))


def _tone(hand: Hand, work: _Work) -> Tone:
    return hand.tone(_strip(work)) if work.made else Tone.LINING


def _strip(work: _Work) -> Sheet:
    first = work.basted.pieces[0]
    return Sheet(first.panel, max(first.copy, 1))


def _sections(canvas: Canvas, hand: Hand, work: _Work) -> None:
    """The strip round its cord, sewn close to that; then it lies on the panel, edges even."""
    if not work.made:
        _basted(canvas, hand, work, HEIGHT / 2)
        return
    _piping(canvas, hand, work, _FOLDED)
    needle(canvas, _RIGHT - 2 * _CASE - 1.0, _FOLDED - 3.5, _FOLDED + 3.5)
    bend(canvas, point(_RIGHT - 10, _FOLDED - 6), point(_RIGHT - 10, _BASTED + 7), 0.2)
    _basted(canvas, hand, work, _BASTED)


def _basted(canvas: Canvas, hand: Hand, work: _Work, high: float) -> None:
    """The piping on the panel, the middle of its cord so high, and how far its stitching is from the edge of both."""
    _piping(canvas, hand, work, high)
    low, host, x = high - _CASE - 1.4, _host(work), _RIGHT - 2 * _CASE - 1.0
    bar(canvas, [point(_LEFT, low), point(WIDTH - 4, low)], hand.tone(host), True)
    canvas.text(point(_LEFT - 3.0, low), hand.number(host), SMALL, bold=True)
    needle(canvas, x, low - 3.0, high + 3.5)
    allowance = hand.told(_allowance(hand, work.basted.on[0]))
    dimension(canvas, point(_LEFT, low - 2), point(x, low - 2), allowance, -3.4j)


def _piping(canvas: Canvas, hand: Hand, work: _Work, high: float) -> None:
    """A cord, and the cloth that comes from the left, goes round it and back; what is bought has no number."""
    cord, neck = point(_RIGHT - _CASE, high), point(_RIGHT - 3 * _CASE + 1.2, high)
    ends = [point(_LEFT, high + 0.6), neck + 0.6j], [neck - 0.6j, point(_LEFT, high - 0.6)]
    bar(canvas, [*ends[0], *arc(cord, _CASE - 0.6, 135, -135), *ends[1]], _tone(hand, work), True, 1.1)
    canvas.put("dark", circle(cord, _CORD - 0.6))
    if work.made:
        canvas.text(point(_LEFT - 3.0, high + 0.4), hand.number(_strip(work)), SMALL, bold=True)
