"""Who may ask, and what a browser is told of every answer: around the whole server.

A page from anywhere reaches a server on this machine. So a request has to name one of the hosts that it is served as,
port and all, whatever else it says: a name that points here is no proof. The two are never compared with each other.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; "
    "worker-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; "
    "require-trusted-types-for 'script'"
)
HEADERS: Mapping[str, str] = {
    "content-security-policy": _POLICY,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
}
_READING = ("GET", "HEAD")
_OWN = ("", "same-origin", "none")
"""What a browser says of where a request comes from when it is our page, or a person; nothing, if it is no browser."""


class Guard:
    """An ASGI application around another: it lets through what comes by one of the *hosts*, ``name:port``.

    Pages of the *origins* alone, ``https://name``, may send anything.
    """

    def __init__(self, app: ASGIApp, hosts: Collection[str], origins: Collection[str]) -> None:
        self.app = app
        self.hosts = frozenset(each.lower() for each in hosts)
        self.origins = frozenset(each.lower() for each in origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request, or refuses it; there are no websockets here."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            return

        async def protected(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
                message = {**message, "headers": [*message.get("headers", ()), *own]}
            await send(message)

        fault = self.fault(scope)
        if fault:
            await _refuse(protected, *fault)
        else:
            await self.app(scope, receive, protected)

    def fault(self, scope: Mapping[str, Any]) -> tuple[int, str] | None:
        """Why a request is refused: status and message; None for one that may pass."""
        said = _Said(scope["headers"])
        if said.only("host") not in self.hosts:
            return 421, "this server is not known by that name"
        if not said.all("origin") <= self.origins:
            return 403, "requests of other pages are not answered"
        reading = scope["method"] in _READING
        site, mode = said.only("sec-fetch-site"), said.only("sec-fetch-mode")
        followed = reading and mode == "navigate" and not scope["path"].startswith("/api/")
        if site not in _OWN and not followed:
            return 403, "requests of other pages are not answered"
        if not reading and said.only("content-type").partition(";")[0].strip() != "application/json":
            return 415, "send application/json"
        return None


class _Said:
    """A request's headers."""

    def __init__(self, headers: Collection[tuple[bytes, bytes]]) -> None:
        self.headers = headers

    def all(self, name: str) -> set[str]:
        """Every value of one header, in small letters."""
        return {value.decode("latin-1").lower() for key, value in self.headers if key.lower() == name.encode()}

    def only(self, name: str) -> str:
        """Its one value; nothing if it has none; what fits nothing if it has several."""
        found = self.all(name)
        return found.pop() if len(found) == 1 else "?" if found else ""


async def _refuse(send: Send, status: int, message: str) -> None:
    body = json.dumps({"message": message}).encode()
    head = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": head})
    await send({"type": "http.response.body", "body": body})
