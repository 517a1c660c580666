"""Random segments, paths and outlines that a bag could have."""

from __future__ import annotations

import cmath
import math

from hypothesis import strategies as st

from bagpattern.geometry.outline import Side
from bagpattern.geometry.path import Path, line_path
from bagpattern.geometry.placement import Placement
from bagpattern.geometry.points import Point
from bagpattern.geometry.segments import Arc, Cubic, Segment, Straight

SETTLED = st.floats(-300, 300).map(lambda value: round(value, 3))
points = st.builds(complex, SETTLED, SETTLED)
allowances = st.sampled_from((0.0, 5.0, 6.0, 9.7, 10.0, 13.0, 20.0, 30.0))
placements = st.builds(
    lambda move, angle, mirrored: Placement(move, cmath.rect(1, angle), mirrored),
    points,
    st.floats(-math.pi, math.pi),
    st.booleans(),
)


@st.composite
def segments(draw: st.DrawFn, start: Point | None = None) -> Segment:
    """A line, an arc or a gentle cubic, 5 to 300 mm from end to end."""
    begin = draw(points) if start is None else start
    chord = cmath.rect(draw(st.floats(5, 300)), draw(st.floats(-math.pi, math.pi)))
    kind = draw(st.sampled_from(("straight", "arc", "cubic")))
    if kind == "straight":
        return Straight(begin, begin + chord)
    if kind == "arc":
        return Arc(begin, begin + chord, draw(st.floats(0.05, 4.5)) * draw(st.sampled_from((1, -1))))
    first, second = (chord * cmath.rect(draw(st.floats(0.2, 0.5)), draw(st.floats(-1, 1))) for _ in range(2))
    return Cubic(begin, begin + first, begin + chord - second, begin + chord)


@st.composite
def paths(draw: st.DrawFn) -> Path:
    """One to four segments, each starting where the one before ends; they may bend and cross as they like."""
    found = [draw(segments())]
    for _ in range(draw(st.integers(0, 3))):
        found.append(draw(segments(start=found[-1].end)))
    return Path(tuple(found))


@st.composite
def convex_outlines(draw: st.DrawFn) -> list[Path]:
    """The edges of a convex polygon with three to seven corners on an ellipse, none of them very acute."""
    count = draw(st.integers(3, 7))
    width, height = draw(st.floats(60, 300)), draw(st.floats(60, 300))
    shares = [draw(st.floats(0.25, 0.75)) for _ in range(count)]
    corners = [
        complex(width * math.cos(angle), height * math.sin(angle))
        for angle in ((index + share) * 2 * math.pi / count for index, share in enumerate(shares))
    ]
    return [line_path(p, q) for p, q in zip(corners, [*corners[1:], corners[0]], strict=True)]


@st.composite
def ell_outlines(draw: st.DrawFn) -> list[Path]:
    """The six edges of an L, its arms 80 to 160 mm wide and its notch 80 mm or more."""
    across, up = draw(st.floats(80, 160)), draw(st.floats(80, 160))
    width, height = across + draw(st.floats(80, 200)), up + draw(st.floats(80, 200))
    corners = [0j, complex(width, 0), complex(width, up), complex(across, up), complex(across, height), 1j * height]
    return [line_path(p, q) for p, q in zip(corners, [*corners[1:], corners[0]], strict=True)]


@st.composite
def allowed(draw: st.DrawFn, outline: st.SearchStrategy[list[Path]]) -> list[Side]:
    """An outline with an allowance for each edge."""
    return [Side(path, draw(allowances)) for path in draw(outline)]
