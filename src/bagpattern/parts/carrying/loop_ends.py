"""How the ends of loops are held: in the seam of a rim, or on the panel below it, in a box with a cross."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bagpattern.geometry.path import Path, line_path
from bagpattern.geometry.points import Point
from bagpattern.model.draft import Draft
from bagpattern.model.marks import Line, StrapEnd
from bagpattern.model.operation import Operation, Sheet, Side, Task, Verb, Where, done, sew, task
from bagpattern.model.panel import Panel
from bagpattern.model.seam import Run, Seam, SeamKind
from bagpattern.parts.carrying.grips import Grip
from bagpattern.parts.part import refused
from bagpattern.parts.sewing.boxes import INSIDE, LONGEST, box_cross, reinforcement
from bagpattern.parts.sewing.clearing import down_from, first_that, obstacle
from bagpattern.parts.sewing.edging import irons
from bagpattern.parts.sewing.joinery import Place, catching, place_on
from bagpattern.parts.sewing.strips import Strip
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import make_it, within
from bagpattern.said import Length, Name, Said, Words
from bagpattern.values import value
from bagpattern.words import form, words

LEAST_REACH = 30.0
"""mm: the least that an end may reach below the rim, as the handles declare it [K]."""

PATCH = "handle-patch"
LEAST_PATCH = (40.0, 60.0)
"""mm across and up: a patch behind the end of a strap [construction 5.9]."""
BESIDE_STRAP = 10.0
"""mm of such a patch on either side of the strap [K]."""
TICK = 12.0
"""mm of an end's place that is marked below the rim."""
OFF_RIM = 1.0
"""mm below the rim at which the place of an end that is sewn on begins: it must lie on the panel."""
FREE_OF_RIM = 20.0
"""mm below the rim where the stitching of an end stops, so that the rim can still be turned or sewn [K]."""


class Rim(NamedTuple):
    """Where a loop hangs: an edge of a panel, and the middle between its ends in mm along it; None is its middle."""

    panel: str
    edge: str = "top"
    middle: float | None = None


class _End(NamedTuple):
    """One end of a loop: its name on the panel, the strip's edge and copy, the rim's point and the way inward."""

    name: str
    title: Said
    panel: str
    edge: str
    copy: int
    at: float
    rim: Point
    inward: complex

    def place(self, width: float, low: float, high: float) -> Path:
        """From *low* mm below the rim down to *high*, across, and up again."""
        along = -1j * self.inward * width / 2
        top, base = self.rim + self.inward * low, self.rim + self.inward * high
        return line_path(top - along, base - along, base + along, top + along)


@value
class LoopEnds:
    """The ends of a grip's loops, ``spacing`` mm apart, that reach ``reach`` mm below the rim."""

    grip: Grip
    rims: tuple[Rim, ...]
    spacing: float
    reach: float
    reinforced: bool
    below: float = 0.0
    """mm of panel below the rim's edge that the ends leave free."""

    def caught(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the ends in the seam of its rim."""
        strip, layer = self.grip.strip(shop), self.grip.layer(shop)
        bag = bag + self.grip.draft(shop)
        for end in self._ends(bag):
            line = Line(end.name, end.place(layer, 0.0, TICK), title=end.title, end=self._of(end))
            bag = bag.marking(end.panel, [line])
            bag = bag if strip is None else _held(bag, self._rim_edge(end), end, strip)
        return bag if strip else bag + Draft(tasks=(self._basting(bag, layer),))

    def _basting(self, bag: Draft, layer: float) -> Task:
        """Webbing is no piece that a seam catches: where it lies is told here."""
        how = words(
            "Lay each webbing on the right side of its panel, its ends on their marks and even with the raw edge, the "
            "loop hanging down and not twisted. Baste both ends inside the allowance of the rim."
        )
        held = dict.fromkeys(_rim_seam(bag, self._rim_edge(end), end, layer).seam.id for end in self._ends(bag))
        ops = (Operation(Verb.BASTE, how, notions=(self.grip.id,), side=Side.RIGHT, goal=seam) for seam in held)
        return task(words("Baste the handles to the rim"), *ops)

    def sewn_on(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the ends on its panels. Raises InputError when something lies there."""
        strip, layer = self.grip.strip(shop), self.grip.layer(shop)
        bag = bag + self.grip.draft(shop)
        seams: list[Seam] = []
        for end in self._ends(bag):
            bag = bag.marking(end.panel, self._sewn_lines(bag, end, layer))
            seams += [] if strip is None else [self._seam(end, strip)]
        step = task(words("Sew the handles on"), *self._sewing(bag, shop, strip, seams))
        return bag + Draft(self._patches(layer), tuple(seams), tasks=(step,))

    def _ends(self, bag: Draft) -> Iterator[_End]:
        for copy, rim in enumerate(self.rims, start=1):
            path = bag[rim.panel].edge(rim.edge).path
            middle = path.length / 2 if rim.middle is None else rim.middle
            for name, edge, side in ((form("right"), "start", -1), (form("left"), "end", 1)):
                at = middle + side * self.spacing / 2
                inward = 1j * path.tangent_at(at)
                title = words("handle {copy} {name}", copy=copy, name=Words(name))
                yield _End(f"handle {copy} {name}", title, rim.panel, edge, copy, at, path.point_at(at), inward)

    @property
    def _top(self) -> float:
        """mm from the rim's edge down to where an end that is sewn on begins."""
        return self.below or OFF_RIM

    @property
    def _base(self) -> float:
        """mm from the rim's edge down to where it stops."""
        return self.below + self.reach

    def _of(self, end: _End) -> StrapEnd:
        return StrapEnd(self.grip.id, end.copy, end.edge)

    def _rim_edge(self, end: _End) -> str:
        return self.rims[end.copy - 1].edge

    def _sewn_lines(self, bag: Draft, end: _End, layer: float) -> tuple[Line, ...]:
        place = end.place(layer, self._top, self._base)
        reason = obstacle(bag[end.panel], place, 0.0)
        if reason is not None:
            fault = words("an end lies on the {reason} of the {panel}", reason=Name(reason), panel=Name(end.panel))
            mend = self._shorter(bag[end.panel], end, layer)
            raise refused("reach", words("{fault}: {mend}", fault=fault, mend=mend))
        length = min(LONGEST, self.reach - FREE_OF_RIM / 2 - INSIDE)
        middle = end.rim + end.inward * (self._base - INSIDE - length / 2)
        title = words("{name} box", name=end.title)
        box = box_cross(f"{end.name} box", middle, end.inward, length, layer - 2 * INSIDE, title)
        return Line(end.name, place, title=end.title, end=self._of(end)), box

    def _shorter(self, panel: Panel, end: _End, layer: float) -> Said:
        """How far the end may reach at most; where even the shortest has no room, that it has to lie elsewhere."""
        free = first_that(
            lambda reach: obstacle(panel, end.place(layer, self._top, self.below + reach), 0.0) is None,
            down_from(self.reach, LEAST_REACH),
        )
        room = free is not None and within(self, "reach", least=LEAST_REACH, most=free)
        return make_it(self, "reach", most=room[1]) if room else words("choose another spacing")

    def _seam(self, end: _End, strip: Strip) -> Seam:
        """The end of the strip along the lower edge of its place, all its layers."""
        side = self._base - self._top
        first, *others = strip.end_caught(end.edge, 0.0, end.copy)
        place = Run(end.panel, end.name, side, side + strip.layer)
        return Seam(f"{end.name} to {end.panel}", (place,), first.runs, SeamKind.PLACEMENT, tuple(others))

    def _patches(self, layer: float) -> tuple[Panel, ...]:
        if not self.reinforced:
            return ()
        wide, high = max(LEAST_PATCH[0], layer + 2 * BESIDE_STRAP), LEAST_PATCH[1]
        return (reinforcement(PATCH, words("Handle patch"), wide, high, 2 * len(self.rims)),)

    def _sewing(self, bag: Draft, shop: Workshop, strip: Strip | None, seams: list[Seam]) -> Iterator[Operation]:
        if self.reinforced:
            lay = words("Baste a patch to the wrong side of the panel, behind the mark of each end.")
            on = tuple(Where(end.panel, 0, end.name) for end in self._ends(bag))
            yield Operation(Verb.BASTE, lay, pieces=(Sheet(PATCH),), on=on, side=Side.WRONG)
        around = words(
            "Lay the ends on their marks, the loop not twisted. Topstitch round each, {edge} from its edges, and stop "
            "{free} below the rim.",
            edge=Length(shop.finishing.topstitch),
            free=Length(FREE_OF_RIM),
        )
        box = words("Sew a box with a cross at the base of each end.")
        if strip is None:
            under = words("Turn the sealed ends of the webbing under, and hold each with a clip.")
            yield done(Verb.FOLD, under, notions=(self.grip.id,))
            yield Operation(Verb.TOPSTITCH, around, notions=(self.grip.id,), side=Side.RIGHT)
            yield Operation(Verb.TOPSTITCH, box, notions=(self.grip.id,), side=Side.RIGHT)
        else:
            yield from self._turned_under(shop, strip)
            yield sew(*(seam.id for seam in seams), how=around)
            yield done(Verb.TOPSTITCH, box, strip.id)

    @staticmethod
    def _turned_under(shop: Workshop, strip: Strip) -> Iterator[Operation]:
        if not strip.fold.open and irons(shop, "shell"):
            yield done(Verb.FOLD, words("Press the ends of each handle under."), strip.id, heat=True)
        elif not strip.fold.open:
            yield done(Verb.FOLD, words("Fold the ends of each handle under, and hold them with clips."), strip.id)


def _held(bag: Draft, edge: str, end: _End, strip: Strip) -> Draft:
    """*bag* with one end of the strip in the seam of the rim."""
    found = _rim_seam(bag, edge, end, strip.layer)
    return catching(bag, found.seam.id, *strip.end_caught(end.edge, found.low, end.copy))


def _rim_seam(bag: Draft, edge: str, end: _End, layer: float) -> Place:
    """Where the seam of the rim holds an end. Raises ValueError when no seam is there."""
    found = place_on(bag, end.panel, edge, end.at - layer / 2, end.at + layer / 2)
    if found is None:
        raise ValueError(f"{end.name}: no one seam sews the {edge} edge of {end.panel} there")
    return found
