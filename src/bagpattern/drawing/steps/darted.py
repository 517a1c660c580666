"""A dart: its two legs that come together, and the corner folded along its middle, with the seam from edge to point."""

from __future__ import annotations

from typing import NamedTuple

from bagpattern.drawing.steps.canvas import HEIGHT, Canvas
from bagpattern.drawing.steps.cupped import dart_of
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.looks import Tone
from bagpattern.drawing.steps.scale import scaled
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import bend, dimension, move, times
from bagpattern.drawing.steps.signs import seam as stitched
from bagpattern.drawing.steps.view import View
from bagpattern.geometry.cloths import Area, area_of, at_length, box_area, less, long, mapped, placed, together
from bagpattern.geometry.placement import MIRROR
from bagpattern.geometry.points import Point, point, unit
from bagpattern.making.joints import sheet_of
from bagpattern.model.operation import Sheet
from bagpattern.model.seam import Seam, SeamKind

_NEAR = 0.5
"""mm within which two darts are alike."""
_ROUND, _ABOVE = 0.75, 0.6
"""How much of the piece is shown beside a dart and above its point, as a share of its legs."""
_OFFSET = point(1.2, -1.2)
"""mm of paper by which the layer below looks out."""
_FAR = 1e4
"""mm that are beyond every piece."""


class _Dart(NamedTuple):
    """The legs of a dart from the edge to its point, wrong side up and turned so that its mouth looks down, and the
    sheets that it is in: one, or those that its panel was divided into.
    """

    shapes: dict[Sheet, Area]
    legs: tuple[list[Point], list[Point]]

    @property
    def tip(self) -> Point:
        """Where both legs end."""
        return self.legs[0][-1]

    @property
    def long(self) -> float:
        """mm of a leg."""
        return long(self.legs[0])


def darted(scene: Scene) -> Drawn | None:
    """The darts of a step that have one length, each the same."""
    if scene.seam.kind is not SeamKind.PLAIN:
        return None
    dart = _dart(scene.hand, scene.seam)
    if dart is None:
        return None
    alike = [each for _, each in scene.sewing(SeamKind.PLAIN) if _is_alike(scene.hand, each, dart)]
    numbers = list(dict.fromkeys(scene.hand.number(sheet_of(each.a[0])) for each in alike))
    canvas = _Drawing(scene.hand, dart).drawn(numbers, len(alike))
    return Drawn("darted", canvas, scene.of_seams({each.id for each in alike}))


def _is_alike(hand: Hand, of: Seam, first: _Dart) -> bool:
    """Whether a seam is a dart as long, in as many parts of one tone; in several parts, in the same ones."""
    found = _dart(hand, of)
    if found is None or abs(found.long - first.long) > _NEAR or _tones(hand, found) != _tones(hand, first):
        return False
    return len(first.shapes) == 1 or set(found.shapes) == set(first.shapes)


def _tones(hand: Hand, dart: _Dart) -> list[Tone]:
    return [hand.tone(each) for each in dart.shapes]


def _dart(hand: Hand, of: Seam) -> _Dart | None:
    """The two legs that come together in a point, and the cloth beside them."""
    dart = dart_of(hand.draft, of)
    if dart is None:
        return None
    sheet = sheet_of(of.a[0])
    legs = [[MIRROR(hand.own_point(sheet, p)) for each in leg for p in each.points] for leg in dart.legs]
    tip, mouth = legs[0][-1], (legs[0][0] + legs[1][0]) / 2
    turn = -1j / unit(mouth - tip)
    legs = sorted(([(p - tip) * turn for p in leg] for leg in legs), key=lambda leg: leg[0].real)
    sheets = sorted({sheet_of(each.run) for leg in dart.legs for each in leg})
    shapes = {each: mapped(placed(hand.outline(each), MIRROR), lambda p: (p - tip) * turn) for each in sheets}
    return _Dart(shapes, (legs[0], legs[1]))


class _Drawing:
    def __init__(self, hand: Hand, dart: _Dart) -> None:
        self.hand, self.dart, self.canvas = hand, dart, Canvas()
        half, deep = abs(dart.legs[0][0] - dart.legs[1][0]) / 2, -dart.legs[0][0].imag
        wide = half + _ROUND * dart.long
        self.frame = box_area(-wide, -deep - 0.35 * dart.long, wide, _ABOVE * dart.long)
        self.shapes = {sheet: each.intersection(self.frame) for sheet, each in dart.shapes.items()}
        self.shape = together(self.shapes.values())

    def drawn(self, numbers: list[str], count: int) -> Canvas:
        view = View([self.shape], (3, 11, 44, HEIGHT - 4))
        self._flat(view, numbers)
        move(self.canvas, point(45, 32), point(51, 32))
        self._folded(view.scale)
        times(self.canvas, count)
        return self.canvas

    def _flat(self, view: View, numbers: list[str]) -> None:
        """Wrong side up, both legs with their letter, the width of the mouth and the length of a leg."""
        area = view.area(self.shape)
        for sheet, shape in self.shapes.items():
            self.canvas.cloth(view.area(shape), *self.hand.face(sheet, False))
        for leg, side in zip(self.dart.legs, (-1, 1), strict=True):
            points = view.points(leg)
            stitched(self.canvas, points, stops=False, arrow=False)
            at, way = at_length(points, long(points) * 0.45)
            self.canvas.text(at + 3.8 * self._outward(way, side), "a", bold=True)
        left, right = (view(leg[0]) for leg in self.dart.legs)
        bend(self.canvas, left + point(1, 4), right + point(-1, 4), -0.3)
        dimension(self.canvas, left, right, self.hand.told(abs(self.dart.legs[0][0] - self.dart.legs[1][0])), -4j)
        for shape, number in self._numbered(numbers):
            self.canvas.number(less(view.area(shape), *self.canvas.busy), number)
        scaled(self.canvas, self.hand.pattern, view.scale, point(3, area.bounds[1] - 8))

    def _numbered(self, alike: list[str]) -> list[tuple[Area, str]]:
        """Where each number goes: those of all pieces with such darts, or of the parts of a divided one."""
        if len(self.shapes) == 1:
            return [(self.shape, each) for each in alike]
        return [(shape, self.hand.number(sheet)) for sheet, shape in self.shapes.items()]

    @staticmethod
    def _outward(way: complex, side: int) -> complex:
        """The way from a leg to the cloth beside it."""
        return 1j * way if (1j * way).real * side > 0 else -1j * way

    def _folded(self, scale: float) -> None:
        """Half on half, right sides together: the seam from the edge to the point, the fold from there on."""
        half = area_of([point(-_FAR, -_FAR), point(0, -_FAR), point(0, _FAR), point(-_FAR, _FAR)])
        shapes = {sheet: each.intersection(half) for sheet, each in self.shapes.items()}
        view = View(shapes.values(), (54, 11, 78, HEIGHT - 8), limit=scale)
        for sheet, shape in shapes.items():
            self.canvas.cloth(mapped(view.area(shape), lambda p: p + _OFFSET), self.hand.tone(sheet), True)
        for sheet, shape in shapes.items():
            self.canvas.cloth(view.area(shape), *self.hand.face(sheet, False))
        points = view.points(self.dart.legs[0])
        stitched(self.canvas, points)
        self.canvas.line("fold", points[-1], view(point(0, self.shape.bounds[3])))
        dimension(self.canvas, points[0], points[-1], self.hand.told(self.dart.long), self._away(points))

    @staticmethod
    def _away(points: list[Point]) -> complex:
        """Out of the cloth, to the side of the mouth."""
        across = 1j * unit(points[-1] - points[0])
        return 6 * (across if across.real > 0 else -across)
