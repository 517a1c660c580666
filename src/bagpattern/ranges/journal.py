"""What has been made, row by row as it was: one file for each part of a range, to which lines are added.

A line that was cut short, or is no row, is told and counts for nothing. In memory are 16 bytes for each row.
"""

from __future__ import annotations

import json
import os
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from bagpattern.errors import InputError, Problem
from bagpattern.on_disk import why_refused
from bagpattern.ranges.folder import JOURNALS, Folder, journal_name
from bagpattern.ranges.making import MADE, REFUSED, STOPPED, Made, Row
from bagpattern.ranges.variant import Shard
from bagpattern.said import Name
from bagpattern.values import once
from bagpattern.words import words

if TYPE_CHECKING:
    import numpy as np

_OFFSET = 44
"""Bits of a place that are the offset in a file, of 16 TB; above them is the file's number."""
_KEY = 64


def line_of(row: Row) -> bytes:
    """A row as it stands in a file of JSON lines."""
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


class Known:
    """All rows of all journals of a folder; of several with one key the last counts, one that is done before others.

    A part may have been stopped at what the whole has made, and the other way round: nobody knows which was later.
    ``troubles`` are told.
    """

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.paths = sorted((folder / JOURNALS).glob("*.jsonl"))
        self.troubles: list[str] = []
        self._files: dict[int, BinaryIO] = {}
        self._keys, self._places = array("Q"), array("Q")
        for number, path in enumerate(self.paths):
            for offset, row in self._rows(path):
                self._keys.append(_short(row["key"]))
                self._places.append(number << _OFFSET | offset)

    def find(self, key: str) -> Row | None:
        """The row of that key."""
        import numpy as np

        keys, places = self._ordered
        start, end = (int(np.searchsorted(keys, np.uint64(_short(key)), side)) for side in ("left", "right"))
        found = [row for row in (self._read(int(place)) for place in places[start:end]) if row["key"] == key]
        done = (row for row in reversed(found) if len(found) == 1 or is_done(row, self.folder))
        return next(done, found[-1] if found else None)

    @once
    def _ordered(self) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
        import numpy as np

        keys, places = np.array(self._keys, np.uint64), np.array(self._places, np.uint64)
        order = np.argsort(keys, kind="stable")
        return keys[order], places[order]

    def _read(self, place: int) -> Row:
        number, offset = place >> _OFFSET, place & (1 << _OFFSET) - 1
        if number not in self._files:
            self._files[number] = self.paths[number].open("rb")
        file = self._files[number]
        file.seek(offset)
        row: Row = json.loads(file.readline())
        return row

    def close(self) -> None:
        """Lets the files go."""
        for each in self._files.values():
            each.close()
        self._files.clear()

    def _rows(self, path: Path) -> Iterator[tuple[int, Row]]:
        offset = 0
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                row = _row(line) if line.endswith(b"\n") else None
                if row is not None:
                    yield offset, row
                else:
                    self.troubles.append(f"{path}:{number}: is no row of a manifest: what it was of is made again")
                offset += len(line)


def _row(line: bytes) -> Row | None:
    """The row of a line; nothing where it is not what is written here."""
    try:
        row = json.loads(line)
        whole = isinstance(row["name"], str) and len(bytes.fromhex(row["key"])) * 2 == _KEY
        made = row["status"] == MADE
        files = [*row["files"], *([row["picture"]] if row["picture"] else [])] if made else []
        whole &= not made or len(row["priced"]) == len(row["needs"])
        whole &= all(isinstance(each["path"], str) and isinstance(each["bytes"], int) for each in files)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return row if whole and row["status"] in (MADE, REFUSED, STOPPED) else None


def is_done(row: Row | None, folder: Folder) -> bool:
    """Whether nothing is left to be made: it is refused, or all that was written of it is there."""
    if row is None or row["status"] == STOPPED:
        return False
    return row["status"] == REFUSED or folder.holds([*row["files"], *([row["picture"]] if row["picture"] else [])])


def _short(key: str) -> int:
    """The first 64 bits of a hash."""
    return int(key[:16], 16)


class Journal:
    """The journal of one part, open for more; a line that an earlier run left unfinished is taken away."""

    def __init__(self, folder: Folder, shard: Shard) -> None:
        self.path = folder / f"{JOURNALS}/{journal_name(shard)}.jsonl"
        with self._refusing():
            self.file = self.path.open("ab", buffering=0)
            self.file.truncate(_whole_lines(self.path))

    def add(self, made: Made) -> None:
        """One more row, with how long it took. Raises InputError, and leaves whole lines, if there is no room."""
        line = line_of({**made.row, "seconds": round(made.seconds, 3)})
        before = os.fstat(self.file.fileno()).st_size
        with self._refusing(before):
            while line:
                line = line[self.file.write(line) :]

    def close(self) -> None:
        """That was all."""
        self.file.close()

    def _refusing(self, before: int | None = None) -> _Refusing:
        return _Refusing(self, before)


class _Refusing:
    """The system's refusals as an InputError; the journal is cut back to what was there before."""

    def __init__(self, journal: Journal, before: int | None) -> None:
        self.journal, self.before = journal, before

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if not isinstance(error, OSError):
            return
        if self.before is not None:
            os.truncate(self.journal.path, self.before)
        raise InputError(
            [
                Problem(
                    "",
                    words("cannot be written: {why_refused}", why_refused=Name(why_refused(error))),
                    str(self.journal.path),
                )
            ]
        ) from None


def _whole_lines(path: Path) -> int:
    """Bytes up to the end of the last line that has one."""
    at = path.stat().st_size
    with path.open("rb") as file:
        while at > 0:
            start = max(0, at - 65536)
            file.seek(start)
            found = file.read(at - start).rfind(b"\n")
            if found >= 0:
                return start + found + 1
            at = start
    return 0
