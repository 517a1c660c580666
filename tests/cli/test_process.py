"""The program as a whole: what a start imports, and what becomes of a reader who goes away."""

from __future__ import annotations

import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = (sys.executable, "-m", "bagpattern")


def start(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run((*PROGRAM, *arguments), capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload,no-any-return]


def test_draft_in_a_process_of_its_own(tmp_path: Path) -> None:
    result = start("draft", "mini-backpack", cwd=tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    assert (tmp_path / "mini-backpack" / "mini-backpack.svg").stat().st_size > 10_000


@pytest.mark.skipif(os.name == "nt", reason="there file names are text")
def test_names_of_files_are_the_same_whatever_letters_the_locale_knows(tmp_path: Path) -> None:
    (tmp_path / "T\u00e4schchen.toml").write_text('extends = "clutch"', "utf-8")
    plain = {**os.environ, "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    for folder, known in (("here", None), ("there", plain)):
        line = ("draft", "T\u00e4schchen.toml", "--format", "json", "-o", folder)
        assert start(*line, cwd=tmp_path, env=known).returncode == 0
    here, there = (tmp_path / each / "T\u00e4schchen.json" for each in ("here", "there"))
    assert here.read_bytes() == there.read_bytes()


def test_the_module_is_the_program(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["somewhere/__main__.py", "--help"])
    with pytest.raises(SystemExit, match=r"^0$"):
        runpy.run_module("bagpattern", run_name="__main__")
    assert capsys.readouterr().out.startswith("Usage: bagpattern [OPTIONS] COMMAND")


def test_help_imports_nothing_but_click() -> None:
    code = (
        "import sys, click, shutil, textwrap, locale; from bagpattern.cli import main; before = {*sys.modules}\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "ours = {name for name in sys.modules if name.startswith('bagpattern')}\n"
        "print(sorted(ours), sorted({*sys.modules} - before - {'click._textwrap'}))"
    )
    result = subprocess.run((sys.executable, "-c", code), capture_output=True, text=True, check=True)
    last = result.stdout.splitlines()[-1]
    assert last == "['bagpattern', 'bagpattern.cli', 'bagpattern.cli._main'] []"


def test_listing_presets_does_not_wait_for_geometry() -> None:
    code = "import sys, bagpattern; bagpattern.preset_names(); print('shapely' in sys.modules, 'numpy' in sys.modules)"
    result = subprocess.run((sys.executable, "-c", code), capture_output=True, text=True, check=True)
    assert result.stdout == "False False\n"


@pytest.mark.skipif(os.name == "nt", reason="needs a pipe that breaks")
def test_a_reader_who_goes_away_is_no_error() -> None:
    writer = subprocess.Popen(
        (*PROGRAM, "draft", "mini-backpack", "--format", "json", "-o", "-"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert writer.stdout is not None
    assert writer.stderr is not None
    writer.stdout.read(10)
    writer.stdout.close()
    assert writer.stderr.read() == b""
    writer.stderr.close()
    writer.wait()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_standard_output_is_told() -> None:
    with open("/dev/full", "wb") as full:
        result = subprocess.run(
            (*PROGRAM, "show", "mini-backpack"), stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert (result.returncode, result.stderr) == (2, "cannot write: no space left on device\n")


def test_output_that_knows_few_characters() -> None:
    result = start("show", "mini-backpack", env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.skipif(os.name == "nt", reason="needs a shell that closes it")
def test_a_closed_standard_output_is_told() -> None:
    line = f"{sys.executable} -m bagpattern schema -o - >&-"
    result = subprocess.run(line, shell=True, stderr=subprocess.PIPE, text=True, check=False)
    assert (result.returncode, result.stderr.count("\n")) == (2, 1)
    assert result.stderr.startswith("standard output is closed: ")
