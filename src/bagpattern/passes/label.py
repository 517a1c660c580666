"""Labels: the cutting instruction of each piece, and the lines that are printed on it [construction 7.11]."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from bagpattern.model.panel import Edge, Finish, Panel, Role
from bagpattern.model.pattern import Pattern
from bagpattern.model.piece import Piece
from bagpattern.parts.workshop import Workshop
from bagpattern.units import millimetres, number, printed
from bagpattern.values import replace


def label(pattern: Pattern, shop: Workshop) -> Pattern:
    """*pattern* with what is printed on each piece."""
    also: defaultdict[str, list[str]] = defaultdict(list)
    for piece in pattern.pieces:
        also[piece.panel.same_as].append(f"also {instruction(piece.panel).lower()}")
    pieces = (
        replace(
            piece,
            instruction=instruction(piece.panel),
            label=(*also.get(piece.id, ()), *_lines(piece)),
            captions={line.name: line.name.replace("-", " ") for line in piece.panel.lines},
        )
        for piece in pattern.pieces
    )
    return replace(pattern, pieces=tuple(pieces))


def instruction(panel: Panel) -> str:
    """'Cut 2 shell, 1 mirrored'."""
    text = f"Cut {panel.count} {panel.material}"
    if any(edge.finish is Finish.FOLD for edge in panel.edges):
        text += " on the fold"
    return f"{text}, {panel.mirrored} mirrored" if panel.mirrored else text


def _lines(piece: Piece) -> tuple[str, ...]:
    return (_size(piece), *_allowances(piece), *([piece.panel.note] if piece.panel.note else []))


def _size(piece: Piece) -> str:
    """The size without allowance, and what it is the size of: a strap is folded before it has its finished size."""
    left, bottom, right, top = piece.panel.stitching_line.bounds
    size = f"{number(right - left)} x {number(top - bottom)} mm"
    if piece.panel.role is Role.STIFFENING:
        return f"cut {size}"
    return f"finished {size}" if piece.panel.layers == 1 else f"{size} before folding"


def _allowances(piece: Piece) -> Iterator[str]:
    """The allowance that most edges have, or most of the outline; then each that differs, with the edges it is on."""
    around: defaultdict[float, list[Edge]] = defaultdict(list)
    for edge in piece.panel.edges:
        around[printed(piece.allowances[edge.name])].append(edge)
    lengths = {wide: [edge.length for edge in edges] for wide, edges in around.items()}
    usual = max(around, key=lambda wide: (wide != 0, len(lengths[wide]), sum(lengths[wide])))
    yield f"{millimetres(usual)} allowance included" if usual else "no allowance"
    for wide, edges in around.items():
        if wide != usual:
            yield f"{', '.join(edge.name for edge in edges)}: {millimetres(wide) if wide else 'none'}"
