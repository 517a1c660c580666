"""Clips in the allowance, where a strip turns a corner."""

from __future__ import annotations

import pytest

from bagpattern.model.marks import LineKind
from bagpattern.model.pattern import Pattern
from bagpattern.pipeline import make

SQUARE = {"dimensions.top_radius": "0 mm", "dimensions.bottom_radius": "0 mm", "lining.kind": "none"}


def clips(pattern: Pattern, piece: str) -> list[complex]:
    """Where the clips of a piece end, sorted along it."""
    lines = pattern[piece].panel.lines
    ends = [line.path.end for line in lines if line.kind is LineKind.SLIT and line.name.startswith("clip")]
    return sorted(ends, key=lambda end: (end.imag, end.real))


def test_square_corners_clip_the_bands() -> None:
    """The base band turns both lower corners on either side, the zip band both upper ones: 40 % up, 60 % of 260 mm."""
    pattern = make({"style": "mini-backpack"}, SQUARE | {"closure.stop": "104 mm"})
    assert pattern.errors == ()
    assert [round(end.real) for end in clips(pattern, "base-band")] == [104, 324, 104, 324]
    assert [round(end.real) for end in clips(pattern, "zip-band-front")] == [156, 376]


def test_a_clip_stops_one_millimetre_short_of_the_stitching() -> None:
    pattern = make({"style": "mini-backpack"}, SQUARE)
    lowest, highest = clips(pattern, "base-band")[0], clips(pattern, "base-band")[-1]
    assert lowest.imag == pytest.approx(-1)
    assert highest.imag == pytest.approx(pattern.finished.depth + 1)


def test_rounded_corners_need_none() -> None:
    pattern = make({"style": "mini-backpack"})
    assert not any(clips(pattern, piece.id) for piece in pattern.pieces)
