"""The anchor patch: a rectangle topstitched across the back under which the straps and the handle end.

It spreads the load over the panel [construction 5.9]; everything that ends there is caught in its stitching.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from bagpattern.errors import InputError
from bagpattern.geometry import areas
from bagpattern.geometry.path import Path, line_path
from bagpattern.geometry.points import point
from bagpattern.geometry.shapes import rectangle, rectangle_path
from bagpattern.lengths import over
from bagpattern.model.draft import Draft
from bagpattern.model.marks import Line, StrapEnd
from bagpattern.model.operation import Operation, Sheet, Side, Task, Verb, done, sew, task
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Caught, Run, Seam, SeamKind
from bagpattern.parameters import flag, measure
from bagpattern.parts.part import BagPart, refused, ruled, unjudged
from bagpattern.parts.sewing.boxes import INSIDE, LONGEST, box_cross, reinforcement
from bagpattern.parts.sewing.clearing import down_from, first_that, obstacle, up_from
from bagpattern.parts.sewing.edging import irons, lap_words, lapped, placement
from bagpattern.parts.sewing.joinery import catching
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import at_mark, tellable
from bagpattern.said import NOTHING, Length, Name, Said
from bagpattern.values import replace, value
from bagpattern.words import at_least, words

ANCHOR = "strap-anchor"
BACKING = "strap-anchor-backing"
SEAM = "strap-anchor to back"
UNDER = 28.0
"""mm of an end that lie under the patch: 25 to 30, for a box [construction 5.9]; half of a lower patch at most."""
MARGIN = 10.0
"""mm that the patch reaches beyond what ends under it, on either side [K]."""
LEAST_DROP, MOST_DROP = 35.0, 200.0
"""mm from the top of the back: where a rule looks for the patch's place [K]; jk-kanken: 70 mm."""
CLEAR = 8.0
"""mm between a part sewn on to a panel and the panel's seams, so that the presser foot passes [K]."""


@value
class Anchor(BagPart):
    """The patch on the back that holds the upper ends of the straps and of the handle."""

    width: float | None = measure(
        None, "60 mm", "400 mm", "across the back; left out: as wide as the straps and the handle need"
    )
    height: float = measure("60 mm", "25 mm", "100 mm", "up the back; {60 mm} hold a box in each end, above and below")
    drop: float | None = measure(
        None, "10 mm", "200 mm", "from the top of the back to the patch; left out: as high as it fits, {35 mm} at least"
    )
    rise: float = 0.0
    """mm of the back above where the closed bag ends, from which ``drop`` counts."""
    reinforced: bool = flag(False, "a second patch on the wrong side of the back, for a heavy load or a thin cloth")

    def for_reach(self, reach: float) -> Anchor:
        """This patch, wide enough for ends up to *reach* mm from its middle where its width is left open."""
        return self if self.width is not None else replace(self, width=2 * (reach + MARGIN))

    def below(self, rise: float) -> Anchor:
        """This patch where the back goes on *rise* mm above the closed bag."""
        return replace(self, rise=rise)

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the patch on its back. Raises InputError when it does not lie on the panel."""
        back = bag["back"]
        width = self.width or 0.0
        drop = self.drop or first_that(
            lambda each: self._misfit(back, width, each) is None, up_from(LEAST_DROP, MOST_DROP)
        )
        reason = "seams" if drop is None else self._misfit(back, width, drop)
        if drop is None or reason:
            raise self._refused(back, width, drop, reason or "seams")
        lap = shop.lap("shell")
        low = drop + self.rise
        lines = placement(ANCHOR, lap, lambda by: _outline(back, width - 2 * by, self.height - 2 * by, low + by))
        backing = reinforcement(BACKING, words("Strap anchor backing"), width, self.height)
        bag = bag.marking("back", lines) + Draft((backing,) if self.reinforced else ())
        bag = bag + ruled({"width": width, "drop": drop})
        return bag + self._patch(width - 2 * lap, self.height - 2 * lap, shop)

    def _misfit(self, back: Panel, width: float, drop: float) -> str | None:
        return obstacle(back, _outline(back, width, self.height, drop + self.rise), CLEAR)

    def _refused(self, back: Panel, width: float, drop: float | None, reason: str) -> InputError:
        below = NOTHING if drop is None else words(", {drop} below the top,", drop=Length(drop))
        where = (
            words("does not lie inside the back ({span} wide, its corners rounded)", span=Length(_span(back)))
            if reason == "seams"
            else words("lies on the {part}", part=Name(reason))
        )
        fault = words(
            "a patch of {width} x {height}{below} {where}",
            width=Length(width),
            height=Length(self.height),
            below=below,
            where=where,
        )
        near = self._free_drop(back, width)
        if near is not None:
            mend = at_mark(words("it would fit with a drop of {near}", near=Length(near)), near)
            return refused("drop", words("{fault}: {mend}", fault=fault, mend=mend))
        narrow = first_that(lambda each: self._free_drop(back, each) is not None, down_from(width, self.height))
        room = (
            words("no patch has room")
            if narrow is None
            else words("there is room for one {narrow} wide", narrow=Length(narrow))
        )
        return refused(
            "width",
            words(
                "{fault}: {room}, bring strap and handle ends closer together or make the bag larger",
                fault=fault,
                room=room,
            ),
        )

    def _free_drop(self, back: Panel, width: float) -> float | None:
        free = tellable(self, "drop", lambda each: self._misfit(back, width, each) is None)
        return first_that(free, up_from(LEAST_DROP, MOST_DROP))

    def _patch(self, width: float, height: float, shop: Workshop) -> Draft:
        sides = rectangle(width, height)
        around = (("bottom", sides.bottom), ("right", sides.right), ("top", sides.top), ("left", sides.left))
        edges = tuple(lapped(shop, name, path, "shell") for name, path in around)
        note = lap_words(shop, "shell", words("all edges"))
        panel = Panel(ANCHOR, words("Strap anchor"), "shell", Role.STRAP, edges, note=note)
        runs = tuple(Run(ANCHOR, name) for name, _ in around)
        seam = Seam(SEAM, (Run("back", ANCHOR),), runs, SeamKind.PLACEMENT)
        return Draft((panel,), (seam,), tasks=(self._task(shop),))

    def _task(self, shop: Workshop) -> Task:
        lap, ironed = shop.lap("shell"), irons(shop, "shell")
        beside = lap or shop.finishing.topstitch
        around = words(
            "Lay the patch on the ends, on its outline, and topstitch it all round, {edge} from its edge.",
            edge=Length(beside),
        )
        box = done(Verb.TOPSTITCH, words("Sew a box with a cross over each end."), ANCHOR)
        turned = () if lap else (done(Verb.FOLD, _turning(ironed), ANCHOR, heat=ironed),)
        title = words("Sew the strap anchor to the back")
        return task(title, *self._backed(), *turned, sew(SEAM, how=around, beside=beside), box)

    def _backed(self) -> tuple[Operation, ...]:
        """The second patch is basted where the first is to lie, and caught in all of its stitching."""
        if not self.reinforced:
            return ()
        lay = words("Baste the backing to the wrong side of the back, behind the outline of the patch.")
        return (Operation(Verb.BASTE, lay, pieces=(Sheet(BACKING),), side=Side.WRONG),)


def _turning(ironed: bool) -> Said:
    if ironed:
        return words("Press the allowance of the patch to its wrong side, all round.")
    return words("Crease the allowance of the patch to its wrong side, all round, and hold it with clips.")


def _outline(back: Panel, width: float, height: float, drop: float) -> Path:
    left, _, right, top = areas.bounds([back.stitching_line])
    return rectangle_path(width, height, point((left + right) / 2, top - drop - height / 2))


def _span(panel: Panel) -> float:
    left, _, right, _ = areas.bounds([panel.stitching_line])
    return right - left


def under_anchor(bag: Draft) -> float:
    """mm of an end that lie under the patch of *bag*, so that those from above and from below do not meet.

    Raises an InputError without problems when it has none.
    """
    if ANCHOR not in bag:
        raise unjudged()
    return min(UNDER, _whole(bag[ANCHOR], "right") / 2 - INSIDE)


def _whole(patch: Panel, edge: str) -> float:
    """mm of the patch along an edge, what lies beyond its stitching included."""
    side = patch.edge(edge)
    return side.length + 2 * (side.allowance or 0.0)


class Held(Protocol):
    """What ends under the patch: a folded strip, or a strap of several layers."""

    @property
    def id(self) -> str:
        """The panel that it is."""

    @property
    def layer(self) -> float:
        """mm across it."""

    def end_caught(self, edge: str, at: float, copy: int = 1) -> tuple[Caught, ...]:
        """One end held in a seam, from *at* mm along it."""


@value
class Ends:
    """Ends that lie under the patch: their middles in mm right of its middle, and the edge they come out of.

    ``title`` is the form that names the place of one by its number; ``key`` is the parameter that brings them closer
    together.
    """

    name: str
    title: str
    width: float
    offsets: tuple[float, ...]
    edge: str
    key: str

    def marked(self, bag: Draft, of: str, ends: tuple[tuple[str, int], ...]) -> Draft:
        """*bag* with the places of these ends of the strap *of*, each (edge, copy), marked on the back.

        Raises InputError when the patch is too narrow.
        """
        tail, patch = under_anchor(bag), _whole(bag[ANCHOR], "bottom")
        need = 2 * (max(map(abs, self.offsets)) + self.width / 2 + MARGIN)
        if over(need, patch):
            fault = words("does not fit under the strap anchor ({patch} wide)", patch=Length(patch))
            raise refused(
                self.key,
                words(
                    "{fault}: make the anchor {bound} wide, or bring the ends closer", fault=fault, bound=at_least(need)
                ),
            )
        bag = bag.marking(ANCHOR, self._boxes(bag[ANCHOR], tail))
        return bag.marking("back", self._places(bag["back"].along(ANCHOR).path, tail, of, ends))

    def _boxes(self, patch: Panel, tail: float) -> Iterator[Line]:
        """A box with a cross on the patch over each end."""
        left, bottom, right, top = areas.bounds([patch.stitching_line])
        edge = top - tail / 2 if self.edge == "top" else bottom + tail / 2
        length = min(LONGEST, tail - 2 * INSIDE)
        for number, offset in enumerate(dict.fromkeys(self.offsets), start=1):
            title = words("{name} box", name=words(self.title, number=number))
            middle = point((left + right) / 2 + offset, edge)
            yield box_cross(f"{self.name} {number} box", middle, 1j, length, self.width - 2 * INSIDE, title)

    @staticmethod
    def basted(notion: str, how: Said) -> Operation:
        """Bought ends are basted on their marks, to be held by the patch; *how* says which way they lie."""
        return Operation(Verb.BASTE, how, notions=(notion,), side=Side.RIGHT, goal=SEAM)

    def _places(self, patch: Path, tail: float, of: str, ends: tuple[tuple[str, int], ...]) -> Iterator[Line]:
        left, bottom, right, top = areas.bounds([patch])
        y, inward = (top, -tail) if self.edge == "top" else (bottom, tail)
        there = dict(zip(reversed(self.offsets), reversed(ends), strict=True))  # of two in one place, the first
        for number, offset in enumerate(dict.fromkeys(self.offsets), start=1):
            edge, copy = there[offset]
            x, half = (left + right) / 2 + offset, self.width / 2
            corners = (point(x - half, y), point(x - half, y + inward), point(x + half, y + inward), point(x + half, y))
            title = words(self.title, number=number)
            yield Line(f"{self.name} {number}", line_path(*corners), title=title, end=StrapEnd(of, copy, edge))

    def held(self, bag: Draft, strip: Held, ends: tuple[tuple[str, int], ...]) -> Draft:
        """*bag* with these ends of *strip*, each (edge, copy), marked and caught in the patch's stitching."""
        bag = self.marked(bag, strip.id, ends)
        width, height = bag[ANCHOR].edge("bottom").length, bag[ANCHOR].edge("right").length
        caught: list[Caught] = []
        for offset, (end, copy) in zip(self.offsets, ends, strict=True):
            at = width / 2 + offset if self.edge == "bottom" else width + height + width / 2 - offset
            caught += strip.end_caught(end, at - strip.layer / 2, copy)
        return catching(bag, SEAM, *caught)
