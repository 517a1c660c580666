"""The guide to pattern.json names all that stands in it; every kind of part is told in that shape."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from shapely import Polygon

from bagpattern.contract import cases
from bagpattern.errors import InputError
from bagpattern.export.json import json_text
from bagpattern.model.pattern import Where
from bagpattern.pipeline import make
from tests.contract.json_shape import TOP, words_of
from tests.contract.shapes import misshapen

Row = dict[str, Any]
GUIDE = (Path(__file__).parents[2] / "examples" / "guide" / "pattern-json.md").read_text(encoding="utf-8")


def test_a_wrong_shape_is_found() -> None:
    file = json.loads(json_text(make("tote")))
    file["pieces"][0]["right_side"] = "left"
    file["straps"][0]["width"] = "25 mm"
    del file["seams"][0]["meet"]
    found = list(misshapen(file, TOP))
    assert len(found) == 3
    assert [path.partition(":")[0].partition(" has")[0] for path in found] == [
        ".pieces[0].right_side",
        ".seams[0]",
        ".straps[0].width",
    ]


def test_the_guide_names_every_key_and_every_word() -> None:
    named = set(re.findall(r"`([^`]+)`", GUIDE.partition("## Units")[2]))
    assert sorted(words_of() - named) == []


def test_the_guide_names_every_place_of_a_measure() -> None:
    assert [each for each in Where if f"`{each}`" not in GUIDE] == []


def test_the_code_of_the_guide_lays_a_pocket_on_its_panel() -> None:
    code = re.search(r"```python\n(.*?)```", GUIDE, re.DOTALL)
    assert code
    names: Row = {}
    exec(code[1], names)
    host = Polygon(names["pieces"][names["lie"]["piece"]]["stitching_line"])
    assert host.contains(Polygon(names["laid"]))


LISTED = sorted({(key, kind) for _, key, declared in cases.lists() for kind in declared.family.names()})


@pytest.mark.parametrize(("key", "kind"), LISTED)
def test_every_kind_of_part_is_told_in_that_shape(key: str, kind: str) -> None:
    """Wherever it can be had, the first time that it can: a new part that breaks the file is found."""
    for settings in cases.everywhere(key, kind):
        try:
            file = json.loads(json_text(make(settings)))
        except InputError:
            continue
        assert not list(misshapen(file, TOP))
        assert all(strap["mode"] for strap in file["straps"])
        return
    pytest.fail("no style takes it")
