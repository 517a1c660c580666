"""A worker's process: reads what is asked, answers, and is ended from outside when that takes too long.

Whatever goes wrong is an answer, too. What it takes from the pipe and puts there is JSON and bytes: no code travels.
"""

from __future__ import annotations

import gc
import gzip
import json
import signal
import sys
from contextlib import suppress
from multiprocessing.connection import Connection
from traceback import print_exc
from typing import Any

from bagpattern.errors import InputError, PatternError
from bagpattern.web.answers import Answer, plain, problems_told
from bagpattern.web.confined import confine
from bagpattern.web.limits import COUNTED
from bagpattern.web.tasks import TASKS
from bagpattern.web.tongues import spoken
from bagpattern.words import words

READY = b"ready"
_SMALL = 1000
"""Bytes that are not worth to be compressed."""
_GARBAGE = 50_000
"""Things more than at the last look for garbage until the next: a draft leaves some thousand, and need not wait."""


def work(link: Connection, memory: int) -> None:
    """Answer until the other end is closed. *memory* in bytes is what the process may take, 0 for no limit."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server that is interrupted ends it
    _limited(memory)
    confine()
    with suppress(OSError):
        warm()
        link.send_bytes(READY)
        while True:
            try:
                asked = json.loads(link.recv_bytes())
            except EOFError:
                return
            _timed(asked["seconds"])
            answer = answered(asked["task"], asked["given"])
            body = gzip.compress(answer.body, 4, mtime=0) if _worthwhile(asked, answer) else answer.body
            _timed(0.0)
            head = {"status": answer.status, "head": answer.head, "gzip": body is not answer.body}
            link.send_bytes(json.dumps(head).encode())
            link.send_bytes(body)


def warm() -> None:
    """Has everything imported that a first draft would have to wait for; it stays, and is not looked at for garbage."""
    TASKS["warm"]({})
    gc.collect()
    gc.freeze()
    gc.set_threshold(_GARBAGE)


def answered(task: str, given: Any) -> Answer:
    """What a task gives; what is wrong with the input, or with the program, as an answer."""
    tell = spoken(given)
    try:
        return TASKS[task](given)
    except InputError as error:
        return plain(problems_told(error.problems, tell), 422)
    except PatternError as error:
        return plain({"message": "; ".join(each.told(tell) for each in error.findings)}, 422)
    except (MemoryError, RecursionError):
        return plain({"message": tell(words("this bag takes more memory than there is for it"))}, 422)
    except Exception:
        print_exc(file=sys.stderr)
        told = words("that went wrong here, and has been noted: it is no fault of your bag")
        return plain({"message": tell(told)}, 500)


def _worthwhile(asked: dict[str, Any], answer: Answer) -> bool:
    return bool(asked["gzip"]) and answer.packs and len(answer.body) > _SMALL


def _limited(memory: int) -> None:
    """Where the system can: the address space that the process may have."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        if memory:
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _timed(seconds: float) -> None:
    """Where the system can: has it end the process after so many seconds of the processor; 0 for no more."""
    if COUNTED:
        signal.setitimer(signal.ITIMER_PROF, seconds)
