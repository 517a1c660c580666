"""Webbing on a folded tab: the tab from above, its ends basted, the webbing on it in a box with a cross; in section."""

from __future__ import annotations

from typing import NamedTuple

from bagpattern.drawing.steps.canvas import Canvas, rectangle
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.looks import Tone
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import arc, bar, bend, broken, dimension, needle, seam, times
from bagpattern.geometry.path import Path
from bagpattern.geometry.points import Point, point
from bagpattern.model.marks import LineKind
from bagpattern.model.operation import Operation, Sheet, Verb

_LEFT, _ON, _RIGHT = 6.0, 40.0, 80.0
"""mm of paper: the end of the tab, the most to its fold, the end of what is seen of the webbing."""
_FLAT, _ROW, _SECTION = 49.0, 29.0, 10.0
"""mm of paper: the middles of the strip that is folded, of the view from above and of the section."""
_HIGH = 13.0


class _Tab(NamedTuple):
    """mm of the strip: to the fold across it and to the end of the webbing on it, its width, the allowance on its
    ends.
    """

    fold: float
    end: float
    wide: float
    allowance: float


def tabbed(scene: Scene) -> Drawn | None:
    """A strip that is folded across, and the webbing that is sewn on it then."""
    shown = webbing_on(scene, scene.first.pieces)
    if scene.first not in shown or len(scene.first.pieces) != 1:
        return None
    sheet = Sheet(scene.first.pieces[0].panel, max(scene.first.pieces[0].copy, 1))
    tab = _tab(scene.hand, sheet)
    return Drawn("tabbed", _Drawing(scene.hand, sheet, tab).drawn(), shown) if tab else None


def webbing_on(scene: Scene, pieces: tuple[Sheet, ...]) -> tuple[Operation, ...]:
    """What folds some pieces across last, and sews webbing on them; nothing where no webbing is."""
    mine = [each for each in scene.left if each.pieces == pieces]
    sewn = [each for each in mine if _holds_webbing(scene.hand, each)][:1]
    folds = [each for each in mine[: mine.index(sewn[0])] if each.do is Verb.FOLD] if sewn else []
    return (*folds[-1:], *sewn)


def _holds_webbing(hand: Hand, operation: Operation) -> bool:
    bought = {each.id: each.kind for each in hand.pattern.notions}
    kinds = [bought.get(each) for each in operation.notions]
    return operation.do is Verb.TOPSTITCH and not operation.on and kinds == ["webbing"]


def _tab(hand: Hand, sheet: Sheet) -> _Tab | None:
    """The lines across the strip: where it is folded, where the webbing ends."""
    panel, (left, low, right, high) = hand.panel(sheet), hand.net(sheet).bounds
    upright = high - low > right - left

    def across(path: Path) -> float | None:
        start, along = path.start - point(left, low), path.end - path.start
        if upright == (abs(along.imag) > abs(along.real)):
            return None
        return start.imag if upright else start.real

    at = {kind: [across(each.path) for each in panel.lines if each.kind is kind] for kind in LineKind}
    folds = [each for each in at[LineKind.FOLD] if each is not None]
    ends = [each for each in at[LineKind.PLACEMENT] if each is not None]
    strap = panel.strap
    if not folds or not ends or strap is None:
        return None
    edges = hand.pattern[sheet.panel].allowances
    return _Tab(folds[0], ends[0], strap.width, edges.get("start", 0.0))


class _Drawing:
    def __init__(self, hand: Hand, sheet: Sheet, tab: _Tab) -> None:
        self.hand, self.sheet, self.tab, self.canvas = hand, sheet, tab, Canvas()
        self.tone = hand.tone(sheet)
        self.scale = min((_ON - _LEFT) / (tab.allowance + tab.fold), _HIGH / tab.wide)

    def drawn(self) -> Canvas:
        self._strip()
        self._from_above()
        self._in_section()
        for number, y in enumerate((_FLAT, _ROW), 1):
            self.canvas.text(point(2, y + 7), str(number), 3.4, bold=True)
        times(self.canvas, self.hand.panel(self.sheet).count, point(_RIGHT - 3, _FLAT))
        return self.canvas

    def _x(self, mm: float) -> float:
        """On paper, by mm from the seam on the tab's end."""
        return _LEFT + (self.tab.allowance + mm) * self.scale

    def _strip(self) -> None:
        """Flat, its right side down; one end is folded on the other."""
        end = self._x(2 * self.tab.fold + self.tab.allowance)
        bar(self.canvas, [point(_LEFT, _FLAT), point(min(end, _RIGHT - 8), _FLAT)], self.tone, False)
        fold = (_LEFT + min(end, _RIGHT - 8)) / 2
        self.canvas.line("fold", point(fold, _FLAT - 2.6), point(fold, _FLAT + 2.6))
        bend(self.canvas, point(min(end, _RIGHT - 8) - 1, _FLAT + 1.6), point(_LEFT + 1, _FLAT + 1.6), 0.08)

    def _from_above(self) -> None:
        half, fold, end = self.tab.wide * self.scale / 2, self._x(self.tab.fold), self._x(self.tab.end)
        cloth = rectangle(_LEFT, _ROW - half, fold, _ROW + half)
        self.canvas.cloth(cloth, self.tone, True)
        webbing = rectangle(end, _ROW - half + 0.6, _RIGHT, _ROW + half - 0.6)
        self.canvas.cloth(webbing, Tone.TAPE, True)
        broken(self.canvas, point(_RIGHT - 5, _ROW - half), point(_RIGHT - 5, _ROW + half))
        corners = [point(x, y) for x in (end + 1.4, fold - 1.4) for y in (_ROW - half + 2, _ROW + half - 2)]
        a, b, c, d = corners
        for line in ([a, b, d, c, a, d], [b, c]):
            seam(self.canvas, line, stops=False, arrow=False)
        baste = _LEFT + self.tab.allowance * self.scale * 0.5
        seam(self.canvas, [point(baste, _ROW - half + 0.8), point(baste, _ROW + half - 0.8)], stops=False, arrow=False)
        dimension(self.canvas, point(end, _ROW - half), point(fold, _ROW - half), self._told(), -4j)
        self.canvas.number(rectangle(self._x(0) - 1, _ROW - half, end, _ROW + half), self.hand.number(self.sheet))

    def _told(self) -> str:
        return self.hand.told(self.tab.fold - self.tab.end)

    def _in_section(self) -> None:
        """Both layers of the tab, the webbing on them, the needle through all."""
        fold, end = self._x(self.tab.fold), self._x(self.tab.end)
        bar(self.canvas, [*self._folded(fold)], self.tone, True)
        bar(self.canvas, [point(end, _SECTION + 3.0), point(_RIGHT - 5, _SECTION + 3.0)], Tone.TAPE, True)
        for x in (end + 1.4, fold - 1.6):
            needle(self.canvas, x, _SECTION - 3.5, _SECTION + 5.5)

    @staticmethod
    def _folded(fold: float) -> list[Point]:
        bow = arc(point(fold - 1.3, _SECTION), 1.3, 90, -90)
        return [point(_LEFT, _SECTION + 1.3), *bow, point(_LEFT, _SECTION - 1.3)]
