"""The last step of a plan: all its pieces pressed together, each moved a little, by linear programs.

Where two convex parts lie apart there is a line between them. As long as no part crosses its line the pieces may move
as they like, and the shortest cloth for that is a linear program; its answer gives better lines. (Li and Milenkovic
1995, "Compaction and separation algorithms for non-convex polygons": their locality by separating lines.)
"""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic
from typing import Any

import numpy as np
import shapely

from bagpattern.layout.blanks import Blank, Spot, polygon
from bagpattern.layout.cloth import Cloth
from bagpattern.layout.convex import convex_parts
from bagpattern.values import value

ENGINE = "HiGHS"
_REACH = 0.02
"""How far a piece moves in one step at most, as a share of the cloth's width: it has to be kept apart from what it can
reach, so that more is slower."""
_GAIN = 1e-4
"""The share by which a step has to shorten the plan for another one to be worth its time."""
_EACH = 0.001  # s: about what a convex part takes
_DIAGONAL = 2.0**0.5


@value
class _Parts:
    """All convex parts on the cloth, where their pieces lie at 0, a row for each: its corners counter-clockwise, the
    normals of the sides behind them, by growing angle, and how far it reaches along them; the last is repeated where
    others have more."""

    owner: Any
    """The spot that each part belongs to."""
    corners: Any
    normals: Any
    furthest: Any
    angles: Any


@value
class _Apart:
    """Pairs of pieces that have to stay apart, an array each: the two pieces, the direction, and mm of room in it."""

    one: Any
    other: Any
    axis: Any
    room: Any


def pressed(blanks: Sequence[Blank], cloth: Cloth, spots: Sequence[Spot], seconds: float) -> tuple[Spot, ...]:
    """The plan after as many steps as shorten it, or as there is time for; none begins after so many *seconds*."""
    end = monotonic() + seconds
    parts = _parts(blanks, cloth, spots)
    boxes = np.array([_box(blanks[spot.blank].turned(spot.degrees)) for spot in spots])
    moves = np.array([spot.move for spot in spots])
    length = _length(boxes, moves)
    while monotonic() < end:
        moved = moves + _step(parts, boxes, moves, cloth, end - monotonic())
        gained = 1.0 - _length(boxes, moved) / length
        if gained > 0.0:
            moves, length = moved, _length(boxes, moved)
        if gained < _GAIN:
            break
    return tuple(spot._replace(move=complex(move)) for spot, move in zip(spots, moves, strict=True))


def time_to_press(blanks: Sequence[Blank], cloth: Cloth) -> float:
    """About how many seconds one plan of these takes, by the number of its convex parts."""
    return _EACH * sum(len(_convex(blank, 0.0, cloth)) * len(blank.copies) for blank in blanks)


def _box(points: Any) -> tuple[float, float, float, float]:
    return points.real.min(), points.imag.min(), points.real.max(), points.imag.max()


def _length(boxes: Any, moves: Any) -> float:
    return float((boxes[:, 2] + moves.real).max())


def _parts(blanks: Sequence[Blank], cloth: Cloth, spots: Sequence[Spot]) -> _Parts:
    """Each piece grown by half the gap, so that touching means lying a gap apart."""
    shapes = {(blank, degrees): _convex(blanks[blank], degrees, cloth) for blank, degrees, _ in spots}
    owner = np.array([number for number, spot in enumerate(spots) for _ in shapes[spot[:2]]])
    found = [_in_order(part) for spot in spots for part in shapes[spot[:2]]]
    corners, normals = _rows(found), _rows([_normals(part) for part in found])
    furthest = (normals.conj() * corners).real
    return _Parts(owner, corners, normals, furthest, _angles(normals, np.arange(len(found))))


def _convex(blank: Blank, degrees: float, cloth: Cloth) -> list[Any]:
    return convex_parts(shapely.buffer(polygon(blank.turned(degrees)), cloth.gap / 2))


def _rows(arrays: Sequence[Any]) -> Any:
    """One array with a row for each; short ones end in their last value."""
    most = max(map(len, arrays))
    return np.array([np.pad(each, (0, most - len(each)), mode="edge") for each in arrays])


def _normals(part: Any) -> Any:
    """The direction out of the side behind each corner."""
    sides = np.roll(part, -1) - part
    return -1j * sides / abs(sides)


def _in_order(part: Any) -> Any:
    """A part that begins with the side whose normal has the least angle."""
    return np.roll(part, -int((np.angle(_normals(part)) % (2.0 * np.pi)).argmin()))


def _step(parts: _Parts, boxes: Any, moves: Any, cloth: Cloth, seconds: float) -> Any:
    """How each piece moves for the shortest plan, if no part crosses the line to its neighbour."""
    reach = _REACH * cloth.width
    first, second = _near(parts, moves, reach)
    room, axis = _lines(parts, first, second, moves)
    close = room < 2.0 * _DIAGONAL * reach
    apart = _Apart(parts.owner[first[close]], parts.owner[second[close]], axis[close], np.maximum(room[close], 0.0))
    least, most = _bounds(boxes, moves, cloth, reach)
    return _solved(apart, boxes[:, 2] + moves.real, least, most, seconds)


def _near(parts: _Parts, moves: Any, reach: float) -> Any:
    """The pairs of parts, of different pieces, that can reach each other; a part's number for the first, the second."""
    corners = parts.corners + moves[parts.owner][:, None]
    low = corners.real.min(axis=1) - _DIAGONAL * reach, corners.imag.min(axis=1) - _DIAGONAL * reach
    high = corners.real.max(axis=1) + _DIAGONAL * reach, corners.imag.max(axis=1) + _DIAGONAL * reach
    rooms = shapely.box(*low, *high)
    first, second = shapely.STRtree(rooms).query(rooms)
    return np.array((first, second))[:, parts.owner[first] < parts.owner[second]]


def _lines(parts: _Parts, first: Any, second: Any, moves: Any) -> tuple[Any, Any]:
    """For each pair the direction from the first to the second in which most room lies between them, and that room.

    Two convex parts that do not overlap are told apart along a side of one of them.
    """
    way = moves[parts.owner[second]] - moves[parts.owner[first]]
    room, axis = _along_sides(parts, first, second, way)
    behind, against = _along_sides(parts, second, first, -way)
    return np.maximum(room, behind), np.where(room >= behind, axis, -against)


def _along_sides(parts: _Parts, first: Any, second: Any, way: Any) -> tuple[Any, Any]:
    """The same along the first part's sides alone; *way* is from its piece to the other's.

    Of the other part only the corner counts that lies furthest against a normal: the one between two sides that turn
    past it.
    """
    normals, most = parts.normals[first], parts.corners.shape[1]
    against = np.searchsorted(parts.angles.ravel(), _angles(-normals, second)) - most * second[:, None]
    facing = parts.corners[second[:, None], against % most] + way[:, None]
    room = (normals.conj() * facing).real - parts.furthest[first]
    best = room.argmax(axis=1)[:, None]
    return np.take_along_axis(room, best, 1)[:, 0], np.take_along_axis(normals, best, 1)[:, 0]


def _angles(directions: Any, rows: Any) -> Any:
    """The angles of directions, for each row by more than a turn greater than for the row before."""
    return np.angle(directions) % (2.0 * np.pi) + 7.0 * rows[:, None]


def _bounds(boxes: Any, moves: Any, cloth: Cloth, reach: float) -> tuple[Any, Any]:
    """How far each piece may go at least and at most along the cloth, and across it: two rows."""
    low, high = cloth.selvedge, cloth.width - cloth.selvedge
    start, bottom, top = boxes[:, 0] + moves.real, boxes[:, 1] + moves.imag, boxes[:, 3] + moves.imag
    least = np.minimum(np.array((-start, low - bottom)), 0.0)
    most = np.maximum(np.array((np.full_like(top, reach), high - top)), 0.0)
    return np.maximum(least, -reach), np.minimum(most, reach)


def _solved(apart: _Apart, ends: Any, least: Any, most: Any, seconds: float) -> Any:
    """The moves, by the linear program: along, across, and the length, which is as far as the furthest piece ends.

    When it takes longer than so many *seconds* nothing moves.
    """
    from bagpattern.layout.linear import solved  # 0.1 s that only a search needs

    pieces = len(ends)
    cost = np.append(np.zeros(2 * pieces), 1.0)
    columns, factors = zip(_rows_of_pairs(apart, pieces), _rows_of_ends(pieces), strict=True)
    sums = np.append(-apart.room, ends)
    found = solved(cost, np.append(least, 0.0), np.append(most, np.inf), columns, factors, sums, max(seconds, 0.0))
    return np.zeros(pieces) if found is None else found[:pieces] + 1j * found[pieces:-1]


def _rows_of_pairs(apart: _Apart, pieces: int) -> tuple[Any, Any]:
    """What the other moves away from the one, less what the one moves after it, in the direction between them."""
    one, other, axis = apart.one, apart.other, apart.axis
    columns = np.column_stack((one, one + pieces, other, other + pieces))
    return columns, np.column_stack((-axis.real, -axis.imag, axis.real, axis.imag))


def _rows_of_ends(pieces: int) -> tuple[Any, Any]:
    """The length, less what a piece moves along."""
    columns = np.column_stack((np.arange(pieces), np.full(pieces, 2 * pieces)))
    return columns, np.tile((-1.0, 1.0), (pieces, 1))
