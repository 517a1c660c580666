"""Workers in processes of their own: what is asked of one is answered in time, or the process is ended and replaced.

One more than work at once stands ready. What waits beyond the queue is refused, so that who asks can ask again.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_all_start_methods, get_context
from typing import TYPE_CHECKING, Any, NamedTuple

from bagpattern.web.limits import COUNTED

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkServerContext, SpawnContext

    from bagpattern.web.limits import Limits

_READY = 120.0
"""Seconds by the clock until a new process is given up; it has to import everything first."""
_AGAIN = 1.0
_WORKER = "bagpattern.web.worker"
_ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
"""Matrices of a bag are small: threads that share two cores with others take ten times as long."""
_LONG = ("file", "figures", "company", "kind")
"""What may take as long as a file."""
PICTURES = ("picture", "kind")
"""What is the same for everybody, worked out once."""


class Reply(NamedTuple):
    """What a worker answered."""

    status: int
    head: dict[str, str]
    body: bytes
    gzip: bool


class BusyError(Exception):
    """More wait than can be served soon, or the machine has too much else to do."""


class TooLongError(Exception):
    """It took more than its time, or more than its memory: the process has been ended."""


def one_thread() -> None:
    """Have matrices be worked out in one thread by every process that starts from here on, and here if none was yet."""
    for name in _ONE_THREAD:
        os.environ[name] = "1"


class Worker:
    """One process and the pipe to it. Its methods block: they are called in threads."""

    def __init__(self, context: ForkServerContext | SpawnContext, memory: int) -> None:
        from bagpattern.web.boot import begin

        self.link: Connection
        self.link, theirs = context.Pipe()
        self.process = context.Process(target=begin, args=(theirs, memory), daemon=True)
        self.process.start()
        theirs.close()
        self.jobs = 0

    def ready(self) -> bool:
        """Waits until it has imported everything."""
        try:
            return self.link.poll(_READY) and bool(self.link.recv_bytes())
        except (EOFError, OSError):
            return False

    def ask(self, asked: dict[str, Any], seconds: float) -> Reply:
        """Its answer. Raises TooLongError if it dies, as it does of too many seconds of the processor.

        With none after so many seconds by the clock, the machine is too busy, and BusyError is raised; where seconds of
        the processor are not counted, the clock has to do, and it is TooLongError.
        """
        try:
            self.link.send_bytes(json.dumps(asked).encode())
            if not self.link.poll(seconds):
                raise BusyError if COUNTED else TooLongError
            head = json.loads(self.link.recv_bytes())
            self.jobs += 1
            return Reply(head["status"], head["head"], self.link.recv_bytes(), head["gzip"])
        except (EOFError, OSError):
            raise TooLongError from None

    def end(self) -> None:
        """Ends the process, whatever it does."""
        self.process.kill()
        self.process.join()
        self.link.close()


class Pool:
    """All workers of a server; to be used from one event loop."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.ended = 0
        """How many processes had to be ended."""
        self._turns, self._asides = asyncio.Semaphore(limits.workers), asyncio.Semaphore(1)
        self._waiting = {False: 0, True: 0}
        """By whether they wait aside; what is kept for everybody is not counted, for it is asked once."""
        self._idle: asyncio.Queue[Worker] = asyncio.LifoQueue()
        """The one that worked last is asked first: it may have made what is asked already."""
        self._all: set[Worker] = set()
        self._hiring: set[asyncio.Task[None]] = set()
        self._threads = ThreadPoolExecutor(2 * limits.workers + 4)
        self._open, self._first = True, asyncio.Event()

    def start(self) -> None:
        """Begin to start the processes; who asks before they are ready waits. The spare one keeps none of them up."""
        one_thread()
        method = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
        self._context: Any = get_context(method)
        self._context.set_forkserver_preload([_WORKER])
        for _ in range(self.limits.workers):
            self._hire()
        self._begin(self._hired_later())

    async def stop(self) -> None:
        """End all processes."""
        self._open = False
        for task in self._hiring:
            task.cancel()
        for worker in self._all:
            worker.end()
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def ask(self, task: str, given: Any, gzip: bool = False, aside: bool = False) -> Reply:
        """What a worker answers. Raises BusyError when too many wait, TooLongError when it takes too long.

        What is done *aside* takes no turn from what a person waits for; a picture waits as long as it must.
        """
        turns, counted = self._asides if aside else self._turns, task not in PICTURES
        if counted and self._waiting[aside] >= self.limits.queue and turns.locked():
            raise BusyError
        self._waiting[aside] += counted
        try:
            await turns.acquire()
        finally:
            self._waiting[aside] -= counted
        try:
            return await self._answered(task, given, gzip)
        finally:
            turns.release()

    async def _answered(self, task: str, given: Any, gzip: bool) -> Reply:
        seconds = self._seconds(task)
        asked = {"task": task, "given": given, "gzip": gzip, "seconds": seconds}
        worker = await self._alive()
        answered = False
        try:
            reply: Reply = await self._in_thread(worker.ask, asked, seconds * self.limits.patience)
            answered = True
            return reply
        finally:
            if answered and worker.jobs < self.limits.jobs:
                self._idle.put_nowait(worker)
            else:
                self.ended += not answered
                self._replace(worker)

    def _seconds(self, task: str) -> float:
        """How long a task may take."""
        longer = {**dict.fromkeys(_LONG, self.limits.file), "zip": self.limits.everything}
        return longer.get(task, self.limits.draft)

    async def _alive(self) -> Worker:
        """The next that is ready; one that died in its sleep is replaced."""
        while True:
            worker = await self._idle.get()
            if worker.process.is_alive():
                return worker
            self._replace(worker)

    def _replace(self, worker: Worker) -> None:
        self._all.discard(worker)
        self._threads.submit(worker.end)
        if self._open:
            self._hire()

    def _hire(self) -> None:
        self._begin(self._hired())

    def _begin(self, hiring: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(hiring)
        self._hiring.add(task)
        task.add_done_callback(self._hiring.discard)

    async def _hired_later(self) -> None:
        await self._first.wait()
        await self._hired()

    async def _hired(self) -> None:
        """One more worker; one that does not start is told of, and tried again."""
        while self._open:
            worker = await self._in_thread(Worker, self._context, self.limits.memory)
            self._all.add(worker)
            if await self._in_thread(worker.ready):
                self._first.set()
                self._idle.put_nowait(worker)
                return
            self._all.discard(worker)
            worker.end()
            print("a worker did not start: another is tried", file=sys.stderr)
            await asyncio.sleep(_AGAIN)

    async def _in_thread(self, function: Any, *arguments: Any) -> Any:
        return await asyncio.get_running_loop().run_in_executor(self._threads, function, *arguments)
