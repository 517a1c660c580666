"""Every exporter, found by discovery, on what every purpose draws: same bytes, no clock, and errors told in words."""

from __future__ import annotations

import re
import subprocess
import sys
import time

import pytest

import bagpattern
from bagpattern.drawing.purposes import PURPOSES, Purpose
from bagpattern.export import EXPORTERS, Exporter, Job
from bagpattern.model.pattern import Pattern
from bagpattern.options import Options, read_options, wishes


@pytest.fixture(scope="module")
def pattern() -> Pattern:
    return bagpattern.make("mini-backpack")


CASES = [
    (name, purpose)
    for name in EXPORTERS.names()
    for purpose in (PURPOSES.names() if EXPORTERS.member(name).drawn else ("paper",))
]


@pytest.mark.parametrize(("name", "purpose"), CASES)
def test_the_same_job_gives_the_same_bytes_at_any_time(
    name: str, purpose: str, pattern: Pattern, monkeypatch: pytest.MonkeyPatch
) -> None:
    exporter: Exporter = EXPORTERS.member(name)()
    first = exporter.files(Job(pattern, purpose))
    now = time.time()
    monkeypatch.setattr("time.time", lambda: now + 1e8)
    assert exporter.files(Job(pattern, purpose)) == first
    assert first
    assert all(first.values())


@pytest.mark.parametrize(("name", "purpose"), CASES)
def test_files_are_named_after_the_preset_and_the_format(name: str, purpose: str, pattern: Pattern) -> None:
    exporter: Exporter = EXPORTERS.member(name)()
    for file in exporter.files(Job(pattern, purpose)):
        assert re.fullmatch(rf"mini-backpack(-[a-z0-9-]+)?\.{exporter.suffix}", file)


@pytest.mark.parametrize("name", EXPORTERS.names())
def test_an_exporter_tells_what_it_is(name: str) -> None:
    exporter = EXPORTERS.member(name)
    assert exporter.title
    assert re.fullmatch(r"[a-z0-9]+", exporter.suffix)
    assert {*exporter.reads} <= {*Options.__dataclass_fields__}


@pytest.mark.parametrize("name", PURPOSES.names())
def test_a_purpose_tells_what_it_is(name: str) -> None:
    purpose = PURPOSES.member(name)
    assert purpose.title
    assert purpose.formats
    assert {*purpose.formats} <= {*EXPORTERS.names()}
    assert {*purpose.reads} <= {*Options.__dataclass_fields__}


def test_every_wish_has_its_option() -> None:
    from bagpattern.cli.drafting import command

    assert {*wishes()} == {*Options.__dataclass_fields__} <= {param.name for param in command.params}


@pytest.mark.parametrize("name", wishes())
def test_every_wish_is_read_and_has_a_default_that_can_be_given(name: str) -> None:
    members = (room.member(each) for room in (PURPOSES, EXPORTERS) for each in room.names())
    on_pages = {wish for each in PURPOSES.names() for wish in PURPOSES.member(each).on_pages}
    assert name in {wish for each in members for wish in each.reads} | {*Purpose.always} | on_pages
    declared = wishes()[name]
    assert declared.help.endswith(".")
    assert getattr(read_options({name: declared.write(declared.default)}), name) == getattr(Options(), name)


def test_what_writes_a_format_is_imported_late() -> None:
    """A start is not to pay for formats that are not written."""
    code = (
        "import sys\n"
        "from bagpattern.export import EXPORTERS\n"
        "print([EXPORTERS.member(name).title for name in EXPORTERS.names()] and\n"
        "      sorted({'ezdxf', 'resvg_py', 'reportlab', 'svgwrite'} & {*sys.modules}))\n"
    )
    assert subprocess.run((sys.executable, "-c", code), capture_output=True, text=True, check=True).stdout == "[]\n"
