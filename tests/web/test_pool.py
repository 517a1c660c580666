"""Workers: bursts, limits, deaths. Every one who asks is answered or told to ask again, and the next is served."""

from __future__ import annotations

import asyncio
import sys
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import active_children

import pytest

from bagpattern.preset.shipped import preset_text
from bagpattern.web.app import Server
from bagpattern.web.guard import Guard
from bagpattern.web.limits import COUNTED, Limits
from bagpattern.web.pool import BusyError, Pool, TooLongError
from bagpattern.web.serving import for_everybody
from tests.web.running import BAG, Asking, running

DRAFT = {"toml": BAG, "want": ["sewn"]}
BURST = 200

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of processes")


def pooled(limits: Limits, work: Callable[[Pool], Awaitable[None]]) -> None:
    """Some work with a pool of its own."""

    async def whole() -> None:
        pool = Pool(limits)
        pool.start()
        try:
            await work(pool)
        finally:
            await pool.stop()

    asyncio.run(whole())


@posix
def test_what_takes_too_long_is_ended_and_the_next_is_served() -> None:
    async def work(pool: Pool) -> None:
        with pytest.raises(TooLongError):
            await pool.ask("draft", DRAFT)
        assert pool.ended == 1
        reply = await pool.ask("file", {"toml": BAG, "kind": "preset", "wishes": {}})
        assert (reply.status, reply.body.decode()) == (200, BAG)

    pooled(Limits(draft=0.02, file=60.0, patience=1000.0), work)


def test_the_clock_ends_it_too_and_tells_that_the_machine_is_busy() -> None:
    async def work(pool: Pool) -> None:
        with pytest.raises(BusyError if COUNTED else TooLongError):
            await pool.ask("draft", DRAFT)
        assert pool.ended == 1

    pooled(Limits(draft=60.0, patience=0.0), work)


def test_workers_are_renewed_and_the_dead_are_replaced() -> None:
    async def work(pool: Pool) -> None:
        assert (await pool.ask("form", {"name": "tote"})).status == 200
        first = {each.process.pid for each in pool._all}
        for _ in range(3):
            assert (await pool.ask("form", {"name": "tote"})).status == 200
        assert not first & {each.process.pid for each in pool._all}
        for each in list(pool._all):
            each.process.kill()
            each.process.join()
        assert (await pool.ask("form", {"name": "tote"})).status == 200
        assert pool.ended == 0

    pooled(Limits(jobs=1, draft=60.0), work)


def test_what_waits_beyond_the_queue_is_refused_and_pictures_take_no_turn() -> None:
    async def work(pool: Pool) -> None:
        pictures = asyncio.ensure_future(pool.ask("picture", {"name": "clutch"}, aside=True))
        drafts = [asyncio.ensure_future(pool.ask("draft", DRAFT)) for _ in range(4)]
        found = await asyncio.gather(*drafts, return_exceptions=True)
        assert [type(each) for each in found[3:]] == [BusyError]
        assert not any(isinstance(each, BaseException) for each in found[:3])
        assert (await pictures).status == 200

    pooled(Limits(queue=2, draft=60.0), work)


@posix
def test_memory_is_bounded() -> None:
    async def work(pool: Pool) -> None:
        rows = "".join(f'[[colourways]]\nname = "{at}"\n' for at in range(90))
        told = await pool.ask("draft", {"toml": preset_text("mini-backpack") + rows, "want": ["sewn", "lay", "steps"]})
        assert told.status == 200
        told = await pool.ask("file", {"toml": BAG, "kind": "zip", "wishes": {"paper": "a4"}})
        assert told.status == 200

    pooled(Limits(draft=60.0, file=60.0, memory=2**30), work)


@pytest.fixture(scope="module")
def public() -> Iterator[Asking]:
    with running(_patient) as asking:
        yield asking


def _patient(port: int) -> Guard:
    """As for everybody, for a machine that is busy with other tests."""
    limits = Limits(workers=2, queue=8, memory=2**30, draft=60.0)
    names = for_everybody(port, []).hosts
    return Guard(Server(limits, compressed=True).app(), names, [])


def test_a_burst_is_answered_or_told_to_ask_again(public: Asking) -> None:
    assert public.draft(BAG).status == 200
    with ThreadPoolExecutor(BURST) as threads:
        told = list(threads.map(lambda _: public.draft(BAG, "steps"), range(BURST)))
    counts = Counter(each.status for each in told)
    assert {*counts} == {200, 503}
    assert counts[200] >= 10
    assert all(each.head["retry-after"] == "1" and each.facts["message"] for each in told if each.status == 503)
    assert {each.facts["key"] for each in told if each.status == 200} == {public.draft(BAG).facts["key"]}


def test_everybody_gets_it_compressed_and_nobody_a_file(public: Asking) -> None:
    plain, packed = public.draft(BAG, "steps"), public("/api/draft", {"toml": BAG}, head={"Accept-Encoding": "gzip"})
    assert ("content-encoding" in plain.head, packed.head["content-encoding"]) == (False, "gzip")
    assert packed.facts["key"] == plain.facts["key"]
    assert public("/api/file").status == 404
    assert public("/api/file", {"toml": ""}, "PUT").status == 404


def test_the_server_ends_its_processes() -> None:
    others = _children()
    with running(_patient) as asking:
        assert asking.draft(BAG).status == 200
        own = _children() - others
        assert own
    assert not own & _children()


def _children() -> set[int | None]:
    return {each.pid for each in active_children()}
