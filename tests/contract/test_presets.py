"""Every shipped preset: drafted without a fault, as large as it says; and there are two of every style."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from bagpattern.export.json import json_text
from bagpattern.model.panel import Role
from bagpattern.pipeline import make
from bagpattern.preset import describe, preset_names, read
from bagpattern.styles import STYLES
from tests import proof

CLOSING = {"zip", "magnetic-snap", "turn-lock", "buckle", "cord", "hook-and-loop", "snap", "purse-frame"}
"""Kinds of what closes a bag."""
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


@pytest.mark.parametrize("style", STYLES.names())
def test_a_style_has_a_plain_and_a_rich_preset(style: str) -> None:
    """A rich one has two pockets or more, is closed, and has something to hold, hang or stand it by."""
    found = [name for name in preset_names() if read(name, {}).style_name == style]
    assert len(found) >= 2
    assert any(map(is_rich, found))


def is_rich(name: str) -> bool:
    pattern = make(name)
    rooms = sum(len(pattern.settings.get(each, ())) for each in ("pockets", "compartments"))
    bought = {notion.kind for notion in pattern.notions}
    strap = any(piece.panel.role is Role.STRAP for piece in pattern.pieces)
    return rooms >= 2 and bool(bought & CLOSING) and (strap or bool(bought & {"webbing", "cord", "ring"}))


@pytest.mark.parametrize("style", STYLES.names())
def test_a_style_reads_like_drafting_instructions(style: str) -> None:
    lines = Path(str(STYLES.module(style).__file__)).read_text(encoding="utf-8").splitlines()
    assert len(lines) < 120
