"""Straps round the tubes of a frame: short webbing sewn on the band as loops, hook-and-loop straps through them."""

from __future__ import annotations

import math
from collections.abc import Iterator

from bagpattern.errors import Problem, raise_together
from bagpattern.geometry import areas
from bagpattern.geometry.path import line_path
from bagpattern.geometry.points import SAME, point
from bagpattern.lengths import over
from bagpattern.model.draft import Draft
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Operation, Side, Task, Verb, Where, task
from bagpattern.model.panel import Panel
from bagpattern.model.strap import Mode, Strap
from bagpattern.model.wall import Wall
from bagpattern.parameters import choice, count, measure
from bagpattern.parts.part import BagPart, refusal
from bagpattern.parts.sewing.buying import rounded_up
from bagpattern.parts.sewing.strips import check_hardware, choose_sold
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import limits
from bagpattern.said import Length, Words
from bagpattern.values import replace, value
from bagpattern.words import form, trade, words

STRAP, LOOPS = "tube straps", "strap loops"
"""The ids of what is bought."""
ON = "base-band"
"""The panel along the tubes."""
SEWN = 15.0
"""mm of webbing on either side of a strap, sewn down as a box [K]."""
PASSES = 6.0
"""mm by which a loop is wider than its strap, which is threaded through it [K]."""
OVERLAP = 60.0
"""mm of the strap that lie on each other when it is closed round its tube [K]."""
BESIDE = 5.0
"""mm of band on either side of the webbing, clear of the seams [K]."""
APART = 10.0
"""mm from one loop to the next, and to where the band turns, at the least [K]."""
_SOLD = ("webbing", "hook-and-loop")
"""What must be sold in the width of a strap."""
USUAL = 2
"""Straps on either side: one alone lets the bag turn about it [K]."""
_SIDES = {Wall.LEFT: form("left"), Wall.RIGHT: form("right")}


@value
class TubeStraps(BagPart):
    """Hook-and-loop straps round both tubes, each through a loop of webbing on the band."""

    kind: str = choice("hook-and-loop", ("hook-and-loop", "none"), "straps round both tubes, or none")
    count: int = count(0, 0, 4, "how many on either side; 0: two, or one where there is no room for more")
    width: float = measure("25 mm", "15 mm", "50 mm", "of the straps, and of the webbing of their loops")
    tube: float = measure("35 mm", "20 mm", "90 mm", "across the tube that they go round")

    @property
    def long(self) -> float:
        """mm of the webbing of one loop."""
        return self.width + PASSES + 2 * SEWN

    @property
    def least(self) -> float:
        """mm of straight band that they take beside either tube."""
        return 0.0 if self.kind == "none" else max(self.count, 1) * (self.long + APART) + 2 * APART

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the loops on its band. Raises InputError where they have no room, or are not sold so wide."""
        if self.kind == "none":
            return bag
        panel = bag[ON]
        stretches = {wall: _stretch(panel, wall) for wall in _SIDES}
        room = int(min(high - low for low, high in stretches.values()) / (self.long + APART) + SAME)
        raise_together(self._faults(panel, room))
        many = self.count or min(room, USUAL)
        lines = [each for wall, ends in stretches.items() for each in self._lines(panel, wall, many, *ends)]
        held = [each.name for each in lines if each.holds == LOOPS]
        return bag.marking(ON, lines) + Draft(notions=self._notions(2 * many), tasks=(_sewn(held), _threaded()))

    def _faults(self, panel: Panel, room: int) -> Iterator[Problem]:
        yield from self._too_wide(panel.edge("right end").length)
        if not room:
            fault = words("the band has no room for a strap of {width} beside a tube", width=trade(self.width))
            yield refusal("kind", words('{fault}: make the bag longer, or write kind = "none"', fault=fault))
        elif self.count > room:
            fault = words("the band has no room for so many beside a tube")
            yield refusal("count", words("{fault}: make it at most {most}", fault=fault, most=room))

    def _too_wide(self, deep: float) -> Iterator[Problem]:
        """Webbing that does not lie on a band *deep* mm deep, or is not sold; what would do is both."""
        most = deep - 2 * BESIDE
        if over(self.width, most):
            fault = words("webbing this wide does not lie on a band of {deep}", deep=Length(deep))
            deeper = words("make the bag deeper")
            yield refusal("width", choose_sold(fault, self.width, _SOLD, limits(self, "width")[0], most, deeper))
        else:
            yield from check_hardware(self.width, kinds=_SOLD, of=self, most=most)

    def _lines(self, panel: Panel, wall: Wall, many: int, low: float, high: float) -> Iterator[Line]:
        """The middle of each loop's webbing, its stitching on either side of the strap, and the strap's own place."""
        middle, side, half = panel.edge("right end").length / 2, _SIDES[wall], (self.width + PASSES) / 2
        for number in range(1, many + 1):
            at = low + (high - low) * (number - 0.5) / many
            name = f"{wall} loop {number}"
            along = line_path(point(at - self.long / 2, middle), point(at + self.long / 2, middle))
            title = words("{side} strap loop {number}", side=Words(side), number=number)
            yield Line(name, along, title=title, holds=LOOPS)
            for end, x in ((1, at - half), (2, at + half)):
                across = line_path(point(x, middle - self.width / 2), point(x, middle + self.width / 2))
                stitched = words("{loop}, stitching {end}", loop=title, end=end)
                yield Line(f"{name} stitching {end}", across, LineKind.TOPSTITCH, stitched)

    def _notions(self, every: int) -> tuple[Notion, ...]:
        size = trade(self.width)
        cut = every * self.long
        pieces = words("for the strap loops, cut in {count}, each {long}", count=every, long=Length(self.long))
        round_it = math.pi * self.tube
        whole = every * (round_it + OVERLAP)
        straps = words(
            "hook on one side, loop on the other; cut in {count}, each {long}, for tubes {tube} across",
            count=every,
            long=Length(round_it + OVERLAP),
            tube=Length(self.tube),
        )
        loops = Notion(LOOPS, "webbing", words("Webbing"), size, cut, self.width, note=pieces, buy=rounded_up(cut))
        around = Strap(Mode.TUBE, self.width, round_it, round_it)
        title = words("Double-sided hook-and-loop tape")
        tape = Notion(STRAP, "hook-and-loop", title, size, whole, self.width, note=straps, buy=rounded_up(whole))
        return loops, replace(tape, strap=around)


def _sewn(lines: list[str]) -> Task:
    """The loops on the band, while that lies flat."""
    on = tuple(Where(ON, 1, name) for name in lines)
    lay = words("Lay a piece of webbing along each mark on the right side of the base band, and hold it with tape.")
    stitch = words(
        "Stitch each end of the webbing down as a box with a cross, from its end to the marked line; between both "
        "lines it stays loose, for the strap.",
    )
    laid = Operation(Verb.LAY, lay, notions=(LOOPS,), on=on, side=Side.RIGHT)
    sewn = Operation(Verb.TOPSTITCH, stitch, notions=(LOOPS,), on=on, side=Side.RIGHT)
    return task(words("Sew the strap loops to the base band"), laid, sewn)


def _threaded() -> Task:
    """The straps in their loops, on the finished bag."""
    how = words("Thread a strap through each loop, across the band, and close it round its tube, hook on loop.")
    return task(words("Put the straps in"), Operation(Verb.THREAD, how, notions=(STRAP,)), finishes=True)


def _stretch(panel: Panel, wall: Wall) -> tuple[float, float]:
    """mm along the band between which it lies along a tube, clear of where it turns."""
    left, _, right, _ = areas.bounds(
        [next(each.outline for each in panel.facets if each.wall is wall and each.outline)]
    )
    return left + APART, right - APART
