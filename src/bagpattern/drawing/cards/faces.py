"""Front and back of a bag as they look when they are sewn: their parts together, pockets and zips on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bagpattern.drawing.model import CLOTH, Item, Shape, Text
from bagpattern.drawing.names import Names
from bagpattern.geometry import areas
from bagpattern.geometry.path import Path, joined, line_path
from bagpattern.geometry.placement import Placement
from bagpattern.geometry.points import SAME, Point, point
from bagpattern.geometry.scale import scaled
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.panel import Panel
from bagpattern.model.pattern import Pattern
from bagpattern.parts.part import parts_of
from bagpattern.words import words

LINES = "inner-"
"""The prefix of the role of lines that show on a cloth of that slot."""
ZIP = "zip-tape"
"""The role of a zip across a face."""
_FACES = {"front": words("front"), "back": words("back")}
_TEXT = 2.6
_GAP = 14.0


def faces(pattern: Pattern, corner: Point, height: float, names: Names, colours: Mapping[str, str]) -> Iterator[Item]:
    """Front and back beside each other in *height* mm, hanging from their upper left *corner*; cloths in *colours*.

    Nothing for a bag without them.
    """
    shown = [(face, parts) for face in _FACES if (parts := parts_of(pattern.draft, face))]
    if not shown:
        return
    sizes = [areas.bounds([part.stitching_line for part in parts]) for _, parts in shown]
    scale = max(top - bottom for _, bottom, _, top in sizes) / (height - 3 * _TEXT)
    x = corner.real
    for (face, parts), (left, bottom, right, top) in zip(shown, sizes, strict=True):
        wide, high = (right - left) / scale, (top - bottom) / scale
        move = Placement(point(x, corner.imag - high) - point(left, bottom) / scale)
        yield from _face(pattern, parts, scale, move, names, colours)
        yield Text(
            x + wide / 2, corner.imag - high - 1.5 * _TEXT, _TEXT, pattern.tell(_FACES[face].capitalize()), "middle"
        )
        x += wide + _GAP


def _face(
    pattern: Pattern, parts: Sequence[Panel], scale: float, move: Placement, names: Names, colours: Mapping[str, str]
) -> Iterator[Item]:
    def small(path: Path) -> Path:
        return scaled(path, 1 / scale).placed(move)

    for part in parts:
        yield Shape(names(part.id, "view"), _role(part.material, colours), (small(part.stitching_line),), part.id)
    for part in parts:
        for line in part.lines:
            yield from _line(pattern, part, line, small(line.path), names, colours)
        for edge in part.edges:
            if edge.across:
                yield Shape(names(part.id, edge.name), ZIP, (small(edge.path),), part.id)


def _line(
    pattern: Pattern, part: Panel, line: Line, path: Path, names: Names, colours: Mapping[str, str]
) -> Iterator[Shape]:
    """A part that lies there, in its own cloth, or the stitching of a window."""
    laid = pattern.draft[line.holds] if line.holds in pattern.draft and not line.behind else None
    if line.kind is LineKind.PLACEMENT and laid is not None and laid.owner == line.owner:
        role = _role(laid.material, colours)
        yield Shape(names(part.id, line.name), role, (_closed(path),), part.id, line.name)
    elif line.kind is LineKind.STITCH:
        yield Shape(names(part.id, line.name), ZIP, (path,), part.id, line.name)


def _role(slot: str, colours: Mapping[str, str]) -> str:
    return f"{CLOTH}{slot}" if slot in colours else "laid"


def _closed(path: Path) -> Path:
    """The path, its ends joined: the rim of an open pocket."""
    return path if abs(path.end - path.start) < SAME else joined((path, line_path(path.end, path.start)))
