"""Clips in the allowance, where a strip turns a corner."""

from __future__ import annotations

import cmath
import math

import pytest

from bagpattern.geometry.path import line_path
from bagpattern.geometry.shapes import rectangle
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge
from bagpattern.model.marks import LineKind
from bagpattern.model.panel import Panel, Role
from bagpattern.model.pattern import Finished, Pattern
from bagpattern.model.seam import Run, Seam
from bagpattern.passes.clip import clip
from bagpattern.pipeline import make
from bagpattern.said import Name
from tests.checks.bags import SHOP, edges

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


@pytest.mark.parametrize(("degrees", "clipped"), [(20, False), (40, True), (50, True), (90, True)])
def test_an_edge_that_is_sewn_round_a_corner_is_clipped(degrees: int, clipped: bool) -> None:
    """A strip along two edges of a panel, which meet at that corner."""
    turned = 100 + 100 * cmath.exp(1j * math.radians(degrees))
    sides = {"one": line_path(0, 100), "two": line_path(100, turned), "rest": line_path(turned, 0)}
    bent = Panel("bent", Name("Bent"), "shell", Role.BODY, tuple(Edge(name, path) for name, path in sides.items()))
    strip = Panel("strip", Name("Strip"), "shell", Role.BODY, edges(rectangle(200, 40)))
    seam = Seam("both", (Run("bent", "one"), Run("bent", "two")), (Run("strip", "top", reversed=True),))
    made = clip(Pattern("t", "t", "t", {}, Finished(1, 1, 1, 1), (), Draft((bent, strip), (seam,))), SHOP)
    assert [each.kind for each in made.draft["strip"].lines] == [LineKind.SLIT] * clipped
