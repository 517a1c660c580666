"""Completion: commands, presets, keys and their values, as the shells ask for them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from bagpattern.cli import main
from bagpattern.cli._completion import Bash
from bagpattern.parts.straps import STRAPS
from tests.cli.conftest import Run


def completed(*words: str) -> list[str]:
    """The completions of the last word, after the words before it."""
    completion = ShellComplete(main, {}, "bagpattern", "_BAGPATTERN_COMPLETE")
    return [item.value for item in completion.get_completions([*words[:-1]], words[-1])]


def test_commands_and_presets() -> None:
    assert completed("sch") == ["schema"]
    assert "mini-backpack" in completed("draft", "mini")
    assert "mini-backpack" in completed("new", "my.toml", "--from", "mini")


def test_keys_of_the_preset_on_the_line() -> None:
    assert completed("draft", "mini-backpack", "--set", "pockets.slip-pocket.hei") == ["pockets.slip-pocket.height="]
    assert completed("new", "my.toml", "--from", "mini-backpack", "--set", "dimensions.w") == ["dimensions.width="]
    assert "pockets.slip-pocket.kind=" in completed("show", "mini-backpack", "--set", "")


def test_keys_of_any_style() -> None:
    assert completed("draft", "--set", "dimensions.w") == ["dimensions.width="]
    assert "straps.length=" in completed("draft", "no-such-preset", "--set", "straps.")
    assert completed("draft", "--set", "uni") == ["units="]


@pytest.mark.parametrize(
    ("begun", "values"),
    [
        ("units=", ["units=mm", "units=in", "units=both"]),
        ("straps.kind=w", ["straps.kind=webbing"]),
        ("materials.shell=waxed", ["materials.shell=waxed-canvas"]),
        ("pockets.slip-pocket.kind=sl", ["pockets.slip-pocket.kind=slip"]),
        ("dimensions.width=", []),
        ("no.such.key=", []),
    ],
)
def test_values(begun: str, values: list[str]) -> None:
    assert completed("draft", "mini-backpack", "--set", begun) == values


def test_keys_of_another_kind_chosen_in_the_preset(run: Run, tmp_path: Path) -> None:
    run()  # for the folder
    (tmp_path / "mine.toml").write_text(
        'extends = "mini-backpack"\n[[pockets]]\nname = "a"\nkind = "full"\npanel = "front"'
    )
    assert "pockets.a.height=" in completed("draft", "mine.toml", "--set", "pockets.a.")


def test_things_and_formats() -> None:
    assert "iphone-16-cased" in completed("fit", "mini-backpack", "--add", "iphone-16")
    assert completed("draft", "mini-backpack", "--format", "svg,js") == ["svg,json"]
    assert completed("draft", "mini-backpack", "--set", "holds=keys,wallet-b") == ["holds=keys,wallet-bifold"]
    assert completed("draft", "mini-backpack", "--set", "pockets.slip-pocket.holds=passp") == [
        "pockets.slip-pocket.holds=passport"
    ]


def test_lists() -> None:
    assert completed("list", "pock") == ["pockets"]
    assert completed("list", "pockets", "zip-w") == ["zip-window"]
    assert completed("list", "materials", "waxed") == ["waxed-canvas"]


@pytest.mark.parametrize(
    ("words", "number", "answers"),
    [
        ("bagpattern draft mini-backpack --set straps.ki", 4, ["plain,straps.kind="]),
        ("bagpattern draft mini-backpack --set straps.kind = w", 6, ["plain,webbing"]),
        ("bagpattern draft mini-backpack --set straps.kind =", 5, [f"plain,{each}" for each in STRAPS.names()]),
        ("bagpattern draft mini-backpack --set units = in --set straps.kind = w", 10, ["plain,webbing"]),
        ("bagpattern draft mini-backpack --set units = in --pap", 7, ["plain,--paper"]),
        ("bagpattern draft mini-backpack --set = straps.kind = w", 7, ["plain,webbing"]),
    ],
)
def test_bash_which_breaks_words_at_equals(
    words: str, number: int, answers: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(number))
    assert Bash(main, {}, "bagpattern", "_BAGPATTERN_COMPLETE").complete().splitlines() == answers


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_what_switches_it_on(shell: str) -> None:
    environment = {**os.environ, "_BAGPATTERN_COMPLETE": f"{shell}_source"}
    command = [sys.executable, "-c", "from bagpattern.cli import main; main(prog_name='bagpattern')"]
    result = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert "_BAGPATTERN_COMPLETE" in result.stdout
    assert ("compopt -o nospace" in result.stdout) == (shell == "bash")
