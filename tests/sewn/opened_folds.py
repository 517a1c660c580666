"""Bags whose sides fold into them, as they are when these are opened as far as they let them."""

from __future__ import annotations

import math
from itertools import pairwise

from bagpattern.geometry.path import line_path
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Seam
from bagpattern.values import replace


def opened_of(draft: Draft) -> Draft | None:
    """The draft with its folded sides opened, each a triangle then; None where it has none.

    Edges of one side that are sewn to each other close it there. Its rim pulled straight, what stands between that and
    the closed end is the triangle of the rim and the two edges beside it; what is left lies in the folds.
    """
    body = (each for each in draft.panels if each.role is Role.BODY)
    sides = {each.id: each for each in body if any(line.inward for line in each.lines)}
    if not sides:
        return None
    ends = [each for each in draft.seams if _on_itself(each) in sides]
    opened = draft.replacing(*(_triangle(each, ends) for each in sides.values()))
    return replace(opened, seams=tuple(each for each in draft.seams if each not in ends))


def _on_itself(seam: Seam) -> str:
    """The panel whose edges a seam joins to each other; none where there are several."""
    joined = {run.panel for run in (*seam.a, *seam.b)}
    return joined.pop() if len(joined) == 1 else ""


def _triangle(side: Panel, ends: list[Seam]) -> Panel:
    """A side without its closed edges: the lengths of the three others decide its corners, the rim lies level."""
    closed = {run.on for each in ends for run in (*each.a, *each.b) if run.panel == side.id}
    first = next(n for n, each in enumerate(side.edges) if each.name not in closed and side.edges[n - 1].name in closed)
    up, rim, down = (each for each in (*side.edges[first:], *side.edges[:first]) if each.name not in closed)
    a, b, c = up.length, rim.length, down.length
    across = (a**2 + b**2 - c**2) / (2 * b)
    start = complex(across, math.sqrt(a**2 - across**2))
    corners = (0j, start, start - b, 0j)
    paths = (line_path(*pair) for pair in pairwise(corners))
    edges = tuple(replace(edge, path=path) for edge, path in zip((up, rim, down), paths, strict=True))
    return replace(side, edges=edges, lines=(), notches=())
