"""A seam that is pressed and topstitched: its parts flat, the stitching beside the seam; in section through what."""

from __future__ import annotations

from bagpattern.drawing.steps.canvas import HEIGHT, WIDTH, Canvas
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.looks import SMALL
from bagpattern.drawing.steps.scale import scaled
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import arc, bar, dimension, needle
from bagpattern.drawing.steps.signs import seam as stitched
from bagpattern.drawing.steps.view import View
from bagpattern.geometry.cloths import Wire, area_of, placed, together
from bagpattern.geometry.placement import IDENTITY, Placement
from bagpattern.geometry.points import Point, point
from bagpattern.making.joints import sheet_of
from bagpattern.model.operation import Operation, Sheet, Verb
from bagpattern.model.panel import Role
from bagpattern.model.seam import Run, Seam, SeamKind
from bagpattern.units import ExactLength

_WIDE = 50.0
"""mm of paper for both parts; the section stands beside them."""
_X, _Y = 64.0, 30.0
"""mm of paper: the seam in section."""
_LEFT, _RIGHT = 54.0, WIDTH - 3.0
_STITCH, _PLACES = 4.0, 40
"""mm of paper from the seam to the stitching in section, and places of a line beside a seam."""


def pressed(scene: Scene) -> Drawn | None:
    """Topstitching through the allowances of one plain seam, and the pressing before it."""
    if len(scene.first.seams) != 1 or scene.first.notions or scene.seam.kind is not SeamKind.PLAIN:
        return None
    of = scene.seam
    if {sheet_of(run) for run in of.a} & {sheet_of(run) for run in of.b} or not scene.hand.lies_flat(of):
        return None
    roles = {scene.hand.panel(sheet_of(run)).role for run in (*of.a, *of.b)}
    if roles == {Role.BODY, Role.LINING}:  # two layers, turned: see ``layered``
        return None
    shown = tuple(each for each in scene.left if _is_of(each, of))
    if not any(each.do is Verb.TOPSTITCH for each in shown) or scene.first not in shown:
        return None
    return Drawn("pressed", _Pressed(scene.hand, of).drawn(), shown)


def _is_of(operation: Operation, of: Seam) -> bool:
    return operation.do in (Verb.PRESS, Verb.FOLD, Verb.TOPSTITCH) and operation.seams == (of.id,)


class _Pressed:
    def __init__(self, hand: Hand, of: Seam) -> None:
        self.hand, self.canvas = hand, Canvas()
        sides = sorted((of.a, of.b), key=lambda side: self._thick(sheet_of(side[0])))
        self.under, self.other = (sheet_of(side[0]) for side in sides)
        self.places = self._opened(*sides)
        self.line = hand.chain(sides[0], self.places)
        own = {sheet_of(run) for run in sides[0]}
        self.net = together(placed(hand.net(each), self.places[each]) for each in own if each in self.places)
        self.areas = {each: placed(hand.outline(each), place) for each, place in self.places.items()}
        self.view = View(self.areas.values(), (4, 10, _WIDE, HEIGHT - 4))

    def _opened(self, mine: tuple[Run, ...], others: tuple[Run, ...]) -> dict[Sheet, Placement]:
        """The pieces of both sides as they lie; two alone, where they do not all hang together."""
        every = {sheet_of(run) for run in (*mine, *others)}
        group = self.hand.group(self.under)
        if every <= set(group):
            return {each: place for each, place in group.items() if each in every}
        line, twin = self.hand.run(mine[0]), self.hand.run(others[0])
        place = self.hand.glued(self.other, line, twin, self.hand.net(self.under))
        return {self.under: IDENTITY, self.other: place}

    def _thick(self, sheet: Sheet) -> float:
        """mm: the allowances are pressed to the thinner part."""
        own = {each.id: each.thickness for each in self.hand.pattern.materials}
        return own.get(self.hand.panel(sheet).material, 0.0)

    def drawn(self) -> Canvas:
        for sheet, area in self.areas.items():
            self.canvas.cloth(self.view.area(area), self.hand.tone(sheet), True)
        beside = self._beside()
        stitched(self.canvas, self.view.points(self._inward(max(beside, 1.6 / self.view.scale))))
        for sheet, area in self.areas.items():
            self.canvas.number(self.view.area(area), self.hand.number(sheet))
        low = self.view.area(together(self.areas.values())).bounds[1]
        scaled(self.canvas, self.hand.pattern, self.view.scale, point(3, low - 5))
        self._section(beside)
        return self.canvas

    def _beside(self) -> float:
        """mm from the seam that the maker wants topstitching."""
        wanted = self.hand.pattern.settings["finishing"]["topstitch"]
        return float(wanted.mm) if isinstance(wanted, ExactLength) else 3.0

    def _inward(self, by: float) -> list[Point]:
        """A line beside the seam on the part to which the allowances are pressed."""
        wire = Wire(self.line)
        places = [wire.at(wire.long * n / _PLACES) for n in range(_PLACES + 1)]
        sides = [[p + side * by * way for p, way in places] for side in (1j, -1j)]
        return max(sides, key=lambda side: self._on_it(side[_PLACES // 2]))

    def _on_it(self, at: Point) -> float:
        near = area_of([at + way for way in (1, 1j, -1, -1j)])
        return float(self.net.intersection(near).area)

    def _section(self, beside: float) -> None:
        """Both allowances under the thinner part, the needle through all three layers."""
        own = [point(_LEFT, _Y), *arc(point(_X - 0.8, _Y - 0.8), 0.8, 90, -90), point(_X - 8, _Y - 1.6)]
        other = [point(_RIGHT, _Y), point(_X + 1.8, _Y), point(_X + 0.4, _Y - 3.2), point(_X - 8, _Y - 3.2)]
        bar(self.canvas, own, self.hand.tone(self.under), True, 0.9)
        bar(self.canvas, other, self.hand.tone(self.other), False, 0.9)
        needle(self.canvas, _X - _STITCH, _Y - 6, _Y + 3)
        dimension(self.canvas, point(_X - _STITCH, _Y + 1), point(_X, _Y + 1), self.hand.told(beside), 5j)
        for x, sheet in ((_LEFT + 3, self.under), (_RIGHT - 3, self.other)):
            self.canvas.text(point(x, _Y + 4), self.hand.number(sheet), SMALL, bold=True)
