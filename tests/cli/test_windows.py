"""As on Windows, as far as that can be shown without it: names, locks, open files, consoles and line ends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from bagpattern import on_disk
from bagpattern.cli import _undisturbed
from bagpattern.cli._files import write_all
from bagpattern.errors import InputError
from bagpattern.on_disk import unusable
from bagpattern.ranges.folder import Folder
from bagpattern.ranges.variant import WHOLE
from tests.cli.conftest import Run


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its names, and no locks of Unix."""
    monkeypatch.setattr(on_disk, "SYSTEM", on_disk.WINDOWS)
    monkeypatch.setitem(sys.modules, "fcntl", None)


@pytest.mark.usefixtures("windows")
@pytest.mark.parametrize(
    ("path", "told"),
    [
        (r"C:\bags\NUL", "Windows keeps the name NUL for a device: choose another"),
        ("out/aux.svg", "Windows keeps the name aux.svg for a device: choose another"),
        ("Com1 .pdf", "Windows keeps the name Com1 .pdf for a device: choose another"),
        ("out/bag:1.svg", "no name may hold ':' on Windows: leave it out"),
        ("what?.svg", "no name may hold '?' on Windows: leave it out"),
        ("bags./a.svg", "Windows leaves off the dot at the end of 'bags.': leave it out"),
        ("bags /a.svg", "Windows leaves off the blank at the end of 'bags ': leave it out"),
        (r"C:\bags\..\my bags\console.svg", ""),
        (r"\\server\share\bags\mini-backpack-a4.pdf", ""),
        ("./computer.nul/com10.svg", ""),
    ],
)
def test_names_that_windows_keeps_for_itself(path: str, told: str) -> None:
    assert unusable(path) == told


def test_other_systems_have_files_of_any_name(tmp_path: Path) -> None:
    if os.name != "nt":
        write_all({tmp_path / "nul.svg": b"a", tmp_path / "a:b.": b"b"})
        assert (tmp_path / "nul.svg").read_bytes() == b"a"


@pytest.mark.usefixtures("windows")
def test_nothing_is_written_beside_a_name_that_is_kept(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"keeps the name con\.json"):
        write_all({tmp_path / "new" / "a.svg": b"a", tmp_path / "new" / "con.json": b"b"})
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(InputError, match="keeps the name prn"):
        Folder(tmp_path).put({"prn/a.svg": b"a"})


@pytest.mark.usefixtures("windows")
def test_a_file_that_is_open_elsewhere_is_told_and_all_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows: PermissionError from os.replace, for the second of two files, as a viewer has it open."""
    first, second = tmp_path / "a.svg", tmp_path / "b.pdf"
    write_all({first: b"old a", second: b"old b"})
    replace = os.replace

    def replacing(source: str, target: str) -> None:
        if str(target).endswith("b.pdf"):
            raise PermissionError(13, "Permission denied")
        replace(source, target)

    monkeypatch.setattr(os, "replace", replacing)
    with pytest.raises(InputError) as caught:
        write_all({first: b"new a", second: b"new b"})
    assert str(caught.value) == f"{second}: cannot be written: {on_disk.why_refused(PermissionError())}"
    assert "open in another program" in str(caught.value)
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {"a.svg": b"old a", "b.pdf": b"old b"}


@pytest.mark.usefixtures("windows")
def test_a_range_is_locked_by_windows_own_means(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held: set[str] = set()

    def locking(number: int, mode: int, count: int) -> None:
        name = os.readlink(f"/proc/self/fd/{number}") if Path("/proc/self/fd").exists() else "all"
        if name in held:
            raise OSError(36, "Resource deadlock avoided")
        held.add(name)

    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(locking=locking, LK_NBLCK=2))
    with Folder(tmp_path).taken(WHOLE), pytest.raises(InputError, match="another run is at work"):  # noqa: SIM117
        with Folder(tmp_path).taken(WHOLE):
            pass


@pytest.mark.usefixtures("windows")
def test_signals_that_windows_lacks_are_not_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = tuple(each for each in _undisturbed._ENDING if each.name != "SIGHUP")
    monkeypatch.setattr(_undisturbed, "_ENDING", kept)
    write_all({tmp_path / "a.svg": b"a"})
    assert (tmp_path / "a.svg").read_bytes() == b"a"


@pytest.mark.usefixtures("windows")
def test_a_command_that_is_told_is_quoted_as_its_shell_does(run: Run) -> None:
    told = run("new", "two words.toml", "--from", "flat-pouch").stdout
    assert told == 'two words.toml: change it, then: bagpattern draft "two words.toml"\n'


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "utf-8"])
def test_a_console_of_few_letters_gets_words_and_a_file_gets_its_bytes(encoding: str) -> None:
    """Both through pipes: what is printed in the console's letters, what is a file in UTF-8, whatever those are."""
    told, file = (
        subprocess.run(
            (sys.executable, "-m", "bagpattern", *words),
            env={**os.environ, "PYTHONIOENCODING": encoding},
            capture_output=True,
            check=True,
        )
        for words in (("list", "items"), ("schema",))
    )
    assert not told.stderr
    told.stdout.decode(encoding)
    file.stdout.decode("utf-8")
    assert b"\r" not in file.stdout


def test_a_preset_as_notepad_saves_it(tmp_path: Path, run: Run) -> None:
    """A mark at the beginning, and lines that end with two signs: the place that is told is the place in the file."""
    lines = ('style = "tote"', 'name = "Größe"', "", "[dimensions]", 'width = "19"')
    (tmp_path / "bag.toml").write_bytes(b"\xef\xbb\xbf" + "\r\n".join(lines).encode())
    assert run("check", "bag.toml").output.startswith('bag.toml:5:1: dimensions.width: "19" has no unit')
