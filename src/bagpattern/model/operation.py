"""Operations: what hands and machine do to the pieces, as data; and tasks, in which they are declared."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from bagpattern.said import NOTHING, Said
from bagpattern.values import value


class Verb(StrEnum):
    """What is done."""

    CUT = "cut"
    MARK = "mark"
    FUSE = "fuse"
    """Fix a stiffening with the iron."""
    LAY = "lay"
    BASTE = "baste"
    """Lay on something and hold it there with long stitches or clips, until a seam holds it."""
    SEW = "sew"
    TOPSTITCH = "topstitch"
    QUILT = "quilt"
    """Stitch a stiffening through to its panel."""
    HEM = "hem"
    BIND = "bind"
    FELL = "fell"
    """Close the raw edges of a seam in: sew it once more round them, or fold one allowance over the other."""
    OVERCAST = "overcast"
    """Zigzag over raw edges that are turned in, so that they do not fray."""
    SKIVE = "skive"
    """Thin leather along an edge that is to be turned."""
    FOLD = "fold"
    PRESS = "press"
    CLIP = "clip"
    TRIM = "trim"
    SLIT = "slit"
    TURN = "turn"
    """Bring the other side out."""
    PUT = "put"
    """Lay something in or on that nothing holds: a board on the base, a bag into its lining."""
    INSERT = "insert"
    """Set hardware in its place: a snap, an eyelet, a slider on its tape."""
    THREAD = "thread"
    """Lead a strip or a cord through something, or something on to a strip."""
    OPEN = "open"
    CLOSE = "close"
    TELL = "tell"
    """Nothing is done: the maker is told something."""


LAYING = frozenset({Verb.LAY, Verb.BASTE})
"""What brings a part to the place where a seam is to hold it."""
FIXING = frozenset({Verb.FUSE, Verb.LAY, Verb.BASTE})
"""What brings a stiffening behind its panel."""
PUTTING_ON = frozenset({Verb.INSERT, Verb.THREAD})


class Side(StrEnum):
    """One of the two sides of a cloth."""

    RIGHT = "right"
    WRONG = "wrong"


class Sheet(NamedTuple):
    """One copy of a panel, counted from one; 0 is every copy."""

    panel: str
    copy: int = 0


class Where(NamedTuple):
    """A place on a sheet: an edge, a line or the label of a hole; mm along it, start before end, or all of it."""

    panel: str
    copy: int = 0
    on: str = ""
    start: float | None = None
    end: float | None = None


JOINED = "joined"
"""The key of tasks that join what is sewn to other things after them: the lengths of a strip, a lining's facings."""
CLIPPED_TO = 1.0
"""mm from the end of a clip to the stitching [construction 2.14]."""
RIM = "rim"
"""What a bag without a gap is turned through."""
BINDING = "binding"
"""The id of the tape that binds the seams of a bag without a lining of its own."""


@value
class Operation:
    """One thing that is done: what is in hand, where, and how it is told.

    ``pieces`` are in hand, ``notions`` are put in, on or through, ``seams`` are worked on; ``on`` is where, ``side``
    the side of it. ``goal`` is the seam that is to hold what is laid; ``around`` the notion or panel that lies in a
    fold; ``through`` the gap or the rim that something is turned through (a zip is in ``notions``), ``out`` the side
    that is out then. ``turns`` are the mm of each turn of a hem, the first one first, where they are told, of what is
    folded back round a bar or laps over its beginning, or how wide an edge is skived; ``beside`` are those from an
    edge, a fold or a seam to its stitches or its cut, where they are told, else 0; ``stitches`` are so many made by
    hand, one by one.
    With ``heat`` it takes an iron; ``crease`` is told instead where a part that came later bears none. ``after`` and
    ``before`` name operations where a maker knows a reason, ``why``, that follows from nothing else. ``how`` is told of
    it; what says nothing is told in the words of its verb.
    ``id`` is given by the planner, as is the ``task`` that it is done in, by its place among the tasks of the draft.
    """

    do: Verb
    how: Said = NOTHING
    seams: tuple[str, ...] = ()
    pieces: tuple[Sheet, ...] = ()
    notions: tuple[str, ...] = ()
    on: tuple[Where, ...] = ()
    side: Side | None = None
    goal: str = ""
    around: str = ""
    through: str = ""
    out: Side | None = None
    turns: tuple[float, ...] = ()
    stitches: int = 0
    beside: float = 0.0
    heat: bool = False
    crease: Said = NOTHING
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    why: Said = NOTHING
    id: str = ""
    task: int = -1


@value
class Task:
    """What a part declares of its making: operations under one title, done after each other where nothing forbids it.

    Several seams in one ``sew`` are sewn in the order that is found for them. A task that ``finishes`` is done on the
    finished bag, when its right side is out; one without a title is told with the seam that holds what it lays.
    ``key`` is what other parts know it by, of a task that one of them may take the place of.
    """

    title: Said
    operations: tuple[Operation, ...]
    finishes: bool = False
    key: str = ""

    @property
    def seams(self) -> tuple[str, ...]:
        """The seams that it sews."""
        return tuple(seam for each in self.operations if each.do is Verb.SEW for seam in each.seams)


def task(title: Said, *operations: Operation, finishes: bool = False, key: str = "") -> Task:
    """A task of those operations."""
    return Task(title, operations, finishes, key)


def sew(*seams: str, how: Said = NOTHING, beside: float = 0.0) -> Operation:
    """Sew seams, in the order that is found for them."""
    return Operation(Verb.SEW, how, seams, beside=beside)


def done(
    do: Verb, how: Said, *panels: str, notions: tuple[str, ...] = (), heat: bool = False, beside: float = 0.0
) -> Operation:
    """Something that is done to every copy of panels, or with notions."""
    return Operation(do, how, pieces=tuple(map(Sheet, panels)), notions=notions, heat=heat, beside=beside)
