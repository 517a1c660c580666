"""Which size a cutting line is, written along it again and again, where several sizes lie in each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bagpattern.drawing.lettering import CAPITAL, DESCENT, text_width
from bagpattern.drawing.model import Text, sized
from bagpattern.drawing.piece.boards import Version
from bagpattern.geometry.path import Path
from bagpattern.geometry.place import Clearing, box_at, ring_round
from bagpattern.geometry.points import Point

_EACH = 180.0
"""mm of cutting line for each label: one or more on every page that it runs over."""
_MOST, _LEAST = 8, 2
_SIZES = (3.4, 2.6)  # mm of the letters
_STEP = 6.0  # mm between the places that are tried
_GAP = 0.9  # mm between the line and its label
_APART = 2.0  # mm to the line of another size, where a label shall not stand


def size_labels(versions: Sequence[Version], room: Clearing, piece: str) -> Iterator[Text]:
    """The labels of all sizes of a piece: beside lines of their own, else wherever there is *room* beside them."""
    outlines = {each.size: each.moved(each.ground.cut) for each in versions}
    ring = ring_round(room.bounds, _APART)
    for each in versions:
        others = Clearing(ring, [outline for size, outline in outlines.items() if size != each.size], clearance=0.0)
        path = each.ground.details.piece.cutting_path
        for spots in _stretches(path):
            found = _free(each, path, spots, room, others)
            if found:
                yield _text(each, *found, room, piece)


def _stretches(path: Path) -> Iterator[list[float]]:
    """The places along the line for each label: its stretch's middle first, then farther and farther from it."""
    count = min(max(round(path.length / _EACH), _LEAST), _MOST)
    stretch = path.length / count
    for index in range(count):
        middle = (index + 0.5) * stretch
        steps = range(int(stretch / 2 / _STEP) + 1)
        yield [middle + side * step * _STEP for step in steps for side in ((1, -1) if step else (1,))]


def _free(
    version: Version, path: Path, spots: Sequence[float], room: Clearing, others: Clearing
) -> tuple[Point, float] | None:
    """The first place that is free, and the size of its letters: where no other size runs along, if that can be."""
    turn = version.ground.turn
    lines = [(path.point_at(at) * turn + version.shift, 1j * path.tangent_at(at) * turn) for at in spots]
    alone = [(at, inward) for at, inward in lines if others.is_free(at, 2 * _APART, 2 * _APART)]
    for size in _SIZES:
        width, height = text_width(version.label, size, True), size * (CAPITAL + DESCENT)
        for places in (alone, lines):
            for at, inward in places:
                away = abs(inward.real) * width / 2 + abs(inward.imag) * height / 2 + _GAP
                found = room.first((at + inward * away, at - inward * away), width, height)
                if found is not None:
                    return found, size
    return None


def _text(version: Version, centre: Point, size: float, room: Clearing, piece: str) -> Text:
    room.take(box_at(centre, text_width(version.label, size, True), size * (CAPITAL + DESCENT)))
    y = centre.imag - size * (CAPITAL + DESCENT) / 2 + size * DESCENT
    return Text(centre.real, y, size, version.label, "middle", True, sized("text", version.size), piece)
