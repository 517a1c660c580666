"""Settings are complete: given back, they make the same preset, and the same settings, again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bagpattern.parameter import Parameter
from bagpattern.parameters import Declaration, Rows, Table, declarations
from bagpattern.preset import Preset, preset_names, read
from bagpattern.preset.template import template
from bagpattern.styles import STYLES

Table_ = dict[str, Any]
SPELLED = ("file", "price", "logo")
"""Texts that have a form of their own."""
panels = st.sampled_from(["front", "back", "lining-front", "lining-back"])


def of_parameter(declared: Parameter) -> st.SearchStrategy[Any]:
    """Any value within the limits, as a preset writes it; None for what may be left out."""
    made: st.SearchStrategy[Any]
    if declared.kind == "length":
        made = st.floats(declared.least, declared.most).map(declared.write)
        return made | st.none() if declared.optional else made
    if declared.kind == "count":
        return st.integers(int(declared.least or 0), int(declared.most or 9))
    if declared.kind == "choice":
        return st.sampled_from(declared.options)
    if declared.kind == "words":
        return st.just([])
    if declared.kind == "flag":
        return st.booleans()
    if declared.remark:
        return st.none() | st.just("www.example.org")  # it is an address, too, where one is asked for
    return panels


def of_table(of: type) -> st.SearchStrategy[Table_]:
    """Any table of a style, part or table."""
    fields = {name: of_declaration(each) for name, each in declarations(of).items() if name not in SPELLED}
    return st.fixed_dictionaries(fields).map(lambda made: {key: each for key, each in made.items() if each is not None})


def of_declaration(declared: Declaration) -> st.SearchStrategy[Any]:
    if isinstance(declared, Parameter):
        return of_parameter(declared)
    if isinstance(declared, Table):
        return of_table(declared.of)
    if isinstance(declared, Rows):
        return st.lists(of_table(declared.of), max_size=3).map(named)
    family = declared.family
    one = st.sampled_from(family.names()).flatmap(
        lambda kind: of_table(family.member(kind)).map(lambda made: {"kind": kind, **made})
    )
    return st.lists(one, max_size=3).map(named) if declared.many else one


def named(entries: list[Table_]) -> list[Table_]:
    return [{**entry, "name": f"Pocket {index}"} for index, entry in enumerate(entries)]


presets = st.sampled_from(STYLES.names()).flatmap(
    lambda style: of_table(STYLES.member(style)).map(lambda made: {"style": style, "preset": "any", **made})
)


def same(one: Preset, other: Preset) -> None:
    assert json.dumps(one.settings) == json.dumps(other.settings)  # values and the order of keys
    assert (one.id, one.name, one.style_name, one.style) == (other.id, other.name, other.style_name, other.style)


@pytest.mark.parametrize("name", preset_names())
def test_shipped_presets_come_back(name: str) -> None:
    preset = read(name)
    same(preset, read(preset.settings))


@given(presets)
def test_any_preset_comes_back(made: Table_) -> None:
    preset = read(made)
    same(preset, read(json.loads(json.dumps(preset.settings))))


@pytest.mark.parametrize("name", preset_names())
def test_a_written_preset_is_the_same_but_for_its_id(tmp_path: Path, name: str) -> None:
    preset = read(name)
    path = tmp_path / "my-bag.toml"
    path.write_text(template(preset), encoding="utf-8")
    same(preset, read({**read(path).settings, "preset": preset.id}))
    assert read(path).id == "my-bag"


@settings(deadline=None, max_examples=40)
@given(presets)
def test_any_preset_can_be_written(tmp_path_factory: pytest.TempPathFactory, made: Table_) -> None:
    preset = read(made)
    path = tmp_path_factory.mktemp("written") / "any.toml"
    path.write_text(template(preset), encoding="utf-8")
    same(preset, read(path))


def test_a_pattern_file_is_a_preset(tmp_path: Path) -> None:
    preset = read(preset_names()[0])
    path = tmp_path / "twin.json"
    path.write_text(json.dumps({"format": "bagpattern/pattern", "settings": preset.settings}), encoding="utf-8")
    same(preset, read(path))


def test_overrides_are_in_the_settings() -> None:
    preset = read("mini-backpack", {"dimensions.width": "9 1/2 in", "name": "Mine", "preset": "mine"})
    assert preset.settings["dimensions"]["width"] == "241.3 mm"
    assert (preset.id, preset.name) == ("mine", "Mine")
