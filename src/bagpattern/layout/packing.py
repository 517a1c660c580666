"""A second engine for better plans, packingsolver, where it is installed; it searches beside the first one."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Sequence
from importlib.util import find_spec
from time import time
from typing import Any

from bagpattern.layout.blanks import Blank, Spot
from bagpattern.layout.cloth import Cloth

ENGINE = "packingsolver"
COMMAND = (sys.executable, "-m", "bagpattern.layout.packing_worker")
_IDLE = getattr(subprocess, "IDLE_PRIORITY_CLASS", 0)
"""On Windows, what elsewhere the worker does by itself: it works when there is nothing else to do."""
_LATE = 0.5
"""s that it is waited for after its time: it keeps within some hundredths."""


def installed() -> bool:
    """Whether the engine is there. It needs Python 3.12 or newer."""
    return bool(sys.executable) and find_spec("packingsolver") is not None


class Packing:
    """A search in another process, from now until so many seconds have gone by."""

    def __init__(
        self,
        blanks: Sequence[Blank],
        cloth: Cloth,
        seconds: float,
        free: bool = False,
        command: Sequence[str] = COMMAND,
    ) -> None:
        self._cloth, self._free, self._end = cloth, free, time() + seconds
        self._best: list[list[float]] = []
        # a session of its own, so that Ctrl-C at the terminal is for us alone
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            creationflags=_IDLE,
        )
        self._reading = threading.Thread(target=self._talk, args=(job(blanks, cloth, self._end, free),), daemon=True)
        self._reading.start()

    def _talk(self, told: dict[str, Any]) -> None:
        """Give it the job, and keep the last plan that it tells; a line cut short by its end is none."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            with self._process.stdin as stdin:
                stdin.write(json.dumps(told).encode())
            for line in self._process.stdout:
                self._best = json.loads(line)
        except (OSError, ValueError):
            return

    @property
    def told(self) -> bool:
        """Whether there is a plan already."""
        return bool(self._best)

    def best(self, at_once: bool = False) -> tuple[Spot, ...]:
        """The best plan when the time is over, or of now; empty when there is none. The process is ended."""
        if not at_once:
            self._reading.join(max(self._end - time(), 0.0) + _LATE)
        self._process.kill()
        self._process.wait()
        self._reading.join()
        assert self._process.stdout is not None
        self._process.stdout.close()
        turn = float if self._free else self._cloth.nearest_turn
        return tuple(
            Spot(int(number), turn(degrees), complex(x, y + self._cloth.selvedge))
            for number, degrees, x, y in self._best
        )


def job(blanks: Sequence[Blank], cloth: Cloth, deadline: float, free: bool) -> dict[str, Any]:
    """What the worker is told; rings run counter-clockwise, and turns that show the same shape again are left out."""
    return {
        "deadline": deadline,
        "width": cloth.usable,
        "length": sum(max(blank.size()) * len(blank.copies) for blank in blanks) * 1.5 + cloth.gap,
        "gap": cloth.gap,
        "items": [
            {
                "ring": [(p.real, p.imag) for p in blank.counter_clockwise],
                "copies": len(blank.copies),
                "turns": [(0.0, 360.0)] if free else [(turn, turn) for turn in blank.telling(cloth.turns)],
            }
            for blank in blanks
        ],
    }
