"""pattern.json of every shipped preset: of the documented shape, its names lead somewhere, and what it says of the
finished bag is so, measured on the outlines that stand beside it."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from shapely import LineString, Polygon
from shapely.affinity import affine_transform

from bagpattern.export.json import json_text
from bagpattern.pipeline import make
from bagpattern.preset import preset_names
from tests.contract.json_shape import CLOSURES, TOP, closure_shape
from tests.contract.shapes import misshapen

Row = dict[str, Any]
presets = pytest.mark.parametrize("preset", preset_names())
HELD_BY_ENDS = {"strap", "closure", "other"}
"""Roles of what may lie on nothing: it hangs, or stands between."""


@cache
def document(preset: str) -> Row:
    found: Row = json.loads(json_text(make(preset)))
    return found


def places(file: Row) -> Iterator[tuple[str, Row]]:
    """Every place on a piece, with where it is told."""
    for strap in file["straps"]:
        for each in (*strap["lies"], *(place for end in strap["ends"] for place in end["on"])):
            yield strap["id"], each
    for each in file["hardware"]:
        yield from ((each["notion"], place) for place in each["at"])
    for each in file["seams"]:
        yield from ((each["id"], slider["at"]) for slider in each["sliders"])
    for each in file["closures"]:
        yield from ((each["kind"], place) for place in each.get("outlets", ()))


@presets
def test_it_has_the_documented_shape(preset: str) -> None:
    file = document(preset)
    assert not list(misshapen(file, TOP))
    for each in file["closures"]:
        assert not list(misshapen(each, closure_shape(each["kind"])))


def test_every_documented_closure_is_shipped() -> None:
    assert {each["kind"] for name in preset_names() for each in document(name)["closures"]} == set(CLOSURES)


@presets
def test_its_settings_give_the_same_file(preset: str) -> None:
    text = json_text(make(preset))
    assert json_text(make(json.loads(text)["settings"])) == text


@presets
def test_names_lead_somewhere(preset: str) -> None:
    file = document(preset)
    pieces = {each["id"]: each for each in file["pieces"]}
    notions, seams = {each["id"] for each in file["notions"]}, {each["id"] for each in file["seams"]}
    named = [(each["id"], name) for each in file["pieces"] for name in (*each["backed_by"], each["of"]) if name]
    named += [(where, place["piece"]) for where, place in places(file)]
    assert [each for each in named if each[1] not in pieces] == []
    for piece in file["pieces"]:
        lying = [each["lies_on"] for each in piece["copies"] if each["lies_on"]]
        assert piece["lies_on"] in (lying or [None])
        for each in lying:
            assert each["piece"] in set(pieces) - {piece["id"]}
            assert set(each["seams"]) <= seams
            assert each["zip"] in {None, *notions}
    for strap in file["straps"]:
        assert (strap["piece"] in pieces) is (strap["notion"] is None)
        assert {*strap["through"], *(name for end in strap["ends"] for name in end["through"])} <= notions
    for each in file["closures"]:
        assert set(each["held_by"]) <= notions
        assert set(each["pieces"]) <= set(pieces)
        assert each["kind"] not in ("zip", "flap") or each.get("seams") or each["hinge"]["seams"]
        assert each["kind"] != "roll" or each["lines"]


@presets
def test_every_place_is_on_its_piece(preset: str) -> None:
    file = document(preset)
    outlines = {each["id"]: Polygon(each["stitching_line"]) for each in file["pieces"]}
    lines = {each["id"]: {one["name"]: one for one in (*each["edges"], *each["lines"])} for each in file["pieces"]}
    for where, place in places(file):
        at = LineString([place["xy"], place["xy"]]).centroid
        assert outlines[place["piece"]].distance(at) < 0.1, (where, place)
        on = lines[place["piece"]].get(place["on"])
        assert on is None or len(on["points"]) > 4 or LineString(on["points"]).distance(at) < 0.1, (where, place)


@presets
def test_copies_are_told_one_by_one(preset: str) -> None:
    for piece in document(preset)["pieces"]:
        assert [each["copy"] for each in piece["copies"]] == list(range(1, piece["count"] + 1))
        assert sum(each["mirrored"] for each in piece["copies"]) == piece["mirrored"]
        assert (piece["role"] == "stiffening") is (piece["of"] is not None)


@presets
def test_what_lies_on_a_piece_lies_within_it(preset: str) -> None:
    """But for a facing or a backing, which reaches on behind the parts into which its panel was divided."""
    file = document(preset)
    pieces = {each["id"]: each for each in file["pieces"]}
    for piece in file["pieces"]:
        assert piece["role"] != "pocket" or piece["lies_on"] or not _is_patch(piece, file), piece["id"]
        for copy in piece["copies"]:
            lie = copy["lies_on"]
            if lie and lie["form"] == "flat" and lie["side"] == "right" and not _folded(piece):
                host = Polygon(pieces[lie["piece"]]["stitching_line"])
                assert _laid(piece, lie).difference(host.buffer(1)).area < 1, piece["id"]


def _is_patch(piece: Row, file: Row) -> bool:
    """Whether a seam lays it on a face."""
    return any(
        run["piece"] == piece["id"] for seam in file["seams"] if seam["kind"] == "placement" for run in seam["b"]
    )


def _folded(piece: Row) -> bool:
    return any(line["kind"] == "fold" for line in piece["lines"])


def _laid(piece: Row, lie: Row) -> Polygon:
    """shapely takes the matrix row by row, the file has it as SVG, column by column."""
    a, b, c, d, e, f = lie["transform"]
    assert math.isclose(abs(a * d - b * c), 1, abs_tol=1e-4)
    assert math.isclose(a * c + b * d, 0, abs_tol=1e-4)
    return affine_transform(Polygon(piece["stitching_line"]), (a, c, b, d, e, f))


@presets
def test_what_is_laid_comes_to_lie_where_it_is_sewn(preset: str) -> None:
    """Both ends of every run that is sewn on to a face are on the line that it is sewn to."""
    file = document(preset)
    pieces = {each["id"]: each for each in file["pieces"]}
    for seam in (each for each in file["seams"] if each["kind"] == "placement"):
        for run in seam["b"]:
            lie = pieces[run["piece"]]["copies"][run["copy"] - 1]["lies_on"]
            if lie and lie["transform"] and seam["id"] in lie["seams"]:
                a, b, c, d, e, f = lie["transform"]
                line = LineString(_points(pieces, seam["a"][0]))
                for x, y in _points(pieces, run):
                    at = LineString([(a * x + c * y + e, b * x + d * y + f)] * 2).centroid
                    assert line.distance(at) < 1.1, (seam["id"], run)


def _points(pieces: dict[str, Row], run: Row) -> list[list[float]]:
    piece = pieces[run["piece"]]
    found: list[list[float]] = next(
        each["points"] for each in (*piece["edges"], *piece["lines"]) if each["name"] == run["on"]
    )
    return found


@presets
def test_layers_are_stacked(preset: str) -> None:
    """What lies over something else, on the same side, is lifted by it and comes after it."""
    for piece in document(preset)["pieces"]:
        lie = piece["lies_on"]
        if lie:
            assert (lie["order"] is None) is (lie["lift"] is None) is (lie["transform"] is None)
            assert lie["transform"] is None or (lie["order"] > 1) is (lie["lift"] > 0), piece["id"]


@presets
def test_straps_are_held_as_their_seams_say(preset: str) -> None:
    """A strap that is cut and caught in a seam of others is told to end there; none is of an unknown use."""
    file = document(preset)
    told = {
        (each["piece"], each["copy"], seam) for each in file["straps"] for end in each["ends"] for seam in end["seams"]
    }
    for strap in file["straps"]:
        assert strap["mode"], strap["id"]
        assert min(strap["width"], strap["length"]) > 0, strap["id"]
        assert strap["least"] is None or 0 < strap["least"] <= strap["most"], strap["id"]
        assert strap["thickness"] > 0, strap["id"]
        assert strap["notion"] is None or strap["build"] in {each["kind"] for each in file["notions"]}
        for end in strap["ends"]:
            assert (end["leaves"] is None) is bool(end["through"] or not end["on"]), strap["id"]
            assert end["leaves"] is None or math.hypot(*end["leaves"]) == pytest.approx(1, abs=1e-3)
    cut = {(each["piece"], each["copy"]) for each in file["straps"]}
    for seam in file["seams"]:
        for run in (run for caught in seam["caught"] for run in caught["runs"]):
            key = run["piece"], run["copy"]
            assert key not in cut or (*key, seam["id"]) in told, (seam["id"], run)


@presets
def test_each_piece_of_hardware_has_its_row(preset: str) -> None:
    file = document(preset)
    counts = {each["id"]: each["count"] for each in file["notions"]}
    rows: dict[str, list[int]] = {}
    for each in file["hardware"]:
        rows.setdefault(each["notion"], []).append(each["index"])
        assert each["at"] or each["threads"] or each["hooks"], each
        assert each["kind"] != "ring" or each["at"] or each["direction"], each
    assert rows == {name: list(range(1, counts[name] + 1)) for name in rows}
    bought = {each["id"] for each in file["notions"] if each["threads"] or each["for"]}
    marked = {hole["holds"] for piece in file["pieces"] for hole in piece["holes"]} - {None, "drawstring"}
    assert bought | marked == set(rows) | {name for name in marked if name not in rows and _is_tape(file, name)}


def _is_tape(file: Row, name: str) -> bool:
    return any(each["id"] == name and each["length"] is not None for each in file["notions"])


@presets
def test_zips_say_where_their_sliders_are(preset: str) -> None:
    """As many as are bought, or the one of a ready-made zip; of two, each looks away from the other."""
    file = document(preset)
    bought = {each["for"]: each for each in file["notions"] if each["for"]}
    for seam in (each for each in file["seams"] if each["zip"]):
        of = bought.get(seam["zip"], {"id": seam["zip"], "count": 1})
        assert [(each["notion"], each["index"]) for each in seam["sliders"]] == [
            (of["id"], index) for index in range(1, of["count"] + 1)
        ]
    assert not [each for each in file["seams"] if each["sliders"] and not each["zip"]]


@presets
def test_creases_say_how_far_the_bag_turns_there(preset: str) -> None:
    """But for the hinge of a roll's flap, which turns; what is no crease says nothing."""
    file = document(preset)
    for line in (line for piece in file["pieces"] for line in piece["lines"]):
        assert line["angle"] in ((90, 180) if line["crease"] and line["kind"] == "fold" else (None,)), line["name"]


@presets
def test_the_lock_of_a_flap_lies_on_its_other_half(preset: str) -> None:
    """Both halves are measured from the flap's edge and the rim of the front; its rest only from hinge and rim."""
    file = document(preset)
    for flap in (each for each in file["closures"] if each["kind"] == "flap"):
        a, b, c, d, e, f = flap["transform"]
        for held in (each for each in file["hardware"] if each["notion"] in flap["held_by"]):
            on_flap = [each["xy"] for each in held["at"] if each["piece"] == flap["pieces"][0]]
            on_front = [each["xy"] for each in held["at"] if each["piece"] in flap["rests_on"]]
            for x, y in on_flap:
                assert (a * x + c * y + e, b * x + d * y + f) == pytest.approx(on_front[0], abs=0.01)


@presets
def test_sizes_say_where_they_are_measured(preset: str) -> None:
    finished = document(preset)["finished"]
    assert finished["measured"], "a style says where it measures"
    assert (finished["fullness"] < 1) is (finished["depth"] == 0)
    assert ("laid flat" in finished["measured"].values()) is (finished["depth"] == 0)
    rolled = any(each["kind"] == "roll" for each in document(preset)["closures"])
    assert (finished["measured"]["height"] in ("rolled down", "folded down")) is rolled
