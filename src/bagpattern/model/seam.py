"""Seams: which edge is sewn to which, in what order. Seams are data; everything that must fit is read from them."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from bagpattern.values import value


class SeamKind(StrEnum):
    """How two sides are joined."""

    PLAIN = "plain"
    ZIP = "zip"
    """Each side along one tape of a zip; closed, the two sides meet on the zip's centre line."""
    PLACEMENT = "placement"
    """A part sewn on to a face: joins nothing at the edges of the bag."""
    TOPSTITCHED = "topstitched"
    """A part closed on itself by stitching that shows, such as a folded strap."""
    BOUND = "bound"
    HEM = "hem-to-self"
    """An end folded back and sewn down on its own panel."""
    GAP = "gap"
    """Left open to turn the bag through, closed at the end."""


SURFACE_ONLY = frozenset({SeamKind.PLACEMENT, SeamKind.TOPSTITCHED, SeamKind.HEM})
"""Kinds that lie on a face and glue no edges together."""


@value
class Run:
    """A stretch of one copy of a panel's edge or line, sewn in the edge's direction or ``reversed``.

    ``start`` and ``end`` in mm along the edge, start before end; None is the edge's own start or end.
    """

    panel: str
    on: str
    start: float | None = None
    end: float | None = None
    reversed: bool = False
    copy: int = 1


class Meet(StrEnum):
    """How the two sides of a seam lie on each other while it is sewn; of what is sewn on to a face it says nothing."""

    RIGHT_SIDES = "right sides"
    """Right sides together: the allowances end up inside."""
    WRONG_SIDES = "wrong sides"
    """Wrong sides together: the allowances show, raw or bound."""


class Stands(StrEnum):
    """Where what is caught in a seam lies while that is sewn."""

    BETWEEN = "between"
    """Between the two sides: a tab, a flap, a pocket's wall, which stands out on their right side then."""
    INSIDE = "inside"
    """On the wrong side of side b: a wall between two compartments, hidden by the linings on either side of it."""
    BEHIND = "behind"
    """On the wrong side of the panel that it is cut like, even with its edges: a lining, a second layer."""
    ON = "on"
    """On the right side of the panel that it is cut like, even with its edges: a pocket as wide as its panel."""
    WITHIN = "within"
    """On the wrong side of side a, loose from the seam on: a leash that hangs in a bag without a loose lining."""


HIDDEN = frozenset({Stands.INSIDE, Stands.BEHIND, Stands.WITHIN})
"""Where nothing is seen from the right side."""


class Encloses(StrEnum):
    """How a seam closes its own raw edges in."""

    FRENCH = "french"
    """Sewn wrong sides together first, then right sides together round its own allowances."""
    FELLED = "felled"
    """The allowance of side b is folded round that of side a, laid flat over it and stitched down."""


class Enclosed(NamedTuple):
    """How a seam's raw edges are closed in, and how wide, in mm.

    Of a French seam ``first`` is what is sewn from the raw edges, wrong sides together, ``rest`` what is sewn from
    there on right sides together. Of a felled one ``first`` is what the allowance of side a is trimmed to, if it is
    wider, ``rest`` the allowance of side b.
    """

    how: Encloses
    first: float
    rest: float


@value
class Caught:
    """Something held between the two sides of a seam, from ``at`` mm along side a.

    ``ease`` is how much longer its runs are than the stretch of seam they lie in; what is ``marked`` gets the seam's
    notches, too; ``stands`` is where it lies while the seam is sewn.
    """

    runs: tuple[Run, ...]
    at: float
    ease: float = 0.0
    marked: bool = False
    stands: Stands = Stands.BETWEEN


@value
class Seam:
    """Two sides, each some runs sewn as one length; ``ease`` is how much longer side b is meant to be, in mm.

    ``marked`` seams get notches, ``double`` ones on panels of the back. ``zip`` names the notion in a seam with a zip;
    ``cut_from`` the seam that was cut in parts to make this one. ``meet`` is how the two sides lie on each other;
    ``enclosed`` is how it closes its raw edges in, if it does.
    """

    id: str
    a: tuple[Run, ...]
    b: tuple[Run, ...]
    kind: SeamKind = SeamKind.PLAIN
    caught: tuple[Caught, ...] = ()
    ease: float = 0.0
    zip: str | None = None
    marked: bool = False
    double: bool = False
    cut_from: str = ""
    meet: Meet = Meet.RIGHT_SIDES
    enclosed: Enclosed | None = None
