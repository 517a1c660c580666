"""Files are written whole or not at all, and all of them or none."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from bagpattern.cli import _undisturbed
from bagpattern.cli._files import write_all, write_new
from bagpattern.errors import InputError
from tests.cli.conftest import files


def test_everything_is_written(tmp_path: Path) -> None:
    write_all({tmp_path / "a" / "b" / "one": b"1", tmp_path / "two": b"2"})
    assert files(tmp_path) == {str(Path("a/b/one")), "two"}


def test_nothing_is_left_when_one_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "three").mkdir()
    (tmp_path / "one").write_text("old")
    targets = {tmp_path / "one": b"1", tmp_path / "new" / "two": b"2", tmp_path / "three": b"3"}
    with pytest.raises(InputError, match="three: cannot be written: there is a folder of that name"):
        write_all(targets)
    assert files(tmp_path) == {"one"}
    assert (tmp_path / "one").read_text() == "old"
    assert not (tmp_path / "new").exists()


def test_nothing_is_left_when_it_is_interrupted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_all({tmp_path / "new" / "one": b"1"})
    assert not any(tmp_path.iterdir())


def test_a_full_disk_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> NoReturn:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(InputError, match=r"^\S*one: cannot be written: no space left on device$"):
        write_all({tmp_path / "one": b"1"})
    assert not any(tmp_path.iterdir())


def test_a_write_protected_file_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "one").write_text("old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(InputError, match="the file there is write-protected"):
        write_all({tmp_path / "one": b"1"})
    assert (tmp_path / "one").read_text() == "old"


@pytest.mark.parametrize("name", ["nul\0", "x" * 300], ids=["nul", "long"])
def test_names_that_no_file_can_have(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="cannot be "):
        write_all({tmp_path / name: b"1"})
    with pytest.raises(InputError, match="cannot be "):
        write_all({tmp_path / name / "one": b"1"})
    assert not any(tmp_path.iterdir())


def test_a_file_among_the_folders(tmp_path: Path) -> None:
    (tmp_path / "one").write_text("old")
    with pytest.raises(InputError, match="cannot be a folder: there is a file of that name"):
        write_all({tmp_path / "one" / "two" / "three": b"3"})


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "one").write_text("old")
    (tmp_path / "link").symlink_to("one")
    write_all({tmp_path / "link": b"new"})
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "one").read_text() == "new"


def test_a_new_file_replaces_nothing(tmp_path: Path) -> None:
    write_new(tmp_path / "one", b"1")
    with pytest.raises(InputError, match="one: is there already: choose another name"):
        write_new(tmp_path / "one", b"2")
    assert (tmp_path / "one").read_bytes() == b"1"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with names")
def test_what_is_no_file_is_neither_opened_nor_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError, match="pipe: cannot be written: it is a pipe, not a file"):
        write_all({tmp_path / "one": b"1", tmp_path / "pipe": b"2"})
    with pytest.raises(InputError, match="full: cannot be written: it is a device, not a file"):
        write_all({Path("/dev/full"): b"1"})
    assert [each.name for each in tmp_path.iterdir()] == ["pipe"]


def test_what_a_killed_writer_left_is_cleaned(tmp_path: Path) -> None:
    (tmp_path / ".4711-0.part").write_bytes(b"half")
    (tmp_path / ".part").write_bytes(b"somebody else's")
    write_all({tmp_path / "one": b"1"})
    assert files(tmp_path) == {"one", ".part"}


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Ctrl-C ends a program, also where a shell started this one in the background, which has it ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(os.name == "nt", reason="needs signals")
@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize("at", [0, 1, 2])
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_between_two_files_leaves_the_whole_new_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: signal.Signals, at: int
) -> None:
    places, replace = [tmp_path / name for name in ("one", "two", "three")], os.replace
    write_all(dict.fromkeys(places, b"old"))
    moved: list[object] = []

    def signalled(source: str, target: str) -> None:
        if len(moved) == at:
            os.kill(os.getpid(), number)
        moved.append(target)
        replace(source, target)

    monkeypatch.setattr(os, "replace", signalled)
    with pytest.raises((SystemExit, KeyboardInterrupt)):
        write_all(dict.fromkeys(places, b"new"))
    assert {each.read_bytes() for each in places} == {b"new"}
    assert files(tmp_path) == {"one", "two", "three"}


@pytest.mark.skipif(os.name == "nt", reason="needs signals")
def test_a_signal_while_it_is_written_leaves_the_old_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "one").write_bytes(b"old")
    write = Path.write_bytes

    def signalled(path: Path, content: bytes) -> int:
        os.kill(os.getpid(), signal.SIGTERM)
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", signalled)
    with pytest.raises(SystemExit, match=str(128 + signal.SIGTERM)):
        write_all({tmp_path / "one": b"new", tmp_path / "two": b"new"})
    assert files(tmp_path) == {"one"}
    assert (tmp_path / "one").read_bytes() == b"old"
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


@pytest.mark.skipif(os.name == "nt", reason="folders have no locks there")
def test_a_folder_in_which_another_writes_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_undisturbed, "WAIT", 0.05)
    with (
        _undisturbed.locked(str(tmp_path)),
        pytest.raises(InputError, match="another bagpattern is writing into this folder"),
    ):
        write_all({tmp_path / "one": b"1"})
    write_all({tmp_path / "one": b"1"})
    assert files(tmp_path) == {"one"}
