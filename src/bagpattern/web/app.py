"""The server: routes to the page, to drafts, and to files. It remembers nothing of anybody."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bagpattern.errors import InputError
from bagpattern.preset.shipped import preset_names, preset_text
from bagpattern.registry import Family
from bagpattern.web.asked import draft_asked, edit_asked, file_asked
from bagpattern.web.kinds import kind_names
from bagpattern.web.limits import BODY, Limits
from bagpattern.web.mine import TOKEN, Mine
from bagpattern.web.page_files import INDEX, Static, page_files, static
from bagpattern.web.pool import PICTURES, BusyError, Pool, TooLongError
from bagpattern.web.tongues import TONGUES

if TYPE_CHECKING:
    from starlette.requests import Request

    from bagpattern.web.pool import Reply

_STYLES = Family("bagpattern.styles", "style")
"""For their names: the server itself imports no style."""
_BODY_SECONDS = 10.0
_EVERY = "zip"
"""The task and the kind that is all files in one."""
_AGAIN = {"retry-after": "1"}


class Server:
    """What answers the routes: the page's files, the workers, and the person's own file, if one is edited."""

    def __init__(self, limits: Limits, mine: Mine | None = None, compressed: bool = False) -> None:
        self.limits, self.mine, self.compressed = limits, mine, compressed
        self.files = page_files()
        self.kept: dict[tuple[str, str], asyncio.Future[Static]] = {}
        """What is the same for everybody: forms, pictures."""
        self.pool: Pool

    def app(self) -> Starlette:
        """The application; its workers start and end with it."""
        routes = [
            Route("/", self.page),
            Route("/page/{name:path}", self.page),
            Route("/api/styles", self.shared("styles", [""])),
            Route("/api/form/{name}", self.shared("form", _STYLES.names())),
            Route("/api/learnt/{name}", self.shared("learnt", (*TONGUES,))),
            Route("/api/preset/{name}", self.preset),
            Route("/api/picture/{name}.svg", self.shared("picture", preset_names())),
            Route("/api/kind/{name:path}.svg", self.shared("kind", kind_names())),
            Route("/api/draft", self.draft, methods=["POST"]),
            Route("/api/figures", self.aside("figures"), methods=["POST"]),
            Route("/api/company", self.aside("company"), methods=["POST"]),
            Route("/api/edit", self.edit, methods=["POST"]),
            Route("/file/{kind}", self.file),
            *(self.mine.routes() if self.mine else ()),
        ]
        faults = {HTTPException: _told, InputError: _unusable, BusyError: _busy, TooLongError: _too_long}
        return Starlette(
            routes=routes,
            exception_handlers=faults,
            lifespan=self._running,
            max_body_size=BODY,
        )

    @asynccontextmanager
    async def _running(self, _: Starlette) -> AsyncIterator[None]:
        self.pool = Pool(self.limits)
        self.pool.start()
        try:
            yield
        finally:
            await self.pool.stop()

    # the same for everybody -------------------------------------------------------------------------------------------

    async def page(self, request: Request) -> Response:
        """A file of the page."""
        found = self.files.get(request.path_params.get("name", INDEX))
        if found is None:
            raise HTTPException(404, "there is no such page")
        return _static(request, found)

    async def preset(self, request: Request) -> Response:
        """A shipped preset's text, for which no worker is needed: the page that opens has it at once."""
        name = request.path_params["name"]
        if name not in preset_names():
            raise HTTPException(404, "there is no such preset")
        return JSONResponse({"toml": preset_text(name)}, headers={"cache-control": "no-cache"})

    def shared(self, task: str, names: Sequence[str]) -> Any:
        """What answers a route whose answers are few, by these names, and kept."""

        async def answer(request: Request) -> Response:
            name = request.path_params.get("name", "")
            if name not in names:
                raise HTTPException(404, "there is no such thing")
            return _static(request, await self._kept(task, name))

        return answer

    async def _kept(self, task: str, name: str) -> Static:
        """The same answer for everybody who asks, worked out once."""
        future = self.kept.get((task, name))
        if future is None:
            future = self.kept[task, name] = asyncio.ensure_future(self._made(task, name))
            future.add_done_callback(partial(self._forget, task, name))
        return await asyncio.shield(future)

    def _forget(self, task: str, name: str, done: asyncio.Future[Static]) -> None:
        """What failed is tried again by the next who asks."""
        if done.cancelled() or done.exception():
            self.kept.pop((task, name), None)

    async def _made(self, task: str, name: str) -> Static:
        reply = await self.pool.ask(task, {"name": name}, aside=task in PICTURES)
        if reply.status != 200:
            raise HTTPException(500, "that went wrong here, and has been noted")
        return static(reply.body, reply.head["content-type"])

    # drafts and files -------------------------------------------------------------------------------------------------

    async def draft(self, request: Request) -> Response:
        """A bag, or what is wrong with it."""
        asked = draft_asked(await _json(request))
        return self._reply(request, await self.pool.ask("draft", self._beside(request, asked), self._packs(request)))

    def aside(self, task: str) -> Any:
        """What answers with pictures that take longest: aside, so that the bag can be shaped meanwhile."""

        async def answer(request: Request) -> Response:
            asked = self._beside(request, draft_asked(await _json(request), task))
            return self._reply(request, await self.pool.ask(task, asked, self._packs(request), aside=True))

        return answer

    async def edit(self, request: Request) -> Response:
        """The text with one value changed."""
        asked = edit_asked(await _json(request))
        return self._reply(request, await self.pool.ask("edit", self._beside(request, asked), self._packs(request)))

    async def file(self, request: Request) -> Response:
        """A bag's file, by the link that holds the bag; all files in one take longest, and are made aside."""
        asked = self._beside(request, file_asked(request.path_params["kind"], request.query_params.multi_items()))
        every = asked["kind"] == _EVERY
        return self._reply(request, await self.pool.ask(_EVERY if every else "file", asked, aside=every))

    def _beside(self, request: Request, asked: dict[str, Any]) -> dict[str, Any]:
        """Where the text is that of the person's own file: that may extend what lies beside it."""
        if self.mine and TOKEN in request.headers:
            self.mine.require(request)
            return {**asked, "file": str(self.mine.path)}
        return asked

    def _packs(self, request: Request) -> bool:
        return self.compressed and _takes_gzip(request)

    def _reply(self, request: Request, reply: Reply) -> Response:
        packed = {"content-encoding": "gzip", "vary": "accept-encoding"} if reply.gzip else {}
        return Response(reply.body, reply.status, {**reply.head, **packed, "cache-control": "no-store"})


def _static(request: Request, found: Static) -> Response:
    """What does not change, unless whoever asks has it."""
    head = {"etag": found.tag, "cache-control": "no-cache", "vary": "accept-encoding"}
    if found.tag in request.headers.get("if-none-match", "").split(", "):
        return Response(status_code=304, headers=head)
    packed = _takes_gzip(request) and len(found.packed) < len(found.content)
    coding = {"content-encoding": "gzip"} if packed else {}
    return Response(found.packed if packed else found.content, 200, {**head, **coding, "content-type": found.kind})


def _takes_gzip(request: Request) -> bool:
    return "gzip" in request.headers.get("accept-encoding", "")


async def _json(request: Request) -> Any:
    """A request's body as JSON. Raises HTTPException for one that is none, or that does not come."""
    import json

    try:
        async with asyncio.timeout(_BODY_SECONDS):
            return json.loads(await request.body())
    except TimeoutError:
        raise HTTPException(408, "the request did not come to its end") from None
    except (ValueError, RecursionError):
        raise HTTPException(400, "the request is not JSON") from None


# refusals -------------------------------------------------------------------------------------------------------------


async def _told(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return JSONResponse({"message": error.detail}, error.status_code, error.headers)


async def _unusable(_: Request, error: Exception) -> Response:
    return JSONResponse({"message": str(error)}, 400)


async def _busy(_: Request, error: Exception) -> Response:
    return JSONResponse({"message": "more is asked than can be drafted just now: ask again"}, 503, _AGAIN)


async def _too_long(_: Request, error: Exception) -> Response:
    return JSONResponse({"message": "this bag takes too long, or too much memory: it has been given up"}, 422)
