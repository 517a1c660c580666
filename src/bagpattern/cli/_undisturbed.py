"""What nothing is to come between: a set of files is moved whole, by one program at a time."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

from bagpattern.errors import InputError, Problem
from bagpattern.words import words

WAIT = 10.0
"""Seconds for another program that writes into the same folder; it takes some hundredths."""
_ENDING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
"""What ends a program that does not mind it; not every system has all."""

Handler = Callable[[int, FrameType | None], None]


@contextmanager
def ended_in_order() -> Iterator[None]:
    """What would end the program at once raises SystemExit instead, so that everything is tidied up."""

    def end(number: int, _: FrameType | None) -> NoReturn:
        raise SystemExit(128 + number)

    usual = [each for each in _ENDING if signal.getsignal(each) is signal.SIG_DFL]
    with _handled(usual, end):
        yield


@contextmanager
def undisturbed() -> Iterator[None]:
    """What would end the program waits until this is over."""
    waiting: list[int] = []

    def note(number: int, _: FrameType | None) -> None:
        waiting.append(number)

    minded = [each for each in _ENDING if signal.getsignal(each) is not signal.SIG_IGN]
    with _handled(minded, note):
        yield
    for each in waiting:
        signal.raise_signal(each)


@contextmanager
def _handled(signals: list[signal.Signals], by: Handler) -> Iterator[None]:
    """These signals are handled so, where that can be: only the main thread may say."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {each: signal.signal(each, by) for each in signals}
    try:
        yield
    finally:
        for each, was in before.items():
            signal.signal(each, was if was is not None else signal.SIG_DFL)


@contextmanager
def locked(folder: str) -> Iterator[None]:
    """Nobody else writes into *folder* by this program. Raises InputError if somebody does for long.

    The folder itself is locked, so nothing is left behind, whatever ends the program. Systems and disks that have no
    such locks do without.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:  # a folder that may be written into, but not looked into
        yield
        return
    try:
        _wait(lambda: fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB), folder)
        yield
    finally:
        os.close(handle)


def _wait(take: Callable[[], None], folder: str) -> None:
    """Take the lock as soon as it is free."""
    end = time.monotonic() + WAIT
    while True:
        try:
            return take()
        except BlockingIOError:
            if time.monotonic() > end:
                told = words(
                    "another bagpattern is writing into this folder: wait until it ends, or name another with -o"
                )
                raise InputError([Problem("", told, folder)]) from None
        except OSError:  # a disk that knows no locks
            return None
        time.sleep(0.02)
