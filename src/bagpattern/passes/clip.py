"""Clips: where a straight edge is sewn round a corner, one cut from its raw edge lets it turn [construction 1.8]."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from bagpattern.geometry.path import line_path
from bagpattern.geometry.points import SAME, turn
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.pattern import Pattern
from bagpattern.model.seam import SURFACE_ONLY
from bagpattern.parts.workshop import Workshop
from bagpattern.passes.sides import Side, sides
from bagpattern.values import replace

SHORT_OF_STITCHING = 1.0
"""mm from a clip's end to the stitching line [construction 1.8]."""
_CORNER = math.radians(30)


def clip(pattern: Pattern, shop: Workshop) -> Pattern:
    """*pattern* with a clip drawn in the allowance wherever an edge must turn a corner of what it is sewn to."""
    draft = pattern.draft
    found: defaultdict[str, dict[tuple[str, float], Line]] = defaultdict(dict)
    for panel, on, at in _places(draft):
        edge = draft[panel].edge(on)
        if shop.allowance(edge) > SHORT_OF_STITCHING:
            found[panel].setdefault((on, round(at, 1)), _line(edge, at, shop.allowance(edge), len(found[panel]) + 1))
    panels = (draft[panel].marked(lines.values()) for panel, lines in found.items())
    return replace(pattern, draft=draft.replacing(*panels))


def _places(draft: Draft) -> Iterator[tuple[str, str, float]]:
    """Panel, edge and mm along it of every place that is sewn to a corner of its partner and is none itself."""
    for seam in draft.seams:
        both = sides(draft, seam) if seam.kind not in SURFACE_ONLY else None
        for bent, straight in (both, both[::-1]) if both else ():
            for corner in _corners(bent):
                run, at = straight.locate(corner * straight.length / bent.length)
                panel = draft[run.panel]
                if panel.has_edge(run.on) and SAME < at < panel.edge(run.on).length - SAME:
                    yield run.panel, run.on, at


def _corners(side: Side) -> Iterator[float]:
    """mm along a side at which one panel's outline turns a corner under the needle."""
    for before, after in pairwise(side.stretches):
        same = before.run.panel == after.run.panel and before.run.copy == after.run.copy
        if same and abs(turn(before.segment.arriving, after.segment.leaving)) > _CORNER:
            yield before.end


def _line(edge: Edge, at: float, allowance: float, number: int) -> Line:
    """From the raw edge inward, to just short of the stitching."""
    foot, outward = edge.path.point_at(at), -1j * edge.path.tangent_at(at)
    path = line_path(foot + outward * allowance, foot + outward * SHORT_OF_STITCHING)
    return Line(f"clip {number}", path, LineKind.SLIT)
