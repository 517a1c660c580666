"""Processes that die, hang or are a cluster's: a variant is lost, and told, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import bagpattern
from bagpattern import registry
from bagpattern.ranges.running import make_range
from tests.ranges.conftest import contents, spec

POUCH = '''
"""A pouch that brings whoever makes it to an end."""

import os, signal, time

from bagpattern.styles.flat_pouch import FlatPouch


class Deadly(FlatPouch):
    """A pouch of 19 cm kills its process, one of 21 cm takes for ever."""

    def draft(self):
        if abs(self.dimensions.width - 190.0) < 1.0:
            os.kill(os.getpid(), signal.SIGKILL)
        if abs(self.dimensions.width - 210.0) < 1.0:
            time.sleep(600)
        return super().draft()
'''
RANGE = """
preset = "own.toml"
formats = ["json"]
pictures = false
[[axes]]
key = "dimensions.width"
values = ["18 cm", "19 cm", "20 cm", "21 cm", "22 cm"]
"""


@pytest.fixture
def deadly(tmp_path: Path) -> Iterator[Path]:
    """The spec of a range of them."""
    (tmp_path / "parts" / "styles").mkdir(parents=True)
    (tmp_path / "parts" / "styles" / "deadly.py").write_text(POUCH)
    (tmp_path / "own.toml").write_text('style = "deadly"\nname = "Deadly"\n')
    (tmp_path / "range.toml").write_text(RANGE)
    bagpattern.use(tmp_path / "parts")
    yield tmp_path / "range.toml"
    for each in [*registry._further]:
        registry.leave(each)


def test_a_killed_worker_and_one_that_takes_too_long(deadly: Path, tmp_path: Path) -> None:
    outcome = make_range(deadly, tmp_path / "out", processes=1, limit=4.0)
    assert [(each.name, each.why) for each in outcome.refusals] == [
        ("own-19-cm", "the process that made it was ended from outside"),
        ("own-21-cm", "took longer than 4 s, and was ended"),
    ]
    assert (outcome.made, outcome.stopped) == (3, 2)


def test_processes_make_what_is_made_here(whole: Path, tmp_path: Path) -> None:
    outcome = make_range(spec(), tmp_path, processes=2)
    assert (outcome.made, outcome.refused, outcome.stopped) == (6, 2, 0)
    assert contents(tmp_path) == contents(whole)
