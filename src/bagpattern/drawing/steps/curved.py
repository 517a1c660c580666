"""A band round a face: the face flat, the band standing over it, letters where marks meet, clips in a lens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bagpattern.drawing.steps.canvas import HEIGHT, WIDTH, Canvas
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.lens import clips
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import dimension, move
from bagpattern.drawing.steps.signs import seam as stitched
from bagpattern.drawing.steps.walls import Standing, Wall, bent, sewn, standing, turned_back, walls
from bagpattern.drawing.strokes import circle
from bagpattern.geometry.cloths import (
    Area,
    Wire,
    box_area,
    centre_of,
    grown_by,
    less,
    long,
    mapped,
    nearest,
    together,
)
from bagpattern.geometry.placement import Placement
from bagpattern.geometry.points import Point, point, unit
from bagpattern.making.clips import clip_of
from bagpattern.making.joints import sheet_of
from bagpattern.model.operation import CLIPPED_TO, Sheet, Verb
from bagpattern.model.seam import Run, Seam, SeamKind
from bagpattern.said import Length

_ACROSS, _UP = 0.36, 0.5
"""How far back a mm of the face goes to the right and up, in the oblique view."""
_LIFT, _LENS = 0.33, 22.0
_STRIP = 17.0
"""mm at the foot of a figure for the band unrolled."""
_LETTERS = "abcdefghijklmnop"
_APART = 6.0
_KINDS = (SeamKind.PLAIN, SeamKind.BOUND)


def curved(scene: Scene) -> Drawn | None:
    """What goes round a face, or along a curve of it."""
    if scene.seam.kind not in _KINDS:
        return None
    gaps = [each for each in scene.hand.pattern.seams if each.kind is SeamKind.GAP and each not in scene.hand.before]
    seams = [each for _, each in scene.sewing(*_KINDS)]
    for face in _faces(scene.hand, scene.seam):
        found = [each for of in (*seams, *gaps) for each in _walls(scene.hand, of, face)]
        if found and found[0].seam.id == scene.seam.id:
            shown = scene.of_seams({each.seam.id for each in sewn(found)})
            clipped = any(each.do is Verb.CLIP and scene.seam.id in each.seams for each in scene.every)
            return Drawn("curved", _Curved(scene.hand, face, _in_turn(found)).drawn(clipped), shown)
    return None


def _faces(hand: Hand, seam: Seam) -> Iterator[dict[Sheet, Placement]]:
    """All that lies flat with the face; then the face alone, where what goes round it hangs together with it."""
    side = seam.a if _is_face(hand, seam.a, seam.b) else seam.b
    group = hand.group(sheet_of(side[0]))
    yield group
    own = {sheet_of(run) for run in side}
    if own < set(group):
        yield {sheet: place for sheet, place in group.items() if sheet in own}


def _walls(hand: Hand, seam: Seam, face: dict[Sheet, Placement]) -> Iterator[Wall]:
    """What a seam sews to the face, whichever side of it that is."""
    for sides in ((seam.a, seam.b), (seam.b, seam.a)):
        if all(sheet_of(run) in face for run in sides[0]):
            yield from walls(hand, seam, sides, face)
            return


def _in_turn(walls: list[Wall]) -> list[Wall]:
    """Walls one after the other as they come round the face."""
    left, found = walls[1:], [_begun(walls)]
    while left:
        end = found[-1].line[-1]
        found.append(min(left, key=lambda each: min(abs(each.line[0] - end), abs(each.line[-1] - end))))
        left.remove(found[-1])
        if abs(found[-1].line[-1] - end) < abs(found[-1].line[0] - end):
            found[-1] = turned_back(found[-1])
    return found


def _begun(walls: list[Wall]) -> Wall:
    """The first one, so that the next goes on from its end."""
    ends = [end for each in walls[1:] for end in (each.line[0], each.line[-1])]
    start, end = (min((abs(p - each) for each in ends), default=0.0) for p in (walls[0].line[0], walls[0].line[-1]))
    return turned_back(walls[0]) if start < end - 1 else walls[0]


def _is_face(hand: Hand, a: Sequence[Run], b: Sequence[Run]) -> bool:
    """Whether side a is that of the face: the one that turns more, else the one that is smaller."""
    if abs(bent(hand, a) - bent(hand, b)) > 0.01:
        return bent(hand, a) < bent(hand, b)
    if len(a) != len(b):
        return len(a) > len(b)
    first, other = (sum(float(hand.net(sheet_of(run)).area) for run in side) for side in (a, b))
    return first < other


def _round_corners(walls: list[Wall]) -> Wall | None:
    """Walls that stand one after the other as one: corners are where they meet."""
    line = walls[0].line
    for each in walls[1:]:
        if abs(each.line[0] - line[-1]) > 1:
            return None
        line = [*line, *each.line[1:]]
    return walls[0]._replace(line=line) if len(walls) > 1 else None


class _Curved:
    def __init__(self, hand: Hand, face: dict[Sheet, Placement], walls: list[Wall]) -> None:
        self.hand, self.face, self.canvas = hand, face, Canvas()
        every = [p for each in walls for p in each.line]
        clockwise = sum((p.conjugate() * q).imag for p, q in zip(every, [*every[1:], every[0]], strict=True)) < 0
        self.walls = [turned_back(each) for each in walls[::-1]] if clockwise else walls
        self.flat = hand.layers(face)
        self.shape = together(each.area for each in self.flat)
        left, bottom, right, top = self.shape.bounds
        tall = max((area.bounds[3] for each in self.walls for _, area in each.pieces), default=30.0)
        self.high = min(tall, 0.5 * max(right - left, top - bottom))
        self.lift = _LIFT * (top - bottom)
        wide, deep = right - left + _ACROSS * (top - bottom), _UP * (top - bottom) + self.lift + self.high
        self.scale = min((WIDTH - _LENS - 14) / wide, (HEIGHT - _STRIP - 5) / deep)
        middle = (left + right) / 2 + _ACROSS * (bottom + top) / 2
        self.base = point((WIDTH - _LENS) / 2 - self.scale * middle, _STRIP + 3 - self.scale * _UP * bottom)
        self.whole = sum(long(each.line) for each in self.walls)

    def paper(self, at: Point, up: float = 0.0) -> Point:
        """A place on the face, or so many mm over it, as it is seen from before and above."""
        place: Point = self.base + self.scale * point(at.real + _ACROSS * at.imag, _UP * at.imag + up)
        return place

    def drawn(self, clipped: bool) -> Canvas:
        for layer in self.flat:
            area = mapped(layer.area, self.paper)
            if layer.sheet is None:
                self.canvas.area("zip-right", area)
            else:
                self.canvas.cloth(area, self.hand.tone(layer.sheet), True)
        for line in self.hand.patches(self.face):
            self.canvas.line("before", *(self.paper(p) for p in line))
        for each in sewn(self.walls):
            stitched(self.canvas, [self.paper(p) for p in each.line], stops=False, arrow=False)
        walls = standing(self.walls, lambda p, up: self.paper(p, self.lift + up), self.high)
        self._stand(walls)
        marks = self._marks()
        self._numbers(walls)
        self._letters(marks)
        self._unrolled(marks)
        move(self.canvas, point(WIDTH - 9, HEIGHT - 2), point(WIDTH - 9, HEIGHT - 11))
        if clipped:
            self._clips()
        return self.canvas

    def _stand(self, walls: Standing) -> None:
        for side, right in ((walls.inner, True), (walls.outer, False)):
            for sheet in sorted(side, key=lambda each: each is None):
                if sheet is None:
                    self.canvas.area("zip-right" if right else "zip-wrong", side[sheet])
                else:
                    self.canvas.cloth(side[sheet], *self.hand.face(sheet, right))
        for each in sewn(self.walls):
            stitched(self.canvas, [self.paper(p, self.lift) for p in each.line], stops=False, arrow=False)

    # marks ------------------------------------------------------------------------------------------------------------

    def _marks(self) -> list[tuple[float, Point]]:
        """Where marks meet: mm along all walls, and the place on the face; those too near to others are left out."""
        found, at = [], 0.0
        for each in self.walls:
            stations, line = {0.0, *self._notches(each)}, Wire(each.line)
            found += [(at + far, line.at(far)[0]) for far in sorted(stations)]
            at += line.long
        kept: list[tuple[float, Point]] = []
        for far, place in found:
            near = (
                abs(self.paper(place) - self.paper(other)) < _APART or far - before < 0.055 * self.whole
                for before, other in kept
            )
            if not any(near) and len(kept) < len(_LETTERS):
                kept.append((far, place))
        return kept

    def _notches(self, of: Wall) -> list[float]:
        found = []
        for sheet, place in self.face.items():
            panel = self.hand.panel(sheet)
            for notch in panel.notches:
                if notch.seam == of.seam.id and panel.has_edge(notch.on):
                    path = panel.edge(notch.on).path
                    at = path.point_at(min(max(notch.at, 0.0), path.length))
                    at = -at.conjugate() if self.hand.mirrored(sheet) else at
                    found.append(round(nearest(of.line, place(at)), 1))
        return found

    def _letters(self, marks: Sequence[tuple[float, Point]]) -> None:
        middle = self.paper(centre_of(self.shape))
        for (_, place), letter in zip(marks, _LETTERS, strict=False):
            self.canvas.line("guide", self.paper(place), self.paper(place, self.lift))
            for p in (self.paper(place), self.paper(place, self.lift)):
                self.canvas.put("disc", circle(p, 0.65))
            self.canvas.text(self.paper(place) + unit(self.paper(place) - middle) * 2.8, letter, 3.2, bold=True)

    def _numbers(self, walls: Standing) -> None:
        stand = together(area for side in walls for area in side.values())
        for each in self.flat:
            if each.sheet is not None:
                self.canvas.number(less(mapped(each.area, self.paper), stand), self.hand.number(each.sheet))
        for sheet, area in walls.outer.items():
            if sheet is not None:
                self.canvas.number(grown_by(area, -0.3), self.hand.number(sheet))

    # the band unrolled, and the lens ----------------------------------------------------------------------------------

    def _unrolled(self, marks: Sequence[tuple[float, Point]]) -> None:
        scale, y, at = (WIDTH - 9) / self.whole, 5.5, 0.0
        seen: dict[Sheet, list[Area]] = {}
        left_open = 0.0
        for each, after in zip(self.walls, [*self.walls[1:], None], strict=True):
            view = _Ruler(point(4.5 + scale * at, y), scale)
            for sheet, area in sorted(each.pieces, key=lambda piece: piece[0] is None):
                image = mapped(area, view).intersection(box_area(0, y - 2, WIDTH, y + 8))
                if sheet is None:
                    self.canvas.area("zip-wrong", image)
                else:
                    self.canvas.cloth(image, *self.hand.face(sheet, False))
                    seen.setdefault(sheet, []).append(image)
            at += long(each.line)
            ends = [view(0j), view(long(each.line) + 0j)]
            if each.seam.kind is SeamKind.GAP:
                left_open += long(each.line)
                if after is None or after.seam.kind is not SeamKind.GAP:
                    start = ends[1] - scale * left_open
                    dimension(self.canvas, start, ends[1], self.hand.told(left_open), 2j)
                    left_open = 0.0
            else:
                stitched(self.canvas, ends, stops=False, arrow=False)
        for sheet, areas in seen.items():
            self.canvas.number(together(areas), self.hand.number(sheet))
        for (far, _), letter in zip(marks, _LETTERS, strict=False):
            x = 4.5 + scale * far
            self.canvas.line("notch", point(x, y - 1), point(x, y + 1))
            self.canvas.text(point(x, y - 3.4), letter, 3.2, bold=True)

    def _clips(self) -> None:
        walls = sewn(self.walls)
        of = next((each for each in walls if clip_of(self.hand.draft, each.seam)), None) or _round_corners(walls)
        if of is not None:
            sheet, run = next(
                (sheet, run) for run in (*of.seam.b, *of.seam.a) for sheet in (sheet_of(run),) if sheet not in self.face
            )
            allowance = self.hand.pattern[sheet.panel].allowances[run.on]
            faces = self.hand.face(self.flat[0].sheet or sheet, True), self.hand.face(sheet, False)
            clips(
                self.canvas,
                of.line,
                faces,
                allowance,
                self.hand.pattern.tell(Length(CLIPPED_TO)),
                self.paper,
                self.lift,
            )


class _Ruler:
    def __init__(self, origin: Point, scale: float) -> None:
        self.origin, self.scale = origin, scale

    def __call__(self, at: Point) -> Point:
        return self.origin + self.scale * at
