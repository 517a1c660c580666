"""One browser and one server for all that is tried on the page; without a browser, nothing is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.web.browser import CHROMIUM, chromium, served


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs the system's Chromium where there is none."""
    without = pytest.mark.skip(
        reason="Chromium is not installed: python -m tests.programs does it on Debian, and runs these tests"
    )
    for item in items:
        if not CHROMIUM and "tests/web/page" in item.path.as_posix():
            item.add_marker(without)


@pytest.fixture(scope="package")
def address() -> Iterator[str]:
    """The designer's own."""
    with served() as told:
        yield told


@pytest.fixture(scope="package")
def browser() -> Iterator[Any]:
    """The system's."""
    with chromium() as started:
        yield started
