"""An engine at work in a process of its own: it can be ended at any moment, and its panics end nothing else."""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
import tempfile
import threading
from typing import IO

from bagpattern.layout.blanks import Spot
from bagpattern.layout.engines.engine import Engine
from bagpattern.layout.engines.job import Job
from bagpattern.layout.judge import length_of


class EngineProcess:
    """A search that goes on from now until the job's deadline, or until it is ended. ``news`` is set at each change.

    Raises OSError when it cannot be started.
    Its standard input stays open as long as anybody waits for it, so that it ends with this process in any case.
    """

    def __init__(self, engine: Engine, job: Job, news: threading.Event) -> None:
        self.engine, self._job, self._news = engine, job, news
        self._answer: list[list[float]] = []
        self.trouble = ""
        """What it said last, once it has ended, where it broke down without a plan."""
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 - closed when it ends
        try:
            self._process = _started(engine, self._said)
        except OSError:
            self._said.close()
            raise
        self._talking = threading.Thread(target=self._talk, daemon=True)
        self._talking.start()

    def _talk(self) -> None:
        """Give it the job, and keep the last plan that it tells; a line cut short by its end is none."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(f"{self._job.text}\n".encode())
            self._process.stdin.flush()
            for line in self._process.stdout:
                self._answer = json.loads(line)
                self._news.set()
        except (OSError, ValueError):
            pass
        self._news.set()

    @property
    def running(self) -> bool:
        """Whether it may still find something."""
        return self._talking.is_alive()

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The best plan so far; empty when there is none."""
        return self._job.spots(self._answer)

    @property
    def length(self) -> float:
        """Its length in mm; endless when there is none."""
        return length_of(self._job.blanks, self.spots) if self._answer else math.inf

    def end(self) -> None:
        """End it, whatever it is doing; once more changes nothing."""
        if self._said.closed:
            return
        broken = not self.running and not self._answer and self._process.wait() != 0
        self._process.kill()
        self._process.wait()
        self._talking.join()
        self._process.communicate()
        self.trouble = self._last_words() if broken else ""
        self._said.close()

    def _last_words(self) -> str:
        self._said.seek(0)
        words = self._said.read().decode(errors="replace").strip().splitlines()
        why = words[-1] if words else f"status {self._process.returncode}"
        return f"{self.engine.package} broke down, and was left out: {why}"


def _started(engine: Engine, said: IO[bytes]) -> subprocess.Popen[bytes]:
    """In a group of its own, so that Ctrl-C at the terminal is for us alone.

    It gets no session of its own: Linux may share the machine equally among sessions, however many threads they have.
    """
    return subprocess.Popen(
        engine.command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=said,
        process_group=0,
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        env={**os.environ, "PYTHONPATH": os.pathsep.join(each or os.getcwd() for each in sys.path)},
    )
