"""Two parts right sides together: the larger below, the other turned over on it, a corner folded back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bagpattern.drawing.steps.canvas import HEIGHT, WIDTH, Canvas
from bagpattern.drawing.steps.cupped import gone_on
from bagpattern.drawing.steps.ends import draw_end, ends_of
from bagpattern.drawing.steps.hand import Hand, Layer
from bagpattern.drawing.steps.lays import Lay, folded, is_left, lay
from bagpattern.drawing.steps.peeled import peeled
from bagpattern.drawing.steps.scale import scaled
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import bend, dimension, stack, times
from bagpattern.drawing.steps.signs import seam as stitched
from bagpattern.drawing.steps.view import View
from bagpattern.geometry.cloths import Area, at_length, distance, grown_by, less, line_in, long, mapped, together
from bagpattern.geometry.placement import Placement
from bagpattern.geometry.points import Point, point, unit
from bagpattern.making.joints import sheet_of
from bagpattern.model.operation import Operation, Sheet, Verb
from bagpattern.model.seam import Meet, Seam, SeamKind

_KINDS = (SeamKind.PLAIN, SeamKind.BOUND)
_BAND = 14.0
"""mm below the lay, for the section and the scale."""


def join(scene: Scene) -> Drawn | None:
    """Pieces that lie flat on each other while they are sewn."""
    if scene.seam.kind not in _KINDS:
        return None
    found = lay(scene.hand, scene.seam)
    if found is None or (_goes_round(scene) and not _serves_all(scene, found)):
        return None
    return _Joined(scene, found).drawn()


def _goes_round(scene: Scene) -> bool:
    """Whether other edges of the same two pieces are sewn with it, round corners at which one of them is clipped."""
    clipped = {name for each in scene.every if each.do is Verb.CLIP for name in each.seams}
    mine = _sheets(scene.seam)
    alike = [each for _, each in scene.sewing(*_KINDS) if _sheets(each) == mine and each.id in clipped]
    return len(mine) > 1 and scene.seam.id in clipped and len(alike) > 1


def _serves_all(scene: Scene, found: Lay) -> bool:
    """Whether all that is sewn of the same two pieces is sewn as they lie."""
    mine = _sheets(scene.seam)
    alike = [each for _, each in scene.sewing(*_KINDS) if _sheets(each) == mine]
    return len(_Joined(scene, found).served(alike)) == len(alike)


def _sheets(of: Seam) -> set[Sheet]:
    return {sheet_of(run) for run in (*of.a, *of.b)}


def _same(one: Seam, other: Seam) -> bool:
    """Whether two seams join the same edges of other copies."""
    sides = [[[(run.panel, run.on) for run in side] for side in (each.a, each.b)] for each in (one, other)]
    return sides[0] == sides[1]


class _Joined:
    def __init__(self, scene: Scene, found: Lay) -> None:
        self.scene, self.hand, self.lay, self.canvas = scene, scene.hand, found, Canvas()
        self.under = folded(self.hand.layers(found.under), found.line, found.half, False)
        self.top = folded(self.hand.layers(found.top), found.line, found.half, True)
        self.whole = together(each.area for each in self.top)
        every = together([self.whole, *(each.area for each in self.under)])
        left, bottom, right, top = every.bounds
        turn = 1j if top - bottom > 1.35 * (right - left) else 1 + 0j
        self.view = View([every], (8, 2 + _BAND, WIDTH - 8, HEIGHT - 4), turn)
        self.floor = self.view.area(every).bounds[1]
        self.inward = 1.0 if is_left(found.line, self.whole) else -1.0
        _, way = at_length(found.line, long(found.line) / 2)
        self.shift = self.view.way(1j * way * self.inward) * 1.7 + self.view.way(way) * 1.3

    def drawn(self) -> Drawn:
        seams = [each for _, each in self.scene.sewing(*_KINDS)]
        for layer in self.under:
            self._cloth(layer, True, 0j)
        seen = together(each.area for each in self.under)
        for line in (part for each in self.hand.patches(self.lay.under) for part in line_in(each, seen)):
            self.canvas.line("before", *self.view.points(line))
        self._notches(seams, self.lay.under, 0j)
        served, others = self._served(seams)
        self._caught(served)
        self._upper(served)
        for line in gone_on((line for _, line in served), self.hand.mouths(self.lay.under)):
            stitched(self.canvas, [self.view(p) + self.shift for p in line])
        self._others(others)
        names = {each.id for each, _ in served} | {each.id for each, *_ in others}
        self._gaps(names)
        self._labels()
        alike = self._alike(names) if len(names) == 1 else set()
        times(self.canvas, 1 + len(alike), point(WIDTH - 5, self.view.area(self.whole).bounds[3] + 3))
        return Drawn("join", self.canvas, (*self.scene.of_seams(names | alike), *self._flattened(names | alike)))

    def _flattened(self, shown: set[str]) -> Iterator[Operation]:
        """What opens the joints of a strip flat, with the last of them: it is told, and seen in no other figure."""
        left = self.scene.left
        stitched_down = {each.seams for each in left if each.do is Verb.TOPSTITCH}
        for each in left:
            flat = each.do in (Verb.PRESS, Verb.FOLD) and each.seams and each.seams not in stitched_down
            if flat and each.seams[-1] in shown and _is_joint(self.hand.pattern.seams[each.seams[-1]], self.hand):
                yield each

    def _alike(self, shown: set[str]) -> set[str]:
        """What is sewn just so: on other copies of the same pieces, or as its mirror image on one piece."""
        first = self.scene.seam
        found = [each for _, each in self.scene.sewing(*_KINDS) if each.id not in shown]
        like = [each for each in found if self._measured(each) == self._measured(first)]
        return {each.id for each in like if self.lay.half or _same(each, first)}

    def _measured(self, of: Seam) -> tuple[object, ...]:
        """The pieces of a seam, how long it is, and how many ends it catches."""
        names = sorted({run.panel for run in of.a}), sorted({run.panel for run in of.b})
        return *map(tuple, names), round(self.hand.draft.side_length(of.a), 1), len(ends_of(self.hand, of)), of.kind

    def _cloth(self, layer: Layer, right: bool, by: Point) -> None:
        area = mapped(self.view.area(layer.area), lambda p: p + by)
        if layer.sheet is None:
            self.canvas.area("zip-right" if right else "zip-wrong", area)
        else:
            right = right if self.scene.seam.meet is Meet.RIGHT_SIDES else not right
            self.canvas.cloth(area, *self.hand.face(layer.sheet, right))

    def _notches(self, seams: Sequence[Seam], places: dict[Sheet, Placement], by: Point) -> None:
        ids = {each.id for each in seams}
        for sheet in places:
            panel, allowances = self.hand.panel(sheet), self.hand.pattern[sheet.panel].allowances
            for notch in panel.notches:
                if notch.seam in ids and panel.has_edge(notch.on):
                    path = panel.edge(notch.on).path
                    at = min(max(notch.at, 0.0), path.length)
                    self._notch(sheet, path.point_at(at), -1j * path.tangent_at(at) * allowances[notch.on], by)

    def _notch(self, sheet: Sheet, at: Point, out: complex, by: Point) -> None:
        place = (self.lay.under | self.lay.top)[sheet] if by == 0 else self.lay.top[sheet]
        seen = together(each.area for each in (self.under if by == 0 else self.top))
        if distance(seen, place(self.hand.own_point(sheet, at))) > 1:
            return
        ends = [self.view(place(self.hand.own_point(sheet, at + out * share))) + by for share in (1.0, 0.45)]
        self.canvas.line("notch", *ends)

    def served(self, seams: Sequence[Seam]) -> list[tuple[Seam, list[Point]]]:
        """The seams that are sewn as it lies, and where."""
        return self._served(seams)[0]

    def _served(self, seams: Sequence[Seam]) -> tuple[list[tuple[Seam, list[Point]]], list[tuple[Seam, Point, Point]]]:
        """The seams that are sewn as it lies, and those whose ends come to each other afterwards."""
        served: list[tuple[Seam, list[Point]]] = []
        others: list[tuple[Seam, Point, Point]] = []
        for each in seams:
            one, other = self.lay.sides(each)
            own, upper = self.hand.chain(one, self.lay.under), self.hand.chain(other, self.lay.top)
            if own and upper:
                direct = abs(own[0] - upper[0]) + abs(own[-1] - upper[-1])
                crossed = abs(own[0] - upper[-1]) + abs(own[-1] - upper[0])
                if min(direct, crossed) < 6 + 2 * abs(each.ease):
                    served.append((each, self._nearer(own, self.hand.chain(other, self.lay.under))))
                elif not others and not self.lay.half:
                    others.append((each, at_length(upper, long(upper) / 2)[0], at_length(own, long(own) / 2)[0]))
        return served, others

    def _nearer(self, own: list[Point], other: list[Point]) -> list[Point]:
        """Of a seam of one piece that is folded on itself, the side that lies where it is folded to."""
        if not self.lay.half:
            return own
        return min(own, other, key=lambda each: distance(self.whole, at_length(each, long(each) / 2)[0]))

    def _caught(self, served: Sequence[tuple[Seam, list[Point]]]) -> None:
        for each, _ in served:
            places = self.lay.top if self.lay.swapped else self.lay.under
            line = self.hand.chain(each.a, places)
            for end in ends_of(self.hand, each) if line else ():
                inward = 1.0 if is_left(line, self.whole) else -1.0
                draw_end(self.canvas, self.hand, end, line, self.view, 8.0, inward)

    def _upper(self, served: Sequence[tuple[Seam, list[Point]]]) -> None:
        rest, flap = peeled([each.area for each in self.top], [line for _, line in served], self.view)
        for layer, area in zip(self.top, rest, strict=True):
            self._cloth(Layer(layer.sheet, area), False, self.shift)
        self._notches([each for each, _ in served], self.lay.top, self.shift)
        self.flap = mapped(self.view.area(flap[1]), lambda p: p + self.shift)
        self._cloth(Layer(self.top[flap[0]].sheet, flap[1]), True, self.shift)
        self.shown = [mapped(self.view.area(each), lambda p: p + self.shift) for each in rest]
        self.canvas.busy.append(self.flap)

    def _others(self, others: Sequence[tuple[Seam, Point, Point]]) -> None:
        for _, start, end in others:
            p, q = self.view(start) + self.shift, self.view(end)
            if abs(q - p) > 10:
                bend(self.canvas, p, q, 0.28)
                self.canvas.disc((p + q) / 2 - 0.14j * (q - p), "2", accent=True)
            else:
                out = unit((p + q) / 2 - self.view(self.whole.centroid.x + 1j * self.whole.centroid.y))
                self.canvas.disc((p + q) / 2 + out * 5.5, "2", accent=True)

    def _gaps(self, shown: set[str]) -> None:
        """What is left open of the seams that are sewn here is told by its length, with a bar at both ends."""
        parted = {each.cut_from for each in self.hand.pattern.seams if each.id in shown and each.cut_from}
        for each in self.hand.pattern.seams:
            if each.kind is SeamKind.GAP and each.cut_from in parted:
                line = self.hand.chain(self.lay.sides(each)[0], self.lay.under)
                if line:
                    self._gap(line)

    def _gap(self, line: Sequence[Point]) -> None:
        way = self.view.way(1j * unit(line[-1] - line[0])) * self.inward
        ends = [self.view(p) + self.shift for p in (line[0], line[-1])]
        for p in ends:
            self.canvas.line("slit", p - way * 2.2, p + way * 2.2)
        dimension(self.canvas, ends[0], ends[1], self.hand.told(long(line)), way * 5)

    def _labels(self) -> None:
        cover = together([*self.shown, self.flap])
        self._numbers(self.top, self.shown)
        self._numbers(self.under, [less(self.view.area(each.area), cover) for each in self.under])
        floor, canvas = self.floor, self.canvas
        right = self.scene.seam.meet is Meet.RIGHT_SIDES
        under, top = self._sewn()
        rows = ((top, not right), (under, right))
        told = [(self.hand.tone(sheet), up, self.hand.number(sheet)) for sheet, up in rows]
        caught = ends_of(self.hand, self.scene.seam)
        if caught:
            told.insert(1, (self.hand.tone(caught[0].sheet), True, self.hand.number(caught[0].sheet)))
        stack(canvas, point(WIDTH - 25, floor - 6.5), told)
        scaled(canvas, self.hand.pattern, self.view.scale, point(2, floor - 6.5))

    def _sewn(self) -> tuple[Sheet, Sheet]:
        """What lies below and on top at the seam: the two pieces of its longest stretch."""
        pairs = self.hand.stretches(*self.lay.sides(self.scene.seam))
        run, _, other, _ = max(pairs, key=lambda each: long(each[1]))
        return sheet_of(run), sheet_of(other)

    def _numbers(self, layers: Sequence[Layer], seen: Sequence[Area]) -> None:
        for layer, area in zip(layers, seen, strict=True):
            if layer.sheet is not None:
                self.canvas.number(grown_by(area, -0.5), self.hand.number(layer.sheet))


def _is_joint(seam: Seam, hand: Hand) -> bool:
    """Whether a seam joins lengths of one strip, be they alike or not."""
    return len({hand.draft[run.panel].origin for run in (*seam.a, *seam.b)}) == 1
