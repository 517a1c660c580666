"""pattern.json says what the pattern says, in the same bytes every time."""

from __future__ import annotations

import json
import math
import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from bagpattern.export._grainline import grainline
from bagpattern.export.json import json_text
from bagpattern.geometry.path import line_path
from bagpattern.geometry.shapes import rectangle
from bagpattern.model.edge import Edge
from bagpattern.model.panel import Panel, Role
from bagpattern.model.pattern import Finding, Pattern, Severity
from bagpattern.passes.cut import cut_list
from bagpattern.passes.label import label
from bagpattern.said import Name
from tests.checks.bags import SHOP, box, edges, lined, pattern, pouch, repanelled


def whole(draft: Any) -> Pattern:
    return cut_list(label(pattern(draft), SHOP), SHOP)


@pytest.fixture(params=[pouch(), lined(box())], ids=["pouch", "lined box"])
def document(request: pytest.FixtureRequest) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(json_text(whole(request.param)))
    return read


def test_sections(document: dict[str, Any]) -> None:
    assert list(document) == [
        "format",
        "version",
        "name",
        "preset",
        "style",
        "settings",
        "finished",
        "materials",
        "colourways",
        "pieces",
        "seams",
        "notions",
        "straps",
        "hardware",
        "closures",
        "cut_list",
        "lay",
        "lay_problems",
        "steps",
        "operations",
        "findings",
    ]
    assert (document["format"], document["version"]) == ("bagpattern/pattern", 1)
    assert {row["material"] for row in document["lay"]} == {row["material"] for row in document["cut_list"]}


def test_edges_chain_into_the_stitching_line(document: dict[str, Any]) -> None:
    for piece in document["pieces"]:
        outlines = piece["edges"]
        for edge, after in zip(outlines, [*outlines[1:], outlines[0]], strict=True):
            assert edge["points"][-1] == after["points"][0]
            length = sum(math.dist(p, q) for p, q in pairwise(edge["points"]))
            assert length == pytest.approx(edge["length"], rel=2e-4, abs=0.01)
        chained = [point for edge in outlines for point in edge["points"][:-1]]
        assert chained == piece["stitching_line"]


def test_rings_are_open_and_run_left(document: dict[str, Any]) -> None:
    for piece in document["pieces"]:
        for ring in (piece["stitching_line"], piece["cutting_line"]):
            assert ring[0] != ring[-1]
            assert all(p != q for p, q in pairwise(ring))
            assert sum(p[0] * q[1] - p[1] * q[0] for p, q in pairwise([*ring, ring[0]])) > 0


def test_the_cut_list_agrees_with_the_pieces(document: dict[str, Any]) -> None:
    for row, piece in zip(document["cut_list"], document["pieces"], strict=True):
        assert row["piece"] == piece["id"]
        for theirs, ours in (("count", "count"), ("material", "material"), ("width", "cut_width")):
            assert row[theirs] == piece[ours]
        across = [point[0] for point in piece["cutting_line"]]
        assert max(across) - min(across) == pytest.approx(piece["cut_width"], abs=1e-3)


def test_runs_say_where_they_start_and_end(document: dict[str, Any]) -> None:
    for seam in document["seams"]:
        for side in "ab":
            assert all(run["from"] < run["to"] for run in seam[side])
            length = sum(run["to"] - run["from"] for run in seam[side])
            assert length == pytest.approx(seam[f"length_{side}"], abs=1e-3)
        assert seam["step"] >= 1


def test_numbers_have_four_decimals_and_no_minus_zero() -> None:
    text = json_text(whole(pouch()))
    assert not re.search(r"\d\.\d{5}", text)
    assert not re.search(r"-0\.0(?!\d)", text)


def test_same_pattern_same_bytes() -> None:
    assert json_text(whole(lined(pouch()))) == json_text(whole(lined(pouch())))


def test_settings_and_findings_travel() -> None:
    settings = {"style": "pouch", "dimensions": {"width": "20 cm"}, "pockets": [{"name": "Slip", "panel": "front"}]}
    finding = Finding("BP106", Severity.WARNING, "front", Name('a "tight" curve'))
    read = json.loads(json_text(replace(whole(pouch()), settings=settings, findings=(finding,))))
    assert read["settings"] == settings
    assert read["findings"] == [
        {"code": "BP106", "severity": "warning", "subject": "front", "message": 'a "tight" curve'}
    ]


def test_the_grainline_lies_inside() -> None:
    wide = repanelled(pouch(), "tab", grain=1 + 0j, role=Role.STRAP, edges=edges(rectangle(82.4, 60)))
    pieces = {piece["id"]: piece for piece in json.loads(json_text(whole(wide)))["pieces"]}
    assert pieces["front"]["grainline"] == [[100.0, 15.0], [100.0, 135.0]]
    assert pieces["tab"]["grainline"] == [[8.24, 30.0], [74.16, 30.0]]


def test_holes_lines_and_notches() -> None:
    front = next(piece for piece in json.loads(json_text(whole(pouch())))["pieces"] if piece["id"] == "front")
    assert front["holes"] == [{"at": [100.0, 20.0], "diameter": 4.0, "label": "snap", "owner": None, "holds": "snap"}]
    assert [(line["name"], line["kind"], line["length"]) for line in front["lines"]] == [("pocket", "placement", 220.0)]
    assert {notch["kind"] for notch in front["notches"]} == {"single", "double"}


def test_the_grainline_of_a_piece_that_is_cut_in_lies_in_its_longest_part() -> None:
    """A U whose middle lies in its gap: the line through it is inside in the bar alone."""
    corners = [0, 90, 90 + 100j, 60 + 100j, 60 + 20j, 30 + 20j, 30 + 100j, 100j]
    names = (f"side {number}" for number in range(len(corners)))
    sides = zip(names, zip(corners, [*corners[1:], corners[0]], strict=True), strict=True)
    outline = tuple(Edge(name, line_path(complex(a), complex(b))) for name, (a, b) in sides)
    start, end = grainline(Panel("u", Name("U"), "shell", Role.OTHER, outline))
    assert start == pytest.approx(45 + 2j)
    assert end == pytest.approx(45 + 18j)
