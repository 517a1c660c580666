"""``bagpattern range`` as it is typed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bagpattern.cli import main
from bagpattern.ranges import running
from tests.ranges.conftest import Here

RANGE = """\
preset = "flat-pouch"
formats = ["json"]
pictures = false
[[axes]]
key = "dimensions.width"
values = ["18 cm", "2 cm"]
"""
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command in a folder with a spec, in this process."""
    monkeypatch.chdir(tmp_path)
    Path("pouches.toml").write_text(RANGE)
    made = running.make_range
    monkeypatch.setattr(running, "make_range", lambda *given, **named: made(*given, **_here(named)))
    return lambda *words: CliRunner().invoke(main, ["range", *words])


def _here(named: dict[str, Any]) -> dict[str, Any]:
    return {**named, "processes": None, "limit": None, "executor": Here()}


def test_what_is_made_and_what_is_refused(run: Run) -> None:
    result = run("pouches.toml")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == ["2 variants: 1 made, 0 unchanged, 1 refused", "pouches/index.html"]
    assert result.stderr.startswith("flat-pouch-2-cm: dimensions.width: 20 mm is too small")
    assert 'what would fit: dimensions.width = "' in result.stderr


def test_a_list_makes_nothing(run: Run, tmp_path: Path) -> None:
    result = run("pouches.toml", "--list", "--shard", "1/2")
    assert result.output == "flat-pouch-18-cm  dimensions.width 18 cm\n1 of 2 variants: json\n"
    assert [each.name for each in tmp_path.iterdir()] == ["pouches.toml"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("nothing.toml",), "nothing.toml: there is no such file"),
        (("pouches.toml", "--shard", "3"), "3/16"),
        (("pouches.toml", "--cluster", "tcp://localhost:1", "--limit", "3"), "leave --processes and --limit out"),
        (("pouches.toml", "-o", "pouches.toml/x"), "cannot be written: not a directory"),
    ],
)
def test_what_cannot_be_used_is_told(run: Run, words: tuple[str, ...], told: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert told in result.stderr
