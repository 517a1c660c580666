"""Help: one line a command, and examples that run as they stand."""

from __future__ import annotations

import shlex
from pathlib import Path

import click
import pytest

from bagpattern.cli import main
from bagpattern.cli._main import COMMANDS
from tests.cli.conftest import Run
from tests.test_readme import commands

ELSEWHERE = {command for _, command in commands()}
"""What README and the guide tell, too, and is run there."""

RANGE = """
preset = "flat-pouch"
formats = ["json"]
pictures = false
axes = [{ key = "units", values = ["mm", "in"] }]
"""


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_says_what_each_says_itself(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert command.name == name
    assert (command.help or "").splitlines()[0] == COMMANDS[name][1]
    assert len(COMMANDS[name][1]) <= 72


@pytest.mark.usefixtures("served")
@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_every_example_runs(run: Run, tmp_path: Path, name: str) -> None:
    lines = map(str.strip, run(*([name] if name else []), "--help").stdout.splitlines())
    examples = [shlex.split(line.partition("  ")[0])[1:] for line in lines if line.startswith("bagpattern ")]
    assert len(examples) >= 2
    if not any(words[:2] == ["new", "my-bag.toml"] for words in examples):
        run("new", "my-bag.toml")
    Path("sleeves.toml").write_text(RANGE)
    for words in (each for each in examples if shlex.join(["bagpattern", *each]) not in ELSEWHERE):
        result = run(*words)
        assert result.exit_code == 0, (words, result.output)


def test_presets_and_commands_are_completed() -> None:
    context = click.Context(main)
    assert [each.value for each in main.shell_complete(context, "sh")] == ["show"]
    command = main.get_command(context, "draft")
    assert command is not None
    preset = next(each for each in command.params if each.name == "preset")
    assert "mini-backpack" in [each.value for each in preset.shell_complete(context, "mini")]
    assert [(each.value, each.type) for each in preset.shell_complete(context, "./my")] == [("./my", "file")]


def test_version(run: Run) -> None:
    assert run("--version").stdout == "bagpattern 0.1.0\n"
