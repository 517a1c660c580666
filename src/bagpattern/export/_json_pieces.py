"""Pieces as pattern.json has them: outlines, marks, and where each lies or stands in the finished bag."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bagpattern.attached.layers import Layer
from bagpattern.attached.turns import fold_at
from bagpattern.export._grainline import grainline
from bagpattern.export._json_values import Pair, Row, if_any, matrix, number, pair, points
from bagpattern.model.edge import Edge
from bagpattern.model.marks import Hole, Line
from bagpattern.model.panel import Panel
from bagpattern.model.pattern import Pattern
from bagpattern.model.piece import Piece
from bagpattern.model.wall import Facet


def piece_rows(pattern: Pattern, lying: Mapping[tuple[str, int], Layer]) -> Iterator[Row]:
    """Every piece in the order of their numbers."""
    for piece in sorted(pattern.pieces, key=lambda each: each.number):
        backed = [each.id for each in pattern.pieces if each.panel.stiffens == piece.id]
        yield _piece(piece) | _in_the_bag(piece.panel, lying) | {"backed_by": backed}


def _piece(piece: Piece) -> Row:
    panel = piece.panel
    rings = _edge_points(panel.edges)
    return {
        "id": piece.id,
        "number": piece.number,
        "title": str(panel.title),
        "material": panel.material,
        "role": panel.role.value,
        "count": panel.count,
        "mirrored": panel.mirrored,
        "cut_on_fold": False,
        "shape": "rectangle" if piece.is_rectangle else "shaped",
        "cut_width": number(piece.cut_width),
        "cut_height": number(piece.cut_height),
        "instruction": str(piece.instruction),
        "label": [str(each) for each in piece.label],
        "note": str(panel.note),
        "stitching_line": [point for ring in rings for point in ring[:-1]],
        "cutting_line": points(piece.cutting_path)[:-1],
        "first_cut": points(piece.rough)[:-1] if piece.rough else None,
        "edges": [_edge(edge, piece, ring) for edge, ring in zip(panel.edges, rings, strict=True)],
        "lines": [_line(panel, each) for each in panel.lines],
        "notches": [
            {"on": each.on, "at": number(each.at), "kind": each.kind.value, "seam": each.seam} for each in panel.notches
        ],
        "grainline": [pair(each) for each in grainline(panel)],
        "holes": [_hole(each) for each in panel.holes],
    }


def _edge_points(edges: Sequence[Edge]) -> list[list[Pair]]:
    """The flattened points of each edge; each ends on the very point at which the next starts."""
    rings = [points(edge.path) for edge in edges]
    return [[*ring[:-1], after[0]] for ring, after in zip(rings, [*rings[1:], rings[0]], strict=True)]


def _edge(edge: Edge, piece: Piece, ring: list[Pair]) -> Row:
    return {
        "name": edge.name,
        "finish": edge.finish.value,
        "allowance": number(piece.allowances[edge.name]),
        "length": number(edge.length),
        "points": ring,
    }


def _line(panel: Panel, line: Line) -> Row:
    end = line.end and {"of": line.end.of, "copy": line.end.copy, "edge": line.end.edge}
    return {
        "name": line.name,
        "kind": line.kind.value,
        "length": number(line.length),
        "points": points(line.path),
        "owner": line.owner or None,
        "holds": line.holds or None,
        "behind": line.behind,
        "strap_end": end,
        "crease": line.crease,
        "inward": line.inward,
        "closes": line.closes and line.closes.value,
        "angle": if_any(fold_at(panel, line)),
    }


def _hole(hole: Hole) -> Row:
    return {
        "at": pair(hole.at),
        "diameter": number(hole.diameter),
        "label": str(hole.label),
        "owner": hole.owner or None,
        "holds": hole.holds or None,
    }


# in the finished bag --------------------------------------------------------------------------------------------------


def _in_the_bag(panel: Panel, lying: Mapping[tuple[str, int], Layer]) -> Row:
    copies = range(1, panel.count + 1)
    whole = [each for each in panel.facets if each.outline is None]
    pose = {"face": whole[0].wall.value, "up": pair(whole[0].up)} if len(panel.facets) == len(whole) == 1 else None
    return {
        "owner": panel.owner or None,
        "of": panel.stiffens or None,
        "right_side": "drawn",
        "layers": panel.layers,
        "copies": [_copy(panel, copy, lying.get((panel.id, copy))) for copy in copies],
        "pose": pose,
        "facets": [_facet(each) for each in panel.facets],
        "lies_on": next((_lies_on(lying[panel.id, copy]) for copy in copies if (panel.id, copy) in lying), None),
    }


def _copy(panel: Panel, copy: int, layer: Layer | None) -> Row:
    mirrored = copy > panel.count - panel.mirrored  # the mirror images are the last ones
    return {"copy": copy, "mirrored": mirrored, "lies_on": None if layer is None else _lies_on(layer)}


def _facet(facet: Facet) -> Row:
    return {
        "face": facet.wall.value,
        "up": pair(facet.up),
        "outline": None if facet.outline is None else points(facet.outline)[:-1],
        "copy": facet.copy or None,
        "whole": facet.whole or None,
    }


def _lies_on(layer: Layer) -> Row:
    lie = layer.lie
    return {
        "piece": lie.on,
        "copy": lie.on_copy,
        "side": "wrong" if lie.wrong else "right",
        "form": lie.form.value,
        "transform": None if lie.placed is None else matrix(lie.placed),
        "order": layer.order,
        "lift": if_any(layer.lift),
        "depth": number(layer.depth),
        "opens": list(layer.opens),
        "zip": layer.zip or None,
        "seams": list(lie.seams),
    }
