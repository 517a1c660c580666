"""Allowance: panels become pieces, each edge with its own distance from stitching line to cutting line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bagpattern.geometry import areas
from bagpattern.geometry.outline import Side, cutting_path
from bagpattern.geometry.path import Path
from bagpattern.model.panel import Panel
from bagpattern.model.pattern import Pattern
from bagpattern.model.piece import Piece
from bagpattern.parts.workshop import Workshop


def allow(pattern: Pattern, shop: Workshop) -> Pattern:
    """*pattern* with a piece for every panel of its draft."""
    return replace(pattern, pieces=tuple(piece(panel, shop) for panel in pattern.draft.panels))


def piece(panel: Panel, shop: Workshop) -> Piece:
    """What lies on the cutting table for *panel*."""
    allowances = {edge.name: shop.allowance(edge) for edge in panel.edges}
    following = (*panel.edges[1:], panel.edges[0])
    around = [
        Side(edge.path, allowances[edge.name], shop.corner(edge, after))
        for edge, after in zip(panel.edges, following, strict=True)
    ]
    return Piece(panel, moved_outline(around), allowances)


def moved_outline(around: Sequence[Side]) -> Path:
    """The outline moved by each side's distance: exact where that exists, else the same line flattened."""
    exact = cutting_path(around)
    return exact if exact is not None and areas.is_simple(exact) else areas.grown(around)
