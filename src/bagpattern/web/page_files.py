"""The page's files: known names, read once at the start. No path is ever made of what somebody asks for."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Mapping
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
    read = {each.relative_to(_FOLDER).as_posix(): each.read_bytes() for each in found}
    read[INDEX] = _with_modules(read[INDEX], [name for name in read if Path(name).suffix == ".js"])
    return {name: static(content, _TYPES[Path(name).suffix]) for name, content in read.items()}


def _with_modules(index: bytes, modules: Iterable[str]) -> bytes:
    """The frame that names every module: else a browser learns of each only from one that it has read."""
    links = "".join(f'<link rel="modulepreload" href="/page/{name}">\n' for name in modules)
    return index.replace(b"</head>", links.encode() + b"</head>")


def static(content: bytes, kind: str) -> Static:
    """Content that does not change."""
    return Static(content, gzip.compress(content, 9, mtime=0), kind, f'"{sha256(content).hexdigest()[:32]}"')
