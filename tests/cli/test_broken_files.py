"""Every command that reads a file is given broken ones: words in one line each, exit status 2, never a traceback."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

import bagpattern
from tests.cli.conftest import Run, files

FONT = (Path(bagpattern.__file__).parent / "fonts" / "DejaVuSans.ttf").read_bytes()
PRESETS = (
    ("draft", "FILE"),
    ("draft", "tote", "--with", "FILE"),
    ("check", "FILE"),
    ("show", "FILE"),
    ("show", "--diff", "FILE"),
    ("fit", "FILE"),
    ("lay", "FILE"),
    ("new", "new.toml", "--from", "FILE"),
)
LISTS = (
    ("lay", "tote", "--effort", "quick", "--prices", "FILE"),
    ("lay", "tote", "--effort", "quick", "--stash", "FILE"),
    ("lay", "tote", "--effort", "quick", "--plan", "FILE"),
    ("draft", "tote", "--plan", "FILE", "--format", "json"),
    ("draft", "tote", "--font", "FILE", "--format", "pdf"),
)
TEXTS = {
    "binary": bytes(range(256)) * 10,
    "zeros": bytes(1000),
    "cut": "style = 'tote".encode("utf-16"),
    "half a letter": b'style = "tote"\nname = "\xc3',
    "deep": b"x = " + b"[" * 5000,
    "long key": b"a." * 50_000 + b"a = 1",
    "many": b"".join(b"k%d = 1\n" % number for number in range(6_000)),
    "number": b"x = " + b"9" * 5000,
    "open quotes": b'"' * 10_000,
    "json": b'{"style": "tote", "settings": 3, "plans": [3], "format": "bagpattern/plan", "version": 1}',
    "table": b"[prices.a]\n[offcuts]\n[style]\n[settings]\n",
    "list": b"[[prices]]\n[[offcuts]]\nx = 1\n[[style]]\n",
    "font": FONT[:2000],
    "damaged font": FONT[:100_000] + b"!" + FONT[100_001:],
}


@pytest.fixture
def broken(tmp_path: Path) -> Callable[[str, str], str]:
    """The name of a file in the empty folder with that content, or of what is no file."""

    def give(name: str, suffix: str) -> str:
        path = tmp_path / f"broken{suffix}"
        if name == "pipe":
            os.mkfifo(path)
        elif name == "folder":
            path.mkdir()
        elif name == "nothing":
            path.symlink_to(tmp_path / "nowhere")
        else:
            path.write_bytes(TEXTS[name])
        return path.name

    return give


KINDS = (*TEXTS, *(("pipe", "folder", "nothing") if os.name != "nt" else ()))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("suffix", [".toml", ".json"])
def test_presets(run: Run, broken: Callable[[str, str], str], tmp_path: Path, suffix: str, kind: str) -> None:
    file = broken(kind, suffix)
    for command in PRESETS:
        result = run(*(file if each == "FILE" else each for each in command))
        _refused(result.exit_code, result.stderr, result.exception, command)
    assert files(tmp_path) <= {file}


@pytest.mark.parametrize("kind", KINDS)
def test_lists_plans_and_fonts(run: Run, broken: Callable[[str, str], str], tmp_path: Path, kind: str) -> None:
    file = broken(kind, ".toml")
    for command in LISTS:
        result = run(*(file if each == "FILE" else each for each in command))
        if kind == "nothing" and "--plan" in command and command[0] == "lay":
            (tmp_path / "nowhere").unlink()  # a plan that is not there is begun
            continue
        _refused(result.exit_code, result.stderr, result.exception, command)
    assert files(tmp_path) <= {file}


def _refused(status: int, told: str, error: BaseException | None, command: tuple[str, ...]) -> None:
    assert isinstance(error, SystemExit), (command, error)
    assert status == 2, (command, told)
    assert "Traceback" not in told
    assert 1 <= told.count("\n") <= 20, (command, told[:500])
    assert all(len(line) < 1000 for line in told.splitlines())
