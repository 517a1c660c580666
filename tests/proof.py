"""A second opinion on a pattern, from its JSON alone: the rules that do not need the engine to be checked.

Nothing here imports bagpattern. The rules are numbered as in the format's description.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from shapely import LineString, Polygon


def failures(text: str) -> list[str]:
    """Everything that is wrong with a pattern's JSON; empty when nothing is."""
    pattern = json.loads(text)
    rules = (_outlines, _offsets, _seams, _cover, _notches, _cut_list)
    return [fault for rule in rules for fault in rule(pattern)]


def _length(points: list[list[float]]) -> float:
    return sum(math.dist(p, q) for p, q in pairwise(points))


def _outlines(pattern: dict[str, Any]) -> Iterator[str]:
    """1: the edges make the stitching line; lengths are true; rings are simple and counter-clockwise."""
    for piece in pattern["pieces"]:
        edges = piece["edges"]
        for edge, after in zip(edges, edges[1:] + edges[:1], strict=True):
            if math.dist(edge["points"][-1], after["points"][0]) > 0.01:
                yield f"{piece['id']}: {edge['name']} does not meet {after['name']}"
            if abs(_length(edge["points"]) - edge["length"]) > 0.01 + 2e-4 * edge["length"]:
                yield f"{piece['id']}: {edge['name']} says {edge['length']}"
        for name in ("stitching_line", "cutting_line"):
            ring = Polygon(piece[name])
            if not ring.is_valid or not ring.exterior.is_ccw:
                yield f"{piece['id']}: {name} is not a simple counter-clockwise ring"


def _offsets(pattern: dict[str, Any]) -> Iterator[str]:
    """2: the cutting line lies at each edge's allowance, measured at the edge's middle."""
    for piece in pattern["pieces"]:
        ring = LineString([*piece["cutting_line"], piece["cutting_line"][0]])
        widest = max(edge["allowance"] for edge in piece["edges"])
        for edge in piece["edges"]:
            middle = LineString(edge["points"]).interpolate(0.5, normalized=True)
            others = (LineString(other["points"]) for other in piece["edges"] if other is not edge)
            near = min((other.distance(middle) for other in others), default=math.inf)
            if near > 1.6 * widest and abs(ring.distance(middle) - edge["allowance"]) > 0.05:
                yield f"{piece['id']}: {edge['name']} is {ring.distance(middle):.3f} from the cutting line"


def _runs(seam: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from (*seam["a"], *seam["b"])
    for caught in seam["caught"]:
        yield from caught["runs"]


def _seams(pattern: dict[str, Any]) -> Iterator[str]:
    """3: both sides are equally long, but for the ease."""
    for seam in pattern["seams"]:
        a, b = (sum(run["to"] - run["from"] for run in seam[side]) for side in "ab")
        if abs(b - a - seam["ease"]) > 0.1:
            yield f"{seam['id']}: sides {a:.3f} and {b:.3f}"


def _cover(pattern: dict[str, Any]) -> Iterator[str]:
    """4: every seam edge of every copy is sewn exactly once along its length."""
    sewn = defaultdict(list)
    for seam in pattern["seams"]:
        for run in _runs(seam):
            sewn[run["piece"], run["copy"], run["on"]].append((run["from"], run["to"]))
    for piece in pattern["pieces"]:
        for edge in (edge for edge in piece["edges"] if edge["finish"] == "seam"):
            for copy in range(1, piece["count"] + 1):
                spans = sorted(sewn[piece["id"], copy, edge["name"]])
                joints = [0.0, *(at for span in spans for at in span), edge["length"]]
                if any(abs(p - q) > 0.1 for p, q in zip(joints[::2], joints[1::2], strict=True)):
                    yield f"{piece['id']} {copy}: {edge['name']} is sewn {spans} of {edge['length']}"


def _notches(pattern: dict[str, Any]) -> Iterator[str]:
    """5: each notch of a seam has its partner at the same place of the other side."""
    marks = defaultdict(list)
    for piece in pattern["pieces"]:
        for notch in piece["notches"]:
            marks[notch["seam"], piece["id"], notch["on"]].append(notch["at"])
    for seam in (seam for seam in pattern["seams"] if not seam["ease"]):
        a, b = (sorted(_places(seam, side, marks)) for side in "ab")
        lonely = [x for mine, theirs in ((a, b), (b, a)) for x in mine if all(abs(x - y) > 0.2 for y in theirs)]
        if lonely:
            yield f"{seam['id']}: notches without partner at {lonely}"


def _places(seam: dict[str, Any], side: str, marks: dict[Any, list[float]]) -> Iterator[float]:
    before = 0.0
    for run in seam[side]:
        for at in marks[seam["id"], run["piece"], run["on"]]:
            if run["from"] - 0.2 <= at <= run["to"] + 0.2:
                yield before + (run["to"] - at if run["reversed"] else at - run["from"])
        before += run["to"] - run["from"]


def _cut_list(pattern: dict[str, Any]) -> Iterator[str]:
    """6: the cut list agrees with the pieces."""
    rows = {row["piece"]: row for row in pattern["cut_list"]}
    for piece in pattern["pieces"]:
        row = rows.pop(piece["id"], None)
        same = row and all(row[key] == piece[key] for key in ("count", "mirrored", "material", "title"))
        if not same or abs(row["width"] - piece["cut_width"]) > 0.05 or abs(row["height"] - piece["cut_height"]) > 0.05:
            yield f"{piece['id']}: its row in the cut list differs"
    yield from (f"{name}: a row without a piece" for name in rows)
