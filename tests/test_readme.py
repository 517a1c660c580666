"""The README's examples are run as they stand."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

import bagpattern
from bagpattern import registry
from bagpattern.cli import main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "examples" / "guide" / "library.md").read_text(encoding="utf-8")

PRESETS = ("my-bag.toml", "tall.toml", "slots.toml", "cargo.toml", "rooms.toml", "trip.toml", "carry.toml")
LISTS = ("offcuts.toml", "prices.toml")


def blocks(language: str, page: str = README) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)


def commands() -> list[str]:
    """Every command line in the README, without its explanation."""
    lines = (line for block in blocks("text") for line in block.splitlines())
    return [re.split(r" {3,}", line)[0] for line in lines if line.startswith("bagpattern ")]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder with the README's presets and lists in it, and the templates where it copies them."""
    for name, content in zip((*PRESETS, *LISTS), blocks("toml"), strict=True):
        (tmp_path / name).write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for template, copy in re.findall(r"^cp (\S+) (\S+)", README, re.MULTILINE):
        Path(copy).parent.mkdir(parents=True)
        shutil.copy(ROOT / template, copy)
    yield tmp_path
    for each in [*registry._further]:
        registry.leave(each)


@pytest.mark.parametrize("command", commands())
def test_commands(command: str, folder: Path) -> None:
    if command.startswith("bagpattern new my-bag.toml"):
        (folder / "my-bag.toml").unlink()
    words = [word.replace('"', "") for word in re.findall(r'(?:[^\s"]|"[^"]*")+', command)]
    result = CliRunner().invoke(main, words[1:])
    assert result.exit_code == 0, result.output


def test_difference(folder: Path) -> None:
    """What the README says that the second preset changes is what ``show --diff`` says."""
    expected = next(block for block in blocks("text") if "->" in block)
    result = CliRunner().invoke(main, ["show", "tall.toml", "--diff"])
    told = {" ".join(line.split()) for line in result.output.splitlines()}
    assert {" ".join(line.split()) for line in expected.splitlines()} <= told, result.output


def test_what_fits(folder: Path) -> None:
    """The rows of the table that the README shows are rows of the one that is printed."""
    expected = next(block for block in blocks("text") if "verdict" in block)
    assert {*expected.splitlines()} <= {*CliRunner().invoke(main, ["fit", "carry.toml"]).output.splitlines()}


def test_the_schema_knows_the_presets(folder: Path) -> None:
    CliRunner().invoke(main, ["schema", "-o", "preset.schema.json"])
    validator = Draft202012Validator(json.loads((folder / "preset.schema.json").read_text(encoding="utf-8")))
    for name in PRESETS:
        validator.validate(tomllib.loads((folder / name).read_text(encoding="utf-8")))


@pytest.mark.parametrize("line", blocks("sh")[1].splitlines())
def test_completion_is_switched_on(line: str, tmp_path: Path) -> None:
    """Each line runs, in an empty home, and leaves there what switches completion on."""
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "HOME": str(tmp_path), "PATH": programs}
    subprocess.run(["bash", "-c", line], env=environment, check=True)
    (written,) = (path for path in tmp_path.rglob("*") if path.is_file())
    assert "_BAGPATTERN_COMPLETE" in written.read_text(encoding="utf-8")


def test_python(folder: Path) -> None:
    """The section on the library runs, and what it looks up is there."""
    (block,) = blocks("python")
    known: dict[str, object] = {}
    exec(compile(block, "README.md", "exec"), known)
    assert isinstance(known["pattern"], bagpattern.Pattern)
    assert {each.name for each in folder.iterdir()} == {*PRESETS, *LISTS, "my_parts"}  # it writes nothing


def test_the_page_on_the_library_runs_from_end_to_end(folder: Path) -> None:
    known: dict[str, Any] = {}
    for block in blocks("python", GUIDE):
        exec(compile(block, "library.md", "exec"), known)
    assert {name.rpartition(".")[2] for name in known["files"]} == {"pdf", "dxf", "json"}
    assert len(known["pages"]) > 5
    assert len(known["fitting"].proposals) > 1


def test_messages(folder: Path) -> None:
    """The mistakes that the README shows give the messages that it shows."""
    preset = folder / "my-bag.toml"
    wrong = preset.read_text(encoding="utf-8").replace("height =", "heigth =", 1)
    preset.write_text(wrong, encoding="utf-8")
    result = CliRunner().invoke(main, ["check", "my-bag.toml"])
    assert result.exit_code == 2
    assert blocks("text")[1].splitlines()[0] in result.output
    preset.write_text(wrong.replace("heigth", "height").replace('"9 cm"', '"22 cm"'), encoding="utf-8")
    result = CliRunner().invoke(main, ["check", "my-bag.toml"])
    assert blocks("text")[1].splitlines()[1] in result.output


def test_two_commands_come_first() -> None:
    first, *_ = blocks("sh")
    assert len(first.splitlines()) == 2
