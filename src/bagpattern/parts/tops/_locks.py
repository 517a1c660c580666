"""What holds the flap of a bag shut: snaps, locks, buckles; where each is set on flap and front."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.errors import InputError
from bagpattern.geometry.points import Point
from bagpattern.geometry.shapes import rectangle_path
from bagpattern.model.notion import Notion
from bagpattern.model.panel import Hole, Line, LineKind
from bagpattern.parts.closing.flaps import FlapShape
from bagpattern.parts.part import refusal
from bagpattern.parts.sewing.boxes import INSIDE, box_cross
from bagpattern.parts.sewing.buying import rounded_up
from bagpattern.parts.sewing.strips import check_hardware
from bagpattern.units import millimetres
from bagpattern.values import value

NO_LOCK = "none"
BUCKLE = "buckle"
INNER, OUTER = "inner", "outer"
"""The two layers of a flap."""
_OVAL = (25.0, 10.0)
"""mm: the hole that a turn-lock's frame needs [construction 6, K]."""
HELD = 50.0
"""mm of webbing that are sewn down: 10 cm folded at a buckle's fixed side [construction 6]; as much on the flap [K]."""
LONG = 2.4
"""Times the webbing's width: a closed side-release buckle between its two bars [K]."""
TAIL = 200.0
"""mm of webbing beyond the buckle, to pull on: 15 to 25 cm [construction 6, K]."""


@value
class Lock:
    """A lock: its ``title``, usual ``size`` and ``hole`` in mm, its ``inset`` above the flap's edge, its setting.

    ``layers`` are those of the flap that it goes through, or is fixed to; an ``oval`` one is set in a hole of its own.
    """

    title: str
    usual: float
    hole: float
    inset: float
    layers: tuple[str, ...]
    setting: str
    oval: bool = False

    def marks(self, at: Point, size: float, number: str, bought: str) -> tuple[tuple[Line, ...], tuple[Hole, ...]]:
        """What is drawn on the flap: an oval to cut for a turn-lock, a strap's place, else a hole or a mere mark.

        *bought* is the id of the notion that is set there, or of the webbing that is sewn on there.
        """
        if self.oval:
            return (Line(f"turn-lock hole{number}", rectangle_path(*_OVAL, at), LineKind.SLIT, holds=bought),), ()
        return self.other_half(at, size, number, bought)

    def other_half(self, at: Point, size: float, number: str, bought: str) -> tuple[tuple[Line, ...], tuple[Hole, ...]]:
        """What is drawn on the front."""
        if self.layers == (OUTER,):
            box = box_cross(f"strap{number} box", at, 1j, HELD - 2 * INSIDE, size - 2 * INSIDE)
            return (Line(f"strap{number}", rectangle_path(size, HELD, at), holds=bought), box), ()
        return (), (Hole(at, self.hole, self.title.lower(), holds=bought),)


LOCKS = {
    # 1 to 1 1/2 in above the flap's edge [S: mpco]; backed with 30 x 30 mm of interfacing [S: makeitindenim]
    "magnetic-snap": Lock(
        "Magnetic snap",
        18.0,
        0.0,
        32.0,
        (INNER,),
        "Back both marks with 30 x 30 mm of firm interfacing; set the male half into the flap's inner layer, the "
        "female half into the front",
    ),
    "snap": Lock(
        "Press stud",
        15.0,
        4.0,
        20.0,
        (OUTER, INNER),
        "Set the cap through both layers of the flap and the socket in the front",
    ),
    # 25 to 35 above the edge, backing 40 x 40 [construction 6, K]
    "turn-lock": Lock(
        "Turn-lock",
        0.0,
        0.0,
        30.0,
        (OUTER, INNER),
        "Cut the oval through both layers of the flap and clamp the frame round it; back the mark on the front with "
        "40 x 40 mm of firm interfacing and set the turning post there",
        oval=True,
    ),
    # its tongue is screwed to the flap's edge, the plate's prongs go through the front [K]
    "tuck-lock": Lock(
        "Tuck-lock",
        0.0,
        0.0,
        12.0,
        (OUTER, INNER),
        "Screw the tongue on to the edge of the finished flap; back the mark on the front with 40 x 40 mm of firm "
        "interfacing and set the lock there",
    ),
    # the webbing ends 10 mm above the edge, so that the buckle hangs below it [K]
    BUCKLE: Lock(
        "Side-release buckle",
        25.0,
        0.0,
        10.0 + HELD / 2,
        (OUTER,),
        "Sew the long webbing on its mark on the flap's outer layer, with a box and a cross, and thread half of the "
        "buckle on it; fold the short piece round the other half and sew it on its mark on the front",
    ),
}
"""By name."""
SOLD = {"magnetic-snap": ("magnetic-snap",), "snap": ("snap",), BUCKLE: ("webbing", "buckle")}
"""The stock whose sizes limit a lock's; locks of metal are bought by the piece, whatever their size."""


@value
class Locking:
    """``count`` locks of one ``kind``, ``size`` mm across (None: as usual), ``inset`` mm above the flap's edge."""

    kind: str
    size: float | None
    inset: float | None
    count: int = 1

    @property
    def lock(self) -> Lock | None:
        """The kind's facts; None where nothing locks the flap."""
        return LOCKS.get(self.kind)

    @property
    def above(self) -> float:
        """mm from the flap's edge up to the lock's middle."""
        return 0.0 if self.lock is None else self.inset or self.lock.inset

    @property
    def across(self) -> float:
        """mm."""
        return 0.0 if self.lock is None else self.size or self.lock.usual

    @property
    def half(self) -> float:
        """mm that a lock reaches above its middle."""
        return HELD / 2 if self.kind == BUCKLE else 0.0

    @property
    def lower(self) -> float:
        """mm that the other half lies lower on the front than the lock on the closed flap."""
        return self.above + LONG * self.across + HELD / 2 if self.kind == BUCKLE else 0.0

    @property
    def below(self) -> float:
        """mm of the front that it takes below the flap's edge."""
        return LONG * self.across + HELD if self.kind == BUCKLE else 0.0

    def on(self, flap: FlapShape, narrower: float = 0.0) -> tuple[Point, ...]:
        """Their middles on a layer of the flap that is *narrower* mm smaller below."""
        return () if self.lock is None else flap.fasteners(self.count, self.above - narrower)

    def number(self, index: int) -> str:
        """What tells a mark from its like; nothing where there is only one."""
        return f" {index}" if self.count > 1 else ""

    def problems(self) -> Iterator[InputError]:
        """Sizes that are not sold, and values of locks that there are not."""
        if self.kind in SOLD:
            yield from check_hardware(self.across, "size", SOLD[self.kind])
        elif self.size is not None:
            yield refusal("size", "only snaps and buckles are sold in sizes: leave this out")
        if self.lock is None and self.inset is not None:
            yield refusal("inset", "nothing locks the flap: leave this out")
        if self.lock is None and self.count > 1:
            yield refusal("locks", "nothing locks the flap: leave this out")

    def bought(self, name: str) -> str:
        """The id of what is set, or sewn, on flap and front: the lock, or a buckle's webbing."""
        return f"{name} webbing" if self.kind == BUCKLE else f"{name} {self.kind}"

    def notions(self, name: str) -> tuple[Notion, ...]:
        """What is bought."""
        if self.lock is None:
            return ()
        if self.kind == BUCKLE:
            return self._buckles(name)
        size = millimetres(self.across) if self.kind in SOLD else ""
        note = f"for the {name}"
        sides = (self.across,) if size else ()
        bought = self.bought(name)
        return (Notion(bought, self.kind, self.lock.title, size, count=self.count, note=note, sides=sides),)

    def _buckles(self, name: str) -> tuple[Notion, ...]:
        long, short = HELD + LONG * self.across + TAIL, 2 * HELD
        cut, size = self.count * (long + short), millimetres(self.across)
        note = f"for the {name}: {self.count} x {millimetres(long)} and {self.count} x {millimetres(short)}"
        webbing = self.bought(name)
        return (
            Notion(webbing, "webbing", "Webbing", size, cut, self.across, note=note, buy=rounded_up(cut)),
            Notion(
                f"{name} buckle", "buckle", LOCKS[BUCKLE].title, size, None, self.across, self.count, threads=webbing
            ),
        )
