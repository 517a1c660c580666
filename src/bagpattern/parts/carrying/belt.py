"""A strap round hip or chest: webbing with a side-release buckle, held by two wings of cloth in the band's end seams.

A wing spreads the load over the band's depth and narrows to the webbing; without wings the webbing is caught itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from bagpattern.errors import Problem, raise_together
from bagpattern.geometry import areas
from bagpattern.geometry.path import line_path
from bagpattern.geometry.points import point
from bagpattern.lengths import under
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge
from bagpattern.model.marks import Line, StrapEnd
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Operation, Sheet, Side, Task, Verb, Where, done, sew, task
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Caught, Run, Seam
from bagpattern.model.strap import Mode, Strap, Way, Worn
from bagpattern.parameters import choice, hardware, measure
from bagpattern.parts.carrying.wearer import Wearer
from bagpattern.parts.part import BagPart, parts_of, refusal
from bagpattern.parts.sewing.buying import rounded_up
from bagpattern.parts.sewing.joinery import catching
from bagpattern.parts.sewing.strips import check_hardware
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import make_it
from bagpattern.said import Length, Scale, Words
from bagpattern.values import replace, value
from bagpattern.words import form, trade, words

ENDS = ("band right end", "band left end")
"""The seams that hold the strap, of the buckle's side first."""
WAIST = 1000.0
"""mm from side seam to side seam, for a usual adult's hip [K]."""
BELT = "belt"
"""The id of the webbing."""
TICK = 12.0
"""mm of webbing that is marked inside the seam which holds it [K]."""
BESIDE_FACES = 5.0
"""mm of band that a wing leaves free beside either face's seam, so that it is not sewn into that [K]."""
TIP_EASE = 2.0
"""mm of a wing's tip on either side of the webbing [K]."""
BUCKLE_SIDE = 120.0
"""mm of webbing that shows on the side of the buckle's fixed half: 10 cm folded at the fixed side [construction 6]."""
BUCKLE_FOLD = 40.0
"""mm of webbing folded round a buckle's bar or at its tail and sewn down: 35 to 40 [construction 5.3]."""
FREE_TAIL = 150.0
"""mm of webbing beyond the buckle when the strap is at its longest: 15 to 25 cm [construction 6, K]."""
INSERTED = 30.0
"""mm of webbing inside a wing, for a box with a cross [construction 5.9, K]."""


@value
class Belt(BagPart):
    """A strap of webbing from end seam to end seam, with a side-release buckle."""

    kind: str = choice("waist", ("waist", "chest", "none"), "round the hip, across chest and back, or no strap")
    width: float = hardware("25 mm", "15 mm", "2 in", "of the webbing, and the inner width of the buckle")
    length: float | None = measure(
        None,
        "50 cm",
        "170 cm",
        "the strap at its longest, from seam to seam; left out: {100 cm} round the hip, across the chest by the wearer",
    )
    wing: float = measure("60 mm", "0 mm", "200 mm", "how far the wings show; 0: none, the webbing goes into the seams")
    wearer: Wearer = field(default_factory=Wearer)

    @property
    def longest(self) -> float:
        """mm of the strap, its wings included, at its longest."""
        return self.length or (WAIST if self.kind == "waist" else self.wearer.crossbody)

    @property
    def by_rule(self) -> Mapping[str, float]:
        """By the wearer."""
        return {"length": self.longest}

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the strap. Raises InputError when the band has no end seams, or they are too short for it."""
        if self.kind == "none":
            return bag
        raise_together(self._faults(bag))
        depth = bag.side_length(bag.seam(ENDS[0]).a)
        bag = self._winged(bag, depth) if self.wing else self._marked(bag, depth)
        return bag + Draft(notions=self._notions(bag, shop), tasks=(self._held(shop), _buckled()))

    def _faults(self, bag: Draft) -> Iterator[Problem]:
        yield from check_hardware(self.width, kinds=("webbing", "buckle"))
        if not any(seam.id == ENDS[0] for seam in bag.seams):
            advice = words('write closure.kind = "zip-band", or kind = "none"')
            yield refusal(
                "kind", words("its strap is caught where zip band and base band meet: {advice}", advice=advice)
            )
            return
        depth, least = bag.side_length(bag.seam(ENDS[0]).a), self._tip + 2 * BESIDE_FACES
        if under(depth, least):
            fault = words("webbing of {width} needs a band {least} deep", width=trade(self.width), least=Length(least))
            yield refusal(
                "width", words("{fault}, and it is {depth}: take a narrower one", fault=fault, depth=Length(depth))
            )
        if self.wing > 0 and under(self.wing, INSERTED):
            fault = words("a wing of {wing} does not take the end of the webbing", wing=Length(self.wing))
            yield refusal(
                "wing", words("{fault}: {mend}", fault=fault, mend=make_it(self, "wing", least=INSERTED, zero=True))
            )
        if under(self.longest, self._shortest):
            mend = make_it(self, "length", least=self._shortest)
            yield refusal("length", words("wings and buckle take more: {mend}", mend=mend))

    @property
    def _shortest(self) -> float:
        """mm of the strap with the buckle drawn up to the wings."""
        return 2 * self.wing + 2 * BUCKLE_SIDE

    @property
    def _tip(self) -> float:
        return self.width + 2 * TIP_EASE

    def _winged(self, bag: Draft, depth: float) -> Draft:
        root = depth - 2 * BESIDE_FACES
        bag = bag + Draft((self._wing(root),), tuple(_closed(side) for side in (1, 2)))
        for side, seam in enumerate(ENDS):
            copies = (2 * side + 1, 2 * side + 2)
            bag = catching(bag, seam, *(Caught((Run("wing", "root", copy=copy),), BESIDE_FACES) for copy in copies))
        return bag

    def _wing(self, root: float) -> Panel:
        """It points to the right; its tip is sewn across the webbing."""
        low, high = (root - self._tip) / 2, (root + self._tip) / 2
        corners = (point(0, 0), point(self.wing, low), point(self.wing, high), point(0, root))
        names = ("lower", "tip", "upper", "root")
        edges = tuple(Edge(name, line_path(corners[n], corners[(n + 1) % 4])) for n, name in enumerate(names))
        x, aside = self.wing - min(INSERTED, self.wing / 2), 0.5j * self.width
        middle = point(x, root / 2)
        end = StrapEnd(BELT, 1, "start")
        line = Line(form("webbing ends"), line_path(middle - aside, middle + aside), end=end)
        panel = Panel("wing", words("Wing"), "shell", Role.STRAP, edges, (line,), count=4)
        return replace(panel, note=words("two for either side"), strap=Strap(Mode.BELT, root))

    def _marked(self, bag: Draft, depth: float) -> Draft:
        """The place of the webbing at both ends of the base band."""
        low, high = (depth - self.width) / 2, (depth + self.width) / 2
        long = bag["base-band"].edge("front").length

        def marked(side: str, edge: str, end: float, inner: float) -> Line:
            corners = point(end, low), point(inner, low), point(inner, high), point(end, high)
            title = words("webbing {side}", side=Words(side))
            return Line(f"webbing {side}", line_path(*corners), title=title, end=StrapEnd(BELT, 1, edge))

        lines = marked(form("left"), "start", 0.0, TICK), marked(form("right"), "end", long, long - TICK)
        return bag.marking("base-band", lines)

    def _worn(self, bag: Draft) -> Worn:
        """Round the wearer, but for what the back of the bag takes of the way."""
        left, _, right, _ = areas.bounds([panel.stitching_line for panel in parts_of(bag, "back")])
        way, girth = (Way.HIP, self.wearer.round_hip) if self.kind == "waist" else (Way.CHEST, self.wearer.round_chest)
        return Worn(way, girth - (right - left))

    def _notions(self, bag: Draft, shop: Workshop) -> tuple[Notion, ...]:
        size = trade(self.width)
        ends = INSERTED if self.wing else shop.seam_allowance
        fixed = BUCKLE_SIDE + BUCKLE_FOLD + ends
        free = self.longest - 2 * self.wing - BUCKLE_SIDE + FREE_TAIL + BUCKLE_FOLD + ends
        cut = fixed + free
        note = words(
            "for the strap, cut in two: {fixed} and {free}; seal cut ends with a flame",
            fixed=Length(fixed),
            free=Length(free, Scale.CM),
        )
        strap = Strap(Mode.BELT, self.width, self._shortest, self.longest).serving(self._worn(bag))
        return (
            Notion(
                BELT, "webbing", words("Webbing"), size, cut, self.width, note=note, buy=rounded_up(cut), strap=strap
            ),
            Notion(_BUCKLE, "buckle", words("Side-release buckle"), size, width=self.width, threads=BELT),
        )

    def _held(self, shop: Workshop) -> Task:
        """The webbing in its wings, or in the seams at the band's ends."""
        if self.wing:
            return task(words("Make the wings"), *self._wings(shop))
        how = words(
            "Baste a sealed end of webbing to either end of the base band, right sides together, inside the marks and "
            "even with the raw edge, the webbing inward."
        )
        ops = (Operation(Verb.BASTE, how, notions=(BELT,), side=Side.RIGHT, goal=seam) for seam in ENDS)
        return task(words("Baste the strap to the base band"), *ops)

    def _wings(self, shop: Workshop) -> Iterator[Operation]:
        lay = words(
            "Lay a piece of webbing on the right side of one wing of either side, in the middle of its tip, the sealed "
            "end {inside} beyond the stitching line of the tip, the rest towards the root. Baste it.",
            inside=Length(INSERTED),
        )
        on = tuple(Where("wing", copy, "tip") for copy in (1, 3))
        yield Operation(Verb.BASTE, lay, notions=(BELT,), on=on, side=Side.RIGHT)
        around = words(
            "Lay another wing on it, right sides together, and sew round but for the root; back-tack across the "
            "webbing. Keep the rest of the webbing out of the seam."
        )
        yield sew(*(f"wing {side} edges" for side in (1, 2)), how=around)
        turn = words("Turn each wing through its root, and pull the webbing out.")
        yield Operation(Verb.TURN, turn, pieces=(Sheet("wing"),), through="wing 1 edges")
        edge = words(
            "Topstitch round each wing, {edge} from the edge, and sew a box with a cross over the end of the webbing.",
            edge=Length(shop.finishing.topstitch),
        )
        yield done(Verb.TOPSTITCH, edge, "wing", notions=(BELT,))


def _buckled() -> Task:
    fixed = words(
        "Fold {fold} of the short piece round the bar of the buckle's fixed half, and sew it down with a box and a "
        "cross.",
        fold=Length(BUCKLE_FOLD),
    )
    free = words(
        "Thread the long piece through the other half, from behind and back over its bar. Fold its sealed end twice "
        "and sew it down, so that it cannot slip out."
    )
    return task(
        words("Fit the buckle"),
        Operation(Verb.FOLD, fixed, notions=(BELT,), around=_BUCKLE, turns=(BUCKLE_FOLD,)),
        done(Verb.THREAD, free, notions=(BELT, _BUCKLE)),
        finishes=True,
    )


_BUCKLE = "belt buckle"


def _closed(side: int) -> Seam:
    """Two wings on each other, sewn round but for the root: the lower edge of one lies on the other's upper one."""
    one, other = 2 * side - 1, 2 * side
    a = tuple(Run("wing", edge, copy=one) for edge in ("lower", "tip", "upper"))
    b = tuple(Run("wing", edge, copy=other, reversed=True) for edge in ("upper", "tip", "lower"))
    return Seam(f"wing {side} edges", a, b)
