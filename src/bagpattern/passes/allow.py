"""Allowance: panels become pieces, each edge with its own distance from stitching line to cutting line."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from bagpattern.geometry import areas
from bagpattern.geometry.measure import is_convex
from bagpattern.geometry.outline import Corner, Side, cutting_path
from bagpattern.geometry.path import Path, joined, make_polygons
from bagpattern.geometry.placement import turned
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Finish
from bagpattern.model.panel import Lie, Panel
from bagpattern.model.pattern import Pattern
from bagpattern.model.piece import Piece
from bagpattern.model.seam import SeamKind
from bagpattern.parts.workshop import Workshop
from bagpattern.values import replace

BEYOND = 3.0
"""mm beyond a fold to which leather is skived, to half its thickness [K]."""
_PLAIN = (Corner.MITRE, Corner.SQUARE)


def allow(pattern: Pattern, shop: Workshop) -> Pattern:
    """*pattern* with a piece for every panel of its draft."""
    under = _turned_under(pattern.draft)
    pieces = tuple([piece(panel, shop, under) for panel in pattern.draft.panels])
    make_polygons([outline for each in pieces for outline in (each.cutting_path, each.panel.stitching_line)])
    pieces, draft = tuple(map(_laid, pieces)), pattern.draft
    for each in pieces:
        if each.panel is not draft[each.id]:
            draft = draft.replacing(each.panel)
    return replace(pattern, pieces=pieces, draft=draft)


def _laid(made: Piece) -> Piece:
    """A strip that is no rectangle is not cut along a ruler: its grain is upright, as on every shaped piece.

    One that is to lie across the cloth is turned for it.
    """
    if made.panel.grain != 1 or made.is_rectangle:
        return made
    if made.panel.lie is Lie.EITHER:
        return replace(made, panel=replace(made.panel, grain=1j))
    upright = turned(90.0)
    return replace(made, panel=made.panel.placed(upright), cutting_path=made.cutting_path.placed(upright))


def _turned_under(draft: Draft) -> frozenset[tuple[str, str]]:
    """Panels of one layer with their edges that are sewn on to others: what they are cut larger is turned under."""
    runs = (run for seam in draft.seams if seam.kind is SeamKind.PLACEMENT for run in (*seam.a, *seam.b))
    return frozenset((run.panel, run.on) for run in runs if draft[run.panel].layers == 1)


def piece(panel: Panel, shop: Workshop, under: Container[tuple[str, str]] = ()) -> Piece:
    """What lies on the cutting table for *panel*; *under* are panels with their edges that are turned and sewn on."""
    allowances = {edge.name: shop.allowance(edge) for edge in panel.edges}
    following = (*panel.edges[1:], panel.edges[0])
    around = [
        Side(edge.path, allowances[edge.name], shop.corner(edge, after))
        for edge, after in zip(panel.edges, following, strict=True)
    ]
    outline = moved_outline(around)
    rough = moved_outline([Side(outline, panel.quilted)]) if panel.quilted else None
    return Piece(panel, outline, allowances, rough=rough, skived=dict(_skived(panel, allowances, shop, under)))


def _skived(
    panel: Panel, allowances: Mapping[str, float], shop: Workshop, under: Container[tuple[str, str]]
) -> Iterator[tuple[str, float]]:
    """How far each edge is thinned that is turned: a little beyond its fold, where it would be thickest."""
    material = shop.materials.get(panel.material)
    for edge in panel.edges if material is not None and material.skived else ():
        laid_under = (panel.id, edge.name) in under and not shop.lap(panel.material)
        turned = edge.finish is Finish.HEM or laid_under
        if turned and allowances[edge.name] > 0:
            yield edge.name, allowances[edge.name] + BEYOND


def moved_outline(around: Sequence[Side]) -> Path:
    """The outline moved by each side's distance: exact where that exists, else the same line flattened.

    An outline that crosses itself has no such line: it comes back as it is, and the checks say what is wrong with it.
    """
    exact = cutting_path(around)
    if exact is not None and (_cannot_cross(around) or areas.is_simple(exact)):
        return exact
    outline = joined(side.path for side in around)
    return areas.grown(around) if areas.is_simple(outline) else outline


def _cannot_cross(around: Sequence[Side]) -> bool:
    """Whether the moved outline is simple without a look at it: convex, moved outward, no corner pressed back."""
    return all(side.distance >= 0 and side.corner in _PLAIN for side in around) and is_convex(
        joined(side.path for side in around)
    )
