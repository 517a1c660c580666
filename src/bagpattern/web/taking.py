"""What is taken home: a bag's files, as the command line writes them, one by one or all in a zip."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from bagpattern.drawing.purposes import PURPOSES
from bagpattern.errors import InputError, PatternError, Problem, did_you_mean, quoted, raise_together
from bagpattern.export import EXPORTERS, refuse_unread
from bagpattern.export.png import png_bytes
from bagpattern.export.view import view_drawing
from bagpattern.library import files
from bagpattern.model.pattern import Pattern
from bagpattern.options import wishes
from bagpattern.preset.source import Written
from bagpattern.web.answers import Answer
from bagpattern.web.drafting import told
from bagpattern.web.link import VERSION, packed
from bagpattern.words import words

PRESET, PICTURE, ALL = "preset", "picture", "zip"
_SPOKEN = ("units", "language", "purpose")
_ON_PAGES = "pdf"
_BOOKLET, _BOOKLETS_ON = "booklet", ("a4", "letter")
"""The making step by step, and the papers that it is made for: where another is wished, it is on its own usual one."""
_COLOURWAY = "colourway"
_IN_ALL = (_ON_PAGES, "svg", "dxf", "glb", "png", "shopping", "json")
_TYPES = {
    "pdf": "application/pdf",
    "svg": "image/svg+xml",
    "png": "image/png",
    "glb": "model/gltf-binary",
    "json": "application/json",
    "zip": "application/zip",
}
_PAGE = "page"
"""The wish for a link to the bag, by the page on which it is to be opened."""
_ORIGIN = re.compile(r"https?://[A-Za-z0-9.\[\]:-]{1,100}")
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""A zip's oldest: the same bag is the same bytes."""
_LONGEST = 60


def kinds() -> tuple[str, ...]:
    """All that can be taken home."""
    return (PRESET, PICTURE, ALL, *EXPORTERS.names())


def taken(source: Written, kind: str, wished: Mapping[str, str]) -> Answer:
    """A bag in that kind of file. Raises InputError for kinds and wishes that there are not; PatternError."""
    if kind not in kinds():
        raise InputError(
            [
                Problem(
                    "",
                    words(
                        "there is no kind of file {kind}{advice}", kind=quoted(kind), advice=did_you_mean(kind, kinds())
                    ),
                )
            ]
        )
    _, pattern = told(source, {})
    stem = _plain(pattern.preset)
    if kind == PRESET:
        return _answer(f"{stem}.toml", source.toml.encode())
    wished = _linked(wished, source.toml)
    found = _picture(pattern, wished) if kind == PICTURE else _files(pattern, kind, wished)
    found = {_plain(name): content for name, content in found.items()}
    if kind == ALL:
        found[f"{stem}.toml"] = source.toml.encode()
    if len(found) == 1:
        return _answer(*found.popitem())
    return _answer(f"{stem}.zip", zipped(found))


def _linked(wished: Mapping[str, str], toml: str) -> Mapping[str, str]:
    """The same with the link to the bag on the page that is wished for. Raises InputError for what is no page."""
    if _PAGE not in wished:
        return wished
    page = wished[_PAGE]
    if not _ORIGIN.fullmatch(page):
        raise InputError([Problem(_PAGE, words("is where the designer is served, such as https://bags.example"))])
    others = {name: each for name, each in wished.items() if name != _PAGE}
    return {**others, "link": f"{page}/#{VERSION}{packed(toml)}"}


def _picture(pattern: Pattern, wished: Mapping[str, str]) -> dict[str, bytes]:
    """The finished bag as PNG, in a colourway if one is wished. Raises InputError for any other wish."""
    raise_together(Problem(each, words("a picture does not read it")) for each in wished if each != _COLOURWAY)
    if pattern.errors:
        raise PatternError(pattern.errors)
    drawn = view_drawing(pattern, "three-quarter", "colour", wished.get(_COLOURWAY))
    return {f"{pattern.preset}-{PICTURE}.png": png_bytes(drawn)}


def _files(pattern: Pattern, kind: str, wished: Mapping[str, str]) -> dict[str, bytes]:
    """The files, as ``library.files`` gives them. Raises InputError for wishes that there are not."""
    told: dict[str, Any] = {name: each for name, each in wished.items() if name in _SPOKEN}
    others: dict[str, Any] = {name: each for name, each in wished.items() if name not in _SPOKEN}
    for_files = (name for name in others if name in wishes() and wishes()[name].kind == "file")
    raise_together(Problem(each, words("no file of this machine is read")) for each in for_files)
    if kind != ALL:
        return files(pattern, kind, **told, **others)
    refuse_unread("paper", _IN_ALL, others)
    found: dict[str, bytes] = {}
    for each in _IN_ALL:
        found |= files(pattern, each, **told, **{name: one for name, one in others.items() if name in _read_by(each)})
    return found | _booklet(pattern, told, others) | _picture(pattern, {})


def _booklet(pattern: Pattern, told: Mapping[str, Any], others: Mapping[str, Any]) -> dict[str, bytes]:
    read = {name: others[name] for name in ("paper", "link") if name in others}
    if read.get("paper") not in _BOOKLETS_ON:
        read.pop("paper", None)
    return files(pattern, _ON_PAGES, **{**told, "purpose": _BOOKLET}, **read)


def _read_by(name: str) -> frozenset[str]:
    """The wishes that change a file in a zip: there, only the PDF is on pages."""
    exporter, paper = EXPORTERS.member(name), PURPOSES.member("paper")
    drawn = (*paper.always, *(paper.reads if name == _ON_PAGES else ())) if exporter.drawn else ()
    return frozenset((*exporter.reads, *drawn))


def zipped(found: Mapping[str, bytes]) -> bytes:
    """Files in one, in their order."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, content in found.items():
            archive.writestr(ZipInfo(name, _FIRST_DAY), content, ZIP_DEFLATED)
    return stream.getvalue()


def _answer(name: str, content: bytes) -> Answer:
    suffix = name.rpartition(".")[2]
    head = {
        "content-type": _TYPES.get(suffix, "application/octet-stream"),
        "content-disposition": f'attachment; filename="{name}"',
    }
    return Answer(content, head=head, packs=False)


def _plain(name: str) -> str:
    """A file's name of letters that every system and every header takes; its ending is kept."""
    stem, dot, suffix = name.rpartition(".")
    kept = "".join(each if each.isascii() and (each.isalnum() or each in "-_") else "-" for each in stem or suffix)
    return (kept.strip("-")[:_LONGEST] or "bag") + (f".{suffix}" if dot else "")
