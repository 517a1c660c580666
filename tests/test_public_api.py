"""The public surface: what is listed, what a type checker knows of it, and that a bare import costs nothing."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import bagpattern

GUIDE = Path(__file__).parents[1] / "examples" / "guide" / "library.md"


def told() -> set[str]:
    """The names that the guide for programmers says are stable: those set in its table of names."""
    rows = (line.split("|")[1] for line in GUIDE.read_text(encoding="utf-8").splitlines() if line.startswith("| `"))
    return {name.strip("` ") for row in rows for name in row.split(",")}


def test_the_surface_is_what_the_guide_says() -> None:
    """A name that comes or goes is told to programmers."""
    assert {*bagpattern.__all__} == told() | {"__version__"}
    assert {*dir(bagpattern)} >= {*bagpattern.__all__}


def test_a_type_checker_knows_the_same_names_from_the_same_homes() -> None:
    tree = ast.parse(Path(bagpattern.__file__).read_text(encoding="utf-8"))
    (checked,) = (each for each in tree.body if isinstance(each, ast.If))
    imports = [each for each in checked.body if isinstance(each, ast.ImportFrom)]
    assert len(imports) == len(checked.body)
    assert all(name.asname == name.name for each in imports for name in each.names)
    assert {name.name: each.module for each in imports for name in each.names} == bagpattern._PUBLIC


@pytest.mark.parametrize("name", sorted({*bagpattern.__all__} - {"__version__"}))
def test_every_name_is_there_and_is_the_one_at_home(name: str) -> None:
    home = import_module(bagpattern._PUBLIC[name])
    assert getattr(bagpattern, name) is getattr(home, name)
    assert getattr(bagpattern, name).__doc__


def test_what_is_not_there_is_said_so() -> None:
    with pytest.raises(AttributeError, match="module 'bagpattern' has no attribute 'nothing'"):
        getattr(bagpattern, "nothing")  # noqa: B009


def test_the_version_is_the_one_that_is_published() -> None:
    project = Path(__file__).parents[1] / "pyproject.toml"
    assert tomllib.loads(project.read_text(encoding="utf-8"))["project"]["version"] == bagpattern.__version__


def test_importing_reads_no_file_and_imports_no_module() -> None:
    code = (
        "import sys\n"
        "opened = []\n"
        "sys.addaudithook(lambda event, details: event == 'open' and opened.append(str(details[0])))\n"
        "import bagpattern\n"
        "print([name for name in sys.modules if name.startswith('bagpattern.')],\n"
        "      [name for name in opened if not name.endswith(('.py', '.pyc')) and '.pyc.' not in name])\n"
    )
    result = subprocess.run((sys.executable, "-c", code), capture_output=True, text=True, check=True)
    assert result.stdout == "[] []\n"


def test_the_example_of_the_docstring() -> None:
    lines = [line for line in (bagpattern.__doc__ or "").splitlines() if line.startswith("    ")]
    known: dict[str, object] = {}
    exec("\n".join(map(str.strip, lines)), known)
    assert isinstance(known["pattern"], bagpattern.Pattern)


def test_errors_have_one_root() -> None:
    assert issubclass(bagpattern.InputError, bagpattern.BagpatternError)
    assert issubclass(bagpattern.PatternError, bagpattern.BagpatternError)


def test_the_settings_of_a_pattern_are_its_own() -> None:
    preset = bagpattern.read("tote")
    one, other = bagpattern.draft(preset), bagpattern.draft(preset)
    changed: dict[str, Any] = one.settings["dimensions"]
    changed["width"] = "1 cm"
    assert other.settings == preset.settings == bagpattern.read("tote").settings
