"""What holds the flap of a bag shut: snaps, turn-locks, tuck-locks; where each is set on flap and front."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.errors import InputError
from bagpattern.geometry.points import Point
from bagpattern.geometry.shapes import rectangle_path
from bagpattern.model.notion import Notion
from bagpattern.model.panel import Hole, Line, LineKind
from bagpattern.parts.strips import check_hardware
from bagpattern.units import millimetres
from bagpattern.values import value

NO_LOCK = "none"
_OVAL = (25.0, 10.0)
"""mm: the hole that a turn-lock's frame needs [construction 6, K]."""


@value
class Lock:
    """A lock: its ``title``, usual ``size`` and ``hole`` in mm, its ``inset`` above the flap's edge, its setting.

    A ``through`` one goes through both layers of the flap; the others are fixed to the layer inside.
    """

    title: str
    usual: float
    hole: float
    inset: float
    through: bool
    setting: str

    def marks(self, at: Point) -> tuple[tuple[Line, ...], tuple[Hole, ...]]:
        """What is drawn on the flap: an oval to cut for a turn-lock, else a hole or a mere mark."""
        if self.title == "Turn-lock":
            return (Line("turn-lock hole", rectangle_path(*_OVAL, at), LineKind.SLIT),), ()
        return (), (Hole(at, self.hole, self.title.lower()),)


LOCKS = {
    # 1 to 1 1/2 in above the flap's edge [S: mpco]; backed with 30 x 30 mm of interfacing [S: makeitindenim]
    "magnetic-snap": Lock(
        "Magnetic snap",
        18.0,
        0.0,
        32.0,
        False,
        "Back both marks with 30 x 30 mm of firm interfacing; set the male half into the flap's inner layer, the "
        "female half into the front",
    ),
    "snap": Lock(
        "Press stud", 15.0, 4.0, 20.0, True, "Set the cap through both layers of the flap and the socket in the front"
    ),
    # 25 to 35 above the edge, backing 40 x 40 [construction 6, K]
    "turn-lock": Lock(
        "Turn-lock",
        0.0,
        0.0,
        30.0,
        True,
        "Cut the oval through both layers of the flap and clamp the frame round it; back the mark on the front with "
        "40 x 40 mm of firm interfacing and set the turning post there",
    ),
    # its tongue is screwed to the flap's edge, the plate's prongs go through the front [K]
    "tuck-lock": Lock(
        "Tuck-lock",
        0.0,
        0.0,
        12.0,
        True,
        "Screw the tongue on to the edge of the finished flap; back the mark on the front with 40 x 40 mm of firm "
        "interfacing and set the lock there",
    ),
}
"""By name."""
SOLD = {"magnetic-snap": ("magnetic-snap",), "snap": ("snap",)}
"""The stock whose sizes limit a lock's; locks of metal are bought by the piece, whatever their size."""


@value
class Locking:
    """A lock of one ``kind``, ``size`` mm across (None: as it usually is), ``inset`` mm above the flap's edge."""

    kind: str
    size: float | None
    inset: float | None

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

    def problems(self) -> Iterator[InputError]:
        """Sizes that are not sold."""
        if self.kind in SOLD:
            yield from check_hardware(self.across, "size", SOLD[self.kind])

    def notions(self, name: str) -> tuple[Notion, ...]:
        """What is bought."""
        if self.lock is None:
            return ()
        size = millimetres(self.across) if self.kind in SOLD else ""
        return (Notion(f"{name} {self.kind}", self.kind, self.lock.title, size, note=f"for the {name}"),)
