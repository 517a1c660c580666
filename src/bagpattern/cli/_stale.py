"""Files that an earlier draft left beside those that are written: who prints them beside the new ones sews two bags."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bagpattern.on_disk import on_disk
from bagpattern.words import words

if TYPE_CHECKING:
    from bagpattern.model.pattern import Pattern
    from bagpattern.said import Said

_NUMBER = re.compile(r"-\d+$")
_IN_SVG = re.compile(r"<bagpattern:settings>(.*?)</bagpattern:settings>", re.DOTALL)
_IN_PDF = re.compile(rb"/Keywords \((\{(?:[^\\()]|\\[()\\])*\})\)")
"""Of a bag whose settings are plain letters: what is written otherwise is not judged."""
_LARGEST = 2**26
"""Bytes of a file that is looked into."""


def of_before(written: Iterable[Path], pattern: Pattern, folder: Path) -> dict[Path, Said]:
    """What is to be said of each file in the *folder* that the new ones leave stale."""
    new = {*written}
    pages: dict[Path, Said] = dict.fromkeys(_pages(list(new)), words("is left from an earlier draft"))
    settings = json.loads(json.dumps(dict(pattern.settings), default=str))
    of_others = words("is left from a draft of other settings: draft it anew, or take it away")
    others = (
        each for each in _of_the_bag(folder, on_disk(pattern.preset)) if each not in new and _differs(each, settings)
    )
    found = {**dict.fromkeys(others, of_others), **pages}
    return {path: found[path] for path in sorted(found)}


def _pages(written: list[Path]) -> set[Path]:
    """The numbered pages, and the single sheet, of a format that was written but not these files."""
    old: set[Path] = set()
    for kind in dict.fromkeys(path.suffix for path in written):
        pages = [path for path in written if path.suffix == kind]
        stem = _NUMBER.sub("", pages[0].stem) if len(pages) > 1 else pages[0].stem
        old |= {path for path in pages[0].parent.iterdir() if path.suffix == kind and _is_page(path, stem)}
    return {path for path in old if path.is_file()} - {*written}


def _is_page(path: Path, stem: str) -> bool:
    return path.stem == stem or (path.stem.startswith(f"{stem}-") and path.stem.removeprefix(f"{stem}-").isdigit())


def _of_the_bag(folder: Path, preset: str) -> Iterator[Path]:
    """The files there whose names begin with the bag's."""
    for path in sorted(folder.iterdir()):
        if path.is_file() and (path.stem == preset or path.stem.startswith(f"{preset}-")):
            yield path


def _differs(path: Path, settings: Mapping[str, Any]) -> bool:
    """Whether it is of this bag, and was made of other settings; what does not tell its settings is not judged."""
    found = _settings_in(path)
    return isinstance(found, Mapping) and found.get("preset") == settings["preset"] and found != settings


def _settings_in(path: Path) -> Any:
    reader = _READERS.get(path.suffix.lower())
    try:
        return reader(path.read_bytes()) if reader and path.stat().st_size <= _LARGEST else None
    except (OSError, ValueError, RecursionError):
        return None


def _of_json(content: bytes) -> Any:
    data = json.loads(content)
    return data.get("settings") if isinstance(data, dict) else None


def _of_svg(content: bytes) -> Any:
    from html import unescape

    found = _IN_SVG.search(content.decode("utf-8", "replace"))
    return json.loads(unescape(found[1])) if found else None


def _of_pdf(content: bytes) -> Any:
    found = _IN_PDF.search(content)
    return json.loads(re.sub(rb"\\([()\\])", rb"\1", found[1])) if found else None


_READERS = {".json": _of_json, ".svg": _of_svg, ".pdf": _of_pdf}
