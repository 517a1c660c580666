"""Signals at random moments while a set of files is written over an older one: ``python -m tests.fuzz --kills 500``.

Afterwards the old set is there or the new one, and the next run leaves nothing else; SIGKILL, which no program can put
off, may come between two renames: the next run makes the set whole. Each writer is a process of its
own, which begins with everything read and imported; half of them are ended while they write.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections import Counter
from contextlib import chdir
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from bagpattern.cli import main

SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGKILL)
_OUT = Path("out")
_DRAFT = ("draft", "flat-pouch", "-o", "out", "--format", "svg,json,cut-list,shopping,csv")
_SIZES = "180 mm", "200 mm"


def _command(number: int) -> list[str]:
    return [*_DRAFT, "--set", f"dimensions.width={_SIZES[number]}"]


def _started(number: int) -> int:
    """The id of a process that writes the set of that number."""
    sys.stdout.flush()
    child = os.fork()
    if child:
        return child
    signal.signal(signal.SIGINT, signal.default_int_handler)
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.dup2(null, 2)
    try:
        main(_command(number))
    except SystemExit as end:
        os._exit(int(end.code or 0))
    except BaseException:
        os._exit(99)
    os._exit(0)


def _whole(number: int) -> float:
    """Write a set without a signal; seconds that it took."""
    start = time.monotonic()
    _, status = os.waitpid(_started(number), 0)
    assert status == 0
    return time.monotonic() - start


def _set() -> dict[str, bytes]:
    return {str(each): each.read_bytes() for each in _OUT.rglob("*") if each.is_file()}


def _files() -> dict[str, bytes]:
    """The set as it can be used: not what is hidden, which the next run removes."""
    return {name: content for name, content in _set().items() if not name.endswith(".part")}


def _ended(child: int, by: signal.Signals, after: float) -> int:
    """Send it a signal so many seconds from now, and wait; its status."""
    time.sleep(after)
    os.kill(child, by)
    return os.waitpid(child, 0)[1]


def _writes(child: int) -> None:
    """Wait until it writes, or has ended."""
    while not any(_OUT.glob(".*.part")) and os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        time.sleep(0)


def run(count: int, seed: str) -> int:
    """Send so many signals; print what became of them. 1 if a set was mixed, or anything was left."""
    if not count:
        return 0
    chance, outcomes = Random(seed), Counter[str]()
    with TemporaryDirectory() as folder, chdir(folder):
        _OUT.mkdir()
        main(_command(0), standalone_mode=False)  # all that is read once
        spent, sets = [], []
        for number in (0, 1):
            spent.append(_whole(number))
            sets.append(_set())
        for _ in range(count):
            outcomes[_one(chance, sets, max(spent))] += 1
    print(dict(outcomes.most_common()))
    return int(any(_is_wrong(each) for each in outcomes))


def _is_wrong(outcome: str) -> bool:
    mixed = "mixed" in outcome and "SIGKILL" not in outcome
    return mixed or any(each in outcome for each in ("left", "traceback"))


def _one(chance: Random, sets: list[dict[str, bytes]], spent: float) -> str:
    """What became of one writer over the set that is there."""
    number = 0 if _files() == sets[1] else 1
    child, by = _started(number), chance.choice(SIGNALS)
    if chance.random() < 0.5:
        _writes(child)
        status = _ended(child, by, chance.uniform(0, 0.01))
    else:
        status = _ended(child, by, chance.uniform(0, spent))
    found = _files()
    outcome = "new" if found == sets[number] else "old" if found == sets[1 - number] else "mixed"
    told = "traceback" if os.WIFEXITED(status) and os.WEXITSTATUS(status) == 99 else ""
    parts = len(_set()) > len(found)
    _whole(number)
    left = "" if _set() == sets[number] else "left"
    return " ".join(filter(None, (by.name, outcome, "with parts" if parts else "", told, left)))
