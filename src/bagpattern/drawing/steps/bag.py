"""A pocket bag behind a window: its lower half folded up over the zip, the open sides sewn, the panel out of the way.

Seen from behind: the half that hangs from the window has its right side up, the half on it its wrong side.
"""

from __future__ import annotations

from bagpattern.drawing.steps.canvas import WIDTH, Canvas
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.scale import scaled
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import bend, broken, dimension, seam, stack
from bagpattern.drawing.steps.view import View
from bagpattern.drawing.steps.window import over
from bagpattern.geometry.cloths import Area, area_of, box_area, centre_of, less, mapped, placed, together
from bagpattern.geometry.points import Point, point
from bagpattern.making.joints import sheet_of
from bagpattern.model.marks import LineKind
from bagpattern.model.operation import Verb
from bagpattern.model.seam import Seam, SeamKind

_ABOVE, _ASIDE = 40.0, 20.0
"""mm of the panel that are seen above the bag and beside it."""
_SHIFT = point(1.3, 0.9)
"""mm of paper by which the lower layer lies off, schematic, so that its edges are seen."""


def bag(scene: Scene) -> Drawn | None:
    """Seams of a sheet to itself, of which a window with a zip has been sewn, folded across."""
    sheet = sheet_of(scene.seam.a[0])
    runs = (*scene.seam.a, *scene.seam.b)
    frames = (each for each in scene.hand.before if each.kind is SeamKind.PLACEMENT and each.zip)
    frame = next((each for each in frames if sheet_of(each.b[0]) == sheet), None)
    folds = [each.path.flat for each in scene.hand.panel(sheet).lines if each.kind is LineKind.FOLD]
    if frame is None or len(folds) != 1 or any(sheet_of(run) != sheet for run in runs):
        return None
    mine = [(each, of) for each, of in scene.sewing(SeamKind.PLAIN) if each.task == scene.first.task]
    fold = scene.hand.own_line(sheet, folds[0])
    shown = tuple(each for each, _ in mine if each.do is Verb.SEW)
    return Drawn("bag", _Bag(scene.hand, frame, fold).drawn([of for _, of in mine]), shown)


class _Bag:
    def __init__(self, hand: Hand, frame: Seam, fold: list[Point]) -> None:
        self.hand, self.canvas, self.fold = hand, Canvas(), fold
        self.host, self.bag = sheet_of(frame.a[0]), sheet_of(frame.b[0])
        window = hand.run(frame.b[0])
        self.level = centre_of(area_of(window))
        self.upper = self._half(True)
        self.lower = mapped(self._half(False), self._folded)
        panel = placed(hand.outline(self.host), over(window, hand.run(frame.a[0])))
        left, _, right, top = self.upper.bounds
        seen = box_area(left - _ASIDE, self.level.imag, right + _ASIDE, top + _ABOVE)
        self.panel = panel.intersection(seen)
        self.view = View([self.upper, self.panel], (9, 10, WIDTH - 22, 53))

    def _half(self, hanging: bool) -> Area:
        """The half of the bag in which the window is, or the other: the fold runs across."""
        y = self.fold[0].imag
        above = (self.level.imag > y) is hanging
        side = box_area(-1e4, y, 1e4, 1e4) if above else box_area(-1e4, -1e4, 1e4, y)
        return self.hand.outline(self.bag).intersection(side)

    def _folded(self, at: Point) -> Point:
        return point(at.real, 2 * self.fold[0].imag - at.imag)

    def drawn(self, seams: list[Seam]) -> Canvas:
        panel, under, top = (self.view.area(each) for each in (self.panel, self.upper, self.lower))
        self.canvas.cloth(panel, *self.hand.face(self.host, False))
        left, _, right, high = panel.bounds
        broken(self.canvas, point(left, high), point(right, high))
        tone, shifted = self.hand.tone(self.bag), mapped(under, lambda p: p + _SHIFT)
        self.canvas.cloth(shifted, tone, True)
        self.canvas.cloth(top, tone, False)
        self._creased(top)
        for each in seams:
            seam(self.canvas, self.view.points(self._line(each)))
        self.canvas.number(top, self.hand.number(self.bag))
        self.canvas.busy.append(top)
        self.canvas.number(less(panel, together([shifted, top])), self.hand.number(self.host))
        self._told(top)
        return self.canvas

    def _line(self, of: Seam) -> list[Point]:
        """A seam where the upper half has it."""
        lines = [self.hand.run(run) for run in (of.a[0], of.b[0])]
        way = 1 if self.level.imag > self.fold[0].imag else -1
        return max(lines, key=lambda line: way * sum(p.imag for p in line) / len(line))

    def _creased(self, top: Area) -> None:
        """The fold below, and how the lower half came up."""
        left, low, right, high = top.bounds
        self.canvas.line("shaft", point(left, low), point(right, low))
        bend(self.canvas, point(right + 4, low + 1), point(right + 4, low + min(18, (high - low) * 0.6)), 0.35)

    def _told(self, top: Area) -> None:
        net = self.view.area(self.hand.net(self.bag)).bounds
        low = top.bounds[1]
        wide = (net[2] - net[0]) / self.view.scale
        dimension(self.canvas, point(net[0], low), point(net[2], low), self.hand.told(wide), -3j)
        tone, told = self.hand.tone(self.bag), self.hand.number(self.bag)
        stack(self.canvas, point(WIDTH - 22, low - 1.5), [(tone, False, told), (tone, True, told)])
        scaled(self.canvas, self.hand.pattern, self.view.scale, point(2, low - 7))
