"""The end of a strap led through its slider and round a ring, or round a swivel, folded back and sewn to itself.

Above in section, as it runs: what the strap goes through is schematic, its fold has its true length. Below from behind,
the box with its cross.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bagpattern.drawing.steps.canvas import WIDTH, Canvas, rectangle
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.looks import Tone
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import arc, bar, broken, d_ring, dimension, head, needle, seam, times
from bagpattern.drawing.strokes import circle
from bagpattern.geometry.points import Point, point
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Operation, Sheet, Verb
from bagpattern.model.seam import SeamKind

_Y = 44.0
"""mm of paper: the middle of the section."""
_BARS, _RING, _END = (21.0, 28.0, 35.0), 70.0, 56.0
"""mm of paper: the bars of a slider, the ring or bar beyond it, where the strap's end lies."""
_WIDE = 10.0
_SLIDING = ((11.0, 1.6, 1), (55.0, 0.2, 1), (64.0, -8.6, -1))
_HOOKED = ((24.0, 4.0, 1), (50.0, 0.0, -1))
"""Heads that tell how the strap runs: mm of paper across and up, and the way."""


class _Led(NamedTuple):
    """A strap that is led through a notion: the strap's panel, if it is not webbing, and what that takes."""

    through: Notion
    strap: str
    operations: tuple[Operation, ...]


def threaded(scene: Scene) -> Drawn | None:
    """One end of a strap: led through, folded, sewn."""
    led = _led(scene)
    if led is None or scene.first not in led.operations:
        return None
    return Drawn("threaded", _Strap(scene.hand, led).drawn(), led.operations)


def _led(scene: Scene) -> _Led | None:
    bought = {each.id: each for each in scene.hand.pattern.notions}
    names = [each for each in (*scene.first.notions, scene.first.around) if each in bought]
    through = next((bought[each] for each in names if bought[each].kind in ("slider", "swivel")), None)
    mine = [each for each in scene.left if each.task == scene.first.task]
    fold = next((each for each in mine if through and each.do is Verb.FOLD and each.around == through.id), None)
    if through is None or fold is None:
        return None
    before = [each for each in mine if each.do is Verb.THREAD and through.id in each.notions][:1]
    panel = through.threads if through.threads in {each.panel.id for each in scene.hand.pattern.pieces} else ""
    return _Led(through, panel, (*before, fold, *_sewn(scene, mine, fold, through)))


def _sewn(scene: Scene, mine: Sequence[Operation], fold: Operation, through: Notion) -> Iterator[Operation]:
    """What sews the fold: the seams on the lines that hold the notion, or the stitches on webbing that follow."""
    lines = {(seam.a[0].panel, seam.a[0].on): each for each, seam in scene.sewing(SeamKind.HEM)}
    for panel, on in lines:
        line = next(each for each in scene.hand.draft[panel].lines if each.name == on)
        if line.holds == through.id:
            own = (of for of in scene.sewing(SeamKind.HEM) if (of[1].a[0].panel, of[1].a[0].on) == (panel, on))
            yield from (each for each, _ in own)
    after = mine[mine.index(fold) + 1 :][:1]
    yield from (each for each in after if each.do is Verb.TOPSTITCH and not each.pieces and each.notions)


class _Strap:
    def __init__(self, hand: Hand, led: _Led) -> None:
        self.hand, self.led, self.canvas = hand, led, Canvas()
        self.sheet = Sheet(led.strap, 1) if led.strap else None
        self.tone = hand.tone(self.sheet) if self.sheet else Tone.TAPE
        self.slides = led.through.kind == "slider"
        self.below = 22.0 if self.slides else 27.0

    def drawn(self) -> Canvas:
        path = self._through() if self.slides else self._round()
        bar(self.canvas, path, self.tone, True)
        for x, y, way in _SLIDING if self.slides else _HOOKED:
            head(self.canvas, point(x, _Y + y), complex(way), size=1.2)
        self._hardware()
        self._held(path[-1].real)
        self._behind()
        if self.sheet:
            times(self.canvas, self.hand.panel(self.sheet).count, point(WIDTH - 5, self.below))
        return self.canvas

    def _held(self, end: float) -> None:
        """Where the fold is sewn, and its length from what it goes round."""
        turn, stitches = (_BARS[1], (44.0, 52.0)) if self.slides else (_RING - 2.2, (42.0, 56.0))
        high, low = (_Y - 3.0, _Y - 7.6) if self.slides else (_Y + 3.4, _Y - 3.4)
        for x in stitches:
            needle(self.canvas, x, low, high)
        deep = self._folded()
        if deep:
            dimension(self.canvas, point(turn, low), point(end, low), self.hand.told(deep), -3j)

    def _folded(self) -> float:
        """mm of the strap that are folded back: as it is told, else from its end to the line of the stitching."""
        told = sum(turn for each in self.led.operations if each.do is Verb.FOLD for turn in each.turns)
        panel = self.hand.draft[self.led.strap] if self.led.strap and not told else None
        for line in panel.lines if panel else ():
            if line.holds == self.led.through.id:
                left, low, right, high = self.hand.pattern[self.led.strap].stitching_line.bounds
                x, y = line.path.start.real, line.path.start.imag
                upright = high - low > right - left
                return float(min(y - low, high - y) if upright else min(x - left, right - x))
        return told

    # in section -------------------------------------------------------------------------------------------------------

    def _through(self) -> list[Point]:
        """Under the first bar, over the middle, under the last, round the ring, round the middle bar and back."""
        first, middle, last = _BARS
        ring = arc(point(_RING, _Y - 4.2), 2.2, 90, -90)
        loop = arc(point(middle, _Y), 1.75, 270, 0)
        out = [(2, -1), (first - 3, -2), (first + 1.5, -2), (middle - 2, 3.5), (middle + 1.5, 3.5), (last - 1.5, -2)]
        back = [(last + 3, -6.4), (middle + 4.2, -5.4)]
        end = [(middle + 3.6, -2.6), (middle + 6.5, -4.2), (_END, -4.2)]
        told = [[point(x, _Y + y) for x, y in part] for part in (out, back, end)]
        return [*told[0], *ring, *told[1], *loop, *told[2]]

    def _round(self) -> list[Point]:
        """Over the bar of the swivel and back below."""
        bow = arc(point(_RING - 4, _Y), 1.8, 90, -90)
        return [point(2, _Y + 1.8), *bow, point(38, _Y - 1.8)]

    def _hardware(self) -> None:
        if not self.slides:
            self.canvas.put("dark", circle(point(_RING - 4, _Y), 1.0))
            return
        for x in _BARS:
            self.canvas.area("dark", rectangle(x - 1, _Y - 0.8, x + 1, _Y + 0.8))
        self.canvas.put("dark", circle(point(_RING, _Y - 4.2), 1.3))

    # from behind ------------------------------------------------------------------------------------------------------

    def _behind(self) -> None:
        """The slider or the swivel, the strap that comes from it, the box and the cross on its end."""
        half = _WIDE / 2
        start = 24.0
        if self.slides:
            self._frame(start)
        else:
            d_ring(self.canvas, point(start, self.below), -1 + 0j, _WIDE + 2)
            self._hook(point(start - 7.6, self.below))
        area = rectangle(start, self.below - half, WIDTH - 14, self.below + half)
        self.canvas.cloth(area, self.tone, True)
        broken(self.canvas, point(WIDTH - 14, self.below - half), point(WIDTH - 14, self.below + half))
        if self.sheet:
            for side in (-1, 1):
                y = self.below + side * (half - 0.9)
                self.canvas.line("before", point(start, y), point(WIDTH - 15, y))
        box = [
            point(start + x, self.below + y * (half - 1.6)) for x, y in ((5, -1), (17, -1), (17, 1), (5, 1), (5, -1))
        ]
        seam(self.canvas, [*box, box[2]], stops=False, arrow=False)
        seam(self.canvas, [box[1], box[3]], stops=False, arrow=False)
        if self.sheet:
            free = rectangle(start + 20, self.below - half, WIDTH - 16, self.below + half)
            self.canvas.number(free, self.hand.number(self.sheet))

    def _frame(self, x: float) -> None:
        """A slider from behind: its frame, and the bar in its middle that the strap goes round."""
        half = _WIDE / 2 + 1.2
        corners = [point(x - 8, self.below - half), point(x + 7, self.below - half), point(x + 7, self.below + half)]
        for kind in ("metal", "metal-light"):
            self.canvas.ring(kind, [*corners, point(x - 8, self.below + half)])
            self.canvas.line(kind, point(x - 0.5, self.below - half), point(x - 0.5, self.below + half))

    def _hook(self, at: Point) -> None:
        """The hook of a swivel, away from the strap."""
        bow = [at - 6.5 + 4 * complex(math.cos(a), math.sin(a)) for a in (math.pi * n / 12 for n in range(1, 21))]
        for kind in ("metal", "metal-light"):
            self.canvas.line(kind, at, at - 2.5, *bow)
