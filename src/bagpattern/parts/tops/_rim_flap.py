"""A lined flap that comes from the back over the opening of a bag to its front, and is locked there [construction 6].

It is caught in the back's rim between shell and lining, or sewn across the back below the rim. It stands the other way
up when it is made: its hinge is its upper edge, as it hangs on the front.
"""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.errors import Problem, raise_together
from bagpattern.geometry.path import line_path
from bagpattern.geometry.points import point
from bagpattern.lengths import over, under
from bagpattern.model.closing import Closes, Closing
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge
from bagpattern.model.marks import Line
from bagpattern.model.operation import Operation, Sheet, Side, Task, Verb, Where, done, sew, task
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Caught, Run, Seam, SeamKind
from bagpattern.parts.part import LEAST_WIDTH, BagPart, refusal
from bagpattern.parts.sewing.buying import PATCH
from bagpattern.parts.sewing.edging import trimmed
from bagpattern.parts.sewing.flaps import FlapShape
from bagpattern.parts.sewing.joinery import catching, place_on
from bagpattern.parts.tops._locks import INNER, OUTER, Locking
from bagpattern.parts.tops._rims import across_faults, rims_of
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import either, make_it
from bagpattern.said import Length, Rounding, Said
from bagpattern.values import replace, value
from bagpattern.words import words

ROLL = 2.0
"""mm that the flap's inner layer is smaller at its free edges, so that it does not show: 2 to 3 [construction 6, K]."""
AROUND_LOCK = 12.0
"""mm of cloth from a lock's middle to the nearest seam [K]."""


@value
class RimFlap:
    """A flap of this ``shape``. ``over`` mm of it lie over the opening and, if it is sewn across, behind the rim.

    ``of`` is the closure that it belongs to, which declares its width and cover. ``title`` is what it is called within
    a sentence. ``below`` is how far below the rim it is sewn across the back, 0 where it is caught in the rim.
    """

    of: BagPart
    id: str
    title: Said
    shape: FlapShape
    over: float
    below: float
    locking: Locking
    key: str = "sewn"
    """The parameter that says how it is held."""
    roll: float = ROLL
    """mm that its inner layer is smaller at its free edges."""
    covers: str = "cover"
    """The parameter that says how much of the front it covers."""
    in_one: bool = False
    """Whether both layers will be cut in one with what they are caught in, so that no seam of theirs is sewn."""

    @property
    def name(self) -> str:
        """What the ids of its notions begin with."""
        return self.id.replace("-", " ")

    @property
    def cover(self) -> float:
        """mm of the front that it covers."""
        return self.shape.depth - self.over

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the flap. Raises InputError when it does not go on its rim, or its lock not on the front."""
        self._check(bag, shop)
        bag = bag + self._made(shop)
        bag = self._across(bag) if self.below else self._in_rim(bag)
        front, _ = rims_of(bag)
        return self._front_marked(bag, front) + Draft(closings=(self._closing(front),))

    def _closing(self, front: Panel) -> Closing:
        layers, bought = (self.id, f"{self.id}-lining"), self.locking.notions(self.name, self.title)
        held = tuple(each.id for each in bought if each.kind != PATCH)
        return Closing(Closes.FLAP, layers, "hinge", self.over, front.id, held)

    def _check(self, bag: Draft, shop: Workshop) -> None:
        wide, high = (min(face.edge(edge).length for face in rims_of(bag)) for edge in ("top", "right"))
        faults = *self.locking.faults(), *self._misfits(wide, high), *self._too_narrow(wide), *self._places(bag)
        raise_together(faults)

    def _misfits(self, wide: float, high: float) -> Iterator[Problem]:
        """What does not go on a face *wide* mm along its rim and *high* mm upright."""
        locking = self.locking
        yield from self._too_wide(wide)
        most = high - AROUND_LOCK - locking.below
        if over(self.cover, most):
            fault = (
                words("leaves no place for the buckle below it")
                if locking.below
                else words("reaches beyond the upright front")
            )
            mend = make_it(self.of, self.covers, most=most, otherwise=words("make the bag higher"))
            yield refusal(self.covers, words("{fault}: {mend}", fault=fault, mend=mend))
        least = max((at.imag for at in locking.on(self.shape)), default=0.0) + locking.half + AROUND_LOCK
        if locking.lock is not None and under(self.cover, least):
            fault = words("leaves no place for the lock below the rim of the front")
            mend = make_it(self.of, self.covers, least=least, most=most, otherwise=words("make the bag higher"))
            yield refusal(self.covers, words("{fault}: {mend}", fault=fault, mend=mend))
        apart = self.shape.width / locking.count
        if locking.lock is not None and locking.count > 1 and under(apart, locking.across + AROUND_LOCK):
            count = int(self.shape.width // (locking.across + AROUND_LOCK))
            advice = words("make it at most {count}", count=count) if count > 1 else words("take one")
            fault = words(
                "{count} locks do not find room beside each other: {advice}", count=locking.count, advice=advice
            )
            yield refusal("locks", fault)

    def _too_wide(self, wide: float) -> Iterator[Problem]:
        if over(self.shape.width, wide):
            mend = make_it(self.of, "width", most=wide, otherwise=words("choose another closure"))
            yield refusal("width", words("is wider than the rim of the back: {mend}", mend=mend))

    def _too_narrow(self, wide: float) -> Iterator[Problem]:
        """Whether its inner layer cannot be sewn, on a rim *wide* mm wide."""
        least = LEAST_WIDTH + 2 * self.roll
        if under(self.shape.width, least):
            other = words("make the bag wider at its rim, or choose another closure")
            mend = make_it(self.of, "width", least=least, most=wide, otherwise=other)
            fault = words(
                "{width} is too narrow to be sewn and turned, which takes {least}; the rim is {rim} wide: {mend}",
                width=Length(self.shape.width),
                least=Length(least, rounding=Rounding.UP),
                rim=Length(wide),
                mend=mend,
            )
            yield refusal("width", fault)

    def _places(self, bag: Draft) -> Iterator[Problem]:
        if self.below == 0 and self._place(bag) is None:
            mend: Said = words('write lining.kind = "drop-in"')
            if self.key == "sewn":
                mend = either(mend, words("sew it across the back"))
            yield refusal(
                self.key, words("it is caught in the seam of the rim, and this rim has none: {mend}", mend=mend)
            )

    def _made(self, shop: Workshop) -> Draft:
        """Both layers, sewn together round their free edges, the inner one eased."""
        slot = "lining" if "lining" in shop.materials else "shell"
        title = self.title.capitalize()
        outer = self._panel(self.id, title, "shell", self.shape)
        inside = self.shape.inside(self.roll)
        lining = words("{title} lining", title=self.title.lower()).capitalize()
        inner = self._panel(f"{self.id}-lining", lining, slot, inside).mirror_image()
        corners = tuple(seam for panel in (outer, inner) for seam in _corners(panel, self.shape))
        cornered = {name for _, *names in self.shape.corners for name in names}
        names = [name for name, _ in self.shape.free if name not in cornered]
        a, b = tuple(Run(outer.id, name) for name in names), tuple(Run(inner.id, name, reversed=True) for name in names)
        parts = Draft((outer, inner))
        edge = Seam(f"{self.id} edge", a, b, ease=parts.side_length(b) - parts.side_length(a), marked=True)
        notions = self.locking.notions(self.name, self.title)
        return parts + Draft(seams=(*corners, edge), notions=notions, tasks=self._making(edge.id, outer, inner))

    def _panel(self, name: str, title: Said, slot: str, shape: FlapShape) -> Panel:
        free = tuple(Edge(each, path) for each, path in shape.free)
        panel = Panel(name, title, slot, Role.CLOSURE, (Edge("hinge", shape.hinge), *free), facets=shape.facets)
        lock, outer = self.locking.lock, name == self.id
        if lock is None or (OUTER if outer else INNER) not in lock.layers:
            return panel
        for number, at in enumerate(self.locking.on(shape, 0.0 if outer else self.roll), start=1):
            numbered, bought = self.locking.number(number), self.locking.bought(self.name)
            panel = panel.marked(*lock.marks(at, self.locking.across, numbered, bought))
        return panel

    def _making(self, seam: str, outer: Panel, inner: Panel) -> tuple[Task, ...]:
        set_first, set_last = self._set_on_flap(outer, inner)
        title = words("Make the {name}", name=self.title)
        if self.in_one:
            finished = words("Finish the flap")
            tasks = task(title, *set_first), task(finished, *set_last, finishes=True)
            return tuple(each for each in tasks if each.operations)
        sewn = words(
            "Sew both layers together round their free edges, right sides together, easing the outer one in, "
            "back-tacking at both ends of the hinge."
        )
        if not self.roll:
            sewn = words(
                "Sew both layers together round their free edges, right sides together, back-tacking at both ends of "
                "the hinge."
            )
        turned = words("Turn the flap through its hinge, push out the corners, and topstitch the free edges.")
        trim = replace(trimmed([path for _, path in self.shape.free]), seams=(seam,))
        stitch = done(Verb.TOPSTITCH, turned, self.id)
        return (task(title, *set_first, sew(seam, how=sewn), trim, stitch, *set_last),)

    def _set_on_flap(self, outer: Panel, inner: Panel) -> tuple[tuple[Operation, ...], tuple[Operation, ...]]:
        """What is set on a layer before it is hidden, and what goes through the finished flap."""
        lock = self.locking.lock
        if lock is None:
            return (), ()
        layers = [inner if each == INNER else outer for each in lock.layers]
        bought = self.locking.bought(self.name)
        places = tuple(Where(layer.id, 1, name) for layer in layers for name in _names(layer, bought))
        how = self.locking.setting(words(lock.on_flap, name=self.title))
        setting = Operation(Verb.INSERT, how, notions=self._bought, on=places)
        return ((setting,), ()) if len(layers) == 1 else ((), (setting,))

    @property
    def _bought(self) -> tuple[str, ...]:
        return tuple(each.id for each in self.locking.notions(self.name, self.title))

    def _place(self, bag: Draft) -> tuple[str, float] | None:
        _, back = rims_of(bag)
        rim, long = back.edge("top").length, self.shape.hinge.length
        low = (rim - long) / 2
        found = place_on(bag, back.id, "top", low, low + long)
        return None if found is None else (found.seam.id, found.low)

    def _in_rim(self, bag: Draft) -> Draft:
        """Between shell and lining, in the middle of the back's rim, right sides together."""
        place = self._place(bag)
        if place is None:
            raise LookupError("the rim was looked for before")
        outer = Caught((Run(self.id, "hinge", reversed=True),), place[1])
        inner = Caught((Run(f"{self.id}-lining", "hinge"),), place[1] + self.roll)
        text = words(
            "Baste the raw edge of the {name} to the middle of the rim of the back, right sides together.",
            name=self.title,
        )
        pieces, (_, back) = (Sheet(self.id), Sheet(f"{self.id}-lining")), rims_of(bag)
        at = (Where(back.id, 1, "top"),)
        laid = Operation(Verb.BASTE, text, pieces=pieces, on=at, side=Side.RIGHT, goal=place[0])
        tasks = () if self.in_one else (self._basting(laid),)
        return catching(bag, place[0], outer, inner) + Draft(tasks=tasks)

    def _across(self, bag: Draft) -> Draft:
        """On a line across the back, the seam turned under the flap."""
        _, back = rims_of(bag)
        edge = back.edge("top").path
        middle = edge.point_at(edge.length / 2) - 1j * self.below
        half = self.shape.width / 2
        title = words("{name} line", name=self.title)
        line = Line(f"{self.id} line", line_path(middle - half, middle + half), title=title)
        seam = Seam(
            f"{self.id} to back",
            (Run(back.id, line.name),),
            (Run(self.id, "hinge"),),
            SeamKind.PLACEMENT,
            (Caught((Run(f"{self.id}-lining", "hinge", reversed=True),), self.roll),),
        )
        raise_together(across_faults(self.of, back, self.below, self.shape.width))
        return bag.marking(back.id, (line,)) + Draft(seams=(seam,), tasks=(self._sewing(back, line, seam),))

    def _sewing(self, back: Panel, line: Line, seam: Seam) -> Task:
        lay = words(
            "Lay the hinge of the {name} on the line across the back, right sides together, the flap hanging down, its "
            "raw edge above the line.",
            name=self.title,
        )
        sewn = words("Sew along the line, back-tacking at both ends, and trim the allowance to {5 mm}.")
        up = words("Fold the flap up over the seam and topstitch it {6 mm} above its fold.")
        pieces, at = (Sheet(self.id), Sheet(f"{self.id}-lining")), (Where(back.id, 1, line.name),)
        return self._basting(
            Operation(Verb.BASTE, lay, pieces=pieces, on=at, side=Side.RIGHT, goal=seam.id),
            sew(seam.id, how=sewn),
            Operation(Verb.TOPSTITCH, up, pieces=pieces, on=at),
        )

    def _basting(self, *operations: Operation) -> Task:
        return task(words("Sew the {name} to the back", name=self.title), *operations)

    def _front_marked(self, bag: Draft, front: Panel) -> Draft:
        """The place of each lock's other half: where the flap lies on it when the bag is closed, or lower."""
        lock, locking = self.locking.lock, self.locking
        if lock is None:
            return bag
        rim = front.edge("top").path
        middle = rim.point_at(rim.length / 2)
        for number, at in enumerate(locking.on(self.shape), start=1):
            place = middle + point(at.real - self.shape.width / 2, at.imag - self.cover - locking.lower)
            numbered, bought = locking.number(number), locking.bought(self.name)
            bag = bag.marking(front.id, *lock.other_half(place, locking.across, numbered, bought))
        places = tuple(Where(front.id, 1, each) for each in _names(bag[front.id], locking.bought(self.name)))
        setting = Operation(Verb.INSERT, locking.setting(lock.on_front), notions=self._bought, on=places)
        return bag + Draft(tasks=(task(locking.other_halves(self.title), setting),))


def _corners(panel: Panel, shape: FlapShape) -> Iterator[Seam]:
    """The corners of one layer, each sewn from the raw edge up to its end."""
    for name, one, other in shape.corners:
        yield Seam(f"{panel.id} {name}", (Run(panel.id, one),), (Run(panel.id, other, reversed=True),))


def _names(panel: Panel, bought: str) -> tuple[str, ...]:
    """The labels of the holes, and the names of the lines, at which something that is bought is set on a panel."""
    holes = (str(each.label) for each in panel.holes if each.holds == bought)
    return tuple(dict.fromkeys((*holes, *(each.name for each in panel.lines if each.holds == bought))))
