"""Lay plans at true size for machines: every copy where it lies on the sheet, as closed paths, nothing written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from bagpattern.drawing.model import Drawing, Item, Look, Shape, layered
from bagpattern.drawing.names import Names
from bagpattern.drawing.piece.cutting import Contour, cut_parts
from bagpattern.drawing.piece.engraved import engraved
from bagpattern.drawing.piece.machine import bare, contours, looks, outline_last
from bagpattern.drawing.piece.stitched import stitch_holes
from bagpattern.drawing.strokes import box_path
from bagpattern.drawing.titled import by_unit
from bagpattern.geometry.path import Path, line_path
from bagpattern.geometry.placement import IDENTITY, Placement, turned
from bagpattern.layout.beds import Sheets
from bagpattern.layout.blanks import Blank, Placed, placed
from bagpattern.layout.lay import Lay
from bagpattern.layout.plans import names
from bagpattern.layout.stash import Filled
from bagpattern.model.pattern import Pattern
from bagpattern.options import Options


class Sheet(NamedTuple):
    """One sheet that a machine takes: what lies on it in the cloth's own place, and ``way``, how the cloth lies on it.

    ``edge`` is the edge of what is cut, as it lies there.
    """

    called: str
    width: float
    height: float
    edge: Path
    copies: tuple[Placed, ...]
    way: Placement = IDENTITY


def plan_sheets(plans: Sequence[Lay]) -> Iterator[Sheet]:
    """Each plan as a sheet as long as it takes: cloth off a roll."""
    for plan, name in zip(plans, names(plans), strict=True):
        long, wide = plan.length, plan.cloth.width
        yield Sheet(name, long, wide, box_path(0.0, 0.0, long, wide), plan.placed)


def bed_sheets(found: Sequence[Sheets]) -> Iterator[Sheet]:
    """Each sheet as large as the bed, its pieces within the rim."""
    for each in found:
        wide, high, rim = each.bed.width, each.bed.height, each.bed.rim
        along = Placement(complex(rim, 0))
        way = along.then(turned(90.0)).then(Placement(complex(wide, 0))) if each.upright else along
        for number, plan in enumerate(each.plans, 1):
            edge = box_path(0.0, 0.0, wide, high)
            yield Sheet(f"{each.cloth.material}-{number}", wide, high, edge, plan.placed, way)


def offcut_sheets(material: str, filled: Iterable[Filled], cut: tuple[Blank, ...]) -> Iterator[Sheet]:
    """Each offcut or hide that something is cut from, its outline as the edge."""
    for number, each in enumerate((one for one in filled if one.spots), 1):
        corner, (wide, high) = each.offcut.corner, each.offcut.size
        edge = line_path(*(p - corner for p in (*each.offcut.outline, each.offcut.outline[0])))
        yield Sheet(f"{material}-{number}", wide, high, edge, placed(cut, each.spots), Placement(-corner))


def true_size(pattern: Pattern, sheets: Iterable[Sheet], options: Options) -> dict[str, Drawing]:
    """The drawing of each sheet, by what its file's name has after the preset's.

    Raises InputError for options that cannot be used, and for pieces that are cut on the fold.
    """
    drawn, uncovered, holes = looks(options), bare(pattern, options), stitch_holes(pattern, options)
    names = engraved(pattern, options)
    parts = {
        piece.id: [
            each
            for each in (
                *names.get(piece.id, ()),
                *cut_parts(piece, piece.panel.material not in uncovered, options.kerf, holes.get(piece.id, ())),
            )
            if each.role in drawn
        ]
        for piece in pattern.pieces
    }
    return {f"cut-{each.called}": _drawing(pattern, each, parts, drawn) for each in sheets}


def _drawing(
    pattern: Pattern, sheet: Sheet, parts: Mapping[str, Sequence[Contour]], drawn: Mapping[str, Look]
) -> Drawing:
    names_taken = Names()
    size = f"{sheet.width:.1f} x {sheet.height:.1f} mm"
    items: list[Item] = []
    if "square" in drawn:
        items.append(Shape("edge", "square", (sheet.edge,), data=(("size", size),)))
    for each in sheet.copies:
        items.extend(contours(pattern[each.piece], parts[each.piece], each.placement.then(sheet.way), names_taken))
    told = by_unit(lambda unit: f"Paths to cut, in their places. 1 unit is {unit}; the sheet is {size}.")
    return Drawing(
        sheet.width,
        sheet.height,
        outline_last(layered(items)),
        title=f"{pattern.title}, {sheet.called}",
        description=told.pop(0),
        in_pixels=told,
        name=pattern.name,
        styles=drawn,
    )
