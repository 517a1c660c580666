"""Plain rectangles, which paper need not be spent on: the cut list says their size and what to mark on them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bagpattern.drawing.piece.details import notch_places
from bagpattern.geometry.points import Point, point
from bagpattern.geometry.segments import Straight
from bagpattern.model.marks import Line, LineKind, NotchKind
from bagpattern.model.pattern import Pattern
from bagpattern.model.piece import Piece
from bagpattern.said import Length, Said, Scale
from bagpattern.words import figures, form, series, words

MOST_NOTCHES = 4
"""Notches that are measured off a list without losing count [K]."""
_SPANS = 0.9
"""A line that runs over this much of the piece is told by its distance from one side."""
_NOTCHES = {
    "top": form("notches top {figures}"),
    "bottom": form("notches bottom {figures}"),
    "left": form("notches left {figures}"),
    "right": form("notches right {figures}"),
}
_FROM = {True: form("{line} from the left {figures}"), False: form("{line} from below {figures}")}
"""Where a line runs, by whether it is upright."""
_KINDS = {
    LineKind.PLACEMENT: words("placement"),
    LineKind.FOLD: words("fold"),
    LineKind.TOPSTITCH: words("topstitch"),
    LineKind.STITCH: words("stitch"),
    LineKind.SLIT: words("slit"),
}


class _Snip(NamedTuple):
    """A notch on a side of the cut rectangle, in mm from its left or its lower corner."""

    side: str
    at: float
    double: bool


def left_to_the_list(pattern: Pattern) -> frozenset[str]:
    """The pieces that can be cut and marked from words alone, by id."""
    return frozenset(piece.id for piece in pattern.pieces if not piece.panel.same_as and is_plain(piece))


def is_plain(piece: Piece) -> bool:
    """Whether the piece is an upright rectangle whose only marks are few notches and straight lines from side to side.

    What has many is marked faster through paper than by a ruler, and with fewer slips.
    """
    lines = [line for line in piece.panel.lines if line.kind is not LineKind.TOPSTITCH]
    if len(notch_places(piece)) > MOST_NOTCHES:
        return False
    return piece.is_rectangle and not piece.panel.holes and all(_upright(piece, line) is not None for line in lines)


def _upright(piece: Piece, line: Line) -> bool | None:
    """Whether a line stands upright; None if it is not straight, or runs neither up nor across the whole piece."""
    if not all(isinstance(segment, Straight) for segment in line.path.segments):
        return None
    xs, ys = [p.real for p in line.path.flat], [p.imag for p in line.path.flat]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    left, bottom, right, top = piece.panel.stitching_line.bounds
    if wide < 0.01 and high > _SPANS * (top - bottom):
        return True
    return False if high < 0.01 and wide > _SPANS * (right - left) else None


def marking(piece: Piece) -> Said:
    """What to know and to mark on the cut rectangle, grain upright: its label, its middle, its lines and notches."""
    left, bottom, _, _ = piece.cutting_path.bounds
    low = point(left, bottom)
    across, up = _figure(piece.cut_width / 2), _figure(piece.cut_height / 2)
    middle = words("middle at {across} across, {up} up", across=across, up=up)
    return series((*piece.label, middle, *_lines(piece, low), *_notches(piece, low)), "; ")


def _figure(mm: float) -> Length:
    """In whole mm, as a ruler is read: half a mm is no more than a chalk line is wide."""
    return Length(float(round(mm)), Scale.FIGURE)


def _lines(piece: Piece, low: Point) -> Iterator[Said]:
    """The inner lines by kind, each by its distance from the left or the lower side."""
    found: dict[tuple[LineKind, bool], list[float]] = {}
    for line in piece.panel.lines:
        upright = _upright(piece, line)
        if upright is not None:
            at = line.path.start - low
            found.setdefault((line.kind, upright), []).append(at.real if upright else at.imag)
    for (kind, upright), places in found.items():
        yield words(_FROM[upright], line=_KINDS[kind], figures=figures(map(_figure, sorted(places))))


def _notches(piece: Piece, low: Point) -> Iterator[Said]:
    """The notches by side: across along top and bottom, up along left and right."""
    snips = _snips(piece, low)
    for side in _NOTCHES:
        here = [each for each in snips if each.side == side]
        if here:
            yield words(_NOTCHES[side], figures=figures(map(_told, here)))


def _told(snip: _Snip) -> Said:
    return words("{figure} double", figure=_figure(snip.at)) if snip.double else _figure(snip.at)


def _snips(piece: Piece, low: Point) -> list[_Snip]:
    found: list[_Snip] = []
    for place in notch_places(piece):
        at, out = place.at - low, place.out
        upright = abs(out.real) > abs(out.imag)
        side = ("right" if out.real > 0 else "left") if upright else ("top" if out.imag > 0 else "bottom")
        found.append(_Snip(side, at.imag if upright else at.real, place.notch.kind is NotchKind.DOUBLE))
    return sorted(found, key=lambda each: each.at)
