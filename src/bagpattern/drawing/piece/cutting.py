"""What a machine cuts of one piece: closed outlines, holes, snips and marks as bare paths, nothing written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from bagpattern.drawing.piece.details import Details, Mark, details
from bagpattern.drawing.strokes import circle
from bagpattern.errors import InputError, Problem
from bagpattern.geometry import areas
from bagpattern.geometry.outline import Side
from bagpattern.geometry.path import Path
from bagpattern.geometry.placement import Placement
from bagpattern.geometry.points import Point
from bagpattern.model.edge import Finish
from bagpattern.model.piece import Piece
from bagpattern.passes.allow import moved_outline
from bagpattern.values import replace
from bagpattern.words import words

DIAMETER = 1.0
"""mm of a stitching hole: a round awl for thread of 0.6 to 0.8 mm [K]."""
_LEATHER = 1.5
"""mm from a hole's centre to the edge, at least: less tears out [K]."""


class Contour(NamedTuple):
    """A path of a role, in the piece's own place."""

    role: str
    name: str
    path: Path


def cut_parts(piece: Piece, allowance: bool, kerf: float, stitches: Sequence[Point] = ()) -> tuple[Contour, ...]:
    """All paths of *piece*; without *allowance* the outline is the line that the needle follows.

    *stitches* are the centres of stitching holes: those are punched that lie on the piece with a little leather round
    them, not where a seam ends on an edge without allowance. The beam burns *kerf* mm: outlines are moved outward by
    half of it, holes inward. Raises InputError for a piece that is cut on the fold, which a machine cannot.
    """
    if any(edge.finish is Finish.FOLD for edge in piece.panel.edges):
        raise InputError([Problem(piece.id, words("is cut on the fold: a machine cannot cut it"))])
    if piece.rough is not None:  # trimmed by hand when it is quilted, and marked then
        return (Contour("cut", "cut", moved_outline([Side(piece.rough, kerf / 2)]) if kerf else piece.rough),)
    taken = details(piece if allowance else _bare(piece), (), {})
    outline = piece.cutting_path if allowance else taken.needle
    grown = moved_outline([Side(outline, kerf / 2)]) if kerf else outline
    return (
        Contour("cut", "cut", grown),
        *_holes(piece, kerf),
        *_stitches(outline, stitches, kerf),
        *_marks(taken, allowance),
    )


def _bare(piece: Piece) -> Piece:
    return replace(piece, cutting_path=piece.panel.stitching_line, allowances=dict.fromkeys(piece.allowances, 0.0))


def _holes(piece: Piece, kerf: float) -> Iterator[Contour]:
    """A hole with a diameter is cut out; a mere mark stays with the marks, as a dot of 1 mm."""
    for number, hole in enumerate(piece.panel.holes, 1):
        radius = max((hole.diameter or 1.0) / 2 - kerf / 2, 0.05)
        yield Contour("drill" if hole.diameter else "placement", f"hole-{number}", circle(hole.at, radius))


def _stitches(outline: Path, places: Sequence[Point], kerf: float) -> Iterator[Contour]:
    """Round holes, each with leather round it."""
    inside = areas.polygon(outline)
    for number, at in enumerate(places, 1):
        if all(areas.holds(inside, at + _LEATHER * way) for way in (1, 1j, -1, -1j)):
            yield Contour("drill", f"stitch-{number}", circle(at, max(DIAMETER / 2 - kerf / 2, 0.05)))


def _marks(taken: Details, allowance: bool) -> Iterator[Contour]:
    """Lines and notches. Where there is no allowance to snip into, a notch is drawn, not cut.

    Beside a zip, cutting on the stitching line takes away the ground of some marks: those are left out.
    """
    outline = areas.polygon(taken.needle)
    for mark in (each for each in taken.marks if each.role != "drill"):
        role = "placement" if mark.role == "notch" and not _snipped(mark, taken.piece, allowance) else mark.role
        for path in mark.paths:
            inner = path.end if mark.role == "notch" else path.point_at(path.length / 2)
            if allowance or areas.holds(outline, inner):
                yield Contour(role, mark.name, path)


def _snipped(mark: Mark, piece: Piece, allowance: bool) -> bool:
    """Whether a notch lies in an allowance: its seam's edges all have one of at least 1 mm."""
    seam = dict(mark.data)["seam"]
    edges: Mapping[str, float] = piece.allowances
    return allowance and all(edges.get(each.on, 0.0) >= 1.0 for each in piece.panel.notches if each.seam == seam)


def copies(piece: Piece) -> Iterator[Placement]:
    """How each copy of a piece is turned over: the mirrored ones last."""
    for number in range(piece.panel.count):
        yield Placement(mirrored=number >= piece.panel.count - piece.panel.mirrored)
