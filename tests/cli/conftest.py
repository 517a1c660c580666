"""A command line in an empty folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import bagpattern
from bagpattern.cli import main
from bagpattern.model.pattern import Finding, Pattern, Severity
from bagpattern.said import Words

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs ``bagpattern`` with the arguments given, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(main, [str(each) for each in arguments])


@pytest.fixture
def finding(monkeypatch: pytest.MonkeyPatch) -> Callable[[Severity], None]:
    """Makes every pattern carry one finding of a severity."""

    def give(severity: Severity) -> None:
        found = (Finding("BP999", severity, "front to gusset", Words("the sides differ by {3 mm}")),)
        draft = bagpattern.draft

        def flawed(*arguments: object) -> Pattern:
            return replace(draft(*arguments), findings=found)  # type: ignore[arg-type]

        monkeypatch.setattr("bagpattern.pipeline.draft", flawed)

    return give


def files(folder: Path) -> set[str]:
    """Every file below a folder."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
