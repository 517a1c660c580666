"""A server that runs, on a port of its own, with processes of its own; and what asks it, byte by byte if need be."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection
from threading import Event, Thread
from typing import Any, NamedTuple

from bagpattern.web.guard import Guard
from bagpattern.web.serving import HERE, listening, server

BAG = 'extends = "mini-backpack"\n'
JSON = {"Content-Type": "application/json"}


class Told(NamedTuple):
    """An answer."""

    status: int
    head: Mapping[str, str]
    body: bytes

    @property
    def facts(self) -> Any:
        """Its JSON."""
        return json.loads(gzip.decompress(self.body) if self.head.get("content-encoding") == "gzip" else self.body)


class Asking(NamedTuple):
    """What asks a server at a port."""

    port: int

    def __call__(self, path: str, body: Any = None, method: str = "", head: Mapping[str, str] | None = None) -> Told:
        """GET, or POST of a body that is bytes or becomes JSON."""
        link = HTTPConnection(HERE, self.port, timeout=120)
        sent = body if isinstance(body, bytes | None) else json.dumps(body).encode()
        head = {**({} if body is None else JSON), **(head or {})}
        try:
            link.request(method or ("GET" if body is None else "POST"), path, sent, head)
            answer = link.getresponse()
            return Told(answer.status, {key.lower(): each for key, each in answer.getheaders()}, answer.read())
        finally:
            link.close()

    def draft(self, toml: str, *want: str, **more: Any) -> Told:
        """A draft of a text."""
        return self("/api/draft", {"toml": toml, "want": [*want], **more})


@contextmanager
def running(guard: Callable[[int], Guard]) -> Iterator[Asking]:
    """The server, while it runs in a thread beside."""
    taken, up = listening(HERE, 0), Event()
    port = int(taken.getsockname()[1])
    serving = server(guard(port), up.set)
    thread = Thread(target=serving.run, args=([taken],))
    thread.start()
    try:
        assert up.wait(60)
        yield Asking(port)
    finally:
        serving.should_exit = True
        thread.join(30)
