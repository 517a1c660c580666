"""Ranges of flat pouches: quick to draft, without pictures if nobody wants them."""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pytest

from bagpattern.ranges.running import Outcome, make_range

WIDTHS = ("18 cm", "20 cm", "2 cm", "24 cm")
"""One of them no pouch can have."""
LANGUAGES = ("en", "de")


def spec(**more: Any) -> dict[str, Any]:
    """Eight variants, of which two are refused."""
    return {
        "preset": "flat-pouch",
        "formats": ["json"],
        "pictures": False,
        "axes": [
            {"key": "dimensions.width", "values": [*WIDTHS]},
            {"key": "language", "values": [*LANGUAGES]},
        ],
        **more,
    }


class Here(Executor):
    """Works in this process, at once."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        done: Future[Any] = Future()
        try:
            done.set_result(fn(*args, **kwargs))
        except BaseException as error:
            done.set_exception(error)
        return done


@pytest.fixture
def here() -> Here:
    return Here()


def make(folder: Path, given: dict[str, Any] | Path | None = None, **more: Any) -> Outcome:
    """A range made in this process."""
    return make_range(spec() if given is None else given, folder, **{"executor": Here(), **more})


def contents(folder: Path) -> dict[str, bytes]:
    """Every file that is the same for the same range; journals also tell how long it took."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found if path.parent.name != "parts"}


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The range, made in one go; not to be changed."""
    folder = tmp_path_factory.mktemp("whole")
    make(folder)
    return folder


def rows(folder: Path) -> list[dict[str, Any]]:
    """Those of the manifest."""
    return [json.loads(line) for line in (folder / "manifest.jsonl").read_text().splitlines()]
