"""The page's files: known names, read once at the start. No path is ever made of what somebody asks for."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

INDEX = "index.html"
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
}
_FOLDER = Path(__file__).parent / "page"


class Static(NamedTuple):
    """A file: its content, plain and compressed, its kind, and the hash of it all."""

    content: bytes
    packed: bytes
    kind: str
    tag: str


def page_files() -> Mapping[str, Static]:
    """Every file of the page by its name, below ``page/`` as it is linked."""
    found = sorted(each for each in _FOLDER.rglob("*") if each.suffix in _TYPES and each.is_file())
    return {each.relative_to(_FOLDER).as_posix(): static(each.read_bytes(), _TYPES[each.suffix]) for each in found}


def static(content: bytes, kind: str) -> Static:
    """Content that does not change."""
    return Static(content, gzip.compress(content, 9, mtime=0), kind, f'"{sha256(content).hexdigest()[:32]}"')
