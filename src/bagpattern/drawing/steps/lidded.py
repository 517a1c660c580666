"""A lid with corners: its lining put over it, sewn round but for the hinge; in section as it is sewn and turned."""

from __future__ import annotations

from collections.abc import Sequence

from bagpattern.drawing.steps.canvas import Canvas
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import move
from bagpattern.drawing.steps.signs import seam as stitched
from bagpattern.drawing.steps.tub import Cloth, Tub
from bagpattern.drawing.steps.two_layers import section
from bagpattern.geometry.cloths import area_of
from bagpattern.geometry.points import Point, point
from bagpattern.making.joints import sheet_of
from bagpattern.model.marks import LineKind
from bagpattern.model.operation import Operation, Sheet, Verb
from bagpattern.model.seam import Run, Seam, SeamKind

_WIDE, _BACK = 34.0, point(8.0, 11.0)
_LEAST, _MOST = 4.0, 14.0
"""mm of paper that a lip is high."""
_AFTER = (Verb.TRIM, Verb.TURN, Verb.TOPSTITCH)


def lidded(scene: Scene) -> Drawn | None:
    """Two layers of one shape, the corners of both sewn, that are sewn to each other along their lips."""
    of, hand = scene.seam, scene.hand
    sheets = {sheet_of(run) for run in of.a}, {sheet_of(run) for run in of.b}
    if of.kind is not SeamKind.PLAIN or any(len(each) != 1 for each in sheets) or sheets[0] == sheets[1]:
        return None
    if not all(_has_corners(hand, next(iter(each))) for each in sheets):
        return None
    shown = tuple(each for each in scene.left if each is scene.first or _is_after(each, of))
    return Drawn("lidded", _drawn(hand, of, shown), shown)


def _has_corners(hand: Hand, sheet: Sheet) -> bool:
    """Whether edges of a piece are sewn to each other by now."""
    own = [each for each in hand.before if {sheet_of(run) for run in (*each.a, *each.b)} == {sheet}]
    return bool(own) and any(each.kind is LineKind.FOLD for each in hand.panel(sheet).lines)


def _is_after(operation: Operation, of: Seam) -> bool:
    names = {run.panel for run in (*of.a, *of.b)}
    on_it = of.id in operation.seams or (bool(operation.pieces) and {each.panel for each in operation.pieces} <= names)
    return operation.do in _AFTER and on_it and not operation.on and not operation.notions


def _drawn(hand: Hand, of: Seam, shown: Sequence[Operation]) -> Canvas:
    canvas, outer, inner = Canvas(), sheet_of(of.a[0]), sheet_of(of.b[0])
    high = _lip(hand, of.a)
    low = Tub(point(5, 5), _WIDE, high, _BACK)
    top = Tub(point(5, 5 + high + _BACK.imag + 5.5), _WIDE, high, _BACK)
    for tub, sheet, right in ((low, outer, True), (top, inner, False)):
        _lid(canvas, tub, Cloth(hand.tone(sheet), right))
        canvas.number(area_of(tub.rim), hand.number(sheet))
    stitched(canvas, _free(low), arrow=False)
    x = top.foot.real - 2.5
    move(canvas, point(x, top.foot.imag + high), point(x, low.rim[0].imag + 0.5))
    left = max((each.beside for each in shown if each.do is Verb.TRIM), default=0.0)
    section(canvas, hand, (inner, outer), {each.do for each in shown}, left)
    return canvas


def _lip(hand: Hand, runs: tuple[Run, ...]) -> float:
    """mm of paper: how far the lips come down, by their share of the width."""
    panel = hand.draft[runs[0].panel]
    folds = [each.path for each in panel.lines if each.kind is LineKind.FOLD]
    front = min(folds, key=lambda path: max(path.start.imag, path.end.imag))
    deep, wide = front.start.imag - panel.stitching_line.bounds[1], abs(front.end - front.start)
    return min(max(deep / wide * _WIDE, _LEAST), _MOST)


def _lid(canvas: Canvas, tub: Tub, cloth: Cloth) -> None:
    """From above: its top and the lips in front and beside; at the back it is open."""
    tub.draw(canvas, cloth, cloth)


def _free(tub: Tub) -> list[Point]:
    """The lower edges that are seen, from the hinge on the left, round the front, to the one on the right."""
    down = -1j * tub.high
    left, right, behind, _ = tub.rim
    inside = 1.2j
    return [p + down + inside for p in (left, right, behind)]
