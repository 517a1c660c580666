"""How edges that show are finished: the rims of pockets, and the edges of what is sewn on to a face.

Cloth is hemmed and turned under. Leather, vinyl and felt keep their raw edges: the stitching lies a little inside, so a
panel of theirs ends on that stitching, and what lies beyond it to the raw edge is its allowance [construction 7.12].
"""

from __future__ import annotations

from collections.abc import Callable

from bagpattern.geometry.path import Path
from bagpattern.geometry.shapes import Sides
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.marks import Line, LineKind
from bagpattern.parts.workshop import Workshop
from bagpattern.said import NOTHING, Length, Said
from bagpattern.words import words

AROUND = ("left", "bottom", "right")
"""A pocket's edges in the order in which they are sewn on: down, along the base, and up."""
OTHER_EDGES = words("the other edges")
"""Of a patch, beside its rim."""


def rim(shop: Workshop, name: str, path: Path, slot: str, allowance: float | None = None) -> Edge:
    """The open edge of a pocket cut from the material in *slot*; a given *allowance* in mm is always turned over."""
    if allowance is None and shop.hem(slot) == "raw":
        return Edge(name, path, Finish.RAW)
    return Edge(name, path, Finish.HEM, allowance=shop.hem_allowance(slot) if allowance is None else allowance)


def rim_words(shop: Workshop, slot: str, allowance: float | None = None) -> Said:
    """What is done to such an edge, as a sentence."""
    turned = shop.hem_allowance(slot) if allowance is None else allowance
    if allowance is None and shop.hem(slot) == "raw":
        return words("Leave the top edge raw.")
    if shop.hem(slot) == "double":
        first, second = Length(turned / 3), Length(turned * 2 / 3)
        return words("Hem the top ({first}, then {second}).", first=first, second=second)
    return words("Turn the top over once ({turned}) and topstitch it.", turned=Length(turned))


def lapped(shop: Workshop, name: str, path: Path, slot: str) -> Edge:
    """An edge that is sewn on to a face: turned under with the seam allowance, or raw beyond its stitching."""
    return Edge(name, path, allowance=shop.lap(slot) or None)


def patch_edges(shop: Workshop, sides: Sides, slot: str) -> tuple[Edge, Edge, Edge, Edge]:
    """Round a pocket that is hemmed at its top and sewn on along its other edges."""
    return (
        lapped(shop, "bottom", sides.bottom, slot),
        lapped(shop, "right", sides.right, slot),
        rim(shop, "top", sides.top, slot),
        lapped(shop, "left", sides.left, slot),
    )


def placement(name: str, lap: float, inside: Callable[[float], Path], title: Said = NOTHING) -> tuple[Line, ...]:
    """The lines on a face along which a part is sewn on: its edge; if that is raw, the stitching and the edge.

    ``inside`` gives the part's outline so many mm inside its edge; the line of that *name*, which is the id of its
    panel, and of that *title* is the one to sew along.
    """
    if not lap:
        return (Line(name, inside(0.0), LineKind.PLACEMENT, title, holds=name),)
    sewn = Line(name, inside(lap), LineKind.STITCH, title, holds=name)
    edge = words("{name} edge", name=sewn.told)
    return sewn, Line(f"{name} edge", inside(0.0), LineKind.PLACEMENT, edge)


def lap_words(shop: Workshop, slot: str, edges: Said) -> Said:
    """What is done to such *edges*, to begin a sentence with."""
    lap = shop.lap(slot)
    if not lap:
        return words("turn {edges} under", edges=edges)
    return words("leave {edges} raw, stitching {lap} inside", edges=edges, lap=Length(lap))
