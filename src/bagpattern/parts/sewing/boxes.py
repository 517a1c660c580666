"""What holds a strap's end where it is sewn on to a face: a box with a cross, a patch behind [construction 5.9]."""

from __future__ import annotations

from bagpattern.geometry.path import line_path
from bagpattern.geometry.points import Point
from bagpattern.geometry.shapes import rectangle
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.panel import Panel, Role
from bagpattern.said import NOTHING, Said

INSIDE = 2.0
"""mm from the edge of a strap to the box on it [K]."""
LONGEST = 25.0
"""mm: a box of 25 by 25 holds a strap of that width; a longer one holds no better [construction 5.9]."""


def box_cross(name: str, middle: Point, along: complex, length: float, width: float, title: Said = NOTHING) -> Line:
    """A box round *middle*, *length* mm along the unit direction *along*, *width* mm across, with its cross.

    It is one run of the needle: round the box, across, along one side again, and across the other way.
    """
    far, aside = along * length / 2, 1j * along * width / 2
    a, b, c, d = middle - far + aside, middle - far - aside, middle + far - aside, middle + far + aside
    return Line(name, line_path(a, b, c, d, a, c, b, d), LineKind.STITCH, title, box=True)


def reinforcement(panel_id: str, title: Said, width: float, height: float, count: int = 1) -> Panel:
    """Raw patches of the shell cloth, *width* by *height* mm, that lie on the wrong side behind what is sewn on."""
    sides = zip(("bottom", "right", "top", "left"), rectangle(width, height), strict=True)
    edges = tuple(Edge(name, path, Finish.RAW, allowance=0.0) for name, path in sides)
    return Panel(panel_id, title, "shell", Role.OTHER, edges, count=count)
