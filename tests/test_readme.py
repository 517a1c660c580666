"""The README's examples are run as they stand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from bagpattern.cli import main

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def commands() -> list[str]:
    """Every command line in the README, without its explanation."""
    lines = (line for block in blocks("text") for line in block.splitlines())
    return [re.split(r" {3,}", line)[0] for line in lines if line.startswith("bagpattern ")]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with the README's preset in it."""
    (tmp_path / "my-bag.toml").write_text(blocks("toml")[0], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", commands())
def test_commands(command: str, folder: Path) -> None:
    if command.startswith("bagpattern new"):
        (folder / "my-bag.toml").unlink()
    words = [word.replace('"', "") for word in re.findall(r'(?:[^\s"]|"[^"]*")+', command)]
    result = CliRunner().invoke(main, words[1:])
    assert result.exit_code == 0, result.output


def test_python(folder: Path) -> None:
    for block in blocks("python"):
        exec(compile(block, "README.md", "exec"), {})
    assert (folder / "mini-backpack.svg").stat().st_size > 10_000


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
