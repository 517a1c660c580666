"""Corners of a panel that are sewn to themselves: darts, and those that are boxed."""

from __future__ import annotations

import cmath
import math

from bagpattern.model.draft import Draft
from bagpattern.model.panel import Panel
from bagpattern.model.seam import Seam

NARROW, LEVEL = math.pi / 3, math.pi * 0.9
"""Radians: a corner that is sewn to itself and opens less is a dart; one that is boxed opens by about a right angle.
What opens more is no corner: the two halves of one edge."""


def dart_edges(draft: Draft, panel: Panel) -> frozenset[str]:
    """The names of the edges of a panel that its darts close: once these are sewn its outline goes on across them."""
    darts = (seam for seam in draft.seams if _is_of(seam, panel) and is_dart(draft, seam))
    return frozenset(run.on for seam in darts for run in (*seam.a, *seam.b))


def _is_of(seam: Seam, panel: Panel) -> bool:
    return all(run.panel == panel.id for run in (*seam.a, *seam.b))


def opens(draft: Draft, seam: Seam) -> float | None:
    """Radians that a corner of one panel is open whose two edges are sewn to each other; None if it is none."""
    on = {(run.panel, run.copy, run.on) for run in (*seam.a, *seam.b)}
    for panel, copy, name in on:
        edges = draft[panel].edges
        at = next((place for place, edge in enumerate(edges) if edge.name == name), None)
        if at is not None and (panel, copy, (after := edges[(at + 1) % len(edges)]).name) in on:
            return abs(cmath.phase(-after.path.leaving / edges[at].path.arriving))
    return None


def is_dart(draft: Draft, seam: Seam) -> bool:
    """Whether a seam is a dart, sewn while its panel lies flat."""
    found = opens(draft, seam)
    return found is not None and found < NARROW
