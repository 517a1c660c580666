"""pattern.json: the machine-readable twin of a pattern, from which another program can prove that the bag can be sewn.

All lengths are mm with at most four decimals, y points up, rings run counter-clockwise and do not repeat their first
point. The same pattern gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from bagpattern.catalog.materials import Material
from bagpattern.export import Exporter, Files, Job
from bagpattern.export._lays import lay_rows
from bagpattern.geometry.path import Path, coordinates
from bagpattern.geometry.points import Point, dot
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge
from bagpattern.model.marks import Line
from bagpattern.model.notion import Notion
from bagpattern.model.panel import Panel
from bagpattern.model.pattern import CutRow, Finding, NumberedStep, Pattern
from bagpattern.model.piece import Piece
from bagpattern.model.seam import Run, Seam

if TYPE_CHECKING:
    from bagpattern.layout.saved import Kept

FORMAT = "bagpattern/pattern"
VERSION = 1
_DECIMALS = 4
_GRAINLINE_SHARE = 0.8
_NOTION = ("id", "kind", "title", "size", "length", "width", "count", "note", "opening", "buy", "threads")

Row = dict[str, Any]
Pair = list[float]


class Json(Exporter):
    """The machine-readable twin of the pattern."""

    title = "the pattern's data"
    suffix = "json"
    drawn = False
    nests = False
    reads = ("plan",)

    def files(self, job: Job) -> Files:
        """One file."""
        return {job.name(self.suffix): json_text(job.pattern, job.options.plan).encode()}


def json_text(pattern: Pattern, kept: Kept | None = None) -> str:
    """The whole pattern as JSON text, ending in a newline; its lay plans are the quick ones, or what is *kept*."""
    return _pretty(document(pattern, kept)) + "\n"


def document(pattern: Pattern, kept: Kept | None = None) -> Row:
    """The whole pattern as what JSON knows: mappings, lists, texts, numbers."""
    finished = pattern.finished
    plans, problems = lay_rows(pattern, kept)
    return {
        "format": FORMAT,
        "version": VERSION,
        "name": pattern.name,
        "preset": pattern.preset,
        "style": pattern.style,
        "settings": dict(pattern.settings),
        "finished": {
            "width": _number(finished.width),
            "height": _number(finished.height),
            "depth": _number(finished.depth),
            "volume_l": _number(finished.volume),
        },
        "materials": [_material(each) for each in pattern.materials],
        "colourways": [{"name": each.name, **each.colours} for each in pattern.colourways],
        "pieces": [_piece(each) for each in sorted(pattern.pieces, key=lambda piece: piece.number)],
        "seams": [_seam(pattern, each) for each in pattern.seams],
        "notions": [_notion(each) for each in pattern.notions],
        "cut_list": [_cut_row(each) for each in pattern.cut_list],
        "lay": plans,
        "lay_problems": problems,
        "steps": [_step(each) for each in pattern.steps],
        "findings": [_finding(each) for each in pattern.findings],
    }


# pieces ---------------------------------------------------------------------------------------------------------------


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
        "cut_width": _number(piece.cut_width),
        "cut_height": _number(piece.cut_height),
        "instruction": str(piece.instruction),
        "label": [str(each) for each in piece.label],
        "note": str(panel.note),
        "stitching_line": [point for ring in rings for point in ring[:-1]],
        "cutting_line": _points(piece.cutting_path)[:-1],
        "edges": [_edge(edge, piece, points) for edge, points in zip(panel.edges, rings, strict=True)],
        "lines": [_line(each) for each in panel.lines],
        "notches": [
            {"on": each.on, "at": _number(each.at), "kind": each.kind.value, "seam": each.seam}
            for each in panel.notches
        ],
        "grainline": grainline(panel),
        "holes": [
            {"at": _pair(each.at), "diameter": _number(each.diameter), "label": str(each.label)} for each in panel.holes
        ],
    }


def _edge_points(edges: Sequence[Edge]) -> list[list[Pair]]:
    """The flattened points of each edge; each ends on the very point at which the next starts."""
    rings = [_points(edge.path) for edge in edges]
    return [[*ring[:-1], after[0]] for ring, after in zip(rings, [*rings[1:], rings[0]], strict=True)]


def _edge(edge: Edge, piece: Piece, points: list[Pair]) -> Row:
    return {
        "name": edge.name,
        "finish": edge.finish.value,
        "allowance": _number(piece.allowances[edge.name]),
        "length": _number(edge.length),
        "points": points,
    }


def _line(line: Line) -> Row:
    return {
        "name": line.name,
        "kind": line.kind.value,
        "length": _number(line.length),
        "points": _points(line.path),
    }


def grainline(panel: Panel) -> list[Pair]:
    """The two ends of the grainline: through the panel's middle, within its outline."""
    outline = panel.stitching_line
    points = outline.flat
    middle = complex(
        (min(p.real for p in points) + max(p.real for p in points)) / 2,
        (min(p.imag for p in points) + max(p.imag for p in points)) / 2,
    )
    crossed = sorted(dot(outline.point_at(at) - middle, panel.grain) for at in outline.crossings(middle, panel.grain))
    low, high = max(pairwise(crossed), key=lambda pair: pair[1] - pair[0], default=(0.0, 0.0))
    spare = (high - low) * (1 - _GRAINLINE_SHARE) / 2
    return [_pair(middle + panel.grain * at) for at in (low + spare, high - spare)]


# seams ----------------------------------------------------------------------------------------------------------------


def _seam(pattern: Pattern, seam: Seam) -> Row:
    draft = pattern.draft
    return {
        "id": seam.id,
        "kind": seam.kind.value,
        "step": pattern.step_of.get(seam.id),
        "a": [_run(draft, run) for run in seam.a],
        "b": [_run(draft, run) for run in seam.b],
        "caught": [
            {"at": _number(each.at), "ease": _number(each.ease), "runs": [_run(draft, run) for run in each.runs]}
            for each in seam.caught
        ],
        "length_a": _number(draft.side_length(seam.a)),
        "length_b": _number(draft.side_length(seam.b)),
        "ease": _number(seam.ease),
        "zip": seam.zip,
    }


def _run(draft: Draft, run: Run) -> Row:
    start, end = draft.span(run)
    return {
        "piece": run.panel,
        "copy": run.copy,
        "on": run.on,
        "from": _number(start),
        "to": _number(end),
        "reversed": run.reversed,
    }


# the rest -------------------------------------------------------------------------------------------------------------


def _material(material: Material) -> Row:
    return {
        "id": material.id,
        "title": str(material.title),
        "width": _number(material.width),
        "thickness": _number(material.thickness),
        "directional": material.directional,
    }


def _notion(notion: Notion) -> Row:
    return {
        "id": notion.id,
        "kind": notion.kind,
        "title": str(notion.title),
        "size": str(notion.size),
        "length": _if_any(notion.length),
        "width": _if_any(notion.width),
        "count": notion.count,
        "note": str(notion.note),
        "opening": _if_any(notion.opening),
        "buy": _if_any(notion.buy),
        "threads": notion.threads,
    }


def _cut_row(row: CutRow) -> Row:
    return {
        "piece": row.piece,
        "number": row.number,
        "title": str(row.title),
        "material": row.material,
        "count": row.count,
        "mirrored": row.mirrored,
        "width": _number(row.width),
        "height": _number(row.height),
        "shape": row.shape,
    }


def _step(each: NumberedStep) -> Row:
    step = each.step
    return {"step": each.number, "title": str(step.title), "text": str(step.text), "seams": list(step.seams)}


def _finding(finding: Finding) -> Row:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "subject": finding.subject,
        "message": str(finding.message),
    }


def _if_any(length: float | None) -> float | None:
    return None if length is None else _number(length)


def _number(value: float) -> float:
    """At most four decimals, and no minus zero."""
    return round(value, _DECIMALS) + 0.0


def _pair(point: Point) -> Pair:
    return [_number(point.real), _number(point.imag)]


def _points(path: Path) -> list[Pair]:
    """A path's flattened points, none of them twice in a row."""
    pairs: list[Pair] = (coordinates(path.flat).round(_DECIMALS) + 0.0).tolist()
    return [pairs[0], *(after for before, after in pairwise(pairs) if after != before)]


# layout of the text ---------------------------------------------------------------------------------------------------


def _pretty(rows: Row) -> str:
    """JSON that a line-wise comparison can use: one line for each value, and for each member of a list of mappings."""
    return "{\n" + ",\n".join(f"{_encode(key)}: {_member(value)}" for key, value in rows.items()) + "\n}"


def _member(value: Any) -> str:
    if not isinstance(value, list) or not value:
        return _encode(value)
    return "[\n" + ",\n".join(map(_encode, value)) + "\n]"


_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, default=dict).encode
