"""Sockets, names and the server's life: what the commands start."""

from __future__ import annotations

import gc
import os
import socket
from collections.abc import Callable, Sequence
from contextlib import suppress

import uvicorn

from bagpattern.errors import InputError, Problem
from bagpattern.said import Name
from bagpattern.web.app import Server
from bagpattern.web.guard import Guard
from bagpattern.web.limits import Limits
from bagpattern.web.mine import Mine
from bagpattern.words import words

HERE = "127.0.0.1"
PORT = 8642
"""Where the page is served if nothing is said: always the same, for a browser keeps drafts by it."""
_TRIED = 20
_NAMES = ("localhost", HERE, "[::1]")
_GARBAGE = 1000
"""Things more than at the last look for garbage until the next: a connection leaves seven."""
_MMAP_THRESHOLD = -3
"""How glibc's malloc.h calls it."""
_LARGE = 64 * 1024
"""Bytes: nearly every answer is larger, and nothing that the server keeps."""


def listening(host: str, port: int | None) -> socket.socket:
    """A socket at that port; without one, at the first free one from the usual on. Raises InputError."""
    ports = range(PORT, PORT + _TRIED) if port is None else [port]
    for each in ports:
        try:
            return _bound(host, each)
        except OSError as error:
            reason = error.strerror or str(error)
    what = words("no port from {first} to {last}", first=PORT, last=PORT + _TRIED - 1)
    if port is not None:
        what = words("port {port}", port=port)
    raise InputError(
        [
            Problem(
                "",
                words(
                    "{what} of {host} cannot be served: {lower}",
                    what=what,
                    host=Name(host),
                    lower=Name(reason.lower()),
                ),
            )
        ]
    )


def _bound(host: str, port: int) -> socket.socket:
    (family, kind, protocol, _, address), *_ = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    taken = socket.socket(family, kind, protocol)
    try:
        if os.name == "posix":
            taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(address)
        taken.listen(128)
    except OSError:
        taken.close()
        raise
    return taken


def for_oneself(port: int, mine: Mine | None) -> Guard:
    """The server of one person on their own machine."""
    hosts = [f"{name}:{port}" for name in _NAMES] + ([*_NAMES] if port == 80 else [])
    limits = Limits(patience=30.0)
    return Guard(Server(limits, mine).app(), hosts, [f"http://{each}" for each in hosts])


def for_everybody(port: int, allowed: Sequence[str], workers: int = 0) -> Guard:
    """The server of the names that are *allowed*: it has workers for every core, limits, and no file of anybody."""
    cores = workers or os.cpu_count() or 1
    limits = Limits(workers=cores, queue=4 * cores, memory=2**30)
    hosts = [f"{name}:{port}" for name in _NAMES] + [*allowed]
    origins = [f"{scheme}://{each}" for each in hosts for scheme in ("http", "https")]
    return Guard(Server(limits, compressed=True).app(), hosts, origins)


def serve(guard: Guard, taken: socket.socket, started: Callable[[], None]) -> None:
    """Serves until it is interrupted; *started* is called once a browser would be answered."""
    lasting()
    with suppress(KeyboardInterrupt):
        server(guard, started).run([taken])


def lasting() -> None:
    """What a process needs that serves for weeks: garbage is looked for, and memory is given back.

    A command that ends soon looks for none, and every connection leaves a ring of things. And where the C library is
    glibc, answers lie between things that stay, in a heap for every thread, unless what is large is kept apart.
    """
    gc.freeze()  # what is imported is no garbage
    gc.set_threshold(_GARBAGE)
    with suppress(ImportError, OSError, TypeError, AttributeError):
        from ctypes import CDLL

        CDLL(None).mallopt(_MMAP_THRESHOLD, _LARGE)


def server(guard: Guard, started: Callable[[], None]) -> uvicorn.Server:
    """What serves it, not yet started."""
    config = uvicorn.Config(
        guard,
        http="h11",
        ws="none",
        lifespan="on",
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=10,
        h11_max_incomplete_event_size=32 * 1024,
    )
    return _Started(config, started)


class _Started(uvicorn.Server):
    """One that tells when it has started."""

    def __init__(self, config: uvicorn.Config, started: Callable[[], None]) -> None:
        super().__init__(config)
        self._tell = started

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """As always; then it is told."""
        await super().startup(sockets)
        self._tell()
