"""The public surface: what ``bagpattern`` lists, and that a bare import costs nothing."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

import bagpattern

SURFACE = {
    "BagpatternError",
    "Finding",
    "Fit",
    "InputError",
    "Pattern",
    "PatternError",
    "Place",
    "Preset",
    "Problem",
    "Severity",
    "__version__",
    "draft",
    "fit",
    "lay",
    "make",
    "preset_names",
    "read",
    "write_svg",
}


def test_the_surface_is_what_it_was() -> None:
    assert set(bagpattern.__all__) == SURFACE
    assert len(bagpattern.__all__) == len(SURFACE)
    assert set(dir(bagpattern)) >= SURFACE


@pytest.mark.parametrize("name", sorted(SURFACE - {"__version__"}))
def test_every_name_is_there_and_is_the_one_at_home(name: str) -> None:
    home = import_module(bagpattern._HOMES[name])
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
    pattern = bagpattern.make("mini-backpack", {"dimensions.depth": "12 cm"})
    assert pattern["front" if "front" in pattern.draft else pattern.pieces[0].id].cutting_line.area > 0
    assert not pattern.errors


def test_errors_have_one_root() -> None:
    assert issubclass(bagpattern.InputError, bagpattern.BagpatternError)
    assert issubclass(bagpattern.PatternError, bagpattern.BagpatternError)
