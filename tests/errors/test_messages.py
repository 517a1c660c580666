"""Each bad preset in this folder, beside the very words that it must give.

``python -m tests.errors.test_messages`` writes the words anew, and prints what changed. In a preset, a line
``# --set KEY = VALUE`` is an option of the command line.
"""

from __future__ import annotations

import os
import re
from difflib import unified_diff
from pathlib import Path

import pytest
from click.testing import CliRunner

from bagpattern.cli import main
from bagpattern.preset import preset_names, preset_text

HERE = Path(__file__).parent
MISTAKES = sorted(path.name for path in HERE.glob("*.toml"))
_OPTION = re.compile(r"# --set (\S+) = (.*)")


def told(name: str) -> str:
    """What ``bagpattern check`` says on standard error about a preset here, and that nothing else happens."""
    lines = (HERE / name).read_text(encoding="utf-8", errors="replace").splitlines()
    options = [f"--set={found[1]}={found[2]}" for line in lines if (found := _OPTION.fullmatch(line))]
    result = CliRunner().invoke(main, ["check", name, *options])
    assert (result.exit_code, result.stdout) == (2, ""), result.output
    return result.stderr


def difference(expected: str, got: str) -> str:
    """What is to be changed in *expected* to get *got*; nothing if they are the same."""
    return "".join(unified_diff(expected.splitlines(True), got.splitlines(True), "expected", "got"))


@pytest.mark.parametrize("name", MISTAKES)
def test_mistake_gives_the_words_beside_it(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(HERE)
    expected = (HERE / name).with_suffix(".txt").read_text(encoding="utf-8")
    assert difference(expected, told(name)) == ""


def test_every_expectation_has_its_mistake() -> None:
    assert {path.stem for path in HERE.glob("*.txt")} == {Path(name).stem for name in MISTAKES}


def test_the_comparison_can_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(HERE)
    right = told("unknown-key.toml")
    assert difference(right.replace(":4:", ":5:"), right)
    assert difference(right + "one line more\n", right)
    assert difference("", right)


def test_a_good_preset_is_no_mistake(tmp_path: Path) -> None:
    good = tmp_path / "good.toml"
    good.write_text(preset_text(preset_names()[0]), encoding="utf-8")
    with pytest.raises(AssertionError, match="can be sewn"):
        told(str(good))


def rewrite() -> None:
    """Write every expectation anew, and print what changed."""
    os.chdir(HERE)
    for name in MISTAKES:
        path = (HERE / name).with_suffix(".txt")
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        path.write_text(told(name), encoding="utf-8")
        print(difference(before, told(name)), end="")


if __name__ == "__main__":
    rewrite()
