"""Drawings for lasers, plotters and knife cutters: closed paths, one colour per role, nothing written [print 3.1]."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bagpattern.drawing.model import Drawing, Item, Layer, Look, Shape, layered
from bagpattern.drawing.names import Names, slug
from bagpattern.drawing.piece.cutting import Contour, copies, cut_parts
from bagpattern.drawing.purposes import Purpose
from bagpattern.errors import Problem, did_you_mean, quoted, raise_together
from bagpattern.geometry import areas
from bagpattern.geometry.path import line_path
from bagpattern.geometry.placement import Placement
from bagpattern.geometry.points import point
from bagpattern.layout.paper.sheet import Arrangement, Size, arrange
from bagpattern.model.pattern import Pattern
from bagpattern.model.piece import Piece
from bagpattern.options import Options

COLOURS = {
    "cut": "#ff0000",
    "slit": "#0000ff",
    "drill": "#ff00ff",
    "notch": "#00ff00",
    "placement": "#000000",
    "square": "#ff8000",
}
"""The roles that are drawn, in colours that cutters' programs keep apart; other roles are left out unless asked for."""
OTHERS = ("fold", "stitch", "topstitch")
CHECK = 100.0
"""mm: the check mark's length."""
MARGIN = 5.0
_WIDTH = 0.1
_COLOUR = re.compile(r"#[0-9a-f]{6}")


class Cutter(Purpose):
    """Every copy of every piece, mirrored ones mirrored, and a check mark of 100 mm on a layer of its own."""

    title = "for a laser, plotter or knife cutter"
    formats = ("svg", "dxf")
    reads = ("colours", "allowance", "no_allowance_for", "kerf", "per")

    def called(self, options: Options) -> str:
        """The same whatever the options."""
        return "cutter"

    def draw(self, pattern: Pattern, options: Options) -> Mapping[str, Drawing]:
        """One drawing for each material, or for each piece."""
        bare = _bare(pattern, options)
        looks = {role: Look(_WIDTH, colour=colour) for role, colour in read_colours(options.colours).items()}
        lots: dict[str, list[Piece]] = {}
        for piece in pattern.pieces:
            lots.setdefault(piece.id if options.per == "piece" else piece.panel.material, []).append(piece)
        return {
            f"cutter-{slug(name)}": _sheet(pattern, name, pieces, bare, options.kerf, looks)
            for name, pieces in lots.items()
        }


def _bare(pattern: Pattern, options: Options) -> frozenset[str]:
    """The slots whose pieces are cut on the stitching line. Raises InputError for those that the bag has not."""
    slots = [each.id for each in pattern.materials]
    named = [each.strip().lower() for each in options.no_allowance_for if each.strip()]
    raise_together(
        Problem("no_allowance_for", f"nothing of this bag is cut from {quoted(each)}{did_you_mean(each, slots)}")
        for each in named
        if each not in slots
    )
    return frozenset(named if options.allowance else slots)


def read_colours(wanted: Iterable[str]) -> dict[str, str]:
    """The colour of each role that is drawn. Raises InputError, listing all that cannot be read."""
    colours, problems = dict(COLOURS), []
    for pair in filter(None, (each.strip().lower() for each in wanted)):
        role, _, colour = (each.strip() for each in pair.partition("="))
        if role not in COLOURS and role not in OTHERS:
            problems.append(f"there is no role {quoted(role)}{did_you_mean(role, (*COLOURS, *OTHERS))}")
        elif colour == "none":
            colours.pop(role, None)
        elif _COLOUR.fullmatch(colour):
            colours[role] = colour
        else:
            problems.append(f"{quoted(pair)}: write a colour such as {role}=#ff0000, or {role}=none to leave it out")
    raise_together(Problem("colours", problem) for problem in problems)
    return colours


def _sheet(
    pattern: Pattern, name: str, pieces: Sequence[Piece], bare: frozenset[str], kerf: float, looks: Mapping[str, Look]
) -> Drawing:
    """The copies of some pieces packed above the check mark."""
    contours = [(piece, cut_parts(piece, piece.panel.material not in bare, kerf)) for piece in pieces]
    cut = [(piece, tuple(each for each in parts if each.role in looks)) for piece, parts in contours]
    lying = [(piece, parts, turned) for piece, parts in cut if parts for turned in copies(piece)]
    boxes = [areas.bounds(part.path.placed(turned) for part in parts) for _, parts, turned in lying]
    sizes = [Size(right - left, top - bottom) for left, bottom, right, top in boxes]
    packed = arrange(sizes) if sizes else Arrangement((), 0.0, 0.0)
    names = Names()
    items: list[Item] = [*_check_mark()] if "square" in looks else []
    for index, (piece, parts, turned) in enumerate(lying):
        corner = packed.places[index] - point(boxes[index][0], boxes[index][1]) + point(MARGIN, 3 * MARGIN)
        items.extend(_shapes(piece, parts, Placement(corner, mirrored=turned.mirrored), names))
    return Drawing(
        max(packed.width, CHECK) + 2 * MARGIN,
        packed.height + 4 * MARGIN,
        outline_last(layered(items)),
        title=f"{pattern.name}, {name}",
        description=f"Paths to cut from {name}. 1 unit is 1 mm; the check mark is {CHECK:.0f} mm long.",
        name=pattern.name,
        styles=looks,
    )


def outline_last(layers: Iterable[Layer]) -> tuple[Layer, ...]:
    """Marks, notches, holes and slits before any outline: what is cut out lies loose, and moves under the tool [K]."""
    return tuple(sorted(layers, key=lambda layer: layer.id == "cut"))


def _shapes(piece: Piece, parts: Iterable[Contour], placement: Placement, names: Names) -> Iterator[Shape]:
    for role, name, path in parts:
        yield Shape(names(piece.id, name), role, (path.placed(placement),), piece.id)


def _check_mark() -> Iterator[Shape]:
    """A line of 100 mm between two ticks."""
    start, end = point(MARGIN, MARGIN), point(MARGIN + CHECK, MARGIN)
    ticks = (line_path(each - 2j, each + 2j) for each in (start, end))
    yield Shape("check-mark-100-mm", "square", (line_path(start, end), *ticks), data=(("size", "100 mm"),))
