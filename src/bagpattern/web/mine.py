"""The person's own file, on their own machine: read and written for who has the token, and for nobody else."""

from __future__ import annotations

import secrets
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bagpattern.errors import InputError
from bagpattern.given_files import content
from bagpattern.web.limits import BODY
from bagpattern.words import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request

TOKEN = "x-bagpattern-token"
"""The header that holds what stood in the opened link's fragment."""


class Mine:
    """A file that the page edits: the one at *path*, which is written by *write*."""

    def __init__(self, path: Path, write: Callable[[Path, bytes], None]) -> None:
        self.path, self.write = path.resolve(), write
        self.token = secrets.token_urlsafe(24)

    def routes(self) -> list[Route]:
        """Reading and saving."""
        return [Route("/api/file", self.read), Route("/api/file", self.save, methods=["PUT"])]

    def require(self, request: Request) -> None:
        """Raises HTTPException for a request without the token."""
        if not secrets.compare_digest(request.headers.get(TOKEN, "").encode(), self.token.encode()):
            raise HTTPException(403, "open the link that the command printed: it holds the key to your file")

    async def read(self, request: Request) -> Response:
        """The file as it is now; nothing new for who has it as it is: that is how a change outside is found."""
        self.require(request)
        found = self._content()
        head = {"etag": _tag(found), "cache-control": "no-store"}
        if request.headers.get("if-none-match") == _tag(found):
            return Response(status_code=304, headers=head)
        try:
            text = found.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise HTTPException(409, f"{self.path.name} is not text in UTF-8") from None
        return JSONResponse({"name": self.path.name, "toml": text}, headers=head)

    async def save(self, request: Request) -> Response:
        """Writes the file, unless it was changed since it was read, as ``If-Match`` says."""
        self.require(request)
        text = await self._text(request)
        if request.headers.get("if-match") != _tag(self._content()):
            raise HTTPException(412, f"{self.path.name} has been changed elsewhere: load it first")
        self.write(self.path, text.encode())
        return Response(status_code=204, headers={"etag": _tag(text.encode())})

    async def _text(self, request: Request) -> str:
        try:
            asked: Any = await request.json()
            text = asked["toml"]
            text.encode()
        except (ValueError, RecursionError, TypeError, KeyError, AttributeError):
            raise HTTPException(400, 'send {"toml": "..."}') from None
        return str(text)

    def _content(self) -> bytes:
        try:
            return content(self.path, BODY, words("a preset"))
        except InputError as error:
            raise HTTPException(409, f"{self.path.name} {error.problems[0].message}") from None


def _tag(content: bytes) -> str:
    return f'"{sha256(content).hexdigest()[:32]}"'
