"""pattern.json: the machine-readable twin of a pattern, from which another program can prove that the bag can be sewn.

All lengths are mm with at most four decimals, y points up, rings run counter-clockwise and do not repeat their first
point. The same pattern gives the same bytes.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from bagpattern.attached.layers import layers
from bagpattern.catalog.materials import Material
from bagpattern.export import Exporter, Files, Job
from bagpattern.export._json_making import operation_rows, step_row
from bagpattern.export._json_pieces import piece_rows
from bagpattern.export._json_seams import seam_row
from bagpattern.export._json_sewn import closure_rows, finished_row, hardware_rows, strap_rows
from bagpattern.export._json_values import Row, if_any, number
from bagpattern.export._lays import lay_rows
from bagpattern.model.notion import Notion
from bagpattern.model.pattern import CutRow, Finding, Pattern

if TYPE_CHECKING:
    from bagpattern.layout.saved import Kept

FORMAT = "bagpattern/pattern"
VERSION = 1


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


def json_text(pattern: Pattern, kept: Kept | None = None, *, lays: bool = True) -> str:
    """The whole pattern as JSON text, ending in a newline; its lay plans are the quick ones, or what is *kept*.

    Without *lays* there are none: they take as long as all the rest.
    """
    return _pretty(document(pattern, kept, lays=lays)) + "\n"


def document(pattern: Pattern, kept: Kept | None = None, *, lays: bool = True) -> Row:
    """The whole pattern as what JSON knows: mappings, lists, texts, numbers; with its lay plans, unless not wanted."""
    lying, draft = layers(pattern), pattern.draft
    plans, problems = lay_rows(pattern, kept) if lays else ([], [])
    return {
        "format": FORMAT,
        "version": VERSION,
        "name": pattern.name,
        "preset": pattern.preset,
        "style": pattern.style,
        "settings": dict(pattern.settings),
        "finished": finished_row(pattern.finished),
        "materials": [_material(each) for each in pattern.materials],
        "colourways": [{"name": each.name, **each.colours} for each in pattern.colourways],
        "pieces": list(piece_rows(pattern, lying)),
        "seams": [seam_row(pattern, each) for each in pattern.seams],
        "notions": [_notion(each) for each in pattern.notions],
        "straps": list(strap_rows(pattern, {panel for panel, _ in lying})),
        "hardware": list(hardware_rows(draft)),
        "closures": list(closure_rows(draft)),
        "cut_list": [_cut_row(each) for each in pattern.cut_list],
        "lay": plans,
        "lay_problems": problems,
        "steps": [step_row(each) for each in pattern.steps],
        "operations": list(operation_rows(pattern)),
        "findings": [_finding(each) for each in pattern.findings],
    }


# the rest -------------------------------------------------------------------------------------------------------------


def _material(material: Material) -> Row:
    return {
        "id": material.id,
        "title": str(material.title),
        "width": number(material.width),
        "thickness": number(material.thickness),
        "directional": material.directional,
        "iron": material.iron,
        "frays": material.frays,
        "fusible": material.fusible,
        "laid": material.stiffening or None,
        "bend": material.bend.value,
        "stretch": number(material.stretch),
        "mass": number(material.mass),
        "pressed": number(material.pressed),
        "colours": list(material.colours),
        "roughness": number(material.roughness),
        "weave": material.weave.value,
    }


def _notion(notion: Notion) -> Row:
    return {
        "id": notion.id,
        "kind": notion.kind,
        "title": str(notion.title),
        "size": str(notion.size),
        "length": if_any(notion.length),
        "width": if_any(notion.width),
        "count": notion.count,
        "note": str(notion.note),
        "opening": if_any(notion.opening),
        "buy": if_any(notion.buy),
        "threads": notion.threads,
        "stock": notion.stock and notion.stock.value,
        "for": notion.zip or None,
        "hooks": notion.hooks or None,
        "leads": notion.leads or None,
        "owner": notion.owner or None,
    }


def _cut_row(row: CutRow) -> Row:
    return {
        "piece": row.piece,
        "number": row.number,
        "title": str(row.title),
        "material": row.material,
        "count": row.count,
        "mirrored": row.mirrored,
        "width": number(row.width),
        "height": number(row.height),
        "shape": row.shape,
    }


def _finding(finding: Finding) -> Row:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "subject": finding.subject,
        "message": str(finding.message),
    }


# layout of the text ---------------------------------------------------------------------------------------------------


def _pretty(rows: Row) -> str:
    """JSON that a line-wise comparison can use: one line for each value, and for each member of a list of mappings."""
    return "{\n" + ",\n".join(f"{_encode(key)}: {_member(value)}" for key, value in rows.items()) + "\n}"


def _member(value: Any) -> str:
    if not isinstance(value, list) or not value:
        return _encode(value)
    return "[\n" + ",\n".join(map(_encode, value)) + "\n]"


_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, default=dict).encode
