"""The templates for a part and for a style make one when they are copied into a folder of one's own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bagpattern import registry, use
from bagpattern.contract.trial import trial
from bagpattern.own_parts import rooms
from bagpattern.parts.pockets import POCKETS
from bagpattern.styles import STYLES

ROOT = Path(__file__).parents[1]
TEMPLATES = ROOT / "examples" / "templates"
LONGEST = {"pocket": 80, "style": 120}
"""Lines of a file in the package, at most."""
PARTS = {"pockets/scooped.py": "pocket", "styles/pillow_bag.py": "style"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Both templates where their words put them."""
    monkeypatch.chdir(tmp_path)
    for file, name in PARTS.items():
        path = Path("my_parts", file)
        path.parent.mkdir(parents=True)
        path.write_text((TEMPLATES / f"{name}.py").read_text(encoding="utf-8"), encoding="utf-8")
    yield Path("my_parts")
    for each in [*registry._further]:
        registry.leave(each)


def spoil(folder: Path, file: str, good: str, bad: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert text.count(good) == 1
    (folder / file).write_text(text.replace(good, bad), encoding="utf-8")


def contract(*words: str) -> tuple[int, list[str]]:
    """The exit status and what is printed by the module that is shipped."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "bagpattern.contract", *words]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, (done.stdout + done.stderr).splitlines()


@pytest.mark.parametrize("name", LONGEST)
def test_a_template_is_short(name: str) -> None:
    assert len((TEMPLATES / f"{name}.py").read_text(encoding="utf-8").splitlines()) <= LONGEST[name]


def test_what_is_made_from_the_templates_is_proved(folder: Path) -> None:
    status, (head, *rows) = contract("my_parts/", "--count", "20")
    assert status == 0, rows
    assert head.split() == ["part", "tried", "proved", "refused", "wrong"]
    for row, name in zip(rows, ("pockets/scooped", "styles/pillow-bag"), strict=True):
        part, tried, proved, refused, wrong = row.split()
        assert (part, wrong) == (name, "0")
        assert int(tried) == int(proved) + int(refused)
        assert int(proved) > 100
        assert int(refused) > 20


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        ("for name in AROUND)", "for name in AROUND[:-1])", "BP101"),
        (
            "words(fault, dip=Length(self.dip), most=at_most(most))",
            "'too deep: sorry'",
            "refused without what and why: .*sorry",
        ),
        ("top = Path((Arc(", "top = 1 / 0, Path((Arc(", r"my_parts/pockets/scooped\.py:\d+: ZeroDivisionError"),
        ('panel.edge("top").length', 'panel.edge("top").length + id(spot) % 97', "is not the same every time"),
    ],
    ids=["not sewn", "no reason", "raises", "by chance"],
)
def test_what_is_wrong_with_a_part_is_found(folder: Path, good: str, bad: str, told: str) -> None:
    spoil(folder, "pockets/scooped.py", good, bad)
    use(folder)
    faults = trial(POCKETS, "scooped", 5).faults
    assert [each for each in faults if re.search(told, each)]


def test_a_style_that_takes_a_panel_for_whole_is_found(folder: Path) -> None:
    """Any panel may be divided by what is put on it."""
    whole = 'draft["strip"].edge("left end").length'
    spoil(folder, "styles/pillow_bag.py", 'measured(draft, "strip", "left end")', whole)
    use(folder)
    assert rooms()["styles"] == STYLES
    (fault,) = trial(STYLES, "pillow-bag", 0).faults
    assert re.match(r"my_parts/styles/pillow_bag\.py:\d+: KeyError: 'strip': .*zip-between", fault)


def test_the_contract_says_where_there_is_no_folder(tmp_path: Path) -> None:
    assert contract(str(tmp_path / "nowhere")) == (2, [f"{tmp_path}/nowhere: there is no such folder"])


def test_the_contract_fails_with_its_faults_below_their_part(folder: Path) -> None:
    spoil(folder, "pockets/scooped.py", "if self.dip > most:", "if self.dip > most or 1 / 0:")
    (folder / "styles" / "pillow_bag.py").unlink()
    status, lines = contract("my_parts", "--count", "0")
    assert status == 1
    assert lines[1].split()[0] == "pockets/scooped"
    assert lines[2].startswith("  my_parts/pockets/scooped.py:")
    assert lines[-1].startswith("  and ")
