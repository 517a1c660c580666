"""A name is said as it is, whatever it looks like: a pocket for a 50 mm lens is none for a lens of 1 15/16 in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from bagpattern.cli import main
from bagpattern.drawing.model import Drawing, Text
from bagpattern.drawing.purposes import PURPOSES
from bagpattern.export import EXPORTERS, Job, rendered
from bagpattern.model.pattern import Pattern
from bagpattern.pipeline import make
from bagpattern.values import replace

NAME = "50 mm lens"
PICTURES = ("pdf", "png")
"""Formats whose letters are not there to be read: they write what the drawings hold."""
LETTERLESS = ("hpgl",)
"""Formats that have no letters."""
KINDS = (
    "slip",
    "zip-window",
    "flap",
    "patch",
    "full",
    "divided-slip",
    "zip-between",
    "bellows",
    "card-slots",
    "pleated",
)
SPOKEN = [("in", "en"), ("mm", "de"), ("in", "de"), ("in", "ja")]
_LENS = re.compile(r"(.{0,12})\blens\b", re.IGNORECASE)
_DXF_TEXT = re.compile(r"^ *1\r?\n(.*)$", re.MULTILINE)
_MARKUP = re.compile(r"<[^>]*>")


def bag(kind: str, units: str = "in", language: str = "en", width: str = "30 cm") -> Pattern:
    """A bag with a pocket of that name and kind, its colours and itself called likewise."""
    panel = "front" if kind == "zip-between" else "lining-back"
    settings: Mapping[str, Any] = {
        "style": "mini-backpack",
        "name": f"Bag for a {NAME}",
        "units": units,
        "language": language,
        "dimensions": {"width": width, "height": "34 cm", "depth": "12 cm"},
        "pockets": [{"kind": kind, "name": NAME, "panel": panel}],
        "colourways": [{"name": NAME, "shell": f"print of a {NAME}", "zip": "red"}],
    }
    return make(settings)


def words(text: str) -> str:
    """What is written, line by line, without the marks of its format: tags, or the group codes of DXF."""
    if text.lstrip().startswith(("0\nSECTION", "999")):
        text = "\n".join(_DXF_TEXT.findall(text))
    return " ".join(_MARKUP.sub(" ", text).split())


def text_of(content: bytes) -> str:
    """What is to be read in a file: all of it, or the part of a binary glTF that is text."""
    if content.startswith(b"glTF"):
        content = content[20 : 20 + int.from_bytes(content[12:16], "little")]
    return content.decode()


def converted(text: str) -> list[str]:
    """Every mention of the lens that is not by its name, or by the id that is made of it."""
    before = [each[1] for each in _LENS.finditer(text)]
    return [each for each in before if not each.lower().endswith(("50 mm ", "50-mm-"))]


def drawn(drawings: Mapping[str, Drawing]) -> Iterator[str]:
    """The lines of each sheet, and what it says of itself."""
    for each in drawings.values():
        lines = [item.content for item in each.items if isinstance(item, Text)]
        yield " ".join((*lines, each.title, each.description))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("units", "language"), SPOKEN)
def test_a_sheet_says_it(kind: str, units: str, language: str) -> None:
    (sheet,) = drawn(Job(bag(kind, units, language)).drawings)
    assert NAME in sheet
    assert converted(sheet) == []


@pytest.mark.parametrize("purpose", PURPOSES.names())
def test_every_purpose_says_it(purpose: str) -> None:
    sheets = [*drawn(Job(bag("zip-window"), purpose).drawings)]
    assert any(NAME in sheet for sheet in sheets)
    assert [converted(sheet) for sheet in sheets if converted(sheet)] == []


def test_several_sizes_say_it() -> None:
    smaller = replace(bag("zip-window", width="26 cm"), preset="smaller")
    job = Job(bag("zip-window"), others=(smaller,))
    (sheet,) = drawn(job.drawings)
    assert NAME in sheet
    assert converted(sheet) == []


@pytest.mark.parametrize("exporter", [name for name in EXPORTERS.names() if name not in PICTURES])
def test_every_file_says_it(exporter: str) -> None:
    files = [text_of(each) for each in rendered(Job(bag("zip-window")), [exporter]).values()]
    assert [each for each in files if converted(words(each))] == []
    if exporter not in LETTERLESS:
        assert any("50 mm lens" in words(each) or "50-mm-lens" in each for each in files)


@pytest.mark.parametrize("units", ["in", "mm"])
@pytest.mark.parametrize(
    "command",
    [("show",), ("show", "--diff"), ("check",), ("fit",), ("fit", "--add", "phone"), ("lay", "--effort", "quick")],
)
def test_every_command_says_it(command: tuple[str, ...], units: str, tmp_path: Path) -> None:
    preset = tmp_path / "camera.toml"
    preset.write_text(
        f'extends = "mini-backpack"\nname = "Bag for a {NAME}"\nunits = "{units}"\n[[pockets]]\nname = "{NAME}"\n'
        'kind = "slip"\npanel = "lining-front"\nholds = ["keys"]\n'
    )
    name, *options = command
    options = ["--add", "passport"] if "--add" in options else options
    printed = words(CliRunner().invoke(main, [name, str(preset), *options]).output)
    assert NAME in printed
    assert converted(printed) == []


def test_what_is_looked_for_is_found() -> None:
    assert converted("3 1 15/16 in lens, and its lens cap") == [" 1 15/16 in ", ", and its "]
    assert converted("a 50 mm lens, 50-mm-lens-1, a 50 MM LENS") == []
