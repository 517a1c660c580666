"""Tabs, straps and handles on the edge that is to hold them: raw ends even, the rest inward, between their marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bagpattern.drawing.steps.canvas import HEIGHT, WIDTH, Canvas
from bagpattern.drawing.steps.ends import MADE, End, draw_end, ends_of, follows
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.lays import is_left, net_of
from bagpattern.drawing.steps.scale import scaled
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import dimension, seam
from bagpattern.drawing.steps.view import View
from bagpattern.geometry.cloths import Area, at_length, less, long, parallel, stretch, together
from bagpattern.geometry.placement import MIRROR, Placement
from bagpattern.geometry.points import Point, point, unit
from bagpattern.making.joints import sheet_of
from bagpattern.model.operation import LAYING, Operation, Sheet, Side
from bagpattern.model.seam import SeamKind, Stands

_HELD = {SeamKind.PLAIN, SeamKind.BOUND, SeamKind.ZIP}


class _Held(NamedTuple):
    """An end, the line on which it lies, with the lengths where its edges begin, the allowance there, and the way into
    the panel.
    """

    end: End
    line: list[Point]
    starts: tuple[float, ...]
    allowance: float
    inward: float

    @property
    def place(self) -> tuple[int, int]:
        """Where it begins, to the mm."""
        start = at_length(self.line, self.end.low)[0]
        return round(start.real), round(start.imag)


def caught(scene: Scene) -> Drawn | None:
    """Ends that are basted on a panel until a seam holds them."""
    first = scene.first
    if not first.goal or not first.side or not first.on:
        return None
    pattern = scene.hand.pattern
    if pattern.seams[first.goal].kind not in _HELD:
        return None
    alike = [each for each in scene.left if each.do in LAYING and each.goal and each.side is first.side]
    for start in (sheet_of(pattern.seams[first.goal].a[0]), Sheet(first.on[0].panel, max(first.on[0].copy, 1))):
        group = _seen(scene.hand.group(start), first.side)
        held = [(each, found) for each in alike for found in _held(scene, each, group)]
        if held and held[0][0].id == first.id:
            return _Laid(scene, group, held).drawn()
    return None


def _seen(group: dict[Sheet, Placement], side: Side) -> dict[Sheet, Placement]:
    """A group as it lies with that side up."""
    return group if side is Side.RIGHT else {sheet: place.then(MIRROR) for sheet, place in group.items()}


def _held(scene: Scene, operation: Operation, group: dict[Sheet, Placement]) -> list[_Held]:
    of = scene.hand.pattern.seams[operation.goal]
    line = scene.hand.chain(of.a, group) if of.kind in _HELD else []
    if not line:
        return [*_on_edges(scene.hand, operation, group)]
    mine, starts = set(operation.pieces), tuple(low for _, low, _ in scene.hand.spans(of.a))
    allowance = scene.hand.pattern[of.a[0].panel].allowances.get(of.a[0].on, 10.0)
    inward = 1.0 if is_left(line, net_of(scene.hand, group)) else -1.0
    stands = Stands.BETWEEN if operation.side is Side.RIGHT else Stands.WITHIN
    ends = (each for each in ends_of(scene.hand, of, stands) if each.sheet in mine)
    return [_Held(each, line, starts, allowance, inward) for each in ends]


def _on_edges(hand: Hand, operation: Operation, group: dict[Sheet, Placement]) -> Iterator[_Held]:
    """Where the seam that is to hold them lies flat nowhere yet: on the stretches of edges that are told."""
    if len(operation.pieces) != 1 or hand.panel(operation.pieces[0]).role not in MADE:
        return
    for where in operation.on:
        sheet, panel = Sheet(where.panel, max(where.copy, 1)), hand.draft[where.panel]
        if sheet in group and panel.has_edge(where.on) and where.start is not None and where.end is not None:
            line = [group[sheet](p) for p in hand.own_line(sheet, panel.edge(where.on).path.flat)]
            inward = 1.0 if is_left(line, net_of(hand, group)) else -1.0
            end = End(operation.pieces[0], "", where.start, where.end)
            yield _Held(end, line, (0.0,), hand.pattern[where.panel].allowances[where.on], inward)


class _Laid:
    def __init__(self, scene: Scene, group: dict[Sheet, Placement], held: Sequence[tuple[Operation, _Held]]) -> None:
        self.hand, self.scene, self.held, self.canvas = scene.hand, scene, held, Canvas()
        self.layers = scene.hand.layers(group)
        every = together(each.area for each in self.layers)
        left, bottom, right, top = every.bounds
        turn = 1j if top - bottom > 1.6 * (right - left) else 1 + 0j
        self.view = View([every], (9, 12, WIDTH - 9, HEIGHT - 9), turn)
        self.floor, self.group = self.view.area(every).bounds[1], group

    def drawn(self) -> Drawn:
        for each in self.layers:
            area = self.view.area(each.area)
            if each.sheet is None:
                self.canvas.area("zip-right", area)
            else:
                self.canvas.cloth(area, *self.hand.face(each.sheet, self.scene.first.side is Side.RIGHT))
        for line in self.hand.patches(self.group):
            self.canvas.line("before", *self.view.points(line))
        for _, held in self.held:
            self.canvas.line("guide", *self.view.points(held.line))
        painted = [self._end(each) for _, each in self.held]
        self._numbers(painted)
        self._distance(self.held[0][1])
        scaled(self.canvas, self.hand.pattern, self.view.scale, point(2, self.floor - 8))
        names = {each.id for each, _ in self.held}
        return Drawn("caught", self.canvas, tuple(each for each in self.scene.left if each.id in names))

    def _end(self, held: _Held) -> Area:
        allowance = held.allowance
        area = draw_end(self.canvas, self.hand, held.end, held.line, self.view, allowance, held.inward)
        edge = stretch(held.line, held.end.low, held.end.high)
        seam(self.canvas, self.view.points(self._stitches(edge, held)), stops=False, arrow=False)
        for p, way in ((edge[0], edge[1] - edge[0]), (edge[-1], edge[-1] - edge[-2])):
            across = 1j * unit(way) * held.inward
            self.canvas.line(
                "notch",
                self.view(p - across * allowance * 0.5),
                self.view(p - across * allowance) - self.view.way(across) * 1.2,
            )
        return area

    def _stitches(self, edge: list[Point], held: _Held) -> list[Point]:
        """Along what is cut to the edge, or straight across the end."""
        whole = edge if follows(self.hand, held.end) else [edge[0], edge[-1]]
        return parallel(whole, -held.inward * held.allowance * 0.45)

    def _numbers(self, painted: Sequence[Area]) -> None:
        both = zip((held for _, held in self.held), painted, strict=True)
        ends = {(held.end.sheet.panel, held.place): (held, area) for held, area in both}
        for held, area in ends.values():  # layers that lie on each other are numbered once
            self.canvas.number(area, self.hand.number(held.end.sheet))
        for each in self.layers:
            if each.sheet is not None:
                self.canvas.number(less(self.view.area(each.area), *painted), self.hand.number(each.sheet))

    def _distance(self, held: _Held) -> None:
        """From where its edge begins, where that is straight: along a curve only the marks tell the place."""
        start = max((low for low in held.starts if low <= held.end.low + 0.1), default=0.0)
        p, q = at_length(held.line, start)[0], at_length(held.line, held.end.low)[0]
        far = held.end.low - start
        if far > 1 and abs(abs(q - p) - long(stretch(held.line, start, held.end.low))) < 0.05:
            away = self.view.way(-1j * unit(q - p) * held.inward) * (held.allowance * self.view.scale + 3.5)
            dimension(self.canvas, self.view(p), self.view(q), self.hand.told(far), away)
