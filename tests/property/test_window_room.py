"""The window that a pocket takes is the first with room of all that there are, in order of preference."""

from __future__ import annotations

import cmath
import math
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from bagpattern.geometry import areas
from bagpattern.geometry.path import line_path
from bagpattern.geometry.shapes import rectangle_path, rounded_panel
from bagpattern.model.edge import Edge
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.panel import Panel, Role
from bagpattern.parts.pockets._window_size import WindowSize
from bagpattern.parts.pockets._windows import WindowPocket
from bagpattern.parts.pockets.hidden import Hidden
from bagpattern.parts.pockets.zip_window import ZipWindow
from bagpattern.parts.sewing.clearing import obstacle
from bagpattern.parts.workshop import Finishing, Materials, Workshop
from bagpattern.said import Name

SHOP = Workshop(Materials(), Finishing())
SEAMS, GRID = 5.0, 5.0
"""mm that stay clear of the seams; of which the sizes are multiples."""


@st.composite
def rounded(draw: st.DrawFn) -> tuple[Edge, ...]:
    """A panel with round corners."""
    width, height = draw(st.floats(100, 500)), draw(st.floats(100, 500))
    most = min(width, height) / 2 - 1
    sides = rounded_panel(width, height, draw(st.floats(0, most)), draw(st.floats(0, most)))
    paths = (sides.bottom, sides.right, sides.top, sides.left)
    return tuple(Edge(f"side {number}", path) for number, path in enumerate(paths))


@st.composite
def jagged(draw: st.DrawFn) -> tuple[Edge, ...]:
    """A panel of straight edges, hollow here and there."""
    far = draw(st.lists(st.floats(80, 350), min_size=3, max_size=9))
    corners = [radius * cmath.rect(1, math.tau * number / len(far)) for number, radius in enumerate(far)]
    ends = zip(corners, [*corners[1:], corners[0]], strict=True)
    return tuple(Edge(f"side {number}", line_path(*each)) for number, each in enumerate(ends))


@st.composite
def panels(draw: st.DrawFn) -> Panel:
    """A panel, and what lies on it already."""
    panel = Panel("back", Name("Back"), "shell", Role.BODY, draw(rounded() | jagged()))
    left, bottom, right, top = areas.bounds([panel.stitching_line])
    taken = []
    for number in range(draw(st.integers(0, 3))):
        at = complex(draw(st.floats(left, right)), draw(st.floats(bottom, top)))
        path = rectangle_path(draw(st.floats(1, 120)), draw(st.floats(1, 120)), at)
        taken.append(Line(f"part {number}", path, draw(st.sampled_from([LineKind.PLACEMENT, LineKind.FOLD]))))
    return panel.marked(taken)


sizes = st.none() | st.floats(60, 250)
windows = st.builds(
    ZipWindow,
    name=st.just("test"),
    panel=st.just("back"),
    opening=sizes,
    depth=st.none() | st.floats(40, 250),
    drop=st.none() | st.floats(30, 200),
    direction=st.sampled_from(["across", "down"]),
    holds=st.sampled_from([(), ("passport",), ("iphone-16", "passport")]),
)
hidden = st.builds(
    Hidden,
    name=st.just("test"),
    panel=st.just("back"),
    opening=sizes,
    depth=st.none() | st.floats(40, 250),
    drop=st.floats(30, 200),
    below=st.floats(15, 100),
    base=st.none() | st.floats(6, 100),
)


def drops(pocket: WindowPocket, panel: Panel) -> list[float]:
    """Every distance of the zip from the top, or from the side: up to two thirds of the panel, nearly."""
    left, bottom, right, top = areas.bounds([panel.stitching_line])
    least, most = (50.0, 0.65 * (top - bottom)) if pocket.across else (40.0, 0.65 * (right - left))
    every = [least + GRID * step for step in range(200)]
    return [pocket.drop] if pocket.drop else [each for each in every if each <= most] or [50.0]


def by_trying_all(pocket: WindowPocket, panel: Panel, pairs: list[tuple[float, float]]) -> WindowSize | None:
    """The first that has room."""
    for (opening, depth), drop, base in product(pairs, drops(pocket, panel), pocket.bases()):
        size = WindowSize(opening, depth, drop, pocket.across, pocket.low, base)
        if obstacle(panel, size.footprint(panel), SEAMS) is None:
            return size
    return None


@settings(deadline=None)  # trying all takes its time
@given(panels(), windows | hidden)
def test_the_window_is_the_first_with_room(panel: Panel, pocket: WindowPocket) -> None:
    left, bottom, right, top = areas.bounds([panel.stitching_line])
    wide, high = (right - left, top - bottom) if pocket.across else (top - bottom, right - left)
    pairs = pocket.held(SHOP) or list(product(pocket.openings(wide), pocket.depths(high)))
    first = by_trying_all(pocket, panel, pairs)
    found = pocket.settled(panel, SHOP)
    if first is None:
        assert obstacle(panel, found.footprint(panel), SEAMS) is not None
    else:
        assert found == first
