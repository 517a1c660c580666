"""Every run tries the same random examples, however long each takes: what passes here passes everywhere."""

from __future__ import annotations

import socket
from collections.abc import Callable

import pytest
from hypothesis import settings

settings.register_profile("the same everywhere", derandomize=True, deadline=None)
settings.load_profile("the same everywhere")


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Has servers end as soon as they have started, at any free port, and no browser open: the pages it would have."""
    from bagpattern.web import serving

    bound, opened = serving.listening, list[str]()

    def end(guard: object, taken: socket.socket, started: Callable[[], None]) -> None:
        started()
        taken.close()

    monkeypatch.setattr(serving, "listening", lambda host, port: bound(serving.HERE, 0))
    monkeypatch.setattr(serving, "serve", end)
    monkeypatch.setattr("click.launch", opened.append)
    return opened
