"""A boxed corner: the cut-out whose two edges are to meet, and the corner pulled flat with the seam across."""

from __future__ import annotations

from collections.abc import Sequence

from bagpattern.drawing.steps.canvas import HEIGHT, Canvas
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.scale import scaled
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import bend, dimension, move, times
from bagpattern.drawing.steps.signs import seam as stitched
from bagpattern.drawing.steps.view import View
from bagpattern.geometry.cloths import Area, area_of, at_length, box_area, distance, line_in, long, mapped, placed
from bagpattern.geometry.placement import MIRROR
from bagpattern.geometry.points import Point, point, unit
from bagpattern.making.joints import sheet_of
from bagpattern.model.operation import Operation, Sheet
from bagpattern.model.seam import Run, Seam, SeamKind

_FRAME = 1.9
"""How far round a cut-out its piece is shown, as a share of its size."""
_MIDDLE, _WIDE, _HIGH = 65.0, 24.0, 25.0
"""mm of paper: where the corner pulled flat stands, how long its seam is at most, how much is seen of it."""
_SQUARE = 0.2
"""The cosine that a corner may have and still be square."""
_UNDER = point(1.3, 1.3)
Edges = tuple[list[Point], ...]
"""Of a cut-out: two that meet in its inner corner, or its inner edge and the two that leave it."""


def boxed(scene: Scene) -> Drawn | None:
    """Corners of one size and cloth are shown once, with their number."""
    found = _corner(scene.hand, scene.seam)
    if found is None:
        return None
    sheet, edges = found
    alike = [each for each in scene.sewing(SeamKind.PLAIN) if _is_alike(scene.hand, each[1], scene.seam)]
    canvas = _boxed(scene.hand, scene.seam, sheet, edges, len(alike))
    return Drawn("boxed", canvas, _of(scene, alike))


def _of(scene: Scene, alike: Sequence[tuple[Operation, Seam]]) -> tuple[Operation, ...]:
    return scene.of_seams({each.id for _, each in alike})


def _corner(hand: Hand, of: Seam) -> tuple[Sheet, Edges] | None:
    """The sheet of a cut-out with both of its edges, that of side a first; they leave its inner corner squarely."""
    if of.kind is not SeamKind.PLAIN or not hand.is_straight((*of.a, *of.b)):
        return None
    if len(of.a) == 1 and len(of.b) == 2:
        return _notch(hand, of)
    for one in of.a:
        for other in of.b:
            if sheet_of(one) == sheet_of(other) and len(of.a) + len(of.b) > 2:
                edges = hand.run(one), hand.run(other)
                if _meet(*edges) and _is_inner(hand, sheet_of(one), edges):
                    return sheet_of(one), edges
    return None


def _notch(hand: Hand, of: Seam) -> tuple[Sheet, Edges] | None:
    """A cut-out in the middle of a side, whose inner edge is as long as the two that leave its corners squarely."""
    sheet, edges = sheet_of(of.a[0]), tuple(hand.run(run) for run in (*of.a, *of.b))
    inner, *others = edges
    square = all(_leaves(each, inner) for each in others)
    same = {sheet_of(run) for run in of.b} == {sheet} and abs(sum(map(long, others)) - long(inner)) < 1
    return (sheet, edges) if square and same and _is_inner(hand, sheet, edges) else None


def _leaves(edge: Sequence[Point], inner: Sequence[Point]) -> bool:
    """Whether an edge begins or ends where another one does, at a right angle."""
    cosine = abs((unit(edge[-1] - edge[0]) * unit(inner[-1] - inner[0]).conjugate()).real)
    return cosine < _SQUARE and min(abs(p - q) for p in (edge[0], edge[-1]) for q in (inner[0], inner[-1])) < 0.1


def _meet(one: Sequence[Point], other: Sequence[Point]) -> bool:
    square = abs((unit(one[-1] - one[0]) * unit(other[-1] - other[0]).conjugate()).real) < _SQUARE
    same = abs(long(one) - long(other)) < 1
    return square and same and min(abs(p - q) for p in (one[0], one[-1]) for q in (other[0], other[-1])) < 0.1


def _is_inner(hand: Hand, sheet: Sheet, edges: Edges) -> bool:
    """Whether the cloth goes round the corner: between its edges there is none."""
    middle = sum(at_length(each, long(each) / 2)[0] for each in edges) / len(edges)
    return distance(hand.net(sheet), middle) > 0.5


def _is_alike(hand: Hand, of: Seam, first: Seam) -> bool:
    found = _corner(hand, of)
    lengths = (hand.draft.side_length(each.a) for each in (of, first))
    same = abs(next(lengths) - next(lengths)) < 0.1
    return found is not None and same and hand.tone(found[0]) is hand.tone(sheet_of(first.a[0]))


def _boxed(hand: Hand, of: Seam, sheet: Sheet, edges: Edges, count: int) -> Canvas:
    canvas = Canvas()
    _cut_out(canvas, hand, sheet, edges)
    move(canvas, point(41, 32), point(47, 32))
    _pulled_flat(canvas, hand, of, sheet, "a + b" if len(edges) == 2 else "a = b + b")
    times(canvas, count)
    return canvas


def _cut_out(canvas: Canvas, hand: Hand, sheet: Sheet, edges: Edges) -> None:
    """The corner of the piece, wrong side up, on the one that it is sewn to."""
    edges = tuple(map(_over, edges))
    ends = [p for each in edges for p in (each[0], each[-1])]
    middle, reach = sum(ends) / len(ends), _FRAME * max(abs(p - q) for p in ends for q in ends) / 2
    crop = box_area(middle.real - reach, middle.imag - reach, middle.real + reach, middle.imag + reach)
    view = View([crop], (3, 10, 39, HEIGHT - 8))
    shape = view.area(placed(hand.outline(sheet), MIRROR).intersection(crop))
    canvas.cloth(mapped(shape, lambda p: p + _UNDER), hand.tone(sheet), True)
    canvas.cloth(shape, *hand.face(sheet, False))
    for line in _sewn_before(hand, sheet):
        for each in line_in(_over(line), crop):
            canvas.line("before", *view.points(each))
    feet = [_edge(canvas, view, hand, sheet, each, letter) for each, letter in zip(edges, "abb", strict=False)]
    for foot, other in zip(feet[1:], edges[1:], strict=True):
        start, end = (feet[0], foot) if len(feet) == 2 else (foot, feet[0])
        bend(canvas, start, end, _bulge((start, end), view(_inner((edges[0], other)))))
    canvas.number(shape, hand.number(sheet))
    scaled(canvas, hand.pattern, view.scale, point(3, 5))


def _bulge(feet: Sequence[Point], corner: Point) -> float:
    """Away from the inner corner, where there is no cloth."""
    return 0.35 if ((feet[1] - feet[0]).conjugate() * (corner - feet[0])).imag > 0 else -0.35


def _inner(edges: Edges) -> Point:
    """Where both edges meet."""
    ends = [edge[at] for edge in edges[:2] for at in (0, -1)]
    return min(ends[:2], key=lambda p: min(abs(p - q) for q in ends[2:]))


def _edge(canvas: Canvas, view: View, hand: Hand, sheet: Sheet, edge: list[Point], letter: str) -> Point:
    """An edge with its letter on the cloth beside it; its middle on paper."""
    stitched(canvas, view.points(edge), stops=False, arrow=False)
    at, way = at_length(edge, long(edge) / 2)
    inward = next(z for z in (1j * way, -1j * way) if distance(placed(hand.net(sheet), MIRROR), at + 2 * z) == 0)
    canvas.text(view(at) + view.way(inward) * 3.4, letter, 3.8, bold=True)
    return view(at)


def _over(points: Sequence[Point]) -> list[Point]:
    """As they lie when the piece is turned over."""
    return [MIRROR(p) for p in points]


def _sewn_before(hand: Hand, sheet: Sheet) -> list[list[Point]]:
    runs: list[Run] = [run for each in hand.before if each.kind is SeamKind.PLAIN for run in (*each.a, *each.b)]
    return [hand.run(run) for run in runs if sheet_of(run) == sheet]


def _pulled_flat(canvas: Canvas, hand: Hand, of: Seam, sheet: Sheet, letters: str) -> None:
    """The two seams that end at the corner lie on each other in its middle, its own seam runs across."""
    total = hand.draft.side_length(of.a)
    allowance = hand.pattern[sheet.panel].allowances[next(r.on for r in of.a if sheet_of(r) == sheet)]
    scale = min(_WIDE / total, 0.6)
    half, low, tone = total / 2 * scale, allowance * scale, hand.tone(sheet)
    foot = point(_MIDDLE, 18)
    canvas.cloth(_sheet(foot - 1.2j, half, low, half * 1.45, 15.0), tone, True)
    top = _sheet(foot, half, low, half * 0.78, _HIGH)
    canvas.cloth(top, *hand.face(sheet, False), "")
    outline = [*_torn(foot + 1j * _HIGH, half * 0.78), foot + half + low - 1j * low, foot - half - low - 1j * low]
    canvas.ring("edge", outline)
    canvas.line("before", foot - 1j * low, foot + 1j * (_HIGH - 0.5))
    for side in (-1, 1):
        x = side * low * 0.5
        canvas.line("thin", foot + x - 1j * low, foot + x + 1j * (_HIGH - 0.5))
    stitched(canvas, [foot - half, foot + half])
    canvas.text(foot + 4.2j, letters, 3.6, bold=True)
    dimension(canvas, foot - half - 1j * low, foot + half - 1j * low, hand.told(total), -4j)


def _sheet(foot: Point, half: float, low: float, far: float, high: float) -> Area:
    base = foot - 1j * low
    return area_of([base - half - low, base + half + low, foot + far + 1j * high, foot - far + 1j * high])


def _torn(middle: Point, half: float) -> list[Point]:
    """Where more of the cloth is left out, from left to right."""
    return [middle + point((n / 5 - 1) * half, 0.5 * (-1) ** n) for n in range(11)]
