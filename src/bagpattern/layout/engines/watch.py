"""What goes on beside a search: who hears of better lengths, and whether Ctrl-C has ended it."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from types import FrameType
from typing import Any

Progress = Callable[[float], None]


class Watch:
    """``progress`` hears of each better length in mm. Entered in the main thread, it takes Ctrl-C on itself.

    The first Ctrl-C sets ``stopped``: whoever searches ends with the best so far, and no other search is begun. The
    second one ends the program, as always.
    """

    def __init__(self, progress: Progress | None = None) -> None:
        self.progress = progress
        self.stopped = False
        self.troubles: list[str] = []
        """What engines said that broke down without a plan."""
        self._before: Any = None

    def tell(self, length: float) -> None:
        """Let who wants to know hear of a length in mm."""
        if self.progress:
            self.progress(length)

    def __enter__(self) -> Watch:
        if threading.current_thread() is threading.main_thread():
            self._before = signal.signal(signal.SIGINT, self._hear)
        return self

    def __exit__(self, *_: object) -> None:
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)

    def _hear(self, number: int, frame: FrameType | None) -> None:
        again, self.stopped = self.stopped, True
        if again:
            raise KeyboardInterrupt
