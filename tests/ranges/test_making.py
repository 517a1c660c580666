"""Ranges made: what is written is what draft writes, and the same whoever makes it, however often."""

from __future__ import annotations

import errno
import json
import os
import re
from collections.abc import Callable
from concurrent.futures import Future
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

import bagpattern
from bagpattern.errors import InputError
from bagpattern.ranges.folder import Folder
from bagpattern.ranges.hired import cluster
from bagpattern.ranges.running import make_range
from bagpattern.ranges.variant import WHOLE, Shard
from tests.ranges.conftest import LANGUAGES, WIDTHS, Here, contents, make, rows, spec


def test_files_are_those_of_draft(whole: Path) -> None:
    """Although the bag is drafted once for both languages."""
    for language in LANGUAGES:
        name = f"flat-pouch-24-cm-{language}"
        sets = {"dimensions.width": "24 cm", "language": language, "preset": name}
        written = bagpattern.files(bagpattern.make("flat-pouch", sets), "json")
        assert (whole / "files" / name / f"{name}.json").read_bytes() == written[f"{name}.json"]


def test_rows_tell_sizes_cloth_and_files_in_the_order_of_the_plan(whole: Path) -> None:
    found = rows(whole)
    assert [each["name"] for each in found] == [
        f"flat-pouch-{width.replace(' ', '-')}-{language}" for width in WIDTHS for language in LANGUAGES
    ]
    first = found[0]
    assert first["status"] == "made"
    assert first["finished"]["width"] == 180.0
    assert {each["of"] for each in first["needs"]} >= {"shell", "lining", "thread"}
    (written,) = first["files"]
    assert (whole / written["path"]).stat().st_size == written["bytes"]


def test_a_refused_variant_is_a_row_with_its_reason_and_what_would_fit(whole: Path) -> None:
    refused = [each for each in rows(whole) if each["status"] == "refused"]
    assert [each["name"] for each in refused] == ["flat-pouch-2-cm-en", "flat-pouch-2-cm-de"]
    (reason,) = refused[0]["reasons"]
    assert reason["key"] == "dimensions.width"
    fits = refused[0]["fits"]
    assert not bagpattern.make("flat-pouch", {"dimensions.width": "2 cm", **fits}).errors
    assert f'dimensions.width = ""{fits["dimensions.width"]}""' in (whole / "manifest.csv").read_text()


class Backwards(Here):
    """Gives its answers in the wrong order: all are held back until the last is there, then the last comes first."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        order, variants = args
        return super().submit(lambda: fn(order, variants)[::-1])


def test_the_same_bytes_in_whatever_order_they_come(whole: Path, tmp_path: Path) -> None:
    make(tmp_path, executor=Backwards())
    assert contents(tmp_path) == contents(whole)


def test_shards_put_together_are_the_whole(whole: Path, tmp_path: Path) -> None:
    assert [make(tmp_path, shard=f"{number}/3").total for number in (3, 1)] == [3, 2]
    assert "manifest.jsonl" not in contents(tmp_path)
    outcome = make(tmp_path)
    assert (outcome.made, outcome.unchanged, outcome.refused) == (2, 4, 2)
    assert contents(tmp_path) == contents(whole)
    assert [path.name for path in sorted((tmp_path / "parts").glob("*.jsonl"))] == ["1-of-1.jsonl"]


def test_what_a_part_was_stopped_at_is_made_by_the_whole(whole: Path, tmp_path: Path) -> None:
    """The part's journal stands behind that of the whole, whichever was written later."""
    make(tmp_path, shard="2/2")
    journal = tmp_path / "parts" / "2-of-2.jsonl"
    found = [json.loads(line) for line in journal.read_bytes().splitlines()]
    stopped = [{**row, "status": "stopped", "reasons": [{"key": "", "message": "slow"}]} for row in found]
    journal.write_text("".join(f"{json.dumps(row)}\n" for row in stopped), encoding="utf-8")
    outcome = make(tmp_path)
    assert (outcome.stopped, len(outcome.refusals), outcome.refused) == (0, 2, 2)
    assert contents(tmp_path) == contents(whole)


def test_interrupted_and_run_again_it_goes_on(whole: Path, tmp_path: Path) -> None:
    outcome = make(tmp_path, stop=lambda: True)
    assert (outcome.made, outcome.interrupted, outcome.page) == (1, True, None)
    outcome = make(tmp_path)
    assert (outcome.made, outcome.unchanged, outcome.interrupted) == (5, 1, False)
    assert contents(tmp_path) == contents(whole)


def test_what_is_unchanged_is_left_alone_and_what_is_missing_made_again(whole: Path, tmp_path: Path) -> None:
    make(tmp_path)
    outcome = make(tmp_path)
    assert (outcome.made, outcome.unchanged, outcome.refused) == (0, 6, 2)
    lost, cut = sorted((tmp_path / "files").rglob("*.json"))[:2]
    lost.unlink()
    cut.write_bytes(cut.read_bytes()[:100])
    assert make(tmp_path).made == 2
    assert contents(tmp_path) == contents(whole)


def test_a_preset_that_has_changed_is_drafted_anew(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    given = tmp_path / "range.toml"
    given.write_text(
        'preset = "own.toml"\nformats = ["json"]\npictures = false\n[[axes]]\nkey = "units"\nvalues = ["mm", "in"]\n'
    )
    own.write_text('extends = "flat-pouch"\n[dimensions]\nwidth = "18 cm"\n')
    assert make(tmp_path / "out", given).made == 2
    own.write_text('# only a remark\nextends = "flat-pouch"\n[dimensions]\nwidth = "18 cm"\n')
    assert make(tmp_path / "out", given).made == 0
    own.write_text('extends = "flat-pouch"\n[dimensions]\nwidth = "19 cm"\n')
    assert make(tmp_path / "out", given).made == 2
    assert {each["finished"]["width"] for each in rows(tmp_path / "out")} == {190.0}


def test_a_corrupt_manifest_is_told_and_what_it_was_of_is_made_again(whole: Path, tmp_path: Path) -> None:
    make(tmp_path)
    journal = tmp_path / "parts" / "1-of-1.jsonl"
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join([lines[0], b"\xff{not a row\n", *lines[2:-1], lines[-1][:20]]))
    outcome = make(tmp_path)
    assert outcome.troubles == [
        f"{journal}:{line}: is no row of a manifest: what it was of is made again" for line in (2, len(lines))
    ]
    assert outcome.made == 2
    assert contents(tmp_path) == contents(whole)
    assert make(tmp_path).troubles == []


@pytest.mark.parametrize("after", [0, 3, 7])
def test_a_full_disk_ends_the_run_and_what_is_made_is_kept(
    after: int, whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = _full(monkeypatch, after)
    with pytest.raises(InputError, match="cannot be written: no space left on device"):
        make(tmp_path)
    monkeypatch.undo()
    assert not [*tmp_path.rglob(".*.part")]
    outcome = make(tmp_path)
    assert outcome.troubles == []
    assert outcome.unchanged == min(len(written), 6)
    assert contents(tmp_path) == contents(whole)


def _full(monkeypatch: pytest.MonkeyPatch, after: int) -> list[Path]:
    """A disk that takes so many files more; what it has taken is listed."""
    written: list[Path] = []
    write = Path.write_bytes

    def refuse(path: Path, content: bytes) -> int:
        if len(written) == after:
            write(path, content[: len(content) // 2])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        written.append(path)
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", refuse)
    return written


def test_two_runs_at_once_in_one_folder(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    with folder.taken(Shard(1, 2)):
        with folder.taken(Shard(2, 2)):
            pass
        for shard in ("1/2", "1/1"):
            with pytest.raises(InputError, match="another run is at work in this folder"):
                make(tmp_path, shard=shard)
    with folder.taken(WHOLE), pytest.raises(InputError, match="another run"):
        make(tmp_path, shard="1/2")


class Breaking(Here):
    """Breaks down with every chunk that has a certain bag in it."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        if any(each.sets["dimensions.width"] == WIDTHS[1] for each in args[1]):
            done: Future[Any] = Future()
            done.set_exception(MemoryError())
            return done
        return super().submit(fn, *args, **kwargs)


def test_whoever_breaks_down_loses_what_it_was_at_and_nothing_else(tmp_path: Path) -> None:
    outcome = make(tmp_path, executor=Breaking(), at_once=1)
    assert (outcome.made, outcome.refused, outcome.stopped) == (4, 2, 2)
    assert {each.why for each in outcome.refusals} >= {"whoever made it broke down: MemoryError"}
    assert make(tmp_path).made == 2, "what did not come to an end is tried again"


def test_a_pool_that_takes_nothing_any_more_is_told(tmp_path: Path) -> None:
    class Closed(Here):
        def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
            raise RuntimeError("cannot schedule new futures after shutdown")

    with pytest.raises(InputError, match="executor: takes nothing any more"):
        make(tmp_path, executor=Closed())


def test_an_executor_has_its_own_limits(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="leave processes and limit out"):
        make(tmp_path, limit=3.0)


@pytest.mark.parametrize(
    ("how", "told"),
    [
        ({"processes": 0}, "processes: 0 is too small: at least 1"),
        ({"processes": "2"}, 'processes: must be a whole number, 1 to 1024, not "2"'),
        ({"limit": -1}, "limit: is a number of seconds, 0.1 to 86400, not -1"),
        ({"limit": float("nan")}, "limit: is a number of seconds"),
        ({"at_once": 2, "processes": 5}, "at_once: is for an executor: write processes in its place"),
        ({"at_once": -1, "executor": Here()}, "at_once: -1 is too small: at least 1"),
    ],
)
def test_hands_that_nobody_has_are_refused(tmp_path: Path, how: dict[str, Any], told: str) -> None:
    with pytest.raises(InputError, match=re.escape(told)):
        make_range(spec(), tmp_path / "out", **how)
    assert not (tmp_path / "out").exists()


@pytest.mark.skipif(find_spec("distributed") is not None, reason="the extra is installed")
def test_a_cluster_without_its_extra_is_told_what_to_install() -> None:
    with pytest.raises(InputError, match=r"pip install 'bagpattern\[cluster\]'"), cluster("tcp://localhost:8786"):
        pass


@pytest.mark.parametrize("shard", ["0/4", "5/4", "1", "a/b", "-1/4", ""])
def test_no_shard(shard: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="3/16"):
        make(tmp_path, shard=shard)
