"""Shell and lining at the rim: one goes into the other, in section as they are sewn, then turned and topstitched."""

from __future__ import annotations

from itertools import pairwise

from bagpattern.drawing.steps.canvas import Canvas
from bagpattern.drawing.steps.ends import ends_of
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.looks import SMALL
from bagpattern.drawing.steps.rim_notches import notch_rim
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import arc, bar, bend, dimension, move
from bagpattern.drawing.steps.signs import seam as stitched
from bagpattern.drawing.steps.tub import Cloth, Tub, size_of
from bagpattern.geometry.cloths import area_of, grown_by
from bagpattern.geometry.placement import IDENTITY
from bagpattern.geometry.points import Point, point, unit
from bagpattern.making.joints import sheet_of
from bagpattern.model.marks import LineKind
from bagpattern.model.operation import Sheet, Verb
from bagpattern.model.panel import Role
from bagpattern.model.seam import Run, Seam, SeamKind

_LEFT, _MIDDLE = 62.0, 26.0
_APART = 3.4
"""mm of paper from layer to layer of the section."""
_DOWN = 5.0
"""mm of paper from the raw edges to the needle."""
_SEWN, _TURNED = 53.0, 15.0


def rim(scene: Scene) -> Drawn | None:
    """The seam round the rim of a bag, between its shell and its lining."""
    of = scene.seam
    if of.kind is not SeamKind.PLAIN or not _is_rim(scene.hand, of):
        return None
    shown = {each.id for each in scene.of_seams({of.id})}
    shown |= {each.id for each in scene.left if each.do is Verb.PUT and not each.pieces and not each.notions}
    beside = {each.id for each in scene.left if each.do is Verb.TOPSTITCH and of.id in each.seams}
    canvas = _Rim(scene.hand, of).drawn(bool(beside))
    return Drawn("rim", canvas, tuple(each for each in scene.left if each.id in shown | beside))


def topstitched(scene: Scene) -> Drawn | None:
    """Topstitching round the rim of a bag that is done later."""
    if not scene.first.seams or not _is_rim(scene.hand, scene.seam):
        return None
    return Drawn("rim-topstitched", _Rim(scene.hand, scene.seam).finished(), (scene.first,))


def _is_rim(hand: Hand, of: Seam) -> bool:
    """Whether shell is sewn to lining all round: each side closes on itself."""
    roles = [{hand.panel(sheet_of(run)).role for run in side} for side in (of.a, of.b)]
    both = roles in ([{Role.BODY}, {Role.LINING}], [{Role.LINING}, {Role.BODY}]) and len(of.a) > 1
    return both and all(_is_closed(hand, side) for side in (of.a, of.b))


def _is_closed(hand: Hand, side: tuple[Run, ...]) -> bool:
    """Whether a side goes round: on several pieces, or on one that is sewn to itself."""
    sheets = {sheet_of(run) for run in side}
    return len(sheets) > 1 or any({sheet_of(run) for run in (*each.a, *each.b)} == sheets for each in hand.before)


class _Layer:
    """A bar of a section: its cloth, which way its right side looks, how far it reaches down."""

    def __init__(self, sheet: Sheet, right_on_left: bool, deep: float) -> None:
        self.sheet, self.right_on_left, self.deep = sheet, right_on_left, deep


class _Rim:
    def __init__(self, hand: Hand, of: Seam) -> None:
        self.hand, self.seam, self.canvas = hand, of, Canvas()
        sides = of.a, of.b
        first_is_shell = hand.panel(sheet_of(of.a[0])).role is Role.BODY
        shell, lining = sides if first_is_shell else sides[::-1]
        self.front, self.inner_front = sheet_of(shell[0]), sheet_of(lining[0])
        at = _first_caught(hand, of)
        self.shell_run, lining_run = _run_at(hand, shell, at), _run_at(hand, lining, at)
        self.shell, self.lining = sheet_of(self.shell_run), sheet_of(lining_run)
        self.caught = _caught_at(hand, of, at)

    def drawn(self, topstitched: bool) -> Canvas:
        """The bags over each other, and both sections."""
        self._bags()
        self._section()
        bend(self.canvas, point(_LEFT - 5, 37), point(_LEFT - 5, 27), 0.35)
        self._turned(_LEFT + 5, _TURNED, topstitched)
        return self.canvas

    def finished(self) -> Canvas:
        """The bag with its lining in it, the topstitching round the rim, and the section there."""
        size = size_of(self.hand.pattern, 40.0, 38.0)
        tub = size.tub(point(_MIDDLE, 3))
        tub.draw(self.canvas, Cloth(self.hand.tone(self.shell), True), Cloth(self.hand.tone(self.lining), True))
        line = self._on_face(tub) or tub.near
        stitched(self.canvas, [p - 1.4j for p in line], stops=False)
        self._number(tub, self.front)
        y = max(tub.rim[1].imag - 9, 13.0)
        self.canvas.line("thin", max(line, key=lambda p: p.real) - 1.4j, point(_LEFT - 3, y + 5))
        self._turned(_LEFT + 5, y, True)
        return self.canvas

    # the bags ---------------------------------------------------------------------------------------------------------

    def _bags(self) -> None:
        """The shell, right side out, over the lining, wrong side out."""
        size = size_of(self.hand.pattern, 38.0, 26.0)
        low = size.tub(point(_MIDDLE + 3, 2))
        tone = self.hand.tone(self.lining)
        low.draw(self.canvas, Cloth(tone, False), Cloth(tone, True))
        corners = low.rim
        stitched(self.canvas, self._on_face(low) or low.around, stops=False, arrow=False)
        notch_rim(self.canvas, self.hand, low, self.inner_front, {self.seam.id}, right=False)
        self._number(low, self.inner_front)
        up = size.tub(point(_MIDDLE + 3, corners[2].imag + 2.5))
        shell = self.hand.tone(self.shell)
        up.draw(self.canvas, Cloth(shell, True), Cloth(shell, False))
        self._hanging(up)
        notch_rim(self.canvas, self.hand, up, self.front, {self.seam.id})
        self._number(up, self.front)
        x = up.foot.real - 4
        move(self.canvas, point(x, up.foot.imag + up.high * 0.6), point(x, corners[0].imag - 1))
        self.canvas.line("thin", corners[2], point(_LEFT - 4, _SEWN - _DOWN))

    def _on_face(self, tub: Tub) -> list[Point]:
        """The rim of the front on a bag that is drawn in the shape of that."""
        left, low, right, high = self.hand.net(self.front).bounds
        mine = [run for run in (*self.seam.a, *self.seam.b) if sheet_of(run) == self.front]
        turns = ([*mine[n:], *mine[:n]] for n in range(len(mine))) if tub.has_face and not tub.back else ()
        chain = next((found for each in turns if (found := self.hand.chain(each, {self.front: IDENTITY}))), [])
        return [tub.at(complex((p.real - left) / (right - left), (p.imag - low) / (high - low))) for p in chain]

    def _number(self, tub: Tub, sheet: Sheet) -> None:
        self.canvas.number(grown_by(tub.front, -1), self.hand.number(sheet))

    def _hanging(self, tub: Tub) -> None:
        """What is caught in the front of the rim hangs down there, at its true share of the width."""
        whole, (start, last) = self.hand.draft.run_length(self.seam.a[0]), tub.rim[:2]
        for end in ends_of(self.hand, self.seam):
            if end.high <= whole:
                low, high = (start + (last - start) * (each / whole) for each in (end.low, end.high))
                down = -1j * min(6.0, tub.high * 0.4)
                area = area_of([low, high, high + down, low + down])
                self.canvas.cloth(area, self.hand.tone(end.sheet), True)
                self.canvas.number(area, self.hand.number(end.sheet))

    # the sections -----------------------------------------------------------------------------------------------------

    def _layers(self) -> list[_Layer]:
        """What is caught has its outer layer on the shell, right sides together, the inner one on the lining."""
        between = [_Layer(each, not place, 12.0) for place, each in enumerate(self.caught[:2])][::-1]
        return [_Layer(self.lining, True, 17.0), *between, _Layer(self.shell, False, 17.0)]

    def _section(self) -> None:
        """Right sides inside, raw edges even."""
        layers = self._layers()
        for number, each in enumerate(layers):
            x = _LEFT + _APART * number
            points = [point(x, _SEWN), point(x, _SEWN - each.deep)]
            bar(self.canvas, points, self.hand.tone(each.sheet), each.right_on_left, 1.4)
        for number, each in enumerate(layers):
            spread = (number - (len(layers) - 1) / 2) * 1.4
            self.canvas.text(
                point(_LEFT + _APART * number + spread, _SEWN + 3), self.hand.number(each.sheet), SMALL, bold=True
            )
        last = _LEFT + _APART * (len(layers) - 1)
        y = _SEWN - _DOWN
        stitched(self.canvas, [point(_LEFT - 3, y), point(last + 3, y)], stops=False, arrow=False)
        mm = self.hand.pattern[self.shell.panel].allowances[self.shell_run.on]
        dimension(self.canvas, point(last + 1, _SEWN), point(last + 1, y), self.hand.told(mm), 4 + 0j)

    def _turned(self, x: float, y: float, needled: bool) -> None:
        """Folded at the seam, wrong sides together, what is caught standing up between them."""
        if self.caught:
            points = [point(x, y + 15), point(x, y + 1)]
            bar(self.canvas, points, self.hand.tone(self.caught[0]), True, 1.4)
        for sign, sheet in ((-1, self.lining), (1, self.shell)):
            fold = arc(point(x + sign * 2.6, y + 6), 0.9, 180 if sign > 0 else 0, 0 if sign > 0 else 180)
            chain = [point(x + sign * 1.7, y + 1), *fold, point(x + sign * 3.5, y - 10)]
            bar(self.canvas, chain, self.hand.tone(sheet), sign > 0, 1.2)
            self.canvas.text(point(x + sign * 7.0, y - 8), self.hand.number(sheet), SMALL, bold=True)
        mm = self._beside_the_fold()
        if needled and mm:
            stitched(self.canvas, [point(x - 6, y + 3.4), point(x + 6, y + 3.4)], stops=False, arrow=False)
            dimension(self.canvas, point(x + 4, y + 6.9), point(x + 4, y + 3.4), self.hand.told(mm), 4 + 0j)

    def _beside_the_fold(self) -> float:
        """mm from the rim to its topstitching; 0 where there is none."""
        return max((_far(self.hand, run) for run in self.seam.a + self.seam.b), default=0.0)


def _first_caught(hand: Hand, of: Seam) -> float:
    """Where along a seam, as a share of it, the first of what it catches has its middle; 0 where it catches nothing."""
    if not of.caught:
        return 0.0
    first = of.caught[0]
    return (first.at + hand.draft.side_length(first.runs) / 2) / hand.draft.side_length(of.a)


def _run_at(hand: Hand, side: tuple[Run, ...], share: float) -> Run:
    """The run of a side that lies there."""
    along, at = share * hand.draft.side_length(side), 0.0
    for run in side:
        at += hand.draft.run_length(run)
        if at > along:
            return run
    return side[-1]


def _caught_at(hand: Hand, of: Seam, share: float) -> list[Sheet]:
    """The sheets that are caught there, the outermost first."""
    at = share * hand.draft.side_length(of.a)
    here = (each for each in of.caught if each.at <= at <= each.at + hand.draft.side_length(each.runs))
    return list(dict.fromkeys(sheet_of(run) for each in here for run in each.runs))


def _far(hand: Hand, run: Run) -> float:
    panel = hand.panel(sheet_of(run))
    for line in panel.lines:
        if line.kind is LineKind.TOPSTITCH and line.along == run.on:
            points, start = list(panel.along(run.on).path.flat), line.path.start
            near = min(pairwise(points), key=lambda pair: _off(start, *pair))
            return round(_off(start, *near), 3)
    return 0.0


def _off(at: Point, p: Point, q: Point) -> float:
    if abs(q - p) < 1e-9:
        return abs(at - p)
    along = ((at - p) / unit(q - p)).real
    return abs(at - (p + unit(q - p) * min(max(along, 0.0), abs(q - p))))
