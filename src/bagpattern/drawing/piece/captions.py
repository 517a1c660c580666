"""What is written beside lines, holes and notches of a piece, in small letters, where there is room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bagpattern.drawing.lettering import CAPITAL, DESCENT, text_width
from bagpattern.drawing.model import Text
from bagpattern.drawing.piece.boards import Board
from bagpattern.drawing.piece.details import HELD_DEPTH, NotchPlace, held_between, notch_places
from bagpattern.drawing.piece.upright import TOP, could_be_turned
from bagpattern.geometry.place import Clearing, box_at
from bagpattern.geometry.points import SAME, Point, unit
from bagpattern.model.marks import Line, LineKind
from bagpattern.words import words

CAPTIONED = (LineKind.PLACEMENT, LineKind.FOLD, LineKind.STITCH)
"""Lines whose names are printed."""
_CAPTION = 2.6
"""mm: smaller letters are not read at arm's length."""
_Spot = tuple[Point, complex, float]
"""A place to write beside: the point, the direction away from it, and mm to keep clear of it."""
_DEEPER = (0.0, 3.0, HELD_DEPTH)
"""mm inside of the stitching line where a notch's name may begin: a tick without an allowance lies there."""


def captions(ground: Board, room: Clearing, shift: Point = 0j, after: str = "") -> Iterator[Text]:
    """What an inner line or a hole is for, in small letters close to it; left out where there is no room.

    One of several sizes lies *shift* from its own place; what comes *after* each caption tells which it is.
    """
    piece, tell, seen = ground.details.piece, ground.details.tell, set[str]()
    for line in piece.panel.lines:
        if line.kind in CAPTIONED:
            near = _along(line, ground.turn, shift)
            yield from _caption(room, tell(piece.captions.get(line.name, line.told)) + after, near, piece.id)
    for hole in piece.panel.holes:
        around = [(hole.at * ground.turn + shift, side, hole.diameter / 2 + 2.0) for side in (1j, 1 + 0j)]
        label = tell(hole.label)
        if label not in seen:
            seen.add(label)
            yield from _caption(room, label + after, around, piece.id)


def _along(line: Line, turn: complex, shift: Point) -> Iterator[_Spot]:
    """Places for a line's caption: the middles of its parts, the longest first, then towards their ends.

    Last, across the mouth of an open line, as of what ends on the edge of another part.
    """
    parts = sorted(line.path.segments, key=lambda part: -round(part.length))[:4]
    for share in (0.5, 0.2, 0.8):
        for part in parts:
            at = part.length * share
            yield part.point_at(at) * turn + shift, 1j * part.tangent_at(at) * turn, 0.0
    start, end = line.path.start, line.path.end
    if len(line.path.segments) > 1 and abs(end - start) > SAME:
        yield (start + end) / 2 * turn + shift, 1j * unit(end - start) * turn, 0.0


def _caption(room: Clearing, content: str, near: Iterable[_Spot], piece: str) -> Iterator[Text]:
    width, height = text_width(content, _CAPTION), _CAPTION * (CAPITAL + DESCENT)
    centre = room.first(_both_sides(near, width, height, room.clearance + 0.3), width, height)
    if centre is not None:
        room.take(box_at(centre, width, height))
        y = centre.imag - height / 2 + _CAPTION * DESCENT
        yield Text(centre.real, y, _CAPTION, content, "middle", piece=piece)


def _both_sides(near: Iterable[_Spot], width: float, height: float, gap: float) -> Iterator[Point]:
    """Centres of a box that leave a gap to each place, on the one side and on the other."""
    for at, side, more in near:
        away = abs(side.real) * width / 2 + abs(side.imag) * height / 2 + gap + more
        yield at + side * away
        yield at - side * away


def notch_names(ground: Board, room: Clearing) -> Iterator[Text]:
    """What notches mark, inside of the stitching line: two that hold one part between them have its name once."""
    piece, tell = ground.details.piece, ground.details.tell
    places = notch_places(piece)
    pairs = held_between(places)
    paired = {(one.notch.on, one.notch.holds) for one, _ in pairs}
    for one, other in pairs:
        yield from _caption(room, tell(one.notch.title), _inside(ground, one, other), piece.id)
    for place in places:
        if place.notch.title and (place.notch.on, place.notch.holds) not in paired:
            yield from _caption(room, tell(place.notch.title), _inside(ground, place, place), piece.id)


def top_name(ground: Board, room: Clearing) -> Iterator[Text]:
    """Which edge is the top, of a piece that only its marks show the right way up."""
    piece = ground.details.piece
    if could_be_turned(piece):
        path = piece.panel.edge(TOP).path
        shares = (path.length * share for share in (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8))
        near = ((path.point_at(at) * ground.turn, 1j * path.tangent_at(at) * ground.turn, 0.0) for at in shares)
        yield from _caption(room, ground.details.tell(words("top")), near, piece.id)


def _inside(ground: Board, one: NotchPlace, other: NotchPlace) -> Iterator[_Spot]:
    """Places between two notches, the nearest to the stitching line first."""
    out = one.out + other.out
    into = -unit(out) if abs(out) > SAME else 1j * unit(other.at - one.at)
    for at in dict.fromkeys(((one.at + other.at) / 2, one.at, other.at)):
        for deep in _DEEPER:
            yield at * ground.turn, into * ground.turn, deep
