"""What every body is: panels that close round a space, an opening, and a seam in which a lining leaves its gap.

A body is drafted for the shell and again, smaller, for the lining: a lining is measured, never copied.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, NamedTuple

from bagpattern.values import value

if TYPE_CHECKING:
    from typing import Self

    from bagpattern.geometry.path import Path
    from bagpattern.model.draft import Draft
    from bagpattern.model.operation import Task
    from bagpattern.model.seam import Run
    from bagpattern.parts.naming import Naming
    from bagpattern.parts.sewing.in_one import Uncut


class Opening(NamedTuple):
    """Where a body is open: along the two sides of its ``zip``, or all round its rim, sewn as one length.

    The runs of a rim follow each other as seen from outside the bag; those of the lining, seen from inside, are the
    same edges in the same order, each the other way round.
    """

    sides: tuple[tuple[Run, ...], ...]

    @property
    def zipped(self) -> bool:
        """Whether a zip closes it."""
        return len(self.sides) == 2


class Hollow(NamedTuple):
    """The space in a body: its closed ``face``, upright, seen from the front, and its ``depth`` in mm.

    ``floor`` is the closed outline on which things stand, where that is no rectangle; face and depth are then those of
    the largest box on it.
    """

    face: Path
    depth: float
    floor: Path | None = None


@value
class Body:
    """A body that can be drafted for the shell and, smaller, for the lining.

    Panels that parts are put on are called front and back, in every body that has them.
    """

    @abstractmethod
    def smaller(self, inset: float) -> Self:
        """The same body for the layer inside, every panel's stitching line *inset* mm within this one's."""

    @abstractmethod
    def draft(self, named: Naming) -> Draft:
        """The panels and the seams that join them. A zip that closes the body is a seam called ``main zip``.

        A rim's edges have the finish open; ``parts.lining`` hems them, or sews the lining to them.
        """

    @abstractmethod
    def opening(self, prefix: str) -> Opening:
        """Where the body whose panels' ids begin with *prefix* is open."""

    @abstractmethod
    def gap_seam(self, prefix: str) -> str:
        """The id of the seam in which a lining leaves its gap: long, straight, and out of sight."""

    def folds(self) -> tuple[Uncut, ...]:
        """The seams that the shell does without, its panels cut in one there once everything lies on them."""
        return ()

    @abstractmethod
    def hollow(self) -> Hollow:
        """The space inside."""

    @abstractmethod
    def tasks(self) -> tuple[Task, ...]:
        """How the shell is closed."""
