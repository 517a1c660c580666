"""A composed piece, at its place on the sheet, as shapes and texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from bagpattern.drawing.lettering import CAPITAL
from bagpattern.drawing.model import Item, Shape, Text, sized
from bagpattern.drawing.names import Names
from bagpattern.drawing.piece.boards import Board, Version
from bagpattern.drawing.piece.compose import Composition, PlacedTag
from bagpattern.drawing.piece.details import Details
from bagpattern.drawing.strokes import arrow_head, arrow_shaft, circle
from bagpattern.geometry.path import Path
from bagpattern.geometry.placement import Placement
from bagpattern.geometry.points import Point

TAG_RADIUS = 2.3
_TAG_TEXT = 2.6
_LARGE_TAG_TEXT = 2.2  # from 100 steps on


def draw(ground: Board, composed: Composition, move: Point, names: Names) -> Iterator[Item]:
    """Everything of one piece, moved on the sheet by *move*."""
    piece = ground.details.piece
    if ground.versions:
        for each in ground.versions:
            yield from _version(each, Placement(move + each.shift, ground.turn), names)
    else:
        yield from _lines(ground.details, Placement(move, ground.turn), names)
    if composed.arrow:
        yield from _grain(composed.arrow[0] + move, composed.arrow[1] + move, piece.id, names)
    yield from _tags(composed.tags, move, piece.id, names)
    for text in composed.texts:
        yield text.moved(move)


def _lines(details: Details, placement: Placement, names: Callable[..., str]) -> Iterator[Shape]:
    piece, tell = details.piece, details.tell
    facts = (("number", str(piece.number)), ("count", str(piece.panel.count)), ("material", piece.panel.material))
    outline = piece.cutting_path.placed(placement)
    title = f"{tell(piece.panel.title)}: {tell(piece.instruction)}"
    yield Shape(names(piece.id, "cut"), "cut", (outline,), piece.id, title, facts)
    for mark in details.marks:
        paths = tuple(path.placed(placement) for path in mark.paths)
        yield Shape(names(piece.id, mark.name), mark.role, paths, piece.id, data=mark.data)


def _version(version: Version, placement: Placement, names: Names) -> Iterator[Shape]:
    """The lines of one size."""
    of_size = partial(names, version.size)
    for shape in _lines(version.ground.details, placement, of_size):
        yield shape._replace(role=sized(shape.role, version.size))


def _grain(start: Point, end: Point, piece: str, names: Names) -> Iterator[Item]:
    yield Shape(names(piece, "grain"), "grain", (arrow_shaft(start, end),), piece)
    heads = (arrow_head(start, start - end), arrow_head(end, end - start))
    yield Shape(names(piece, "grain-heads"), "head", heads, piece)


def _tags(tags: Sequence[PlacedTag], move: Point, piece: str, names: Names) -> Iterator[Item]:
    """The circles of one seam are one element; their numbers stand in them."""
    circles: dict[str, list[Path]] = {}
    for tag in tags:
        centre = tag.centre + move
        circles.setdefault(tag.seam, []).append(circle(centre, TAG_RADIUS))
        size = _TAG_TEXT if tag.number < 100 else _LARGE_TAG_TEXT
        yield Text(centre.real, centre.imag - size * CAPITAL / 2, size, str(tag.number), "middle", True, piece=piece)
    for seam, paths in circles.items():
        yield Shape(names(piece, "seam", seam), "seam-tag", tuple(paths), piece, data=(("seam", seam),))
