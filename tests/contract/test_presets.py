"""Every shipped preset: drafted without a fault, as large as it says; and there are two of every style."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from bagpattern.export.json import json_text
from bagpattern.pipeline import make
from bagpattern.preset import describe, preset_names, read
from bagpattern.styles._style import STYLES
from tests import proof

SIZE = re.compile(r"([\d.]+) x ([\d.]+) x ([\d.]+) cm")


@pytest.mark.parametrize("name", preset_names())
def test_it_is_proved_and_nothing_is_to_be_warned_of(name: str) -> None:
    pattern = make(name)
    assert pattern.findings == ()
    assert proof.failures(json_text(pattern)) == []
    assert json.loads(json_text(pattern))["lay"]


@pytest.mark.parametrize("name", [name for name in preset_names() if SIZE.search(describe(name))])
def test_it_is_as_large_as_its_description_says(name: str) -> None:
    told = SIZE.search(describe(name))
    finished = make(name).finished
    assert told
    assert [float(each) * 10 for each in told.groups()] == pytest.approx(
        [finished.width, finished.height, finished.depth], abs=0.5
    )


def test_every_style_has_a_plain_and_a_rich_preset() -> None:
    found = Counter(read(name, {}).style_name for name in preset_names())
    assert {style: found[style] for style in STYLES.names() if found[style] < 2} == {}


@pytest.mark.parametrize("style", STYLES.names())
def test_a_style_reads_like_drafting_instructions(style: str) -> None:
    lines = Path(str(STYLES.module(style).__file__)).read_text(encoding="utf-8").splitlines()
    assert len(lines) < 120
