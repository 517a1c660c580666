"""The key of a preset and of a pattern: of its settled settings and of the version, and of nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import bagpattern

PRESET = '# {comment}\nstyle = "tote"\nname = "A bag"\n[dimensions]\n{first}\n{second}\n'


def read(folder: Path, **gaps: str) -> bagpattern.Preset:
    """A preset of that text, always of one name: a file's name becomes the bag's."""
    path = folder / "bag.toml"
    path.write_text(PRESET.format(**{"comment": "", **gaps}), encoding="utf-8")
    return bagpattern.read(path)


def test_a_key_changes_with_every_setting_and_with_nothing_else(tmp_path: Path) -> None:
    width, height = 'width = "30 cm"', 'height = "32 cm"'
    first = read(tmp_path, first=width, second=height)
    assert read(tmp_path, first=height, second=width, comment="quite another").key == first.key
    assert read(tmp_path, first='width = "300 mm"', second=height).key == first.key
    assert read(tmp_path, first=width, second='height = "321 mm"').key != first.key
    assert bagpattern.draft(first).key == first.key
    others = ({"name": "b"}, {"units": "in"}, {"language": "de"}, {"materials.shell": "felt"}, {"holds": ["keys"]})
    keys = {bagpattern.read("tote", each).key for each in others} | {bagpattern.read("tote").key}
    assert len(keys) == len(others) + 1


def test_a_key_is_the_same_in_every_process() -> None:
    code = "import bagpattern; print(bagpattern.read('tote').key)"
    found = {
        subprocess.run((sys.executable, "-X", f"int_max_str_digits={640 + n}", "-c", code), capture_output=True).stdout
        for n in range(2)
    }
    assert found == {f"{bagpattern.read('tote').key}\n".encode()}


def test_a_key_is_of_this_version(monkeypatch: pytest.MonkeyPatch) -> None:
    before = bagpattern.read("tote").key
    monkeypatch.setattr(bagpattern, "__version__", "0.1.1")
    assert bagpattern.read("tote").key != before
