"""Colourways: texts for each material, in the lists, on the guide and in the data; no shape changes."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

from click.testing import CliRunner

from bagpattern.catalog.materials import cloths
from bagpattern.cli import main
from bagpattern.drawing.paper.sheets import sheets
from bagpattern.export.json import document
from bagpattern.export.svg import svg_text
from bagpattern.model.colourway import Colourway, colours_of
from bagpattern.parameter import Parameter
from bagpattern.parameters import declarations
from bagpattern.parts.workshop import Materials
from bagpattern.pipeline import make

ROWS = [
    {"name": "Autumn", "shell": "olive", "lining": "mustard stripes", "hardware": "brass"},
    {"name": "Sea", "shell": "navy", "lining": "mustard stripes"},
]
SETTINGS = {"style": "mini-backpack", "colourways": ROWS}


def test_colours_of_all_colourways_stand_together_once() -> None:
    colourways = make(SETTINGS).colourways
    assert str(colours_of(colourways, "shell")) == "olive / navy"
    assert str(colours_of(colourways, "lining")) == "mustard stripes"
    assert str(colours_of(colourways, "swivel")) == "brass"
    assert not colours_of(colourways, "zip")
    assert not colours_of(colourways, "foam")


def test_every_cloth_of_a_bag_can_be_coloured() -> None:
    choices = {name: each for name, each in declarations(Materials).items() if isinstance(each, Parameter)}
    slots = {name for name, each in choices.items() if set(cloths()) <= set(each.options)}
    assert {"shell", "contrast", "lining"} <= slots <= {each.name for each in fields(Colourway)}


def test_they_stand_in_the_data_and_change_nothing_else() -> None:
    plain, coloured = (document(make(each)) for each in ({"style": "mini-backpack"}, SETTINGS))
    assert coloured.pop("colourways") == ROWS
    assert plain.pop("colourways") == []
    for each in (plain, coloured):
        each.pop("settings")
    assert json.dumps(plain, default=dict) == json.dumps(coloured, default=dict)


def test_the_guide_has_them() -> None:
    written = svg_text(sheets(make(SETTINGS))[0])
    assert all(f"Colourway {row['name']}:" in written for row in ROWS)
    assert "Colourway" not in svg_text(sheets(make({"style": "mini-backpack"}))[0])


def test_show_tells_them(tmp_path: Path) -> None:
    rows = ("[[colourways]]\n" + "".join(f'{key} = "{text}"\n' for key, text in row.items()) for row in ROWS)
    file = tmp_path / "bag.toml"
    file.write_text("\n".join(('style = "mini-backpack"', *rows)), encoding="utf-8")
    shown = CliRunner().invoke(main, ["show", str(file)]).stdout
    assert "Colourways\n----------\nname    shell  lining           hardware\n" in shown
    assert "Autumn  olive  mustard stripes  brass\n" in shown
    assert "shell (olive / navy)" in shown
    assert "D-ring (brass)" in shown
