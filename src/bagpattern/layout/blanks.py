"""Blanks: the outlines that are to be cut from one material, as they lie on the cloth before they are moved.

On the cloth x runs along the roll and y across it. A piece is mirrored if it must be, and turned so that its grain
points along x; then its corner is put at the origin, where engines that count in 32 bits want it.
"""

from __future__ import annotations

import cmath
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

import numpy as np
import shapely

from bagpattern.catalog.materials import Material
from bagpattern.geometry import areas
from bagpattern.geometry.placement import IDENTITY, MIRROR, Placement, turned
from bagpattern.geometry.points import Point
from bagpattern.model.panel import Panel, Role
from bagpattern.model.pattern import Pattern
from bagpattern.model.piece import Piece
from bagpattern.model.wall import Wall
from bagpattern.said import Said
from bagpattern.values import once, replace, value

_SAME = 1e-4
"""The share of its area by which a shape may differ from itself turned: flattened curves."""


_SAME_SHAPE = 1.0
"""mm2 by which a shape may differ from its mirror image, for the same reason."""


class Grade(StrEnum):
    """How good a hide has to be below a piece [K]."""

    FACE = "face"
    """A front or a flap, which is looked at first."""
    SEEN = "seen"
    HIDDEN = "hidden"
    """Inside the bag."""


class Size(NamedTuple):
    """mm along and across the cloth."""

    along: float
    across: float


@value
class Blank:
    """One outline to cut, for each of ``copies`` (their numbers); ``base`` takes the piece to ``ring``."""

    piece: str
    number: int
    title: Said
    copies: tuple[int, ...]
    mirrored: bool
    base: Placement
    ring: tuple[complex, ...]
    either: bool = False
    """Whether it may lie across the cloth, too."""
    grade: Grade = Grade.SEEN
    phase: float | None = None
    """mm from its lower end to where a repeat of the print is to begin on it; None wherever."""
    phase_across: float | None = None
    """Likewise across, from the side that is nearer to the selvedge where the plan begins."""

    lost: float = 0.0
    """mm2 of each copy that are trimmed away when it has been quilted."""

    @property
    def matches(self) -> bool:
        """Whether it is to be in phase."""
        return self.phase is not None or self.phase_across is not None

    @once
    def points(self) -> Any:
        """The ring as an array."""
        return np.array(self.ring, dtype=complex)

    @once
    def area(self) -> float:
        """mm2 of one copy."""
        return float(shapely.area(polygon(self.points)))

    @property
    def whole_area(self) -> float:
        """mm2 of all copies."""
        return self.area * len(self.copies)

    @property
    def kept_area(self) -> float:
        """mm2 of all copies that stay in the bag."""
        return (self.area - self.lost) * len(self.copies)

    def turned(self, degrees: float) -> Any:
        """The ring turned about the origin."""
        return self.points * turned(degrees).turn

    @once
    def counter_clockwise(self) -> tuple[complex, ...]:
        """The ring, whichever way it was drafted, as engines want it."""
        points = self.points
        doubled = float((points.conj() * np.roll(points, -1)).imag.sum())
        return self.ring if doubled > 0 else self.ring[::-1]

    @once
    def symmetric(self) -> bool:
        """Whether its one half is the mirror image of the other, with the grain between them: it can lie on a fold."""
        image = self.points.conj() + 1j * self.size().across
        difference = shapely.symmetric_difference(polygon(self.points), polygon(image))
        return bool(shapely.area(difference) < _SAME_SHAPE)

    @once
    def least_breadth(self) -> float:
        """mm: how narrow a strip it fits in, at some angle. One side of its hull lies along that strip."""
        hull = shapely.get_coordinates(shapely.convex_hull(polygon(self.points)))
        corners = hull[:-1, 0] + 1j * hull[:-1, 1]
        sides = np.diff(hull[:, 0] + 1j * hull[:, 1])
        across = (np.outer((sides / abs(sides)).conj(), corners)).imag
        return float(np.ptp(across, axis=1).min())

    def telling(self, turns: Iterable[float]) -> list[float]:
        """Those turns that show another shape than the turns before: a rectangle is the same upside down."""
        seen: list[Any] = []
        found = []
        for degrees in turns:
            points = self.turned(degrees)
            shape = polygon(points - complex(points.real.min(), points.imag.min()))
            if not any(shapely.area(shapely.symmetric_difference(shape, other)) < _SAME * self.area for other in seen):
                seen.append(shape)
                found.append(degrees)
        return found

    def size(self, degrees: float = 0.0) -> Size:
        """The room that it takes when it is turned so."""
        if degrees not in self._sizes:
            points = self.turned(degrees)
            self._sizes[degrees] = Size(float(np.ptp(points.real)), float(np.ptp(points.imag)))
        return self._sizes[degrees]

    @once
    def _sizes(self) -> dict[float, Size]:
        """Those found so far: every step of a plan asks again."""
        return {}


class Spot(NamedTuple):
    """One copy on the cloth: the blank's place in the list, degrees that it is turned, and where it is moved then."""

    blank: int
    degrees: float
    move: complex


class Placed(NamedTuple):
    """One copy as pattern.json has it: the piece mirrored (x to -x) if so, turned about the origin, then moved."""

    piece: str
    copy: int
    x: float
    y: float
    rotation: float
    mirrored: bool

    @property
    def placement(self) -> Placement:
        """The same, to be applied."""
        return Placement(complex(self.x, self.y), turned(self.rotation).turn, self.mirrored)


def polygon(points: Any) -> Any:
    """The area inside a ring of complex points."""
    return shapely.polygons(np.column_stack((points.real, points.imag)))


def blanks(pattern: Pattern, material: str, bags: int = 1) -> tuple[Blank, ...]:
    """Everything to cut from *material* for so many bags, by number; a mirrored copy is a blank of its own."""
    pieces = sorted((each for each in pattern.pieces if each.panel.material == material), key=lambda p: p.number)
    cloth = next((each for each in pattern.materials if each.id == material), None)
    begins: Mapping[str, Point] = {}
    if cloth is not None and (cloth.repeat or cloth.repeat_across):
        from bagpattern.layout.matching import anchors  # what few cloths need

        known = {each.id: each.begins for each in pieces if each.begins is not None}
        begins = known or anchors(pattern.draft, {each.id: each.panel for each in pieces}, cloth)
    return tuple(_matched(blank, begins.get(piece.id), cloth) for piece in pieces for blank in _of(piece, bags))


def _matched(blank: Blank, begins: Point | None, cloth: Material | None) -> Blank:
    """The blank with where a repeat is to begin on it, along and across, as far as the print has one."""
    if begins is None or cloth is None:
        return blank
    at = blank.base(begins)
    return replace(
        blank, phase=at.real if cloth.repeat else None, phase_across=at.imag if cloth.repeat_across else None
    )


def _of(piece: Piece, bags: int) -> Iterator[Blank]:
    """The copies as drafted come first in each bag, then the mirrored ones."""
    count, mirrored = piece.panel.count, piece.panel.mirrored
    plain = tuple(bag * count + n for bag in range(bags) for n in range(1, count - mirrored + 1))
    other = tuple(bag * count + n for bag in range(bags) for n in range(count - mirrored + 1, count + 1))
    if plain:
        yield _blank(piece, plain, IDENTITY)
    if other:
        yield _blank(piece, other, MIRROR)


def _blank(piece: Piece, copies: tuple[int, ...], side: Placement) -> Blank:
    grain = side.direction(piece.panel.grain)
    base = side.then(Placement(turn=(grain / abs(grain)).conjugate()))
    points = np.array([base(p) for p in piece.first_cut.flat[:-1]], dtype=complex)
    corner = complex(points.real.min(), points.imag.min())
    ring = tuple((points - corner).tolist())
    placed_at, either = base.then(Placement(-corner)), piece.panel.either
    blank = Blank(piece.id, piece.number, piece.panel.title, copies, side.mirrored, placed_at, ring, either)
    return replace(blank, grade=_grade(piece.panel), lost=_lost(piece))


def _lost(piece: Piece) -> float:
    """mm2 by which it is cut larger than it is when it has been trimmed."""
    return areas.area(piece.first_cut) - areas.area(piece.cutting_path) if piece.panel.quilted else 0.0


def _grade(panel: Panel) -> Grade:
    if panel.role in (Role.LINING, Role.STIFFENING, Role.OTHER):
        return Grade.HIDDEN
    looked_at = panel.is_on(Wall.FRONT) or panel.is_on(Wall.FLAP)
    return Grade.FACE if looked_at else Grade.SEEN


def placed(all_blanks: Sequence[Blank], spots: Iterable[Spot]) -> tuple[Placed, ...]:
    """The spots as pattern.json has them, in the order of pieces and copies."""
    waiting = [iter(blank.copies) for blank in all_blanks]
    found = []
    for spot in sorted(spots, key=lambda spot: (spot.blank, round(spot.move.real, 3), round(spot.move.imag, 3))):
        blank = all_blanks[spot.blank]
        where = blank.base.then(turned(spot.degrees)).then(Placement(spot.move))
        degrees = round(math.degrees(cmath.phase(where.turn)), 6) % 360.0
        x, y = round(where.move.real, 4) + 0.0, round(where.move.imag, 4) + 0.0
        found.append(Placed(blank.piece, next(waiting[spot.blank]), x, y, degrees, blank.mirrored))
    return tuple(sorted(found, key=lambda each: (all_numbers(all_blanks)[each.piece], each.copy)))


def all_numbers(all_blanks: Sequence[Blank]) -> dict[str, int]:
    """The number of each piece."""
    return {blank.piece: blank.number for blank in all_blanks}
