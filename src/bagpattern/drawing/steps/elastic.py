"""Elastic drawn through the channel of a pocket: flat with its folds, then as wide as elastic and base leave it.

Both are in one scale: what a maker compares is how far the top and the base are taken in.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bagpattern.drawing.steps.canvas import WIDTH, Canvas, rectangle
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.looks import Tone
from bagpattern.drawing.steps.scale import scaled
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import bend, dimension, move, seam
from bagpattern.geometry.cloths import Area, area_of, grown_by
from bagpattern.geometry.points import Point, point
from bagpattern.making.joints import sheet_of
from bagpattern.model.edge import Finish
from bagpattern.model.marks import LineKind
from bagpattern.model.notion import Notion
from bagpattern.model.operation import LAYING, Operation, Sheet, Verb
from bagpattern.model.seam import SeamKind

_WIDE, _HIGH = 37.0, 34.0
"""mm of paper for each of the two pictures."""
_FOOT, _FIRST, _SECOND = 12.0, 20.5, 64.5
"""mm of paper: the foot of both, and the middle of each."""
_OUT = 3.0
"""mm of elastic on paper that look out of the channel."""
_GATHERS = 7
_ROWS = 4.0
"""mm of paper that two rows of long stitches take, at least."""


class _Pocket(NamedTuple):
    """mm: a pocket as it is cut to its stitching line, and as it is when it is drawn in; ``pleats`` are the places of
    the folds at its base, ``channel`` is how deep the hem is, ``side`` the allowance of either side.
    """

    sheet: Sheet
    wide: float
    high: float
    channel: float
    side: float
    foot: float
    drawn: float
    base: float
    pleats: tuple[float, ...]


def elastic(scene: Scene) -> Drawn | None:
    """What draws elastic into a piece, and folds its fullness."""
    first, bought = scene.first, {each.id: each for each in scene.hand.pattern.notions}
    tape = next((bought[each] for each in first.notions if each in bought and bought[each].kind == "elastic"), None)
    pocket = _pocket(scene.hand, first, tape) if tape and len(first.pieces) == 1 else None
    if pocket is None:
        return None
    return Drawn("elastic", _drawn(scene.hand, pocket), (first, *_taken_in(scene, pocket)))


def _taken_in(scene: Scene, pocket: _Pocket) -> Iterator[Operation]:
    """The folds and creases of the same piece, and what keeps them until its base is sewn on."""
    for each in scene.left:
        own = {piece.panel for piece in each.pieces} == {pocket.sheet.panel}
        if own and (each.do in (Verb.FOLD, Verb.PRESS) or _is_held(scene.hand, each)):
            yield each


def _is_held(hand: Hand, basting: Operation) -> bool:
    """Whether a piece is basted on itself, for the seam that sews it on."""
    goal = hand.pattern.seams[basting.goal] if basting.do in LAYING and basting.goal else None
    return goal is not None and goal.kind is SeamKind.PLACEMENT and sheet_of(goal.b[0]).panel == basting.pieces[0].panel


def _pocket(hand: Hand, first: Operation, tape: Notion) -> _Pocket | None:
    """By its channel's line, its folds, the elastic's length between the sides, and the line that its base lies on."""
    sheet = Sheet(first.pieces[0].panel, max(first.pieces[0].copy, 1))
    piece, panel = hand.pattern[sheet.panel], hand.panel(sheet)
    channel = next((each.path for each in panel.lines if each.kind is LineKind.STITCH), None)
    if channel is None or tape.length is None or not any(each.finish is Finish.HEM for each in panel.edges):
        return None
    left, low, right, top = piece.stitching_line.bounds
    folds = (each.path for each in panel.lines if each.kind is LineKind.FOLD)
    pleats = sorted(each.start.real - left for each in folds if abs(each.start.real - each.end.real) < 1)
    sides = [piece.allowances.get(each.name, 0.0) for each in panel.edges if _upright(each.path.start, each.path.end)]
    base = _base(hand, sheet, right - left)
    foot = min(piece.allowances.values())
    return _Pocket(
        sheet,
        right - left,
        top - low,
        top - channel.start.imag,
        max(sides),
        foot,
        tape.length - sum(sides),
        base,
        tuple(pleats),
    )


def _upright(start: Point, end: Point) -> bool:
    return abs(start.imag - end.imag) > abs(start.real - end.real)


def _base(hand: Hand, sheet: Sheet, wide: float) -> float:
    """How wide the base lies on its line: what the line has beside the runs of the pocket's sides."""
    edges = {each.name: each.path for each in hand.panel(sheet).edges}
    for each in hand.pattern.seams:
        if each.kind is SeamKind.PLACEMENT and any(sheet_of(run) == sheet for run in each.b):
            sides = (run for run in each.b if _upright(edges[run.on].start, edges[run.on].end))
            return hand.draft.side_length(each.a) - sum(map(hand.draft.run_length, sides))
    return wide


def _drawn(hand: Hand, pocket: _Pocket) -> Canvas:
    canvas = Canvas()
    cut = pocket.wide + 2 * pocket.side
    scale = min(_WIDE / cut, _HIGH / (pocket.high + 2 * pocket.channel + pocket.foot))
    _flat(canvas, hand, pocket, scale)
    middle = _FOOT + pocket.high * scale / 2
    move(canvas, point(WIDTH / 2 - 1.8, middle), point(WIDTH / 2 + 3.2, middle))
    _taken(canvas, hand, pocket, scale)
    scaled(canvas, hand.pattern, scale, point(2, _FOOT - 9))
    return canvas


def _flat(canvas: Canvas, hand: Hand, pocket: _Pocket, scale: float) -> None:
    """The wrong side up, the hem stitched, the elastic on its way through it."""
    half, tall = (pocket.wide / 2 + pocket.side) * scale, pocket.high * scale
    top, low = _FOOT + tall, _FOOT - pocket.foot * scale
    shape = rectangle(_FIRST - half, low, _FIRST + half, top)
    canvas.cloth(shape, hand.tone(pocket.sheet), False)
    deep = max(pocket.channel * scale, 3.0)
    _tape(canvas, _FIRST - half - _OUT, _FIRST - half + 0.4, top - deep / 2)
    _tape(canvas, _FIRST + half - 0.4, _FIRST + half + _OUT, top - deep / 2)
    canvas.cloth(rectangle(_FIRST - half, top - deep, _FIRST + half, top), hand.tone(pocket.sheet), True)
    canvas.line("before", point(_FIRST - half, top - deep + 0.6), point(_FIRST + half, top - deep + 0.6))
    dimension(canvas, point(_FIRST - half + 5, top - deep), point(_FIRST - half + 5, top), hand.told(pocket.channel))
    _pleats(canvas, pocket, scale, low)
    if not pocket.pleats and pocket.base < pocket.wide - 1:
        for up in (0.3, 0.85):
            y = low + max(_FOOT - low, _ROWS) * up
            seam(canvas, [point(_FIRST - half + 1, y), point(_FIRST + half - 1, y)], stops=False, arrow=False)
    canvas.number(grown_by(shape, -1), hand.number(pocket.sheet))


def _tape(canvas: Canvas, left: float, right: float, y: float) -> None:
    canvas.cloth(rectangle(left, y - 0.9, right, y + 0.9), Tone.TAPE, True)


def _pleats(canvas: Canvas, pocket: _Pocket, scale: float, low: float) -> None:
    """Fold lines at the base; the inner one of each pair is laid outward, so that a box stands."""
    start, up = _FIRST - pocket.wide / 2 * scale, min(pocket.high * scale * 0.45, 14.0)
    places = [start + each * scale for each in pocket.pleats]
    for x in places:
        canvas.line("fold", point(x, low), point(x, low + up))
    for a, b in zip(places[::2], places[1::2], strict=False):
        first, last = (b, a) if (a + b) / 2 < _FIRST else (a, b)
        bend(canvas, point(first, low + up + 0.8), point(last, low + up + 0.8), -0.35 if first < last else 0.35)


def _taken(canvas: Canvas, hand: Hand, pocket: _Pocket, scale: float) -> None:
    """The right side up, as wide at the top as the elastic, at the base as the line that it comes to lie on."""
    top, low = _FOOT + pocket.high * scale, _FOOT
    wide, base = ((each / 2 + pocket.side) * scale for each in (pocket.drawn, pocket.base))
    belly = max(wide, base) + (2.0 if pocket.base < pocket.wide - 1 else 0.0)
    middle = (top + low) / 2
    right = [point(_SECOND + x, y) for x, y in ((base, low), (belly, middle), (wide, top))]
    shape = area_of([*right, *(point(2 * _SECOND - p.real, p.imag) for p in right[::-1])])
    canvas.cloth(shape, hand.tone(pocket.sheet), True)
    deep = max(pocket.channel * scale, 3.0)
    _gathered(canvas, wide, top - deep)
    for x in (_SECOND - wide + 1.2, _SECOND + wide - 1.2):
        seam(canvas, [point(x, top - deep), point(x, top)], stops=False, arrow=False)
    _laid_over(canvas, pocket, scale, low)
    net = pocket.drawn / 2 * scale, pocket.base / 2 * scale
    for half, y, away, told in ((net[0], top, 3.5j, pocket.drawn), (net[1], low, -3.5j, pocket.base)):
        dimension(canvas, point(_SECOND - half, y), point(_SECOND + half, y), hand.told(told), away)
    _numbered(canvas, hand, pocket, shape)


def _gathered(canvas: Canvas, wide: float, y: float) -> None:
    """Small folds below the channel, which tell that it is full."""
    canvas.line("before", point(_SECOND - wide, y), point(_SECOND + wide, y))
    for n in range(1, _GATHERS):
        x = _SECOND - wide + 2 * wide * n / _GATHERS
        canvas.line("thin", point(x, y - 0.4), point(x + 0.4 * (-1) ** n, y - 3.2))


def _laid_over(canvas: Canvas, pocket: _Pocket, scale: float, low: float) -> None:
    """The edges of the box pleat as it lies at the base: every second stretch of the cloth runs back."""
    at, last, way, turns = 0.0, 0.0, 1, list[float]()
    for each in pocket.pleats:
        at, last, way = at + way * (each - last), each, -way
        turns.append(at)
    for each in (min(turns), max(turns)) if turns else ():
        x = _SECOND + (each - pocket.base / 2) * scale
        canvas.line("edge", point(x, low), point(x, low + min(pocket.high * scale * 0.45, 14.0)))


def _numbered(canvas: Canvas, hand: Hand, pocket: _Pocket, shape: Area) -> None:
    canvas.number(grown_by(shape, -2), hand.number(pocket.sheet))
