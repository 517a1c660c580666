"""The templates for a part and for a style make one when they are copied, in a package of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TEMPLATES = ROOT / "examples" / "templates"
LONGEST = {"pocket": 80, "style": 120}
"""Lines of a file in the package, at most."""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package with both templates where the README puts them."""
    folder = tmp_path_factory.mktemp("copy")
    package = folder / "bagpattern"
    shutil.copytree(ROOT / "src" / "bagpattern", package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "presets", package / "presets")
    shutil.copy(TEMPLATES / "pocket.py", package / "parts" / "pockets" / "scooped.py")
    shutil.copy(TEMPLATES / "style.py", package / "styles" / "pillow_bag.py")
    return folder


def run(folder: Path, *command: str) -> str:
    """What a command prints when the copy is the package."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(folder), str(ROOT)))}
    done = subprocess.run(
        [sys.executable, *command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("name", LONGEST)
def test_a_template_is_short(name: str) -> None:
    assert len((TEMPLATES / f"{name}.py").read_text(encoding="utf-8").splitlines()) <= LONGEST[name]


@pytest.mark.parametrize(("room", "name"), [("pockets", "scooped"), ("styles", "pillow-bag")])
def test_a_copied_template_is_listed(package: Path, room: str, name: str) -> None:
    assert name in run(package, "-m", "bagpattern", "list", room)
    assert "default" in run(package, "-m", "bagpattern", "list", room, name)


PROOF = """
from tests.contract import cases
from tests.contract.test_entries import hosts
bags = [{"style": style, "pockets": [{"name": "test", "kind": "scooped", "panel": panel, "dip": dip}]}
        for style in ("mini-backpack", "pillow-bag") for panel in hosts(style) for dip in ("5 mm", "60 mm")]
bags += [case.settings for case in cases.limits() if case.settings["style"] == "pillow-bag"]
outcomes = [cases.outcome(settings) for settings in ({"style": "pillow-bag"}, *bags)]
print(outcomes[0], outcomes.count("proved"), outcomes.count("refused"), len(outcomes))
"""


def test_what_is_made_from_the_templates_is_proved(package: Path) -> None:
    first, proved, refused, tried = run(package, "-c", PROOF).split()
    assert first == "proved"
    assert int(proved) + int(refused) == int(tried)
    assert int(proved) > int(refused) > 0
