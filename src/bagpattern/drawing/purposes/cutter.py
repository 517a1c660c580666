"""Drawings for lasers, plotters and knife cutters: closed paths, one colour per role, nothing written [print 3.1]."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bagpattern.drawing.model import Drawing, Item, Look, Shape, layered
from bagpattern.drawing.names import Names, slug
from bagpattern.drawing.piece.cutting import Contour, copies, cut_parts
from bagpattern.drawing.piece.engraved import engraved
from bagpattern.drawing.piece.machine import bare, contours, looks, outline_last
from bagpattern.drawing.piece.stitched import stitch_holes
from bagpattern.drawing.purposes import Purpose
from bagpattern.drawing.titled import by_unit
from bagpattern.geometry import areas
from bagpattern.geometry.path import line_path
from bagpattern.geometry.placement import Placement
from bagpattern.geometry.points import point
from bagpattern.layout.paper.sheet import Arrangement, Size, arrange
from bagpattern.model.pattern import Pattern
from bagpattern.model.piece import Piece
from bagpattern.options import Options

CHECK = 100.0
"""mm: the check mark's length."""
MARGIN = 5.0


class Cutter(Purpose):
    """Every copy of every piece, mirrored ones mirrored, and a check mark of 100 mm on a layer of its own."""

    title = "for a laser, plotter or knife cutter"
    formats = ("svg", "dxf")
    reads = ("colours", "allowance", "no_allowance_for", "kerf", "holes", "engrave", "per")

    def called(self, options: Options) -> str:
        """The same whatever the options."""
        return "cutter"

    def draw(self, pattern: Pattern, options: Options) -> Mapping[str, Drawing]:
        """One drawing for each material, or for each piece."""
        uncovered = bare(pattern, options)
        drawn, holes, names = looks(options), stitch_holes(pattern, options), engraved(pattern, options)
        taken = {
            piece.id: (
                *names.get(piece.id, ()),
                *cut_parts(piece, piece.panel.material not in uncovered, options.kerf, holes.get(piece.id, ())),
            )
            for piece in pattern.pieces
        }
        lots: dict[str, list[Piece]] = {}
        for piece in pattern.pieces:
            lots.setdefault(piece.id if options.per == "piece" else piece.panel.material, []).append(piece)
        return {f"cutter-{slug(name)}": _sheet(pattern, name, pieces, taken, drawn) for name, pieces in lots.items()}


def _sheet(
    pattern: Pattern,
    name: str,
    pieces: Sequence[Piece],
    taken: Mapping[str, Sequence[Contour]],
    drawn: Mapping[str, Look],
) -> Drawing:
    """The copies of some pieces packed above the check mark."""
    cut = [(piece, tuple(each for each in taken[piece.id] if each.role in drawn)) for piece in pieces]
    lying = [(piece, parts, turned) for piece, parts in cut if parts for turned in copies(piece)]
    boxes = [areas.bounds(part.path.placed(turned) for part in parts) for _, parts, turned in lying]
    sizes = [Size(right - left, top - bottom) for left, bottom, right, top in boxes]
    packed = arrange(sizes) if sizes else Arrangement((), 0.0, 0.0)
    names = Names()
    items: list[Item] = [*_check_mark()] if "square" in drawn else []
    for index, (piece, parts, turned) in enumerate(lying):
        corner = packed.places[index] - point(boxes[index][0], boxes[index][1]) + point(MARGIN, 3 * MARGIN)
        items.extend(contours(piece, parts, Placement(corner, mirrored=turned.mirrored), names))
    told = by_unit(lambda unit: f"Paths to cut from {name}. 1 unit is {unit}; the check mark is {CHECK:.0f} mm long.")
    return Drawing(
        max(packed.width, CHECK) + 2 * MARGIN,
        packed.height + 4 * MARGIN,
        outline_last(layered(items)),
        title=f"{pattern.title}, {name}",
        description=told.pop(0),
        in_pixels=told,
        name=pattern.name,
        styles=drawn,
    )


def _check_mark() -> Iterator[Shape]:
    """A line of 100 mm between two ticks."""
    start, end = point(MARGIN, MARGIN), point(MARGIN + CHECK, MARGIN)
    ticks = (line_path(each - 2j, each + 2j) for each in (start, end))
    yield Shape("check-mark-100-mm", "square", (line_path(start, end), *ticks), data=(("size", "100 mm"),))
