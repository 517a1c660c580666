"""A part sewn on to a face: its outline on the panel, true distances to two edges, where it is stitched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bagpattern.attached.lying import alike
from bagpattern.drawing.steps.canvas import HEIGHT, WIDTH, Canvas
from bagpattern.drawing.steps.ends import End, ends_of
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.hem_section import ASIDE, HemSection
from bagpattern.drawing.steps.lays import is_left
from bagpattern.drawing.steps.scale import scaled
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import broken, dimension, seam, times
from bagpattern.drawing.steps.view import View
from bagpattern.geometry.cloths import (
    Area,
    area_of,
    at_length,
    box_area,
    centre_of,
    grown_by,
    less,
    near,
    parallel,
    rings,
    rounded_along,
    together,
)
from bagpattern.geometry.placement import IDENTITY
from bagpattern.geometry.points import Point, point, unit
from bagpattern.making.joints import sheet_of
from bagpattern.model.edge import Finish
from bagpattern.model.operation import LAYING, Operation, Verb
from bagpattern.model.seam import Seam, SeamKind

_FAR, _SMALL, _BESIDE, _ROUND = 1e5, 9.0, 46.0, 30.0
"""mm: farther than anything; of paper: what a part has at least, or is drawn larger, and where; of cloth round it."""
_LONG = 46.0
"""mm that are shown of a strap that leaves a patch."""
_CROSS = 12.0
"""mm of strap under a patch for a box with a cross, at least [K]."""


def patch(scene: Scene) -> Drawn | None:
    """A pocket, a sleeve, an anchor with the ends that lie under it."""
    goal = scene.first.goal or (scene.first.seams or ("",))[0]
    found = next((each for each in scene.hand.pattern.seams if each.id == goal), None)
    if scene.first.do is Verb.HEM:
        found = _of_hemmed(scene)
    if found is None or found.kind is not SeamKind.PLACEMENT or found.zip:
        return None
    hand, seams = scene.hand, alike(scene.hand.draft, found)
    line = _around(hand, found) if len(seams) > 1 else hand.chain(found.a, {sheet_of(found.a[0]): IDENTITY})
    if len(line) < 3 or len(found.b) < 1 or not area_of(line).area > 50:
        return None
    panel = found.b[0].panel
    apart = (Verb.FOLD, Verb.PRESS) if _is_drawn_in(scene, panel) else ()
    mine = {each.id for each in seams}
    shown = tuple(each for each in scene.left if each.do not in apart and _is_of(each, mine, panel))
    return Drawn("patch", _Patch(hand, shown, seams, line).drawn(), shown)


def _around(hand: Hand, of: Seam) -> list[Point]:
    """The whole line of which a part's sides are sewn along stretches."""
    return hand.own_line(sheet_of(of.a[0]), hand.draft[of.a[0].panel].along(of.a[0].on).path.flat)


def _of_hemmed(scene: Scene) -> Seam | None:
    panels = {each.panel for each in scene.first.pieces}
    return next((s for _, s in scene.sewing(SeamKind.PLACEMENT) if {r.panel for r in s.b} & panels), None)


def _is_drawn_in(scene: Scene, panel: str) -> bool:
    """Whether elastic is drawn into a part, in a figure of its own, which shows its fullness."""
    bought = {each.id: each.kind for each in scene.hand.pattern.notions}
    threads = (
        each for each in scene.left if each.do is Verb.THREAD and panel in {piece.panel for piece in each.pieces}
    )
    return any(bought.get(name) == "elastic" for each in threads for name in each.notions)


def _is_of(operation: Operation, seams: set[str], panel: str) -> bool:
    if operation.do in (Verb.HEM, Verb.FOLD, Verb.PRESS, Verb.TOPSTITCH) and not operation.around:
        return any(each.panel == panel for each in operation.pieces)
    return bool(seams & {*operation.seams}) or (operation.do in LAYING and operation.goal in seams)


class _Patch:
    def __init__(self, hand: Hand, shown: Sequence[Operation], seams: Sequence[Seam], line: list[Point]) -> None:
        self.hand, self.canvas, self.line = hand, Canvas(), line
        self.seam, self.seams = seams[0], seams
        self.host, self.part = sheet_of(self.seam.a[0]), sheet_of(self.seam.b[0])
        self.open = abs(line[0] - line[-1]) > 1
        self.area, self.net = area_of(line), hand.net(self.host)
        self.outline = hand.outline(self.host)
        self.ends = ends_of(hand, self.seam)
        self.shown, self.straps = shown, list[Area]()
        self.hems = [each for each in shown if each.do is Verb.HEM and each.turns]
        right = ASIDE if self.hems else WIDTH - 10
        self.view = View([self.outline, self.area], (10, 9, right, HEIGHT - (8 if self.ends else 3)))
        self.seen = self.view.area(box_area(-_FAR, -_FAR, _FAR, _FAR))

    def drawn(self) -> Canvas:
        """The panel with the part on it; what is small there is drawn once more beside it, larger."""
        left, low, right, high = self.view.area(self.area).bounds
        if min(right - left, high - low) < _SMALL and self.ends:
            self._on_the_panel()
            self._larger()
        else:
            self._ground()
            straps, shape = self._part()
            self._distances()
            self._numbers(shape, straps)
        self._hemmed()
        self._beside()
        times(self.canvas, self.hand.panel(self.host).count)
        return self.canvas

    def _hemmed(self) -> None:
        """How its open edge is turned under first, in section beside it."""
        edges = [each for each in self.hand.panel(self.part).edges if each.finish is Finish.HEM]
        if self.hems and edges:
            HemSection(self.canvas, self.hand, self.hems[0], self.part, edges[0]).draw()

    def _beside(self) -> None:
        """How far from its edge a part that is drawn larger is stitched: where no strap leaves it."""
        _, low, right, high = self.view.area(self.area).bounds
        far = next((each.beside for each in self.shown if self.seam.id in each.seams and each.beside), 0.0)
        if far:
            hangs = any(each.bounds[1] < low - 1 for each in self.straps)
            edge, away = (point(right, high - 3), 5.5j) if hangs else (point(right, low + 3), -5.5j)
            dimension(self.canvas, edge, edge - 1.2, self.hand.told(far), away)

    def _ground(self) -> None:
        """The panel, what is on it already, and the scale."""
        ground = self.view.area(self.outline)
        self.canvas.cloth(ground, self.hand.tone(self.host), True)
        for each in rings(self.net):
            self.canvas.ring("guide", self.view.points(each))
        for each in self.hand.patches({self.host: IDENTITY}):
            self.canvas.line("before", *self.view.points(each))
        scaled(self.canvas, self.hand.pattern, self.view.scale, point(2, ground.bounds[1] - 4))

    def _part(self) -> tuple[list[Area], Area]:
        """The straps and the part over their ends, stitched; what they cover."""
        self.straps = straps = [self._strap(each) for each in self._straps()]
        shape = self.view.area(self.area)
        self.canvas.cloth(shape, self.hand.tone(self.part), True)
        self._boxes()
        self._stitched(shape)
        return straps, shape

    def _on_the_panel(self) -> None:
        """Where the part lies, with its distances."""
        self.view = View([self.outline], (10, 9, _BESIDE - 5, HEIGHT - 3))
        self._ground()
        shape = self.view.area(self.area)
        self.canvas.cloth(shape, self.hand.tone(self.part), True)
        self._distances()
        self.canvas.number(less(self.view.area(self.outline), shape), self.hand.number(self.host))

    def _larger(self) -> None:
        """The part with what lies under it, on as much of the panel as is round it."""
        left, low, right, high = self.area.bounds
        shown = self.view.area(self.area).bounds
        part = box_area(left - _ROUND, low - _ROUND, right + _ROUND, high + _ROUND).intersection(self.outline)
        self.view = View([part], (_BESIDE, 12, WIDTH - 2, HEIGHT - 6))
        self.seen = self.view.area(part)
        for y, to in zip(shown[1::2], self.seen.bounds[1::2], strict=True):
            self.canvas.line("thin", point(shown[2], y), point(self.seen.bounds[0], to))
        self.canvas.cloth(self.seen, self.hand.tone(self.host), True)
        straps, shape = self._part()
        for ends, area in zip(self._straps(), straps, strict=True):
            self.canvas.number(less(area, shape), self.hand.number(ends[0].sheet))
        self.canvas.number(grown_by(shape, -1), self.hand.number(self.part))

    def _straps(self) -> Iterator[tuple[End, ...]]:
        """The ends of each part that lies under the patch: two of a handle."""
        for sheet in dict.fromkeys(each.sheet for each in self.ends):
            yield tuple(sorted((each for each in self.ends if each.sheet == sheet), key=lambda each: each.low))

    def _strap(self, ends: tuple[End, ...]) -> Area:
        if len(ends) == 2:
            area = self._loop(*ends)
        else:
            p, q, out = self._way(ends[0])
            area = self.view.area(area_of([p - out * 8, q - out * 8, q + out * _LONG, p + out * _LONG]))
        area = area.intersection(self.seen)
        self.canvas.cloth(area, self.hand.tone(ends[0].sheet), True)
        if len(ends) == 1 and near(self.view((p + q) / 2 + out * _LONG), (self.seen,), 0.0):
            broken(self.canvas, self.view(p + out * _LONG), self.view(q + out * _LONG))
        return area

    def _way(self, end: End) -> tuple[Point, Point, complex]:
        """Both sides of an end on the patch's outline, and the direction away from the patch."""
        p, q = (at_length(self.line, at)[0] for at in (end.low, end.high))
        across = 1j * unit(q - p)
        away = ((p + q) / 2 - centre_of(self.area)) * across.conjugate()
        return p, q, across if away.real > 0 else -across

    def _loop(self, first: End, last: End) -> Area:
        """A handle: both of its ends, and its bow between them; how high it stands is not true."""
        p, q, out = self._way(first)
        r, s, _ = self._way(last)
        start, end, half = (p + q) / 2, (r + s) / 2, abs(q - p) / 2
        way, wide = unit(end - start), abs(end - start)
        up = max(wide * 0.25, half * 2)
        bow = [
            start
            + wide / 2 * way
            - way * wide / 2 * complex(1 - n / 8, 0).real
            + out * up * (1 - (1 - n / 8) ** 2) ** 0.5
            for n in range(17)
        ]
        return self.view.area(rounded_along([start - out * 8, *bow, end - out * 8], half))

    def _boxes(self) -> None:
        """A box with a cross on each end, of the strap's width."""
        left, bottom, right, top = self.area.bounds
        for each in self.ends:
            p, q, out = self._way(each)
            p, q = p + (q - p) * 0.14, q - (q - p) * 0.14
            deep = max(min(right - left, top - bottom) / 2 - 2, _CROSS / 2)
            a, b, c, d = (self.view(z) for z in (p - out * 3, q - out * 3, q - out * deep, p - out * deep))
            self.canvas.line("box", a, b, c, d, a, c)
            self.canvas.line("box", b, d)

    def _sides(self, shape: Area) -> None:
        """Several sides that are sewn, in one row or in two, with a bar tack over their ends, and how far apart."""
        again = next((each.beside for each in self.shown if each.do is Verb.TOPSTITCH and each.beside), 0.0)
        for number, each in enumerate(self.seams):
            rows = self._rows(each, shape, bool(again))
            for row in rows:
                seam(self.canvas, row)
            for ends in zip(*rows, strict=False) if again else ():
                self.canvas.line("box", *ends)
            if again and number == 0:
                outer, inner = max(zip(*rows, strict=False), key=lambda ends: ends[0].imag)
                dimension(self.canvas, outer, inner, self.hand.told(again), 5.5j)

    def _rows(self, of: Seam, shape: Area, again: bool) -> list[list[Point]]:
        line = self.view.points(self.hand.chain(of.a, {self.host: IDENTITY}))
        inward = 1.0 if is_left(line, shape) else -1.0
        return [parallel(line, inward * (1.2 + 2.0 * row)) for row in range(2 if again else 1)]

    def _stitched(self, shape: Area) -> None:
        if len(self.seams) > 1:
            self._sides(shape)
            return
        inner = [each for ring in rings(grown_by(shape, -1.2))[:1] for each in ring]
        if not self.open or not inner:
            seam(self.canvas, inner or self.view.points(self.line), stops=False)
            return
        middle = centre_of(shape)
        points = [p + unit(middle - p) * 1.3 for p in self.view.points(self.line)]
        seam(self.canvas, points)
        hem = max(
            (
                self.hand.pattern[self.part.panel].allowances[each.name]
                for each in self.hand.panel(self.part).edges
                if each.finish is Finish.HEM
            ),
            default=0.0,
        )
        if hem:
            way = unit(self.line[-1] - self.line[0])
            inside = 1j * way * (1 if ((centre_of(self.area) - self.line[0]) / way).imag > 0 else -1)
            ends = [self.view(p + inside * hem * 0.8) for p in (self.line[0], self.line[-1])]
            self.canvas.line("before", *ends)

    def _distances(self) -> None:
        left, bottom, right, top = self.area.bounds
        y, x = bottom + 0.5 * (top - bottom), left + 0.22 * (right - left)
        beside = self.net.intersection(box_area(left - 9e3, y - 0.5, left, y + 0.5)).bounds
        below = self.net.intersection(box_area(x - 0.5, bottom - 9e3, x + 0.5, bottom)).bounds
        told = self.hand.told
        if beside and left - beside[0] > 1:
            dimension(self.canvas, self.view(point(beside[0], y)), self.view(point(left, y)), told(left - beside[0]))
        if below and bottom - below[1] > 1:
            dimension(self.canvas, self.view(point(x, below[1])), self.view(point(x, bottom)), told(bottom - below[1]))

    def _numbers(self, shape: Area, straps: Sequence[Area]) -> None:
        self.canvas.number(grown_by(shape, -1), self.hand.number(self.part))
        for ends, area in zip(self._straps(), straps, strict=True):
            self.canvas.number(less(area, shape), self.hand.number(ends[0].sheet))
        self.canvas.number(less(self.view.area(self.outline), together([shape, *straps])), self.hand.number(self.host))
