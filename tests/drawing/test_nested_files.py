"""Several sizes in files: all in one drawing, or each by itself."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

import pytest
from ezdxf import filemanagement

from bagpattern.drawing.paper.nested import base_of
from bagpattern.drawing.sizes.nest import Nest
from bagpattern.export import Job, rendered
from bagpattern.model.pattern import Pattern
from bagpattern.options import Options
from tests.drawing.sample import LABELS, SIZES


def files(patterns: tuple[Pattern, ...], *formats: str, purpose: str = "paper") -> Mapping[str, bytes]:
    return rendered(Job(patterns[0], purpose, others=patterns[1:]), formats)


FORMATS = ("svg", "pdf", "png", "dxf", "dxf-aama", "hpgl", "json", "csv")


@pytest.mark.parametrize("purpose", ["paper", "projector", "copyshop", "cutter"])
def test_the_same_sizes_give_the_same_bytes(patterns: tuple[Pattern, ...], purpose: str) -> None:
    formats = FORMATS if purpose == "paper" else ("svg", "pdf")
    first = files(patterns, *formats, purpose=purpose)
    assert files(patterns, *formats, purpose=purpose) == first
    assert {name.rpartition(".")[2] for name in first} == {"svg", "pdf"} | (
        {"png", "dxf", "plt", "json", "csv"} if purpose == "paper" else set()
    )


def test_facts_are_written_for_each_size(patterns: tuple[Pattern, ...]) -> None:
    assert {*files(patterns, "json")} == {f"{name}.json" for name in SIZES}


def test_a_cutter_gets_each_size_by_itself(patterns: tuple[Pattern, ...]) -> None:
    found = {*files(patterns, "svg", purpose="cutter")}
    assert {f"mini-backpack-sizes-cutter-shell-{size}.svg" for size in LABELS} <= found


def read(content: str) -> Any:
    document = filemanagement.read(io.StringIO(content.replace("\r\n", "\n")))
    assert not document.audit().errors
    return document


def test_dxf_layers_have_the_size(patterns: tuple[Pattern, ...]) -> None:
    content = files(patterns, "dxf")["mini-backpack-sizes.dxf"].decode()
    document = read(content)
    assert {"CUT", "CUT-S", "CUT-M", "CUT-L", "STITCH-S"} <= {layer.dxf.name for layer in document.layers}


def test_aama_has_a_block_for_each_size_that_meet_at_the_base(patterns: tuple[Pattern, ...], sizes: Nest) -> None:
    content = files(patterns, "dxf-aama")["mini-backpack-sizes-aama.dxf"].decode()
    document = read(content)
    texts = {text.dxf.text for text in document.modelspace().query("TEXT")}
    assert {"Style Name: Mini backpack purse", "Sample Size: M"} <= texts
    places = []
    for insert in document.modelspace().query("INSERT"):
        if insert.dxf.name.startswith("03_BACK_"):
            size = insert.dxf.name[-1]
            block = document.blocks[insert.dxf.name]
            assert f"Size: {size}" in {text.dxf.text for text in block.query("TEXT")}
            place = insert.dxf.insert
            places.append(base_of(sizes.patterns[size.lower()]["back"]) + complex(place.x, place.y))
    assert len(places) == 3
    assert all(abs(place - places[0]) < 1e-3 for place in places)


def test_a_plotter_has_a_pen_for_each_size(patterns: tuple[Pattern, ...]) -> None:
    job = Job(patterns[0], options=Options(roll=3000.0), others=patterns[1:])
    content = rendered(job, ("hpgl",))["mini-backpack-sizes.plt"].decode()
    assert [line for line in content.splitlines() if line.startswith("SP")] == ["SP1;", "SP2;", "SP3;", "SP8;", "SP0;"]
