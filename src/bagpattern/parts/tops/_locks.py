"""What holds the flap of a bag shut: snaps, locks, buckles; where each is set on flap and front."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bagpattern.errors import Problem
from bagpattern.geometry.path import Path
from bagpattern.geometry.placement import moved
from bagpattern.geometry.points import Point
from bagpattern.geometry.shapes import rectangle_path, rounded_panel
from bagpattern.model.marks import Hole, Line, LineKind
from bagpattern.model.notion import Notion
from bagpattern.model.strap import Mode, Strap
from bagpattern.parameters import count, measure
from bagpattern.parts.part import refusal
from bagpattern.parts.sewing.boxes import INSIDE, box_cross
from bagpattern.parts.sewing.buying import BEHIND_LOCK, interfacing_patch, rounded_up
from bagpattern.parts.sewing.flaps import FlapShape
from bagpattern.parts.sewing.strips import check_hardware
from bagpattern.said import NOTHING, Length, Said
from bagpattern.values import replace, value
from bagpattern.words import counted, form, sentences, trade, words

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


def locks_declared() -> Any:
    """The parameter for how many locks there are."""
    return count(1, 1, 3, "how many of them, side by side")


def lock_size_declared() -> Any:
    """The parameter for the size of a lock."""
    told = "of a snap, or of a buckle's webbing; left out: magnetic {18 mm}, press stud {15 mm}, {25 mm}"
    return measure(None, "10 mm", "50 mm", told)


def lock_inset_declared() -> Any:
    """The parameter for how far a lock lies from the edge of what it closes."""
    told = "from the edge up to the middle of the lock; left out: by the lock, {12 to 35 mm}"
    return measure(None, "10 mm", "80 mm", told)


@value
class Lock:
    """A lock: its ``title``, usual ``size`` and ``hole`` in mm, its ``inset`` above the flap's edge.

    ``on_flap``, a form with the ``name`` of the flap, and ``on_front`` are how its halves are set. ``layers`` are those
    of the flap that it goes through, or is fixed to; an ``oval`` is cut for its frame. ``backed`` are its halves that
    have a square of firm interfacing of ``backing`` mm behind them.
    """

    title: Said
    usual: float
    hole: float
    inset: float
    layers: tuple[str, ...]
    on_flap: str
    on_front: Said
    oval: bool = False
    backing: float = 0.0
    backed: int = 0

    def marks(self, at: Point, size: float, number: int, bought: str) -> tuple[tuple[Line, ...], tuple[Hole, ...]]:
        """What is drawn on the flap: an oval to cut for a turn-lock, a strap's place, else a hole or a mere mark.

        ``number`` tells it from its like; 0 where it is the only one. *bought* is the id of the notion that is set
        there, or of the webbing that is sewn on there.
        """
        if self.oval:
            wide, high = _OVAL
            oval = rounded_panel(wide, high, high / 2, high / 2).closed
            path, titled = oval.placed(moved(at.real - wide / 2, at.imag - high / 2)), form("turn lock hole {number}")
            hole = replace(_line(form("turn-lock hole"), titled, number, path), kind=LineKind.SLIT, holds=bought)
            return (hole,), ()
        return self.other_half(at, size, number, bought)

    def other_half(self, at: Point, size: float, number: int, bought: str) -> tuple[tuple[Line, ...], tuple[Hole, ...]]:
        """What is drawn on the front."""
        if self.layers == (OUTER,):
            place = _line(form("strap"), form("strap {number}"), number, rectangle_path(size, HELD, at))
            title, inside = words("{name} box", name=place.told), 2 * INSIDE
            box = box_cross(f"{place.name} box", at, 1j, HELD - inside, size - inside, title)
            return (replace(place, holds=bought), box), ()
        return (), (Hole(at, self.hole, self.title.lower(), holds=bought),)


def _line(name: str, titled: str, number: int, path: Path) -> Line:
    """A line that bears its number, if it has one; the form *titled* says so."""
    return Line(f"{name} {number}", path, title=words(titled, number=number)) if number else Line(name, path)


LOCKS = {
    # 1 to 1 1/2 in above the flap's edge [S: mpco]; backed with 30 x 30 mm of interfacing [S: makeitindenim]
    "magnetic-snap": Lock(
        words("Magnetic snap"),
        18.0,
        0.0,
        32.0,
        (INNER,),
        form(
            "Back the mark on the lining of the {name} with {30 x 30 mm} of firm interfacing, and set the male half of "
            "the snap into it from the right side."
        ),
        words(
            "Back the mark on the front with {30 x 30 mm} of firm interfacing, and set the female half of the snap "
            "into it from the right side."
        ),
        backing=30.0,
        backed=2,
    ),
    "snap": Lock(
        words("Press stud"),
        15.0,
        4.0,
        20.0,
        (OUTER, INNER),
        form("Set the cap of the stud through both layers of the {name}, its head on the outside."),
        words("Set the socket of the stud into the front."),
    ),
    # 25 to 35 above the edge, backing 40 x 40 [construction 6, K]
    "turn-lock": Lock(
        words("Turn-lock"),
        0.0,
        0.0,
        30.0,
        (OUTER, INNER),
        form("Cut the oval through both layers of the {name} and clamp the frame round it."),
        words("Back the mark on the front with {40 x 40 mm} of firm interfacing, and set the turning post there."),
        oval=True,
        backing=40.0,
        backed=1,
    ),
    # its tongue is screwed to the flap's edge, the plate's prongs go through the front [K]
    "tuck-lock": Lock(
        words("Tuck-lock"),
        0.0,
        0.0,
        12.0,
        (OUTER, INNER),
        form("Screw the tongue on to the edge of the finished {name}."),
        words("Back the mark on the front with {40 x 40 mm} of firm interfacing, and set the lock there."),
        backing=40.0,
        backed=1,
    ),
    # the webbing ends 10 mm above the edge, so that the buckle hangs below it [K]
    BUCKLE: Lock(
        words("Side-release buckle"),
        25.0,
        0.0,
        10.0 + HELD / 2,
        (OUTER,),
        form(
            "Sew the long webbing on its mark on the outer layer of the {name}, with a box and a cross, and thread one "
            "half of the buckle on it. Roll up its loose end and tie it, so that no seam catches it."
        ),
        words(
            "Fold the short webbing round the other half of the buckle, and sew its ends on the mark on the front, "
            "with a box and a cross."
        ),
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

    def setting(self, how: Said) -> Said:
        """How one of them is set, and that the others are set likewise."""
        alike = words("Do this at each of the {count} marks.", count=self.count)
        return sentences(how, alike) if self.count > 1 else how

    def other_halves(self, name: Said) -> Said:
        """What is to be done on the front."""
        return counted(
            "Set the other half of the lock of the {name} on the front",
            "Set the other halves of the locks of the {name} on the front",
            self.count,
            name=name,
        )

    def number(self, index: int) -> int:
        """What tells a mark from its like; 0 where there is only one."""
        return index if self.count > 1 else 0

    def faults(self) -> Iterator[Problem]:
        """Sizes that are not sold, and values of locks that there are not."""
        if self.kind in SOLD:
            yield from check_hardware(self.across, "size", SOLD[self.kind])
        elif self.size is not None:
            yield refusal("size", words("only snaps and buckles are sold in sizes: leave this out"))
        if self.lock is None and self.inset is not None:
            yield refusal("inset", words("nothing locks the flap: leave this out"))
        if self.lock is None and self.count > 1:
            yield refusal("locks", words("nothing locks the flap: leave this out"))

    def bought(self, name: str) -> str:
        """The id of what is set, or sewn, on flap and front: the lock, or a buckle's webbing."""
        return f"{name} webbing" if self.kind == BUCKLE else f"{name} {self.kind}"

    def notions(self, name: str, title: Said) -> tuple[Notion, ...]:
        """What is bought for the flap of that *title*, whose *name* begins the ids."""
        if self.lock is None:
            return ()
        if self.kind == BUCKLE:
            return self._buckles(name, title)
        note, bought = words("for the {name}", name=title), self.bought(name)
        size, sides = (trade(self.across), (self.across,)) if self.kind in SOLD else (NOTHING, ())
        lock = Notion(bought, self.kind, self.lock.title, size, count=self.count, note=note, sides=sides)
        if not self.lock.backed:
            return (lock,)
        return lock, interfacing_patch(bought, self.lock.backing, self.lock.backed * self.count, BEHIND_LOCK)

    def _buckles(self, name: str, title: Said) -> tuple[Notion, ...]:
        long, short = HELD + LONG * self.across + TAIL, 2 * HELD
        cut, size = self.count * (long + short), trade(self.across)
        note = words(
            "for the {name}: {count} x {long} and {count} x {short}",
            name=title,
            count=self.count,
            long=Length(long),
            short=Length(short),
        )
        webbing, strap = self.bought(name), Strap(Mode.CLOSING, self.across)
        return (
            Notion(
                webbing,
                "webbing",
                words("Webbing"),
                size,
                cut,
                self.across,
                note=note,
                buy=rounded_up(cut),
                strap=strap,
            ),
            Notion(
                f"{name} buckle", "buckle", LOCKS[BUCKLE].title, size, None, self.across, self.count, threads=webbing
            ),
        )
