"""Values that change nothing in their bag are told, and no others."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from bagpattern.cli import main
from bagpattern.idle import idle
from bagpattern.preset.shipped import preset_names
from bagpattern.preset.source import opened


def keys(preset: dict[str, Any], **overrides: str) -> list[str]:
    return [each.key for each in idle(preset, {key.replace("__", "."): each for key, each in overrides.items()})]


@pytest.mark.parametrize("name", preset_names())
def test_no_shipped_preset_says_what_changes_nothing(name: str) -> None:
    assert [*map(str, idle(opened(name)))] == []


def test_what_a_choice_leaves_without_use_is_told() -> None:
    """Only a rolled handle has a cord, and no strap has no length."""
    assert keys({"style": "handbag", "handles": {"cord": "6 mm"}}) == ["handles.cord"]
    none = {"kind": "none", "length": "100 cm", "joins": 3}
    assert keys({"style": "lunch-bag", "crossbody": none}) == ["crossbody.length", "crossbody.joins"]
    assert keys({"style": "handbag", "handles": {"kind": "rolled", "cord": "6 mm"}}) == []


def test_a_value_in_an_entry_and_one_on_the_line_are_told() -> None:
    pocket = {"kind": "flap", "name": "front", "panel": "front", "fastener": "none", "fasteners": 2}
    bag = {"style": "tote", "pockets": [{**pocket, "name": "bills"}]}
    assert keys(bag, materials__padding="foam-thin") == ["pockets.bills.fasteners", "materials.padding"]


def test_what_is_as_its_rule_would_have_it_or_is_a_demand_is_not_idle() -> None:
    """A handle usually is of fabric; a bag that is to be carried on the back is refused without straps."""
    assert keys({"style": "tote", "handles": {"kind": "fabric"}, "wearer": {"carry": ["hand"]}}) == []


def test_what_is_inherited_is_no_fault_of_the_heir(tmp_path: Path) -> None:
    parent, child = tmp_path / "parent.toml", tmp_path / "child.toml"
    parent.write_text('style = "handbag"\n[handles]\nkind = "rolled"\ncord = "6 mm"\n', encoding="utf-8")
    child.write_text('extends = "parent.toml"\n[handles]\nkind = "webbing"\n', encoding="utf-8")
    assert idle(child) == []


def test_a_check_says_where_it_stands(tmp_path: Path) -> None:
    file = tmp_path / "bag.toml"
    file.write_text('style = "handbag"\n\n[handles]\ncord = "6 mm"\n', encoding="utf-8")
    found = CliRunner().invoke(main, ["check", str(file)])
    assert found.exit_code == 0
    assert (
        found.stderr.splitlines()[0]
        == f"{file}:4:1: handles.cord: changes nothing in this bag, which has no use for it"
    )
