"""Names that a machine engraves: letters of single strokes, as plotters draw them, in an allowance where there is one.

A letter is made of the straight segments of a display; whatever way a piece lies, its name turns with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from bagpattern.drawing.piece.cutting import Contour
from bagpattern.drawing.piece.machine import bare
from bagpattern.geometry.cloths import Area, area_of, calm_place, centre_of
from bagpattern.geometry.path import line_path
from bagpattern.geometry.points import SAME, Point
from bagpattern.geometry.segments import Straight
from bagpattern.model.edge import Edge
from bagpattern.model.pattern import Pattern
from bagpattern.model.piece import Piece
from bagpattern.options import Options

HIGHEST, LEAST = 4.0, 2.0
"""mm of a letter: what is engraved lower in leather closes up again [K]."""
_CLEAR = 1.5
"""mm from a letter to the edge that is cut, and to the stitching."""
_WIDE, _STEP = 0.6, 0.9
"""Of a letter's height: how wide it is, and from one to the next."""
_BESIDE, _SHARE = 4.0, 1.6
"""mm from a name to a notch or a corner; of the radius of the largest circle in a piece, how long a name may be."""
_ENDS = {
    "a": (1j, 1 + 1j),
    "b": (1 + 1j, 1 + 0.5j),
    "c": (1 + 0.5j, 1 + 0j),
    "d": (1 + 0j, 0j),
    "e": (0j, 0.5j),
    "f": (0.5j, 1j),
    "g": (0.5j, 0.5 + 0.5j),
    "h": (0.5 + 0.5j, 1 + 0.5j),
    "i": (1j, 0.5 + 0.5j),
    "j": (0.5 + 1j, 0.5 + 0.5j),
    "k": (1 + 1j, 0.5 + 0.5j),
    "l": (0j, 0.5 + 0.5j),
    "m": (0.5 + 0.5j, 0.5 + 0j),
    "n": (0.5 + 0.5j, 1 + 0j),
}
"""The segments of a letter that is 1 wide and 1 high, from the top clockwise, then those inside."""
_LETTERS = {
    " ": "",
    "-": "gh",
    "0": "abcdef",
    "1": "kbc",
    "2": "abghed",
    "3": "abchd",
    "4": "fghbc",
    "5": "afghcd",
    "6": "afghcde",
    "7": "abc",
    "8": "abcdefgh",
    "9": "abcdfgh",
    "A": "efabcgh",
    "B": "abcdhjm",
    "C": "adef",
    "D": "abcdjm",
    "E": "adefgh",
    "F": "aefgh",
    "G": "acdefh",
    "H": "bcefgh",
    "I": "adjm",
    "J": "bcde",
    "K": "efgkn",
    "L": "def",
    "M": "bcefik",
    "N": "bcefin",
    "O": "abcdef",
    "P": "abefgh",
    "Q": "abcdefn",
    "R": "abefghn",
    "S": "acdfgh",
    "T": "ajm",
    "U": "bcdef",
    "V": "efkl",
    "W": "bcefln",
    "X": "ikln",
    "Y": "ikm",
    "Z": "adkl",
}
"""The segments of every letter that there is."""


class _Line(NamedTuple):
    """Where a name is written: its left end on the baseline, the way along it, and mm of its letters."""

    start: Point
    along: Point
    high: float


def engraved(pattern: Pattern, options: Options) -> Mapping[str, tuple[Contour, ...]]:
    """The number and the name of every piece as strokes, by piece, if that is wished."""
    if not options.engrave:
        return {}
    uncovered = bare(pattern, options)
    return {each.id: tuple(_strokes(each, each.panel.material not in uncovered)) for each in pattern.pieces}


def _strokes(piece: Piece, allowance: bool) -> Iterator[Contour]:
    """Its name, in an allowance where that has room for it, else its number there, else either in its middle.

    A name with other letters is left to its number.
    """
    number, name = str(piece.number), f"{piece.number} {piece.id}".upper()
    texts = [name, number] if set(name) <= {*_LETTERS} else [number]
    beside = ((each, _in_allowance(piece, each)) for each in (texts if allowance else ()))
    inside = ((each, _in_the_middle(piece, each)) for each in texts)
    text, line = next((text, line) for text, line in (*beside, *inside) if line is not None or text == number)
    line = line or _Line(centre_of(_net(piece)), 1 + 0j, LEAST)
    for place, letter in enumerate(text):
        for segment in _LETTERS[letter]:
            a, b = (_placed(line, place, end) for end in _ENDS[segment])
            yield Contour("engrave", f"name-{place}-{segment}", line_path(a, b))


def _placed(line: _Line, place: int, at: complex) -> Point:
    return line.start + line.along * line.high * complex(place * _STEP + at.real * _WIDE, at.imag)


def _in_allowance(piece: Piece, text: str) -> _Line | None:
    """Along the longest straight edge whose allowance is high enough, between its notches."""
    for edge in sorted(piece.panel.edges, key=lambda each: -each.length):
        wide = piece.allowances[edge.name]
        high = min(HIGHEST, wide - 2 * _CLEAR)
        at = _free(piece, edge, high * _STEP * len(text)) if high >= LEAST and len(edge.path.segments) == 1 else None
        if at is not None:
            along = (edge.path.end - edge.path.start) / abs(edge.path.end - edge.path.start)
            return _Line(edge.path.point_at(at) - 1j * along * (wide + high) / 2, along, high)
    return None


def _free(piece: Piece, edge: Edge, wide: float) -> float | None:
    """mm along an upright or a level edge at which so much is free of notches and corners."""
    across, along = abs((edge.path.end - edge.path.start).real), abs((edge.path.end - edge.path.start).imag)
    if not isinstance(edge.path.segments[0], Straight) or min(across, along) > SAME:
        return None
    taken = sorted((0.0, *(each.at for each in piece.panel.notches if each.on == edge.name), edge.length))
    return next((low + _BESIDE for low, high in pairwise(taken) if high - low >= wide + 2 * _BESIDE), None)


def _in_the_middle(piece: Piece, text: str) -> _Line | None:
    middle, room = calm_place(_net(piece))
    high = min(HIGHEST, _SHARE * room / (_STEP * len(text)))
    return _Line(middle - complex(high * _STEP * len(text), high) / 2, 1 + 0j, high) if high >= LEAST else None


def _net(piece: Piece) -> Area:
    return area_of(piece.panel.stitching_line.flat)
